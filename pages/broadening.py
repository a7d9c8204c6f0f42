"""Broadening: the map of department x theme, its white spots, and what is worth doing first."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui import computed, filters, frame, loaders
from ui.cell_panel import show_cell
from ui.editors import show_editors
from ui.map import show_map
from ui.ranking import show_ranking
from ui.spread import show_concentration, show_reach


def main() -> None:
    """Show the page."""
    frame.page("broadening")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
        domains = filters.domain_filter()
    cells = filters.in_domains(computed.cells(period), domains)
    ranking = filters.in_domains(computed.ranking(period), domains)
    usage = filters.in_domains(period.select(loaders.usage()), domains)

    st.header(_("Where the white spots are"), anchor=False)
    chosen = show_map(cells)
    if chosen:
        show_cell(cells, *chosen, period)

    st.header(_("Opportunities, most promising first"), anchor=False)
    show_ranking(ranking, cells)

    st.header(_("Reach and coverage"), anchor=False)
    show_reach(cells, period)

    st.header(_("Concentration"), anchor=False)
    show_concentration(usage, cells)

    st.header(_("What belongs where"), anchor=False)
    with st.expander(_("Change relevant combinations, domains, pillars and tasks")):
        show_editors()


main()
