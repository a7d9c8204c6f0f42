"""What is agreed at the meeting: to type in, and to follow until next year."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.findings.meeting.sentences import AGREEMENT_LABELS, agreement_in_words
from data import columns as c
from data.storing.meeting_agreements import follow_agreement, make_agreement
from data.users import ACT
from data.values.meeting import MeetingAgreement
from texts import Text, clock
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.frame import link_to
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_NEW = "new_agreement"


def show_agreements(year: int) -> None:
    """The agreements of the meeting about this year and of the one before, and a form for more."""
    agreed = meeting_data.meeting_agreements()
    may = visitor.current_user().may(ACT)
    if may:
        _show_form(year)
    before = meeting_data.meeting(year).agreements
    for heading, lines in (
        (_("Agreed at the meeting about {year}").format(year=year), agreed[agreed["year"] == year]),
        (_("Agreements of the last meeting"), before),
    ):
        if len(lines):
            st.markdown(f"**{escape_markdown(heading)}**")
            for line in rows_of(lines):
                _show(line, may=may)


def _show_form(year: int) -> None:
    one = draft(f"new_agreement_{year}")
    with st.container(border=True, key=_NEW):
        st.text_input(_("What is agreed"), key=one.field("text", ""), max_chars=300)
        grid = st.grid(2, min_column_width=220)
        with grid.cell():
            st.text_input(_("Owner"), key=one.field("owner", ""), max_chars=100)
        with grid.cell():
            st.date_input(_("Before"), None, key=one.field("due"), format="DD-MM-YYYY")
        with grid.cell():
            label = _("Department (not required)")
            choose_name(one, label, c.DEPARTMENT, meeting_data.departments_to_name())
        with grid.cell():
            choose_name(one, _("Theme (not required)"), c.THEME, meeting_data.themes_to_name())
        st.caption(_("With a department and a theme it becomes an action."))
        clicked = st.button(_("Note the agreement"), key=one.key("note"))
    show_notice(_NEW)
    if clicked:
        if _make(one, year):
            one.finish()
        st.rerun()


def choose_name(one: Draft, label: str, field: str, names: list[str]) -> None:
    """Let the visitor choose a department or theme, or none."""
    st.selectbox(
        label, names, index=None, key=one.field(field, among=names), placeholder=_("Choose")
    )


def _make(one: Draft, year: int) -> bool:
    text = one.said("text").strip()
    if not text:
        refuse(Text("Say what is agreed."), at=_NEW)
        return False
    department, theme = one.said(c.DEPARTMENT), one.said(c.THEME)
    agreed = MeetingAgreement(year, text, one.said("owner"), one.said("due"), department, theme)
    done = Text("The agreement is noted.")
    if department and theme:
        done = Text("The agreement is noted, and became an action.")
    return attempt(
        lambda: make_agreement(loaders.store(), visitor.current_user(), agreed), done, at=_NEW
    )


def _show(line: dict[str, Any], *, may: bool) -> None:
    number, version = int(line["id"]), int(line["version"])
    with st.container(border=True, key=f"agreement_{number}"):
        late = (
            line[c.STATUS] == c.TO_DO
            and not pd.isna(line[c.DUE_ON])
            and line[c.DUE_ON].date() < clock.today()
        )
        said = escape_markdown(agreement_in_words(line))
        st.markdown(f"{said} :red[**{_('overdue')}**]" if late else said)
        if not pd.isna(line["conversation_id"]):
            link_to("actions", _("To the action"), department=line[c.DEPARTMENT])
        if may:
            with st.popover(_("What became of it"), icon=":material/edit:"):
                _follow_form(line, number, version)
        show_notice(f"agreement_{number}")


def _follow_form(line: dict[str, Any], number: int, version: int) -> None:
    one = draft(f"follow_{number}")
    st.selectbox(
        _("Status"),
        c.AGREEMENT_STATUSES,
        format_func=lambda status: str(AGREEMENT_LABELS[status]),
        key=one.field(c.STATUS, line[c.STATUS]),
    )
    key = one.field(c.OUTCOME, line[c.OUTCOME])
    st.text_input(_("What became of it"), key=key, max_chars=300)
    one.look_at(version)
    st.button(_("Save"), key=one.key("save"), on_click=_follow, args=(one, number))


def _follow(one: Draft, number: int) -> None:
    status, outcome = one.said(c.STATUS), one.said(c.OUTCOME)
    begun = one.begun_at()
    if attempt(
        lambda: follow_agreement(
            loaders.store(), visitor.current_user(), number, status=status, outcome=outcome,
            version=begun,
        ),
        Text("The agreement is saved."),
        at=f"agreement_{number}",
    ):  # fmt: skip
        one.finish()
