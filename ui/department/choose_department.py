"""Which department the page is about."""

from __future__ import annotations

import streamlit as st

from data import columns as c
from texts import translate as _
from ui.shared import filters, loaders, visitor


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
