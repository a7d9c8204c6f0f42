"""The four figures of the overview: value, change on the period before, and what it means."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.period import Period
from analysis.reach import Change
from texts import Text
from texts import translate as _
from ui.shared import formats

_CARDS: Mapping[str, tuple[Text, Text]] = {
    "uses": (Text("Use"), Text("How many times a department used Platform31.")),
    "reach": (
        Text("Reach"),
        Text("Departments that used Platform31 themselves: {k} of {n}."),
    ),
    "coverage": (
        Text("Coverage"),
        Text("Relevant combinations of department and theme that are used: {k} of {n}."),
    ),
    "effective_themes": (
        Text("Effective number of themes"),
        Text("The use is as varied as if this many themes were used equally."),
    ),
}


def show_cards(changes: Mapping[str, Change], period: Period) -> None:
    """The four figures of `analysis.reach.change_on_previous`, as many beside as fit."""
    grid = st.grid(4, min_column_width=220)
    for measure in _CARDS:
        with grid.cell(), st.container(border=True, height="stretch"):
            _show_card(measure, changes, period)


def _show_card(measure: str, changes: Mapping[str, Change], period: Period) -> None:
    title, meaning = _CARDS[measure]
    change = changes[measure]
    known = change.difference is not None
    since = _("since {period}") if known else _("for {period}")
    st.metric(
        str(title),
        _value(measure, change.value),
        delta=_difference(measure, change.difference),
        delta_color="off",
        delta_arrow="off",
        delta_description=since.format(period=period.previous().label),
    )
    counts = {part: _count(changes, measure, part) for part in ("k", "n")}
    st.caption(_(meaning.msgid).format(**counts))


def _count(changes: Mapping[str, Change], measure: str, part: str) -> str:
    counted = changes.get(f"{measure}_{part}")
    return formats.number(counted.value if counted else None)


def _value(measure: str, value: float | None) -> str:
    if measure in ("reach", "coverage"):
        return formats.percent(value)
    return formats.number(value, 1 if measure == "effective_themes" else 0)


def _difference(measure: str, difference: float | None) -> str | None:
    if difference is None:
        return _("no figure")
    if measure in ("reach", "coverage"):
        return _("{points} points").format(points=formats.signed(round(difference * 100)))
    return formats.signed(round(difference, 1), 1 if measure == "effective_themes" else 0)
