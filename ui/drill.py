"""From a bar to the rows behind it: what a click chooses, and the charts that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.period import Period
from analysis.use import Measure, Step
from data import columns as c
from texts import translate as _
from ui import charts, filters
from ui.chart import show_chart


def show_through_time(
    usage: pd.DataFrame, *, per: Step, measure: Measure, highlighted: Period | None = None
) -> None:
    """Use through time by theme; a click chooses the year, quarter or month and the theme."""
    chart = charts.use_over_time_chart(
        usage, c.THEME, per=per, measure=measure, highlighted=highlighted
    )
    show_chart(chart, on_click=partial(_choose_slot, per))


def show_use_by(usage: pd.DataFrame, columns: Sequence[str], *, measure: Measure) -> None:
    """Use per value of each of the columns, side by side; a click chooses that value alone."""
    grid = st.grid(len(columns), min_column_width=330, gap="large")
    for column in columns:
        chosen = filters.chosen(column)
        chart = charts.use_by_chart(usage, column, measure=measure, chosen=chosen)
        with grid.cell():
            show_chart(chart, on_click=partial(_choose_only, column))


def show_departments(usage: pd.DataFrame, *, measure: Measure) -> None:
    """Use per department, of the theme that was chosen; a click chooses the department too."""
    chosen = filters.chosen(c.DEPARTMENT)
    chart = charts.use_by_chart(usage, c.DEPARTMENT, measure=measure, chosen=chosen)
    show_chart(chart, on_click=_choose_department)


def _choose_slot(per: Step, customdata: Sequence[Any]) -> None:
    start, theme = customdata
    filters.choose_only(theme=theme or None)
    filters.choose_slot(pd.Timestamp(start), per)
    _say_where()


def _choose_only(column: str, customdata: Sequence[Any]) -> None:
    filters.choose_only(**{column: customdata[0]})
    _say_where()


def _choose_department(customdata: Sequence[Any]) -> None:
    filters.choose_only(theme=filters.chosen(c.THEME), department=customdata[0])
    _say_where()


def _say_where() -> None:
    st.toast(_("The records behind this bar are at the bottom of the page."))
