"""A few measures through the years, each a line with its own marker."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import plotly.graph_objects as go

from ui.figures.scale import steps_up_to
from ui.figures.template import PALETTE, styled
from ui.safe import plain

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
    figure = go.Figure()
    years = frame["year"].tolist()
    for place, (column, name) in enumerate(measures.items()):
        values = frame[column].astype(float)
        figure.add_scatter(
            x=years,
            y=values.tolist(),
            name=plain(name),
            mode="lines+markers",
            connectgaps=False,
            line={"color": PALETTE[place], "width": 3, "dash": _DASHES[place]},
            marker={"size": 10, "symbol": _SYMBOLS[place]},
            hovertext=[
                f"{plain(name)}, {year}: {shown(value)}"
                for year, value in zip(years, values, strict=True)
            ],
            hoverinfo="text",
        )
    highest = top or float(frame[list(measures)].max().max())
    ticks = steps_up_to(highest)
    figure.update_xaxes(tickvals=years, ticktext=[str(year) for year in years])
    figure.update_yaxes(
        range=[0, ticks[-1] * 1.06],
        showgrid=True,
        tickvals=ticks,
        ticktext=[shown(t) for t in ticks],
    )
    return styled(figure, height=320)
