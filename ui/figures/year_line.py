"""What was booked through a year, against the budget."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from texts import translate as _
from ui.figures.scale import steps_up_to
from ui.figures.template import ACCENT, PALETTE, drawn
from ui.shared.formats import money, month_name


def year_line(frame: pd.DataFrame, *, until: int, budget: float | None) -> go.Figure:
    """A step line of `cumulative` (euro) per `month`, up to and including `until`.

    `budget` is a dashed line.
    """
    shown = frame[frame["month"] <= until]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "x": shown["month"].tolist(),
            "y": shown["cumulative"].tolist(),
            "name": _("Booked so far"),
            "mode": "lines+markers",
            "line": {"color": ACCENT, "width": 3, "shape": "hv"},
            "marker": {"size": 8},
            "hovertext": [
                f"{month_name(month)}: {money(value)}"
                for month, value in zip(shown["month"], shown["cumulative"], strict=True)
            ],
            "hoverinfo": "text",
        }
    ]
    if budget is not None:
        traces.append(_budget_line(budget))
    top = max([*shown["cumulative"], budget or 0.0])
    low = min([*shown["cumulative"], 0.0])
    ticks = steps_up_to(float(top))
    return drawn(
        traces,
        height=340,
        xaxis={
            "tickvals": list(range(1, 13)),
            "ticktext": [month_name(month, short=True) for month in range(1, 13)],
            "range": [0.6, 12.5],
        },
        yaxis={
            "range": [low, max(ticks[-1], float(top)) * 1.05],
            "tickvals": ticks,
            "ticktext": [money(tick, cents=False) for tick in ticks],
            "showgrid": True,
        },
    )


def _budget_line(budget: float) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [0.6, 12.5],
        "y": [budget, budget],
        "name": _("Budget of the year"),
        "mode": "lines",
        "line": {"color": PALETTE[3], "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }
