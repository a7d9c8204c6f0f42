"""Beheer: what departments, themes, forms and settings are, and who changed what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from data.users import ADMINISTER, CLASSIFY, CONFIGURE
from texts import Text
from texts import translate as _
from ui.management.departments_and_themes import show_departments, show_themes
from ui.management.forms_of_use import show_forms
from ui.management.log import show_log
from ui.management.organisation import show_organisation
from ui.management.people import show_people
from ui.management.reorganisations import show_reorganisations
from ui.management.reports import show_reports
from ui.management.settings import show_settings
from ui.management.workbook_exchange import show_exchange
from ui.reading_in.learned import show_memory
from ui.shared import frame, visitor
from ui.shared.address import follow_address, put_in_address
from ui.shared.filters import PART_OF_MANAGEMENT
from ui.shared.relevance import show_relevance

Section = tuple[Text, Callable[[], None], str]  # its title, what it shows, the right that it takes
SECTIONS: Mapping[str, Section] = {
    "departments": (Text("Departments"), show_departments, CLASSIFY),
    "organisation": (Text("Your municipality"), show_organisation, CLASSIFY),
    "reports": (Text("Reports"), show_reports, CLASSIFY),
    "reorganisations": (Text("Reorganisations"), show_reorganisations, CLASSIFY),
    "themes": (Text("Themes"), show_themes, CLASSIFY),
    "forms": (Text("Forms"), show_forms, CLASSIFY),
    "relevance": (Text("Relevant combinations"), show_relevance, CLASSIFY),
    "learned": (Text("What reading in has learned"), show_memory, CLASSIFY),
    "settings": (Text("Limits and rules"), show_settings, CONFIGURE),
    "people": (Text("Users"), show_people, ADMINISTER),
    "log": (Text("Log"), show_log, ADMINISTER),
    "exchange": (Text("In one workbook"), show_exchange, CLASSIFY),
}


def main() -> None:
    """Show the page."""
    frame.page("management")
    user = visitor.current_user()
    mine = [name for name, (_title, _show, right) in SECTIONS.items() if user.may(right)]
    follow_address(PART_OF_MANAGEMENT, {name: name for name in mine}, mine[0])
    section: str = (
        st.pills(
            _("What do you want to manage"),
            mine,
            required=True,
            format_func=lambda name: str(SECTIONS[name][0]),
            key=PART_OF_MANAGEMENT,
        )
        or mine[0]
    )
    put_in_address(PART_OF_MANAGEMENT, section, "" if section == mine[0] else section)
    title, show, _right = SECTIONS[section]
    st.header(str(title), anchor=False)
    show()


main()
