"""The map before and after, side by side, for any two periods, and what moved between them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import effect
from analysis.findings.sentences import period_in_words
from analysis.period import Period
from data import columns as c
from texts import ngettext
from texts import translate as _
from ui.figures.matrix import compact
from ui.shared import computed, formats, sentences
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, show_figure
from ui.shared.labels import column_label, state_with_sign
from ui.shared.map import keep_wide, map_chart
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

BEFORE = ("voor_van", "voor_tot")
AFTER = ("na_van", "na_tot")


def show_before_after() -> None:
    """Two periods to choose, their maps, and the cells that changed."""
    span = computed.span()
    if span is None:
        return
    if span.first == span.last:
        st.info(_("There is use of one year only: there is nothing to set it beside yet."))
        return
    grid = st.grid(2, min_column_width=330, gap="large")
    with grid.cell():
        before = _choose(_("Before"), BEFORE, span, span.first)
    with grid.cell():
        after = _choose(_("After"), AFTER, span, _last_complete(span))
    st.subheader(escape_markdown(movement_sentence(before, after)), anchor=False)
    grid = st.grid(2, min_column_width=330, gap="large")
    for name, period in (("before", before), ("after", after)):
        with grid.cell():
            _show_map(name, period)
    table = _moved(before, after)
    if len(table):
        with st.expander(_("The cells that changed")):
            st.dataframe(table, hide_index=True, alt=_("The cells that changed"))


def _last_complete(span: Period) -> int:
    """The last year that is reported as a whole, unless that is where before begins."""
    default = computed.default_period()
    return default.last if default and default.last > span.first else span.last


def movement_sentence(before: Period, after: Period) -> str:
    """How many white spots of before are used after, and what was lost meanwhile."""
    cells = computed.cells(before), computed.cells(after)
    used = effect.white_then_used(*cells)
    lost = int(effect.movements(*cells)["lost"].sum())
    if not used.n:
        first = _("In {before} there were no white spots.").format(before=before.label)
    else:
        first = _("Of the white spots of {before}, this part is used in {after}: {share}.").format(
            before=before.label, after=after.label, share=sentences.share_in_words(used)
        )
    if not lost:
        return first
    second = ngettext(
        "{n} cell that was used is not used any more.",
        "{n} cells that were used are not used any more.",
        lost,
    ).format(n=formats.number(lost))
    return f"{first} {second}"


def _choose(label: str, keys: tuple[str, str], span: Period, otherwise: int) -> Period:
    st.markdown(f"**{escape_markdown(label)}**")
    years = list(span.years)
    with st.container(horizontal=True):
        chosen = [
            st.selectbox(
                name,
                years,
                index=years.index(otherwise),
                key=key,
                bind="query-params",
                width=130,
            )
            for name, key in zip((_("From"), _("Up to and including")), keys, strict=True)
        ]
    return Period(min(chosen), max(chosen))


def _show_map(name: str, period: Period) -> None:
    chart = _map(period)
    with st.container(key=f"map_scroll_{name}", width="stretch"):
        keep_wide(int(chart.figure.layout.width), key=f"map_scroll_{name}")
        show_figure(replace(chart, key=f"map_{name}"))
    st.markdown(escape_markdown(chart.title))


@cached_as_shown
def _map(period: Period) -> Chart:
    chart = map_chart(computed.cells(period), period_in_words(computed.findings(period)))
    return replace(chart, figure=compact(chart.figure))


@cached_as_shown
def _moved(before: Period, after: Period) -> pd.DataFrame:
    moved = effect.movements(computed.cells(before), computed.cells(after))
    return pd.DataFrame(
        {
            column_label(c.DEPARTMENT): moved[c.DEPARTMENT],
            column_label(c.THEME): moved[c.THEME],
            _("Before"): [state_with_sign(row["before"]) for row in rows_of(moved)],
            _("After"): [state_with_sign(row["after"]) for row in rows_of(moved)],
        }
    )
