"""“Is this right?”: a department confirms its list, or proposes what should be different."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.period import Period
from data import columns as c
from data.access import ANSWER
from data.storing.confirmations import confirm_year, withdraw_confirmation
from data.storing.proposals import Proposal, propose, withdraw
from texts import Message, ngettext
from texts import translate as _
from ui import access, formats, loaders
from ui.actions.judging import content_lines, record_in_words
from ui.actions.notices import attempt, refuse
from ui.actions.words import PROPOSAL_KINDS, reason_label
from ui.department.own_list import show_own_list
from ui.department.record_form import record_form
from ui.labels import PROPOSAL_STATUSES, readable
from ui.safe import escape_markdown
from ui.tables import rows_of

_LIST = (c.DATE, c.THEME, c.FORM, c.CHANNEL, c.SUBJECT, c.HOURS)


def show_answering(department: str) -> None:
    """The list of a year to confirm, and four ways to say what should be different."""
    if not access.current_user().may(ANSWER, department):
        return
    st.header(_("Is this right?"), anchor=False)
    year = _choose_year(department)
    usage = loaders.frame("usage")  # as it was given, whatever was reorganised since
    records = usage[(usage[c.DEPARTMENT] == department) & (usage[c.YEAR] == year)]
    _show_list(records, year)
    _confirmation(department, year, len(records))
    _block("add", _("A use is missing"), lambda: _add_form(department, year))
    if len(records):
        _block("correct", _("A record is not right"), lambda: _correct_form(department, records))
    _block("not_wanted", _("A theme is of no use to us"), lambda: _not_wanted_form(department))
    _block("own_list", _("We have a list of our own"), lambda: show_own_list(department))
    _own_proposals(department)


def _block(name: str, label: str, show: Callable[[], None]) -> None:
    box = st.expander(label, key=f"answer_{name}", on_change="rerun")
    if box.open:
        with box:
            show()


def _choose_year(department: str) -> int:
    span = Period.spanning(loaders.usage())
    first = span.first if span else dt.date.today().year
    years = list(range(max(dt.date.today().year, span.last if span else 0), first - 1, -1))
    own = loaders.frame("usage")
    last = own.loc[own[c.DEPARTMENT] == department, c.YEAR].max()
    start = years.index(int(last)) if pd.notna(last) else 0
    return st.selectbox(
        _("Year"), years, index=start, key="answer_year", bind="query-params", width=160
    )


def _show_list(records: pd.DataFrame, year: int) -> None:
    n = len(records)
    if not n:
        st.markdown(_("Over {year} there is nothing on the list.").format(year=year))
        return
    count = ngettext(
        "Over {year} there is {n} record on the list:",
        "Over {year} there are {n} records on the list:",
        n,
    ).format(year=year, n=formats.number(n))
    st.markdown(count)
    lines = [f"- {escape_markdown(record_in_words(row))}" for row in rows_of(records)]
    if n <= 12:
        st.markdown("\n".join(lines))
    else:
        st.dataframe(readable(records[list(_LIST)]), hide_index=True, alt=count)


def _confirmation(department: str, year: int, n: int) -> None:
    confirmed = loaders.confirmations()
    at = (confirmed[c.DEPARTMENT] == department) & (confirmed[c.YEAR] == year)
    if at.any():
        line = rows_of(confirmed[at])[0]
        text = _("Confirmed by {user} on {date}, with {n} on the list.").format(
            user=line["user"],
            date=formats.date(line["confirmed_at"]),
            n=formats.number(line["records"]),
        )
        st.success(escape_markdown(text), icon=":material/check_circle:")
        if line["records"] != n:
            st.warning(_("The list has changed since. Is it still right?"))
    with st.container(horizontal=True):
        if not at.any() or line["records"] != n:
            st.button(
                _("Yes, the list of {year} is complete").format(year=year),
                type="primary",
                key="confirm",
                on_click=_confirm,
                args=(department, year, n),
            )
        if at.any():
            st.button(
                _("Take the confirmation back"),
                key="withdraw_confirmation",
                on_click=_withdraw_confirmation,
                args=(department, year),
            )


def _confirm(department: str, year: int, n: int) -> None:
    attempt(
        lambda: confirm_year(loaders.store(), access.current_user(), department, year, records=n),
        Message("Thank you. The list of {year} counts as complete from now on.", {"year": year}),
    )


def _withdraw_confirmation(department: str, year: int) -> None:
    attempt(
        lambda: withdraw_confirmation(loaders.store(), access.current_user(), department, year),
        Message("The confirmation of {year} is taken back.", {"year": year}),
    )


def _add_form(department: str, year: int) -> None:
    newest = min(dt.date.today(), dt.date(year, 12, 31))
    record_form(
        "add",
        {c.DATE: newest},
        (_("Propose to add this"), lambda said: _propose_record(department, c.ADD, None, said)),
    )


def _correct_form(department: str, records: pd.DataFrame) -> None:
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
        refuse(Message("Choose a theme: without one the record cannot be counted."))
        return
    content = {} if kind == c.REMOVE else said
    theme = str(said[c.THEME]) if said[c.THEME] else None
    _send(department, Proposal(kind, theme, record_id, content, note))


def _not_wanted_form(department: str) -> None:
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
        refuse(Message("Choose a theme first."))
        return
    content = {c.REASON: state["not_wanted_reason"]}
    note = state["not_wanted_note"] or ""
    _send(department, Proposal(c.NOT_WANTED, state["not_wanted_theme"], None, content, note))


def _send(department: str, proposal: Proposal) -> None:
    attempt(
        lambda: propose(loaders.store(), access.current_user(), department, proposal),
        Message("Thank you. The coordinator looks at it; the figures change once it is accepted."),
    )


def _own_proposals(department: str) -> None:
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
        lambda: withdraw(loaders.store(), access.current_user(), number),
        Message("The proposal is withdrawn."),
    )
