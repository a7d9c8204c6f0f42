"""Reorganisations: which department follows which, from what year on; and undoing one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from data.columns import (
    DEPARTMENT,
    DOMAIN,
    MERGED,
    PERCENT,
    RENAMED,
    REORGANISATION,
    SPLIT,
    SUCCESSOR,
    YEAR,
)
from data.errors import NotDoneError
from data.reference import propose_domain
from data.storing import acts, messages
from data.storing import tables as t
from data.storing.names import ids_by_name, unused_names
from data.storing.store import Store
from data.storing.writing import now
from data.users import User

WHOLE = 100
_EARLIEST, _LATEST = 1990, 2100


@dataclass(frozen=True)
class Reorganisation:
    """From `year` on, each department is followed by others: name -> successor -> percent.

    `domains` says where new departments belong; for one that is left out it is proposed.
    """

    year: int
    successors: Mapping[str, Mapping[str, int]]
    domains: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    @property
    def names(self) -> set[str]:
        """The departments that follow."""
        return {name for parts in self.successors.values() for name in parts}

    @property
    def kind(self) -> str:
        """`renamed`, `merged` or `split`."""
        if any(len(parts) > 1 for parts in self.successors.values()):
            return SPLIT
        return MERGED if len(self.successors) > len(self.names) else RENAMED


class ImpossibleReorganisationError(NotDoneError):
    """What is asked cannot be; the sentence says why."""


def reorganise(store: Store, user: User, planned: Reorganisation) -> int:
    """Let departments follow each other from a year on; its number.

    New departments are made, and take over what was said to be relevant for the ones before them.
    No record is changed. Raises `ImpossibleReorganisationError`; then nothing is changed.
    """
    with store.writing(user, acts.ADD, acts.REORGANISATION) as change:
        _check_alone(planned)
        connection = change.connection
        ids = ids_by_name(connection, t.department)
        _check_names(connection, planned, ids)
        new = [name for name in sorted(planned.names) if name not in ids]
        for name in new:
            domain = planned.domains.get(name) or propose_domain(name)
            line = {"name": name, DOMAIN: domain, "domain_confirmed": True, "stated": True}
            connection.execute(insert(t.department).values(line))
        ids = ids_by_name(connection, t.department)
        number = _insert(connection, user, planned, ids)
        _take_over_relevance(connection, planned, ids, new)
        change.note(number, after=_in_words(planned))
    return number


def undo_reorganisation(store: Store, user: User, number: int) -> None:
    """Take a reorganisation back: every figure reads as before it.

    Departments that it made stay only when something else refers to them. Raises
    `ImpossibleReorganisationError` when a later one builds on it, or when it is not there.
    """
    with store.writing(user, acts.UNDO, acts.REORGANISATION, number) as change:
        connection = change.connection
        lines = _lines(connection)
        own = lines[lines[REORGANISATION] == number]
        if own.empty:
            raise ImpossibleReorganisationError(messages.REORGANISATION_ALREADY_UNDONE())
        _check_last(lines, own)
        connection.execute(delete(t.succession).where(t.succession.c.reorganisation_id == number))
        connection.execute(delete(t.reorganisation).where(t.reorganisation.c.id == number))
        made = set(own[SUCCESSOR]) - set(own[DEPARTMENT])
        by_hand = t.department.c.name.in_(made) & t.department.c.added_by.is_(None)
        connection.execute(delete(t.department).where(by_hand & unused_names(DEPARTMENT)))
        change.note(number, before={YEAR: int(own[YEAR].iloc[0]), "successors": _nested(own)})


def load_successions(store: Store) -> pd.DataFrame:
    """Every succession in the order of the years.

    Columns: reorganisation (its number), year (the first of the new structure), department,
    successor, percent.
    """
    with store.reading() as connection:
        return _lines(connection)


def load_reorganisations(store: Store) -> pd.DataFrame:
    """Every reorganisation, the latest first: id, year, kind, note, created_at (UTC), user."""
    r = t.reorganisation.c
    chosen = select(r.id, r.year, r.kind, r.note, r.created_at, r.user_name.label("user"))
    columns = ["id", "year", "kind", "note", "created_at", "user"]
    with store.reading() as connection:
        found = connection.execute(chosen.order_by(r.year.desc(), r.id.desc())).all()
    frame = pd.DataFrame(found, columns=columns)
    frame["created_at"] = pd.to_datetime(frame["created_at"], utc=True)
    return frame


def _lines(connection: Connection) -> pd.DataFrame:
    before, after = t.department.alias("before"), t.department.alias("after")
    chosen = (
        select(
            t.reorganisation.c.id.label(REORGANISATION),
            t.reorganisation.c.year,
            before.c.name.label(DEPARTMENT),
            after.c.name.label(SUCCESSOR),
            t.succession.c.percent,
        )
        .select_from(t.reorganisation)
        .join(t.succession)
        .join(before, before.c.id == t.succession.c.department_id)
        .join(after, after.c.id == t.succession.c.successor_id)
        .order_by(
            t.reorganisation.c.year, t.reorganisation.c.id, before.c.name,
            t.succession.c.percent.desc(), after.c.name,
        )
    )  # fmt: skip
    columns = [REORGANISATION, YEAR, DEPARTMENT, SUCCESSOR, PERCENT]
    frame = pd.DataFrame(connection.execute(chosen).all(), columns=columns)
    whole = dict.fromkeys((REORGANISATION, YEAR, PERCENT), "int64")
    return frame.astype(whole | {DEPARTMENT: "str", SUCCESSOR: "str"})


def _insert(
    connection: Connection, user: User, planned: Reorganisation, ids: Mapping[str, int]
) -> int:
    line = {
        "year": planned.year, "kind": planned.kind, "note": planned.note.strip(),
        "created_at": now(), "user_name": user.name,
    }  # fmt: skip
    added = insert(t.reorganisation).values(line).returning(t.reorganisation.c.id)
    number = connection.execute(added).scalar_one()
    lines = [
        {
            "reorganisation_id": number,
            "department_id": ids[name],
            "successor_id": ids[successor],
            PERCENT: percent,
        }
        for name, parts in planned.successors.items()
        for successor, percent in parts.items()
    ]
    connection.execute(insert(t.succession), lines)
    return number


def _take_over_relevance(
    connection: Connection, planned: Reorganisation, ids: Mapping[str, int], new: list[str]
) -> None:
    """What was decided for the departments before; relevant for one of them is relevant."""
    r = t.relevance.c
    for name in new:
        before = [ids[source] for source, parts in planned.successors.items() if name in parts]
        chosen = select(r.theme_id, r.relevant).where(r.department_id.in_(before))
        decided: dict[int, bool] = {}
        for theme_id, relevant in connection.execute(chosen):
            decided[theme_id] = decided.get(theme_id, False) or relevant
        lines = [
            {"department_id": ids[name], "theme_id": theme, "relevant": x, "edited_at": now()}
            for theme, x in decided.items()
        ]
        if lines:
            connection.execute(insert(t.relevance), lines)


def _check_alone(planned: Reorganisation) -> None:
    if not _EARLIEST <= planned.year <= _LATEST:
        raise ImpossibleReorganisationError(messages.YEAR_WITHOUT_CHANGES(year=planned.year))
    if not planned.successors or any(not name.strip() for name in planned.names):
        raise ImpossibleReorganisationError(messages.REORGANISATION_EMPTY())
    for name, parts in planned.successors.items():
        if sum(parts.values()) != WHOLE or min(parts.values()) < 1:
            raise ImpossibleReorganisationError(messages.PARTS_NOT_WHOLE(department=name))
        if set(parts) == {name} and len(planned.successors) == 1:
            raise ImpossibleReorganisationError(messages.DEPARTMENT_BECOMES_ITSELF(department=name))


def _check_names(connection: Connection, planned: Reorganisation, ids: Mapping[str, int]) -> None:
    lines = _lines(connection)
    ended = set(lines[DEPARTMENT]) - set(lines[SUCCESSOR])
    for name in planned.successors:
        if name not in ids:
            raise ImpossibleReorganisationError(messages.DEPARTMENT_UNKNOWN(department=name))
        if name in ended:
            raise ImpossibleReorganisationError(
                messages.DEPARTMENT_ALREADY_FOLLOWED(department=name)
            )
    for name in planned.names & ended:
        raise ImpossibleReorganisationError(messages.DEPARTMENT_ENDED(department=name))


def _check_last(lines: pd.DataFrame, own: pd.DataFrame) -> None:
    others = lines[lines[REORGANISATION] != own[REORGANISATION].iloc[0]]
    after = others[others[YEAR] >= own[YEAR].iloc[0]]
    building = after[after[DEPARTMENT].isin(set(own[SUCCESSOR]))]
    if len(building):
        raise ImpossibleReorganisationError(
            messages.REORGANISED_LATER(department=building[DEPARTMENT].iloc[0])
        )


def _nested(lines: pd.DataFrame) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for line in lines.itertuples():
        nested.setdefault(str(line.department), {})[str(line.successor)] = int(str(line.percent))
    return nested


def _in_words(planned: Reorganisation) -> dict[str, Any]:
    return {
        YEAR: planned.year,
        "successors": {name: dict(parts) for name, parts in planned.successors.items()},
    }
