"""The message to a department in a window over the page, also before anything is stored of it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from texts import translate as _
from ui.actions.message import set_to_approached, show_letter
from ui.actions.start_action import start
from ui.shared import loaders
from ui.shared.notices import PAGE


def open_draft(department: str, themes: Sequence[str], period: Period) -> None:
    """Show the message about the conversation that runs, or else about these themes.

    Nothing is stored until somebody says that it is sent.
    """
    title = _("Message to {department}").format(department=department)
    st.dialog(title, width="large")(_show)(department, themes, period)


def _show(department: str, themes: Sequence[str], period: Period) -> None:
    lines = _running(department)
    if lines.empty:
        lines = pd.DataFrame({c.THEME: list(themes)}).assign(
            **{c.DEPARTMENT: department, c.STATUS: c.TO_APPROACH},
            first_year=period.first,
            last_year=period.last,
        )
    show_letter(lines, key=f"draft_{department}")
    waiting = (lines[c.STATUS] == c.TO_APPROACH).any()
    if waiting and st.button(_("It is sent: set to approached"), key=f"draft_sent_{department}"):
        if _running(department).empty:
            start(department, themes, period, PAGE)
        set_to_approached(_running(department), at=PAGE)
        st.rerun()


def _running(department: str) -> pd.DataFrame:
    """The themes of the newest conversation with the department that are still open."""
    actions = loaders.actions()
    mine = actions[(actions[c.DEPARTMENT] == department) & actions[c.STATUS].isin(c.OPEN_STATUSES)]
    return mine[mine["conversation_id"] == mine["conversation_id"].max()]
