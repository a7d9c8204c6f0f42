"""The Lorenz curve: how unequally the use is spread over the departments."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from texts import translate as _
from ui.figures.template import ACCENT, OTHER, styled
from ui.formats import percent
from ui.safe import plain
from ui.tables import rows_of


def lorenz_figure(curve: pd.DataFrame, *, groups: str, uses: str) -> go.Figure:
    """The curve of `analysis.concentration.lorenz` beside the line of equal use.

    `groups` and `uses` are the titles of the axes.
    """
    figure = go.Figure()
    figure.add_scatter(
        x=[0, 1], y=[0, 1], mode="lines", name=_("All equal"), hoverinfo="skip",
        line={"color": OTHER, "dash": "dash", "width": 2},
    )  # fmt: skip
    figure.add_scatter(
        x=curve["groups"].tolist(),
        y=curve["uses"].tolist(),
        mode="lines+markers",
        name=_("This period"),
        line={"color": ACCENT, "width": 3},
        hovertext=[
            _("The {groups} with least use: {uses} of the use").format(
                groups=percent(row["groups"]), uses=percent(row["uses"])
            )
            for row in rows_of(curve)
        ],
        hoverinfo="text",
    )
    ticks = [0, 0.25, 0.5, 0.75, 1]
    words = {"tickvals": ticks, "ticktext": [percent(tick) for tick in ticks]}
    figure.update_xaxes(title=plain(groups), range=[0, 1.02], showgrid=True, **words)
    figure.update_yaxes(title=plain(uses), range=[0, 1.02], showgrid=True, **words)
    return styled(figure, height=400).update_layout(legend={"y": -0.28})
