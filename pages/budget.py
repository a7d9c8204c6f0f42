"""Budget: what was spent, whether the contribution adds up, and what use came to."""

from __future__ import annotations

from functools import partial

import streamlit as st

from texts import translate as _
from ui.budget import budget_choices
from ui.budget.agreement import show_agreement
from ui.budget.answer import show_answer
from ui.budget.budget_data import Money, gather
from ui.budget.budget_workbook import show_download
from ui.budget.cities import show_cities
from ui.budget.contribution_check import show_check
from ui.budget.costs import show_costs
from ui.budget.execution import show_execution
from ui.budget.sources import show_sources
from ui.budget.split import show_split
from ui.shared import frame
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page."""
    frame.page("budget")
    with st.container(horizontal=True):
        year = budget_choices.year_choice()
        rule = budget_choices.rule_choice()
    money = gather(year, rule)
    show_sources()
    show_answer(money)
    show_download(money)

    show_tabs(
        [
            ("bijdrage", _("Agreement and contribution"), partial(_contribution, money)),
            ("uitvoering", _("Budget and actual"), partial(show_execution, money)),
            ("inzet", _("40/60 and use"), partial(_use, money)),
            ("steden", _("All G40 cities"), partial(show_cities, money)),
        ],
    )


def _contribution(money: Money) -> None:
    show_check(money)
    st.header(_("The agreement"), anchor=False)
    show_agreement(money)


def _use(money: Money) -> None:
    show_split(money)
    st.header(_("Use against money"), anchor=False)
    show_costs(money)


main()
