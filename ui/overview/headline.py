"""The headline of the overview, as it stands on the page."""

from __future__ import annotations

import streamlit as st

from analysis.finding import Headline
from ui.shared import sentences
from ui.shared.safe import escape_markdown


def show_headline(found: Headline) -> None:
    """The sentence that answers the question, and below it what it rests on."""
    st.header(escape_markdown(sentences.headline_sentence(found)), anchor=False)
    basis = sentences.headline_basis(found)
    if basis:
        st.caption(escape_markdown(basis))
