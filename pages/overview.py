"""Overview: the answer first, four figures, use through the years, what to do next."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.overview.basis import show_basis
from ui.overview.cards import show_cards
from ui.overview.headline import show_headline
from ui.shared import computed, drill_down, filters, frame, loaders
from ui.shared.computed import Scope
from ui.shared.ranking import show_strongest


def main() -> None:
    """Show the page."""
    frame.page("overview")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
    found = computed.findings(period)
    show_headline(found)
    show_cards(found)

    st.header(_("Use through the years"), anchor=False)
    drill_down.show_through_time(Scope(period), clickable=False)

    st.header(_("Strongest opportunities"), anchor=False)
    show_strongest(computed.ranking(period), computed.cells(period), n=3)
    frame.link_to("broadening", _("All white spots, on Broadening"))

    st.header(_("What this rests on"), anchor=False)
    show_basis(loaders.usage_batches(), computed.missing_reports(period), period)


main()
