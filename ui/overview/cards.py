"""The four figures of the overview: each with its change over what both periods have in common."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.findings import facts, sentences
from analysis.findings.facts import Change, Findings
from texts import Text
from texts import translate as _
from ui.shared import formats
from ui.shared.safe import escape_markdown

_TITLES: Mapping[str, Text] = {
    facts.USES: Text("Use"),
    facts.REACH: Text("Reach"),
    facts.COVERAGE: Text("Coverage"),
    facts.EFFECTIVE_THEMES: Text("Effective number of themes"),
}


def show_cards(found: Findings) -> None:
    """The four figures, as many beside as fit."""
    grid = st.grid(4, min_column_width=220, border=True)  # the border makes them equally high
    for name in _TITLES:
        with grid.cell():
            _show_card(found, name)


def _show_card(found: Findings, name: str) -> None:
    figure = found.figures[name]
    change = figure.change
    since = _("since {period}") if change else _("for {period}")
    st.metric(
        str(_TITLES[name]),
        _value(name, figure.counted),
        delta=_difference(name, change),
        delta_color="off",
        delta_arrow="off",
        delta_description=since.format(period=found.period.previous().label),
    )
    st.caption(escape_markdown(sentences.figure_text(found, name)))
    told = (
        sentences.change_text(name, change, said=figure.counted)
        if change
        else sentences.why_not_compared(figure, found)
    )
    st.caption(escape_markdown(told or ""))


def _value(name: str, counted: facts.Counted) -> str:
    if counted.value is None and counted.k is not None:
        return formats.number(counted.k)
    if name in (facts.REACH, facts.COVERAGE):
        return _("{k} of {n}").format(k=formats.number(counted.k), n=formats.number(counted.n))
    return formats.number(counted.value, 1 if name == facts.EFFECTIVE_THEMES else 0)


def _difference(name: str, change: Change | None) -> str:
    if change is None or change.now.value is None or change.before.value is None:
        return _("not compared")
    difference = change.now.value - change.before.value
    if name in (facts.REACH, facts.COVERAGE):
        if change.now.n != change.before.n:
            return _("was {value}").format(value=formats.percent(change.before.value))
        return formats.signed((change.now.k or 0) - (change.before.k or 0))
    return formats.signed(round(difference, 1), 1 if name == facts.EFFECTIVE_THEMES else 0)
