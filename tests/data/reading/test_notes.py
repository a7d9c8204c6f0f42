"""What people wrote over a sheet: notes at cells, threads, text boxes, the margins of the print."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from odf import office, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from data.reading import read_file
from data.reading.binary_marks import _XlsTexts
from data.reading.notes import margin, tidy
from data.reading.sheet_marks import SheetMarks
from data.values.marks import Marks
from tests.data.reading.builders import SETTINGS, saved

ROWS = [["Datum", "Uren"], ["jan", 1], ["feb", 2], ["mrt", 3]]


def marks_of(content: bytes) -> Marks:
    (sheet,) = read_file(content, "bestand", SETTINGS)
    return sheet.marks


def book() -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    for row in ROWS:
        made.active.append(row)
    return made


def with_note(text: str) -> bytes:
    made = book()
    made.active["B3"].comment = Comment(text, "Piet")
    return saved(made)


@pytest.mark.parametrize("text", ["moet 3 zijn", "Piet de Vries:\nmoet 3 zijn"])
def test_a_note_at_a_cell(text: str) -> None:
    assert marks_of(with_note(text)).notes == {3: {2: "moet 3 zijn"}}


def with_parts(content: bytes, parts: Mapping[str, str], relations: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("sheet1.xml.rels"):
                part = part.replace("</Relationships>", f"{relations}</Relationships>")
            new.writestr(name, part)
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


LACKING = (
    "[Threaded comment] https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    dubbel"
)
THREAD = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
    'threadedcomments"><threadedComment ref="B3" id="1"><text>dubbel?</text></threadedComment>'
    '<threadedComment ref="B3" id="2" parentId="1"><text>ja</text></threadedComment>'
    "</ThreadedComments>"
)
RELATION = (
    '<Relationship Id="t1" Target="../threadedComments/threadedComment1.xml" Type='
    '"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/>'
)


def test_a_thread_goes_before_the_note_that_says_what_older_versions_lack() -> None:
    parts = {"xl/threadedComments/threadedComment1.xml": THREAD}
    content = with_parts(with_note(LACKING), parts, RELATION)
    assert marks_of(content).notes == {3: {2: "dubbel? / ja"}}


def test_a_thread_of_which_only_that_note_is_left() -> None:
    assert marks_of(with_note(LACKING)).notes == {3: {2: "dubbel"}}


def test_a_damaged_part_with_notes_refuses_no_sheet() -> None:
    parts = {"xl/threadedComments/threadedComment1.xml": "<ThreadedComments><threaded"}
    content = with_parts(with_note("dubbel"), parts, RELATION)
    assert marks_of(content).notes == {3: {2: "dubbel"}}


def test_a_text_box_over_the_table() -> None:
    target = BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet()
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    sheet.insert_textbox("B2", "CONCEPT\nalleen geel telt")
    made.close()
    assert marks_of(target.getvalue()).said == ("CONCEPT alleen geel telt",)


def test_the_margins_of_the_print() -> None:
    made = book()
    made.active.oddHeader.center.text = "CONCEPT"
    made.active.oddHeader.center.size = 36
    made.active.oddFooter.right.text = "Pagina &P van &N"
    assert marks_of(saved(made)).said == ("CONCEPT",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('&L&"Arial,Bold"&12Concept&RPagina &P van &N', ["Concept"]),
        ("&C&K01+000Voorlopig", ["Voorlopig"]),
        ("&L&D &T&C&F&R&A", []),
        ("Jeugd && Zorg", ["Jeugd & Zorg"]),
    ],
)
def test_a_margin_without_its_fields(text: str, parts: list[str]) -> None:
    assert list(margin(text)) == parts


def test_what_is_shown_to_who_fills_in_a_cell() -> None:
    made = book()
    rule = DataValidation(type="decimal", showInputMessage=True, prompt="in dagdelen")
    rule.add("B2:B9")
    made.active.add_data_validation(rule)
    assert marks_of(saved(made)).notes == {0: {2: "in dagdelen"}}


def test_a_note_of_an_open_document() -> None:
    made = OpenDocumentSpreadsheet()
    sheet, row = table.Table(name="Blad1"), table.TableRow()
    cell = table.TableCell(valuetype="float", value=3)
    note = office.Annotation()
    note.addElement(text.P(text="niet doorgegaan"))
    cell.addElement(note)
    cell.addElement(text.P(text="3"))
    row.addElement(cell)
    sheet.addElement(row)
    made.spreadsheet.addElement(sheet)
    target = BytesIO()
    made.save(target)
    assert marks_of(target.getvalue()).notes == {1: {1: "niet doorgegaan"}}


XML_2003 = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Blad1"><Table><Row>
<Cell><Data ss:Type="Number">3</Data><Comment ss:Author="Piet"><Data>Piet:&#10;dubbel</Data>
</Comment></Cell></Row></Table></Worksheet></Workbook>"""


def test_a_note_in_xml_of_excel_2003() -> None:
    assert marks_of(XML_2003.encode()).notes == {1: {1: "dubbel"}}


def test_a_note_of_an_old_workbook() -> None:
    """An object (a note, number 7), the length of its text, the text, and where it stands."""
    records = [
        (0x5D, bytes([0x15, 0, 0x12, 0, 0x19, 0, 7, 0])),
        (0x1B6, bytes(10) + bytes([6, 0])),
        (0x3C, b"\x00dubbel"),
        (0x1C, bytes([2, 0, 1, 0, 0, 0, 7, 0])),
        (0x14, b"\x09\x00\x00&CConcept"),
    ]
    stream = b"".join(content for _, content in records)
    texts, at = _XlsTexts(stream), 0
    for kind, content in records:
        texts.take(kind, at, len(content))
        at += len(content)
    marks = SheetMarks()
    texts.give(marks)
    assert (marks.notes, marks.said) == ({3: {2: "dubbel"}}, ("Concept",))


def test_the_name_of_who_wrote_a_note_is_left_out() -> None:
    assert tidy("Piet\ndubbel", author="Piet") == "dubbel"
    assert tidy("Let op:") == "Let op:"
    assert tidy("eerst\ndan") == "eerst dan"
