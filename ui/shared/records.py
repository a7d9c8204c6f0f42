"""The rows behind the figures: filtered by choice or by a click, on screen and as Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.use import PERIOD_START, Step, use_over_time
from data import columns as c
from data import fields
from texts import ngettext
from texts import translate as _
from ui.shared import filters, formats
from ui.shared.caching import cached, cached_as_shown
from ui.shared.chart import excel_button, show_table, source_line
from ui.shared.computed import Scope
from ui.shared.labels import column_label, readable, value_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import ReadyTable

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


@dataclass(frozen=True)
class Choice:
    """Which records are looked at: in a scope, with these values, of one quarter or month or all.

    Hashable, so that what is made of them is made once.
    """

    scope: Scope
    values: tuple[tuple[str, str], ...] = ()
    per: Step = "year"
    start: pd.Timestamp | None = None

    def records(self) -> pd.DataFrame:
        """The records themselves."""
        usage = self.scope.records()
        if self.start is not None:
            usage = _within(usage, self.start, self.per)
        return matching(usage, dict(self.values))

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the scope."""
        return not self.values and self.start is None

    def in_words(self) -> str:
        """The choice as a title."""
        words = choice_in_words(dict(self.values))
        if self.start is None:
            return words
        return f"{words}, {formats.period_label(self.start, self.per)}"


def theme_filter(scope: Scope) -> str | None:
    """Let the visitor choose one theme, or none."""
    return filters.name_filter(c.THEME, _values(scope, c.THEME), placeholder=_("All themes"))


def choose_records(scope: Scope, *, per: Step) -> Choice:
    """Let the visitor narrow the records down.

    The theme is chosen higher on the page and counts here as well.
    """
    found = {c.THEME: theme} if (theme := filters.chosen(c.THEME)) else {}
    grid = st.grid(3, min_column_width=220)
    for column in (name for name in filters.CHOICES if name != c.THEME):
        with grid.cell():
            value = filters.name_filter(column, _values(scope, column), placeholder=_("All"))
        if value is not None:
            found[column] = value
    start = None
    if per != "year":
        with grid.cell():
            start = filters.slot_filter(_slots(scope, per), per)
    return Choice(scope, tuple(found.items()), per, start)


@cached
def _slots(scope: Scope, per: Step) -> list[pd.Timestamp]:
    starts: list[pd.Timestamp] = use_over_time(scope.records(), per=per)[PERIOD_START].tolist()
    return starts


@cached
def _values(scope: Scope, column: str) -> list[str]:
    return values_of(scope.records(), column)


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


def show_chosen(choice: Choice, *, key: str) -> None:
    """The newest of the chosen records on screen, and a button for all of them as Excel."""
    # What somebody narrowed down is kept for nobody: there are too many such tables.
    n, newest = _newest(choice) if choice.is_whole else _newest_of(choice)
    _show(n, newest, choice.records, key=key, title=choice.in_words(), shown=SHOWN)


@cached_as_shown
def _newest(choice: Choice) -> tuple[int, ReadyTable]:
    return _newest_of(choice)


def _newest_of(choice: Choice) -> tuple[int, ReadyTable]:
    records = choice.records()
    return len(records), _ready(records, SHOWN)


def show_records(
    records: pd.DataFrame, *, key: str, title: str, shown: Sequence[str] = SHOWN
) -> None:
    """The newest of these records on screen, and a button for all of them as Excel."""
    ready = _ready(records, shown)
    _show(len(records), ready, lambda: records, key=key, title=title, shown=shown)


def _ready(records: pd.DataFrame, shown: Sequence[str]) -> ReadyTable:
    return ReadyTable.of(readable(records[list(shown)].iloc[: -MOST_ON_SCREEN - 1 : -1]))


def _show(
    n: int,
    newest: ReadyTable,
    every: Callable[[], pd.DataFrame],
    *,
    key: str,
    title: str,
    shown: Sequence[str],
) -> None:
    if not n:
        st.info(_("No records for this choice."))
        return
    count = ngettext("{n} record", "{n} records", n).format(n=formats.number(n))
    told = escape_markdown(f"{title}: {count}.")
    if n > MOST_ON_SCREEN:
        rest = _("The newest {n} are shown; the Excel file has them all.")
        told += f"\n\n:small[{rest.format(n=formats.number(MOST_ON_SCREEN))}]"
    st.markdown(told)
    show_table(newest, alt=f"{title}: {count}", days=(column_label(c.DATE),))
    excel_button(
        key,
        lambda: {title: readable(every()[list(shown)])},
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
