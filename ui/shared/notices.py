"""One sentence about what the last click did, shown once, also on the next run of the page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from data.errors import NotDoneError
from texts import Text
from ui.shared.safe import escape_markdown

_NOTICE = "last_change_notice"


def attempt(change: Callable[[], object], done: Text) -> bool:
    """Make a change and remember the sentence for it, or the one that says why it did not work."""
    try:
        change()
    except NotDoneError as error:
        st.session_state[_NOTICE] = (False, error.message)
        return False
    st.session_state[_NOTICE] = (True, done)
    return True


def refuse(why: Text) -> None:
    """Remember why nothing was changed."""
    st.session_state[_NOTICE] = (False, why)


def show_notice() -> None:
    """Show the sentence, if there is one, and forget it."""
    if _NOTICE not in st.session_state:
        return
    succeeded, sentence = st.session_state.pop(_NOTICE)
    if succeeded:
        st.success(escape_markdown(sentence), icon=":material/check_circle:")
    else:
        st.warning(escape_markdown(sentence), icon=":material/warning:")
