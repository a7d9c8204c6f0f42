from __future__ import annotations

import pandas as pd
import pytest

from ui.shared.editors import changed_cells

BEFORE = pd.DataFrame({"Wonen": [True, False], "department": [True, True]}, index=["Jeugd", "Zorg"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({("Zorg", "Wonen"): True}, {("Zorg", "Wonen"): True}),
        (
            {("Jeugd", "Wonen"): False, ("Zorg", "department"): False},
            {("Jeugd", "Wonen"): False, ("Zorg", "department"): False},
        ),
    ],
)
def test_only_what_changed_is_saved(changes: dict, expected: dict) -> None:
    after = BEFORE.copy()
    for cell, value in changes.items():
        after.loc[cell] = value
    assert changed_cells(BEFORE, after) == expected
