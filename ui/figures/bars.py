"""Horizontal bars: one value per name, the first row on top."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from ui.figures.template import ACCENT, FADED, drawn
from ui.shared.formats import hours
from ui.shared.labels import value_label
from ui.shared.safe import plain, shortened

_ROW_HEIGHT, _REST = 30, 44
_LABEL_LENGTH = 30
# The number stands outside its bar: room for each of its characters, as a part of the longest bar.
_LEAST_ROOM, _ROOM_PER_CHARACTER = 0.18, 0.05


def bars(
    frame: pd.DataFrame,
    *,
    category: str,
    value: str = "value",
    unit: str,
    chosen: str | None = None,
    colour: str = ACCENT,
    shown: Callable[[float], str] = hours,
) -> go.Figure:
    """Bars of the column `value` per name in the column `category`, in the order of the rows.

    A click on a bar gives the name in `customdata`; `chosen` is the name that stands out;
    `shown` writes a value for a reader.
    """
    raw, values = frame[category].astype(str).tolist(), frame[value].tolist()
    names = [value_label(category, name) for name in raw]
    numbers = [shown(number) for number in values]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(raw))),
        "text": numbers,
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colour, "opacity": _opacities(raw, chosen)},
        "customdata": [[name] for name in raw],
        "hovertext": [
            f"{plain(name)}: {number} {plain(unit)}"
            for name, number in zip(names, numbers, strict=True)
        ],
        "hoverinfo": "text",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    top = max(values, default=0) or 1
    longest = max(map(len, numbers), default=0)
    room = max(_LEAST_ROOM, _ROOM_PER_CHARACTER * longest)
    return drawn(
        [trace],
        height=_ROW_HEIGHT * len(raw) + _REST,
        xaxis={"showticklabels": False, "range": [0, top * (1 + room)]},
        yaxis={
            "tickvals": list(range(len(raw))),
            "ticktext": [plain(shortened(name, _LABEL_LENGTH)) for name in names],
            "range": [len(raw) - 0.4, -0.6],
        },
    )


def _opacities(names: list[str], chosen: str | None) -> list[float]:
    if chosen not in names:
        return [1.0] * len(names)
    return [1.0 if name == chosen else FADED for name in names]
