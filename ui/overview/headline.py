"""The headline of the overview, as it stands on the page."""

from __future__ import annotations

import streamlit as st

from analysis.findings import sentences
from analysis.findings.facts import Findings
from ui.shared.safe import escape_markdown


def show_headline(found: Findings) -> None:
    """The sentence that answers the question, and below it what to know before going by it."""
    st.header(escape_markdown(sentences.headline(found)), anchor=False)
    for warning in sentences.warnings(found):
        st.caption(escape_markdown(warning))
