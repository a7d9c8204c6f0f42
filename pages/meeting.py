"""Jaargesprek: the dossier of the yearly meeting, from proposal to archive, and what was agreed."""

from __future__ import annotations

from functools import partial

import streamlit as st

from texts import translate as _
from ui.meeting.agreements import show_agreements
from ui.meeting.downloads import show_downloads
from ui.meeting.establishing import show_establishing
from ui.meeting.meeting_data import year_choice
from ui.meeting.open_points import AGREEMENTS_PART, show_open_points
from ui.meeting.proposal import show_proposal
from ui.meeting.requests import show_requests
from ui.meeting.style import show_style
from ui.meeting.year_round import show_year_round
from ui.shared import frame
from ui.shared.notices import show_notice
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page."""
    frame.page("meeting")
    if not frame.has_data():
        return
    year = year_choice()
    show_notice()
    show_tabs(
        [
            ("dossier", _("Dossier"), partial(_dossier, year)),
            ("open", _("Still open"), partial(show_open_points, year)),
            ("vaststellen", _("Establish"), partial(show_establishing, year)),
            (AGREEMENTS_PART, _("Agreements and requests"), partial(_agreements, year)),
            ("jaar", _("The year in between"), partial(show_year_round, year)),
        ],
    )


def _dossier(year: int) -> None:
    show_downloads(year)
    show_proposal(year)
    show_style()


def _agreements(year: int) -> None:
    st.header(_("Agreements"), anchor=False)
    show_agreements(year)
    st.header(_("Asked and not delivered"), anchor=False)
    show_requests(year)


main()
