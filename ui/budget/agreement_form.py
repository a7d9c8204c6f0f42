"""The agreement in one form: every figure of it, with one source for what is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from data.money.agreements import FIGURES, LAST_YEAR, Agreement, agreement_in
from data.money.reading import MAX_TEXT, read_figure
from data.storing.money import state_figures
from texts import Message, Text
from texts import translate as _
from texts.clock import today
from ui.budget.budget_data import agreements
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, refuse, show_notice

NAMES: Mapping[str, Text] = {
    "title": Text("Title of the covenant"),
    "last_year": Text("Last year"),
    "rate": Text("Rate per inhabitant"),
    "inhabitants": Text("Inhabitants it is based on"),
    "reference_date": Text("Reference date of the inhabitants"),
    "contribution": Text("Budgeted contribution a year"),
    "general_percent": Text("General support, through the G40 network"),
    "tailored_percent": Text("Projects and tailor-made support"),
    "total": Text("Total of all municipalities together"),
    "signer": Text("Signed by"),
    "renewal": Text("Renewing is decided on"),
}
_AT = "agreement_form"
_EARLIEST, _LATEST, _YEARS = 2000, 2100, 4


def show_agreement_form(begin_with: int | None = None) -> None:
    """The first year chooses which agreement; then all that is known of it, to change at once.

    `begin_with` is the first year of the agreement to begin with, else the one that holds now.
    """
    known = {agreement.first_year: agreement for agreement in agreements()}
    now = agreement_in(known.values(), today().year)
    start = begin_with or (now.first_year if now else max(known, default=today().year))
    key = draft(f"{_AT}_from_{begin_with}" if begin_with else _AT).field("first_year", start)
    first = int(st.number_input(_("First year"), _EARLIEST, _LATEST, key=key, width=180))
    agreement = known.get(first) or Agreement(first, first + _YEARS - 1)
    one = draft(f"{_AT}_{first}")
    grid = st.grid(3, min_column_width=260)
    for name in FIGURES:
        with grid.cell():
            st.text_input(
                str(NAMES[name]),
                key=one.field(name, typed(getattr(agreement, name))),
                placeholder=_("unknown"),
                max_chars=MAX_TEXT,
            )
    st.text_input(
        _("Source of what you change"),
        key=one.field("source", ""),
        max_chars=MAX_TEXT,
        placeholder=_("For instance: decision of 5 March 2026"),
    )
    st.button(
        _("Store the agreement"), key="store_agreement", on_click=_store, args=(one, agreement)
    )
    show_notice(_AT)


def typed(value: object) -> str:
    """A figure as a coordinator would type it."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d-%m-%Y}"
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def _store(one: Draft, agreement: Agreement) -> None:
    """State what differs from what is known; nothing at all when one figure cannot be read."""
    first, source = agreement.first_year, (one.said("source") or "").strip()
    figures: dict[str, tuple[str, str]] = {}
    for name in FIGURES:
        text = one.said(name) or ""
        if text.strip() == typed(getattr(agreement, name)) and _is_stated(agreement, name):
            continue
        value = read_figure(name, text)
        if isinstance(value, Message):
            refuse(value, at=_AT)
            return
        if value or _is_stated(agreement, name):
            figures[name] = (value, source)
    last = figures.get(LAST_YEAR)
    if last is not None and (not last[0] or int(last[0]) < first):
        refuse(Text("The last year lies before the first. Choose a later last year."), at=_AT)
    elif figures and not source:
        refuse(Text("Give the source: a figure without one is not stored."), at=_AT)
    elif attempt(
        lambda: state_figures(loaders.store(), visitor.current_user(), first, figures),
        Text("The agreement is stored; the figures follow."),
        at=_AT,
    ):
        one.finish()


def _is_stated(agreement: Agreement, name: str) -> bool:
    return name in agreement.stated or getattr(agreement, name) is None
