"""The actions of the coordinator: which cells are worked on, by whom, and how far that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, insert, select, update

from data.cells.text import storable
from data.columns import (
    CHOSEN_ON,
    DECLINED,
    DEPARTMENT,
    DOMAIN,
    OPEN_STATUSES,
    REASON,
    STATUS,
    THEME,
    TO_APPROACH,
)
from data.storing import acts
from data.storing import tables as t
from data.storing.change_log import Change, differing
from data.storing.errors import ChangedMeanwhileError
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.users import User
from texts import clock

_FIRST = (TO_APPROACH, None)


@dataclass(frozen=True)
class Place:
    """Where a cell stood in the ranking when it was chosen: `rank` of `ranked`, over which years.

    None throughout for a cell that was not ranked.
    """

    rank: int | None = None
    ranked: int | None = None
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True)
class ConversationPlan:
    """What is agreed about a conversation; `statuses` is theme -> (status, reason or None)."""

    owner: str
    next_step: str
    due_on: dt.date | None
    note: str = ""
    statuses: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)

    def line(self) -> dict[str, Any]:
        """The columns of the conversation itself."""
        kept = asdict(self)
        del kept["statuses"]
        return {key: storable(value) for key, value in kept.items()}


def choose_cells(
    store: Store,
    user: User,
    department: str,
    places: Mapping[str, Place],
    plan: ConversationPlan,
    *,
    today: dt.date | None = None,
) -> int:
    """Begin to work on these themes of a department; the number of the conversation.

    A conversation with the department that still runs takes them in, and keeps its own plan; a
    theme that was closed in it is opened again. Raises `KeyError` for an unknown name.
    """
    with store.writing(user, acts.CHOOSE, acts.ACTION, departments=department) as change:
        connection = change.connection
        department_id = ids_by_name(connection, t.department)[department]
        themes = ids_by_name(connection, t.theme)
        number, running = _running(connection, department_id)
        if number is None:
            number = _begin(change, department_id, plan)
        closed = {line.theme: line for line in running if line.status not in OPEN_STATUSES}
        known = {line.theme for line in running}
        for theme, place in places.items():
            if theme in closed:
                _move(change, closed[theme], _FIRST)
            elif theme not in known:
                _add(change, number, themes[theme], theme, place, _FIRST, today)
        _raise_version(connection, number)
        change.allow_nothing()
    return number


def edit_conversation(
    store: Store, user: User, conversation_id: int, plan: ConversationPlan, *, version: int
) -> None:
    """Change a conversation that was opened at `version`, and the status of its themes.

    Raises `ChangedMeanwhileError` when somebody else changed it since; then nothing is changed.
    """
    c, conversation = t.conversation.c, t.conversation
    with store.writing(user, acts.CHANGE, acts.CONVERSATION, conversation_id) as change:
        connection = change.connection
        chosen = select(conversation).where(c.id == conversation_id)
        found = connection.execute(chosen).mappings().one()
        if found["version"] != version:
            raise ChangedMeanwhileError
        before, after = differing(dict(found), plan.line())
        values = after | {"version": version + 1}
        connection.execute(update(conversation).where(c.id == conversation_id).values(values))
        if after:
            change.note(conversation_id, before=before, after=after)
        for line in _cells(connection, conversation_id):
            _move(change, line, plan.statuses.get(line.theme))
        change.allow_nothing()


def load_actions(store: Store) -> pd.DataFrame:
    """Every cell acted upon: a row per department x theme, in the order in which they were chosen.

    Columns: id, conversation_id, department, domain, theme, chosen_on (datetime64), status, reason
    (missing unless declined), owner, next_step, due_on (datetime64, missing if none), note,
    version, rank and ranked (place when chosen), first_year, last_year (of that ranking).
    """
    n, c = t.action.c, t.conversation.c
    chosen = (
        select(
            n.id, n.conversation_id, t.department.c.name.label(DEPARTMENT),
            t.department.c.domain.label(DOMAIN), t.theme.c.name.label(THEME),
            n.chosen_on.label(CHOSEN_ON), n.status.label(STATUS), n.reason.label(REASON),
            c.owner, c.next_step, c.due_on, c.note, c.version,
            n.rank, n.ranked, n.first_year, n.last_year,
        )
        .select_from(t.action)
        .join(t.conversation)
        .join(t.department)
        .join(t.theme, t.theme.c.id == n.theme_id)
        .order_by(n.id)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    for day in (CHOSEN_ON, "due_on"):
        frame[day] = pd.to_datetime(frame[day]).astype("datetime64[us]")
    texts = (DEPARTMENT, DOMAIN, THEME, STATUS, REASON, "owner", "next_step", "note")
    whole = ("rank", "ranked", "first_year", "last_year")
    return frame.astype(
        dict.fromkeys(("id", "conversation_id", "version"), "int64")
        | dict.fromkeys(texts, "str")
        | dict.fromkeys(whole, "Int64")
    )


def forget_work(connection: Connection) -> None:
    """Remove all that was done about the map or the meeting; the log keeps that it was there."""
    for table in (
        t.meeting_agreement, t.action, t.conversation, t.drawn_cell, t.draw, t.confirmation,
        t.proposal, t.unmet_request,
        t.dossier_file, t.dossier_version, t.dossier_draft,
    ):  # fmt: skip
        connection.execute(delete(table))


def decline_cell(change: Change, department_id: int, theme: str, reason: str) -> None:
    """Note, as part of an act, that a department does not want a theme, and why."""
    connection = change.connection
    theme_id = ids_by_name(connection, t.theme)[theme]
    number, running = _running(connection, department_id)
    status = (DECLINED, reason)
    if number is None:
        number = _begin(change, department_id, ConversationPlan(change.user.name, "", None))
    line = next((one for one in running if one.theme == theme), None)
    if line is None:
        _add(change, number, theme_id, theme, Place(), status, None)
    else:
        _move(change, line, status)
    _raise_version(connection, number)


def _running(connection: Connection, department_id: int) -> tuple[int | None, Sequence[Any]]:
    """The newest conversation with a department in which a theme is still open; its cells."""
    n, c = t.action.c, t.conversation.c
    newest = (
        select(c.id)
        .join(t.action)
        .where(c.department_id == department_id, n.status.in_(OPEN_STATUSES))
        .order_by(c.id.desc())
    )
    number = connection.execute(newest).scalar()
    return number, [] if number is None else _cells(connection, number)


def _begin(change: Change, department_id: int, plan: ConversationPlan) -> int:
    line = plan.line() | {"department_id": department_id, "version": 1}
    added = insert(t.conversation).values(line).returning(t.conversation.c.id)
    number = change.connection.execute(added).scalar_one()
    change.note(number, verb=acts.BEGIN, subject=acts.CONVERSATION, after=plan.line())
    return number


def _add(
    change: Change,
    conversation_id: int,
    theme_id: int,
    theme: str,
    place: Place,
    status: tuple[str, str | None],
    today: dt.date | None,
) -> None:
    line = {
        "conversation_id": conversation_id,
        "theme_id": theme_id,
        "chosen_on": today or clock.today(),
        "status": status[0],
        "reason": status[1],
    } | asdict(place)
    added = insert(t.action).values(line).returning(t.action.c.id)
    number = change.connection.execute(added).scalar_one()
    after = {THEME: theme, STATUS: status[0], REASON: status[1]}
    change.note(number, verb=acts.CHOOSE, subject=acts.ACTION, after=after)


def _cells(connection: Connection, conversation_id: int) -> Sequence[Any]:
    n = t.action.c
    chosen = select(n.id, n.status, n.reason, t.theme.c.name.label(THEME)).join(t.theme)
    return connection.execute(chosen.where(n.conversation_id == conversation_id)).all()


def _move(
    change: Change,
    line: Any,  # noqa: ANN401 (a row of SQLAlchemy)
    status: tuple[str, str | None] | None,
) -> None:
    """Give a cell another status, if it is another."""
    if status is None:
        return
    after = {STATUS: status[0], REASON: status[1] if status[0] == DECLINED else None}
    before, after = differing({STATUS: line.status, REASON: line.reason}, after)
    if after:
        moved = update(t.action).where(t.action.c.id == line.id).values(after)
        change.connection.execute(moved)
        change.note(line.id, verb=acts.MOVE, subject=acts.ACTION, before=before, after=after)


def _raise_version(connection: Connection, conversation_id: int) -> None:
    c = t.conversation.c
    raised = update(t.conversation).where(c.id == conversation_id)
    connection.execute(raised.values(version=c.version + 1))
