"""A chart as every page shows it: the finding, the figure, what it rests on, the table, Excel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data.columns import BUDGET, USAGE
from reports.chart_data import ChartData
from texts import ngettext
from texts import translate as _
from ui.shared import formats, loaders, tabs
from ui.shared.as_data import data_of
from ui.shared.caching import cached_as_shown
from ui.shared.html_table import text
from ui.shared.offering import offer
from ui.shared.safe import escape_markdown, shortened
from ui.shared.tables import ReadyTable
from ui.shared.tabs import fold

_LONGEST_NAME = 60
_CONFIG = {"displayModeBar": False, "displaylogo": False}


@dataclass(frozen=True)
class Chart:
    """A chart and everything that must stand beside it.

    `title` is the finding, a sentence; `alt` says the same figures for who cannot see them; `table`
    is what the figure was drawn from, with readers' headings; `units` names the unit; `n` is the
    number of records behind it, or None of what was stated and rests on none. All texts are plain:
    nothing in them is read as markup.
    """

    key: str
    title: str
    figure: go.Figure
    table: pd.DataFrame
    units: str
    n: int | None
    alt: str
    note: str = ""
    source: str = ""  # where the figures come from, when that is not the use
    formats: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def ready_table(self) -> ReadyTable:
        """The table as it goes out, made once for everybody."""
        return ReadyTable.of(self.table)

    @cached_property
    def as_data(self) -> ChartData | None:
        """What the figure shows, for the chart that Excel draws."""
        return data_of(self.figure, self.title)


def show_chart(chart: Chart, *, on_click: Callable[[Sequence[Any]], None] | None = None) -> None:
    """Show the chart; `on_click` gets the `customdata` of a point that is clicked.

    A click is never the only road: whoever gives `on_click` shows a choice for the keyboard too.
    """
    st.subheader(escape_markdown(chart.title), anchor=False)
    _show_drawn(chart, on_click)


def show_on_demand(chart: Chart) -> None:
    """The chart without its title, for who asks: to draw weighs more than all else on a page."""
    asked = st.toggle(_("Show as a chart"), key=f"{chart.key}_drawn")
    if asked or not tabs.only_open:
        _show_drawn(chart)


def _show_drawn(chart: Chart, on_click: Callable[[Sequence[Any]], None] | None = None) -> None:
    show_figure(chart, on_click=on_click)
    st.caption(escape_markdown(basis(chart)))
    show_taking_along(chart)


def show_taking_along(chart: Chart, *, drawn: bool = True) -> None:
    """The table behind a chart, and the chart as Excel and as picture.

    All of it is made once this is unfolded, and so is a chart that is not `drawn` on the page.
    """
    with fold(_("Table, Excel and picture"), key=f"{chart.key}_along") as unfolded:
        if not unfolded:
            return
        show_table(chart.ready_table, alt=chart.alt)
        with st.container(horizontal=True):
            excel_button(
                chart.key,
                lambda: {chart.title: chart.table},
                title=chart.title,
                notes=[basis(chart)],
                number_formats=chart.formats,
                drawn=chart.as_data,
            )
            st.html(picture_button(chart), width="content")
        if not drawn:
            with st.container(key=f"map_scroll_{chart.key}"):
                show_figure(chart)


def picture_button(chart: Chart) -> str:
    """A button that keeps the figure as a picture, with its title and what it rests on."""
    named = {
        "picture": f"{chart.key}_figure",
        "file": file_name(chart.title, ".png"),
        "title": chart.title,
        "basis": basis(chart),
    }
    told = " ".join(f'data-{name}="{text(value)}"' for name, value in named.items())
    label = _("Download as picture")
    return f'<button type="button" class="own-button" {told}>{text(label)}</button>'


def show_figure(chart: Chart, *, on_click: Callable[[Sequence[Any]], None] | None = None) -> None:
    """The figure alone, for who puts the rest around it."""
    key = f"{chart.key}_figure"
    options: dict[str, Any] = {"config": _CONFIG, "alt": chart.alt, "key": key}
    if chart.figure.layout.width:
        options["width"] = "content"
    if on_click:
        options |= {"on_select": partial(_clicked, key, on_click), "selection_mode": "points"}
    st.plotly_chart(chart.figure, **options)


def _clicked(key: str, on_click: Callable[[Sequence[Any]], None]) -> None:
    for point in st.session_state[key]["selection"]["points"][:1]:
        if point.get("customdata"):
            on_click(point["customdata"])


def show_table(table: pd.DataFrame | ReadyTable, *, alt: str, days: Sequence[str] = ()) -> None:
    """Show a table that has readers' headings already; `days` are its columns of dates."""
    shown = table if isinstance(table, ReadyTable) else ReadyTable.of(table)
    columns: dict[str, Any] = {
        name: st.column_config.Column(alignment="right") for name in shown.amounts
    } | {name: st.column_config.NumberColumn(format="localized") for name in shown.broken}
    columns |= {name: st.column_config.DateColumn(format="DD-MM-YYYY") for name in days}
    st.dataframe(shown.content, hide_index=True, column_config=columns, placeholder="", alt=alt)


def basis(chart: Chart) -> str:
    """Unit, number of records, date and source of the data, in one line."""
    parts = [
        chart.note,
        _("Unit: {units}.").format(units=chart.units),
        "" if chart.n is None else _records_in_words(chart.n),
        chart.source or source_line(),
    ]
    return " ".join(part for part in parts if part)


def _records_in_words(n: int) -> str:
    text = ngettext("Rests on {n} record.", "Rests on {n} records.", n)
    return text.format(n=formats.number(n))


@cached_as_shown
def source_line() -> str:
    """Which files the use comes from, and when the last was read in."""
    return _sources(USAGE)


@cached_as_shown
def budget_source_line() -> str:
    """Which files the budget lines come from, and when the last was read in."""
    return _sources(BUDGET)


def _sources(kind: str) -> str:
    active = loaders.active_batches()
    batches = active[active["kind"].str.contains(kind)]
    if batches.empty:
        return ""
    day = formats.day(batches["created_at"].max())
    if not batches["file"].any():  # who may not see all sees no names of files
        return _("Read in up to {date}.").format(date=day)
    names = ", ".join(shortened(name, 40) for name in batches["file"].iloc[-3:])
    more = len(batches) - 3
    if more > 0:
        names = _("{names} and {n} more").format(names=names, n=more)
    return _("Source: {names}, read in up to {date}.").format(names=names, date=day)


def excel_button(
    key: str,
    tables: Callable[[], Mapping[str, pd.DataFrame]],
    *,
    title: str,
    notes: Sequence[str] = (),
    number_formats: Mapping[str, str] | None = None,
    drawn: ChartData | None = None,
) -> None:
    """A button that makes an Excel workbook of what `tables` gives, once it is asked for.

    `drawn` becomes a chart of Excel's own in it.
    """

    def make() -> bytes:
        from reports.workbook import workbook_of

        return workbook_of(tables(), title=title, notes=notes, formats=number_formats, drawn=drawn)

    offer(_("Download as Excel"), make, file_name(title), key=f"{key}_excel")


def file_name(title: str, ending: str = ".xlsx") -> str:
    """A name for the file with this title that any system takes."""
    bare = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", bare)
    return ("-".join(words)[:_LONGEST_NAME].strip("-") or "platform31") + ending
