"""The slope of a cost is the power of the size that it grows with."""

from __future__ import annotations

import pytest

from benchmarks.growth import slope

SIZES = [1_000, 10_000, 100_000]


@pytest.mark.parametrize(("power", "of_one"), [(0, 2.0), (1, 0.001), (2, 0.0001), (0.5, 0.01)])
def test_slope(power: float, of_one: float) -> None:
    assert slope(SIZES, [of_one * size**power for size in SIZES]) == pytest.approx(power)
