"""From a bar to the rows behind it: what a click chooses, and the charts that can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.findings import facts, sentences
from analysis.use import Measure, Step
from data import columns as c
from texts import translate as _
from ui.shared import computed, filters, loaders, use_charts
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, show_chart
from ui.shared.computed import Scope
from ui.shared.tabs import unfold

RECORDS = "records"  # the fold with the records behind the figures


def show_through_time(
    scope: Scope, *, per: Step = "year", measure: Measure = "uses", clickable: bool = True
) -> None:
    """Use through time by theme; a click chooses the year, quarter or month and the theme.

    Years are shown all, with those of the scope standing out; of shorter steps only the scope's.
    """
    chart = _through_time(scope, per, measure)
    if chart:
        show_chart(chart, on_click=partial(_choose_slot, per) if clickable else None)
    else:
        st.info(_("No date is exact enough for this step."))


@cached_as_shown
def _through_time(scope: Scope, per: Step, measure: Measure) -> Chart | None:
    every_year = replace(scope, period=None) if per == "year" else scope
    frame, left_out = computed.use_over_time(every_year, c.THEME, per, measure)
    if frame.empty:
        return None
    return use_charts.use_over_time_chart(
        frame,
        c.THEME,
        computed.place_in_words(scope),
        per=per,
        measure=measure,
        left_out=left_out,
        highlighted=scope.period,
        finding=_finding(scope, measure),
        states=computed.states_of_years(),
    )


def _finding(scope: Scope, measure: Measure) -> str | None:
    """What is said of all use in the period; of a part of it only how much there was."""
    if measure != "uses" or scope != Scope(scope.period) or scope.period is None:
        return None
    found = computed.findings(scope.period)
    return sentences.through_time(found) or sentences.figure_text(found, facts.USES)


def show_use_by(scope: Scope, columns: Sequence[str], *, measure: Measure) -> None:
    """Use per value of each of the columns, side by side; a click chooses that value alone."""
    grid = st.grid(len(columns), min_column_width=330, gap="large")
    for column in columns:
        with grid.cell():
            _show_bars(scope, column, measure, partial(_choose_only, column))


def show_departments(scope: Scope, *, measure: Measure) -> None:
    """Use per department, of the theme that was chosen; a click chooses the department too."""
    _show_bars(scope, c.DEPARTMENT, measure, _choose_department)


def _show_bars(
    scope: Scope, column: str, measure: Measure, on_click: Callable[[Sequence[Any]], None]
) -> None:
    show_chart(_bars(scope, column, measure, filters.chosen(column)), on_click=on_click)


@cached_as_shown
def _bars(scope: Scope, column: str, measure: Measure, chosen: str | None) -> Chart:
    frame = computed.use_by(scope, column, measure)
    place, known = computed.place_in_words(scope), loaders.organisation().confirmed
    return use_charts.use_by_chart(
        frame, column, place, measure=measure, chosen=chosen, known=known
    )


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
    unfold(RECORDS)
    st.toast(_("The records behind this bar are at the bottom of the page."))
