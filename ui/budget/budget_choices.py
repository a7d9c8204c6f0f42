"""The choices of the page Budget, kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from analysis.use import Measure
from data.money.agreements import Agreement
from data.money.population import municipalities
from texts import Text
from texts import translate as _
from ui.budget import budget_data
from ui.shared import formats
from ui.shared.address import meant, select_one
from ui.shared.filters import BUDGET_CHOICES, one_of_few

T = TypeVar("T")
YEAR, RULE, CITY, COUNT_YEAR, MONTH, AGREEMENT = BUDGET_CHOICES
MONTHS = range(1, 13)
_RULES: dict[Measure, Text] = {"hours": Text("By hours"), "uses": Text("By uses")}


def year_choice() -> int:
    """Let the visitor choose the year that the page is about."""
    years = budget_data.years_to_choose()
    return one_of(_("Year"), years, key=YEAR, default=budget_data.default_year(years), width=140)


def rule_choice() -> Measure:
    """Let the visitor weigh use by hours or by uses."""
    return one_of_few(_("Weigh use"), _RULES, key=RULE)


def now(key: str, options: Sequence[T], default: T, shown: Callable[[T], str] = str) -> T:
    """The choice in force, also above the place where it is made."""
    if st.session_state.get(key) in options:
        return st.session_state[key]
    return meant(st.query_params.get(key, ""), _named(options), default, shown)


def city_choice(default: str) -> str:
    """Let the visitor choose a city: its CBS code."""
    names = {name: code for code, name in municipalities().items()}
    own = municipalities().get(default) or next(iter(names))
    return names[one_of(_("City"), list(names), key=CITY, default=own, width=260)]


def agreement_choice(agreements: Sequence[Agreement], current: Agreement | None) -> Agreement:
    """Let the visitor choose which agreement to see; first that of the chosen year."""
    terms = {agreement.term: agreement for agreement in agreements}
    default = (current or agreements[-1]).term
    return terms[one_of(_("Agreement"), list(terms), key=AGREEMENT, default=default, width=200)]


def count_year_choice(years: Sequence[int], preferred: int) -> int:
    """Let the visitor choose of which year the inhabitants count."""
    default = preferred if preferred in years else years[0]
    return one_of(_("Inhabitants on 1 January"), years, key=COUNT_YEAR, default=default, width=220)


def month_choice(default: int) -> int:
    """Let the visitor look at the year as it stood after a month."""
    return one_of(
        _("As it stood after"), MONTHS, key=MONTH, default=default, width=200,
        shown=formats.month_name,
    )  # fmt: skip


def one_of(
    label: str,
    options: Sequence[T],
    *,
    key: str,
    default: T,
    width: int,
    shown: Callable[[T], str] = str,
) -> T:
    """Let the visitor choose one of the options; what is no longer there falls back."""
    return select_one(label, _named(options), key=key, default=default, in_words=shown, width=width)


def _named(options: Sequence[T]) -> dict[str, T]:
    return {str(option): option for option in options}
