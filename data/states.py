"""What a department x theme can be in a period: each state declared once, in legend order.

How a cell comes by its state stands in `analysis.cells`.
"""

from __future__ import annotations

from dataclasses import dataclass

from data import columns as c
from texts import Text


@dataclass(frozen=True)
class State:
    """One state of a cell, as the map, the legend, the explanation and the reports show it.

    It is never told by its colour alone: `sign` stands in the cell, the table and the legend. The
    square is filled with `colour`, let through as far as `strength`, and outlined with `outline`.
    `is_white` says that the cell is a white spot, so that it is ranked.
    """

    name: str
    sign: str
    label: Text
    meaning: Text
    colour: str
    strength: float
    outline: str = ""
    is_white: bool = False


STATES = {
    state.name: state
    for state in (
        State(
            c.USED,
            "✓",
            Text("Used"),
            Text("The department used this theme itself in this period."),
            colour="#0072b2",
            strength=0.45,
        ),
        State(
            c.NETWORK_ONLY,
            "≈",
            Text("Only through a theme group"),
            Text("Used through a G40 theme group only, not by the department itself."),
            colour="#009e73",
            strength=0.25,
        ),
        State(
            c.LAPSED,
            "↓",
            Text("Used before, not now"),
            Text("Used before this period, but not in it."),
            colour="#b87a00",
            strength=0.30,
            is_white=True,
        ),
        State(
            c.PLANNED,
            "→",
            Text("Action under way"),
            Text("Somebody is working on it."),
            colour="#b8659a",
            strength=0.30,
        ),
        # Only a white spot is opaque, white and heavily outlined: it stands out in greyscale too.
        State(
            c.OPEN,
            "○",
            Text("White spot"),
            Text("Relevant for this department, and not used: a white spot."),
            colour="#ffffff",
            strength=1,
            outline="#d55e00",
            is_white=True,
        ),
        State(
            c.DECLINED,
            "×",
            Text("Deliberately not"),
            Text("The department chose not to use it."),
            colour="#767e86",
            strength=0.30,
        ),
        State(
            c.NOT_APPLICABLE,
            "·",
            Text("Not applicable"),
            Text("Not relevant for the work of this department."),
            colour="#767e86",
            strength=0.06,
        ),
        State(
            c.UNKNOWN,
            "?",
            Text("Not reported"),
            Text("No upload says anything of this department in this period."),
            colour="#767e86",
            strength=0.16,
        ),
    )
}
WHITE = tuple(state.name for state in STATES.values() if state.is_white)
