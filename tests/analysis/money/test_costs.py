from __future__ import annotations

from decimal import Decimal

import pandas as pd

from analysis.money.costs import cost_by_theme, cost_by_year


def uses(*records: tuple[int, str, float | None]) -> pd.DataFrame:
    """Year, theme and hours of each record."""
    return pd.DataFrame(
        {
            "year": pd.Series([r[0] for r in records], dtype="int64"),
            "theme": pd.Categorical([r[1] for r in records]),
            "hours": pd.Series([r[2] for r in records], dtype="float64"),
        }
    )


USAGE = uses(
    (2020, "Wonen", 6.0), (2020, "Energie", 2.0), (2020, "Energie", 2.0), (2021, "W", None)
)


def test_the_contribution_per_use_and_per_hour_of_the_whole() -> None:
    frame = cost_by_year(USAGE, {2020: 30_000, 2022: 100}, {2020, 2021, 2022})
    assert frame["year"].tolist() == [2020, 2021, 2022]
    assert frame["per_use"].tolist() == [Decimal("100.00"), None, None]
    assert frame["per_hour"].tolist() == [Decimal("30.00"), None, None]
    assert frame["without_hours"].tolist() == [0, 1, 0]


def test_no_cost_per_hour_when_hours_are_missing() -> None:
    frame = cost_by_year(USAGE, {2021: 30_000}, {2021})
    assert frame.loc[1, "per_use"] == Decimal("300.00")
    assert frame.loc[1, "per_hour"] is None


def test_a_year_of_which_not_all_use_is_reported_has_no_cost_per_use() -> None:
    frame = cost_by_year(USAGE, {2020: 30_000, 2021: 30_000}, {2021})
    assert frame["whole"].tolist() == [False, True]
    assert frame["per_use"].tolist() == [None, Decimal("300.00")]
    assert frame["per_hour"].tolist() == [None, None]


def test_no_use_at_all() -> None:
    assert cost_by_year(uses(), {}, ()).empty


def test_the_rule_decides_what_a_theme_gets() -> None:
    year = USAGE[USAGE["year"] == 2020]
    by_hours, rule = cost_by_theme(year, 30_000, "hours")
    assert rule == "hours"
    assert by_hours[["theme", "cents"]].to_numpy().tolist() == [
        ["Wonen", 18_000],
        ["Energie", 12_000],
    ]
    by_uses, rule = cost_by_theme(year, 30_000, "uses")
    assert rule == "uses"
    assert by_uses[["theme", "cents"]].to_numpy().tolist() == [
        ["Energie", 20_000],
        ["Wonen", 10_000],
    ]


def test_uses_decide_when_hours_are_missing() -> None:
    found, rule = cost_by_theme(uses((2021, "A", None), (2021, "B", 3.0)), 101, "hours")
    assert rule == "uses"
    assert found["cents"].tolist() == [51, 50]
