"""What to do first about whom: the worklist of the coordinator, and what its buttons do."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis import worklist as work
from analysis.findings import facts, sentences
from analysis.findings.facts import Findings
from analysis.period import Period
from data import columns as c
from data.users import ACT
from texts import translate as _
from ui.actions.action_words import status_label
from ui.actions.draft_dialog import open_draft
from ui.actions.start_action import next_step_in_words, start
from ui.overview.worklist_table import MESSAGE, OPEN, START, TO, Row, worklist_table
from ui.shared import computed, formats, frame, loaders, visitor
from ui.shared.caching import cached_as_shown
from ui.shared.html_table import receiver
from ui.shared.labels import domain_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_ORDER, _ASKED = "worklist_order", "worklist_asked"


def show_worklist(period: Period, found: Findings) -> None:
    """A row per department, the one to do something about first on top."""
    st.header(_("What to do first"), anchor=False)
    acts = visitor.current_user().may(ACT)
    receiver(TO, lambda sent: _received(sent, period))
    st.html(_table(period, acts, _order(period)))
    figure = found.figures[facts.USES]
    told = (
        sentences.change_text(facts.USES, figure.change)
        if figure.change
        else sentences.why_not_compared(figure, found)
    )
    st.caption(escape_markdown(_("All use together: {change}").format(change=told or "")))
    _follow(period)


def _order(period: Period) -> tuple[str, ...]:
    """The departments in the order in which the visitor found them: no row moves under a click."""
    now = computed.worklist(period)[c.DEPARTMENT].tolist()
    kept = st.session_state.get(_ORDER)
    if frame.just_arrived() or kept is None or kept[0] != period or set(kept[1]) != set(now):
        kept = st.session_state[_ORDER] = (period, now)
    return tuple(kept[1])


@cached_as_shown
def _table(period: Period, acts: bool, order: tuple[str, ...]) -> str:
    found = {row[c.DEPARTMENT]: row for row in rows_of(computed.worklist(period))}
    ranking, compared = computed.ranking(period), _compared(period)
    rows = [_row(found[name], ranking, compared, acts=acts) for name in order]
    heads = (period.label, period.previous().label)
    return worklist_table(rows, caption=_("What to do first"), heads=heads)


def _compared(period: Period) -> dict[str, dict[str, Any]]:
    """Per department its own uses in both periods, over what they have in common."""
    change = computed.findings(period).figures[facts.USES].change
    if change is None:
        return {}
    return {
        row[c.DEPARTMENT]: row for row in rows_of(work.direct_uses(change.alike, loaders.usage()))
    }


def _row(
    line: dict[str, Any], ranking: pd.DataFrame, compared: dict[str, dict[str, Any]], *, acts: bool
) -> Row:
    department = line[c.DEPARTMENT]
    both = compared.get(department)
    best = rows_of(work.proposals(ranking, department))
    last = line["last_used"]
    return Row(
        department=department,
        domain=domain_label(line[c.DOMAIN]),
        now=_now(line, both),
        before=formats.number(both["before"]) if both else "–",
        last_used=formats.month_label(last) if pd.notna(last) else "–",
        network=formats.number(line["network_uses"]) if line["network_uses"] else "–",
        proposals=[(spot[c.THEME], sentences.what_speaks_for(spot)) for spot in best],
        state=_state(line),
        acts=_acts(line, possible=bool(best)) if acts else (),
        urgent=line["to_do"] == work.OVERDUE,
    )


def _now(line: dict[str, Any], both: dict[str, Any] | None) -> str:
    """The own uses of the period; when only a part of it is compared, that part as well."""
    if not line["reported"]:
        return _("not reported")
    uses = formats.number(line["uses"])
    if both is None or both["now"] == line["uses"]:
        return uses
    return _("{uses} (compared: {part})").format(uses=uses, part=formats.number(both["now"]))


def _state(line: dict[str, Any]) -> str:
    if line["to_do"] == work.ASK_LIST:
        return _("Nothing reported: ask for the list.")
    if line["to_do"] == work.BEGIN:
        return ""  # the buttons say it
    if line["to_do"] == work.NOTHING:
        return _("Nothing to do now.")
    action = _newest(int(line["conversation_id"]))
    parts = [_("Overdue.")] if line["to_do"] == work.OVERDUE else []
    parts += [f"{status_label(action[c.STATUS])}.", next_step_in_words(action)]
    return " ".join(part for part in parts if part)


def _newest(conversation: int) -> dict[str, Any]:
    actions = loaders.actions()
    mine = actions["conversation_id"] == conversation
    return rows_of(actions[mine & actions[c.STATUS].isin(c.OPEN_STATUSES)].tail(1))[0]


def _acts(line: dict[str, Any], *, possible: bool) -> tuple[str, ...]:
    if line["to_do"] in (work.RUNNING, work.OVERDUE):
        return (MESSAGE, OPEN)
    return (MESSAGE, START) if possible else ()


def _received(sent: str, period: Period) -> None:
    act, _colon, department = sent.partition(":")
    if act == START:
        themes = work.proposals(computed.ranking(period), department)[c.THEME].tolist()
        start(department, themes, period, TO)
    else:
        st.session_state[_ASKED] = (act, department)


def _follow(period: Period) -> None:
    """Do what was asked for and can only be done while the page is made."""
    act, department = st.session_state.pop(_ASKED, (None, ""))
    if act == MESSAGE:
        themes = work.proposals(computed.ranking(period), department)[c.THEME].tolist()
        open_draft(department, themes, period)
    elif act == OPEN:
        frame.go_to("actions", department=department)
