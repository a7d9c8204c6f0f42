from __future__ import annotations

import pandas as pd
import pytest

from analysis.money.execution import (
    YearResult,
    by_year,
    last_month,
    through_the_year,
    undated,
)
from tests.analysis.money.lines import budget_lines

YEARS = budget_lines(
    (2020, "budget", "Bijdrage", 20_762.0, None),
    (2020, "budget", "Projecten", 8_000.0, None),
    (2020, "actual", "Bijdrage", 20_963.80, "2020-02-01"),
    (2020, "actual", "Projecten", 1_000.0, "2020-05-10"),
    (2020, "commitment", "Projecten", 500.5, None),
    (2021, "budget", "Bijdrage", 20_762.0, None),
    (2022, "actual", "Bijdrage", 0.1, None),
    (2022, "actual", "Bijdrage", 0.2, None),
)


def test_each_year_has_its_sums_to_the_cent() -> None:
    assert by_year(YEARS) == [
        YearResult(2020, 2_876_200, 2_196_380, 50_050, 2),
        YearResult(2021, 2_076_200, None, None, 0),
        YearResult(2022, None, 30, None, 2),
    ]


def test_the_remainder_takes_commitments_off_and_is_unknown_without_both_sides() -> None:
    # 28 762.00 - 21 963.80 - 500.50 = 6 297.70
    assert [result.remainder for result in by_year(YEARS)] == [629_770, None, None]


def test_no_lines_are_no_years() -> None:
    assert by_year(budget_lines()) == []


def test_the_lines_are_left_as_they_were() -> None:
    before = YEARS.copy(deep=True)
    by_year(YEARS)
    through_the_year(YEARS, 2020)
    pd.testing.assert_frame_equal(YEARS, before)


@pytest.mark.parametrize(
    ("budget", "actual", "expected"),
    [
        (2_000_000, 1_900_000, True),  # exactly 5 % and exactly € 1.000
        (2_000_000, 2_100_000, True),  # too much counts as too little
        (2_000_000, 1_900_001, False),
        (1_000_000, 900_100, False),  # 10 %, but less than € 1.000
        (10_000_000, 9_700_000, False),  # € 3.000, but less than 5 %
        (0, 200_000, True),  # spent without a budget
        (None, 200_000, False),
        (200_000, None, False),
    ],
)
def test_what_is_to_be_explained(budget: int | None, actual: int | None, expected: bool) -> None:
    result = YearResult(2020, budget, actual)
    assert result.needs_explaining(percent=5, euros=1_000) is expected


def test_bookings_add_up_through_the_year() -> None:
    frame = through_the_year(YEARS, 2020)
    assert frame["month"].tolist() == list(range(1, 13))
    assert frame["cumulative"].tolist() == [0] + [2_096_380] * 3 + [2_196_380] * 8
    assert last_month(YEARS, 2020) == 5


def test_bookings_without_a_month_are_counted_apart() -> None:
    assert through_the_year(YEARS, 2022).empty
    assert undated(YEARS, 2022) == (2, 30)
    assert undated(YEARS, 2020) == (0, 0)
    assert last_month(YEARS, 2022) is None


def test_an_amount_that_counts_from_january_belongs_to_no_month() -> None:
    lines = budget_lines((2021, "actual", "Saldo", 900.0, "2021-09-30")).assign(cumulative=True)
    assert through_the_year(lines, 2021).empty
    assert undated(lines, 2021) == (1, 90_000)
    assert by_year(lines)[0].actual == 90_000


def test_a_year_that_runs_has_nothing_left_and_nothing_to_explain() -> None:
    lines = budget_lines(
        (2021, "budget", "A", 20_000.0, None), (2021, "actual", "A", 25_000.0, None)
    )
    (ended,), (running,) = by_year(lines, running=2022), by_year(lines, running=2021)
    assert (ended.remainder, running.remainder) == (-500_000, None)
    assert ended.needs_explaining(percent=5, euros=1_000)
    assert not running.needs_explaining(percent=5, euros=1_000)


def test_an_empty_cell_of_an_overview_is_unknown_and_never_0() -> None:
    lines = budget_lines(
        (2024, "budget", "Bijdrage", 8_000.0, None),  # its cell of the spending is empty
        (2024, "budget", "Projecten", 4_000.0, None),
        (2024, "actual", "Projecten", 3_500.0, None),
        (2025, "budget", "Projecten", 4_000.0, None),
        (2025, "actual", "Projecten", 0.0, None),
    ).assign(row=[2, 3, 3, 4, 4])
    before, after = by_year(lines)
    assert (before.unknown_posts, before.remainder) == (1, None)
    assert (after.unknown_posts, after.remainder) == (0, 400_000)


def test_a_budget_that_stands_apart_from_the_bookings_leaves_nothing_open() -> None:
    assert [result.unknown_posts for result in by_year(YEARS)] == [0] * len(by_year(YEARS))
