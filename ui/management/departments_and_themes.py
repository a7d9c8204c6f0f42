"""Departments and themes: what they belong to, when they exist, how they are spelt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.errors import NotDoneError
from data.fields.choices import CLASSES
from data.storing import organisation, reference
from texts import translate as _
from ui.management.changes import show_changes
from ui.shared import loaders, visitor
from ui.shared.drafts import draft
from ui.shared.editors import changed_values, choice_column, save_button, saved
from ui.shared.labels import column_label
from ui.shared.notices import show_notice
from ui.shared.safe import escape_markdown

_EARLIEST, _LATEST = 1990, 2100
_MOST_EMPLOYEES = 100_000


def show_departments() -> None:
    """Every department: domain, function of the manager, size and years."""
    columns = {
        c.DOMAIN: choice_column(c.DOMAIN, CLASSES[c.DOMAIN]),
        c.MANAGER: st.column_config.TextColumn(
            column_label(c.MANAGER),
            help=_("The function, not the name of a person."),
            max_chars=80,
        ),
        c.EMPLOYEES: st.column_config.NumberColumn(
            column_label(c.EMPLOYEES), min_value=0, max_value=_MOST_EMPLOYEES, step=1
        ),
        **_years(),
    }
    _edit(c.DEPARTMENT, loaders.all_departments(), columns, alt=_("Departments and their domain"))


def show_themes() -> None:
    """Every theme: pillar, task and years."""
    columns = {
        c.PILLAR: choice_column(c.PILLAR, CLASSES[c.PILLAR]),
        c.TASK: choice_column(c.TASK, CLASSES[c.TASK]),
        **_years(),
    }
    alt = _("Themes with their pillar and task")
    _edit(c.THEME, loaders.all_themes(), columns, alt=alt)


def _years() -> dict[str, Any]:
    return {
        column: st.column_config.NumberColumn(
            column_label(column), min_value=_EARLIEST, max_value=_LATEST, step=1, format="%d"
        )
        for column in (c.VALID_FROM, c.VALID_TO)
    }


def _edit(kind: str, before: pd.DataFrame, columns: Mapping[str, Any], *, alt: str) -> None:
    if before.empty:
        st.info(_("There are none yet. They come with the first file that is read in."))
        show_changes(kind, [])
        return
    st.caption(_("Click a cell twice to change it. Empty years: always."))
    changed = changed_values(f"{kind}s", before, kind, columns, alt=alt)
    if save_button(f"{kind}s", changed=bool(changed)):
        reference.edit_names(loaders.store(), visitor.current_user(), kind, changed)
        saved(f"{kind}s")
    names = before[kind].tolist()
    show_changes(kind, names)
    st.subheader(_("Another spelling"), anchor=False)
    _form(
        f"variant_{kind}",
        _("Another spelling"),
        _("In files this spelling then stands for:"),
        names,
        lambda name, text: organisation.add_variant(
            loaders.store(), visitor.current_user(), kind, text, name
        ),
    )


def _form(
    key: str, label: str, question: str, names: list[str], store: Callable[[str, str], None]
) -> None:
    """Ask for a name that there is and a text, and store them."""
    one = draft(key)
    with st.container(border=True):
        name = st.selectbox(
            question, names, index=None, placeholder=_("Choose"), key=one.field("name", among=names)
        )
        text = st.text_input(label, max_chars=120, key=one.field("text", ""))
        clicked = st.button(_("Save"), key=one.key("save"))
        show_notice(key)
        if not clicked:
            return
        if not name or not text.strip():
            st.warning(_("Choose a name and fill in the spelling."))
            return
        try:
            store(name, text)
        except NotDoneError as error:
            st.warning(escape_markdown(error.message))
            return
    saved(key, at=key)
