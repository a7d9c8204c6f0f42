"""The conversations that run: overdue first, filtered by what stands in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data import columns as c
from texts import clock, ngettext
from texts import translate as _
from ui.actions.action_words import status_label
from ui.actions.card import show_card
from ui.shared import filters, formats, loaders
from ui.shared.address import follow_address_of_many, keep_many_in_address
from ui.shared.safe import escape_markdown

STATUS_CHOICE = "stand"


def show_board() -> None:
    """The filters, and under them every conversation that they leave."""
    actions = loaders.actions()
    if actions.empty:
        st.info(_("Nothing is being worked on yet. Choose a white spot on Broadening to start."))
        return
    with st.container(horizontal=True):
        chosen = {
            column: filters.name_filter(
                column, sorted(actions[column].unique()), placeholder=_("All")
            )
            for column in (c.DEPARTMENT, c.THEME)
        }
        statuses = _status_filter(actions)
    left = matching(actions, chosen, statuses)
    st.markdown(escape_markdown(_count(left)))
    conversations = in_order(left)
    for number in conversations:
        whole = actions[actions["conversation_id"] == number]
        show_card(whole, opened=len(conversations) == 1)


def matching(
    actions: pd.DataFrame, chosen: dict[str, str | None], statuses: Sequence[str]
) -> pd.DataFrame:
    """The actions with these values; without a status chosen, those of every status."""
    for column, value in chosen.items():
        if value is not None:
            actions = actions[actions[column] == value]
    return actions[actions[c.STATUS].isin(list(statuses))] if statuses else actions


def in_order(actions: pd.DataFrame) -> list[int]:
    """The conversations: those still open first, then by due date (none last), then by name."""
    at = actions.assign(closed=~actions[c.STATUS].isin(c.OPEN_STATUSES))
    by = at.groupby("conversation_id", as_index=False).agg(
        closed=("closed", "all"), due_on=("due_on", "first"), name=(c.DEPARTMENT, "first")
    )
    return by.sort_values(["closed", "due_on", "name"])["conversation_id"].tolist()


def _status_filter(actions: pd.DataFrame) -> list[str]:
    held = set(actions[c.STATUS])
    present = {status: status for status in c.ACTION_STATUSES if status in held}
    follow_address_of_many(STATUS_CHOICE, present, in_words=status_label)
    chosen = st.multiselect(
        _("Status"),
        list(present),
        format_func=status_label,
        placeholder=_("All"),
        key=STATUS_CHOICE,
        width=320,
    )
    keep_many_in_address(STATUS_CHOICE, chosen, present)
    return chosen


def _count(actions: pd.DataFrame) -> str:
    n = actions["conversation_id"].nunique()
    shown = ngettext("{n} conversation.", "{n} conversations.", n).format(n=formats.number(n))
    late = actions[is_overdue(actions)]["conversation_id"].nunique()
    if not late:
        return shown
    overdue = ngettext("{n} is overdue.", "{n} are overdue.", late)
    return f"{shown} {overdue.format(n=formats.number(late))}"


def is_overdue(actions: pd.DataFrame, today: dt.date | None = None) -> pd.Series:
    """Whether an action is still open after the day on which its next step was due."""
    day = pd.Timestamp(today or clock.today())
    return actions[c.STATUS].isin(c.OPEN_STATUSES) & (actions["due_on"] < day)
