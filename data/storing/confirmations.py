"""Departments that say of a year: this list is complete. Such a year counts as reported."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Connection, insert, select, update

from data.columns import DEPARTMENT, YEAR
from data.storing import acts
from data.storing import tables as t
from data.storing.names import ids_by_name
from data.storing.query import frame_of
from data.storing.store import Store
from data.storing.writing import now
from data.users import User


def confirm_year(store: Store, user: User, department: str, year: int, *, records: int) -> None:
    """Note that the list of a department-year, of so many records, is complete.

    An earlier confirmation of that year is withdrawn, and stays in the store.
    """
    with store.writing(user, acts.CONFIRM, acts.CONFIRMATION, departments=department) as change:
        connection = change.connection
        department_id = ids_by_name(connection, t.department)[department]
        _withdraw(connection, department_id, year)
        line = {
            "department_id": department_id,
            "year": year,
            "records": records,
            "confirmed_at": now(),
            "user_name": user.name,
        }
        added = insert(t.confirmation).values(line).returning(t.confirmation.c.id)
        number = connection.execute(added).scalar_one()
        after = {DEPARTMENT: department, YEAR: year, "records": records}
        change.note(number, after=after)


def withdraw_confirmation(store: Store, user: User, department: str, year: int) -> None:
    """Take back that the list of a department-year is complete."""
    with store.writing(user, acts.WITHDRAW, acts.CONFIRMATION, departments=department) as change:
        department_id = ids_by_name(change.connection, t.department)[department]
        for number in _withdraw(change.connection, department_id, year):
            change.note(number, before={DEPARTMENT: department, YEAR: year})
        change.allow_nothing()


def load_confirmations(store: Store) -> pd.DataFrame:
    """Every department-year that is confirmed now: department, year, records (how many the list
    had), confirmed_at (UTC), user.
    """
    c = t.confirmation.c
    chosen = (
        select(
            t.department.c.name.label(DEPARTMENT), c.year, c.records, c.confirmed_at,
            c.user_name.label("user"),
        )
        .join(t.department)
        .where(c.withdrawn_at.is_(None))
        .order_by(t.department.c.name, c.year)
    )  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    frame["confirmed_at"] = pd.to_datetime(frame["confirmed_at"], utc=True).astype(
        "datetime64[us, UTC]"
    )
    return frame.astype({DEPARTMENT: "str", YEAR: "int64", "records": "int64", "user": "str"})


def _withdraw(connection: Connection, department_id: int, year: int) -> list[int]:
    c = t.confirmation.c
    active = (c.department_id == department_id) & (c.year == year) & c.withdrawn_at.is_(None)
    gone = update(t.confirmation).where(active).values(withdrawn_at=now()).returning(c.id)
    return list(connection.execute(gone).scalars())
