from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.effect import Comparison, compare, movements, outcomes, white_then_used
from analysis.period import Period
from analysis.shares import share_of
from tests.analysis.frames import World, actions_frame, reported_frame, usage_frame

TODAY = dt.date(2020, 3, 1)
CHOSEN = "2019-03-01"


def outcome(chosen: str, days: list[str], years: tuple[int, ...] = (2019,), **row: Any) -> dict:
    usage = usage_frame({"department": "Zorg", "date": day, **row} for day in days)
    actions = actions_frame([{"chosen_on": chosen}])
    found = outcomes(actions, usage, reported_frame(Zorg=years), today=TODAY)
    return found.to_dict("records")[0]


@pytest.mark.parametrize(
    ("days", "years", "expected"),
    [
        (["2019-03-01"], (2019,), "once"),  # the day itself counts
        (["2019-02-28"], (2019,), "not_yet"),  # the day before does not
        (["2019-05-01", "2020-02-01"], (2019,), "twice"),
        (["2019-05-01", "2020-06-01"], (2019,), "once"),  # the second came too late
        (["2019-05-01", "2019-05-01"], (2019,), "twice"),  # two records on one day
        ([], (2019,), "not_yet"),
        ([], (2018,), "not_known"),
        ([], (), "not_known"),
    ],
)
def test_what_became_of_a_cell(days: list[str], years: tuple[int, ...], expected: str) -> None:
    assert outcome(CHOSEN, days, years)["outcome"] == expected


def test_after_twelve_months_without_use_it_did_not_work() -> None:
    assert outcome("2019-02-28", [])["outcome"] == "not_used"
    assert outcome("2019-03-02", [])["outcome"] == "not_yet"


def test_days_to_the_first_use_and_the_second_are_told() -> None:
    row = outcome(CHOSEN, ["2019-03-31", "2019-06-01", "2019-07-01"])
    assert (row["days"], row["second_use"].date()) == (30, dt.date(2019, 6, 1))


def test_use_through_the_network_is_no_effect() -> None:
    assert outcome(CHOSEN, ["2019-05-01"], channel="network")["outcome"] == "not_yet"


def test_a_cell_chosen_twice_counts_from_the_first_time() -> None:
    actions = actions_frame([{"chosen_on": "2019-09-01"}, {"chosen_on": CHOSEN}])
    usage = usage_frame([{"department": "Zorg", "date": "2019-04-01"}])
    found = outcomes(actions, usage, reported_frame(), today=TODAY)
    assert found["chosen_on"].dt.date.tolist() == [dt.date(2019, 3, 1)]
    assert found["outcome"].tolist() == ["once"]


def test_nothing_acted_upon_gives_an_empty_table(nothing: World) -> None:
    found = outcomes(actions_frame(), nothing.usage, nothing.reported, today=TODAY)
    assert found.empty
    assert found.columns.tolist()[:3] == ["department", "domain", "theme"]


def ranking(*cells: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=["department", "domain", "theme"], dtype="str")


# Six places, so thirds of two: (1, 2), (3, 4), (5, 6).
RANKED = ranking(
    ("Zorg", "sociaal", "Wonen"),
    ("Jeugd", "sociaal", "Energie"),  # same domain, same third: comparable
    ("Werk", "sociaal", "Wonen"),  # same domain, another third
    ("Beheer", "fysiek", "Wonen"),  # same theme as Werk, same third
    ("Bouw", "fysiek", "Wonen"),
    ("Markt", "economie", "Schulden"),
)
REPORTED = reported_frame(Zorg=(2019,), Jeugd=(2019,), Werk=(2019,), Beheer=(2019,))
PLACE = {"first_year": 2018, "last_year": 2018, "chosen_on": CHOSEN}


def compared(actions: list[dict[str, Any]], uses: list[dict[str, Any]]) -> tuple[int, ...]:
    found = compare(
        actions_frame(actions), usage_frame(uses), REPORTED, lambda *_: RANKED, today=TODAY
    )
    return found.acted.k, found.acted.n, found.others.k, found.others.n


def test_the_same_third_of_the_same_domain_or_theme_is_comparable() -> None:
    use = {"department": "Jeugd", "theme": "Energie", "date": "2019-04-01"}
    assert compared([PLACE], [use]) == (0, 1, 1, 1)
    own = {"department": "Zorg", "theme": "Wonen", "date": "2019-04-01"}
    assert compared([PLACE], [own]) == (1, 1, 0, 1)


def test_the_same_theme_in_another_domain_is_comparable_too() -> None:
    assert compared([PLACE | {"department": "Beheer"}], []) == (0, 1, 0, 1)
    other = PLACE | {"department": "Bouw"}  # fifth: Bouw itself reported nothing
    assert compared([other], []) == (0, 0, 0, 0)


def test_what_is_worked_on_later_is_no_comparison() -> None:
    later = {"department": "Jeugd", "theme": "Energie", "chosen_on": "2019-12-01"}
    assert compared([PLACE, later], []) == (0, 1, 0, 0)


def test_a_use_after_the_twelve_months_counts_for_nobody() -> None:
    uses = [
        {"department": "Zorg", "theme": "Wonen", "date": "2020-03-02"},
        {"department": "Jeugd", "theme": "Energie", "date": "2020-03-02"},
    ]
    assert compared([PLACE], uses) == (0, 1, 0, 1)


def test_what_was_not_ranked_is_left_out() -> None:
    assert compared([{"chosen_on": CHOSEN}], []) == (0, 0, 0, 0)
    assert compared([PLACE | {"theme": "Schulden"}], []) == (0, 0, 0, 0)


def test_the_ranking_is_the_one_of_the_day_of_choosing() -> None:
    seen = []

    def rank(usage: pd.DataFrame, period: Period) -> pd.DataFrame:
        seen.append((usage["date"].dt.date.tolist(), period))
        return RANKED

    uses = usage_frame([{"date": "2019-02-28"}, {"date": CHOSEN}])
    compare(actions_frame([PLACE]), uses, REPORTED, rank, today=TODAY)
    assert seen == [([dt.date(2019, 2, 28)], Period(2018, 2018))]


def test_few_cells_are_too_few_and_a_difference_must_be_beyond_chance() -> None:
    few = Comparison(share_of(3, 11), share_of(1, 50))
    clear = Comparison(share_of(10, 20), share_of(5, 60))  # 30 to 70 % beside 4 to 18 %
    chance = Comparison(share_of(6, 20), share_of(12, 60))
    assert [one.enough for one in (few, clear, chance)] == [False, True, True]
    assert [one.differs for one in (few, clear, chance)] == [False, True, False]


def test_movements_between_two_maps(town: World) -> None:
    before, after = (cell_states(*town, Period(year, year)) for year in (2018, 2019))
    moved = movements(before, after).set_index(["department", "theme"])
    assert moved.loc[("Beheer", "Energie"), "gained"]
    assert moved.loc[("Zorg", "Schulden"), ["before", "after", "lost"]].tolist() == [
        "used", "lapsed", True,
    ]  # fmt: skip
    assert ("Jeugd", "Wonen") not in moved.index


def test_white_spots_that_were_used_later(town: World) -> None:
    before, after = (cell_states(*town, Period(year, year)) for year in (2018, 2019))
    # White in 2018: Jeugd Schulden; Zorg Wonen; Beheer all three; Markt Wonen and Schulden.
    share = white_then_used(before, after)
    assert (share.k, share.n) == (1, 7)


def test_the_frames_stay_as_they_were(town: World) -> None:
    actions = actions_frame([PLACE])
    frames = (actions, town.usage, town.reported)
    before = [frame.copy(deep=True) for frame in frames]
    outcomes(*frames, today=TODAY)
    compare(*frames, lambda *_: RANKED, today=TODAY)
    for frame, copy in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
