"""Where one department stands in a period: what it used, of what is relevant for it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.findings.register import Register
from analysis.period import Period
from analysis.reporting import State
from data.columns import DEPARTMENT, THEME


@dataclass(frozen=True)
class Standing:
    """How many uses and themes in a period, and how much of what is relevant is used.

    `state` says how much of its direct use is reported; `uses` are those of the department itself,
    `network_uses` those through a theme group; `relevant` are the relevant themes of which its use
    is reported. `relevance_confirmed`: somebody said which themes are relevant for it.
    """

    department: str
    period: Period
    state: State
    uses: int
    network_uses: int
    themes: int
    relevant: int
    relevant_used: int
    relevance_confirmed: bool

    @property
    def reported(self) -> bool:
        """Whether anything is known of its direct use."""
        return bool(self.uses or self.state.state != "unknown")


def standing(register: Register, cells: pd.DataFrame, period: Period, department: str) -> Standing:
    """The standing of a department on the map of the period (`cells` of `facts.cells_of`)."""
    own = cells[cells[DEPARTMENT] == department]
    used = own["uses"] > 0
    counted = own["relevant"] & own["reported"]
    return Standing(
        department=department,
        period=period,
        state=register.reports().state_of(department, period),
        uses=int(own["uses"].sum()),
        network_uses=int(own["network_uses"].sum()),
        themes=int(used.sum()),
        relevant=int(counted.sum()),
        relevant_used=int((used & counted).sum()),
        relevance_confirmed=_confirmed(register.relevance, department),
    )


def _confirmed(relevance: pd.DataFrame, department: str) -> bool:
    lines = relevance[relevance[DEPARTMENT] == department]
    return "confirmed" not in lines or bool(lines["confirmed"].all())


def unused_themes(cells: pd.DataFrame, department: str) -> pd.DataFrame:
    """The relevant themes that a department did not use, those that most colleagues use first.

    `cells` as `analysis.opportunities.with_neighbours` gives them; themes of which its use is not
    reported are not among them.
    """
    own = cells[cells[DEPARTMENT] == department]
    unused = (own["uses"] + own["network_uses"]) == 0
    by = ["peers_using", "departments_using", THEME]
    wanted = own[own["relevant"] & own["reported"] & unused]
    return wanted.sort_values(by, ascending=[False, False, True])
