"""Where the coordinator states a figure: one at a time, each with its source."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from data.money.agreements import LAST_YEAR, Agreement
from data.money.population import municipalities
from data.money.reading import MAX_TEXT, read_figure, read_inhabitants
from data.storing.money import state_figures, state_inhabitants
from data.users import STATE
from texts import Message
from texts import translate as _
from ui.shared import loaders, visitor
from ui.shared.safe import escape_markdown

_SAVED = "budget_saved"
_FIRST, _LAST = 2000, 2100


def may_state() -> bool:
    """Whether this visitor may state figures."""
    return visitor.current_user().may(STATE)


def say_saved() -> None:
    """Once, after a figure was saved."""
    if st.session_state.pop(_SAVED, False):
        st.success(_("Saved. The figures on this page follow it; the history keeps what it was."))


def edit_agreement(agreement: Agreement, names: Mapping[str, str]) -> None:
    """A form for one figure of this agreement, and a form for another agreement."""
    with st.form("edit_agreement", border=False):
        text = _("One figure of the agreement {term}").format(term=agreement.term)
        st.markdown(escape_markdown(text))
        figure = st.selectbox(_("Fact"), list(names), format_func=names.__getitem__, key="fact")
        value = st.text_input(_("New value (empty is unknown)"), key="fact_value")
        source = st.text_input(_("Source"), key="fact_source", max_chars=MAX_TEXT)
        if st.form_submit_button(_("Save figure"), type="primary", key="save_figure"):
            _save_figure(agreement.first_year, figure, value, source)
    with st.form("another_agreement", border=False):
        st.markdown(_("Another agreement"))
        first = st.number_input(_("First year"), _FIRST, _LAST, agreement.last_year + 1)
        last = st.number_input(_("Last year"), _FIRST, _LAST, agreement.last_year + 4)
        source = st.text_input(_("Source"), key="agreement_source", max_chars=MAX_TEXT)
        if st.form_submit_button(_("Add agreement"), key="add_agreement"):
            _add_agreement(int(first), int(last), source)


def edit_inhabitants(municipality: str, year: int) -> None:
    """A form for the number of inhabitants of one city in one year."""
    names = municipalities()
    with st.form("edit_inhabitants", border=False):
        code = st.selectbox(
            _("City"), list(names), index=list(names).index(municipality),
            format_func=names.__getitem__, key="count_city",
        )  # fmt: skip
        of_year = st.number_input(_("Year"), _FIRST, _LAST, year, key="count_year")
        value = st.text_input(_("Inhabitants on 1 January (empty is unknown)"), key="count_value")
        source = st.text_input(_("Source"), key="count_source", max_chars=MAX_TEXT)
        if st.form_submit_button(_("Save figure"), type="primary", key="save_inhabitants"):
            _save_inhabitants(code, int(of_year), value, source)


def _save_figure(first_year: int, figure: str, text: str, source: str) -> None:
    value = read_figure(figure, text)
    if isinstance(value, Message):
        st.error(escape_markdown(value))
    elif figure == LAST_YEAR and (not value or int(value) < first_year):
        _refuse_term()
    elif _has_source(source):
        figures = {figure: (value, source.strip())}
        state_figures(loaders.store(), visitor.current_user(), first_year, figures)
        _saved()


def _add_agreement(first: int, last: int, source: str) -> None:
    if last < first:
        _refuse_term()
    elif _has_source(source):
        figures = {LAST_YEAR: (str(last), source.strip())}
        state_figures(loaders.store(), visitor.current_user(), first, figures)
        _saved()


def _save_inhabitants(code: str, year: int, text: str, source: str) -> None:
    value = read_inhabitants(text) if text.strip() else None
    if isinstance(value, Message):
        st.error(escape_markdown(value))
    elif _has_source(source):
        count = None if value is None else int(value)
        state_inhabitants(
            loaders.store(), visitor.current_user(), [(code, year, count, source.strip())]
        )
        _saved()


def _has_source(source: str) -> bool:
    if not source.strip():
        st.error(_("Give the source: a figure without one is not stored."))
    return bool(source.strip())


def _refuse_term() -> None:
    st.error(_("The last year lies before the first. Choose a later last year."))


def _saved() -> None:
    st.session_state[_SAVED] = True
    st.rerun()
