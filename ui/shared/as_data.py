"""What a figure shows as plain names and numbers, so that Excel can draw it too."""

from __future__ import annotations

import html
import re
from typing import Any

import plotly.graph_objects as go

from reports.chart_data import ChartData

_TAG = re.compile(r"<[^>]*>")
_BARS = ("bar", "waterfall")


def data_of(figure: go.Figure, title: str) -> ChartData | None:
    """The bars or lines of the figure; None when it has neither, such as the map.

    Marks at the end of a share become lying bars: Excel has no chart of intervals.
    """
    traces = [trace for trace in figure.data if trace.type in (*_BARS, "scatter")]
    bars = [trace for trace in traces if trace.type in _BARS]
    if bars:
        lying = bars[0].orientation == "h"
        return _data(figure, title, traces, lying=lying, stacked=figure.layout.barmode == "stack")
    named = [trace for trace in traces if trace.name and "lines" in (trace.mode or "")]
    if named:
        return _data(figure, title, named, lines=True)
    marks = [trace for trace in traces if trace.mode == "markers"]
    return _data(figure, title, marks, lying=True) if len(marks) == 1 else None


def _data(
    figure: go.Figure, title: str, traces: list[Any], *, lying: bool = False, **options: bool
) -> ChartData:
    axis = figure.layout.yaxis if lying else figure.layout.xaxis
    labels = dict(zip(axis.tickvals or (), map(_bare, axis.ticktext or ()), strict=True))
    found: list[dict[Any, float]] = []
    for trace in traces:
        places, values = (trace.y, trace.x) if lying else (trace.x, trace.y)
        found.append(dict(zip(places or (), values or (), strict=True)))
    places = sorted({place for values in found for place in values})
    if not options.get("lines"):
        hidden = [place for place in places if place not in labels]
        labels |= {place: str(place) for place in hidden}
    return ChartData(
        title,
        [labels.get(place, place) for place in places],
        {
            _bare(trace.name or title): [values.get(place) for place in places]
            for trace, values in zip(traces, found, strict=True)
        },
        lying=lying,
        **options,
    )


def _bare(label: str) -> str:
    """A label without what Plotly reads as markup."""
    return html.unescape(_TAG.sub(" ", label)).strip()
