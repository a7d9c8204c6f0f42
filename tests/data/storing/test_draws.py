from __future__ import annotations

import datetime as dt
import random

import pytest

from data.storing.actions import ConversationPlan, Place, load_actions
from data.storing.change_log import load_changes
from data.storing.draws import draw_spots, load_draws
from data.storing.errors import AlreadyDrawnError
from data.storing.store import Store, data_version
from data.users import NotAllowedError
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    VASTGOED,
)
from tests.users import coordinator, manager

COORDINATOR = coordinator("Noor")
DAY = dt.date(2024, 3, 4)
PLAN = ConversationPlan("Noor", "Mailen", dt.date(2024, 3, 18))
THEMES = (ARMOEDE, DUURZAAMHEID)


def draw(store: Store, *themes: str, day: dt.date = DAY, seed: int = 1) -> None:
    places = dict.fromkeys(themes, Place(2, 9, 2023, 2023))
    lots = random.Random(seed)  # noqa: S311 (to know what comes out)
    draw_spots(store, COORDINATOR, VASTGOED, places, PLAN, today=day, lots=lots)


def test_one_half_is_worked_on_and_the_other_waits(store_with_use: Store) -> None:
    draw(store_with_use, *THEMES)
    draws, actions = load_draws(store_with_use), load_actions(store_with_use)
    assert sorted(draws["theme"]) == sorted(THEMES)
    assert draws["now"].sum() == 1
    assert actions["theme"].tolist() == draws.loc[draws["now"], "theme"].tolist()
    assert set(draws["department"]) == {VASTGOED}
    assert set(draws["drawn_on"].dt.date) == set(actions["chosen_on"].dt.date) == {DAY}


def test_each_half_comes_out_as_often(store_with_use: Store) -> None:
    for number in range(40):
        draw(store_with_use, *THEMES, day=dt.date(1980 + number, 3, 4), seed=number)
    draws = load_draws(store_with_use)
    now = draws[draws["now"]]["theme"].value_counts()
    assert now.sum() == 40
    assert 8 <= now[ARMOEDE] <= 32  # beyond it, chance comes once in ten thousand


def test_the_log_tells_both_halves(store_with_use: Store) -> None:
    draw(store_with_use, *THEMES)
    log = load_changes(store_with_use)
    (line,) = log[log["subject"] == "draw"].to_dict("records")
    assert line["verb"] == "added"
    assert sorted(line["after"]["now"] + line["after"]["later"]) == sorted(THEMES)


def test_a_draw_cannot_be_done_over_until_its_twelve_months_are_over(store_with_use: Store) -> None:
    draw(store_with_use, *THEMES)
    version = data_version(store_with_use)
    for day in (DAY, dt.date(2025, 3, 3)):
        with pytest.raises(AlreadyDrawnError):
            draw(store_with_use, *THEMES, day=day)
    assert data_version(store_with_use) == version
    draw(store_with_use, *THEMES, day=dt.date(2025, 3, 4))
    assert load_draws(store_with_use)["draw_id"].nunique() == 2


@pytest.mark.parametrize("themes", [(), (ARMOEDE,)])
def test_of_an_odd_number_no_two_halves_are_drawn(
    store_with_use: Store, themes: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="no two equal halves"):
        draw(store_with_use, *themes)
    assert load_draws(store_with_use).empty


def test_a_manager_does_not_draw(store_with_use: Store) -> None:
    places = dict.fromkeys(THEMES, Place())
    with pytest.raises(NotAllowedError):
        draw_spots(store_with_use, manager(VASTGOED), VASTGOED, places, PLAN)
    assert load_draws(store_with_use).empty
