"""One conversation with a department: its plan and themes to edit in place, message and history."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.actions import ConversationPlan, edit_conversation
from texts import Text, clock
from texts import translate as _
from ui.actions.action_history import show_history
from ui.actions.action_words import reason_label, status_in_words, status_label
from ui.actions.message import show_message
from ui.actions.more_themes import show_adding
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.frame import link_to
from ui.shared.labels import REASONS
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_card(actions: pd.DataFrame, *, opened: bool) -> None:
    """A conversation: `actions` holds its rows of `load_actions`, a theme each."""
    first = rows_of(actions.head(1))[0]
    number = first["conversation_id"]
    box = st.expander(
        _label(actions, first),
        expanded=opened,
        key=f"conversation_{number}",
        on_change="rerun",  # a form for every conversation at once would be slow
    )
    if not box.open:
        return
    with box:
        _edit_form(actions, first)
        show_notice(_at(number))
        if actions[c.STATUS].isin(c.OPEN_STATUSES).any():
            show_adding(first[c.DEPARTMENT])
        link_to(
            "department",
            _("The page of {department}").format(department=first[c.DEPARTMENT]),
            department=first[c.DEPARTMENT],
        )
        show_message(actions)
        show_history(actions)


def _label(actions: pd.DataFrame, first: dict[str, Any]) -> str:
    themes = [
        f"{theme} ({status_in_words(status, reason).lower()})"
        for theme, status, reason in zip(
            actions[c.THEME], actions[c.STATUS], actions[c.REASON], strict=True
        )
    ]
    label = f"**{escape_markdown(first[c.DEPARTMENT])}** · {escape_markdown(', '.join(themes))}"
    is_open = actions[c.STATUS].isin(c.OPEN_STATUSES).any()
    if not is_open or pd.isna(first["due_on"]):
        return label
    day = formats.date(first["due_on"])
    if first["due_on"].date() < clock.today():
        return f"{label} · :red[**{_('overdue since {date}').format(date=escape_markdown(day))}**]"
    return f"{label} · {_('before {date}').format(date=escape_markdown(day))}"


def _edit_form(actions: pd.DataFrame, first: dict[str, Any]) -> None:
    number, version = int(first["conversation_id"]), int(first["version"])
    one = draft(f"action_{number}")
    due_on = None if pd.isna(first["due_on"]) else first["due_on"].date()
    grid = st.grid(3, min_column_width=220)
    with grid.cell():
        st.text_input(_("Owner"), key=one.field("owner", first["owner"]), max_chars=100)
    with grid.cell():
        st.text_input(_("Next step"), key=one.field("step", first["next_step"]), max_chars=200)
    with grid.cell():
        st.date_input(_("Due"), None, key=one.field("due", due_on), format="DD-MM-YYYY")
    for line in rows_of(actions):
        _theme_row(line, one)
    st.text_area(_("Note"), key=one.field("note", first["note"]), max_chars=2000, height=80)
    one.look_at(version)
    themes = {line["id"]: line[c.THEME] for line in rows_of(actions)}
    st.button(
        _("Save"), type="primary", key=one.key("save"), on_click=_save,
        args=(one, number, themes),
    )  # fmt: skip


def _theme_row(line: dict[str, Any], one: Draft) -> None:
    grid = st.grid(2, min_column_width=220)
    with grid.cell():
        st.selectbox(
            _("Status of {theme}").format(theme=escape_markdown(line[c.THEME])),
            c.ACTION_STATUSES,
            format_func=status_label,
            key=one.field(f"status_{line['id']}", line[c.STATUS]),
        )
    with grid.cell():
        known = line[c.REASON] in REASONS
        st.selectbox(
            _("Reason, if deliberately not"),
            c.DECLINE_REASONS,
            index=None,
            format_func=reason_label,
            placeholder=_("Choose"),
            key=one.field(f"reason_{line['id']}", line[c.REASON] if known else None),
        )


def _save(one: Draft, number: int, themes: dict[int, str]) -> None:
    """Store what the form says, unless somebody else changed it since the editing began."""
    said = one.said
    statuses = {
        theme: (said(f"status_{action}"), said(f"reason_{action}"))
        for action, theme in themes.items()
    }
    if any(status == c.DECLINED and reason is None for status, reason in statuses.values()):
        refuse(
            Text("Say why the theme is deliberately not used: choose a reason beside it."),
            at=_at(number),
        )
        return
    plan = ConversationPlan(said("owner"), said("step"), said("due"), said("note"), statuses)
    begun = one.begun_at()
    if attempt(
        lambda: edit_conversation(
            loaders.store(), visitor.current_user(), number, plan, version=begun
        ),
        Text("The action is saved."),
        at=_at(number),
    ):
        one.finish()


def _at(number: int) -> str:
    return f"conversation_{number}"
