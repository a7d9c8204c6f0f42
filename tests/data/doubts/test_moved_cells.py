"""Cells that stand under another heading than their own: swapped columns, shifted rows."""

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

HEADINGS = ["Datum", "Afdeling", "Thema", "Onderwerp", "Uren"]
DATE, DEPARTMENT, THEME, SUBJECT, HOURS = range(5)
ROWS = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", "Advies erfpacht", 2.0],
    [dt.date(2021, 2, 18), "Jeugd", "Armoede", "Leerkring schulden", 3.5],
    [dt.date(2021, 3, 22), "Vastgoed", "Mobiliteit", "Parkeren", 1.5],
    [dt.date(2021, 4, 27), "Omgeving", "Wonen", "Hoogbouw", 4.0],
    [dt.date(2021, 5, 11), "Jeugd", "Wonen", "Jongeren", 2.5],
    [dt.date(2021, 6, 3), "Omgeving", "Mobiliteit", "Fietsnota", 5.0],
    [dt.date(2021, 9, 16), "Vastgoed", "Wonen", "Huur", 1.0],
    [dt.date(2021, 10, 7), "Jeugd", "Armoede", "Participatie", 3.0],
]


def read(
    rows: list[Row], headings: list[str] = HEADINGS, known: KnownNames | None = None
) -> SheetResult:
    sheet = Sheet("Blad1", [headings, *rows])
    return read_sheet(sheet, known=known or KnownNames.empty(), settings=Settings())


def asked(result: SheetResult) -> list[tuple[str, int]]:
    return [(q.code, q.rows) for q in result.questions]


def swapped(one: int, other: int, which: slice) -> list[Row]:
    rows = [[*row] for row in ROWS]
    for row in rows[which]:
        row[one], row[other] = row[other], row[one]
    return rows


@pytest.mark.parametrize("which", [slice(3, 4), slice(5, 8), slice(4, 8), slice(0, 2)])
def test_department_and_theme_that_changed_places_are_asked_about(which: slice) -> None:
    result = read(swapped(DEPARTMENT, THEME, which))
    count = len(ROWS[which])
    assert asked(result) == [("swapped:department:theme", count)]
    assert result.accepted == len(ROWS) - count


@pytest.mark.parametrize(("one", "name"), [(DEPARTMENT, "department"), (THEME, "theme")])
@pytest.mark.parametrize("which", [slice(3, 4), slice(4, 8)])
def test_a_name_that_changed_places_with_the_subject_is_asked_about(
    one: int, name: str, which: slice
) -> None:
    result = read(swapped(one, SUBJECT, which))
    assert asked(result) == [(f"swapped:{name}:subject", len(ROWS[which]))]


def test_known_names_in_each_others_columns_are_asked_about() -> None:
    known = KnownNames(departments={"Vastgoed": "Vastgoed"}, themes={"Wonen": "Wonen"})
    result = read(swapped(DEPARTMENT, THEME, slice(0, 8)), known=known)
    assert asked(result) == [("swapped:department:theme", 2)]


@pytest.mark.parametrize("start", [4, 7])
def test_a_row_that_moved_to_the_left_is_asked_about(start: int) -> None:
    rows = [*ROWS[:start], *([r[DATE], *r[THEME:], ""] for r in ROWS[start:])]
    result = read(rows)
    assert result.accepted == start
    assert ("moved_cells", len(ROWS) - start) in asked(result)


@pytest.mark.parametrize("remark", [[], ["goed"]])
def test_a_number_that_was_put_in_from_a_row_on_is_asked_about(remark: list[str]) -> None:
    rows = [[*row, *remark] for row in ROWS]
    rows[5:] = [[*row[:HOURS], 5, row[HOURS]] for row in ROWS[5:]]
    result = read(rows, [*HEADINGS, *(["Opmerking"] if remark else [])])
    assert (result.accepted, asked(result)) == (5, [("moved_cells", 3)])


def test_names_that_stand_in_both_columns_count() -> None:
    pairs = [("Wonen", "Wonen"), ("Zorg", "Wonen"), ("Wonen", "Zorg"), ("Zorg", "Zorg")] * 2
    result = read(
        [[row[DATE], *pair, *row[SUBJECT:]] for row, pair in zip(ROWS, pairs, strict=True)]
    )
    assert (result.accepted, result.questions) == (8, ())


def test_a_department_named_as_a_theme_counts() -> None:
    rows = [*ROWS[:7], [dt.date(2021, 10, 7), "Wonen", "Armoede", "Participatie", 3.0]]
    assert (read(rows).accepted, read(rows).questions) == (8, ())


def test_a_subject_that_is_a_theme_as_well_counts() -> None:
    rows = [*ROWS[:7], [*ROWS[7][:SUBJECT], "Wonen", 3.0]]
    assert (read(rows).accepted, read(rows).questions) == (8, ())


@pytest.mark.parametrize("remark", ["", "goed", 8, "2 keer"])
def test_a_remark_that_is_a_number_now_and_then_counts(remark: object) -> None:
    rows = [[*row, "goed" if place % 3 else remark] for place, row in enumerate(ROWS)]
    result = read(rows, [*HEADINGS, "Opmerking"])
    assert (result.accepted, result.questions) == (8, ())


def test_a_column_that_was_begun_later_counts() -> None:
    rows = [[*row, place if place > 4 else ""] for place, row in enumerate(ROWS)]
    assert (read(rows, [*HEADINGS, "Volgnummer"]).accepted) == 8
