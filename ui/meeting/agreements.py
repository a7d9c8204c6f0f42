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
    show_notice(_NEW)
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
    with st.form("agreement_form", border=True, clear_on_submit=True):
        st.text_input(_("What is agreed"), key="agreement_text", max_chars=300)
        grid = st.grid(2, min_column_width=220)
        with grid.cell():
            st.text_input(_("Owner"), key="agreement_owner", max_chars=100)
        with grid.cell():
            st.date_input(_("Before"), None, key="agreement_due", format="DD-MM-YYYY")
        with grid.cell():
            _choose(_("Department (not required)"), "agreement_department",
                    meeting_data.departments_to_name())  # fmt: skip
        with grid.cell():
            _choose(_("Theme (not required)"), "agreement_theme", meeting_data.themes_to_name())
        st.caption(_("With a department and a theme it becomes an action."))
        st.form_submit_button(_("Note the agreement"), on_click=_make, args=(year,))


def _choose(label: str, key: str, names: list[str]) -> None:
    st.selectbox(label, names, index=None, key=key, placeholder=_("Choose"))


def _make(year: int) -> None:
    state = st.session_state
    text = state["agreement_text"].strip()
    if not text:
        refuse(Text("Say what is agreed."), at=_NEW)
        return
    department, theme = state["agreement_department"], state["agreement_theme"]
    agreed = MeetingAgreement(
        year, text, state["agreement_owner"], state["agreement_due"], department, theme
    )
    done = Text("The agreement is noted.")
    if department and theme:
        done = Text("The agreement is noted, and became an action.")
    attempt(lambda: make_agreement(loaders.store(), visitor.current_user(), agreed), done, at=_NEW)


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
    key = f"follow_{number}_{version}"
    with st.form(f"{key}_form", border=False):
        st.selectbox(
            _("Status"),
            c.AGREEMENT_STATUSES,
            c.AGREEMENT_STATUSES.index(line[c.STATUS]),
            format_func=lambda status: str(AGREEMENT_LABELS[status]),
            key=f"{key}_status",
        )
        st.text_input(_("What became of it"), line[c.OUTCOME], key=f"{key}_text", max_chars=300)
        st.form_submit_button(_("Save"), on_click=_follow, args=(number, version, key))


def _follow(number: int, version: int, key: str) -> None:
    status, outcome = st.session_state[f"{key}_status"], st.session_state[f"{key}_text"]
    attempt(
        lambda: follow_agreement(
            loaders.store(), visitor.current_user(), number, status=status, outcome=outcome,
            version=version,
        ),
        Text("The agreement is saved."),
        at=f"agreement_{number}",
    )  # fmt: skip
