"""The house style: one Plotly template, and the colours of everything that has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from data.states import State
from ui.shared.formats import separators

TEMPLATE = "verbredingsmonitor"

# After Okabe and Ito, made darker where a fill would have less than 3:1 on white; all of them keep
# 3:1 on the dark ground too. Neighbours in this order differ for every kind of colour blindness.
PALETTE = ("#0072b2", "#b87a00", "#009e73", "#d55e00", "#3d98d3", "#b8659a", "#767e86")
ACCENT, OTHER = PALETTE[0], PALETTE[-1]
FADED = 0.45  # what is not chosen, beside what is

_dark: ContextVar[bool] = ContextVar("dark", default=False)

WHITE, INK, INK_ON_DARK, GROUND_DARK = "#ffffff", "#1d252c", "#eceff1", "#14181c"


def tint(colour: str, strength: float) -> str:
    """The colour let through so far: it pales on a light ground and dims on a dark one."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def fill_of(state: State) -> str:
    """What the square of a cell in this state is filled with."""
    return state.colour if state.strength == 1 else tint(state.colour, state.strength)


def _register() -> None:
    quiet = {"showgrid": False, "zeroline": False, "automargin": True, "fixedrange": True}
    pio.templates[TEMPLATE] = go.layout.Template(
        layout={
            "colorway": list(PALETTE),
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "bargap": 0.28,
            "hoverlabel": {"align": "left"},
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.14, "yanchor": "top"},
            "xaxis": quiet,
            "yaxis": quiet,
            "dragmode": False,
        }
    )


_register()


def draw_on(*, dark: bool) -> None:
    """Say on what ground the figures of this visit are drawn; light until somebody says so."""
    _dark.set(dark)


def is_dark() -> bool:
    """On what ground the figures of this visit are drawn."""
    return _dark.get()


def ground() -> str:
    """The colour of that ground, as `.streamlit/config.toml` has it."""
    return GROUND_DARK if is_dark() else WHITE


def drawn(
    traces: Sequence[Mapping[str, Any]],
    *,
    height: int,
    xaxis: Mapping[str, Any],
    yaxis: Mapping[str, Any],
    **layout: Any,  # noqa: ANN401 (whatever a layout of Plotly can have)
) -> go.Figure:
    """The traces as a figure in the house style, with the separators of the language in force.

    Made in one go: Plotly checks a figure that grows step by step many times over. The colour of
    the text stands on the figure itself, because Streamlit's theme would make it too pale.
    """
    font = {"color": INK_ON_DARK if is_dark() else INK, "size": 13}
    house = {"template": TEMPLATE, "height": height, "separators": separators(), "font": font}
    axes = {"xaxis": _axis(xaxis, font), "yaxis": _axis(yaxis, font)}
    return go.Figure(data=list(traces), layout=house | axes | layout)


def _axis(axis: Mapping[str, Any], font: Mapping[str, Any]) -> dict[str, Any]:
    return {"tickfont": font, **axis, "title": {"font": font, **axis.get("title", {})}}
