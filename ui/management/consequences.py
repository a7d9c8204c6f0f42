"""What a change of the organisation would do, said before it is done: which records and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import streamlit as st

from analysis.findings import facts
from analysis.findings.facts import Counted, Findings
from analysis.findings.register import Register
from data.columns import DEPARTMENT, RECORD_ID, THEME
from data.errors import NotDoneError
from data.states import STATES
from data.storing.store import Store
from reports.findings import load_register
from texts import Text, ngettext
from texts import translate as _
from ui.shared import computed, formats, loaders
from ui.shared.safe import escape_markdown

Act = Callable[[Store], object]

_FIGURES = {
    facts.USES: Text("Use"),
    facts.REACH: Text("Reach"),
    facts.COVERAGE: Text("Coverage"),
}


@dataclass(frozen=True)
class Consequence:
    """The findings of the period that is shown first, before and after; and how many records then
    stand under another department or theme."""

    before: Findings
    after: Findings
    records: int


def show_consequence(act: Act) -> None:
    """What this act would change, or why it cannot be done."""
    try:
        found = consequence_of(act)
    except NotDoneError as error:
        st.warning(escape_markdown(error.message))
        return
    with st.container(border=True):
        st.markdown(f"**{escape_markdown(_('What this changes'))}**")
        st.markdown("\n".join(f"- {escape_markdown(line)}" for line in in_words(found)))


def consequence_of(act: Act) -> Consequence | None:
    """What the act would change, tried on the store itself; None when there is no use yet."""
    period = computed.default_period()
    if period is None:
        with loaders.store().rehearsing() as store:
            act(store)
        return None
    now = load_register(loaders.store())
    with loaders.store().rehearsing() as store:
        act(store)
        then = load_register(store)
    before, after = facts.find(now, period), facts.find(then, period)
    if before is None or after is None:
        raise ValueError("a period that is given always has findings")
    return Consequence(before, after, _moved(now, then))


def _moved(now: Register, then: Register) -> int:
    """How many records stand under another department or theme."""
    columns = [DEPARTMENT, THEME]
    was, becomes = (
        register.usage.set_index(RECORD_ID)[columns].astype("str") for register in (now, then)
    )
    return int((was != becomes.reindex(was.index)).any(axis=1).sum())


def in_words(found: Consequence | None) -> list[str]:
    """A sentence about the records, and one for each figure that changes."""
    if found is None:
        return [_("There is no use in the store yet, so no figure changes.")]
    records = _("No record changes.")
    if found.records:
        records = ngettext(
            "{n} record counts under the other name from now on; the record itself stays as it is.",
            "{n} records count under the other name from now on; the records themselves stay as "
            "they are.",
            found.records,
        ).format(n=formats.number(found.records))
    changed = list(_changed(found))
    if not changed:
        same = _("The figures of {period} stay the same.")
        changed = [same.format(period=found.before.period.label)]
    return [records, *changed]


def _changed(found: Consequence) -> Iterator[str]:
    """Every figure of the period that is another one afterwards."""
    told = _("{figure} in {period}: {before} now, {after} afterwards.")
    period = found.before.period.label
    for name, label in _FIGURES.items():
        before, after = (f.figures[name].counted for f in (found.before, found.after))
        if (before.k, before.n) != (after.k, after.n):
            yield told.format(
                figure=label, period=period, before=_counted(before), after=_counted(after)
            )
    for state in STATES:
        was, becomes = found.before.map.get(state, 0), found.after.map.get(state, 0)
        if was != becomes:
            yield told.format(
                figure=STATES[state].label,
                period=period,
                before=formats.number(was),
                after=formats.number(becomes),
            )


def _counted(counted: Counted) -> str:
    if counted.k is None:
        return _("unknown")
    if counted.n is None or counted.n == counted.k == counted.value:
        return formats.number(counted.k)
    return _("{k} of {n}").format(k=formats.number(counted.k), n=formats.number(counted.n))
