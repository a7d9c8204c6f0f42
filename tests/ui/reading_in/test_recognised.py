"""What a table needs and does not have, as the page asks for it."""

from __future__ import annotations

import pytest

from data.columns import BUDGET, DATE, DEPARTMENT, THEME, USAGE
from data.values.found_table import CROSSTAB, LIST, WIDE, Heading, Table
from data.values.results import SheetResult
from ui.reading_in.pointing_out import missing_columns


@pytest.mark.parametrize(
    ("kind", "layout", "missing"),
    [
        (USAGE, LIST, [THEME, DATE]),
        (USAGE, CROSSTAB, []),
        (BUDGET, WIDE, []),
    ],
)
def test_only_a_list_lacks_columns(kind: str, layout: str, missing: list[str]) -> None:
    table = Table(kind, 1, (Heading(0, "Afdeling", DEPARTMENT),), layout)
    assert missing_columns(SheetResult("Blad1", table=table)) == missing
