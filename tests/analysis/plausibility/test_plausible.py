from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.plausibility.amounts import Difference, compare_budgets, compare_values
from analysis.plausibility.gaps import months_without, staying_unreported
from analysis.plausibility.last_year import compare_departments
from analysis.plausibility.span import Span, last_days, spans
from data import fields
from tests.analysis.frames import departments_frame, reported_frame, usage_frame


def span(first: str, last: str) -> Span:
    return Span(pd.Timestamp(first), pd.Timestamp(last))


def many(n: int, date: str, department: str = "Jeugd", **other: Any) -> list[dict[str, Any]]:
    return [{"date": date, "department": department, **other} for _ in range(n)]


QUARTER = span("2019-01-01", "2019-03-20")


# The span


@pytest.mark.parametrize(
    ("dates", "precision", "found"),
    [
        ([], "day", []),
        (["2019-01-09", "2019-03-20"], "day", [("2019-01-01", "2019-03-20")]),
        (["2019-02-01"], "month", [("2019-02-01", "2019-02-28")]),
        (["2020-02-01"], "month", [("2020-02-01", "2020-02-29")]),
        (["2019-04-01"], "quarter", [("2019-04-01", "2019-06-30")]),
        (["2019-01-01"], "year", [("2019-01-01", "2019-12-31")]),
        (
            ["2018-12-31", "2019-01-01"],
            "day",
            [("2018-12-01", "2018-12-31"), ("2019-01-01", "2019-01-01")],
        ),
    ],
)
def test_the_span_of_a_file(dates: list[str], precision: str, found: list[tuple[str, str]]) -> None:
    usage = usage_frame([{"date": day, "date_precision": precision} for day in dates])
    assert spans(usage) == [span(*pair) for pair in found]


def test_a_leap_day_has_a_place_a_year_earlier() -> None:
    assert span("2020-02-01", "2020-02-29").a_year_earlier() == span("2019-02-01", "2019-02-28")


def test_how_far_a_date_reaches() -> None:
    usage = usage_frame(
        [{"date": "2019-01-01", "date_precision": p} for p in ("day", "month", "quarter", "year")]
    )
    found = last_days(usage).dt.strftime("%m-%d").tolist()
    assert found == ["01-01", "01-31", "03-31", "12-31"]


# Departments


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (3, 24, True),  # p = 0.00005
        (24, 3, True),
        (2, 17, False),  # 19 together: too few
        (4, 16, False),  # p = 0.012
        (40, 20, False),  # twice as many, p = 0.013
        (48, 24, False),  # p = 0.006
        (100, 50, True),  # p = 0.00005
        (300, 200, False),  # p < 0.00001, but no factor of two
        (30, 0, False),  # not known a year ago
    ],
)
def test_a_department_is_told_when_the_difference_is_large_and_unlikely(
    now: int, before: int, told: bool
) -> None:
    usage = usage_frame(
        [*many(now, "2019-02-03"), *many(before, "2018-03-20"), *many(1, "2018-02-01", "Zorg")]
    )
    found = compare_departments(usage, QUARTER).far_off
    expected = [["Jeugd", now, before]] if told else []
    assert found.to_numpy().tolist() == expected


def test_only_the_same_days_count() -> None:
    usage = usage_frame([*many(3, "2019-02-03"), *many(30, "2018-03-21"), *many(30, "2018-04-01")])
    assert compare_departments(usage, QUARTER).far_off.empty


def test_departments_without_use_now_and_the_largest_first() -> None:
    usage = usage_frame(
        [
            *many(20, "2019-02-03"), *many(20, "2018-02-03"),
            *many(9, "2018-02-03", "Zorg"), *many(5, "2018-02-03", "Bouw"),
            *many(4, "2018-02-03", "Markt"), *many(40, "2018-02-03", "Beheer"),
        ]
    )  # fmt: skip
    found = compare_departments(usage, QUARTER)
    assert found.without.to_numpy().tolist() == [["Beheer", 40], ["Zorg", 9], ["Bouw", 5]]
    assert found.far_off.empty
    only = compare_departments(usage, QUARTER, only=["Jeugd", "Zorg"])
    assert only.without["department"].tolist() == ["Zorg"]


def test_a_use_of_which_only_the_year_is_known_makes_the_department_incomparable() -> None:
    usage = usage_frame(
        [
            *many(1, "2019-02-03"), *many(30, "2018-02-03"),
            *many(1, "2018-01-01", date_precision="year"),
        ]
    )  # fmt: skip
    assert compare_departments(usage, QUARTER).far_off.empty
    whole_year = span("2019-01-01", "2019-12-31")
    assert compare_departments(usage, whole_year).far_off["before"].tolist() == [31]


def test_nothing_at_all_a_year_before_is_no_comparison() -> None:
    found = compare_departments(usage_frame(many(40, "2019-02-03")), QUARTER)
    assert found.far_off.empty
    assert found.without.empty
    assert compare_departments(usage_frame(), QUARTER).without.empty


# Hours and amounts


def test_hours_that_are_minutes() -> None:
    usage = usage_frame([*many(20, "2019-02-03", hours=450.0), *many(25, "2018-02-03", hours=7.5)])
    assert compare_values(usage, QUARTER) == [
        Difference("hours", 2019, 9000.0, 187.5, 20, 25, 60.0, None, "minutes")
    ]


@pytest.mark.parametrize(
    ("now", "before", "n", "told"),
    [(2.9, 1.0, 20, False), (3.0, 1.0, 20, True), (1.0, 3.0, 20, True), (9.0, 1.0, 19, False)],
)
def test_when_hours_are_told(now: float, before: float, n: int, told: bool) -> None:
    usage = usage_frame([*many(n, "2019-02-03", hours=now), *many(n, "2018-02-03", hours=before)])
    found = compare_values(usage, QUARTER)
    assert [(d.column, d.unit) for d in found] == ([("hours", None)] if told else [])


def test_amounts_in_thousands_and_values_that_are_not_given() -> None:
    usage = usage_frame(
        [
            *many(20, "2019-02-03", amount=1.5), *many(99, "2019-02-03"),
            *many(20, "2018-02-03", amount=1500.0), *many(20, "2018-08-03", amount=0.01),
        ]
    )  # fmt: skip
    (found,) = compare_values(usage, QUARTER)
    assert (found.column, found.n, found.unit) == ("amount", 20, "thousands")
    assert found.ratio == pytest.approx(0.001)


def budget(*lines: tuple[int, str, float]) -> pd.DataFrame:
    rows = [{"year": y, "kind": k, "amount": a, "concerns": True} for y, k, a in lines]
    return pd.DataFrame(rows, columns=list(fields.names("budget"))).astype({"amount": "float"})


def test_a_budget_of_which_the_amounts_are_a_thousand_times_as_large() -> None:
    lines = budget(
        (2018, "budget", 20_000), (2018, "budget", 762), (2019, "budget", 20_762_000),
        (2018, "actual", 20_000), (2019, "actual", 21_000),
    )  # fmt: skip
    assert compare_budgets(lines, [2019]) == [
        Difference("amount", 2019, 20_762_000.0, 20_762.0, 1, 2, 1000.0, "budget", "thousands")
    ]
    assert compare_budgets(lines, [2018]) == []


def test_lines_of_others_are_no_reason_to_tell_of_a_budget() -> None:
    lines = budget((2018, "actual", 100.0), (2019, "actual", 110.0), (2019, "actual", 9_000.0))
    lines["concerns"] = [True, True, False]
    assert compare_budgets(lines, [2019]) == []


@pytest.mark.parametrize(
    ("kind", "now", "told"),
    [
        ("budget", 499.0, False), ("budget", 500.0, True), ("budget", 20.0, True),
        ("budget", 21.0, False), ("actual", 1.0, False), ("actual", 500.0, True),
        ("budget", -5.0, False),
    ],
)  # fmt: skip
def test_when_a_budget_is_told(kind: str, now: float, told: bool) -> None:
    lines = budget((2018, kind, 100.0), (2019, kind, now))
    assert [d.kind for d in compare_budgets(lines, [2019])] == ([kind] if told else [])


def test_a_year_that_is_over_may_not_have_spent_too_little() -> None:
    lines = budget((2018, "actual", 100.0), (2019, "actual", 1.0), (2020, "actual", 1.0))
    assert [d.year for d in compare_budgets(lines, [2019, 2020])] == [2019]
    assert compare_budgets(budget(), []) == []


# Months


def test_months_without_a_row() -> None:
    usage = usage_frame([*many(10, "2019-01-05"), *many(10, "2019-04-30")])
    half = span("2019-01-01", "2019-04-30")
    assert months_without(usage, half) == [pd.Timestamp("2019-02-01"), pd.Timestamp("2019-03-01")]
    assert months_without(usage.iloc[:-1], half) == []  # 19 in four months: fewer than five each


def test_a_row_that_tells_no_month_may_lie_in_any() -> None:
    rows = [*many(20, "2019-01-05"), *many(1, "2019-01-01", date_precision="quarter")]
    assert months_without(usage_frame(rows), span("2019-01-01", "2019-03-31")) == []


def test_departments_that_stay_without_data() -> None:
    usage = usage_frame([*many(2, "2018-03-01"), *many(1, "2019-03-01", "Zorg")])
    departments = departments_frame("Jeugd", "Zorg", "Bouw")
    reported = reported_frame(Bouw=[2019], Jeugd=[2017])
    found = staying_unreported(departments, reported, usage)
    assert found.to_numpy().tolist() == [["Zorg", 2018], ["Bouw", 2018], ["Jeugd", 2019]]
    assert staying_unreported(departments, reported, usage_frame()).empty


@pytest.mark.parametrize("rows", [[], many(30, "2019-02-03", hours=2.0, amount=1.0)])
def test_no_comparison_changes_its_input(rows: list[dict[str, Any]]) -> None:
    usage = usage_frame(rows)
    before = usage.copy(deep=True)
    spans(usage)
    compare_departments(usage, QUARTER)
    compare_values(usage, QUARTER)
    months_without(usage, QUARTER)
    pd.testing.assert_frame_equal(usage, before)
