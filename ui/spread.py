"""How wide and how even the use is: reach, coverage and concentration, each with its movement."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import reach
from analysis.period import Period
from analysis.shares import MINIMUM_USES_TO_RANK
from data import columns as c
from texts import translate as _
from ui import charts, computed, formats, sentences
from ui.chart import show_chart
from ui.labels import domain_label


def show_reach(cells: pd.DataFrame, period: Period) -> None:
    """Reach and coverage with their intervals, and how they moved through the years."""
    n = int(cells["uses"].sum())
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
    grid = st.grid(2, min_column_width=380, gap="large")
    with grid.cell():
        show_chart(charts.shares_chart("reach", title, shares, units=_("portion"), n=n))
    measures = computed.through_the_years()
    with grid.cell():
        title = moved(measures, "coverage", _("Coverage"))
        columns = ["reach", "theme_reach", "coverage"]
        chart = charts.moves_chart(
            measures, columns, key="reach_moves", title=title, shown=formats.percent, top=1.0
        )
        show_chart(chart)


def show_concentration(usage: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Top shares, the Lorenz curve, and the effective numbers through the years."""
    if len(usage) < MINIMUM_USES_TO_RANK:
        st.info(sentences.too_little(len(usage)))
        return
    reporting = cells.loc[cells["reported"], c.DEPARTMENT].drop_duplicates()
    grid = st.grid(2, min_column_width=380, gap="large")
    with grid.cell():
        show_chart(charts.lorenz_chart(usage, reporting))
    with grid.cell():
        show_chart(charts.top_chart(usage))
    measures = computed.through_the_years()
    with grid.cell():
        title = moved(measures, "effective_themes", _("Effective number of themes"))
        columns = ["effective_themes", "effective_departments"]
        show_chart(
            charts.moves_chart(
                measures, columns, key="effective_moves", title=title, shown=_one_decimal
            )
        )
    with grid.cell():
        title = moved(measures, "gini_departments", _("Gini of the departments"))
        show_chart(
            charts.moves_chart(
                measures, ["gini_departments"], key="gini_moves", title=title,
                shown=_two_decimals, top=1.0,
            )
        )  # fmt: skip


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
