from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.decisions import decided_states
from analysis.period import Period
from tests.analysis.frames import World, actions_frame


def states(world: World, period: Period, *rows: dict[str, Any], newest: int = 2019) -> list[str]:
    found = decided_states(actions_frame(rows), world.usage, period, newest=newest)
    return found["state"].tolist()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("to_approach", ["planned"]),
        ("approached", ["planned"]),
        ("agreed", ["planned"]),
        ("declined", ["declined"]),
        ("in_use", ["planned"]),  # no record of Zorg x Wonen shows it
    ],
)
def test_what_an_action_makes_of_its_cell(town: World, status: str, expected: list[str]) -> None:
    row = {"department": "Zorg", "theme": "Wonen", "chosen_on": "2019-02-01", "status": status}
    assert states(town, Period(2019, 2019), row) == expected


def test_in_use_with_a_record_since_leaves_the_cell_to_the_records(town: World) -> None:
    row = {"department": "Beheer", "theme": "Energie", "status": "in_use"}
    before, on, after = "2019-03-31", "2019-04-01", "2019-04-02"  # the record is of 1 April 2019
    found = [
        states(town, Period(2019, 2019), row | {"chosen_on": day}) for day in (before, on, after)
    ]
    assert found == [[], [], ["planned"]]


def test_an_action_does_not_change_the_map_of_before_it_but_always_the_one_shown_first(
    town: World,
) -> None:
    row = {"department": "Zorg", "theme": "Wonen", "chosen_on": "2024-01-01"}
    assert states(town, Period(2018, 2018), row) == []
    assert states(town, Period(2018, 2019), row) == ["planned"]
    assert states(town, Period(2018, 2018), row | {"chosen_on": "2018-12-31"}) == ["planned"]
    # As long as 2019 is not finished, 2018 is shown first.
    assert states(town, Period(2018, 2018), row, newest=2018) == ["planned"]


def test_the_map_follows(town: World) -> None:
    period = Period(2019, 2019)
    actions = actions_frame([
        {"department": "Zorg", "theme": "Wonen", "chosen_on": "2019-01-01"},
        {"department": "Jeugd", "theme": "Wonen", "chosen_on": "2019-01-01"},  # used in 2019
    ])  # fmt: skip
    cells = cell_states(*town, period, decided_states(actions, town.usage, period, newest=2019))
    state = cells.set_index(["department", "theme"])["state"]
    assert (state["Zorg", "Wonen"], state["Jeugd", "Wonen"]) == ("planned", "used")


def test_nothing_decided_changes_nothing(nothing: World) -> None:
    found = decided_states(actions_frame(), nothing.usage, Period(2018, 2018), newest=2018)
    assert found.columns.tolist() == ["department", "theme", "state"]
    assert found.empty


def test_the_frames_stay_as_they_were(town: World) -> None:
    actions = actions_frame([{"department": "Zorg", "theme": "Wonen", "status": "in_use"}])
    before = actions.copy(deep=True)
    decided_states(actions, town.usage, Period(2019, 2019), newest=2019)
    pd.testing.assert_frame_equal(actions, before)
