"""Use through time: stacked bars, a colour for each of the few largest groups."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.period import Period
from texts import translate as _
from ui.figures.scale import steps_up_to
from ui.figures.template import FADED, OTHER, PALETTE, drawn
from ui.shared.formats import hours, number, period_label
from ui.shared.labels import value_label
from ui.shared.safe import plain, shortened

LARGEST = len(PALETTE) - 1  # the last colour is for all other groups together
_FREQUENCY = {"year": "Y", "quarter": "Q", "month": "M"}
_MOST_TICKS = 12
_LABEL_LENGTH = 28


def stacked_bars(
    frame: pd.DataFrame,
    *,
    by: str,
    per: str,
    unit: str,
    highlighted: Period | None = None,
) -> go.Figure:
    """Bars of `value` per `period_start`, stacked by the column `by`; `per` is the step.

    Periods without use stay visible as a gap. Years outside `highlighted` fade. A click gives the
    first day of the period and the name of the group in `customdata`; of the other groups
    together, an empty name.
    """
    first, last = frame["period_start"].min(), frame["period_start"].max()
    starts = pd.period_range(first, last, freq=_FREQUENCY[per]).to_timestamp()
    labels = [period_label(start, per) for start in starts]
    stack = _stack(frame, by, starts)
    traces = [
        _trace(name, values, by, starts, labels, unit)
        | {"marker": _marker(place, name, starts, highlighted)}
        for place, (name, values) in enumerate(stack.items())
    ]
    shown = range(0, len(labels), -(-len(labels) // _MOST_TICKS))
    top = max(map(sum, zip(*stack.values(), strict=True)))
    ticks = steps_up_to(top, whole=True)
    return drawn(
        traces,
        height=380,
        barmode="stack",
        legend={"traceorder": "normal"},
        xaxis={
            "tickvals": list(shown),
            "ticktext": [labels[place] for place in shown],
            "range": [-0.6, len(labels) - 0.4],
        },
        yaxis={
            "showgrid": True,
            "rangemode": "tozero",
            "tickvals": ticks,
            "ticktext": [number(tick) for tick in ticks],
        },
    )


def _stack(frame: pd.DataFrame, by: str, starts: pd.DatetimeIndex) -> dict[str, list[float]]:
    """Per group its value in every slot, largest group first; the small ones together last."""
    wide = frame.pivot_table(
        index="period_start", columns=by, values="value", aggfunc="sum", observed=True
    )
    wide = wide.reindex(starts).fillna(0.0)
    order = wide.sum().sort_values(ascending=False, kind="stable").index
    groups = {str(name): wide[name].tolist() for name in order[:LARGEST]}
    if len(order) > LARGEST:
        groups[""] = wide[order[LARGEST:]].sum(axis=1).tolist()
    return groups


def _trace(
    name: str, values: list[float], by: str, starts: pd.DatetimeIndex, labels: list[str], unit: str
) -> dict[str, Any]:
    label = value_label(by, name) if name else _("Other")
    return {
        "type": "bar",
        "name": plain(shortened(label, _LABEL_LENGTH)),
        "x": list(range(len(starts))),
        "y": values,
        "width": min(0.72, 0.2 * len(starts)),  # a bar of a single year is no wall
        "customdata": [[f"{start:%Y-%m-%d}", name] for start in starts],
        "hovertext": [
            f"{plain(label)}, {slot}: {hours(value)} {plain(unit)}"
            for slot, value in zip(labels, values, strict=True)
        ],
        "hoverinfo": "text",
    }


def _marker(
    place: int, name: str, starts: pd.DatetimeIndex, highlighted: Period | None
) -> dict[str, Any]:
    bright = [highlighted is None or start.year in highlighted.years for start in starts]
    return {
        "color": PALETTE[place] if name else OTHER,
        "opacity": [1.0 if it_is else FADED for it_is in bright],
    }
