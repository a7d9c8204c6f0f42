"""A waterfall: from one amount, step by step, to another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pandas as pd
import plotly.graph_objects as go

from ui.figures.template import ACCENT, OTHER, PALETTE, drawn
from ui.shared.formats import money
from ui.shared.safe import plain

_MOST_LEVEL = 4
_ABOVE, _BELOW = 0.18, 0.1  # the amounts stand above the bars, and below those that go down


def waterfall(frame: pd.DataFrame, *, ends: AbstractSet[str]) -> go.Figure:
    """A bar per row: its `name` and `value` in euro; a name in `ends` is an amount and no change.

    The first name must be among them.
    """
    names, values = frame["name"].tolist(), frame["value"].tolist()
    levels = _levels(names, values, ends)
    low, high = min(0.0, *levels), max(0.0, *levels)
    height = (high - low) or 1.0
    below = _BELOW * height if min(values, default=0) < 0 else 0.0
    trace = {
        "type": "waterfall",
        "x": list(range(len(names))),
        "y": values,
        "measure": ["absolute" if name in ends else "relative" for name in names],
        "text": [money(value, cents=value % 1 != 0) for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "width": [0.6] * len(names),
        "totals": {"marker": {"color": ACCENT}},
        "increasing": {"marker": {"color": PALETTE[2]}},
        "decreasing": {"marker": {"color": OTHER}},
        "connector": {"line": {"color": OTHER, "width": 1, "dash": "dot"}},
        "hovertext": [f"{plain(n)}: {money(v)}" for n, v in zip(names, values, strict=True)],
        "hoverinfo": "text",
    }
    return drawn(
        [trace],
        height=330,
        showlegend=False,
        xaxis={
            "tickvals": list(range(len(names))),
            "ticktext": [_wrapped(name) for name in names],
            # With many steps a phone has no room for level names, and would leave some out.
            "tickangle": -40 if len(names) > _MOST_LEVEL else 0,
            "ticklabeloverflow": "allow",
        },
        yaxis={"showticklabels": False, "range": [low - below, high + _ABOVE * height]},
    )


def _wrapped(name: str) -> str:
    """The name over two lines when it has several words."""
    first, space, rest = plain(name).partition(" ")
    return f"{first}<br>{rest}" if space else first


def _levels(names: list[str], values: list[float], ends: AbstractSet[str]) -> list[float]:
    """Where each bar ends."""
    level, levels = 0.0, []
    for name, value in zip(names, values, strict=True):
        level = value if name in ends else level + value
        levels.append(level)
    return levels
