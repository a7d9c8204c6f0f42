"""Department: where one department stands, what else there is, and whether its list is right."""

from __future__ import annotations

from functools import partial

import streamlit as st

from texts import translate as _
from ui.department.choose_department import choose_department, own_page, show_other_own
from ui.department.confirming import show_answering
from ui.department.standing import show_sentence, show_values, show_years
from ui.department.themes import show_proposed, show_support, show_themes
from ui.shared import filters, frame
from ui.shared.notices import show_notice
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page; a manager sees the answer first, and the choices below it."""
    own = own_page()
    frame.page("department", about=own)
    if not frame.has_data():
        return
    show_notice()
    above, answer, below = st.container(), st.container(), st.container()
    with (below if own else above).container(horizontal=True, key="no_print_filters"):
        department = choose_department()
        period = filters.period_filter()
    if department is None:
        return
    with answer:
        show_sentence(department, period)
        show_other_own(department)
        show_proposed(department, period)
        with st.container(key="no_print_answering"):
            show_answering(department, period.last)
    show_tabs(
        [
            ("themas", _("Themes"), partial(show_themes, department, period)),
            ("jaren", _("Through the years"), partial(show_years, department, period)),
            ("domein", _("Beside the domain"), partial(show_values, department, period)),
        ],
    )
    show_support()


main()
