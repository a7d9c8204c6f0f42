"""The answer first: what was spent, whether the contribution adds up, and four figures."""

from __future__ import annotations

import streamlit as st

from analysis.money.split import split_of
from analysis.period import Period
from reports.money import words as money_words
from texts import translate as _
from ui.budget.budget_data import Money, ready
from ui.shared import formats
from ui.shared.safe import escape_markdown


def show_answer(money: Money) -> None:
    """One sentence on spending, one on the contribution; then the four figures."""
    checked = money_words.check_in_words(money.term_checks)
    spent = money_words.spent_in_words(money.result)
    st.header(escape_markdown(spent or checked), anchor=False)
    if spent:
        st.markdown(escape_markdown(checked))
    grid = st.grid(4, min_column_width=220)
    for title, value, meaning in ready(money, _cards):
        with grid.cell(), st.container(border=True, height="stretch"):
            st.metric(title, value)
            st.caption(escape_markdown(meaning))


def _cards(money: Money) -> list[tuple[str, str, str]]:
    result, agreement = money.result, money.agreement
    split = split_of(money.usage, Period(money.year, money.year), money.rule)
    agreed = agreement.tailored_percent if agreement else None
    calculated = money.term_checks[0].calculated if money.term_checks else None
    return [
        (
            _("Spent in {year}").format(year=money.year),
            money_words.cents(result.actual),
            _("Of {budget} in the budget lines that were read in.").format(
                budget=money_words.cents(result.budget)
            ),
        ),
        (
            _("Left in {year}").format(year=money.year),
            money_words.left_in_words(result),
            _("Budget less what is spent and what is committed."),
        ),
        (
            _("Contribution by the agreement"),
            money_words.amount(calculated),
            _("Rate × inhabitants; budgeted is {budgeted}.").format(
                budgeted=money_words.amount(agreement.contribution if agreement else None)
            ),
        ),
        (
            _("Tailor-made in {year}").format(year=money.year),
            _("unknown") if split.share is None else formats.percent(split.share),
            _("Of {what} of this year; agreed is {agreed}.").format(
                what=money_words.WEIGHED[split.measure],
                agreed=_("unknown") if agreed is None else formats.points(agreed),
            ),
        ),
    ]
