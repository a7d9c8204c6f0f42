"""Tables of web pages and XML workbooks of Excel 2003 that call themselves .xls."""

from __future__ import annotations

import datetime as dt

import pytest

from data.reading.files import read_file
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import SETTINGS

PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style>td {mso-number-format:"0"}</style></head><body><h1>Gebruik</h1>
<table border=1><tr><th>Datum</th><th colspan="2">Wie&nbsp;wat</th><th>Uren</th></tr>
<tr><td rowspan=2>04-03-2019</td><td>Zorg &amp; Welzijn</td><td>Wonen<br>Energie</td>
<td>2,5</td></tr>
<tr style="display:none"><td><s>Sport</s></td><td>Jeugd</td><td>1</td></tr></table>
<table><tr><td>ander</td></tr></table></body></html>"""

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1">
 <Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Lijst"><Table>
<Row><Cell><Data ss:Type="String">Datum</Data></Cell>
<Cell><Data ss:Type="String">Uren</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="DateTime">2019-03-04T00:00:00.000</Data></Cell>
<Cell ss:StyleID="s1"><Data ss:Type="Number">2.5</Data></Cell>
<Cell ss:Index="5" ss:MergeDown="1"><Data ss:Type="Boolean">1</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="Number">7</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_a_table_of_a_web_page() -> None:
    first, second = read_file(PAGE.encode(), "uitdraai.xls", SETTINGS)
    assert first.rows == [
        ["Gebruik"],
        ["Datum", "Wie wat", "", "Uren"],
        ["04-03-2019", "Zorg & Welzijn", "Wonen\nEnergie", "2,5"],
        ["", "Sport", "Jeugd", "1"],
    ]
    assert [(a.first_row, a.first_column, a.last_row, a.last_column) for a in first.merged] == [
        (2, 2, 2, 3), (3, 1, 4, 1),
    ]  # fmt: skip
    assert first.marks.hidden_rows == {4}
    assert first.marks.struck == {4: {2}}
    assert (first.name, second.name, second.rows) == ("Tabel 1", "Tabel 2", [["ander"]])


def test_an_xml_workbook_of_excel_2003() -> None:
    (sheet,) = read_file(BOOK.encode(), "export.xls", SETTINGS)
    assert sheet.rows == [
        ["Datum", "Uren"], [], [dt.date(2019, 3, 4), 2.5, "", "", True], [7],
    ]  # fmt: skip
    assert (sheet.name, sheet.marks.hidden_rows, sheet.marks.struck) == ("Lijst", {4}, {3: {2}})
    assert sheet.merged[0].last_row == 4


_EMPTY = BOOK[: BOOK.index("<Row>")] + "</Table></Worksheet></Workbook>"
_ENTITIES = BOOK.replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook')
_WIDE = "<table><tr>" + "<td colspan=900 rowspan=900>a</td>" * 3
HOSTILE = {
    "no table": ("<html><body><p>Gebruik</p></body></html>", "file_is_web_page"),
    "an empty book": (_EMPTY, "file_is_excel_xml"),
    "entities": (_ENTITIES, "file_with_declarations"),
    "cut off": (BOOK[:700], "file_damaged"),
    "a far cell": (BOOK.replace('Index="5"', 'Index="99999"'), "sheet_with_too_many_columns"),
    "a far row": (BOOK.replace('Index="3"', 'Index="9999999"'), "sheet_with_too_many_rows"),
    "wide cells": (_WIDE, "sheet_with_too_many_columns"),
}


@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_read(text: str, code: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_file(text.encode(), "export.xls", SETTINGS)
    assert refused.value.message.code == code


FORMATTED = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="0&quot; dagen&quot;"/></Style></Styles>
<Worksheet ss:Name="Blad1"><Table><Row><Cell><Data ss:Type="String">Uren</Data></Cell></Row>
<Row><Cell ss:StyleID="d"><Data ss:Type="Number">2</Data></Cell></Row>
<Row ss:StyleID="d"><Cell><Data ss:Type="Number">3</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_the_words_that_a_format_of_excel_2003_adds_are_kept() -> None:
    (sheet,) = read_file(FORMATTED.encode(), "export.xls", SETTINGS)
    assert sheet.marks.shown_as == {1: {"dagen": {2, 3}}}


@pytest.mark.parametrize(
    "above", ["<h2>Geannuleerd</h2><table>", "<p>Geannuleerd</p><table>",
              "<table><caption>Geannuleerd</caption>"],
)  # fmt: skip
def test_the_line_above_a_table_of_a_page_is_its_title(above: str) -> None:
    page = f"<html><body>{above}<tr><td>a</td></tr></table></body></html>"
    (sheet,) = read_file(page.encode(), "export.xls", SETTINGS)
    assert sheet.rows == [["Geannuleerd"], ["a"]]


_ROW = "<tr><td>Financiën</td><td>€ 2</td></tr>"
CHARACTERS = {
    "told as Latin-1": ('<meta charset="iso-8859-1">', "cp1252"),
    "told wrongly": ('<meta charset="iso-8859-1">', "utf-8"),
    "not told": ("", "utf-8"),
    "of Windows and not told": ("", "cp1252"),
    "wide": ("", "utf-16"),
}


@pytest.mark.parametrize(("head", "encoding"), CHARACTERS.values(), ids=CHARACTERS)
def test_the_characters_of_a_page(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><table>{_ROW}</table></body></html>"
    (sheet,) = read_file(page.encode(encoding), "export.xls", SETTINGS)
    assert sheet.rows == [["Financiën", "€ 2"]]


def test_a_wide_xml_workbook_of_excel_2003() -> None:
    content = BOOK.replace('"1.0"?>', '"1.0" encoding="UTF-16"?>', 1).encode("utf-16")
    (sheet,) = read_file(content, "export.xls", SETTINGS)
    assert sheet.rows[0] == ["Datum", "Uren"]


@pytest.mark.parametrize(
    ("page", "hidden", "struck"),
    [
        ("<col><col style='display: none'><tr><td>a<td>b", {2}, {}),
        ("<tr><td>a<td style='DISPLAY:none'>b", {2}, {}),
        ("<tr><td>a<td style='text-decoration: line-through'>b", set(), {1: {2}}),
        ("<tr style='text-decoration:line-through'><td>a<td>b", set(), {1: {1, 2}}),
        ("<tr><td>a<td style='color:red'>b", set(), {}),
    ],
)  # fmt: skip
def test_what_the_look_of_a_page_says(
    page: str, hidden: set[int], struck: dict[int, set[int]]
) -> None:
    (sheet,) = read_file(f"<table>{page}</table>".encode(), "export.xls", SETTINGS)
    assert (sheet.marks.hidden_columns, sheet.marks.struck) == (hidden, struck)


def test_hidden_columns_formulas_and_styles_of_excel_2003() -> None:
    styles = '<Style ss:ID="s2" ss:Parent="s1"/><Style ss:ID="s3" ss:Parent="s1">'
    styles += '<Font ss:StrikeThrough="0"/></Style></Styles>'
    cells = '<Cell ss:StyleID="s2"><Data ss:Type="Number">1</Data></Cell>'
    cells += '<Cell ss:StyleID="s3"><Data ss:Type="Number">1</Data></Cell><Cell ss:Formula="=1"/>'
    columns = '<Column/><Column ss:Index="4" ss:Span="1" ss:Hidden="1"/><Column ss:Hidden="1"/>'
    book = BOOK.replace("</Styles>", styles).replace(
        "<Table>", f"<Table>{columns}<Row>{cells}</Row>"
    )
    (sheet,) = read_file(book.encode(), "export.xls", SETTINGS)
    assert sheet.marks.hidden_columns == {4, 5, 6}
    assert sheet.marks.struck[1] == {1}
    assert sheet.marks.unworked == {1: {3}}


def test_of_thousands_of_tables_no_more_is_read_than_there_may_be_sheets() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_file(f"<html>{20_000 * '<table><tr><td>a</td></tr></table>'}".encode(), "x", SETTINGS)
    assert refused.value.message.code == "file_with_too_many_sheets"
