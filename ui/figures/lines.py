"""A few measures through the years, each a line with its own marker."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from ui.figures.scale import steps_up_to
from ui.figures.template import PALETTE, drawn
from ui.shared.safe import plain

_SYMBOLS = ("circle", "square", "diamond", "triangle-up")
_DASHES = ("solid", "dash", "dot", "dashdot")


def lines(
    frame: pd.DataFrame,
    *,
    measures: Mapping[str, str],
    shown: Callable[[float], str],
    top: float | None = None,
) -> go.Figure:
    """A line per column in `measures` (column -> name) over the column `year`.

    `shown` writes a value for a reader; `top` is the end of the scale when that is known.
    """
    years = frame["year"].tolist()
    traces = [
        {
            "type": "scatter",
            "x": years,
            "y": frame[column].astype(float).tolist(),
            "name": plain(name),
            "mode": "lines+markers",
            "connectgaps": False,
            "line": {"color": PALETTE[place], "width": 3, "dash": _DASHES[place]},
            "marker": {"size": 10, "symbol": _SYMBOLS[place]},
            "hovertext": [
                f"{plain(name)}, {year}: {shown(value)}"
                for year, value in zip(years, frame[column], strict=True)
            ],
            "hoverinfo": "text",
        }
        for place, (column, name) in enumerate(measures.items())
    ]
    ticks = steps_up_to(top or float(frame[list(measures)].max().max()))
    return drawn(
        traces,
        height=320,
        xaxis={"tickvals": years, "ticktext": [str(year) for year in years]},
        yaxis={
            "range": [0, ticks[-1] * 1.06],
            "showgrid": True,
            "tickvals": ticks,
            "ticktext": [shown(tick) for tick in ticks],
        },
    )
