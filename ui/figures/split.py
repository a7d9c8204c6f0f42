"""The tailor-made part of the use per year, with its range, beside what was agreed."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from texts import translate as _
from ui.figures.intervals import intervals
from ui.figures.template import PALETTE
from ui.shared.formats import percent


def split(frame: pd.DataFrame, *, agreed: float | None) -> go.Figure:
    """The frame as `intervals` takes it, with a line at the agreed fraction."""
    figure = intervals(frame)
    if agreed is None:
        return figure
    figure.add_shape(
        type="line", x0=agreed, x1=agreed, y0=0, y1=1, yref="paper", layer="below",
        line={"color": PALETTE[3], "width": 2, "dash": "dash"},
    )  # fmt: skip
    figure.add_annotation(
        x=agreed, y=1, yref="paper", yanchor="bottom", showarrow=False,
        text=_("agreed {agreed}").format(agreed=percent(agreed)),
    )  # fmt: skip
    figure.update_layout(margin={"t": 26})
    return figure
