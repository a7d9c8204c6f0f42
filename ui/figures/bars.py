"""Horizontal bars: one value per name, the first row on top."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from ui.figures.template import ACCENT, FADED, styled
from ui.formats import hours
from ui.labels import value_label
from ui.safe import plain, shortened

_ROW_HEIGHT, _REST = 30, 44
_LABEL_LENGTH = 30
_ROOM_FOR_NUMBER = 1.18  # the number stands outside its bar


def bars(
    frame: pd.DataFrame,
    *,
    category: str,
    value: str = "value",
    unit: str,
    chosen: str | None = None,
    colour: str = ACCENT,
) -> go.Figure:
    """Bars of the column `value` per name in the column `category`, in the order of the rows.

    A click on a bar gives the name in `customdata`; `chosen` is the name that stands out.
    """
    names = [value_label(category, name) for name in frame[category]]
    places = list(range(len(frame)))
    numbers = [hours(number) for number in frame[value]]
    figure = go.Figure(
        go.Bar(
            x=frame[value].tolist(),
            y=places,
            orientation="h",
            text=numbers,
            textposition="outside",
            cliponaxis=False,
            marker={"color": colour, "opacity": _opacities(frame[category], chosen)},
            customdata=[[str(name)] for name in frame[category]],
            hovertext=[
                f"{plain(n)}: {v} {plain(unit)}" for n, v in zip(names, numbers, strict=True)
            ],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    labels = [plain(shortened(name, _LABEL_LENGTH)) for name in names]
    figure.update_yaxes(tickvals=places, ticktext=labels, range=[len(places) - 0.4, -0.6])
    figure.update_xaxes(showticklabels=False, range=[0, _top(frame[value]) * _ROOM_FOR_NUMBER])
    return styled(figure, height=_ROW_HEIGHT * len(places) + _REST)


def _opacities(names: pd.Series, chosen: str | None) -> list[float]:
    if chosen not in names.tolist():
        return [1.0] * len(names)
    return [1.0 if name == chosen else FADED for name in names]


def _top(values: pd.Series) -> float:
    return float(values.max()) if len(values) and values.max() > 0 else 1.0
