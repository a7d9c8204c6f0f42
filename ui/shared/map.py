"""The map on the page: legend, squares that can be clicked, and the two choices beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from data.states import STATES, WHITE
from texts import ngettext
from texts import translate as _
from ui.figures.matrix import matrix
from ui.shared import computed, filters, formats
from ui.shared.caching import cached_as_shown
from ui.shared.chart import Chart, basis, excel_button, show_figure, show_table
from ui.shared.computed import Domains
from ui.shared.labels import readable, state_with_sign
from ui.shared.safe import escape_markdown


def show_map(period: Period, domains: Domains) -> tuple[str, str] | None:
    """The map with its legend; the cell that was chosen, by click or by the two lists below it."""
    place = st.container()
    cells = computed.cells(period, domains)
    chosen = _chosen_by_list(cells)  # before the map, so that the map shows what was chosen
    with place:
        chart = _map(period, domains, chosen)
        st.subheader(escape_markdown(chart.title), anchor=False)
        with st.container(key="map_scroll", width="stretch"):
            keep_wide(int(chart.figure.layout.width))
            show_figure(chart, on_click=_choose)
        st.caption(escape_markdown(basis(chart)))
        with st.expander(_("What the signs mean")):
            st.markdown(legend())
        with st.expander(_("Table and download")):
            show_table(chart.ready_table, alt=chart.alt)
            excel_button("map", lambda: {chart.title: chart.table}, title=chart.title)
    return chosen


@cached_as_shown
def _map(period: Period, domains: Domains, chosen: tuple[str, str] | None) -> Chart:
    return map_chart(computed.cells(period, domains), period, chosen)


def keep_wide(width: int, *, key: str = "map_scroll") -> None:
    """Let the map keep its width on a narrow screen, where it scrolls, also with the arrow keys.

    `key` is that of the container around it, and begins with `map_scroll`.
    """
    # chrome.js lets the keyboard reach whatever has a key like this one
    st.html(f"<style>.st-key-{key} > * {{ min-width: {width}px; }}</style>")


def map_chart(cells: pd.DataFrame, period: Period, chosen: tuple[str, str] | None = None) -> Chart:
    """The map of `analysis.cells.cell_states` in a period; its table lists every cell."""
    counts = cells[c.STATE].value_counts()
    in_words = "; ".join(
        f"{state_with_sign(state)}: {formats.number(counts[state])}"
        for state in STATES
        if state in counts
    )
    finding = map_finding(cells, period)
    shown = cells[
        [c.DOMAIN, c.DEPARTMENT, c.PILLAR, c.THEME, c.STATE, "uses", "network_uses", "last_used"]
    ]
    signed = shown.assign(**{c.STATE: [state_with_sign(state) for state in shown[c.STATE]]})
    return Chart(
        key="map",
        title=finding,
        figure=matrix(cells, chosen=chosen),
        table=readable(signed),
        units=_("number of uses"),
        n=int((cells["uses"] + cells["network_uses"]).sum()),
        alt=_("Map of departments and themes. {finding} {states}.").format(
            finding=finding, states=in_words
        ),
    )


def map_finding(cells: pd.DataFrame, period: Period) -> str:
    """How many of the relevant cells are white in a period, and how many are used."""
    if not cells["reported"].any():
        return _("No department reported anything in {period}.").format(period=period.label)
    relevant = cells[cells["relevant"] & cells["reported"]]
    if relevant.empty:
        return _("No combination counts as relevant.")
    white = int(relevant[c.STATE].isin(WHITE).sum())
    used = int((relevant[c.STATE] == c.USED).sum())
    return ngettext(
        "{n} relevant combination in {period}: {used} used, {white} white or lapsed.",
        "{n} relevant combinations in {period}: {used} used, {white} white or lapsed.",
        len(relevant),
    ).format(
        n=formats.number(len(relevant)),
        period=period.label,
        used=formats.number(used),
        white=formats.number(white),
    )


def legend() -> str:
    """The states with their signs, as a list in Markdown."""
    return "\n".join(
        f"- **{escape_markdown(state_with_sign(state))}**: {STATES[state].meaning}"
        for state in STATES
    )


def _chosen_by_list(cells: pd.DataFrame) -> tuple[str, str] | None:
    st.markdown(_("Click a square, or choose here:"))
    with st.container(horizontal=True):
        department, theme = (
            filters.name_filter(column, cells[column].unique().tolist(), placeholder=_("Choose"))
            for column in (c.DEPARTMENT, c.THEME)
        )
    return (department, theme) if department and theme else None


def _choose(customdata: Sequence[Any]) -> None:
    department, theme = customdata
    filters.choose(department=department, theme=theme)
