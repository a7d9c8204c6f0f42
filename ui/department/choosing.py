"""Which department the page is about."""

from __future__ import annotations

import streamlit as st

from data import columns as c
from texts import translate as _
from ui import access, filters, loaders


def choose_department() -> str | None:
    """Let the visitor choose a department; a manager begins with the own one."""
    names = loaders.departments()[c.DEPARTMENT].tolist()
    own = access.current_user().department
    if own in names and filters.chosen(c.DEPARTMENT) not in names:
        filters.choose(department=own)
    department = filters.name_filter(c.DEPARTMENT, names, placeholder=_("Choose"))
    if department is None:
        st.info(_("Choose a department to see where it stands."))
    return department
