"""Budget: what was spent, whether the contribution adds up, and what use came to."""

from __future__ import annotations

import streamlit as st

from texts import translate as _
from ui.budget import choices, editing
from ui.budget.agreement import show_agreement
from ui.budget.answer import show_answer
from ui.budget.check import show_check
from ui.budget.cities import show_cities
from ui.budget.costs import show_costs
from ui.budget.download import show_download
from ui.budget.execution import show_execution
from ui.budget.money import gather
from ui.budget.split import show_split
from ui.budget.what_if import show_what_if
from ui.shared import frame


def main() -> None:
    """Show the page."""
    frame.page("budget")
    editing.say_saved()
    with st.container(horizontal=True):
        year = choices.year_choice()
        rule = choices.rule_choice()
    money = gather(year, rule, choices.words_now())
    show_answer(money)
    show_download(money)

    st.header(_("Budget against actual"), anchor=False)
    show_execution(money)

    st.header(_("Contribution check"), anchor=False)
    show_check(money)

    st.header(_("The agreement"), anchor=False)
    show_agreement(money)

    st.header(_("General and tailor-made: 40/60"), anchor=False)
    show_split(money)

    st.header(_("Use against money"), anchor=False)
    show_costs(money)

    st.header(_("What if"), anchor=False)
    show_what_if(money)

    st.header(_("All G40 cities"), anchor=False)
    show_cities(money)


main()
