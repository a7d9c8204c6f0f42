"""Department: where one department stands, what else there is, and what it says about that."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.department.choose_department import choose_department
from ui.department.confirming import show_answering
from ui.department.standing import show_sentence, show_values, show_years
from ui.department.themes import show_themes
from ui.shared import filters, frame
from ui.shared.notices import show_notice


def main() -> None:
    """Show the page."""
    frame.page("department")
    if not frame.has_data():
        return
    show_notice()
    with st.container(horizontal=True, key="no_print_filters"):
        department = choose_department()
        period = filters.period_filter()
    if department is None:
        return
    show_sentence(department, period)
    show_themes(department, period)

    with st.container(key="no_print_answering"):
        show_answering(department)

    st.header(_("Through the years, and beside the domain"), anchor=False)
    show_years(department, period)
    show_values(department, period)


main()
