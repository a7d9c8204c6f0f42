from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analysis.cells import cell_states
from analysis.drawing import (
    BY_ITSELF,
    FALSE_ALARMS,
    POWER,
    REACHED,
    chance_of,
    drawable,
    drawn_years,
    placebo,
    running,
)
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from benchmarks.effect import power
from benchmarks.planted_worlds import cities
from tests.analysis.frames import actions_frame, draws_frame, reported_frame, usage_frame

TODAY = dt.date(2020, 6, 1)
REPORTED = reported_frame(Zorg=(2018, 2019), Jeugd=(2018, 2019))
FOUR = [
    {"theme": "Wonen"}, {"theme": "Schulden"},
    {"theme": "Energie", "now": False}, {"theme": "Jeugdhulp", "now": False},
]  # fmt: skip


def ranking(*lines: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["list", "department", "theme"], dtype="str")
    return frame.assign(rank=frame.groupby("list").cumcount() + 1)


def test_the_chance_of_a_draw_by_hand() -> None:
    # Of 4 spots 2 are used, 2 are drawn: both used are among them in 1 of the 6 ways.
    assert chance_of([(4, 2, 2)], 2) == pytest.approx(1 / 6)
    assert chance_of([(4, 2, 2)], 1) == pytest.approx(5 / 6)
    # Two such draws: both twice in 1 of 36 ways; three of four in 2 x (1 x 4) more.
    assert chance_of([(4, 2, 2), (4, 2, 2)], 4) == pytest.approx(1 / 36)
    assert chance_of([(4, 2, 2), (4, 2, 2)], 3) == pytest.approx(9 / 36)
    # A draw in which all or nothing is used tells nothing.
    assert chance_of([(4, 2, 2), (4, 4, 2), (2, 0, 1)], 4) == pytest.approx(1 / 6)
    assert chance_of([], 0) == pytest.approx(1)


def test_what_is_drawn_are_spots_of_one_third_of_the_list_to_broaden() -> None:
    of_list = ranking(
        ("broaden", "Zorg", "a"), ("broaden", "Jeugd", "a"), ("broaden", "Jeugd", "b"),
        ("broaden", "Zorg", "b"), ("broaden", "Zorg", "c"), ("broaden", "Zorg", "d"),
        ("broaden", "Jeugd", "c"), ("broaden", "Bouw", "a"), ("broaden", "Zorg", "e"),
        ("return", "Zorg", "f"), ("return", "Zorg", "g"),
    )  # fmt: skip
    assert drawable(of_list, "Jeugd") == ["a", "b"]
    assert drawable(of_list, "Zorg") == ["b", "c"]  # one of the first third; three make two
    assert drawable(of_list, "Zorg", [("Zorg", "c")]) == ["b", "d"]
    assert drawable(of_list, "Zorg", [("Zorg", "c"), ("Zorg", "b")]) == []
    assert drawable(of_list, "Bouw") == []


def test_no_more_than_eight_are_drawn_at_once() -> None:
    of_list = ranking(*(("broaden", "Zorg", f"{i:02}") for i in range(60)))
    assert drawable(of_list, "Zorg") == [f"{i:02}" for i in range(8)]


def test_a_draw_of_which_the_twelve_months_are_over_runs_no_more() -> None:
    draws = draws_frame([{"drawn_on": "2019-06-01"}, {"drawn_on": "2019-06-02"}])
    assert running(draws, TODAY)["drawn_on"].dt.day.tolist() == [2]


def test_what_came_of_a_draw() -> None:
    usage = usage_frame([
        {"department": "Zorg", "theme": "Wonen", "date": "2019-05-31"},  # the last day
        {"department": "Zorg", "theme": "Schulden", "date": "2019-06-01"},  # a day too late
        {"department": "Zorg", "theme": "Energie", "date": "2018-05-31"},  # a day too soon
    ])  # fmt: skip
    (year,) = drawn_years(draws_frame(FOUR), actions_frame(), usage, REPORTED, today=TODAY)
    assert (year.year, year.now.k, year.now.n, year.later.k, year.later.n) == (2018, 1, 2, 0, 2)
    assert year.p == pytest.approx(0.5)
    assert not year.more_than_chance


def test_before_all_draws_of_a_year_are_over_nothing_is_said() -> None:
    later = [line | {"draw_id": 2, "drawn_on": "2018-12-31"} for line in FOUR]
    draws = draws_frame([*FOUR, *later])
    usage = usage_frame([{"department": "Zorg", "date": "2018-07-01"}])
    today = dt.date(2019, 12, 30)
    (year,) = drawn_years(draws, actions_frame(), usage, REPORTED, today=today)
    assert (year.over, year.p, year.now.k, year.now.n, year.later.n) == (False, None, 0, 4, 4)
    assert drawn_years(draws, actions_frame(), usage, REPORTED, today=TODAY)[0].over


def test_spots_of_which_not_all_is_reported_are_left_out_in_both_halves() -> None:
    used = usage_frame([{"department": "Zorg", "date": "2018-07-01"}])
    reported = reported_frame(Zorg=(2018,))
    (year,) = drawn_years(draws_frame(FOUR), actions_frame(), used, reported, today=TODAY)
    assert (year.left_out, year.now.n, year.later.n, year.p) == (4, 0, 0, None)


def test_a_cell_in_two_draws_at_once_is_left_out() -> None:
    # As after two departments merged: each had drawn it.
    twice = [line | {"draw_id": 2, "drawn_on": "2018-09-01"} for line in FOUR[:1]]
    draws = draws_frame([*FOUR, *twice])
    (year,) = drawn_years(draws, actions_frame(), usage_frame(), REPORTED, today=TODAY)
    assert (year.left_out, year.now.n, year.later.n) == (2, 1, 2)
    again = draws_frame([*FOUR, *(line | {"drawn_on": "2019-06-01"} for line in twice)])
    first = drawn_years(again, actions_frame(), usage_frame(), REPORTED, today=TODAY)[0]
    assert first.left_out == 0  # twelve months later it may be drawn again


def test_who_waited_and_was_approached_all_the_same_counts_where_the_lot_put_it() -> None:
    actions = actions_frame([
        {"theme": "Energie", "chosen_on": "2018-12-01"},  # was to wait
        {"theme": "Jeugdhulp", "chosen_on": "2019-06-01"},  # had its turn
        {"theme": "Wonen", "chosen_on": "2018-06-01"},
    ])  # fmt: skip
    usage = usage_frame([{"department": "Zorg", "theme": "Energie", "date": "2019-01-01"}])
    (year,) = drawn_years(draws_frame(FOUR), actions, usage, REPORTED, today=TODAY)
    assert (year.crossed, year.later.k, year.now.k) == (1, 1, 0)


def test_power_is_what_the_page_says() -> None:
    for spots, said in POWER.items():
        assert power(spots, REACHED, BY_ITSELF, rounds=3000) == pytest.approx(said, abs=0.025)


def test_the_placebo_is_seldom_called_more_than_chance() -> None:
    found = []
    for city in cities("mixed", 8):
        before, after = (cell_states(*city.frames, Period(y, y)) for y in (2020, 2021))
        part = placebo(rank_opportunities(before, Period(2020, 2020)), after)
        found += [] if part is None else [part]
    assert found
    assert max(found) <= FALSE_ALARMS


def test_without_use_there_is_no_placebo() -> None:
    (city,) = cities("mixed", 1)
    period = Period(2020, 2020)
    cells = cell_states(*city.frames, period)
    spots = rank_opportunities(cells, period)
    assert placebo(spots, cells.assign(state="open")) is None
    every = zip(cells["department"], cells["theme"], strict=True)
    assert placebo(spots, cells.assign(state="used"), every) is None
