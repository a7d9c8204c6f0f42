from __future__ import annotations

from dataclasses import replace

import pandas as pd

from texts import use_language
from ui.reading_in.changes import Changes, Figures


def figures(uses: dict[int, int], departments: set[str]) -> Figures:
    years = pd.Series(uses, dtype=int)
    return Figures(years, pd.Series(dtype=int), frozenset(departments), frozenset())


def test_only_the_years_that_changed_are_named() -> None:
    before = figures({2018: 10, 2019: 5}, {"Jeugd"})
    after = figures({2018: 10, 2019: 7, 2020: 1200}, {"Jeugd", "Wonen"})
    changes = Changes(before, after)
    with use_language("nl"):
        table = changes.uses_by_year()
    expected = pd.DataFrame(
        {
            "Jaar": ["2019", "2020"],
            "Voor": ["5", "0"],
            "Na": ["7", "1.200"],
            "Verschil": ["+2", "+1.200"],
        },
        dtype="str",
    )
    pd.testing.assert_frame_equal(table, expected)
    assert changes.new_years == [2020]
    assert changes.new_names == (["Wonen"], [])
    assert changes.gone_names == ([], [])


def test_taking_back_names_what_went() -> None:
    changes = Changes(figures({2018: 3}, {"Jeugd"}), figures({}, set()))
    with use_language("nl"):
        table = changes.uses_by_year()
    assert table.iloc[0].tolist() == ["2018", "3", "0", "−3"]
    assert changes.gone_names == (["Jeugd"], [])


def test_nothing_changed_is_an_empty_table() -> None:
    same = figures({2018: 3}, {"Jeugd"})
    assert Changes(same, same).uses_by_year().empty


def with_shares(**years: tuple[int, int, int, int]) -> Figures:
    rows = {int(year[1:]): values for year, values in years.items()}
    names = ["reach_k", "reach_n", "coverage_k", "coverage_n"]
    shares = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    return replace(figures({}, set()), shares=shares)


def test_reach_and_coverage_of_the_years_that_changed() -> None:
    before = with_shares(y2018=(9, 12, 30, 118), y2019=(1, 2, 3, 4))
    after = with_shares(y2018=(10, 12, 34, 1200), y2019=(1, 2, 3, 4), y2020=(1, 1, 0, 0))
    with use_language("nl"):
        table = Changes(before, after).shares_by_year()
    assert table.columns.tolist() == ["Jaar", "Bereik", "Dekking"]
    assert table.to_numpy().tolist() == [
        ["2018", "9 van 12 → 10 van 12", "30 van 118 → 34 van 1.200"],
        ["2020", "n.v.t. → 1 van 1", "n.v.t. → n.v.t."],
    ]


def test_white_spots_that_came_into_use_and_that_are_back() -> None:
    a, b, c = (2018, "Jeugd", "Water"), (2019, "Zorg", "Wonen"), (2019, "Jeugd", "Wonen")
    nothing = figures({}, set())
    before = replace(nothing, spots=frozenset({a, b}), used=frozenset({c}))
    # What was not reported before was no white spot, so it is none that was closed.
    after = replace(nothing, spots=frozenset({c}), used=frozenset({a, b, (2019, "Nieuw", "X")}))
    changes = Changes(before, after)
    assert changes.closed_spots == [b, a]
    assert changes.opened_spots == [c]
