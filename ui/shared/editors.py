"""Tables in which the coordinator says what is so; what is saved counts at once, everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from data import columns as c
from data.storing import reference
from data.users import CLASSIFY
from texts import Text
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.drafts import draft, edit_table
from ui.shared.labels import column_label, value_label
from ui.shared.notices import done, show_notice
from ui.shared.tables import rows_of

_NARROWEST, _WIDEST = 90, 400  # of a column, in pixels
_OF_SIGN, _OF_CHARACTER = 48, 7.5


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
    before, after = _edited(
        "relevance",
        before.rename_axis(index=column_label(c.DEPARTMENT)),
        hide_index=False,
        column_config={
            theme: st.column_config.CheckboxColumn(theme, width=_width(theme))
            for theme in themes[c.THEME]
        }
        | {"_index": st.column_config.TextColumn(disabled=True)},
        alt=_("Which theme is relevant for which department"),
    )
    changes = changed_cells(before, after)
    if save_button("relevance", changed=bool(changes)):
        reference.set_relevance(loaders.store(), visitor.current_user(), changes)
        saved("relevance")


def _width(heading: str) -> int:
    """Pixels in which a heading can be read, beside the sign of its column."""
    return int(min(max(_NARROWEST, _OF_SIGN + _OF_CHARACTER * len(heading)), _WIDEST))


def _edited(
    name: str,
    frame: pd.DataFrame,
    **options: Any,  # noqa: ANN401 (those of the editor)
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table as the visitor found it, and as it is edited now, whatever others store."""

    def editor(start: pd.DataFrame, key: str) -> pd.DataFrame:
        return st.data_editor(start, key=key, **options)

    return edit_table(name, frame, editor)


def changed_cells(before: pd.DataFrame, after: pd.DataFrame) -> dict[tuple[str, str], bool]:
    """The cells that differ, (row, column) -> the new value."""
    values = after.to_numpy(dtype=bool)
    differs = np.argwhere(values != before.to_numpy(dtype=bool)).tolist()
    return {(before.index[i], before.columns[j]): bool(values[i, j]) for i, j in differs}


def changed_values(
    draft_name: str, before: pd.DataFrame, name: str, columns: Mapping[str, Any], *, alt: str
) -> dict[str, dict[str, Any]]:
    """Let the visitor edit `columns` (name -> Streamlit's column type); per `name` what changed."""
    before, after = _edited(
        draft_name,
        before,
        hide_index=True,
        disabled=[column for column in before.columns if column not in columns],
        column_order=[name, *columns],
        column_config={name: column_label(name), **columns},
        placeholder="",
        alt=alt,
    )
    changed: dict[str, dict[str, Any]] = {}
    if after.equals(before):
        return changed
    for was, now in zip(rows_of(before), rows_of(after), strict=True):
        values = {c: _plain(now[c]) for c in columns if _plain(now[c]) != _plain(was[c])}
        if values:
            changed[was[name]] = values
    return changed


def choice_column(column: str, options: tuple[str, ...]) -> Any:  # noqa: ANN401 (Streamlit does not name its type)
    """A column in which one of these values is chosen, shown in words."""
    return st.column_config.SelectboxColumn(
        column_label(column),
        options=list(options),
        format_func=lambda value: value_label(column, value),
        required=True,
    )


def save_button(name: str, *, changed: bool, right: str = CLASSIFY) -> bool:
    """The button that stores the draft of this name, and below it what came of that.

    Only for who may, and when there is something to store.
    """
    changed = changed and visitor.current_user().may(right)
    at = f"save_{name}"
    clicked = st.button(_("Save changes"), key=at, disabled=not changed, type="primary")
    show_notice(at)
    return clicked


def saved(name: str, *, at: str = "") -> None:
    """Let go of the draft of this name, and show the page once more with the word that it counts.

    `at` is the place of that word, when no `save_button` is.
    """
    draft(name).finish()
    done(Text("Saved. The figures follow the new classification."), at=at or f"save_{name}")
    st.rerun()


def _plain(value: Any) -> Any:  # noqa: ANN401 (any cell)
    """A cell as the store takes it: nothing is None, a whole number is an int."""
    if pd.isna(value) or value == "":
        return None
    return int(value) if isinstance(value, float | np.integer) else value
