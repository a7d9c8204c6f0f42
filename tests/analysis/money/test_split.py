from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from analysis.money.split import agreed_in_euro, split_by_year, split_of, used_in_euro
from analysis.period import Period
from analysis.shares import wilson_interval


def uses(*records: tuple[int, str | None, float | None]) -> pd.DataFrame:
    """Year, share and hours of each record."""
    return pd.DataFrame(
        {
            "year": pd.Series([r[0] for r in records], dtype="int64"),
            "share": pd.Categorical([r[1] for r in records], categories=["general", "tailored"]),
            "hours": pd.Series([r[2] for r in records], dtype="float64"),
            "theme": pd.Categorical(["Wonen"] * len(records)),
        }
    )


@pytest.mark.parametrize(("k", "n"), [(0, 5), (3, 5), (60, 100), (7, 7)])
def test_of_equal_records_the_interval_is_that_of_wilson(k: int, n: int) -> None:
    records = [(2021, "tailored", 2.0)] * k + [(2021, "general", 2.0)] * (n - k)
    (split,) = split_by_year(uses(*records), "hours")
    assert (split.low, split.high) == pytest.approx(wilson_interval(k, n), abs=1e-12)


def test_hours_weigh_and_are_worth_fewer_records() -> None:
    (split,) = split_by_year(uses((2021, "tailored", 30.0), (2021, "general", 10.0)), "hours")
    assert (split.measure, split.tailored, split.general, split.share) == ("hours", 30, 10, 0.75)
    assert split.effective_n == pytest.approx(40**2 / (30**2 + 10**2))  # 1.6 of 2 records
    assert split.low is not None
    assert split.low < 0.75 < (split.high or 0)
    assert not split.enough


def test_uses_count_when_more_than_a_tenth_gives_no_hours() -> None:
    records = [(2021, "tailored", 5.0)] * 8 + [(2021, "general", None)] * 2
    (split,) = split_by_year(uses(*records), "hours")
    assert (split.measure, split.tailored, split.general) == ("uses", 8, 2)
    assert split.share == 0.8


def test_hours_count_when_a_tenth_gives_none_and_it_says_how_many() -> None:
    records = [(2021, "tailored", 5.0)] * 9 + [(2021, "general", None)]
    (split,) = split_by_year(uses(*records), "hours")
    assert (split.measure, split.n, split.no_hours, split.share) == ("hours", 9, 1, 1.0)


def test_records_without_a_share_are_left_out_and_counted() -> None:
    records = [(2021, "tailored", 1.0), (2021, None, 100.0), (2022, None, 1.0)]
    first, second = split_by_year(uses(*records), "uses")
    assert (first.share, first.n, first.no_share) == (1.0, 1, 1)
    assert (second.share, second.low, second.no_share) == (None, None, 1)


def test_no_use_is_no_year() -> None:
    assert split_by_year(uses(), "hours") == []


def test_the_agreed_split_of_the_budgeted_contribution() -> None:
    percents = {"general": Decimal(40), "tailored": Decimal(60)}
    cents = agreed_in_euro(Decimal("20762"), percents)
    assert cents == {"general": 830_480, "tailored": 1_245_720}  # € 8.304,80 and € 12.457,20


def test_the_split_by_use_loses_no_cent() -> None:
    records = [(2021, "tailored", 1.0)] * 2 + [(2021, "general", 1.0)]
    (split,) = split_by_year(uses(*records), "hours")
    cents = used_in_euro(Decimal("100.00"), split)
    assert cents == {"general": 3_333, "tailored": 6_667}


def test_without_use_there_is_no_split_in_euro() -> None:
    (split,) = split_by_year(uses((2021, None, 1.0)), "hours")
    assert used_in_euro(Decimal(100), split) is None


def test_the_years_of_an_agreement_are_judged_together_as_well() -> None:
    records = [(2021, "tailored", 30.0), (2021, "general", 10.0), (2022, "tailored", 30.0),
               (2023, "general", 99.0)]  # fmt: skip
    together = split_of(uses(*records), Period(2021, 2022), "hours")
    assert (together.tailored, together.general, together.n) == (60.0, 10.0, 3)
    assert together.period.label == "2021–2022"
