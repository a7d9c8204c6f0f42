"""Shares with their uncertainty: a dot for the share, a line for its 95 % interval."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from ui.figures.template import ACCENT, OTHER, drawn
from ui.shared.formats import number, percent
from ui.shared.safe import plain, shortened
from ui.shared.tables import rows_of

_ROW_HEIGHT, _REST = 40, 60
_LABEL_LENGTH = 30


def intervals(frame: pd.DataFrame) -> go.Figure:
    """A row per share, first on top: columns `label`, `share`, `low`, `high`, `k`, `n`, `enough`.

    A share of too few (`enough` is False) is hollow and grey, so that nobody compares by it.
    """
    places = list(range(len(frame)))
    colours = [ACCENT if enough else OTHER for enough in frame["enough"]]
    spans = [
        {
            "type": "scatter",
            "x": [low, high],
            "y": [place, place],
            "mode": "lines",
            "line": {"width": 6, "color": colours[place]},
            "opacity": 0.4,
            "hoverinfo": "skip",
        }
        for place, (low, high) in enumerate(zip(frame["low"], frame["high"], strict=True))
    ]
    dots = {
        "type": "scatter",
        "x": frame["share"].tolist(),
        "y": places,
        "mode": "markers",
        "marker": {
            "size": 13,
            "color": colours,
            "symbol": ["circle" if enough else "circle-open" for enough in frame["enough"]],
        },
        "hovertext": [_hover(row) for row in rows_of(frame)],
        "hoverinfo": "text",
    }
    ticks = [0, 0.25, 0.5, 0.75, 1]
    return drawn(
        [*spans, dots],
        height=_ROW_HEIGHT * len(places) + _REST,
        showlegend=False,
        xaxis={
            "range": [-0.02, 1.04],
            "tickvals": ticks,
            "ticktext": [percent(tick) for tick in ticks],
            "showgrid": True,
        },
        yaxis={
            "tickvals": places,
            "ticktext": [plain(shortened(label, _LABEL_LENGTH)) for label in frame["label"]],
            "range": [len(places) - 0.5, -0.5],
        },
    )


def _hover(row: dict) -> str:
    interval = f"{percent(row['low'])} – {percent(row['high'])}"
    counts = f"{number(row['k'])} / {number(row['n'])}"
    return f"{plain(row['label'])}: {percent(row['share'])} ({counts})<br>{interval}"
