"""Where the coordinator states the inhabitants of a city, with their source."""

from __future__ import annotations

import streamlit as st

from data.money.population import municipalities
from data.money.reading import MAX_TEXT, read_inhabitants
from data.storing.money import state_inhabitants
from data.users import STATE
from texts import Message, Text
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import done, show_notice
from ui.shared.safe import escape_markdown

_FIRST, _LAST = 2000, 2100


def may_state() -> bool:
    """Whether this visitor may state figures."""
    return visitor.current_user().may(STATE)


def _ask_source(one: Draft) -> str:
    return st.text_input(_("Source"), key=one.field("source", ""), max_chars=MAX_TEXT)


def edit_inhabitants(municipality: str, year: int) -> None:
    """A form for the number of inhabitants of one city in one year."""
    names = municipalities()
    one = draft("stated_inhabitants")
    key = one.field("city", municipality, among=names)
    code = st.selectbox(_("City"), list(names), format_func=names.__getitem__, key=key)
    of_year = st.number_input(_("Year"), _FIRST, _LAST, key=one.field("year", year))
    key = one.field("value", "")
    value = st.text_input(_("Inhabitants on 1 January (empty is unknown)"), key=key)
    source = _ask_source(one)
    clicked = st.button(_("Save figure"), type="primary", key="save_inhabitants")
    show_notice(one.name)
    if clicked:
        _save_inhabitants(one, code, int(of_year), value, source)


def _save_inhabitants(one: Draft, code: str, year: int, text: str, source: str) -> None:
    value = read_inhabitants(text) if text.strip() else None
    if isinstance(value, Message):
        st.error(escape_markdown(value))
    elif _has_source(source):
        count = None if value is None else int(value)
        state_inhabitants(
            loaders.store(), visitor.current_user(), [(code, year, count, source.strip())]
        )
        _saved(one)


def _has_source(source: str) -> bool:
    if not source.strip():
        st.error(_("Give the source: a figure without one is not stored."))
    return bool(source.strip())


def _saved(one: Draft) -> None:
    one.finish()
    told = Text("Saved. The figures on this page follow it; the history keeps what it was.")
    done(told, at=one.name)
    st.rerun()
