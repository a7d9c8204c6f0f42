"""Budget against actual: a bar for what is spent, a paler one for what is committed, a mark for
the budget."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from texts import translate as _
from ui.figures.scale import steps_up_to
from ui.figures.template import ACCENT, FADED, PALETTE, drawn
from ui.shared.formats import money
from ui.shared.tables import rows_of

_ROW_HEIGHT, _REST = 46, 84
_LEGEND, _BELOW_SCALE = -0.14, 30  # as a part of the height; pixels that the scale itself takes
_MARK = PALETTE[3]


def bullet(frame: pd.DataFrame, *, chosen: int | None = None) -> go.Figure:
    """A row per `year` with `budget`, `actual`, `commitment` in euro (None is not drawn).

    The last year on top; `chosen` is the year that stands out.
    """
    rows = rows_of(frame.sort_values("year", ascending=False))
    places = list(range(len(rows)))
    opacity = [1.0 if chosen in (None, row["year"]) else FADED for row in rows]
    spent = _bars(rows, "actual", _("Spent"), 0.5, {"color": ACCENT, "opacity": opacity})
    hatched = {"shape": "/", "fgcolor": ACCENT, "bgcolor": "rgba(0,0,0,0)", "solidity": 0.35}
    committed = _bars(
        rows, "commitment", _("Committed"), 0.5,
        {"color": ACCENT, "opacity": opacity, "pattern": hatched},
    )  # fmt: skip
    mark = {
        "type": "scatter",
        "x": [row["budget"] for row in rows],
        "y": places,
        "mode": "markers",
        "name": _("Budget"),
        "marker": {"symbol": "line-ns", "size": 26, "line": {"width": 4, "color": _MARK}},
        "hovertext": [f"{row['year']}: {_('Budget')} {money(row['budget'])}" for row in rows],
        "hoverinfo": "text",
    }
    traces = [spent, committed, mark] if frame["commitment"].notna().any() else [spent, mark]
    together = [(row["actual"] or 0.0) + (row["commitment"] or 0.0) for row in rows]
    top = max([*together, *(row["budget"] or 0.0 for row in rows)], default=0.0)
    ticks = steps_up_to(top)
    return drawn(
        traces,
        height=_ROW_HEIGHT * len(rows) + _REST,
        barmode="stack",
        legend={"y": min(_LEGEND, -_BELOW_SCALE / (_ROW_HEIGHT * len(rows)))} if rows else {},
        margin={"l": 8, "r": 36, "t": 8, "b": 8},  # room for the amount at the end of the scale
        xaxis={
            "range": [min([0.0, *together]), max(ticks[-1], top) * 1.03],
            "tickvals": ticks,
            "ticktext": [money(tick, cents=False) for tick in ticks],
            "showgrid": True,
        },
        yaxis={
            "tickvals": places,
            "ticktext": [str(row["year"]) for row in rows],
            "range": [len(rows) - 0.5, -0.5],
        },
    )


def _bars(
    rows: list[dict[str, Any]], column: str, name: str, width: float, marker: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [row[column] for row in rows],
        "y": list(range(len(rows))),
        "width": width,
        "marker": marker,
        "hovertext": [f"{row['year']}: {name} {money(row[column])}" for row in rows],
        "hoverinfo": "text",
    }
