"""Who is at the screen: one local user for now, seen as coordinator or as manager of a department.

Sign-in with roles comes in behind `current_user`; no page needs to know.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.columns import DEPARTMENT
from data.users import COORDINATOR, MANAGER, User
from texts import translate as _
from ui.shared import filters, loaders

ROLE = "als"  # in the address: the department whose manager is looking
_WIDGET = "role_choice"


def current_user() -> User:
    """The user of this visit, with the role that the switch or the address says."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return User(_name(), COORDINATOR)
    department = st.session_state.get(ROLE, st.query_params.get(ROLE))
    if department:
        return User(_name(), MANAGER, (department,))
    return User(_name(), COORDINATOR)


def own_department() -> str | None:
    """The department that the page opens with for this user; None for who has no own one."""
    return next(iter(current_user().departments), None)


def role_label(department: str | None) -> str:
    """The role of a user, by the department that the user manages."""
    if department is None:
        return str(COORDINATOR.label)
    return _("Department manager of {department}").format(department=department)


def role_switch() -> None:
    """Let the visitor see the tool as the coordinator, or as the manager of a department."""
    chosen = own_department() or ""
    st.session_state[ROLE] = chosen
    known = loaders.departments()[DEPARTMENT].tolist()
    options = ["", *known, *([chosen] if chosen and chosen not in known else [])]
    st.session_state[_WIDGET] = chosen
    st.selectbox(
        _("See as"),
        options,
        format_func=lambda name: role_label(name or None),
        key=_WIDGET,
        on_change=_switch,
        label_visibility="collapsed",
        width=210,
    )
    _keep_in_address(chosen)


def _switch() -> None:
    department = st.session_state[_WIDGET]
    st.session_state[ROLE] = department
    if department:  # a manager begins with the own department
        filters.choose(department=department)


def _keep_in_address(department: str) -> None:
    if department:
        st.query_params[ROLE] = department
    elif ROLE in st.query_params:
        del st.query_params[ROLE]


def _name() -> str:
    in_a_visit = get_script_run_ctx(suppress_warning=True) is not None
    if in_a_visit and st.user.get("is_logged_in", False):
        return str(st.user.get("name") or st.user.get("email") or "")
    return loaders.settings().user_name
