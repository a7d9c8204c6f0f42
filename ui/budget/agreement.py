"""The agreement as a card: what it says, where each figure comes from, and what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.money.agreements import FIGURES, Agreement, Stated
from data.storing.money import load_statements
from reports.money import words as money_words
from texts import clock
from texts import translate as _
from ui.budget import budget_choices
from ui.budget.agreement_form import NAMES, show_agreement_form
from ui.budget.budget_data import Money
from ui.budget.stated_figures import may_state
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown, shortened
from ui.shared.tabs import fold

_SHOWN: Mapping[str, Callable[[Any], str]] = {
    "title": str,
    "last_year": str,
    "rate": formats.rate,
    "inhabitants": formats.number,
    "reference_date": formats.date,
    "contribution": money_words.amount,
    "general_percent": formats.points,
    "tailored_percent": formats.points,
    "total": money_words.amount,
    "signer": str,
    "renewal": formats.date,
}
_SOURCE_LENGTH = 90


def show_agreement(money: Money) -> None:
    """The agreement of the chosen year or another one; then how to change it, and its history."""
    today = clock.today()
    st.markdown(escape_markdown(money_words.running_in_words(money.agreements, today)))
    agreement = budget_choices.agreement_choice(money.agreements, money.agreement)
    with st.container(border=True):
        st.subheader(
            escape_markdown(_("Agreement {term}").format(term=agreement.term)), anchor=False
        )
        if today.year not in agreement.years:
            st.markdown(escape_markdown(money_words.days_left_in_words(agreement, today)))
        with st.expander(_("Every figure with its source")):
            st.markdown(agreement_list(agreement))
        unknown = [str(NAMES[name]) for name in NAMES if getattr(agreement, name) is None]
        if unknown:
            text = _("Unknown: {names}. An empty figure is never filled in by a guess.")
            st.caption(escape_markdown(text.format(names="; ".join(unknown))))
    if may_state():
        label = _("Change a figure or add an agreement")
        with fold(label, key="change_agreement") as unfolded:
            if unfolded:
                show_agreement_form(agreement.first_year)
    with fold(_("History of the agreements"), key="agreement_history") as unfolded:
        if unfolded:
            _show_history()


def agreement_list(agreement: Agreement) -> str:
    """A line of Markdown per figure: its value as a reader writes it, and its source."""
    return "\n".join(_line(agreement, name) for name in NAMES)


def _line(agreement: Agreement, name: str) -> str:
    value = value_in_words(name, getattr(agreement, name))
    line = f"- {escape_markdown(NAMES[name])}: **{escape_markdown(value)}**"
    stated = agreement.stated.get(name)
    if stated is None:
        return line
    source = _("Source: {source}.").format(source=shortened(stated.source, _SOURCE_LENGTH))
    return f"{line}  \n  :small[{escape_markdown(source)}]"


def value_in_words(name: str, value: object) -> str:
    """A figure of an agreement as a reader writes it."""
    return _("unknown") if value is None else _SHOWN[name](value)


def history_table(statements: list[Stated]) -> pd.DataFrame:
    """Every change that was made here, the newest first."""
    return pd.DataFrame(
        {
            _("When"): [formats.moment(s.edited_at) for s in reversed(statements)],
            _("Who"): [s.user or _("not signed in") for s in reversed(statements)],
            _("Agreement from"): [str(s.first_year) for s in reversed(statements)],
            _("Fact"): [str(NAMES[s.figure]) for s in reversed(statements)],
            _("Value"): [_stated_value(s) for s in reversed(statements)],
            _("Source"): [s.source for s in reversed(statements)],
        }
    )


def _show_history() -> None:
    statements = load_statements(loaders.store())
    if not statements:
        st.caption(_("Nothing was changed yet: every figure is as it came with this tool."))
        return
    st.dataframe(history_table(statements), hide_index=True, alt=_("History of the agreements"))


def _stated_value(statement: Stated) -> str:
    value = FIGURES[statement.figure](statement.value) if statement.value else None
    return value_in_words(statement.figure, value)
