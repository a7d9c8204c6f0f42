"""What a spreadsheet shows of its cells besides their values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from odf import style, table, text
from odf.number import Number, NumberStyle, Text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.styles import Font

from data.reading import read_file
from data.reading.number_formats import words_of
from data.values.grid import Sheet
from data.values.marks import NO_MARKS
from tests.data.reading.builders import SETTINGS, saved

ROWS = [["Datum", "Uren"], ["jan", 1], ["feb", 2], ["mrt", 3]]


def read(content: bytes) -> Sheet:
    (sheet,) = read_file(content, "bestand", SETTINGS)
    return sheet


def workbook(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    change(book)
    return saved(book)


def test_a_plain_sheet_has_none() -> None:
    assert read(workbook(lambda book: None)).marks == NO_MARKS


def test_hidden_rows_and_columns() -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["B"].hidden = True

    marks = read(workbook(hide)).marks
    assert marks.hidden_rows == {3}
    assert not marks.filtered
    assert marks.hidden_columns == {2}


def test_rows_hidden_by_a_filter() -> None:
    def filter_(book: openpyxl.Workbook) -> None:
        book.active.auto_filter.ref = "A1:B4"
        book.active.row_dimensions[2].hidden = True

    marks = read(workbook(filter_)).marks
    assert marks.hidden_rows == {2}
    assert marks.filtered


def test_struck_through() -> None:
    def strike(book: openpyxl.Workbook) -> None:
        for cell in book.active[3]:
            cell.font = Font(strike=True)
        book.active["A2"].font = Font(strike=False, bold=True)

    assert read(workbook(strike)).marks.struck == {3: {1, 2}}


def test_formulas_without_an_outcome() -> None:
    def work_out(book: openpyxl.Workbook) -> None:
        book.active["B2"] = "=1+1"
        book.active["B4"] = "=B2*2"

    assert read(workbook(work_out)).marks.unworked == {2: {2}, 4: {2}}


def test_words_in_the_format_of_a_number() -> None:
    def format_(book: openpyxl.Workbook) -> None:
        book.active["B2"].number_format = '0.0" dagen"'
        book.active["B3"].number_format = '"€" #,##0.00'
        book.active["B4"].number_format = "0%"

    assert read(workbook(format_)).marks.shown_as == {2: {"dagen": {2}, "%": {4}}}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('0.0"  dagen"', "dagen"), (r"0\ \u\u\r", "uur"), ("0%", "%"), ('"x 1.000" 0', "x 1.000"),
        ('#,##0.0 "mln"', "mln"), ('0.0,"k"', ""), ("#,##0.00", ""), ('"€" #,##0', ""),
        ("[$€-413] #,##0.00", ""), ("dd-mm-yyyy", ""), ("[h]:mm", ""), ("General", ""), ("@", ""),
        ("0.00E+00", ""),
    ],
)  # fmt: skip
def test_words_of_a_format(code: str, words: str) -> None:
    assert words_of(code) == words


def test_days_that_count_from_1904() -> None:
    def move(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    assert read(workbook(move)).marks.from_1904


def open_document() -> bytes:
    """Rows of which one is filtered out, a column hidden, a cell struck through, one in days."""
    book = OpenDocumentSpreadsheet()
    struck = style.Style(name="struck", family="table-cell")
    struck.addElement(style.TextProperties(textlinethroughstyle="solid"))
    days = NumberStyle(name="N1")
    days.addElement(Number(minintegerdigits=1))
    days.addElement(Text(text=" dagen"))
    in_days = style.Style(name="days", family="table-cell", datastylename="N1")
    for element in (struck, days, in_days):
        book.automaticstyles.addElement(element)
    sheet = table.Table(name="Blad1")
    sheet.addElement(table.TableColumn())
    sheet.addElement(table.TableColumn(visibility="collapse"))
    for number, values in enumerate(ROWS):
        row = table.TableRow(visibility="filter") if number == 2 else table.TableRow()
        for place, value in enumerate(values):
            attributes = {"stylename": struck} if (number, place) == (1, 0) else {}
            if (number, place) == (3, 1):
                attributes = {"stylename": in_days}
            if isinstance(value, int):
                attributes |= {"valuetype": "float", "value": value}
            cell = table.TableCell(**attributes)
            cell.addElement(text.P(text=str(value)))
            row.addElement(cell)
        sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def test_an_open_document_tells_the_same() -> None:
    marks = read(open_document()).marks
    assert (marks.hidden_rows, marks.filtered, marks.hidden_columns) == ({3}, True, {2})
    assert marks.struck == {2: {1}}
    assert marks.shown_as == {2: {"dagen": {4}}}


def test_a_duration_of_an_open_document() -> None:
    book = OpenDocumentSpreadsheet()
    sheet = table.Table(name="Blad1")
    row = table.TableRow()
    for value in ("PT30H00M00S", "PT1H30M00S"):
        row.addElement(table.TableCell(valuetype="time", timevalue=value))
    sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    output = BytesIO()
    book.save(output)
    assert read(output.getvalue()).rows == [[dt.timedelta(hours=30), dt.time(1, 30)]]


def test_a_wide_sheet_leaves_the_others_as_they_are() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Datum", "Uren"])
    book.create_sheet("Breed").append([f"Veld {number}" for number in range(1_200)])
    good, wide = read_file(saved(book), "bestand", SETTINGS)
    assert good.rows == [["Datum", "Uren"]]
    assert good.refused is None
    assert wide.rows == []
    assert wide.refused is not None


LINES = ["Datum;Afdeling;Uren", '01-02-2019;"Jeugd; sport";1,5', "02-02-2019;Wonen;2"]
TABLE = [line.split(";") for line in ("Datum;Afdeling;Uren", "02-02-2019;Wonen;2")]


@pytest.mark.parametrize("parted", [False, True], ids=["whole", "parted at commas"])
def test_a_text_in_one_column_of_a_workbook(parted: bool) -> None:
    book = openpyxl.Workbook()
    for line in LINES:
        cells = line.split(",") if parted else [line]
        book.active.append([int(cell) if cell.isdigit() else cell for cell in cells])
    rows = read(saved(book)).rows
    assert [rows[0], rows[2]] == TABLE
    assert rows[1] == ["01-02-2019", "Jeugd; sport", "1,5"]
