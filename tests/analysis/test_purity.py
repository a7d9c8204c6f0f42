from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.concentration import corrected_gini, effective_number, lorenz, top_shares
from analysis.findings.facts import find
from analysis.findings.register import Register
from analysis.opportunities import enough_to_rank, rank_opportunities
from analysis.period import Period
from analysis.reach import (
    coverage,
    department_reach,
    measures_by_period,
    measures_by_year,
    network_coverage,
    theme_reach,
    unreported,
)
from analysis.use import too_coarse, use_by, use_over_time
from tests.analysis.frames import World, actions_frame

P = Period(2018, 2019)
DECISIONS = pd.DataFrame({"department": ["Zorg"], "theme": ["Wonen"], "state": ["planned"]})

ON_THE_STORE: dict[str, Callable[[World], object]] = {
    "Period.select": lambda w: P.select(w.usage),
    "use_by": lambda w: use_by(w.usage, ["channel", "theme"], measure="hours"),
    "use_over_time": lambda w: use_over_time(w.usage, per="month", by="channel"),
    "too_coarse": lambda w: too_coarse(w.usage, "month"),
    "top_shares": lambda w: top_shares(w.usage, "channel"),
    "cell_states": lambda w: cell_states(*w, P, DECISIONS),
    "find": lambda w: find(Register(*w, actions_frame()), P),
    "unreported": lambda w: unreported(w.departments, w.reported, P),
    "measures_by_year": lambda w: measures_by_year(*w),
    "measures_by_period": lambda w: measures_by_period(*w, [P]),
}
ON_CELLS: dict[str, Callable[[pd.DataFrame], object]] = {
    "coverage": coverage,
    "network_coverage": network_coverage,
    "department_reach": department_reach,
    "theme_reach": theme_reach,
    "enough_to_rank": enough_to_rank,
    "rank_opportunities": lambda cells: rank_opportunities(cells, P, minimum_uses=1),
}
ON_COUNTS: dict[str, Callable[[pd.Series], object]] = {
    "effective_number": effective_number,
    "lorenz": lorenz,
    "corrected_gini": corrected_gini,
}


@pytest.mark.parametrize("name", ON_THE_STORE)
@pytest.mark.parametrize("world", ["town", "nothing"])
def test_a_measure_leaves_the_store_as_it_was(
    name: str, world: str, request: pytest.FixtureRequest
) -> None:
    frames: World = request.getfixturevalue(world)
    before = [frame.copy(deep=True) for frame in frames]
    decisions = DECISIONS.copy(deep=True)
    ON_THE_STORE[name](frames)
    for frame, copy in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
    pd.testing.assert_frame_equal(DECISIONS, decisions)


@pytest.mark.parametrize("name", ON_CELLS)
def test_a_measure_leaves_the_cells_as_they_were(name: str, town: World) -> None:
    cells = cell_states(*town, P)
    before = cells.copy(deep=True)
    ON_CELLS[name](cells)
    pd.testing.assert_frame_equal(cells, before)


@pytest.mark.parametrize("name", ON_COUNTS)
def test_a_measure_leaves_the_counts_as_they_were(name: str) -> None:
    counts = pd.Series([3, 0, 1])
    ON_COUNTS[name](counts)
    assert counts.tolist() == [3, 0, 1]


def test_what_select_yields_can_be_changed_without_harm(town: World) -> None:
    before = town.usage.copy(deep=True)
    selected = P.select(town.usage)
    selected["hours"] = 0.0
    pd.testing.assert_frame_equal(town.usage, before)


def test_analysis_opens_no_files() -> None:
    for path in (Path(__file__).parents[2] / "analysis").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
        opened = {c for c in calls if c == "open" or c.startswith(("pd.read_", "pd.Excel"))}
        assert not opened, path
