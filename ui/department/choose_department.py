"""Which department the page is about."""

from __future__ import annotations

import streamlit as st

from data import columns as c
from texts import translate as _
from ui.shared import filters, loaders, visitor
from ui.shared.safe import escape_label


def own_page() -> str | None:
    """The own department that the page is about; None for anybody but its manager.

    Of more than one that is the first, or the one that is chosen.
    """
    own = visitor.current_user().departments
    names = loaders.departments()[c.DEPARTMENT].tolist()
    department = filters.chosen(c.DEPARTMENT) or next(iter(own), None)
    return department if department in own and department in names else None


def show_other_own(department: str) -> None:
    """Who manages more departments goes to another one with a tap."""
    own = visitor.current_user().departments
    names = loaders.departments()[c.DEPARTMENT].tolist()
    others = [name for name in own if name in names and name != department]
    if department not in own or not others:
        return
    with st.container(horizontal=True, gap="small", key="no_print_other_own"):
        for name in others:
            st.button(
                _("To {department}").format(department=escape_label(name)),
                key=f"own_{name}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=filters.choose,
                kwargs={"department": name},
            )


def choose_department() -> str | None:
    """Let the visitor choose a department; a manager begins with the own one."""
    names = loaders.departments()[c.DEPARTMENT].tolist()
    chosen = filters.chosen(c.DEPARTMENT)
    if chosen not in names:
        wanted = chosen or visitor.own_department()
        now = loaders.department_now(wanted) if wanted else None
        if now in names:
            filters.choose(department=now)
    department = filters.name_filter(c.DEPARTMENT, names, placeholder=_("Choose"))
    if department is None:
        st.info(_("Choose a department to see where it stands."))
    return department
