"""The answer first: what was spent, whether the contribution adds up, and four figures."""

from __future__ import annotations

import streamlit as st

from analysis.money.euros import to_cents
from reports.money import words as money_words
from texts import translate as _
from ui.budget.budget_data import Money, ready
from ui.shared.safe import escape_markdown


def show_answer(money: Money) -> None:
    """One sentence on spending, one on the contribution; then the four figures."""
    checked = money_words.check_in_words(money.term_checks)
    spent = money_words.spent_in_words(money.result)
    st.header(escape_markdown(spent or checked), anchor=False)
    if spent:
        st.markdown(escape_markdown(checked))
    grid = st.grid(4, min_column_width=220, border=True)  # the border makes them equally high
    for title, value, meaning in ready(money, _cards):
        with grid.cell():
            st.metric(title, value)
            st.caption(escape_markdown(meaning))


def _cards(money: Money) -> list[tuple[str, str, str]]:
    """Paid, against what was agreed, against the budget, and what is open still."""
    result = money.result
    check = next((each for each in money.checks if each.year == money.year), None)
    invoiced = money.invoiced.get(money.year)
    calculated = to_cents(check.calculated) if check and check.calculated is not None else None
    apart = None if invoiced is None or calculated is None else invoiced - calculated
    return [
        (
            _("Paid in {year}").format(year=money.year),
            money_words.cents(result.actual),
            _("Booked in the lines that count; the budget is {budget}.").format(
                budget=money_words.cents(result.budget)
            ),
        ),
        (
            _("More or less than agreed"),
            _apart_in_words(apart),
            _("Booked as contribution: {invoiced}; rate × inhabitants is {calculated}.").format(
                invoiced=money_words.cents(invoiced), calculated=money_words.cents(calculated)
            ),
        ),
        (
            _("Left in {year}").format(year=money.year),
            money_words.left_in_words(result),
            _("Budget less what is spent and what is committed."),
        ),
        (
            _("Open in {year}").format(year=money.year),
            money_words.cents(result.commitment),
            _("Committed, and not booked yet."),
        ),
    ]


def _apart_in_words(cents: int | None) -> str:
    """How far what was booked is from what was agreed, and to which side."""
    if not cents:
        return money_words.cents(cents)
    text = _("{amount} more") if cents > 0 else _("{amount} less")
    return text.format(amount=money_words.cents(abs(cents)))
