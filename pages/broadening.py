"""Broadening: the map of department x theme, its white spots, and what is worth doing first."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.period import Period
from data.users import CLASSIFY
from texts import translate as _
from ui.broadening.cell import show_cell
from ui.broadening.reach_and_concentration import show_concentration, show_reach
from ui.broadening.through_groups import show_through_groups
from ui.shared import filters, frame, visitor
from ui.shared.computed import Domains, Scope
from ui.shared.map import MAP_PART, choose_cell, show_map
from ui.shared.notices import show_notice
from ui.shared.ranking import show_ranking
from ui.shared.relevance import show_relevance
from ui.shared.tabs import Part, show_tabs


def main() -> None:
    """Show the page."""
    frame.page("broadening")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
        domains = filters.domain_filter()
    scope = Scope(period, domains)
    show_notice()
    parts: list[Part] = [
        (MAP_PART, _("Where the white spots are"), partial(_map, period, domains)),
        (
            "kansen",
            _("Opportunities, most promising first"),
            partial(show_ranking, period, domains),
        ),
        ("themagroepen", _("Through theme groups"), partial(show_through_groups, period, domains)),
        ("verdieping", _("In depth"), partial(_in_depth, scope)),
    ]
    if visitor.current_user().may(CLASSIFY):
        parts.append(("relevantie", _("What belongs where"), _what_belongs_where))
    show_tabs(parts)


def _map(period: Period, domains: Domains) -> None:
    """The map, and beside it the panel of the chosen cell, on a phone below."""
    map_, panel = st.columns([72, 28], gap="medium")
    with map_:
        show_map(period, domains)
    with panel, st.container(key="cell_panel"):
        chosen = choose_cell(period, domains)
        if chosen:
            show_cell(*chosen, period, domains)


def _in_depth(scope: Scope) -> None:
    st.header(_("Reach and coverage"), anchor=False)
    show_reach(scope)
    st.header(_("Concentration"), anchor=False)
    show_concentration(scope)


def _what_belongs_where() -> None:
    show_relevance()
    frame.link_to("management", _("Domains, pillars and tasks, on Manage"))


main()
