from __future__ import annotations

from math import exp, log

import pytest

from analysis.concentration import corrected_gini, effective_number, lorenz, top_shares
from analysis.shares import wilson_interval
from tests.analysis.frames import World, usage_frame


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 1, 1, 1], 4),
        ([5], 1),
        ([0, 0, 7], 1),
        ([3, 3, 0], 2),
        # Shares 1/2, 1/4, 1/4: the entropy is 3/2 log 2, so the number is 2 to the power 3/2.
        ([2, 1, 1], 2**1.5),
        ([9, 1], exp(-0.9 * log(0.9) - 0.1 * log(0.1))),
        ([], None),
        ([0, 0], None),
    ],
)
def test_effective_number(counts: list[int], expected: float | None) -> None:
    assert effective_number(counts) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 0, 0, 4], 1),
        ([3, 3, 3], 0),
        # Mean absolute difference of 1, 2, 3: 2 x (1 + 2 + 1) / 9 = 8/9; Gini = 8/9 / (2 x 2) =
        # 2/9; corrected by 3/2: 1/3.
        ([3, 1, 2], 1 / 3),
        ([0, 1], 1),
        ([4], None),
        ([0, 0, 0], None),
        ([], None),
    ],
)
def test_corrected_gini(counts: list[int], expected: float | None) -> None:
    assert corrected_gini(counts) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("counts", "groups", "uses"),
    [
        ([3, 0, 1], [0, 1 / 3, 2 / 3, 1], [0, 0, 0.25, 1]),
        ([2, 2], [0, 0.5, 1], [0, 0.5, 1]),
        ([5], [0, 1], [0, 1]),
        ([0, 0], [], []),
        ([], [], []),
    ],
)
def test_lorenz(counts: list[int], groups: list[float], uses: list[float]) -> None:
    curve = lorenz(counts)
    assert curve["groups"].tolist() == pytest.approx(groups)
    assert curve["uses"].tolist() == pytest.approx(uses)


def test_top_shares_are_k_of_n_with_an_interval_and_add_up() -> None:
    usage = usage_frame(
        [{"theme": "Energie"}] * 3 + [{"theme": "Wonen"}] * 3 + [{"theme": None}] * 2
    )
    found = top_shares(usage, "theme")
    assert found["theme"].tolist() == ["Energie", "Wonen", "onbekend"]
    assert found["k"].tolist() == [3, 3, 2]
    assert found["n"].tolist() == [8, 8, 8]
    assert found["fraction"].tolist() == [3 / 8, 3 / 8, 2 / 8]
    assert found["cumulative"].tolist() == [3 / 8, 6 / 8, 1.0]
    low, high = wilson_interval(3, 8)
    assert (found["low"].iloc[0], found["high"].iloc[0]) == (low, high)


def test_top_shares_of_nothing_are_empty(nothing: World) -> None:
    found = top_shares(nothing.usage, "theme")
    assert found.columns.tolist() == ["theme", "k", "n", "fraction", "low", "high", "cumulative"]
    assert found.empty
