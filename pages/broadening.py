"""Broadening: the map of department x theme, its white spots, and what is worth doing first."""

from __future__ import annotations

import streamlit as st

from data.users import CLASSIFY
from texts import translate as _
from ui.broadening.cell import show_cell
from ui.broadening.reach_and_concentration import show_concentration, show_reach
from ui.shared import filters, frame, visitor
from ui.shared.computed import Scope
from ui.shared.editors import relevance_editor
from ui.shared.map import show_map
from ui.shared.notices import show_notice
from ui.shared.ranking import show_ranking


def main() -> None:
    """Show the page."""
    frame.page("broadening")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
        domains = filters.domain_filter()
    scope = Scope(period, domains)

    st.header(_("Where the white spots are"), anchor=False)
    show_notice()
    chosen = show_map(period, domains)
    if chosen:
        show_cell(*chosen, period, domains)

    st.header(_("Opportunities, most promising first"), anchor=False)
    show_ranking(period, domains)

    st.header(_("Reach and coverage"), anchor=False)
    show_reach(scope)

    st.header(_("Concentration"), anchor=False)
    show_concentration(scope)

    if not visitor.current_user().may(CLASSIFY):
        return
    st.header(_("What belongs where"), anchor=False)
    opened = st.expander(_("Change relevant combinations"), key="editors", on_change="rerun")
    if opened.open:
        with opened:
            relevance_editor()
    frame.link_to("management", _("Domains, pillars and tasks, on Manage"))


main()
