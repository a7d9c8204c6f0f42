"""The log: who did what, when, where from, and how that ended. Lines are added, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd
from sqlalchemy import Connection, select

from data.storing import tables as t
from data.storing.acts import DONE, Subject, Verb
from data.storing.log_chain import append
from data.storing.message_json import decode, encode
from data.users import User
from texts import Message

if TYPE_CHECKING:
    from data.storing.store import Store

COLUMNS = [
    "id", "at", "user", "role", "origin", "verb", "subject", "subject_id", "before", "after",
    "result", "reason",
]  # fmt: skip

Values = Mapping[str, Any]


@dataclass
class Change:
    """An act that is going on: the connection to do it with, and the lines that it leaves.

    `store` is for acts that are made of others: what they write is part of this one.
    """

    connection: Connection
    user: User
    verb: Verb
    subject: Subject
    store: Store
    noted: bool = False
    noted_id: int | None = None  # of the last line
    counts: dict[str, int] = field(default_factory=dict)  # the numbers in what was noted
    may_be_nothing: bool = False

    def note(
        self,
        subject_id: int | None = None,
        *,
        verb: Verb | None = None,
        subject: Subject | None = None,
        before: Values | None = None,
        after: Values | None = None,
    ) -> None:
        """Leave a line of what was done; `before` and `after` hold only what differs.

        `verb` and `subject` are those of the act, unless a line is about something else with it.
        """
        line = Line(
            self.user, verb or self.verb, subject or self.subject, subject_id, before, after
        )
        write_line(self.connection, line)
        self.noted, self.noted_id = True, subject_id
        self.counts |= {k: v for k, v in (after or {}).items() if type(v) is int}

    def allow_nothing(self) -> None:
        """Say that everything may be as it is wanted already.

        When nothing was noted, nothing is written either, and no line is left.
        """
        self.may_be_nothing = True


@dataclass(frozen=True)
class Line:
    """A line of the log, but for the moment."""

    user: User
    verb: Verb
    subject: Subject
    subject_id: int | None = None
    before: Values | None = None
    after: Values | None = None
    result: str = DONE
    reason: Message | None = None


def write_line(connection: Connection, line: Line) -> None:
    """Add a line; `KeyError` when nobody declared that this can be done to that."""
    line.subject.right_to(line.verb)
    values = {
        "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
        "user_name": line.user.name,
        "role": line.user.role.name,
        "origin": line.user.origin,
        "verb": line.verb.name,
        "subject": line.subject.name,
        "subject_id": line.subject_id,
        "before": _plain(line.before),
        "after": _plain(line.after),
        "result": line.result,
        "reason": line.reason and encode(line.reason),
    }
    append(connection, values)


def differing(before: Values, after: Values) -> tuple[dict, dict]:
    """Of two states of the same thing, only what differs."""
    keys = [key for key in after if before.get(key) != after[key]]
    return {key: before.get(key) for key in keys}, {key: after[key] for key in keys}


def load_changes(store: Store) -> pd.DataFrame:
    """Every line of the log, the newest first.

    Columns: id, at (UTC), user, role, origin, verb, subject, subject_id, before and after (dict),
    result, reason (a `Message`; None for what was done).
    """
    c = t.change_log.c
    chosen = select(
        c.id, c.at, c.user_name, c.role, c.origin, c.verb, c.subject, c.subject_id, c.before,
        c.after, c.result, c.reason,
    ).order_by(c.id.desc())  # fmt: skip
    with store.reading() as connection:
        frame = pd.DataFrame(connection.execute(chosen).all(), columns=COLUMNS)
    frame["at"] = pd.to_datetime(frame["at"], utc=True).astype("datetime64[us, UTC]")
    reasons = [decode(reason) if reason else None for reason in frame["reason"]]
    frame["reason"] = pd.Series(reasons, frame.index, dtype=object)
    return frame.astype({"id": "int64", "subject_id": "Int64"})


def _plain(values: Values | None) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in (values or {}).items()
    }
