from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from data.cells.cell import Cell, ErrorCell
from data.doubts.rows.messages import ROW_HIDDEN, ROW_STRUCK
from data.mending.mark import TITLE, find_mark, taken_apart
from data.reading import read_file
from data.settings import Settings
from data.values.found_table import Heading, Table
from data.values.grid import MergedRange, Sheet
from data.values.results import Fault, RejectedRow, SheetResult, left_out, rejected
from reports.mendable import MendableSheet
from reports.rejected import MAX_COMMENTS, mending_workbook
from tests.saying import told
from texts import use_language

IMPOSSIBLE = told("'{value}' is no date.", value="31-02-2019")
HEADINGS = (Heading(0, "Datum", "date"), Heading(1, "Afd.", "department"), Heading(3, "Uren", None))
ROW_7 = RejectedRow(
    7,
    ("31-02-2019", "=1+1", "", "-2"),
    (Fault(7, "Datum", "31-02-2019", IMPOSSIBLE), Fault(7, "Uren", "-2", told("Too few."))),
)
# Starts in B3: a title, a blank row, the headings in row 5, three rows and a total.
SHEET = Sheet(
    "Blad1",
    [
        ["Gebruik 2019"],
        [],
        ["Datum", "Afd.", "", "Uren"],
        [dt.date(2019, 4, 3), "Jeugd", "", 7.5],
        ["31-02-2019", "=1+1", "", -2],
        ["Totaal", "", "", 5.5],
    ],
    first_row=3,
    first_column=2,
)


def result(*rows: RejectedRow) -> SheetResult:
    return SheetResult("Blad1", table=Table("usage", 5, HEADINGS), rejected_rows=rejected(rows))


def made(*sheets: MendableSheet, language: str = "en") -> bytes:
    with use_language(language):
        return mending_workbook(sheets, file_name="gebruik.xlsx", sha256="a" * 64, notes=["Mend."])


def whole(*rows: RejectedRow, sheet: Sheet = SHEET) -> MendableSheet:
    return MendableSheet.of(sheet, [result(*rows)], lambda row: row)


def opened(content: bytes, name: str = "Blad1") -> Worksheet:
    return openpyxl.load_workbook(BytesIO(content))[name]


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_row_stands_where_it_stood_with_the_reason_to_the_right() -> None:
    reason = "Datum: '31-02-2019' is no date.\nUren: Too few."
    assert values(opened(made(whole(ROW_7))))[2:] == [
        [None, "Gebruik 2019", None, None, None, None, None],
        [None, None, None, None, None, None, None],
        [None, "Datum", "Afd.", None, "Uren", "Row in the file", "What is wrong"],
        [None, dt.datetime(2019, 4, 3), "Jeugd", None, 7.5, 6, None],
        [None, "31-02-2019", "=1+1", None, -2, 7, reason],
        [None, "Totaal", None, None, 5.5, 8, None],
    ]


def test_the_workbook_opens_with_what_to_do_and_in_the_language_in_force() -> None:
    book = openpyxl.load_workbook(BytesIO(made(whole(ROW_7), language="nl")))
    assert book.sheetnames == ["Toelichting", "Blad1", TITLE]
    assert book[TITLE].sheet_state == "veryHidden"
    assert values(book["Toelichting"]) == [["Afgekeurde rijen uit gebruik.xlsx"], ["Mend."]]
    assert [c.value for c in book["Blad1"][5]][-2:] == ["Rij in het bestand", "Wat er mis is"]


def test_only_the_faulty_cells_are_coloured_and_commented() -> None:
    date, department, _, hours = opened(made(whole(ROW_7)))[7][1:5]
    assert [c.fill.fgColor.rgb for c in (date, hours)] == ["FFFFD9A0"] * 2
    assert date.comment.text == "'31-02-2019' is no date."
    assert department.fill.fill_type is None
    assert (department.comment, department.data_type) == (None, "s")


def test_a_faulty_cell_that_is_empty_is_coloured_too() -> None:
    short = RejectedRow(7, ("31-02-2019",), (Fault(7, "Uren", "", told("Empty.")),))
    sheet = Sheet("Blad1", [*SHEET.rows[:4], ["31-02-2019"]], 3, 2)
    assert opened(made(whole(short, sheet=sheet)))["E7"].comment.text == "Empty."


def test_the_filter_shows_the_rows_with_a_reason_only() -> None:
    sheet = opened(made(whole(ROW_7)))
    hidden = [number for number, row in sheet.row_dimensions.items() if row.hidden]
    assert hidden == [6, 8]
    assert sheet.auto_filter.ref == "B5:G8"
    (chosen,) = sheet.auto_filter.filterColumn
    assert (chosen.colId, chosen.customFilters.customFilter[0].operator) == (5, "notEqual")
    assert sheet.freeze_panes == "A6"


def test_headings_far_down_are_not_frozen() -> None:
    far = Sheet("Blad1", SHEET.rows, first_row=40)
    table = Table("usage", 42, HEADINGS)
    found = MendableSheet.of(far, [SheetResult("Blad1", table=table)], lambda row: row)
    assert opened(made(found)).freeze_panes is None


def test_a_row_that_somebody_left_out_has_nothing_to_mend() -> None:
    row = RejectedRow(7, ROW_7.cells, (Fault(7, "Afd.", "=1+1", left_out("=1+1")),))
    assert values(opened(made(whole(row))))[6][-1] is None


def test_two_tables_under_each_other_share_the_added_columns() -> None:
    rows: list[list[Cell]] = [["Datum"], ["x"], [], ["Jaar"], ["y"]]
    tables = [
        SheetResult("Blad1", table=Table("usage", 1, (Heading(0, "Datum", "date"),))),
        SheetResult(
            "Blad1",
            table_number=2,
            table=Table("budget", 4, (Heading(0, "Jaar", "year"),)),
            rejected_rows=rejected([RejectedRow(5, ("y",), (Fault(5, "Jaar", "y", told("No.")),))]),
        ),
    ]
    sheet = opened(made(MendableSheet.of(Sheet("Blad1", rows), tables, lambda row: row)))
    assert values(sheet) == [
        ["Datum", "Row in the file", "What is wrong"],
        ["x", 2, None],
        [None, None, None],
        ["Jaar", "Row in the file", "What is wrong"],
        ["y", 5, "Jaar: No."],
    ]
    assert [n for n, row in sheet.row_dimensions.items() if row.hidden] == [2, 3]


def test_more_comments_than_excel_likes_are_left_out_but_never_a_colour() -> None:
    rows = tuple(
        RejectedRow(n, ("x",), (Fault(n, "Datum", "x", IMPOSSIBLE),))
        for n in range(6, MAX_COMMENTS + 8)
    )
    sheet = opened(made(MendableSheet.kept("Blad1", HEADINGS, rows)))
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert sum(cell.comment is not None for cell in cells) == MAX_COMMENTS
    assert all(cell.fill.fgColor.rgb == "FFFFD9A0" for cell in cells)


def test_rejected_rows_that_were_kept_stand_under_their_headings() -> None:
    sheet = opened(made(MendableSheet.kept("Blad1", HEADINGS, [ROW_7])))
    reason = "Datum: '31-02-2019' is no date.\nUren: Too few."
    assert values(sheet) == [
        ["Datum", "Afd.", None, "Uren", "Row in the file", "What is wrong"],
        ["31-02-2019", "=1+1", None, "-2", 7, reason],
    ]
    assert sheet["A2"].comment.text == "'31-02-2019' is no date."


def test_kept_rows_that_were_hidden_or_struck_through_stay_so() -> None:
    rows = [
        RejectedRow(n, ("03-04-2019", "Jeugd", "", "2"), (Fault(n, "", "", reason),))
        for n, reason in ((7, ROW_HIDDEN()), (8, ROW_STRUCK()), (9, told("Too few.")))
    ]
    read = read_file(made(MendableSheet.kept("Blad1", HEADINGS, rows)), "a.xlsx", Settings())
    mark = find_mark(read)
    assert mark
    (found,) = taken_apart(read, mark)
    assert found.sheet.marks.hidden_rows == {2}
    assert found.sheet.marks.struck == {3: {1, 2, 3, 4}}


def test_two_sheets_of_one_name_both_come_through() -> None:
    kept = MendableSheet.kept("Blad", HEADINGS, [ROW_7])
    content = made(kept, kept)
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames[1:3] == ["Blad", "Blad (2)"]
    mark = find_mark(read_file(content, "a.xlsx", Settings()))
    assert mark
    assert [(s.title, s.sheet) for s in mark.sheets] == [("Blad", "Blad"), ("Blad (2)", "Blad")]


CELLS: list[Cell] = [
    "tekst", "=1+1", "+31 6", "-", "@x", "'s-Hertogenbosch", "0363", " spatie ", "é€😀", "a\nb",
    "<b>&amp;</b>", ErrorCell("#N/A"), 1.0, -2.5, 0.1, 1e15, 123456789.123, True, False,
    dt.date(2019, 4, 3), dt.datetime(2019, 4, 3, 10, 15), dt.datetime(2019, 4, 3, 23, 59, 59),
    dt.time(7, 30), dt.timedelta(hours=27, minutes=30), dt.timedelta(hours=1),
]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS, ids=repr)
def test_every_cell_comes_back_as_it_was(cell: Cell) -> None:
    rows: list[list[Cell]] = [["Datum", "Afd.", "", "Uren"], ["x", cell, "", "y"]]
    sheet = Sheet("Blad1", rows, first_row=5, first_column=3)
    read = read_file(made(whole(sheet=sheet)), "a.xlsx", Settings())
    mark = find_mark(read)
    assert mark
    (found,) = taken_apart(read, mark)
    assert found.sheet.rows == rows
    assert type(found.sheet.rows[1][1]) is type(cell)
    assert (found.sheet.first_row, found.sheet.first_column) == (5, 3)
    assert [found.origin(row) for row in (5, 6)] == [None, 6]


@pytest.mark.parametrize("cell", [dt.date(1899, 5, 1), dt.timedelta(hours=-2)], ids=repr)
def test_a_moment_that_excel_has_no_number_for_becomes_text(cell: Cell) -> None:
    sheet = Sheet("Blad1", [["Datum"], [cell]], first_row=5)
    assert isinstance(opened(made(whole(sheet=sheet)))["A6"].value, str)


def test_a_cell_merged_downwards_is_repeated_since_its_first_row_may_be_hidden() -> None:
    rows: list[list[Cell]] = [["Datum", "Afd."], ["x", "Jeugd"], ["y", ""]]
    sheet = Sheet("Blad1", rows, first_row=5, merged=(MergedRange(6, 2, 7, 2),))
    assert opened(made(whole(sheet=sheet)))["B7"].value == "Jeugd"


def test_merged_headings_stay_merged() -> None:
    rows: list[list[Cell]] = [["2018", "", "2019"], ["Datum", "Afd.", "", "Uren"], ["x"]]
    sheet = Sheet("Blad1", rows, first_row=4, merged=(MergedRange(4, 1, 4, 2),))
    read = read_file(made(whole(sheet=sheet)), "a.xlsx", Settings())
    assert [s.merged for s in read if s.name == "Blad1"] == [sheet.merged]
