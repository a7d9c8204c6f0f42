"""Explanation: every measure with an example, the signs, the origin of the data, the decision."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.explanation import sections
from ui.shared import frame


def main() -> None:
    """Show the page."""
    frame.page("explanation")

    st.header(_("How each figure is made"), anchor=False)
    sections.show_measures()

    st.header(_("The signs on the map"), anchor=False)
    sections.show_legend()

    st.header(_("Where the data come from"), anchor=False)
    sections.show_origin()

    st.header(_("The decision"), anchor=False)
    sections.show_decision()


main()
