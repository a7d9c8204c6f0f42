"""Who somebody is to this tool: the role that the provider, Manage or the settings give."""

from __future__ import annotations

from data.settings import Settings
from data.storing.accounts import Account, find_account
from data.storing.store import Store
from data.users import ADMINISTRATOR, MANAGER, NOBODY, User
from ui.web import sign_in
from ui.web.hosts import names_in


def user_of(store: Store, claims: sign_in.Claims) -> User:
    """The user that these claims name, as the store stands now."""
    name = sign_in.name_in(claims)
    with store.reading() as connection:
        account = find_account(connection, name)
    return user_with(name, account, claims)


def user_with(name: str, account: Account | None, claims: sign_in.Claims) -> User:
    """The user of this name: by the provider where it gives roles, else by Manage."""
    told = sign_in.role_in(claims)
    role = told or (account.role if account and not Settings.in_force({}).role_claim else None)
    if role is None:
        named = name in names_in(Settings.in_force({}).administrators)
        role = ADMINISTRATOR if named else NOBODY
    if role != MANAGER:
        return User(name, role)
    own = sign_in.departments_in(claims) or (account.departments if account else ())
    return User(name, role, own)
