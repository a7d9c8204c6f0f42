"""Proving that the log is whole, and removing from it what need not be kept any longer.

What is removed is removed as an act of its own, that tells where the chain goes on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select

from data.storing import acts
from data.storing import tables as t
from data.storing.log_chain import HASHED, START, WRITTEN, hash_of
from data.storing.store import Store
from data.users import User


@dataclass(frozen=True)
class Verified:
    """What was found: the number of lines, the hash of the last, and what is wrong, if anything.

    `changed` is the number of the first line that does not follow from the one before: it or its
    predecessor was changed, moved or left out. `missing` is how many lines are not there any more.
    """

    lines: int
    last: str
    changed: int | None = None
    missing: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was changed or left out."""
        return self.changed is None and self.missing == 0


def verify(store: Store) -> Verified:
    """Go along the chain from its first line to its last."""
    c = t.change_log.c
    columns = [c[name] for name in ("id", *HASHED, "hash")]
    with store.reading() as connection:
        written = connection.execute(
            select(t.meta.c.value).where(t.meta.c.name == WRITTEN)
        ).scalar_one()
        removed, previous = _removed(connection)
        lines = 0
        for line in connection.execute(select(*columns).order_by(c.id)).mappings():
            lines += 1
            if line["hash"] != hash_of(previous, dict(line)):
                return Verified(lines, previous, changed=line["id"])
            previous = line["hash"]
    return Verified(lines, previous, missing=written - removed - lines)


def remove_old(store: Store, user: User, *, days: int, now: dt.datetime | None = None) -> int:
    """Remove the lines that are older than so many days; how many. 0 days keeps them all."""
    if not days:
        return 0
    c = t.change_log.c
    moment = now or dt.datetime.now(dt.UTC)
    since = moment.replace(tzinfo=None) - dt.timedelta(days=days)
    with store.writing(user, acts.REMOVE, acts.LOG) as change:
        connection = change.connection
        last, first_kept = connection.execute(
            select(func.max(c.id), func.min(c.id).filter(c.at >= since))
        ).one()
        # Only from the beginning, so that what stays is one chain.
        old = c.id <= ((last or 0) if first_kept is None else first_kept - 1)
        n = connection.execute(select(func.count()).where(old)).scalar_one()
        if not n:
            change.allow_nothing()
            return 0
        ends_with = connection.execute(select(c.hash).where(old).order_by(c.id.desc()).limit(1))
        told = {"lines": _removed(connection)[0] + n, "hash": ends_with.scalar_one()}
        change.note(after=told)  # before they go: it follows from the last of them
        connection.execute(delete(t.change_log).where(old))
    return int(n)


def _removed(connection: Connection) -> tuple[int, str]:
    """How many lines were removed so far, and the hash of the last of them."""
    c = t.change_log.c
    removals = select(c.after).where(
        c.subject == acts.LOG.name, c.verb == acts.REMOVE.name, c.result == acts.DONE
    )
    told = connection.execute(removals.order_by(c.id.desc()).limit(1)).scalar()
    return (told["lines"], told["hash"]) if told else (0, START)
