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
from ui.meeting.agreements import choose_name
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_NEW = "new_request"


def show_requests(year: int) -> None:
    """The requests of the year, and a form for one more."""
    may = visitor.current_user().may(ACT)
    if may:
        _show_form()
    asked = loaders.requests()
    asked = asked[asked[c.ASKED_ON].dt.year == year]
    if asked.empty:
        st.caption(_("Of {year} nothing is noted.").format(year=year))
    for line in rows_of(asked):
        _show(line, may=may)


def _show_form() -> None:
    one = draft(_NEW)
    with st.container(border=True):
        st.text_input(_("What was asked"), key=one.field(c.SUBJECT, ""), max_chars=300)
        grid = st.grid(2, min_column_width=220)
        with grid.cell():
            key = one.field(c.ASKED_ON, clock.today())
            st.date_input(_("Asked on"), key=key, format="DD-MM-YYYY")
        with grid.cell():
            _outcome_choice(one, c.WAITING)
        with grid.cell():
            names = meeting_data.departments_to_name()
            choose_name(one, _("Department"), c.DEPARTMENT, names)
        with grid.cell():
            choose_name(one, _("Theme"), c.THEME, meeting_data.themes_to_name())
        clicked = st.button(_("Note the request"), key=one.key("note"))
    show_notice(_NEW)
    if clicked:
        if _note(one):
            one.finish()
        st.rerun()


def _outcome_choice(one: Draft, stored: str) -> None:
    st.selectbox(
        _("What became of it"),
        c.REQUEST_OUTCOMES,
        format_func=lambda outcome: str(OUTCOMES[outcome]),
        key=one.field(c.OUTCOME, stored),
    )


def _note(one: Draft) -> bool:
    names = (c.SUBJECT, c.ASKED_ON, c.DEPARTMENT, c.THEME)
    subject, day, department, theme = (one.said(name) for name in names)
    if not (subject.strip() and day and department and theme):
        refuse(Text("Say what was asked, when, by which department and on which theme."), at=_NEW)
        return False
    request = UnmetRequest(day, department, theme, subject, one.said(c.OUTCOME))
    return attempt(
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
    one = draft(f"request_{number}")
    _outcome_choice(one, line[c.OUTCOME])
    st.text_input(_("Note"), key=one.field("note", line["note"]), max_chars=300)
    st.button(_("Save"), key=one.key("save"), on_click=_follow, args=(one, number))
    st.button(_("Take back"), key=one.key("withdraw"), on_click=_withdraw, args=(number,))


def _follow(one: Draft, number: int) -> None:
    outcome, note = one.said(c.OUTCOME), one.said("note")
    if attempt(
        lambda: follow_request(
            loaders.store(), visitor.current_user(), number, outcome=outcome, note=note
        ),
        Text("The request is saved."),
        at=f"request_{number}",
    ):
        one.finish()


def _withdraw(number: int) -> None:
    attempt(
        lambda: withdraw_request(loaders.store(), visitor.current_user(), number),
        Text("The request is taken back."),
        at=_NEW,
    )
