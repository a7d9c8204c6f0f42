"""What a department proposes about its list, and what the coordinator makes of it.

Nothing is overwritten: an accepted record comes in as an upload of its own, which can be taken back
like any other, and a record that it corrects is kept and no longer counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, RowMapping, insert, select, update

from data.columns import (
    ACCEPTED,
    DEPARTMENT,
    NOT_WANTED,
    PROPOSED,
    REASON,
    REFUSED,
    STATUS,
    THEME,
    WITHDRAWN,
)
from data.storing import acts
from data.storing import tables as t
from data.storing.accepted import CHANGES_RECORD, record_of, store_accepted
from data.storing.actions import decline_cell
from data.storing.change_log import Change
from data.storing.errors import AlreadyDecidedError, ChangedMeanwhileError
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.storing.writing import now
from data.users import User


@dataclass(frozen=True)
class Proposal:
    """What a department proposes: of a `kind`, about a theme or a stored record.

    `content` holds the record as it should be (columns of use, dates as ISO texts), or the reason
    why a theme is not wanted.
    """

    kind: str
    theme: str | None = None
    record_id: int | None = None
    content: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


def propose(store: Store, user: User, department: str, proposal: Proposal) -> int:
    """Keep a proposal for the coordinator; its number. The same one that waits is not kept twice.

    Raises `RecordGoneError` when the record does not count (any more), `ChangedMeanwhileError`
    when another proposal about it waits, and `KeyError` for an unknown name.
    """
    with store.writing(user, acts.PROPOSE, acts.PROPOSAL, departments=department) as change:
        connection = change.connection
        line: dict[str, Any] = {
            "department_id": ids_by_name(connection, t.department)[department],
            "kind": proposal.kind,
            "theme_id": None,
            "record_id": proposal.record_id,
            "before": {},
            "content": dict(proposal.content),
            "note": proposal.note.replace("\0", ""),
            "proposed_at": now(),
            "proposed_by": user.name,
            "status": PROPOSED,
        }
        if proposal.theme is not None:
            line["theme_id"] = ids_by_name(connection, t.theme)[proposal.theme]
        if proposal.kind in CHANGES_RECORD:
            line["before"] = record_of(connection, department, proposal.record_id)
            _refuse_second(connection, proposal.record_id)
        if (same := _same_waiting(connection, line)) is not None:
            change.allow_nothing()
            return same
        added = insert(t.proposal).values(line).returning(t.proposal.c.id)
        number = connection.execute(added).scalar_one()
        after = {DEPARTMENT: department, "kind": proposal.kind, THEME: proposal.theme}
        change.note(number, after=after | line["content"])
    return number


def _same_waiting(connection: Connection, line: Mapping[str, Any]) -> int | None:
    """The proposal that waits and says exactly this, if there is one: somebody tapped twice."""
    p = t.proposal.c
    by = ("department_id", "kind", "theme_id", "record_id", "note", "status")
    where = (p[name].is_not_distinct_from(line[name]) for name in by)
    found = connection.execute(select(p.id, p.content).where(*where)).all()
    return next((number for number, content in found if content == line["content"]), None)


def accept(store: Store, user: User, proposal_id: int, *, answer: str = "") -> None:
    """Do what a department proposed. Raises `AlreadyDecidedError` and `RecordGoneError`."""
    with store.writing(user, acts.ACCEPT, acts.PROPOSAL, proposal_id) as change:
        found = _waiting(change.connection, proposal_id)
        batch_id = None
        if found["kind"] == NOT_WANTED:
            reason = found["content"][REASON]
            decline_cell(change, found["department_id"], found[THEME], reason)
        else:
            batch_id = store_accepted(change.connection, user, found)
        _decide(change, proposal_id, ACCEPTED, answer, batch_id)


def refuse(store: Store, user: User, proposal_id: int, *, answer: str = "") -> None:
    """Leave things as they are, with an answer to the department."""
    with store.writing(user, acts.DECLINE, acts.PROPOSAL, proposal_id) as change:
        _waiting(change.connection, proposal_id)
        _decide(change, proposal_id, REFUSED, answer, None)


def withdraw(store: Store, user: User, proposal_id: int) -> None:
    """Let the department take its own proposal back."""
    of = select(t.department.c.name).join(t.proposal).where(t.proposal.c.id == proposal_id)
    with store.reading() as connection:
        department = connection.execute(of).scalar_one()
    with store.writing(
        user, acts.WITHDRAW, acts.PROPOSAL, proposal_id, departments=department
    ) as change:
        _waiting(change.connection, proposal_id)
        _decide(change, proposal_id, WITHDRAWN, "", None)


def load_proposals(store: Store) -> pd.DataFrame:
    """Every proposal, the newest first.

    Columns: id, department, kind, theme (missing if none), record_id, before and content (dict),
    note, proposed_at (UTC), proposed_by, status, decided_at (UTC), decided_by, answer, batch_id,
    undone_at (UTC: when what was accepted was taken back).
    """
    p = t.proposal.c
    chosen = _with_names(
        p.record_id, p.before, p.content, p.note, p.proposed_at, p.proposed_by, p.status,
        p.decided_at, p.decided_by, p.answer, p.batch_id, t.batch.c.undone_at,
    ).outerjoin(t.batch, t.batch.c.id == p.batch_id).order_by(p.id.desc())  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    for moment in ("proposed_at", "decided_at", "undone_at"):
        frame[moment] = pd.to_datetime(frame[moment], utc=True).astype("datetime64[us, UTC]")
    texts = (DEPARTMENT, "kind", THEME, "note", "proposed_by", STATUS, "decided_by", "answer")
    whole = ("record_id", "batch_id")
    return frame.astype(
        {"id": "int64"} | dict.fromkeys(texts, "str") | dict.fromkeys(whole, "Int64")
    )


def _with_names(*columns: Any) -> Any:  # noqa: ANN401 (a query of SQLAlchemy)
    p = t.proposal.c
    return (
        select(
            p.id, t.department.c.name.label(DEPARTMENT), p.kind, t.theme.c.name.label(THEME),
            *columns,
        )
        .select_from(t.proposal)
        .join(t.department, t.department.c.id == p.department_id)
        .outerjoin(t.theme, t.theme.c.id == p.theme_id)
    )  # fmt: skip


def _waiting(connection: Connection, proposal_id: int) -> RowMapping:
    p = t.proposal.c
    columns = (p.department_id, p.record_id, p.before, p.content, p.status)
    chosen = _with_names(*columns).where(p.id == proposal_id)
    found = connection.execute(chosen).mappings().one()
    if found[STATUS] != PROPOSED:
        raise AlreadyDecidedError
    return found


def _decide(
    change: Change, proposal_id: int, status: str, answer: str, batch_id: int | None
) -> None:
    values = {
        STATUS: status,
        "decided_at": now(),
        "decided_by": change.user.name,
        "answer": answer.replace("\0", ""),
        "batch_id": batch_id,
    }
    decided = update(t.proposal).where(t.proposal.c.id == proposal_id).values(values)
    change.connection.execute(decided)
    after = {STATUS: status, "answer": answer, "batch_id": batch_id}
    change.note(proposal_id, after=after)


def _refuse_second(connection: Connection, record_id: int | None) -> None:
    p = t.proposal.c
    others = select(p.id).where(p.record_id == record_id, p.status == PROPOSED)
    if connection.execute(others).first():
        raise ChangedMeanwhileError
