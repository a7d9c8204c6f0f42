"""What was asked of Platform31 and not delivered: to note, and to say what became of it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analysis.findings.meeting.sentences import OUTCOMES, request_in_words
from data import columns as c
from data.storing.requests import follow_request, note_request, withdraw_request
from data.users import ACT
from data.values.meeting import UnmetRequest
from texts import Text, clock
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import loaders, visitor
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_NEW = "new_request"


def show_requests(year: int) -> None:
    """The requests of the year, and a form for one more."""
    may = visitor.current_user().may(ACT)
    if may:
        _show_form()
    show_notice(_NEW)
    asked = loaders.requests()
    asked = asked[asked[c.ASKED_ON].dt.year == year]
    if asked.empty:
        st.caption(_("Of {year} nothing is noted.").format(year=year))
    for line in rows_of(asked):
        _show(line, may=may)


def _show_form() -> None:
    with st.form("request_form", border=True, clear_on_submit=True):
        st.text_input(_("What was asked"), key="request_subject", max_chars=300)
        grid = st.grid(2, min_column_width=220)
        with grid.cell():
            st.date_input(_("Asked on"), clock.today(), key="request_day", format="DD-MM-YYYY")
        with grid.cell():
            _outcome_choice("request_outcome", c.WAITING)
        with grid.cell():
            _choose(_("Department"), "request_department", meeting_data.departments_to_name())
        with grid.cell():
            _choose(_("Theme"), "request_theme", meeting_data.themes_to_name())
        st.form_submit_button(_("Note the request"), on_click=_note)


def _choose(label: str, key: str, names: list[str]) -> None:
    st.selectbox(label, names, index=None, key=key, placeholder=_("Choose"))


def _outcome_choice(key: str, chosen: str) -> None:
    st.selectbox(
        _("What became of it"),
        c.REQUEST_OUTCOMES,
        c.REQUEST_OUTCOMES.index(chosen),
        format_func=lambda outcome: str(OUTCOMES[outcome]),
        key=key,
    )


def _note() -> None:
    state = st.session_state
    names = ("request_subject", "request_day", "request_department", "request_theme")
    subject, day, department, theme = (state[name] for name in names)
    if not (subject.strip() and day and department and theme):
        refuse(Text("Say what was asked, when, by which department and on which theme."), at=_NEW)
        return
    request = UnmetRequest(day, department, theme, subject, state["request_outcome"])
    attempt(
        lambda: note_request(loaders.store(), visitor.current_user(), request),
        Text("The request is noted."),
        at=_NEW,
    )


def _show(line: dict[str, Any], *, may: bool) -> None:
    number = int(line["id"])
    with st.container(border=True, key=f"request_{number}"):
        st.markdown(escape_markdown(request_in_words(line)))
        if may:
            with st.popover(_("What became of it"), icon=":material/edit:"):
                _follow_form(line, number)
        show_notice(f"request_{number}")


def _follow_form(line: dict[str, Any], number: int) -> None:
    key = f"request_{number}_{line['changed_at']:%f%S%M}"
    with st.form(f"{key}_form", border=False):
        _outcome_choice(f"{key}_outcome", line[c.OUTCOME])
        st.text_input(_("Note"), line["note"], key=f"{key}_note", max_chars=300)
        st.form_submit_button(_("Save"), on_click=_follow, args=(number, key))
    st.button(_("Take back"), key=f"{key}_withdraw", on_click=_withdraw, args=(number,))


def _follow(number: int, key: str) -> None:
    outcome, note = st.session_state[f"{key}_outcome"], st.session_state[f"{key}_note"]
    attempt(
        lambda: follow_request(
            loaders.store(), visitor.current_user(), number, outcome=outcome, note=note
        ),
        Text("The request is saved."),
        at=f"request_{number}",
    )


def _withdraw(number: int) -> None:
    attempt(
        lambda: withdraw_request(loaders.store(), visitor.current_user(), number),
        Text("The request is taken back."),
        at=_NEW,
    )
