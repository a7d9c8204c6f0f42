from __future__ import annotations

from math import sqrt

import pytest

from analysis.shares import MINIMUM_N, MINIMUM_USES, share_of, wilson_interval

Z = 1.959963984540054


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (7, 16, 0.230987, 0.668214),
        (0, 10, 0.0, Z**2 / (10 + Z**2)),  # the formula with p = 0
        (10, 10, 10 / (10 + Z**2), 1.0),
        (0, 0, 0.0, 1.0),  # of nothing, nothing is known
    ],
)
def test_wilson_interval_by_hand(k: int, n: int, low: float, high: float) -> None:
    assert wilson_interval(k, n) == pytest.approx((low, high), abs=1e-6)


@pytest.mark.parametrize(("k", "n"), [(1, 1), (3, 7), (5, 12), (40, 160), (199_000, 200_000)])
def test_wilson_interval_is_the_published_formula(k: int, n: int) -> None:
    p = k / n
    middle = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2)) / (1 + Z**2 / n)
    assert wilson_interval(k, n) == pytest.approx((middle - half, middle + half), abs=1e-9)


def test_less_confidence_gives_a_narrower_interval() -> None:
    low, high = wilson_interval(7, 16)
    low_80, high_80 = wilson_interval(7, 16, confidence=0.8)
    assert low < low_80 < 7 / 16 < high_80 < high


def test_a_share_of_nothing_has_no_fraction() -> None:
    share = share_of(0, 0)
    assert (share.k, share.n, share.share, share.low, share.high) == (0, 0, None, None, None)
    assert not share.enough


def test_a_share_is_k_of_n_with_its_interval() -> None:
    share = share_of(7, 16)
    assert (share.k, share.n, share.share) == (7, 16, 0.4375)
    assert (share.low, share.high) == wilson_interval(7, 16)
    assert share.enough


@pytest.mark.parametrize(("n", "enough"), [(MINIMUM_N - 1, False), (MINIMUM_N, True)])
def test_below_the_minimum_a_share_is_not_enough_to_colour_by(n: int, enough: bool) -> None:
    assert share_of(1, n).enough is enough


def test_the_minimums_are_where_their_reasons_say() -> None:
    def width(n: int) -> float:
        low, high = wilson_interval(n // 2, n)
        return high - low

    assert width(MINIMUM_N) < 0.5 < width(MINIMUM_N - 2)
    assert width(MINIMUM_USES) == pytest.approx(0.40, abs=0.005)
