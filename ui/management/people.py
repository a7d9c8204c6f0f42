"""Who may use the tool, in which role; who that is can be taken along, and be signed out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from data.columns import DEPARTMENT
from data.storing import sign_ins
from data.storing.accounts import Account, load_accounts, put_accounts
from data.storing.versions import ACCOUNTS
from data.users import ADMINISTER, GIVEN, MANAGER, RIGHTS, Role
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.chart import excel_button
from ui.shared.drafts import edit_table
from ui.shared.editors import save_button, saved
from ui.shared.tables import rows_of

_NAME, _ROLE, _DEPARTMENTS = "name", "role", "departments"


def show_people() -> None:
    """Everybody with a role: add, change, remove, take along, sign out."""
    st.caption(
        _("Who signs in is found here by e-mail address. A manager sees the own departments.")
    )
    accounts = loaders.loaded("accounts", (ACCOUNTS,), load_accounts)
    edited = _edited(accounts)
    unknown = [name for name, account in edited.items() if _misses_department(account)]
    if unknown:
        st.warning(_("Choose a department for every manager."))
    if save_button("people", changed=edited != accounts and not unknown, right=ADMINISTER):
        put_accounts(loaders.store(), visitor.current_user(), edited)
        saved("people")
    title = _("Who may do what")
    excel_button("people", lambda: {title: overview(accounts), _("Roles"): roles()}, title=title)
    _sign_out(sorted(accounts))


def overview(accounts: dict[str, Account]) -> pd.DataFrame:
    """Everybody with role and departments, for who checks the rights."""
    lines = [
        (name, str(account.role.label), ", ".join(account.departments))
        for name, account in sorted(accounts.items())
    ]
    return pd.DataFrame(
        lines, columns=[_("E-mail address"), _("Role"), _("Departments")], dtype="str"
    )


def roles() -> pd.DataFrame:
    """Every role with what it may do: everywhere, for the own departments, or not at all."""
    return pd.DataFrame(
        {_("Right"): [str(label) for label in RIGHTS.values()]}
        | {str(role.label): [_extent(role, right) for right in RIGHTS] for role in GIVEN}
    )


def _extent(role: Role, right: str) -> str:
    if right in role.rights:
        return _("yes")
    return _("own departments") if right in role.own_rights else _("no")


def _misses_department(account: Account) -> bool:
    return account.role == MANAGER and not account.departments


def _edited(accounts: dict[str, Account]) -> dict[str, Account]:
    """The table as it is edited now; a line without an address counts for nothing."""
    frame = pd.DataFrame(
        {
            _NAME: pd.Series(list(accounts), dtype="str"),
            _ROLE: pd.Series([account.role.name for account in accounts.values()], dtype="str"),
            _DEPARTMENTS: pd.Series(
                [list(account.departments) for account in accounts.values()],
                dtype=pd.ArrowDtype(pa.list_(pa.string())),  # also when there is nobody yet
            ),
        }
    )
    labels = {role.name: str(role.label) for role in GIVEN}
    options: dict[str, Any] = {
        "disabled": not visitor.current_user().may(ADMINISTER),
        "alt": _("Who may do what"),
    }
    columns: dict[str, Any] = {
        _NAME: st.column_config.TextColumn(_("E-mail address"), required=True),
        _ROLE: st.column_config.SelectboxColumn(
            _("Role"),
            options=list(labels),
            format_func=lambda role: labels[str(role)],
            required=True,
        ),
        _DEPARTMENTS: st.column_config.MultiselectColumn(
            _("Departments"), options=loaders.all_departments()[DEPARTMENT].tolist()
        ),
    }

    def editor(start: pd.DataFrame, key: str) -> pd.DataFrame:
        return st.data_editor(
            start, num_rows="dynamic", hide_index=True, column_config=columns, key=key, **options
        )

    _begun, after = edit_table("people", frame, editor)
    return dict(account for row in rows_of(after) if (account := _account(row)))


def _account(row: dict[str, Any]) -> tuple[str, Account] | None:
    name, role = row[_NAME], row[_ROLE]
    if not isinstance(name, str) or not name.strip() or not isinstance(role, str):
        return None
    given = next(one for one in GIVEN if one.name == role)
    listed = row[_DEPARTMENTS] if isinstance(row[_DEPARTMENTS], Iterable) else ()
    own = tuple(sorted(map(str, listed))) if given == MANAGER else ()
    return name.strip().casefold(), Account(given, own)


def _sign_out(names: list[str]) -> None:
    if not names or not visitor.current_user().may(ADMINISTER):
        return
    st.subheader(_("Sign somebody out"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(_("Who"), names, index=None, key="sign_out_whom", width=320)
        if st.button(_("Sign out everywhere"), key="sign_out_them", disabled=name is None):
            n = sign_ins.revoke(loaders.store(), visitor.current_user(), str(name))
            text = _("Signed out: {name}. Open visits that ended: {n}.")
            st.success(text.format(name=name, n=n))
