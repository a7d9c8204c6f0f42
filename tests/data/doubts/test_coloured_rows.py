"""Rows that stand out by their colour, with and without a legend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.grid import Sheet
from data.values.marks import Marks
from data.values.results import SheetResult
from tests.data.one_sheet import read_sheet

NAMES = ["Vastgoed", "Jeugd", "Vastgoed", "Milieu", "Jeugd", "Milieu", "Jeugd", "Vastgoed"]
ROWS: list[list[Any]] = [
    ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"],
    *(
        [dt.date(2021, 3, day), name, "Wonen", f"over {day}", 2]
        for day, name in enumerate(NAMES, 1)
    ),
]
WIDTH = 5


def row(colour: str) -> dict[int, str]:
    return dict.fromkeys(range(1, WIDTH + 1), colour)


def read(coloured: Mapping[int, Mapping[int, str]], *more: list[Any]) -> SheetResult:
    sheet = Sheet("Blad1", [*ROWS, *more], marks=Marks(coloured=coloured))
    return read_sheet(sheet, known=KnownNames.empty(), settings=Settings())


@pytest.mark.parametrize(
    "marked", [{4: row("red")}, {4: {5: "yellow"}}, {4: row("red"), 7: row("x")}]
)
def test_rows_that_stand_out_are_told(marked: Mapping[int, Mapping[int, str]]) -> None:
    result = read(marked)
    assert (result.accepted, result.questions) == (8, ())
    (remark,) = result.remarks
    assert (remark.code, remark.values["rows"]) == ("rows_coloured", [str(n) for n in marked])


BY_DEPARTMENT = {
    number: row(name) for number, name in enumerate(NAMES, 2)
}  # a colour per department
CLEAN = {
    "headings": {1: row("blue")},
    "bands": {number: row("grey") for number in (3, 5, 7, 9)},
    "a column": {number: {5: "grey"} for number in range(2, 10)},
    "all": {number: row("grey") for number in range(1, 10)},
    "per department": BY_DEPARTMENT,
    "beside the table": {4: {9: "red"}},
}


@pytest.mark.parametrize("marked", CLEAN.values(), ids=CLEAN)
def test_a_table_that_is_laid_out_in_colours_tells_nothing(
    marked: Mapping[int, Mapping[int, str]],
) -> None:
    result = read(marked)
    assert (result.accepted, result.remarks, result.questions) == (8, (), ())


@pytest.mark.parametrize("text", ["niet doorgegaan", "geannuleerd", "= vervallen", "cancelled"])
@pytest.mark.parametrize("place", [1, 2], ids=["beside the colour", "in the colour"])
def test_a_legend_in_colour_says_which_rows_were_not_held(text: str, place: int) -> None:
    below = [[], ["", text]]
    result = read({4: row("red"), 6: row("red"), 11: {place: "red"}}, *below)
    assert (result.accepted, [(q.code, q.rows) for q in result.questions]) == (6, [("legend", 2)])


def test_a_legend_of_another_colour_says_nothing_of_the_rows() -> None:
    result = read({4: row("red"), 11: {1: "yellow"}}, [], ["", "geannuleerd"])
    assert "legend" not in [question.code for question in result.questions]
