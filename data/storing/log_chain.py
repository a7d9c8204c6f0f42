"""The log as a chain: each line holds the hash of the one before, so that nothing changes unseen.

How many lines were ever written stands apart, so that the last ones cannot be left out either.
`data.storing.log_keeping` goes along the chain.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data.storing import tables as t

START = "0" * 64  # what the first line holds of the one before
WRITTEN = "log_lines"
HASHED = (
    "at", "user_name", "role", "origin", "verb", "subject", "subject_id", "before", "after",
    "result", "reason",
)  # fmt: skip


def append(connection: Connection, values: Mapping[str, Any]) -> None:
    """Add a line behind the last one; who writes has waited for others already."""
    c = t.change_log.c
    last = connection.execute(select(c.hash).order_by(c.id.desc()).limit(1)).scalar()
    line = dict(values) | {"hash": hash_of(last or START, values)}
    connection.execute(insert(t.change_log).values(line))
    one_more = update(t.meta).where(t.meta.c.name == WRITTEN)
    connection.execute(one_more.values(value=t.meta.c.value + 1))


def hash_of(previous: str, values: Mapping[str, Any]) -> str:
    told = [_plain(values[name]) for name in HASHED]
    text = json.dumps([previous, *told], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a line holds)
    """A value as it comes out of either database again."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="microseconds")
    return json.loads(json.dumps(value)) if isinstance(value, dict | list) else value
