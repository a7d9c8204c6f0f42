"""Who may use the tool, in which role and for which departments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from data.storing import acts
from data.storing import tables as t
from data.storing.names import ids_by_name
from data.storing.store import Store
from data.users import ROLES, Role, User


@dataclass(frozen=True)
class Account:
    """A role, and of a manager the departments."""

    role: Role
    departments: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """As it stands in the log."""
        return {"role": self.role.name, "departments": list(self.departments)}


Accounts = Mapping[str, Account]  # by the name of the provider, in small letters


def load_accounts(store: Store) -> dict[str, Account]:
    """Everybody who may use the tool, by name."""
    with store.reading() as connection:
        return _accounts(connection)


def find_account(connection: Connection, name: str) -> Account | None:
    """What somebody may; None for who is not known."""
    return _accounts(connection, name.casefold()).get(name.casefold())


def put_accounts(store: Store, user: User, accounts: Accounts) -> None:
    """Let these people use the tool, and nobody else.

    Raises `KeyError` for a department that is not there.
    """
    wanted = {name.strip().casefold(): account for name, account in accounts.items()}
    with store.writing(user, acts.CHANGE, acts.ACCOUNT) as change:
        connection = change.connection
        known = _accounts(connection)
        for name in known.keys() - wanted.keys():
            _remove(connection, name)
            change.note(verb=acts.REMOVE, before={"name": name, **known[name].plain()})
        for name, account in wanted.items():
            before = known.get(name)
            if before == account:
                continue
            _put(connection, name, account)
            verb = acts.CHANGE if before else acts.ADD
            shown = {"name": name, **before.plain()} if before else None
            change.note(verb=verb, before=shown, after={"name": name, **account.plain()})
        change.allow_nothing()


def _accounts(connection: Connection, name: str | None = None) -> dict[str, Account]:
    a, d = t.account, t.account_department
    chosen = (
        select(a.c.name, a.c.role, t.department.c.name)
        .join(d, d.c.account_id == a.c.id, isouter=True)
        .join(t.department, t.department.c.id == d.c.department_id, isouter=True)
        .order_by(a.c.name, t.department.c.name)
    )
    if name is not None:
        chosen = chosen.where(a.c.name == name)
    found: dict[str, Account] = {}
    for who, role, department in connection.execute(chosen):
        more = (department,) if department else ()
        before = found[who].departments if who in found else ()
        found[who] = Account(ROLES[role], before + more)
    return found


def _put(connection: Connection, name: str, account: Account) -> None:
    a, ids = t.account, ids_by_name(connection, t.department)
    number = connection.execute(select(a.c.id).where(a.c.name == name)).scalar()
    if number is None:
        added = insert(a).values(name=name, role=account.role.name).returning(a.c.id)
        number = connection.execute(added).scalar_one()
    else:
        connection.execute(update(a).where(a.c.id == number).values(role=account.role.name))
        of_it = t.account_department.c.account_id == number
        connection.execute(delete(t.account_department).where(of_it))
    lines = [{"account_id": number, "department_id": ids[name]} for name in account.departments]
    if lines:
        connection.execute(insert(t.account_department), lines)


def _remove(connection: Connection, name: str) -> None:
    number = select(t.account.c.id).where(t.account.c.name == name).scalar_subquery()
    d = t.account_department
    connection.execute(delete(d).where(d.c.account_id == number))
    connection.execute(delete(t.account).where(t.account.c.name == name))
