"""From a cell to an action: the button in the panel of a cell, and what stands there afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from data.states import WHITE
from data.storing.actions import ConversationPlan, Place, choose_cells
from data.users import ACT, User
from texts import Text, clock
from texts import translate as _
from ui.actions.action_words import status_in_words
from ui.shared import computed, formats, loaders, visitor
from ui.shared.frame import link_to
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

DAYS_TO_FIRST_STEP = 14
START_ACTION = "start_action"
_WORTH_AN_ACTION = (*WHITE, c.UNKNOWN, c.NETWORK_ONLY, c.DECLINED)


def show_action(cell: pd.Series, period: Period) -> None:
    """How far the action on this cell is, and the button that starts one."""
    if not visitor.current_user().may(ACT):
        return
    department, theme = cell[c.DEPARTMENT], cell[c.THEME]
    found = last_action(department, theme)
    if found:
        st.markdown(escape_markdown(_in_words(found)))
    with st.container(horizontal=True):
        if found:
            link_to("actions", _("To the action"), department=department)
        if cell[c.STATE] in _WORTH_AN_ACTION:
            st.button(
                _("Start an action"),
                key="start_action",
                type="primary",
                on_click=start,
                args=(department, [theme], period),
            )
    show_notice(START_ACTION)


def last_action(department: str, theme: str) -> dict[str, Any] | None:
    """The newest action on a cell, if there is one."""
    actions = loaders.actions()
    at = (actions[c.DEPARTMENT] == department) & (actions[c.THEME] == theme)
    return rows_of(actions[at].tail(1))[0] if at.any() else None


def start(department: str, themes: Sequence[str], period: Period, at: str = START_ACTION) -> None:
    """Begin to work on these cells, with a first step in two weeks; `at` is where that is said."""
    user = visitor.current_user()
    plan = first_plan(user)
    places = {theme: place_of(department, theme, period) for theme in themes}
    attempt(
        lambda: choose_cells(loaders.store(), user, department, places, plan),
        Text("The action with {department} has started.", {"department": department}),
        at=at,
    )


def first_plan(user: User) -> ConversationPlan:
    """How work begins: with a message to the manager, within two weeks."""
    due_on = clock.today() + dt.timedelta(days=DAYS_TO_FIRST_STEP)
    return ConversationPlan(user.name, _("Send the message to the manager"), due_on)


def place_of(department: str, theme: str, period: Period) -> Place:
    """Where the cell stands in the ranking of the period, if it is ranked."""
    ranking = computed.ranking(period)
    at = (ranking[c.DEPARTMENT] == department) & (ranking[c.THEME] == theme)
    if not at.any():
        return Place()
    row = ranking[at].iloc[0]
    ranked = int((ranking["list"] == row["list"]).sum())
    return Place(int(row["rank"]), ranked, period.first, period.last)


def _in_words(action: dict[str, Any]) -> str:
    parts = [
        _("Action since {date}: {status}.").format(
            date=formats.date(action[c.CHOSEN_ON]),
            status=status_in_words(action[c.STATUS], action[c.REASON]),
        )
    ]
    if action[c.STATUS] in c.OPEN_STATUSES:
        parts.append(next_step_in_words(action))
    return " ".join(part for part in parts if part)


def next_step_in_words(action: dict[str, Any]) -> str:
    """What is done next, by whom and before when; empty when nothing is agreed."""
    if not action["next_step"]:
        return ""
    if pd.isna(action["due_on"]):
        return _("Next: {step} ({owner}).").format(step=action["next_step"], owner=action["owner"])
    return _("Next: {step} ({owner}, before {date}).").format(
        step=action["next_step"], owner=action["owner"], date=formats.date(action["due_on"])
    )
