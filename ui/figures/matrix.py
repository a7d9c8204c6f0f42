"""The map of department x theme as a picture: squares grouped by domain and pillar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data import columns as c
from data.states import STATES
from texts import ngettext
from ui.figures.template import INK, drawn, fill_of
from ui.shared.formats import number
from ui.shared.labels import domain_label, pillar_label, state_label, state_with_sign
from ui.shared.safe import plain, shortened

_CELL, _MARKER = 38, 29  # pixels: the pitch of the grid, and the squares on it
_SMALL_CELL, _SMALL_MARKER = 22, 17  # the same, for two maps side by side
_HEADING = 0.9  # the room for the name of a group, in cells
_LEFT, _TOP, _RIGHT, _LEGEND = 215, 165, 110, 76
_NAME_LENGTH = 32


@dataclass(frozen=True)
class _Axis:
    """Per name its place; per group the place of its heading, just before its first name."""

    places: dict[str, float]
    headings: dict[float, str]

    @property
    def length(self) -> float:
        return max(self.places.values(), default=0.0) + 1

    def ticks(self) -> dict[str, Any]:
        names = {place: plain(shortened(n, _NAME_LENGTH)) for n, place in self.places.items()}
        headings = {place: f"<b>{plain(name)}</b>" for place, name in self.headings.items()}
        both = dict(sorted((names | headings).items()))
        return {"tickvals": list(both), "ticktext": list(both.values())}


def matrix(frame: pd.DataFrame) -> go.Figure:
    """A square per cell of `analysis.cells.cell_states`, its state as sign, fill and outline.

    Rows are the departments, columns the themes, each in the order of the frame. The figure is as
    wide as it needs (`layout.width`), so show it in a container that scrolls.
    """
    across = _axis(frame, c.THEME, c.PILLAR, pillar_label)
    down = _axis(frame, c.DEPARTMENT, c.DOMAIN, domain_label)
    traces = [
        _squares(part, state, across, down)
        for state in STATES
        if len(part := frame[frame[c.STATE] == state])
    ]
    inner = int((across.length + 1.4) * _CELL)
    fixed = {"automargin": False, "ticks": "", "showline": False}
    return drawn(
        traces,
        height=int((down.length + 1.4) * _CELL) + _TOP + _LEGEND,
        width=inner + _LEFT + _RIGHT,
        margin={"l": _LEFT, "t": _TOP, "r": _RIGHT, "b": _LEGEND},
        legend={
            "x": -_LEFT / inner,
            "y": -0.01,
            "font": {"size": 13},
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={"side": "top", "tickangle": -50, "range": [-1.4, across.length]}
        | across.ticks()
        | fixed,
        yaxis={"range": [down.length, -1.4]} | down.ticks() | fixed,
    )


def compact(figure: go.Figure) -> go.Figure:
    """The same map, small enough to stand beside another; a new figure."""
    small = go.Figure(figure)
    left, top, right, legend = 178, 118, 58, 92
    inner = (figure.layout.width - _LEFT - _RIGHT) * _SMALL_CELL // _CELL
    down = (figure.layout.height - _TOP - _LEGEND) * _SMALL_CELL // _CELL
    small.update_traces(marker_size=_SMALL_MARKER, textfont_size=10)
    small.update_traces(marker_line_width=2.5, selector=lambda trace: trace.marker.line.width)
    small.update_xaxes(tickfont_size=10).update_yaxes(tickfont_size=10)
    return small.update_layout(
        width=inner + left + right,
        height=down + top + legend,
        margin={"l": left, "t": top, "r": right, "b": legend},
        legend={"x": -left / inner, "font": {"size": 11}},
    )


def _axis(cells: pd.DataFrame, name: str, group: str, label: Callable[[object], str]) -> _Axis:
    places: dict[str, float] = {}
    headings: dict[float, str] = {}
    place, last = -1.0, None
    for value, belongs in cells[[name, group]].drop_duplicates().itertuples(index=False):
        if belongs != last:
            place += _HEADING if places else 0
            headings[place + (1 - _HEADING if places else 0.1)] = label(belongs)
        place += 1
        places[value], last = place, belongs
    return _Axis(places, headings)


def _squares(part: pd.DataFrame, state: str, across: _Axis, down: _Axis) -> dict[str, Any]:
    outline = STATES[state].outline
    return {
        "name": f"{state_with_sign(state)} ({number(len(part))})",
        "type": "scatter",
        "mode": "markers+text",
        "x": [across.places[theme] for theme in part[c.THEME]],
        "y": [down.places[department] for department in part[c.DEPARTMENT]],
        "text": [
            f"{STATES[state].sign}{n}" if state == c.USED and n else STATES[state].sign
            for n in part["uses"].tolist()
        ],
        "textfont": {
            "size": 15 if state != c.USED else 12,
            "weight": 700,
            **({"color": INK} if outline else {}),
        },
        "marker": {
            "symbol": "square",
            "size": _MARKER,
            "color": fill_of(STATES[state]),
            "opacity": 1,
            "line": {"width": 3.5 if outline else 0, "color": outline or None},
        },
        "hovertext": _hover(part, state),
        "hoverinfo": "text",
    }


def _hover(part: pd.DataFrame, state: str) -> list[str]:
    """Department, theme, state and number of uses; each number is put in words only once."""
    label = plain(state_label(state))
    words = {uses: _times(uses) for uses in part["uses"].unique().tolist()}
    return [
        f"<b>{plain(department)}</b><br>{plain(theme)}<br>{label}, {words[uses]}"
        for department, theme, uses in zip(
            part[c.DEPARTMENT], part[c.THEME], part["uses"].tolist(), strict=True
        )
    ]


def _times(uses: int) -> str:
    return ngettext("{n} use", "{n} uses", uses).format(n=number(uses))
