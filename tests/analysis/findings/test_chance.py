"""Chance at changes and even spreading, beside figures worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.findings.chance import chance_of_difference, clumping, even_spreading

Columns = list[tuple[str, str, str, str]]


def usage(rows: Columns, *, categories: bool = False) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["department", "theme", "date", "date_precision"])
    frame["date"] = pd.to_datetime(frame["date"])
    if categories:
        frame[["department", "theme"]] = frame[["department", "theme"]].astype("category")
    return frame


@pytest.mark.parametrize("categories", [False, True])
def test_uses_of_one_department_theme_and_month_are_one_series(categories: bool) -> None:
    rows = [
        ("A", "Wonen", "2022-01-03", "day"),
        ("A", "Wonen", "2022-01-20", "day"),
        ("A", "Wonen", "2022-02-01", "month"),
        ("A", "Wonen", "2021-01-05", "day"),
        ("A", "Zorg", "2022-01-05", "day"),
        ("B", "Wonen", "2022-01-01", "year"),  # nobody knows in which month: one of its own
    ]
    # sizes 2, 1, 1, 1 and 1: (4 + 1 + 1 + 1 + 1) / 6
    assert clumping(usage(rows, categories=categories)) == pytest.approx(8 / 6)


@pytest.mark.parametrize("rows", [[], [("A", "Wonen", "2022-01-01", "year")]])
def test_without_series_every_use_counts_once(rows: Columns) -> None:
    assert clumping(usage(rows)) == 1.0


def test_a_difference_of_two_standard_deviations_comes_in_one_of_twenty_years() -> None:
    # 36 -> 64: 28 beside a standard deviation of sqrt(100) = 10; P(|z| > 2.8) = 0.00511
    assert chance_of_difference(36, 64) == pytest.approx(0.00511, abs=1e-5)
    # In series of four the deviation doubles: P(|z| > 1.4) = 0.1615
    assert chance_of_difference(36, 64, 4.0) == pytest.approx(0.1615, abs=1e-4)
    assert chance_of_difference(7, 7) == 1.0
    assert chance_of_difference(0, 0) == 1.0


@pytest.fixture
def make_cells() -> Callable[[int, int], pd.DataFrame]:
    def make(departments: int, themes: int) -> pd.DataFrame:
        rows = [(f"D{d}", f"domain{d}", f"T{t}") for d in range(departments) for t in range(themes)]
        frame = pd.DataFrame(rows, columns=["department", "domain", "theme"])
        return frame.assign(relevant=True, reported=True)

    return make


def test_one_use_is_always_in_the_largest(make_cells: Callable[[int, int], pd.DataFrame]) -> None:
    even = even_spreading(make_cells(4, 3), 1)
    assert even is not None
    assert (even.share, even.most) == (1.0, 1.0)


def test_very_much_use_comes_near_the_part_of_the_cells(
    make_cells: Callable[[int, int], pd.DataFrame],
) -> None:
    even = even_spreading(make_cells(4, 5), 10_000_000)
    assert even is not None
    # one of four domains or one of five themes: 1/4 + 1/5 - 1/20 = 0.40
    assert even.share == pytest.approx(0.40, abs=0.001)


def test_more_than_a_thousand_cells_are_drawn_by_domain_and_theme(
    make_cells: Callable[[int, int], pd.DataFrame],
) -> None:
    cells = make_cells(200, 10).assign(domain=["a"] * 1000 + ["b"] * 1000)
    even = even_spreading(cells, 10_000_000)
    assert even is not None
    # half the cells are of one domain, a tenth of one theme: 0.5 + 0.1 - 0.05, each a little more
    assert even.share == pytest.approx(0.55, abs=0.002)


def test_nothing_is_spread_over_nothing(make_cells: Callable[[int, int], pd.DataFrame]) -> None:
    assert even_spreading(make_cells(2, 2).assign(relevant=False), 10) is None
    assert even_spreading(make_cells(2, 2), 0) is None
