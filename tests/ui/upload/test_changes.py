from __future__ import annotations

import pandas as pd

from texts import use_language
from ui.upload.changes import Changes, Figures


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
    assert changes.departments == ["Wonen"]
    assert changes.themes == []


def test_taking_back_names_what_went() -> None:
    changes = Changes(figures({2018: 3}, {"Jeugd"}), figures({}, set()))
    with use_language("nl"):
        table = changes.uses_by_year()
    assert table.iloc[0].tolist() == ["2018", "3", "0", "−3"]
    assert changes.departments == ["Jeugd"]


def test_nothing_changed_is_an_empty_table() -> None:
    same = figures({2018: 3}, {"Jeugd"})
    assert Changes(same, same).uses_by_year().empty
