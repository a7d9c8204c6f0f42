"""Numbers of participants are whole."""

from __future__ import annotations

import pytest

from data.cells.cell import Cell
from data.cells.counts import parse_counts
from texts import Message


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (12, 12.0), (12.0, 12.0), ("12", 12.0), ("12.0", 12.0), ("12 personen", 12.0),
        ("12p", 12.0), ("8 deelnemers", 8.0), ("1.250", 1250.0),
        ("1,250", 1250.0), ("1 250", 1250.0), (-3, -3.0), ("-3", -3.0), ("0", 0.0),
    ],
)  # fmt: skip
def test_count_is_read(cell: Cell, count: float) -> None:
    assert parse_counts([cell]) == [count]


@pytest.mark.parametrize("cell", ["12,5", 12.5, "ca 12", "12+", "10-15", "veel", True])
def test_what_is_no_whole_number_is_refused(cell: Cell) -> None:
    assert isinstance(parse_counts([cell])[0], Message)
