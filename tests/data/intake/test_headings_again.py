"""Headings that come back between the rows, with the columns in another order or unit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from data.cleaning.name_matching import KnownNames
from data.columns import DEPARTMENT, HOURS, THEME
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult

Row = list[Any]

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
ABOVE = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", 2.0],
    [dt.date(2021, 2, 18), "Jeugd", "Armoede", 3.5],
    [dt.date(2021, 3, 22), "Vastgoed", "Wonen", 1.5],
]
BELOW = [
    [dt.date(2021, 4, 27), "Jeugd", "Wonen", 4.0],
    [dt.date(2021, 5, 11), "Vastgoed", "Armoede", 2.5],
]


def read(*rows: Row) -> tuple[SheetResult, ...]:
    return Reader(KnownNames.empty(), Settings()).read([Sheet("Blad1", [HEADINGS, *ABOVE, *rows])])


def stored(results: tuple[SheetResult, ...]) -> list[tuple[str, str, float]]:
    records = pd.concat([result.records for result in results])
    columns = (records[name] for name in (DEPARTMENT, THEME, HOURS))
    return list(zip(*columns, strict=True))


EXPECTED = [tuple(row[1:]) for row in [*ABOVE, *BELOW]]


@pytest.mark.parametrize("order", [(0, 2, 1, 3), (0, 1, 3, 2), (1, 0, 2, 3), (3, 2, 1, 0)])
@pytest.mark.parametrize("between", [[], [[""] * 4]])
def test_columns_in_another_order_are_read_by_their_own_headings(
    order: tuple[int, ...], between: list[Row]
) -> None:
    rows = [[row[place] for place in order] for row in [HEADINGS, *BELOW]]
    assert stored(read(*between, *rows)) == EXPECTED


@pytest.mark.parametrize("between", [[], [[""] * 4]])
def test_another_unit_below_is_read_as_such(between: list[Row]) -> None:
    rows = [[*HEADINGS[:3], "Minuten"], *([*row[:3], row[3] * 60] for row in BELOW)]
    assert stored(read(*between, *rows)) == EXPECTED


def test_a_column_more_below_is_read() -> None:
    rows = [[*HEADINGS[:3], "Deelnemers", "Uren"], *([*row[:3], 9, row[3]] for row in BELOW)]
    assert stored(read(*rows)) == EXPECTED


def test_the_same_headings_again_begin_no_table_of_their_own() -> None:
    results = read(HEADINGS, *BELOW)
    assert [result.rows for result in results] == [6]
    assert stored(results) == EXPECTED


def test_a_row_that_shares_words_with_the_headings_is_a_row() -> None:
    row = [dt.date(2021, 6, 1), "Afdeling Thema", "Uren en tijd", 1.0]
    assert [result.accepted for result in read(*BELOW, row)] == [6]
