from __future__ import annotations

from io import BytesIO

import openpyxl

from data.results import Fault, Heading, RejectedRow, SheetResult, Table
from reports.rejected import RejectedSheet, rejected_workbook
from texts import Message, use_language

IMPOSSIBLE = Message("'{value}' is no date.", {"value": "31-02-2019"})
TABLE = Table(
    "usage",
    5,
    (Heading(1, "Datum", "date"), Heading(2, "Afd.", "department"), Heading(4, "", None)),
)


def result(*rows: RejectedRow) -> SheetResult:
    return SheetResult("Blad1", table=TABLE, rejected_rows=rows)


ROW_17 = RejectedRow(
    17,
    ("", "31-02-2019", "=1+1", "", "los"),
    (Fault(17, "Datum", "31-02-2019", IMPOSSIBLE), Fault(17, "Uren", "", Message("No hours."))),
)


def test_each_row_stands_there_whole_with_its_reasons() -> None:
    with use_language("en"):
        content = rejected_workbook([RejectedSheet.of(result(ROW_17))], "gebruik.xlsx")
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["About", "Blad1"]
    assert book["About"]["A1"].value == "Rejected rows of gebruik.xlsx"
    assert [[c.value for c in row] for row in book["Blad1"].iter_rows()] == [
        ["Row in the file", "What is wrong", "Datum", "Afd.", None],
        [17, "Datum: '31-02-2019' is no date.\nUren: No hours.", "31-02-2019", "=1+1", "los"],
    ]


def test_only_the_faulty_cell_is_coloured_and_commented() -> None:
    with use_language("en"):
        content = rejected_workbook([RejectedSheet.of(result(ROW_17))], "a.xlsx")
    date, department = openpyxl.load_workbook(BytesIO(content))["Blad1"][2][2:4]
    assert date.fill.fgColor.rgb == "FFFFD9A0"
    assert date.comment.text == "'31-02-2019' is no date."
    assert department.fill.fill_type is None
    assert department.comment is None
    assert department.data_type == "s"


def test_a_sheet_without_rejected_rows_is_left_out() -> None:
    content = rejected_workbook([RejectedSheet.of(result())], "a.xlsx")
    assert len(openpyxl.load_workbook(BytesIO(content)).sheetnames) == 1


def test_a_row_shorter_than_the_headings_is_filled_up() -> None:
    short = RejectedRow(9, ("", "2019"), (Fault(9, "Afd.", "", Message("Empty.")),))
    content = rejected_workbook([RejectedSheet.of(result(short))], "a.xlsx")
    cells = openpyxl.load_workbook(BytesIO(content))["Blad1"][2]
    assert [c.value for c in cells] == [9, "Afd.: Empty.", "2019", None]
    assert cells[3].fill.fgColor.rgb == "FFFFD9A0"


def test_the_workbook_is_in_the_language_in_force() -> None:
    with use_language("nl"):
        content = rejected_workbook([RejectedSheet.of(result(ROW_17))], "a.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(content))["Blad1"]
    assert [c.value for c in sheet[1]][:2] == ["Rij in het bestand", "Wat er mis is"]


def test_two_sheets_of_one_name_both_come_through() -> None:
    sheets = [RejectedSheet("Blad", ("a",), (RejectedRow(2, ("x",), ()),))] * 2
    book = openpyxl.load_workbook(BytesIO(rejected_workbook(sheets, "a.xlsx")))
    assert book.sheetnames[1:] == ["Blad", "Blad (2)"]
