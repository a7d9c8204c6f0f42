"""The log of which uploads count: one line for every time that one came, went or returned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from data.storing import tables as t


@dataclass(frozen=True)
class State:
    """How an upload stands: whether it counts, and which upload took its place, if any did."""

    active: bool
    replaced_by: int | None = None


def now() -> dt.datetime:
    """This moment in UTC, as the store keeps it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def states_at(connection: Connection, change: int | None = None) -> dict[int, State]:
    """How every upload stood right after a change, or stands now."""
    log = t.batch_change.c
    chosen = select(log.batch_id, log.active, log.replaced_by).order_by(log.id)
    if change is not None:
        chosen = chosen.where(log.change <= change)
    found = connection.execute(chosen).all()
    return {line.batch_id: State(line.active, line.replaced_by) for line in found}


def log_states(
    connection: Connection, states: Mapping[int, State], change: int | None = None
) -> None:
    """Note how uploads stand from now on, in this order; a new change unless it is part of one."""
    number = change or last_change(connection) + 1
    lines = [
        {
            "change": number,
            "at": now(),
            "batch_id": batch_id,
            "active": state.active,
            "replaced_by": state.replaced_by,
        }
        for batch_id, state in states.items()
    ]
    if lines:
        connection.execute(insert(t.batch_change), lines)


def last_change(connection: Connection) -> int:
    """The number of the last change; 0 before the first."""
    return connection.execute(select(func.max(t.batch_change.c.change))).scalar() or 0


def last_left_first(connection: Connection) -> list[int]:
    """The uploads that were ever taken back, the last that left first."""
    log = t.batch_change.c
    left = select(log.batch_id).where(~log.active).group_by(log.batch_id)
    return list(connection.execute(left.order_by(func.max(log.id).desc())).scalars())
