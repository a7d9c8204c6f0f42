"""What a spreadsheet shows of its cells besides their values."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import xlwt
from odf import style, table, text
from odf.number import Number, NumberStyle, Text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from data.reading import read_file
from data.reading.archive import Archive
from data.reading.binary_marks import BinaryStyles, read_xlsb_styles, xlsb_marks
from data.reading.number_formats import shows_nothing, words_of
from data.reading.xlsx_marks import HINTS, Styles, _struck_texts, xlsx_marks
from data.values.grid import Sheet
from data.values.marks import NO_MARKS
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import SETTINGS, archive, record, saved, wide, xlsb_sheet

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


def test_words_in_the_format_of_an_old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Blad1")
    for row, code in enumerate(['0.0" dagen"', "0%", '"€" #,##0.00', "[$$-409]#,##0", "0"]):
        sheet.write(row, 1, 2.5, xlwt.easyxf(num_format_str=code))
    assert read(saved(book)).marks.shown_as == {2: {"dagen": {1}, "%": {2}, "$": {4}}}


def test_words_in_the_format_of_a_binary_workbook() -> None:
    formats = record(44, struct.pack("<H", 164) + wide('0" min"'))
    styles = record(617) + record(47, struct.pack("<4H", 0, 164, 0, 0) + bytes(8)) + record(618)
    told = read_xlsb_styles(Archive(archive({"xl/styles.bin": formats + styles})))
    assert xlsb_marks(xlsb_sheet([["uren", 90.0]]), told).shown_as == {
        1: {"min": {1}}, 2: {"min": {1}},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('0.0"  dagen"', "dagen"), (r"0\ \u\u\r", "uur"), ("0%", "%"), ('"x 1.000" 0', "x 1.000"),
        ('#,##0.0 "mln"', "mln"), ('0.0,"k"', "÷1000"), ("#,##0.00", ""), ('"€" #,##0', ""),
        ("[$€-413] #,##0.00", ""), ("dd-mm-yyyy", ""), ("[h]:mm", ""), ("General", ""), ("@", ""),
        ("0.00E+00", ""),
        ('"$"#,##0.00', "$"),
        ("$#,##0", "$"),
        ('#,##0 "USD"', "USD"),
        ('_-"€" * #,##0.00_-', ""),
        ("[$€-413] #,##0", ""),
        ("[$-413]#,##0", ""), ('General" dagen"', "dagen"), ('@" dagen"', "dagen"), ('"± "0', "±"),
        ('[=1]0" dag";0" dagen"', "dag"), ('[>=4]0" uur";0" dagen"', "uur / dagen"),
        ('0":"00', "uu:mm"), (r"0\:00", "uu:mm"), ('0"u"00', "uu:mm"), ("000", ""),
        ("#,##0,", "÷1000"), ("0.00,,", "÷1000000"), ("-#,##0;#,##0", "-"), ("(#,##0)", "-"),
        ("#,##0;-#,##0", ""), ("_-* #,##0.00_-;-* #,##0.00_-", ""), ("[Red]-0;0", "-"),
        ("mmm-yy", "jjjj-mm"), ("[$-413]mmmm yyyy;@", "jjjj-mm"), ("yyyy", "jjjj"),
        ("mmmm", "jjjj-mm"), ("[mm]", ""), ("h:mm", ""), ("mm:ss", ""), ("d-mmm", ""), ("dddd", ""),
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


def test_words_of_styles_that_stand_apart_and_of_columns() -> None:
    minutes = NumberStyle(name="N2")
    minutes.addElement(Number(minintegerdigits=1))
    minutes.addElement(Text(text=" min"))
    book = OpenDocumentSpreadsheet()
    book.styles.addElement(minutes)
    in_minutes = style.Style(name="minutes", family="table-cell", datastylename="N2")
    book.automaticstyles.addElement(in_minutes)
    sheet = table.Table(name="Blad1")
    sheet.addElement(table.TableColumn(numbercolumnsrepeated=2))
    sheet.addElement(table.TableColumn(defaultcellstylename=in_minutes))
    row = table.TableRow()
    for place in range(4):
        told: dict[str, Any] = {"stylename": in_minutes} if not place else {}
        told |= (
            {"valuetype": "currency", "currency": "USD"} if place == 3 else {"valuetype": "float"}
        )
        cell = table.TableCell(value=90, **told)
        cell.addElement(text.P(text="90"))
        row.addElement(cell)
    sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    output = BytesIO()
    book.save(output)
    assert read(output.getvalue()).marks.shown_as == {
        1: {"min": {1}}, 3: {"min": {1}}, 4: {"USD": {1}},
    }  # fmt: skip


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


WHITE = {"rgb": "FFFFFFFF", "theme": Color(theme=0), "palette": Color(indexed=9)}


@pytest.mark.parametrize("colour", WHITE.values(), ids=WHITE)
def test_white_letters_on_white_paper_are_unseen(colour: object) -> None:
    def whiten(book: openpyxl.Workbook) -> None:
        book.active["B3"].font = Font(color=colour)
        book.active["B4"].font = Font(color=colour)
        book.active["B4"].fill = PatternFill("solid", fgColor="FF0000AA")

    assert read(workbook(whiten)).marks.unseen == {3: {2}}


@pytest.mark.parametrize("code", [";;;", '"";"";""', '"***"', '"ja";;"nee"'])
def test_a_format_that_shows_nothing(code: str) -> None:
    def empty(book: openpyxl.Workbook) -> None:
        book.active["B3"].number_format = code

    assert read(workbook(empty)).marks.unseen == {3: {2}}


@pytest.mark.parametrize(
    "code", ["0;;", "0.0;-0.0;", "0", "@", "General", "dd-mm-yyyy", '"€ "0', "[h]:mm"]
)
def test_a_format_that_shows_some_numbers(code: str) -> None:
    assert not shows_nothing(code)


def test_rules_of_format_that_strike_through() -> None:
    def add_rules(book: openpyxl.Workbook) -> None:
        struck, red = Font(strike=True), Font(color="FFFF0000")
        rules = book.active.conditional_formatting
        rules.add("A2:B4", FormulaRule(formula=['$A2="jan"'], font=red))
        rules.add("A2:B4", FormulaRule(formula=['$A2="feb"'], font=struck))
        rules.add("B2:B3", CellIsRule(operator="equal", formula=["2"], font=struck))

    found = read(workbook(add_rules)).marks.striking
    assert sorted(found) == [(2, 3, "B2=2"), (2, 4, '$A2="feb"')]


def test_the_colours_of_cells_and_of_letters() -> None:
    def paint(book: openpyxl.Workbook) -> None:
        book.active["A3"].fill = PatternFill("solid", fgColor="FFFF0000")
        book.active["A4"].fill = PatternFill("solid", fgColor="FFFFFFFF")
        book.active["B3"].font = Font(color="FF0070C0")
        book.active["B4"].font = Font(color="FF000000")
        book.active["D9"].fill = PatternFill("solid", fgColor=Color(theme=5))

    coloured = read(workbook(paint)).marks.coloured
    assert {row: sorted(cells) for row, cells in coloured.items()} == {3: [1, 2], 9: [4]}
    assert coloured[3] == {1: "FFFF0000", 2: "FF0070C0"}


def test_a_text_of_which_a_part_is_struck_through() -> None:
    def strike(book: openpyxl.Workbook) -> None:
        old = TextBlock(InlineFont(strike=True), "jan")
        book.active["A2"].value = CellRichText(old, " feb")
        book.active["A3"].value = CellRichText(TextBlock(InlineFont(b=True), "feb"))

    assert read(workbook(strike)).marks.struck == {2: {1}}


def test_shared_texts_of_which_a_part_is_struck_through() -> None:
    texts = b"<sst><si><t>a</t></si><si><r><rPr><strike/></rPr><t>b</t></r><r><t>c</t></r></si>"
    off = b'<si><r><rPr><strike val="0"/></rPr><t>d</t></r></si></sst>'
    styles = Styles(struck_texts=_struck_texts(texts + off))
    cells = b'<c r="A1" t="s"><v>0</v></c><c r="B1" s="3" t="s"><v>1</v></c>'
    cells += b'<c r="C1" t="s"><v>2</v></c>'
    assert xlsx_marks(cells, styles, ()).struck == {1: {2}}


def test_a_row_or_column_of_no_size_is_hidden() -> None:
    content = b'<cols><col min="2" max="3" width="0"/></cols><row r="4" ht="0" customHeight="1"/>'
    marks = xlsx_marks(content, Styles(), HINTS)
    assert (marks.hidden_rows, marks.hidden_columns) == ({4}, {2, 3})


def test_the_marks_of_an_old_xls() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Blad1")
    struck = xlwt.easyxf("font: struck_out on")
    white = xlwt.easyxf("font: colour white")
    on_blue = xlwt.easyxf("font: colour white; pattern: pattern solid, fore_colour blue")
    for row, dress in enumerate([None, struck, white, on_blue, None]):
        for column, cell in enumerate(["jan", row]):
            sheet.write(row, column, cell, *([dress] if dress else []))
    sheet.row(4).hidden = True
    sheet.col(3).hidden = True
    sheet.col(3).width = 300
    target = BytesIO()
    book.save(target)
    marks = read(target.getvalue()).marks
    assert (marks.hidden_rows, marks.hidden_columns) == ({5}, {4})
    assert (marks.struck, marks.unseen) == ({2: {1, 2}}, {3: {1, 2}})


def test_the_marks_of_an_xlsb() -> None:
    def row(number: int, look: int) -> bytes:
        return record(0, struct.pack("<IIH", number, 0, 300) + bytes([0, look, 0]) + b"\0" * 4)

    def cell(style: int) -> bytes:
        return record(5, struct.pack("<II", 1, style) + struct.pack("<d", 1.0))

    content = record(60, struct.pack("<4IH", 3, 4, 0, 0, 1)) + row(0, 0) + cell(1)
    content += row(1, 0x10) + cell(0) + row(2, 0) + cell(2)
    marks = xlsb_marks(content, BinaryStyles(struck={1}, unseen={2}))
    assert (marks.hidden_rows, marks.hidden_columns) == ({2}, {4, 5})
    assert (marks.struck, marks.unseen) == ({1: {2}}, {3: {2}})


def test_the_styles_of_an_xlsb() -> None:
    def font(look: int, colour: bytes) -> bytes:
        return record(43, struct.pack("<HHHHBBBB", 220, look, 400, 0, 0, 0, 0, 0) + colour)

    def style(font: int, fill: int) -> bytes:
        return record(47, struct.pack("<4H", 0, 0, font, fill) + b"\0" * 8)

    black, white = b"\x07\x01\0\0\0\0\0\xff", b"\x05\0\0\0\xff\xff\xff\xff"
    fonts = font(0, black) + font(8, black) + font(0, white) + font(0, b"\x07\0\0\0\0\0\0\xff")
    cells = style(0, 0) + style(1, 0) + style(2, 0) + style(2, 2) + style(3, 0)
    content = fonts + style(1, 0) + record(617) + cells + record(618)
    styles = read_xlsb_styles(Archive(archive({"xl/styles.bin": content})))
    assert (styles.struck, styles.unseen) == ({1}, {2, 4})


FAR = ["XFD1048576", "XFD3", "A1048576", "ZZ900000"]


@pytest.mark.parametrize("place", FAR)
def test_a_cell_far_away_is_left_out(place: str) -> None:
    def stray(book: openpyxl.Workbook) -> None:
        book.active[place] = " x"

    sheet = read(workbook(stray))
    assert (sheet.rows[-1], len(sheet.rows), sheet.marks.far) == (["mrt", 3], 4, (place,))


def test_a_cell_some_way_off_is_read() -> None:
    def stray(book: openpyxl.Workbook) -> None:
        book.active["C407"] = "x"

    sheet = read(workbook(stray))
    assert (len(sheet.rows), sheet.marks.far) == (407, ())


def test_many_cells_far_away_are_a_table() -> None:
    def below(book: openpyxl.Workbook) -> None:
        for row in range(1_000_000, 1_000_030):
            book.active[f"A{row}"] = row

    with pytest.raises(UnreadableFileError):
        read(workbook(below))
