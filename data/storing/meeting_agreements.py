"""What the directors agreed at a meeting, and the actions that it became."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import insert, select, update

from data.cells.text import storable
from data.columns import (
    AGREEMENT_STATUSES,
    DEPARTMENT,
    DUE_ON,
    OUTCOME,
    OWNER,
    STATUS,
    TEXT,
    THEME,
    TO_DO,
    YEAR,
)
from data.storing import acts
from data.storing import tables as t
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.storing.batch_log import now
from data.storing.change_log import Change, differing
from data.storing.errors import ChangedMeanwhileError
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.users import User
from data.values.meeting import MeetingAgreement


def make_agreement(store: Store, user: User, agreed: MeetingAgreement) -> int:
    """Keep what was agreed; its number. About a department and a theme it becomes an action.

    Raises `KeyError` for an unknown name and `ValueError` without a text.
    """
    with store.writing(user, acts.ADD, acts.MEETING_AGREEMENT) as change:
        text, owner = map(storable, (agreed.text, agreed.owner))
        if not text:
            raise ValueError("an agreement says something")
        line: dict[str, Any] = {
            YEAR: agreed.year, TEXT: text, OWNER: owner, DUE_ON: agreed.due_on,
            "department_id": None, "theme_id": None,
            "conversation_id": _action(change, agreed, text, owner),
            STATUS: TO_DO, OUTCOME: "", "version": 1, "made_at": now(), "user_name": user.name,
        }  # fmt: skip
        if agreed.department:
            departments = ids_by_name(change.connection, t.department)
            line["department_id"] = departments[agreed.department]
        if agreed.theme:
            line["theme_id"] = ids_by_name(change.connection, t.theme)[agreed.theme]
        added = insert(t.meeting_agreement).values(line).returning(t.meeting_agreement.c.id)
        number: int = change.connection.execute(added).scalar_one()
        told = {YEAR: agreed.year, TEXT: text, OWNER: owner, DUE_ON: agreed.due_on}
        change.note(number, after=told | {DEPARTMENT: agreed.department, THEME: agreed.theme})
    return number


def follow_agreement(
    store: Store, user: User, agreement_id: int, *, status: str, outcome: str, version: int
) -> None:
    """Say what became of an agreement that was opened at `version`.

    Raises `ChangedMeanwhileError` when somebody else changed it since.
    """
    a = t.meeting_agreement.c
    with store.writing(user, acts.CHANGE, acts.MEETING_AGREEMENT, agreement_id) as change:
        if status not in AGREEMENT_STATUSES:
            raise ValueError(f"no status of an agreement: {status}")
        chosen = select(t.meeting_agreement).where(a.id == agreement_id)
        found = change.connection.execute(chosen).mappings().one()
        if found["version"] != version:
            raise ChangedMeanwhileError
        wanted = {STATUS: status, OUTCOME: storable(outcome)}
        before, after = differing(dict(found), wanted)
        if after:
            changed = update(t.meeting_agreement).where(a.id == agreement_id)
            change.connection.execute(changed.values(after | {"version": version + 1}))
            change.note(agreement_id, before=before, after=after)
        change.allow_nothing()


def load_meeting_agreements(store: Store) -> pd.DataFrame:
    """Everything that was agreed at a meeting, in the order in which it was noted.

    Columns: id, year, text, owner, due_on (datetime64), department and theme (missing unless it is
    about one), conversation_id (Int64), status, outcome, version, made_at (UTC).
    """
    a = t.meeting_agreement.c
    chosen = (
        select(
            a.id, a.year, a.text, a.owner, a.due_on, t.department.c.name.label(DEPARTMENT),
            t.theme.c.name.label(THEME), a.conversation_id, a.status, a.outcome, a.version,
            a.made_at,
        )
        .select_from(t.meeting_agreement)
        .outerjoin(t.department)
        .outerjoin(t.theme)
        .order_by(a.year, a.id)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    for moment in (DUE_ON, "made_at"):
        frame[moment] = pd.to_datetime(frame[moment]).astype("datetime64[us]")
    whole = dict.fromkeys(("id", YEAR, "version"), "int64")
    texts = dict.fromkeys((TEXT, OWNER, DEPARTMENT, THEME, STATUS, OUTCOME), "str")
    return frame.astype(whole | texts | {"conversation_id": "Int64"})


def _action(change: Change, agreed: MeetingAgreement, text: str, owner: str) -> int | None:
    """The action that an agreement about a department and a theme becomes; else None."""
    if not (agreed.department and agreed.theme):
        return None
    plan = ConversationPlan(owner or change.user.name, text, agreed.due_on)
    places = {agreed.theme: Place()}
    return choose_cells(change.store, change.user, agreed.department, places, plan)
