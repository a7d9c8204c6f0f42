"""What a department proposes: a missing use, a correction, a theme that is not wanted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.errors import RecordGoneError
from data.storing.proposals import Proposal, propose, withdraw
from texts import Text, clock
from texts import translate as _
from ui.actions.action_words import PROPOSAL_KINDS, reason_label
from ui.actions.proposals import content_lines, record_in_words
from ui.department.record_form import record_fields
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.labels import PROPOSAL_STATUSES
from ui.shared.notices import attempt, done, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_PASSED_ON, _RECORD = "passed_on", "record"


def show_add_form(department: str, year: int) -> None:
    """A use of that year that is not on the list."""
    newest = min(clock.today(), dt.date(year, 12, 31))
    one = draft(f"add_{department}_{year}", stored=_proposed(department, c.ADD))
    record_fields(
        one,
        {c.DATE: newest, c.CHANNEL: c.DIRECT},
        (
            _("Propose to add this"),
            lambda said: _propose_record(one, department, c.ADD, None, said),
        ),
    )


def show_correct_form(department: str, records: pd.DataFrame) -> None:
    """One of these records, to correct or to take out."""
    lines = {row[c.RECORD_ID]: row for row in rows_of(records)}
    which = draft(f"correct_{department}")
    if which.said(_RECORD) not in (None, *lines):  # gone while it was being corrected
        st.warning(escape_markdown(RecordGoneError().message), icon=":material/warning:")
    chosen = st.selectbox(
        _("Which record?"),
        list(lines),
        index=None,
        format_func=lambda number: record_in_words(lines[number]),
        placeholder=_("Choose"),
        key=which.field(_RECORD, among=lines),
    )
    if chosen is None:
        return
    one = draft(f"correct_{chosen}", stored=_proposed(department, c.CORRECT, c.REMOVE))
    record_fields(
        one,
        lines[chosen],
        (
            _("Propose this correction"),
            lambda said: _propose_record(one, department, c.CORRECT, chosen, said),
        ),
        (
            _("This is not ours: propose to take it out"),
            lambda said: _propose_record(one, department, c.REMOVE, chosen, said),
        ),
    )


def _propose_record(
    one: Draft, department: str, kind: str, record_id: int | None, said: dict[str, object]
) -> bool:
    note = str(said.pop("note") or "")
    if kind != c.REMOVE and not said[c.THEME]:
        refuse(Text("Choose a theme: without one the record cannot be counted."), at=one.name)
        return False
    content = {} if kind == c.REMOVE else said
    theme = str(said[c.THEME]) if said[c.THEME] else None
    return _send(department, Proposal(kind, theme, record_id, content, note), at=one.name)


def show_not_wanted_form(department: str) -> None:
    """A theme that the department does not want, and why."""
    one = draft(f"not_wanted_{department}", stored=_proposed(department, c.NOT_WANTED))
    themes = sorted(loaders.themes()[c.THEME])
    theme = st.selectbox(
        _("Theme"),
        themes,
        index=None,
        placeholder=_("Choose"),
        key=one.field(c.THEME, among=themes),
    )
    reason = st.radio(
        _("Why not?"),
        c.DECLINE_REASONS,
        index=None,
        format_func=reason_label,
        key=one.field(c.REASON),
    )
    label = _("Explanation (not required)")
    note = st.text_input(label, key=one.field("note", ""), max_chars=500)
    clicked = st.button(_("Pass on"), key=one.key("send"))
    show_notice(one.name)
    if not clicked:
        return
    if not theme:
        refuse(Text("Choose a theme first."), at=one.name)
    elif not reason:
        refuse(Text("Say why not: choose a reason."), at=one.name)
    else:
        proposal = Proposal(c.NOT_WANTED, theme, None, {c.REASON: reason}, note or "")
        if _send(department, proposal, at=one.name):
            one.finish()
    st.rerun()


def _proposed(department: str, *kinds: str) -> int:
    """How many of these proposals the visitor made before, whatever became of them."""
    found = loaders.proposals()
    own = found["proposed_by"] == visitor.current_user().name
    return int((own & (found[c.DEPARTMENT] == department) & found["kind"].isin(kinds)).sum())


def _send(department: str, proposal: Proposal, *, at: str) -> bool:
    known = set(loaders.proposals()["id"])
    sent: list[int] = []
    succeeded = attempt(
        lambda: sent.append(propose(loaders.store(), visitor.current_user(), department, proposal)),
        Text("Thank you. The coordinator looks at it; the figures change once it is accepted."),
        at=at,
    )
    if succeeded and sent[0] in known:
        done(Text("This was sent before, and waits for the coordinator."), at=at)
    return succeeded


def show_own_proposals(department: str) -> None:
    """What the department proposed, and what became of it."""
    proposals = loaders.proposals()
    own = proposals[proposals[c.DEPARTMENT] == department]
    if own.empty:
        return
    st.subheader(_("What was passed on"), anchor=False)
    show_notice(_PASSED_ON)
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
        user=proposal["proposed_by"], date=formats.day(proposal["proposed_at"])
    )


def _withdraw(number: int) -> None:
    attempt(
        lambda: withdraw(loaders.store(), visitor.current_user(), number),
        Text("The proposal is withdrawn."),
        at=_PASSED_ON,
    )
