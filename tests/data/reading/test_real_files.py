"""Odd workbooks that others made; they stand beside the repository where it is developed."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from data.cells.cell import ErrorCell
from data.reading import read_file
from data.values.grid import MergedRange, Sheet
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import REAL_FILES, SETTINGS

FILES = sorted(path for path in REAL_FILES.glob("*") if path.is_file() and path.suffix != ".md")

pytestmark = pytest.mark.skipif(not FILES, reason="no folder with real files beside the repository")


def read(name: str) -> list[Sheet]:
    return read_file((REAL_FILES / name).read_bytes(), name, SETTINGS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_ends_in_sheets_or_a_sentence(path: Path) -> None:
    start = time.monotonic()
    try:
        sheets, said = read(path.name), None
    except UnreadableFileError as fault:
        sheets, said = [], str(fault)
    assert all(isinstance(sheet, Sheet) for sheet in sheets)
    assert said is None or path.name in said
    assert time.monotonic() - start < 20


REFUSED = {
    "pass_protected.xlsx": "wachtwoord",
    "pass_protected.xlsb": "wachtwoord",
    "pass_protected.ods": "wachtwoord",
    "issue_385.xls": "wachtwoord",
    "OOM_alloc3.xls": "beschadigd",
    "issue252.xlsx": "beschadigd",
    "issue_594_dos.ods": "te groot om in te lezen",
}


@pytest.mark.parametrize(("name", "said"), REFUSED.items(), ids=REFUSED)
def test_refused(name: str, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=said):
        read(name)


FIRST_DAYS = [[dt.date(2021, 1, 1), 15.0], [dt.date(2021, 1, 2), 16.0]]


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls"])
@pytest.mark.parametrize("name", ["date", "date_1904"])
def test_both_calendars_give_the_same_days(name: str, kind: str) -> None:
    (sheet,) = read(f"{name}.{kind}")
    assert sheet.rows[:2] == FIRST_DAYS


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "xls"])
def test_hidden_sheets_are_read_and_charts_are_not(kind: str) -> None:
    assert [(sheet.name, sheet.hidden) for sheet in read(f"any_sheets.{kind}")] == [
        ("Visible", False),
        ("Hidden", True),
        ("VeryHidden", True),
    ]


def test_error_cells() -> None:
    sheet = read("errors.xlsx")[0]
    codes = ["#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"]
    assert sheet.rows == [[code] for code in codes]
    assert all(type(row[0]) is ErrorCell for row in sheet.rows)


MERGED = {
    "merge_cells.xlsx": {(1, 1, 1, 2), (2, 1, 4, 1), (2, 2, 4, 4)},
    "merge_cells.xls": {(1, 1, 1, 2), (2, 1, 4, 1), (2, 2, 4, 4)},
    "merged_cells.ods": {(2, 1, 3, 1)},
}


@pytest.mark.parametrize(("name", "expected"), MERGED.items(), ids=MERGED)
def test_merged_ranges(name: str, expected: set[tuple[int, int, int, int]]) -> None:
    assert set(read(name)[0].merged) == {MergedRange(*corners) for corners in expected}


PLACES = {"header-row.xlsx": (3, 1), "temperature-in-middle.xlsx": (4, 2), "issue_271.xls": (3, 2)}


@pytest.mark.parametrize(("name", "place"), PLACES.items(), ids=PLACES)
def test_the_first_cell_knows_its_place(name: str, place: tuple[int, int]) -> None:
    sheet = read(name)[0]
    assert (sheet.first_row, sheet.first_column) == place


def test_a_package_with_its_parts_in_unusual_places() -> None:
    assert len(read("minimal_package.xlsx")[0].rows) == 196
    assert read("issue_530.xlsx")[0].name == "出勤分类组织汇总表"


def test_texts_of_public_data() -> None:
    (sheet,) = read("nl-gemeenteklassen-2024.csv")
    assert (len(sheet.rows), len(sheet.rows[0])) == (343, 5)
    (sheet,) = read("nl-iv3-begroting-2024-eerste-2000.csv")
    assert (len(sheet.rows), len(sheet.rows[0])) == (2000, 11)
    assert sheet.rows[2][1] == "0.10 Mutaties reserves"
