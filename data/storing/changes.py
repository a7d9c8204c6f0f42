"""The log: who changed what, and when. Every function that changes something notes it here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, insert, select

from data.storing import tables as t
from data.storing.store import Store
from data.users import User

COLUMNS = ["id", "at", "user", "role", "subject", "subject_id", "verb", "before", "after"]


def note_change(
    connection: Connection,
    user: User,
    verb: str,
    subject: str,
    subject_id: int | None,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Note one change; `before` and `after` hold only what differs."""
    line = {
        "at": dt.datetime.now(dt.UTC).replace(tzinfo=None),
        "user_name": user.name,
        "role": user.role.name,
        "subject": subject,
        "subject_id": subject_id,
        "verb": verb,
        "before": _plain(before),
        "after": _plain(after),
    }
    connection.execute(insert(t.change_log).values(line))


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict, dict]:
    """Of two states of the same thing, only what differs."""
    keys = [key for key in after if before.get(key) != after[key]]
    return {key: before.get(key) for key in keys}, {key: after[key] for key in keys}


def load_changes(store: Store) -> pd.DataFrame:
    """Every change, the newest first.

    Columns: id, at (UTC), user, role, subject, subject_id, verb, before and after (dict).
    """
    c = t.change_log.c
    chosen = select(
        c.id, c.at, c.user_name.label("user"), c.role, c.subject, c.subject_id, c.verb,
        c.before, c.after,
    ).order_by(c.id.desc())  # fmt: skip
    with store.reading() as connection:
        frame = pd.DataFrame(connection.execute(chosen).all(), columns=COLUMNS)
    frame["at"] = pd.to_datetime(frame["at"], utc=True).astype("datetime64[us, UTC]")
    return frame.astype({"id": "int64", "subject_id": "Int64"})


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, dt.date) else value
        for key, value in (values or {}).items()
    }
