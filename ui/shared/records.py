"""The rows behind the figures: filtered by choice or by a click, on screen and as Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis.use import Step
from data import columns as c
from data import fields
from texts import ngettext
from texts import translate as _
from ui.shared import filters, formats
from ui.shared.chart import excel_button, source_line
from ui.shared.labels import column_label, readable, value_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import broken_numbers

SHOWN = (
    *(name for name in fields.names(c.USAGE) if name != c.DATE_PRECISION),
    c.DATE_PRECISION, c.FILE, c.SHEET, c.ROW,
)  # fmt: skip
MOST_ON_SCREEN = 1_000
_SLOT_LENGTH = {
    "year": pd.DateOffset(years=1),
    "quarter": pd.DateOffset(months=3),
    "month": pd.DateOffset(months=1),
}


def theme_filter(usage: pd.DataFrame) -> str | None:
    """Let the visitor choose one theme, or none."""
    return filters.name_filter(c.THEME, values_of(usage, c.THEME), placeholder=_("All themes"))


def choose_records(usage: pd.DataFrame, *, per: Step) -> tuple[pd.DataFrame, str]:
    """Let the visitor narrow the records down; what is left, and the choice in words.

    The theme is chosen higher on the page and counts here as well.
    """
    found = {c.THEME: theme} if (theme := filters.chosen(c.THEME)) else {}
    grid = st.grid(3, min_column_width=220)
    for column in (name for name in filters.CHOICES if name != c.THEME):
        with grid.cell():
            value = filters.name_filter(column, values_of(usage, column), placeholder=_("All"))
        if value is not None:
            found[column] = value
    words = choice_in_words(found)
    if per != "year":
        with grid.cell():
            start = filters.slot_filter(usage, per)
        if start is not None:
            usage = _within(usage, start, per)
            words = f"{words}, {formats.period_label(start, per)}"
    return matching(usage, found), words


def values_of(usage: pd.DataFrame, column: str) -> list[str]:
    """The values that a column of the records can have, and `onbekend` when some give none."""
    names = usage[column].cat.categories.astype(str).tolist()
    missing = c.UNCLASSIFIED not in names and bool(usage[column].isna().any())
    return [*names, c.UNCLASSIFIED] if missing else names


def matching(usage: pd.DataFrame, chosen: Mapping[str, str]) -> pd.DataFrame:
    """The records with these values; `onbekend` also finds the records that give none."""
    for column, value in chosen.items():
        found = usage[column] == value
        if value == c.UNCLASSIFIED:
            found |= usage[column].isna()
        usage = usage[found]
    return usage


def show_records(
    records: pd.DataFrame, *, key: str, title: str, shown: Sequence[str] = SHOWN
) -> None:
    """The newest records on screen, and a button for all of them as Excel."""
    n = len(records)
    if not n:
        st.info(_("No records for this choice."))
        return
    count = ngettext("{n} record", "{n} records", n).format(n=formats.number(n))
    st.markdown(escape_markdown(f"{title}: {count}."))
    if n > MOST_ON_SCREEN:
        text = _("The newest {n} are shown; the Excel file has them all.")
        st.caption(text.format(n=formats.number(MOST_ON_SCREEN)))
    newest = records[list(shown)].iloc[: -MOST_ON_SCREEN - 1 : -1]
    shown_rows = readable(newest)
    st.dataframe(
        shown_rows,
        hide_index=True,
        placeholder="",
        column_config=broken_numbers(shown_rows)
        | {column_label(c.DATE): st.column_config.DateColumn(format="DD-MM-YYYY")},
        alt=f"{title}: {count}",
    )
    excel_button(
        key,
        lambda: {title: readable(records[list(shown)])},
        title=title,
        notes=[f"{title}: {count}.", source_line()],
    )


def choice_in_words(chosen: Mapping[str, str]) -> str:
    """What was chosen, as a title: Theme X, Department Y."""
    parts = [f"{column_label(col)} {value_label(col, value)}" for col, value in chosen.items()]
    return ", ".join(parts) or _("All records of the period")


def _within(usage: pd.DataFrame, start: pd.Timestamp, per: Step) -> pd.DataFrame:
    """The records of one quarter or month, less those whose date is not exact enough to say so."""
    exact = ~usage[c.DATE_PRECISION].isin(
        [c.YEAR_PRECISION] if per == "quarter" else [c.YEAR_PRECISION, c.QUARTER_PRECISION]
    )
    return usage[exact & (usage[c.DATE] >= start) & (usage[c.DATE] < start + _SLOT_LENGTH[per])]
