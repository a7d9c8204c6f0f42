"""Explanation: every measure with an example, the signs, the origin of the data, the decision."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui import explanation, frame


def main() -> None:
    """Show the page."""
    frame.page("explanation")

    st.header(_("How each figure is made"), anchor=False)
    explanation.show_measures()

    st.header(_("The signs on the map"), anchor=False)
    explanation.show_legend()

    st.header(_("Where the data come from"), anchor=False)
    explanation.show_origin()

    st.header(_("The decision"), anchor=False)
    explanation.show_decision()


main()
