"""More white spots of the same department, taken into one conversation."""

from __future__ import annotations

import streamlit as st

from analysis.period import Period
from data import columns as c
from data.states import WHITE
from texts import translate as _
from ui.actions.start_action import start
from ui.shared import computed
from ui.shared.drafts import Draft, draft
from ui.shared.notices import show_notice

_WHITE = (*WHITE, c.NETWORK_ONLY)


def show_adding(department: str) -> None:
    """Let the coordinator choose white spots of the department, and start on them all."""
    period = computed.default_period()
    if period is None:
        return
    spots = white_spots(department, period)
    if not spots:
        return
    one = draft(f"more_themes_{department}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.multiselect(
            _("Other white spots of this department"),
            spots,
            placeholder=_("Choose"),
            key=one.field("themes", [], among=spots),
            width=420,
        )
        st.button(
            _("Take into the conversation"),
            key=f"add_themes_{department}",
            on_click=_add,
            args=(department, period, one),
        )
    show_notice(_at(department))


def white_spots(department: str, period: Period) -> list[str]:
    """The relevant themes that the department does not use and nobody works on."""
    cells = computed.cells(period)
    white = cells["relevant"] & cells[c.STATE].isin(_WHITE) & (cells[c.DEPARTMENT] == department)
    return cells.loc[white, c.THEME].tolist()


def _at(department: str) -> str:
    return f"more_themes_{department}"


def _add(department: str, period: Period, one: Draft) -> None:
    if themes := one.said("themes"):
        start(department, themes, period, _at(department))
        one.finish()
