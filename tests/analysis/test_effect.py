from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analysis import structure
from analysis.cells import cell_states
from analysis.effect import movements, outcomes, white_then_used
from analysis.period import Period
from tests.analysis.frames import (
    World,
    actions_frame,
    reported_frame,
    reports_frame,
    usage_frame,
)

TODAY = dt.date(2020, 6, 1)
CHOSEN = "2019-03-01"  # until 29 February 2020
YEARS = (2019, 2020)


def outcome(chosen: str, days: list[str], years: tuple[int, ...] = YEARS, **row: Any) -> dict:
    usage = usage_frame({"department": "Zorg", "date": day, **row} for day in days)
    actions = actions_frame([{"chosen_on": chosen}])
    found = outcomes(actions, usage, reported_frame(Zorg=years), today=TODAY)
    return found.to_dict("records")[0]


@pytest.mark.parametrize(
    ("days", "years", "expected"),
    [
        (["2019-03-01"], (), "once"),  # the day itself counts, whatever is reported
        (["2019-02-28"], YEARS, "not_used"),  # the day before does not
        (["2020-02-29"], YEARS, "once"),  # the last of twelve months
        (["2020-03-01"], YEARS, "later"),
        (["2020-11-01"], YEARS, "later"),  # 610 days on
        (["2019-05-01", "2020-02-01"], YEARS, "twice"),
        (["2019-05-01", "2020-06-01"], YEARS, "once"),  # the second came too late
        (["2019-05-01", "2019-05-01"], YEARS, "twice"),  # two records on one day
        ([], YEARS, "not_used"),
        ([], (2019,), "not_known"),  # January and February are not reported
        ([], (), "not_known"),
        (["2020-03-01"], (2020,), "not_known"),  # used later, and before that nobody knows
    ],
)
def test_what_became_of_a_cell(days: list[str], years: tuple[int, ...], expected: str) -> None:
    assert outcome(CHOSEN, days, years)["outcome"] == expected


def test_as_long_as_twelve_months_are_not_over_nothing_is_a_no() -> None:
    assert outcome("2019-06-01", [])["outcome"] == "not_used"  # until 31 May
    assert outcome("2019-06-02", [])["outcome"] == "not_yet"
    assert outcome("2020-05-31", [], ())["outcome"] == "not_yet"  # chosen yesterday


def test_the_list_of_the_year_of_choosing_says_nothing_of_a_choice_at_its_end() -> None:
    assert outcome("2018-12-30", [], (2018,))["outcome"] == "not_known"
    assert outcome("2018-12-30", [], (2018, 2019))["outcome"] == "not_used"


@pytest.mark.parametrize(
    ("day", "precision", "expected"),
    [
        ("2019-01-01", "year", "perhaps"),  # 2019 began before the choice
        ("2019-03-01", "month", "once"),  # all of March is after it
        ("2019-02-01", "month", "not_used"),
        ("2020-01-01", "year", "perhaps"),  # 2020 goes on after the twelve months
        ("2020-02-01", "month", "once"),
        ("2019-01-01", "quarter", "perhaps"),
        ("2019-04-01", "quarter", "once"),
        ("2018-01-01", "year", "not_used"),
    ],
)
def test_a_month_or_year_counts_when_all_of_it_lies_in_the_twelve_months(
    day: str, precision: str, expected: str
) -> None:
    row = outcome(CHOSEN, [day], date_precision=precision)
    assert row["outcome"] == expected
    assert pd.isna(row["days"])  # the day is not known
    assert row["date_precision"] == ("day" if expected == "not_used" else precision)


def test_a_use_in_the_month_of_choosing_is_not_missed() -> None:
    row = outcome("2019-03-10", ["2019-03-01"], date_precision="month")
    assert row["outcome"] == "perhaps"


def test_days_to_the_first_use_and_the_second_are_told() -> None:
    row = outcome(CHOSEN, ["2019-03-31", "2019-06-01", "2019-07-01"])
    assert (row["days"], row["second_use"].date()) == (30, dt.date(2019, 6, 1))


def test_use_through_the_network_is_no_effect() -> None:
    assert outcome(CHOSEN, ["2019-05-01"], channel="network")["outcome"] == "not_used"


def test_a_report_of_other_themes_says_nothing_of_this_one() -> None:
    reported = reports_frame([
        ("Zorg", "direct", "2019-01-01", "2019-12-31", None),
        ("Zorg", "direct", "2020-01-01", "2020-12-31", ("Schulden",)),
    ])  # fmt: skip
    themes = [{"chosen_on": CHOSEN}, {"chosen_on": CHOSEN, "theme": "Schulden"}]
    found = outcomes(actions_frame(themes), usage_frame(), reported, today=TODAY)
    assert found["outcome"].tolist() == ["not_known", "not_used"]


def test_several_reports_add_up_when_no_day_is_between_them() -> None:
    def reported(second: str) -> pd.DataFrame:
        return reports_frame([
            ("Zorg", "direct", second, "2020-02-29", None),
            ("Zorg", "direct", "2019-01-01", "2019-09-30", None),
        ])  # fmt: skip

    actions = actions_frame([{"chosen_on": CHOSEN}])
    for second, expected in (("2019-10-01", "not_used"), ("2019-10-02", "not_known")):
        found = outcomes(actions, usage_frame(), reported(second), today=TODAY)
        assert found["outcome"].tolist() == [expected]


def test_a_cell_chosen_twice_counts_from_the_first_time() -> None:
    actions = actions_frame([{"chosen_on": "2019-09-01"}, {"chosen_on": CHOSEN}])
    usage = usage_frame([{"department": "Zorg", "date": "2019-04-01"}])
    found = outcomes(actions, usage, reported_frame(), today=TODAY)
    assert found["chosen_on"].dt.date.tolist() == [dt.date(2019, 3, 1)]
    assert found["outcome"].tolist() == ["once"]


def succession(*lines: tuple[str, str, int]) -> pd.DataFrame:
    columns = ["department", "successor", "percent"]
    frame = pd.DataFrame(lines, columns=columns).assign(year=2020, reorganisation=1)
    return frame.astype({"department": "str", "successor": "str"})


def after(successions: pd.DataFrame, usage: pd.DataFrame, reported: pd.DataFrame) -> list[str]:
    """The outcomes as the pages see them: everything in the structure of now."""
    names = ["Zorg", "Jeugd", "Werk"]
    departments = pd.DataFrame({"department": names, "domain": "sociaal"}, dtype="str")
    found = outcomes(
        structure.followed(actions_frame([{"chosen_on": CHOSEN}]), successions, None),
        structure.use_in(usage, departments, successions, None),
        structure.reported_in(reported, successions, None),
        today=TODAY,
    )
    return found["outcome"].tolist()


def test_a_department_that_was_renamed_in_between_is_followed() -> None:
    renamed = succession(("Zorg", "Jeugd", 100))
    usage = usage_frame([{"department": "Jeugd", "date": "2020-02-01"}])
    assert after(renamed, usage, reported_frame()) == ["once"]
    reported = reported_frame(Zorg=(2019,), Jeugd=(2020,))
    assert after(renamed, usage_frame(), reported) == ["not_used"]


def test_of_a_department_that_was_split_nobody_knows() -> None:
    split = succession(("Zorg", "Jeugd", 50), ("Zorg", "Werk", 50))
    usage = usage_frame([{"department": "Jeugd", "date": "2020-02-01"}])
    reported = reported_frame(Zorg=(2019,), Jeugd=(2020,), Werk=(2020,))
    assert after(split, usage, reported) == ["not_known"]


def test_nothing_acted_upon_gives_an_empty_table(nothing: World) -> None:
    found = outcomes(actions_frame(), nothing.usage, nothing.reported, today=TODAY)
    assert found.empty
    assert found.columns.tolist()[:3] == ["department", "domain", "theme"]


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
    # White in 2018: Jeugd Schulden; Zorg Wonen; Beheer all three; Markt Wonen and Schulden, of
    # which nothing is reported in 2019.
    share = white_then_used(before, after)
    assert (share.k, share.n) == (1, 5)


def test_the_frames_stay_as_they_were(town: World) -> None:
    frames = (actions_frame([{"chosen_on": CHOSEN}]), town.usage, town.reported)
    before = [frame.copy(deep=True) for frame in frames]
    outcomes(*frames, today=TODAY)
    for frame, copy in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
