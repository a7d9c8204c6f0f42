from __future__ import annotations

import datetime as dt
import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import xlwt

from data.cells.cell import ErrorCell
from data.reading import read_file
from data.settings import Settings
from data.values.grid import MergedRange, Sheet
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import (
    FORMATS,
    NA,
    REF,
    SETTINGS,
    Build,
    Page,
    ods_of,
    saved,
    xls,
    xlsx,
)

formats = pytest.mark.parametrize("build", FORMATS.values(), ids=FORMATS)
with_merges = pytest.mark.parametrize(
    "build",
    [build for name, build in FORMATS.items() if name != "xlsb"],
    ids=["xlsx", "xls", "ods"],
)


def read(content: bytes) -> list[Sheet]:
    return read_file(content, "bestand", SETTINGS)


def error_places(sheet: Sheet) -> dict[tuple[int, int], str]:
    return {
        (sheet.first_row + i, sheet.first_column + j): str(cell)
        for i, row in enumerate(sheet.rows)
        for j, cell in enumerate(row)
        if type(cell) is ErrorCell
    }


@formats
def test_cells_come_back_as_they_are(build: Build) -> None:
    rows = [["Afdeling", "Uren", "Klaar"], ["Jeugd & sport", 7.5, True], ["'0.10", 2.0, False]]
    assert read(build(Page(rows))) == [Sheet("Blad1", rows)]


@with_merges
def test_dates_come_back_as_dates(build: Build) -> None:
    (sheet,) = read(build(Page([[dt.date(2019, 4, 3)], [dt.date(2019, 12, 31)]])))
    assert sheet.rows == [[dt.date(2019, 4, 3)], [dt.date(2019, 12, 31)]]


@formats
def test_empty_ends_are_cut_and_the_place_is_kept(build: Build) -> None:
    rows = [["", ""], ["", ""], ["", "Thema", "", ""], ["", "wonen", 1.0], ["", "", ""]]
    (sheet,) = read(build(Page(rows)))
    assert (sheet.first_row, sheet.first_column) == (3, 2)
    assert sheet.rows == [["Thema"], ["wonen", 1.0]]


@formats
def test_empty_rows_inside_stay(build: Build) -> None:
    (sheet,) = read(build(Page([["a"], ["", ""], ["b"]])))
    assert sheet.rows == [["a"], [], ["b"]]


@formats
def test_every_sheet_is_read_and_hidden_ones_say_so(build: Build) -> None:
    pages = [Page([["a"]], "Gebruik"), Page([["b"]], "Oud", hidden=True), Page([], "Leeg")]
    sheets = read(build(*pages))
    assert [(s.name, s.hidden, s.rows) for s in sheets] == [
        ("Gebruik", False, [["a"]]),
        ("Oud", True, [["b"]]),
        ("Leeg", False, []),
    ]


@formats
def test_error_cells_keep_their_text(build: Build) -> None:
    rows = [["Uren", "Thema"], [NA, "wonen"], [2.0, REF], ["a", "b"]]
    (sheet,) = read(build(Page(rows)))
    assert error_places(sheet) == {(2, 1): "#N/A", (3, 2): "#REF!"}
    assert sheet.rows[1][1] == "wonen"
    assert sheet.rows[2][0] == 2.0


@formats
def test_error_cells_at_every_edge_are_not_lost(build: Build) -> None:
    rows = [["", "", ""], ["", "", REF], ["", "a", ""], ["", NA, "", NA], ["", "", ""], ["", REF]]
    (sheet,) = read(build(Page(rows)))
    expected = {(2, 3): "#REF!", (4, 2): "#N/A", (4, 4): "#N/A", (6, 2): "#REF!"}
    assert error_places(sheet) == expected
    assert (sheet.first_row, sheet.first_column) == (2, 2)


@formats
def test_error_cells_stay_on_their_own_sheet(build: Build) -> None:
    pages = [Page([["a"]], "Een"), Page([[NA]], "Twee"), Page([["b", REF]], "Drie")]
    assert [error_places(sheet) for sheet in read(build(*pages))] == [
        {},
        {(1, 1): "#N/A"},
        {(1, 2): "#REF!"},
    ]


@formats
def test_a_text_that_looks_like_an_error_is_one(build: Build) -> None:
    (sheet,) = read(build(Page([["#N/B", "#VERW! in de formule", "#deel/0!"]])))
    assert error_places(sheet) == {(1, 1): "#N/B", (1, 3): "#deel/0!"}


@with_merges
def test_merged_ranges(build: Build) -> None:
    rows = [["Jaar", "", "x"], ["2019", "a", "b"], ["", "c", "d"], ["", "e", "f"]]
    (sheet,) = read(build(Page(rows, merged=((0, 0, 0, 1), (1, 0, 3, 0)))))
    assert set(sheet.merged) == {MergedRange(1, 1, 1, 2), MergedRange(2, 1, 4, 1)}


def test_very_hidden_sheets_are_read() -> None:
    content = xlsx(Page([["a"]], "Open"), Page([["b"]], "Weg", hidden=True))
    book = openpyxl.load_workbook(BytesIO(content))
    book["Weg"].sheet_state = "veryHidden"
    assert [(s.name, s.hidden) for s in read(saved(book))] == [("Open", False), ("Weg", True)]


def test_a_format_on_the_last_cell_costs_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "a"
    book.active["XFD1048576"].number_format = "0.00"
    assert read(saved(book)) == [Sheet("Sheet", [["a"]])]


def test_empty_texts_below_the_table_are_no_content() -> None:
    (sheet,) = read(
        ods_of(
            '<table:table table:name="B"><table:table-row><table:table-cell '
            'office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
            'office:value-type="string"/></table:table-row></table:table>'
        )
    )
    assert sheet.rows == [["a"]]


def test_an_xls_formula_with_an_error_as_its_result() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Blad1")
    sheet.write(0, 0, "Uren")
    sheet.write(1, 0, xlwt.Formula("1/0"))
    content = bytearray(saved(book))
    # A FORMULA record: number, length, row 1, column 0, format; then its result, 8 bytes.
    (record,) = re.finditer(rb"\x06\x00.\x00\x01\x00\x00\x00", content, re.DOTALL)
    content[record.end() + 2 : record.end() + 10] = b"\x02\x00\x07\x00\x00\x00\xff\xff"
    assert error_places(read(bytes(content))[0]) == {(2, 1): "#DIV/0!"}


def test_row_numbers_hold_in_a_large_xls() -> None:
    rows = [[f"rij {number}", float(number)] for number in range(1, 3001)]
    (sheet,) = read(xls(Page(rows)))
    assert sheet.rows == rows


@pytest.mark.parametrize("build", FORMATS.values(), ids=FORMATS)
def test_a_sheet_that_comes_in_parts_is_whole(build: Build) -> None:
    rows: list[list[Any]] = [[f"rij {n}", float(n)] for n in range(5_003)]
    rows[5_001][1] = NA
    (sheet,) = read_file(build(Page([[], *rows])), "x", SETTINGS)
    assert sheet.first_row == 2
    assert sheet.rows == rows
    assert isinstance(sheet.rows[5_001][1], ErrorCell)


def test_a_long_cell_in_a_later_part_is_found_by_its_row() -> None:
    rows = [["a"]] * 5_001 + [["zes!!!"]]
    with pytest.raises(UnreadableFileError) as raised:
        read_file(xlsx(Page(rows)), "x", Settings(max_cell_length=5))
    assert "Rij 5002 " in str(raised.value)
