from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.money.euros import allocate, in_cents, in_euros, per_unit, to_cents


@given(st.lists(st.integers(-(10**13), 10**13), max_size=20))
def test_cents_survive_the_way_through_the_store(cents: list[int]) -> None:
    lines = pd.DataFrame({"amount": pd.Series(cents, dtype="float64") / 100})
    assert in_cents(lines).tolist() == cents


@pytest.mark.parametrize(("cents", "euros"), [(0, "0.00"), (20180, "201.80"), (-5, "-0.05")])
def test_cents_are_euros_with_two_decimals(cents: int, euros: str) -> None:
    assert str(in_euros(cents)) == euros
    assert to_cents(Decimal(euros)) == cents


def test_half_a_cent_goes_up() -> None:
    assert to_cents(Decimal("0.125")) == 13


@pytest.mark.parametrize(
    ("cents", "weights", "expected"),
    [
        (2_076_200, [40.0, 60.0], [830_480, 1_245_720]),  # € 8.304,80 and € 12.457,20
        (100, [1.0, 1.0, 1.0], [34, 33, 33]),
        (-100, [1.0, 1.0, 1.0], [-34, -33, -33]),
        (100, [0.0, 0.0], [0, 0]),
        (0, [1.0, 2.0], [0, 0]),
        (5, [], []),
    ],
)
def test_a_division_in_proportion(cents: int, weights: list[float], expected: list[int]) -> None:
    assert allocate(cents, weights) == expected


@given(
    st.integers(-(10**9), 10**9),
    st.lists(st.floats(0.01, 1e4, allow_nan=False), min_size=1, max_size=12),
)
def test_a_division_loses_no_cent_and_is_off_by_less_than_one(
    cents: int, weights: list[float]
) -> None:
    parts = allocate(cents, weights)
    assert sum(parts) == cents
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - cents * weight / sum(weights)) < 1.001


@pytest.mark.parametrize(
    ("cents", "units", "expected"),
    [(2_400_000, 84, "285.71"), (100, 8, "0.13"), (100, 0, None), (100, float("nan"), None)],
)
def test_euros_per_unit(cents: int, units: float, expected: str | None) -> None:
    assert per_unit(cents, units) == (None if expected is None else Decimal(expected))
