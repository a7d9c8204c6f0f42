"""Which department the page is about."""

from __future__ import annotations

import streamlit as st

from data import columns as c
from texts import translate as _
from ui.shared import filters, loaders, visitor


def own_page() -> str | None:
    """The department of the manager who looks at it; None for anybody else."""
    own = visitor.own_department()
    names = loaders.departments()[c.DEPARTMENT].tolist()
    return own if own in names and filters.chosen(c.DEPARTMENT) in (None, own) else None


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
