"""How wide and how even the use is: reach, coverage and concentration, each with its movement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analysis import reach
from analysis.period import Period
from analysis.shares import minimums
from data import columns as c
from texts import translate as _
from ui.shared import computed, formats, sentences, use_charts
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, show_chart
from ui.shared.computed import Scope
from ui.shared.labels import domain_label


def show_reach(scope: Scope) -> None:
    """Reach and coverage with their intervals, and how they moved through the years."""
    _side_by_side([_reach(scope), _reach_moves()])


def show_concentration(scope: Scope) -> None:
    """Top shares, the Lorenz curve, and the effective numbers through the years."""
    n = len(scope.records())
    if n < minimums().uses:
        st.info(sentences.too_little(n))
        return
    _side_by_side([_lorenz(scope), _top(scope), _effective_moves(), _gini_moves()])


def _side_by_side(found: Sequence[Chart]) -> None:
    grid = st.grid(2, min_column_width=380, gap="large")
    for chart in found:
        with grid.cell():
            show_chart(chart)


@cached_as_shown
def _reach(scope: Scope) -> Chart:
    period, cells = _cells(scope)
    covered = reach.coverage(cells)
    shares = {
        _("Departments reached"): reach.department_reach(cells),
        _("Themes reached"): reach.theme_reach(cells),
        _("Coverage, whole"): covered,
        _("Through theme groups only"): reach.network_coverage(cells),
    } | {
        _("Coverage, {domain}").format(domain=domain_label(domain)): reach.coverage(part)
        for domain, part in cells.groupby(c.DOMAIN, sort=False)
    }
    title = _("Coverage in {period}: {share}.").format(
        period=period.label, share=sentences.share_in_words(covered)
    )
    n = int(cells["uses"].sum())
    return use_charts.shares_chart("reach", title, shares, units=_("portion"), n=n)


@cached_as_shown
def _lorenz(scope: Scope) -> Chart:
    _period, cells = _cells(scope)
    reporting = cells.loc[cells["reported"], c.DEPARTMENT].drop_duplicates()
    return use_charts.lorenz_chart(scope.records(), reporting)


@cached_as_shown
def _top(scope: Scope) -> Chart:
    return use_charts.top_chart(scope.records())


def _cells(scope: Scope) -> tuple[Period, pd.DataFrame]:
    if scope.period is None:
        raise ValueError("the map of cells is of a period")
    return scope.period, computed.cells(scope.period, scope.domains)


@cached_as_shown
def _reach_moves() -> Chart:
    columns = ["reach", "theme_reach", "coverage"]
    return _moves("reach_moves", columns, "coverage", _("Coverage"), formats.percent, top=1.0)


@cached_as_shown
def _effective_moves() -> Chart:
    columns = ["effective_themes", "effective_departments"]
    name = _("Effective number of themes")
    return _moves("effective_moves", columns, "effective_themes", name, _one_decimal)


@cached_as_shown
def _gini_moves() -> Chart:
    column, name = "gini_departments", _("Gini of the departments")
    return _moves("gini_moves", [column], column, name, _two_decimals, top=1.0)


def _moves(
    key: str,
    columns: list[str],
    told: str,
    name: str,
    shown: Callable[[float], str],
    top: float | None = None,
) -> Chart:
    measures = computed.through_the_years()
    title = moved(measures, told, name)
    return use_charts.moves_chart(measures, columns, key=key, title=title, shown=shown, top=top)


def moved(measures: pd.DataFrame, column: str, name: str) -> str:
    """How a measure moved between the first and the last year in which it is known."""
    known = measures.dropna(subset=column)
    if len(known) < 2:
        return _("{measure}: one year is too little to see movement.").format(measure=name)
    first, last = known.iloc[0], known.iloc[-1]
    return _("{measure}: from {before} in {first} to {now} in {last}.").format(
        measure=name,
        before=_shown(column, first[column]),
        now=_shown(column, last[column]),
        first=int(first["year"]),
        last=int(last["year"]),
    )


def _shown(column: str, value: float) -> str:
    if column.startswith("effective"):
        return _one_decimal(value)
    return _two_decimals(value) if column.startswith("gini") else formats.percent(value)


def _one_decimal(value: float) -> str:
    return formats.number(value, 1)


def _two_decimals(value: float) -> str:
    return formats.number(value, 2)
