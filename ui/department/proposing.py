"""What a department proposes: a missing use, a correction, a theme that is not wanted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.proposals import Proposal, propose, withdraw
from texts import Text
from texts import translate as _
from ui.actions.action_words import PROPOSAL_KINDS, reason_label
from ui.actions.proposals import content_lines, record_in_words
from ui.department.record_form import record_form
from ui.shared import formats, loaders, visitor
from ui.shared.labels import PROPOSAL_STATUSES
from ui.shared.notices import attempt, refuse
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of


def show_add_form(department: str, year: int) -> None:
    """A use of that year that is not on the list."""
    newest = min(dt.date.today(), dt.date(year, 12, 31))
    record_form(
        "add",
        {c.DATE: newest},
        (_("Propose to add this"), lambda said: _propose_record(department, c.ADD, None, said)),
    )


def show_correct_form(department: str, records: pd.DataFrame) -> None:
    """One of these records, to correct or to take out."""
    lines = {row[c.RECORD_ID]: row for row in rows_of(records)}
    chosen = st.selectbox(
        _("Which record?"),
        list(lines),
        index=None,
        format_func=lambda number: record_in_words(lines[number]),
        placeholder=_("Choose"),
        key="correct_record",
    )
    if chosen is None:
        return
    record_form(
        f"correct_{chosen}",
        lines[chosen],
        (
            _("Propose this correction"),
            lambda said: _propose_record(department, c.CORRECT, chosen, said),
        ),
        (
            _("This is not ours: propose to take it out"),
            lambda said: _propose_record(department, c.REMOVE, chosen, said),
        ),
    )


def _propose_record(
    department: str, kind: str, record_id: int | None, said: dict[str, object]
) -> None:
    note = str(said.pop("note") or "")
    if kind != c.REMOVE and not said[c.THEME]:
        refuse(Text("Choose a theme: without one the record cannot be counted."))
        return
    content = {} if kind == c.REMOVE else said
    theme = str(said[c.THEME]) if said[c.THEME] else None
    _send(department, Proposal(kind, theme, record_id, content, note))


def show_not_wanted_form(department: str) -> None:
    """A theme that the department does not want, and why."""
    themes = sorted(loaders.themes()[c.THEME])
    with st.form("not_wanted", border=False):
        st.selectbox(
            _("Theme"), themes, index=None, placeholder=_("Choose"), key="not_wanted_theme"
        )
        st.radio(
            _("Why not?"), c.DECLINE_REASONS, format_func=reason_label, key="not_wanted_reason"
        )
        st.text_input(_("Explanation (not required)"), key="not_wanted_note", max_chars=500)
        st.form_submit_button(_("Pass on"), on_click=_propose_not_wanted, args=(department,))


def _propose_not_wanted(department: str) -> None:
    state = st.session_state
    if not state["not_wanted_theme"]:
        refuse(Text("Choose a theme first."))
        return
    content = {c.REASON: state["not_wanted_reason"]}
    note = state["not_wanted_note"] or ""
    _send(department, Proposal(c.NOT_WANTED, state["not_wanted_theme"], None, content, note))


def _send(department: str, proposal: Proposal) -> None:
    attempt(
        lambda: propose(loaders.store(), visitor.current_user(), department, proposal),
        Text("Thank you. The coordinator looks at it; the figures change once it is accepted."),
    )


def show_own_proposals(department: str) -> None:
    """What the department proposed, and what became of it."""
    proposals = loaders.proposals()
    own = proposals[proposals[c.DEPARTMENT] == department]
    if own.empty:
        return
    st.subheader(_("What was passed on"), anchor=False)
    for proposal in rows_of(own):
        with st.container(border=True):
            kind = escape_markdown(str(PROPOSAL_KINDS[proposal["kind"]]))
            status = str(PROPOSAL_STATUSES[proposal[c.STATUS]])
            if pd.notna(proposal["undone_at"]):
                status = _("Accepted, and taken back later")
            st.markdown(f"**{kind}** · {escape_markdown(status)}")
            lines = [*content_lines(proposal), _when(proposal)]
            if pd.notna(proposal["answer"]) and proposal["answer"]:
                lines.append(_("Answer: {answer}").format(answer=proposal["answer"]))
            st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
            if proposal[c.STATUS] == c.PROPOSED:
                number = int(proposal["id"])
                st.button(
                    _("Withdraw"), key=f"withdraw_{number}", on_click=_withdraw, args=(number,)
                )


def _when(proposal: dict[str, Any]) -> str:
    return _("Proposed by {user} on {date}.").format(
        user=proposal["proposed_by"], date=formats.date(proposal["proposed_at"])
    )


def _withdraw(number: int) -> None:
    attempt(
        lambda: withdraw(loaders.store(), visitor.current_user(), number),
        Text("The proposal is withdrawn."),
    )
