"""The Lorenz curve: how unequally the use is spread over the departments."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from texts import translate as _
from ui.figures.template import ACCENT, OTHER, drawn
from ui.shared.formats import percent
from ui.shared.safe import plain
from ui.shared.tables import rows_of


def lorenz(frame: pd.DataFrame, *, groups: str, uses: str) -> go.Figure:
    """The curve of `analysis.concentration.lorenz` beside the line of equal use.

    `groups` and `uses` are the titles of the axes.
    """
    equal = {
        "type": "scatter",
        "x": [0, 1],
        "y": [0, 1],
        "mode": "lines",
        "name": _("All equal"),
        "hoverinfo": "skip",
        "line": {"color": OTHER, "dash": "dash", "width": 2},
    }
    ours = {
        "type": "scatter",
        "x": frame["groups"].tolist(),
        "y": frame["uses"].tolist(),
        "mode": "lines+markers",
        "name": _("This period"),
        "line": {"color": ACCENT, "width": 3},
        "hovertext": [_hover(row) for row in rows_of(frame)],
        "hoverinfo": "text",
    }
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axis = {
        "range": [0, 1.02],
        "showgrid": True,
        "tickvals": ticks,
        "ticktext": [percent(tick) for tick in ticks],
    }
    return drawn(
        [equal, ours],
        height=400,
        legend={"y": -0.28},
        xaxis=axis | {"title": {"text": plain(groups)}},
        yaxis=axis | {"title": {"text": plain(uses)}},
    )


def _hover(row: Mapping[str, float]) -> str:
    text = _("The {groups} with least use: {uses} of the use")
    return text.format(groups=percent(row["groups"]), uses=percent(row["uses"]))
