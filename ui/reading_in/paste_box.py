"""A list that came by mail: pasted, and read in as a file is."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.reading_in import messages, outcomes, pending_files
from ui.reading_in.pasted_list import find_list
from ui.shared.safe import shortened

_TEXT, _ROUND = "upload_pasted", "upload_paste_round"
_LONGEST = 200  # characters of what stood around a list


def show_paste_box() -> None:
    """A box to paste a list in, folded; what is pasted waits as a file does."""
    # Once its list is read the box is a new one, and so folded again.
    with st.expander(
        _("Paste a list, for example from a mail"),
        icon=":material/content_paste:",
        key=f"upload_paste_{st.session_state.get(_ROUND, 0)}",
    ):
        st.text_area(
            _("Copy the rows with their headings, and paste them here"), key=_TEXT, height=160
        )
        st.button(_("Read this list"), key="upload_read_pasted", on_click=_take)


def _take() -> None:
    text = st.session_state.get(_TEXT, "").strip("\n")
    if not text.strip():
        return
    outcomes.close_outcomes()
    pasted = find_list(text)
    around = shortened(" ".join(pasted.left_out), _LONGEST)
    notice = messages.AROUND_PASTED(text=around) if around else None
    pending_files.add(_("pasted list.txt"), pasted.text.encode(), notice=notice)
    st.session_state[_TEXT] = ""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
