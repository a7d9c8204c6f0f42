"""Who is signed in: every process asks here, at every run of a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from data.storing import acts
from data.storing import tables as t
from data.storing.accounts import Account, find_account
from data.storing.store import Store
from data.users import User


@dataclass(frozen=True)
class SignedIn:
    """Somebody who is signed in, and the account of that name, if there is one."""

    name: str
    account: Account | None


def begin(store: Store, user: User, key: str, *, name: str, hours: float) -> None:
    """Let somebody in; raises `NotAllowedError` for who has no role, and the log says so."""
    began = _now()
    with store.writing(user, acts.SIGN_IN, acts.VISIT) as change:
        line = {
            "key": key,
            "name": name.casefold(),
            "began_at": began,
            "ends_at": began + dt.timedelta(hours=hours),
        }
        number = change.connection.execute(insert(t.sign_in).values(line).returning(t.sign_in.c.id))
        change.note(number.scalar_one())


def find(store: Store, key: str, *, now: dt.datetime | None = None) -> SignedIn | None:
    """Who is signed in with this key; None when that ended, by whatever cause."""
    c, moment = t.sign_in.c, now or _now()
    holds = (c.key == key) & c.ended_at.is_(None) & (c.ends_at > moment) & (c.began_at <= moment)
    with store.reading() as connection:
        name = connection.execute(select(c.name).where(holds)).scalar()
        return None if name is None else SignedIn(name, find_account(connection, name))


def end(store: Store, user: User, key: str) -> None:
    """Sign out: what was begun with this key holds no longer, in any tab and any process."""
    c = t.sign_in.c
    with store.writing(user, acts.SIGN_OUT, acts.VISIT) as change:
        ended = change.connection.execute(
            update(t.sign_in)
            .where((c.key == key) & c.ended_at.is_(None))
            .values(ended_at=_now())
            .returning(c.id)
        )
        for number in ended.scalars():
            change.note(number)
        change.allow_nothing()


def revoke(store: Store, user: User, name: str) -> int:
    """Sign somebody out everywhere, by who looks after the tool; how many times they were in."""
    c = t.sign_in.c
    with store.writing(user, acts.REVOKE, acts.VISIT) as change:
        open_now = (c.name == name.casefold()) & c.ended_at.is_(None) & (c.ends_at > _now())
        ended = change.connection.execute(
            update(t.sign_in).where(open_now).values(ended_at=_now()).returning(c.id)
        )
        numbers = list(ended.scalars())
        for number in numbers:
            change.note(number, after={"name": name.casefold()})
        change.allow_nothing()
    return len(numbers)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
