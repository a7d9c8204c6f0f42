"""Use through time: stacked bars, a colour for each of the few largest groups."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.period import Period
from texts import translate as _
from ui.figures.scale import steps_up_to
from ui.figures.template import FADED, OTHER, PALETTE, styled
from ui.formats import hours, number, period_label
from ui.labels import value_label
from ui.safe import plain, shortened

LARGEST = len(PALETTE) - 1  # the last colour is for all other groups together
_FREQUENCY = {"year": "Y", "quarter": "Q", "month": "M"}
_MOST_TICKS = 12
_LABEL_LENGTH = 28


def use_over_time_figure(
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
    slots = pd.period_range(
        frame["period_start"].min(), frame["period_start"].max(), freq=_FREQUENCY[per]
    )
    starts = slots.to_timestamp()
    labels = [period_label(start, per) for start in starts]
    figure = go.Figure()
    for place, (name, values) in enumerate(_stack(frame, by, starts).items()):
        label = value_label(by, name) if name else _("Other")
        figure.add_bar(
            name=plain(shortened(label, _LABEL_LENGTH)),
            x=list(range(len(starts))),
            y=values,
            width=min(0.72, 0.2 * len(starts)),  # a bar of a single year is no wall
            marker={
                "color": PALETTE[place] if name else OTHER,
                "opacity": _opacities(starts, highlighted),
            },
            customdata=[[f"{start:%Y-%m-%d}", name] for start in starts],
            hovertext=[
                f"{plain(label)}, {slot}: {hours(value)} {plain(unit)}"
                for slot, value in zip(labels, values, strict=True)
            ],
            hoverinfo="text",
        )
    step = -(-len(labels) // _MOST_TICKS)
    shown = list(range(0, len(labels), step))
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    figure.update_xaxes(
        tickvals=shown, ticktext=[labels[i] for i in shown], range=[-0.6, len(labels) - 0.4]
    )
    figure.update_yaxes(showgrid=True, rangemode="tozero", **_whole_ticks(frame))
    return styled(figure, height=380)


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


def _whole_ticks(frame: pd.DataFrame) -> dict[str, object]:
    values = steps_up_to(frame.groupby("period_start")["value"].sum().max(), whole=True)
    return {"tickvals": values, "ticktext": [number(value) for value in values]}


def _opacities(starts: pd.DatetimeIndex, highlighted: Period | None) -> list[float]:
    if highlighted is None:
        return [1.0] * len(starts)
    return [1.0 if start.year in highlighted.years else FADED for start in starts]
