"""A number of a case that comes back: another version of a use, or the same use in parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

Row = list[Any]

ROWS = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", "Advies erfpacht", 2.0],
    [dt.date(2021, 2, 18), "Jeugd", "Armoede", "Leerkring schulden", 3.5],
    [dt.date(2021, 3, 22), "Vastgoed", "Mobiliteit", "Advies parkeren", 1.5],
    [dt.date(2021, 4, 27), "Omgeving", "Wonen", "Advies hoogbouw", 4.0],
]


def read(heading: str, numbers: list[object], rows: list[Row]) -> SheetResult:
    headings = [heading, "Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
    numbered = [[number, *row] for number, row in zip(numbers, rows, strict=True)]
    sheet = Sheet("Blad1", [headings, *numbered])
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize("heading", ["Nr", "Volgnummer", "Record ID", "Nummer", "Activiteit-id"])
@pytest.mark.parametrize(
    "again",
    [
        ROWS[1],  # the very same
        [*ROWS[1][:4], 9.0],  # another version
        [*ROWS[1][:2], "Wonen", *ROWS[1][3:]],  # the same use under a second theme
        [ROWS[1][0], "Omgeving", *ROWS[1][2:]],  # or department
    ],
)
def test_a_number_that_comes_back_on_the_same_day_is_asked_about(heading: str, again: Row) -> None:
    result = read(heading, [1, 2, 3, 4, 2], [*ROWS, again])
    assert [(q.code, q.rows) for q in result.questions] == [("number_again", 1)]
    assert result.accepted == 4


@pytest.mark.parametrize(
    ("heading", "numbers", "again"),
    [
        ("Nr", [1, 2, 3, 4, 5], ROWS[1]),  # numbers of their own
        ("Nr", [1, 2, 3, 4, 2], [dt.date(2021, 5, 3), *ROWS[1][1:]]),  # begun anew, another day
        ("Nr", [1, 1, 1, 1, 1], ROWS[1]),  # tells nothing apart
        ("Telefoonnummer", [1, 2, 3, 4, 2], ROWS[1]),
        ("Nr", ["", 2, "", 4, ""], ROWS[1]),
    ],
)
def test_numbers_that_tell_nothing_about_the_use_ask_nothing(
    heading: str, numbers: list[object], again: Row
) -> None:
    result = read(heading, numbers, [*ROWS, again])
    assert (result.accepted, result.questions) == (5, ())
