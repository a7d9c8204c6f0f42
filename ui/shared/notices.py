"""One sentence about what the last click did, shown once, where that click was."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from data.errors import NotDoneError
from texts import Message, Text
from ui.shared.safe import escape_markdown

_NOTICE = "last_change_notice"
PAGE = "page"  # the place at the top, for what has no place of its own


def attempt(change: Callable[[], object], what: Text, *, at: str = PAGE) -> bool:
    """Make a change and remember the sentence for it, or the one that says why it did not work.

    `at` names the place where it is shown: the one of the button, see `show_notice`.
    """
    try:
        change()
    except NotDoneError as error:
        st.session_state[_NOTICE] = (False, error.message, at)
        return False
    st.session_state[_NOTICE] = (True, what, at)
    return True


def done(what: Text, *, at: str = PAGE) -> None:
    """Remember what was done."""
    st.session_state[_NOTICE] = (True, what, at)


def refuse(why: Text | Message, *, at: str = PAGE) -> None:
    """Remember why nothing was changed."""
    st.session_state[_NOTICE] = (False, why, at)


def show_notice(at: str = PAGE) -> None:
    """Show the sentence that belongs here, if there is one, and forget it."""
    with st.container():  # comes and goes; what follows keeps its place, and so the focus
        succeeded, sentence, place = st.session_state.get(_NOTICE, (False, None, None))
        if place != at:
            return
        del st.session_state[_NOTICE]
        if succeeded:
            st.success(escape_markdown(sentence), icon=":material/check_circle:")
        else:
            st.warning(escape_markdown(sentence), icon=":material/warning:")


def show_rest() -> None:
    """At the end of a page: what found no place on it, since what was clicked is gone."""
    succeeded, sentence, _place = st.session_state.pop(_NOTICE, (False, None, None))
    if sentence:
        icon = ":material/check_circle:" if succeeded else ":material/warning:"
        st.toast(escape_markdown(sentence), icon=icon, duration="long")
