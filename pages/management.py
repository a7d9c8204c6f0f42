"""Beheer: what departments, themes, forms and settings are, and who changed what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from texts import Text
from texts import translate as _
from ui.management.departments_and_themes import show_departments, show_themes
from ui.management.forms_of_use import show_forms
from ui.management.log import show_log
from ui.management.organisation import show_organisation
from ui.management.reorganisations import show_reorganisations
from ui.management.reports import show_reports
from ui.management.settings import show_settings
from ui.management.workbook_exchange import show_exchange
from ui.reading_in.learned import show_memory
from ui.shared import frame
from ui.shared.editors import relevance_editor

SECTIONS: Mapping[str, tuple[Text, Callable[[], None]]] = {
    "departments": (Text("Departments"), show_departments),
    "organisation": (Text("Set up"), show_organisation),
    "reports": (Text("Reports"), show_reports),
    "reorganisations": (Text("Reorganisations"), show_reorganisations),
    "themes": (Text("Themes"), show_themes),
    "forms": (Text("Forms"), show_forms),
    "relevance": (Text("Relevant combinations"), relevance_editor),
    "learned": (Text("What reading in has learned"), show_memory),
    "settings": (Text("Settings"), show_settings),
    "log": (Text("Log"), show_log),
    "exchange": (Text("In one workbook"), show_exchange),
}


def main() -> None:
    """Show the page."""
    frame.page("management")
    section = st.pills(
        _("What do you want to manage"),
        list(SECTIONS),
        default="departments",
        required=True,
        format_func=lambda name: str(SECTIONS[name][0]),
        key="onderdeel",
        bind="query-params",
    )
    title, show = SECTIONS[section]
    st.header(str(title), anchor=False)
    show()


main()
