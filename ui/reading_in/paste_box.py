"""A list that came by mail: pasted, and read in as a file is."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.reading_in import background_work, outcomes, pending_files

_TEXT = "upload_pasted"


def show_paste_box() -> None:
    """A box to paste a list in, folded; what is pasted waits as a file does."""
    with st.expander(_("Paste a list, for example from a mail")):
        st.text_area(
            _("Copy the rows with their headings, and paste them here"), key=_TEXT, height=160
        )
        st.button(_("Read this list"), key="upload_read_pasted", on_click=_take)
    if background_work.is_waiting():
        background_work.go_on()
        st.rerun()


def _take() -> None:
    text = st.session_state.get(_TEXT, "").strip("\n")
    if not text.strip():
        return
    outcomes.close_outcomes()
    pending_files.add(_("pasted list.txt"), text.encode())
    st.session_state[_TEXT] = ""
