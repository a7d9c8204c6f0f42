"""What departments proposed and the coordinator has not decided on yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.storing.proposals import accept, refuse
from data.storing.store import Store
from data.users import User
from texts import Text
from texts import translate as _
from ui.actions.action_words import PROPOSAL_KINDS, reason_label
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.labels import column_label, value_label
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of
from ui.shared.values import value_text

_SHOWN = {field.name: field for field in fields.of(c.USAGE) if field.entry and field.entry.asked}
_PROPOSALS = "proposals"


def show_waiting_proposals() -> None:
    """Each proposal that waits, with what it would change, to accept or to decline."""
    proposals = loaders.proposals()
    waiting = proposals[proposals[c.STATUS] == c.PROPOSED]
    show_notice(_PROPOSALS)
    if waiting.empty:
        return
    st.header(_("Proposals of departments"), anchor=False)
    for proposal in rows_of(waiting.iloc[::-1]):  # the oldest waits longest
        with st.container(border=True):
            _show(proposal)


def _show(proposal: dict[str, Any]) -> None:
    kind = str(PROPOSAL_KINDS[proposal["kind"]])
    st.markdown(f"**{escape_markdown(proposal[c.DEPARTMENT])}** · {escape_markdown(kind)}")
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in content_lines(proposal)))
    st.caption(
        escape_markdown(
            _("Proposed by {user} on {date}.").format(
                user=proposal["proposed_by"], date=formats.day(proposal["proposed_at"])
            )
        )
    )
    number = int(proposal["id"])
    one = draft(f"proposal_answer_{number}")
    key = one.field("answer", "")
    st.text_input(_("Answer to the department (not required)"), key=key, max_chars=500)
    with st.container(horizontal=True):
        st.button(
            _("Accept"),
            type="primary",
            key=f"proposal_accept_{number}",
            on_click=_decide,
            args=(accept, number, one, Text("The proposal is accepted; the figures follow.")),
        )
        st.button(
            _("Do not take over"),
            key=f"proposal_refuse_{number}",
            on_click=_decide,
            args=(refuse, number, one, Text("The proposal is not taken over.")),
        )


def _decide(decision: Callable[..., None], number: int, one: Draft, done: Text) -> None:
    store: Store = loaders.store()
    user: User = visitor.current_user()
    answer = one.said("answer") or ""
    attempt(lambda: decision(store, user, number, answer=answer), done, at=_PROPOSALS)


def content_lines(proposal: Mapping[str, Any]) -> list[str]:
    """What a proposal says, line by line; of a correction only what would change."""
    before, content = proposal["before"], dict(proposal["content"])
    if proposal["kind"] == c.NOT_WANTED:
        lines = [_field(c.THEME, proposal[c.THEME]), reason_label(content[c.REASON])]
    elif proposal["kind"] == c.CORRECT:
        lines = [_("Record of {record}").format(record=record_in_words(before))] + [
            _("{field}: from {before} to {after}").format(
                field=column_label(name),
                before=_value(name, before.get(name)),
                after=_value(name, content.get(name)),
            )
            for name in _SHOWN
            if _value(name, before.get(name)) != _value(name, content.get(name))
        ]
    else:
        record = content or before
        lines = [
            _field(name, record[name]) for name in _SHOWN if record.get(name) not in (None, "")
        ]
    return [*lines, _("Note: {note}").format(note=proposal["note"])] if proposal["note"] else lines


def record_in_words(record: Mapping[str, Any]) -> str:
    """A record as one line: date, theme, form, subject, hours."""
    day = formats.known_date(pd.Timestamp(record[c.DATE]), record[c.DATE_PRECISION])
    parts = [day, str(record[c.THEME])]
    if pd.notna(record.get(c.FORM)) and record.get(c.FORM):
        parts.append(value_label(c.FORM, record[c.FORM]))
    if pd.notna(record.get(c.SUBJECT)) and record.get(c.SUBJECT):
        parts.append(str(record[c.SUBJECT]))
    if record.get(c.CHANNEL) == c.NETWORK:
        channel = value_label(c.CHANNEL, c.NETWORK)
        parts.append(channel[:1].lower() + channel[1:])
    if pd.notna(record.get(c.HOURS)):
        parts.append(_("{n} hours").format(n=formats.hours(record[c.HOURS])))
    return " · ".join(parts)


def _field(name: str, value: object) -> str:
    return f"{column_label(name)}: {_value(name, value)}"


def _value(name: str, value: object) -> str:
    return value_text(_SHOWN[name], value, empty="–")
