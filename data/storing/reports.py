"""Reports (opgaven) in the store: what each upload tells about, corrected and added by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, insert, or_, select, update

from data.columns import ACCEPTED, BATCH_ID, CHANNEL, CHANNELS, DEPARTMENT, PROPOSED, YEAR
from data.errors import NotDoneError
from data.storing import acts
from data.storing import tables as t
from data.storing.batch_log import now
from data.storing.change_log import differing
from data.storing.confirmations import load_confirmations
from data.storing.errors import UnknownBatchError
from data.storing.history import take_back
from data.storing.messages import REPORT_ENDS_BEFORE_IT_BEGINS
from data.storing.store import Store
from data.users import DECIDE, User
from data.values.report import ALL, BY_HAND, CONFIRMATION, UPLOAD, Report

EDITABLE = ("first_day", "last_day", "departments", "channels", "themes", "complete")
COLUMNS = [
    "id", BATCH_ID, "file", "first_day", "last_day", "departments", "channels", "themes",
    "complete", "stated", "source", "state", "created_at", "user",
]  # fmt: skip
REPORTED = [DEPARTMENT, CHANNEL, "first_day", "last_day", "themes"]


class ImpossibleReportError(NotDoneError):
    """What is asked cannot be; the sentence says why."""


def insert_reports(
    connection: Connection,
    reports: Iterable[Report],
    *,
    batch_id: int | None,
    user: str,
    source: str = UPLOAD,
    state: str = ACCEPTED,
) -> None:
    """Add what an upload tells about."""
    lines = [
        _line(report)
        | {
            "batch_id": batch_id, "source": source, "state": state, "created_at": now(),
            "user_name": user,
        }
        for report in reports
    ]  # fmt: skip
    if lines:
        connection.execute(insert(t.report), lines)


def stated_reports(connection: Connection, batches: Iterable[int]) -> list[Report]:
    """What people said that these uploads tell about."""
    r = t.report.c
    chosen = select(t.report).where(
        r.batch_id.in_(list(batches)), r.stated, r.withdrawn_at.is_(None)
    )
    return [
        Report(
            line.first_day, line.last_day, _tuple(line.departments), line.channels,
            _tuple(line.themes), line.complete, stated=True,
        )
        for line in connection.execute(chosen.order_by(r.id))
    ]  # fmt: skip


def add_report(store: Store, user: User, report: Report) -> int:
    """State by hand what is known of departments: its number."""
    with store.writing(user, acts.ADD, acts.REPORT) as change:
        _check(report.first, report.last)
        line = _line(report) | {
            "batch_id": None, "source": BY_HAND, "state": ACCEPTED, "created_at": now(),
            "user_name": user.name, "stated": True,
        }  # fmt: skip
        added = insert(t.report).values(line).returning(t.report.c.id)
        number = int(change.connection.execute(added).scalar_one())
        change.note(number, after=_noted(line))
    return number


def edit_report(store: Store, user: User, number: int, changes: Mapping[str, Any]) -> None:
    """Correct what a list tells about: columns of `EDITABLE`; from then on a person said so.

    Raises `KeyError` for an unknown report or column, `ImpossibleReportError`.
    """
    with store.writing(user, acts.CHANGE, acts.REPORT, number) as change:
        if unknown := set(changes) - set(EDITABLE):
            raise KeyError(*unknown)
        line = _found(change.connection, number)
        wanted = {k: list(v) if isinstance(v, tuple) else v for k, v in changes.items()}
        _check(wanted.get("first_day", line["first_day"]), wanted.get("last_day", line["last_day"]))
        before, after = differing(line, wanted)
        change.allow_nothing()
        if not after and line["stated"]:
            return
        decided = {"stated": True, "decided_at": now(), "decided_by": user.name}
        chosen = update(t.report).where(t.report.c.id == number)
        change.connection.execute(chosen.values(after | decided))
        change.note(number, before=_noted(before), after=_noted(after))


def withdraw_report(store: Store, user: User, number: int) -> None:
    """Take back what a list was said to tell about. Its records stay, and count."""
    with store.writing(user, acts.WITHDRAW, acts.REPORT, number) as change:
        line = _found(change.connection, number)
        gone = update(t.report).where(t.report.c.id == number)
        decided = {"withdrawn_at": now(), "decided_at": now(), "decided_by": user.name}
        change.connection.execute(gone.values(decided))
        change.note(number, before=_noted(line))


def accept_list(store: Store, user: User, batch_id: int) -> None:
    """Let the own list of a department count from now on. `UnknownBatchError` when none waits."""
    with store.writing(user, acts.ACCEPT, acts.OWN_LIST, batch_id) as change:
        r = t.report.c
        waiting = (r.batch_id == batch_id) & (r.state == PROPOSED) & r.withdrawn_at.is_(None)
        active = select(t.batch.c.id).where(t.batch.c.undone_at.is_(None))
        waiting &= r.batch_id.in_(active)
        decided = {"state": ACCEPTED, "decided_at": now(), "decided_by": user.name}
        done = change.connection.execute(update(t.report).where(waiting).values(decided))
        if not done.rowcount:
            raise UnknownBatchError(batch_id)
        change.note(batch_id)


def take_list_back(store: Store, user: User, batch_id: int) -> None:
    """Take the own list of a department back while it waits: by who sent it, or by who decides.

    `UnknownBatchError` when no such list waits.
    """
    with store.reading() as connection:
        r = t.report.c
        chosen = select(r.departments).where(
            r.batch_id == batch_id, r.state == PROPOSED, r.withdrawn_at.is_(None)
        )
        lists = connection.execute(chosen).scalars().all()
    departments = {name for names in lists for name in names or ()}
    verb = acts.DECLINE if user.may(DECIDE) else acts.WITHDRAW
    with store.writing(user, verb, acts.OWN_LIST, batch_id, departments=departments) as change:
        if not lists:
            raise UnknownBatchError(batch_id)
        take_back(change.connection, batch_id)
        change.note(batch_id)


def load_reports(store: Store) -> pd.DataFrame:
    """Every report of uploads that count, and those stated by hand, in the order of the days.

    A confirmed year is one too, of its department, up to the day of confirming at the latest.
    Columns: id (missing for a confirmed year), batch_id, file (missing when it has none),
    first_day, last_day, departments and themes (a tuple; None for all), channels, complete, stated,
    source, state, created_at (UTC), user.
    """
    r, b = t.report.c, t.batch.c
    chosen = (
        select(
            r.id, r.batch_id, b.file, r.first_day, r.last_day, r.departments, r.channels, r.themes,
            r.complete, r.stated, r.source, r.state, r.created_at, r.user_name.label("user"),
        )
        .select_from(t.report.outerjoin(t.batch, b.id == r.batch_id))
        .where(r.withdrawn_at.is_(None), or_(r.batch_id.is_(None), b.undone_at.is_(None)))
        .order_by(r.first_day, r.id)
    )  # fmt: skip
    with store.reading() as connection:
        found = [dict(line) for line in connection.execute(chosen).mappings()]
    for line in found:
        line["departments"], line["themes"] = _tuple(line["departments"]), _tuple(line["themes"])
    frame = pd.DataFrame(found + _confirmed(load_confirmations(store)), columns=COLUMNS)
    for day in ("first_day", "last_day"):
        frame[day] = pd.to_datetime(frame[day]).astype("datetime64[us]")
    frame["created_at"] = pd.to_datetime(frame["created_at"], utc=True)
    texts = dict.fromkeys(("file", "channels", "source", "state", "user"), "str")
    flags = dict.fromkeys(("complete", "stated"), "bool")
    lists = dict.fromkeys(("departments", "themes"), "object")
    return frame.astype(texts | flags | lists | dict.fromkeys(("id", BATCH_ID), "Int64"))


def _confirmed(confirmations: pd.DataFrame) -> list[dict[str, Any]]:
    lines = []
    for line in confirmations.to_dict("records"):
        year, day = int(line[YEAR]), line["confirmed_at"].date()
        last = min(dt.date(year, 12, 31), day)
        if last.year < year:
            continue
        lines.append(
            dict.fromkeys(COLUMNS)
            | {
                "first_day": dt.date(year, 1, 1), "last_day": last,
                "departments": (str(line[DEPARTMENT]),), "channels": ALL, "complete": True,
                "stated": True, "source": CONFIRMATION, "state": ACCEPTED,
                "created_at": line["confirmed_at"], "user": line["user"],
            }
        )  # fmt: skip
    return lines


def load_reported(store: Store) -> pd.DataFrame:
    """What is reported: a line per department, channel and report that counts.

    Columns: department, channel, first_day, last_day, themes (a tuple; None for every theme). A
    report of all departments is one of each department that the store knows: when a department
    exists is its own matter.
    """
    reports = load_reports(store)
    counted = reports[(reports["state"] == ACCEPTED) & reports["complete"]]
    with store.reading() as connection:
        every = list(connection.execute(select(t.department.c.name)).scalars())
    known, rows = set(every), []
    columns = ["channels", "departments", "first_day", "last_day", "themes"]
    for channel, named, first, last, themes in zip(*(counted[c] for c in columns), strict=True):
        channels = CHANNELS if channel == ALL else (channel,)
        names = every if named is None else [name for name in named if name in known]
        rows += [(name, one, first, last, themes) for name in names for one in channels]
    frame = pd.DataFrame(rows, columns=REPORTED)
    days = dict.fromkeys(("first_day", "last_day"), "datetime64[us]")
    return frame.astype({DEPARTMENT: "str", CHANNEL: "str", "themes": "object"} | days)


def proposed_batches(connection: Connection) -> list[int]:
    """The uploads that do not count yet: lists of departments that nobody accepted."""
    r = t.report.c
    waiting = select(r.batch_id).where(r.state == PROPOSED, r.withdrawn_at.is_(None))
    return [number for number in connection.execute(waiting.distinct()).scalars() if number]


def rename_in_reports(connection: Connection, column: str, old: str, new: str) -> None:
    """Let a name that was mended stand in the reports too (`departments` or `themes`)."""
    r = t.report.c
    lines = connection.execute(select(r.id, r[column]).where(r[column].is_not(None))).all()
    for number, names in lines:
        if names and old in names:
            changed = [new if name == old else name for name in names]
            connection.execute(update(t.report).where(r.id == number).values({column: changed}))


def _found(connection: Connection, number: int) -> dict[str, Any]:
    r = t.report.c
    chosen = select(t.report).where(r.id == number, r.withdrawn_at.is_(None))
    line = connection.execute(chosen).mappings().first()
    if line is None:
        raise KeyError(number)
    return dict(line)


def _check(first: dt.date, last: dt.date) -> None:
    if first > last:
        raise ImpossibleReportError(REPORT_ENDS_BEFORE_IT_BEGINS())


def _line(report: Report) -> dict[str, Any]:
    return {
        "first_day": report.first,
        "last_day": report.last,
        "departments": None if report.departments is None else list(report.departments),
        "channels": report.channels,
        "themes": None if report.themes is None else list(report.themes),
        "complete": report.complete,
        "stated": report.stated,
    }


def _noted(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in EDITABLE}


def _tuple(names: list[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)
