"""Overview: the answer first, what to do about it, what the use is for, and what this rests on."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.findings.facts import Findings
from analysis.period import Period
from texts import translate as _
from ui.overview.basis import show_basis
from ui.overview.cards import show_cards
from ui.overview.headline import show_headline
from ui.overview.theme_table import show_use_by_theme
from ui.overview.worklist import show_worklist
from ui.shared import computed, drill_down, filters, frame
from ui.shared.computed import Scope
from ui.shared.notices import show_notice
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page."""
    frame.page("overview")
    if not frame.has_data():
        return
    with st.container(horizontal=True):
        period = filters.period_filter()
    found = computed.findings(period)
    show_headline(found)
    show_notice()
    show_tabs(
        [
            ("doen", _("What to do"), partial(_what_to_do, period, found)),
            ("verdieping", _("In depth"), partial(_in_depth, period, found)),
        ],
    )


def _what_to_do(period: Period, found: Findings) -> None:
    show_worklist(period, found)
    show_use_by_theme(period)
    st.header(_("What this rests on"), anchor=False)
    show_basis(period)


def _in_depth(period: Period, found: Findings) -> None:
    show_cards(found)
    st.header(_("Use through the years"), anchor=False)
    drill_down.show_through_time(Scope(period), clickable=False)
    frame.link_to("broadening", _("All white spots, on Broadening"))


main()
