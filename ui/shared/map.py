"""The map on the page: legend, squares that can be clicked, and the two choices beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.findings import facts
from analysis.findings.sentences import (
    apart_in_words,
    map_in_words,
    period_in_words,
    relevance_in_words,
)
from analysis.period import Period
from data import columns as c
from data.states import STATES
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
            st.markdown(legend(facts.count_map(computed.cells(period, domains))))
        with st.expander(_("Table and download")):
            show_table(chart.ready_table, alt=chart.alt)
            excel_button("map", lambda: {chart.title: chart.table}, title=chart.title)
    return chosen


@cached_as_shown
def _map(period: Period, domains: Domains, chosen: tuple[str, str] | None) -> Chart:
    found = computed.findings(period)
    return map_chart(
        computed.cells(period, domains), period_in_words(found), domains, chosen,
        note=relevance_in_words(found),
    )  # fmt: skip


def keep_wide(width: int, *, key: str = "map_scroll") -> None:
    """Let the map keep its width on a narrow screen, where it scrolls, also with the arrow keys.

    `key` is that of the container around it, and begins with `map_scroll`.
    """
    # chrome.js lets the keyboard reach whatever has a key like this one
    st.html(f"<style>.st-key-{key} > * {{ min-width: {width}px; }}</style>")


def map_chart(
    cells: pd.DataFrame,
    when: str,
    domains: Domains = (),
    chosen: tuple[str, str] | None = None,
    *,
    note: str = "",
) -> Chart:
    """The map of `analysis.cells.cell_states` in a period (in words); its table lists every cell.

    Title and alt text count the relevant cells, as legend and cards do.
    """
    counts = facts.count_map(cells)
    finding = map_in_words(counts, when, domains)
    apart = apart_in_words(counts, facts.used_apart(cells))
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
        alt=" ".join([_("Map of departments and themes."), finding, apart]).strip(),
        note=f"{apart} {note}".strip(),
    )


def legend(counts: Mapping[str, int] | None = None) -> str:
    """The states with their signs, as a list in Markdown; of a map with how many there are."""
    lines = []
    for state in STATES:
        line = f"- **{escape_markdown(state_with_sign(state))}**: "
        number = "" if counts is None else f"{formats.number(counts[state])}. "
        lines.append(line + number + str(STATES[state].meaning))
    return "\n".join(lines)


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
