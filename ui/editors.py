"""Where the coordinator says what belongs where: relevance, domains, pillars and tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from data import columns as c
from data.access import CLASSIFY
from data.storing import reference
from texts import translate as _
from ui import access, loaders
from ui.labels import column_label, value_label
from ui.tables import rows_of

_SAVED = "editors_saved"


def show_editors() -> None:
    """The three tables, each with its own button; what is saved counts at once, everywhere."""
    if st.session_state.pop(_SAVED, False):
        st.success(_("Saved. The figures follow the new classification."))
    relevance_editor()
    domain_editor()
    theme_editor()


def relevance_editor() -> None:
    """Departments down, themes across: ticked is relevant."""
    st.subheader(_("Relevant combinations"), anchor=False)
    st.caption(_("Ticked: this theme makes sense for the work of this department."))
    departments, themes = loaders.departments(), loaders.themes()
    before = (
        loaders.relevance()
        .pivot_table(index=c.DEPARTMENT, columns=c.THEME, values="relevant", observed=True)
        .astype(bool)
        .reindex(index=departments[c.DEPARTMENT], columns=themes[c.THEME], fill_value=True)
    )
    # The departments are the index: a theme may bear any name, also one that is ours.
    after = st.data_editor(
        before.rename_axis(index=column_label(c.DEPARTMENT)),
        hide_index=False,
        column_config={
            theme: st.column_config.CheckboxColumn(theme, width=135) for theme in themes[c.THEME]
        }
        | {"_index": st.column_config.TextColumn(disabled=True)},
        key=f"relevance_{loaders.version()}",
        alt=_("Which theme is relevant for which department"),
    )
    changes = changed_cells(before, after)
    if _save_button("save_relevance", bool(changes)):
        reference.set_relevance(loaders.store(), changes)
        _saved()


def changed_cells(before: pd.DataFrame, after: pd.DataFrame) -> dict[tuple[str, str], bool]:
    """The cells that differ, (row, column) -> the new value."""
    values = after.to_numpy(dtype=bool)
    differs = np.argwhere(values != before.to_numpy(dtype=bool)).tolist()
    return {(before.index[i], before.columns[j]): bool(values[i, j]) for i, j in differs}


def domain_editor() -> None:
    """Which domain each department belongs to."""
    st.subheader(_("Departments"), anchor=False)
    alt = _("Departments and their domain")
    changed = _changed_rows("domains", loaders.departments(), {c.DOMAIN: c.DOMAINS}, alt=alt)
    if _save_button("save_domains", len(changed) > 0):
        for row in rows_of(changed):
            reference.set_domain(loaders.store(), row[c.DEPARTMENT], row[c.DOMAIN])
        _saved()


def theme_editor() -> None:
    """Which pillar and task each theme belongs to."""
    st.subheader(_("Themes"), anchor=False)
    options = {c.PILLAR: c.PILLARS, c.TASK: c.TASKS}
    changed = _changed_rows(
        "themes", loaders.themes(), options, alt=_("Themes with their pillar and task")
    )
    if _save_button("save_themes", len(changed) > 0):
        for row in rows_of(changed):
            reference.set_classification(loaders.store(), row[c.THEME], row[c.PILLAR], row[c.TASK])
        _saved()


def _changed_rows(
    key: str, before: pd.DataFrame, options: Mapping[str, tuple[str, ...]], *, alt: str
) -> pd.DataFrame:
    """Let the visitor choose among the options of each column; the rows where that changed one."""
    (name,) = [column for column in before.columns if column not in options]
    choices = {column: _choice_column(column, values) for column, values in options.items()}
    after = st.data_editor(
        before,
        hide_index=True,
        disabled=[name],
        column_config={name: column_label(name), **choices},
        key=f"{key}_{loaders.version()}",
        alt=alt,
    )
    chosen = list(options)
    return after[(after[chosen] != before[chosen]).any(axis=1)]


def _choice_column(column: str, options: tuple[str, ...]) -> Any:  # noqa: ANN401 (Streamlit does not name its type)
    return st.column_config.SelectboxColumn(
        column_label(column),
        options=list(options),
        format_func=lambda value: value_label(column, value),
        required=True,
    )


def _save_button(key: str, changed: bool) -> bool:
    changed = changed and access.current_user().may(CLASSIFY)
    return st.button(_("Save changes"), key=key, disabled=not changed, type="primary")


def _saved() -> None:
    st.session_state[_SAVED] = True
    st.rerun()
