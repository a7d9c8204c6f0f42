"""Which upload counts for a year and a kind of amount, as somebody decided."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from data.money.sources import Chosen, Rivals
from data.storing import acts
from data.storing import tables as t
from data.storing.store import Store
from data.storing.writing import now
from data.users import User


def load_chosen_sources(connection: Connection) -> Chosen:
    """Every decision that was taken."""
    s = t.money_source.c
    chosen: dict[tuple[int, str], dict[int, bool]] = {}
    for line in connection.execute(select(s.year, s.kind, s.upload, s.counts)):
        chosen.setdefault((line.year, line.kind), {})[line.upload] = line.counts
    return chosen


def choose_sources(store: Store, user: User, rivals: Rivals, counted: Collection[int]) -> None:
    """Remember which of these uploads count.

    Raises `NotAllowedError`.
    """
    with store.writing(user, acts.CHOOSE, acts.MONEY_SOURCE) as change:
        remember_sources(change.connection, user.name, rivals, counted)
        told = {"year": rivals.year, "kind": rivals.kind}
        change.note(
            before=told | {"uploads": sorted(rivals.counted)},
            after=told | {"uploads": sorted(counted)},
        )


def remember_sources(
    connection: Connection, user: str, rivals: Rivals, counted: Collection[int]
) -> None:
    """Put in the place of what was decided that these uploads count, and the others do not."""
    s = t.money_source.c
    about = (s.year == rivals.year) & (s.kind == rivals.kind)
    connection.execute(delete(t.money_source).where(about))
    lines = [
        {
            "year": rivals.year,
            "kind": rivals.kind,
            "upload": source.batch_id,
            "counts": source.batch_id in counted,
            "decided_at": now(),
            "user_name": user,
        }
        for source in rivals.sources
    ]
    if lines:
        connection.execute(insert(t.money_source), lines)
