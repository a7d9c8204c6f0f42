"""How wide and how even the use is: reach, coverage and concentration, each with its movement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import reach
from analysis.findings import facts
from analysis.findings.sentences import (
    change_text,
    covered_in_words,
    relevance_in_words,
    why_not_compared,
)
from analysis.period import Period
from analysis.shares import minimums
from data import columns as c
from texts import translate as _
from ui.shared import computed, formats, loaders, sentences, use_charts
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, show_chart
from ui.shared.computed import Scope
from ui.shared.labels import domain_label


def show_reach(scope: Scope) -> None:
    """Reach and coverage, and how they moved through the years."""
    _side_by_side(scope, [_reach], [_reach_moves])


def show_concentration(scope: Scope) -> None:
    """Top shares, the Lorenz curve, and the effective numbers through the years."""
    n = len(scope.records())
    if n < minimums().uses:
        st.info(sentences.too_little(n))
        return
    _side_by_side(scope, [_lorenz, _top], [_effective_moves, _gini_moves])


def _side_by_side(
    scope: Scope,
    of_the_period: Sequence[Callable[[Scope], Chart]],
    through_the_years: Sequence[Callable[[Scope], Chart]],
) -> None:
    """The charts; a movement is drawn once there are two years to draw it between."""
    moves = len(computed.whole_years(scope.domains)) > 1
    grid = st.grid(2, min_column_width=380, gap="large")
    for chart in (*of_the_period, *(through_the_years if moves else ())):
        with grid.cell():
            show_chart(chart(scope))
    if not moves:
        st.caption(_("How this moved is drawn once two years are reported as a whole."))


@cached_as_shown
def _reach(scope: Scope) -> Chart:
    period, cells = _cells(scope)
    covered, known = reach.coverage(cells), loaders.organisation().confirmed
    shares = {
        **({_("Departments reached"): reach.department_reach(cells)} if known else {}),
        _("Themes reached"): reach.theme_reach(cells),
        _("Coverage, whole"): covered,
        _("Through theme groups only"): reach.network_coverage(cells),
    } | {
        _("Coverage, {domain}").format(domain=domain_label(domain)): reach.coverage(part)
        for domain, part in cells.groupby(c.DOMAIN, sort=False)
    }
    title = covered_in_words(covered.k, covered.n, computed.place_in_words(scope), known=known)
    n = int(cells["uses"].sum())
    chart = use_charts.shares_chart("reach", title, shares, units=_("portion"), n=n)
    return replace(chart, note=relevance_in_words(computed.findings(period, scope.domains)))


@cached_as_shown
def _lorenz(scope: Scope) -> Chart:
    _period, cells = _cells(scope)
    reporting = cells.loc[cells["reported"], c.DEPARTMENT].drop_duplicates()
    place = computed.place_in_words(scope)
    return use_charts.lorenz_chart(scope.records(), reporting, place)


@cached_as_shown
def _top(scope: Scope) -> Chart:
    known = loaders.organisation().confirmed
    return use_charts.top_chart(scope.records(), computed.place_in_words(scope), known=known)


def _cells(scope: Scope) -> tuple[Period, pd.DataFrame]:
    if scope.period is None:
        raise ValueError("the map of cells is of a period")
    return scope.period, computed.cells(scope.period, scope.domains)


@cached_as_shown
def _reach_moves(scope: Scope) -> Chart:
    columns = ["reach", "theme_reach", "coverage"]
    if not loaders.organisation().confirmed:
        columns.remove("reach")
    title = _moved(scope, facts.COVERAGE, _("Coverage"))
    return _moves("reach_moves", scope, columns, title, formats.percent, top=1.0)


@cached_as_shown
def _effective_moves(scope: Scope) -> Chart:
    columns = ["effective_themes", "effective_departments"]
    title = _moved(scope, facts.EFFECTIVE_THEMES, _("Effective number of themes"))
    return _moves("effective_moves", scope, columns, title, _one_decimal)


@cached_as_shown
def _gini_moves(scope: Scope) -> Chart:
    measures = computed.whole_years(scope.domains)
    values = dict(zip(measures["year"], measures["gini_departments"], strict=True))
    told = [
        _("{value} in {year}").format(value=_two_decimals(values[year]), year=year)
        for year in sorted({min(values), max(values)})
    ]
    title = _("{measure}: {told}").format(
        measure=_("Gini of the departments"), told=formats.enumerated(told)
    )
    return _moves("gini_moves", scope, ["gini_departments"], title, _two_decimals, top=1.0)


def _moves(
    key: str,
    scope: Scope,
    columns: list[str],
    title: str,
    shown: Callable[[float], str],
    top: float | None = None,
) -> Chart:
    measures = computed.whole_years(scope.domains)
    return use_charts.moves_chart(measures, columns, key=key, title=title, shown=shown, top=top)


def _moved(scope: Scope, name: str, label: str) -> str:
    """How a figure of the period moved, like for like; or why that is not said."""
    period, _all = _cells(scope)
    found = computed.findings(period, scope.domains)
    figure = found.figures[name]
    if figure.change is None:
        told = why_not_compared(figure, found) or ""
    else:
        told = change_text(name, figure.change)
    place = computed.place_in_words(scope)
    return _("{measure} in {place}: {told}").format(measure=label, place=place, told=told)


def _one_decimal(value: float) -> str:
    return formats.number(value, 1)


def _two_decimals(value: float) -> str:
    return formats.number(value, 2)
