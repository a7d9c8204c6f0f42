"""Workbooks that Excel opens, laid out or filled as Excel itself never does."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from data.reading import read_file
from data.reading.archive import Archive
from data.reading.plain_package import plain_package
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import SETTINGS, Page, archive, changed, ods, saved, xlsb, xlsx
from texts import use_language

Parts = dict[str, bytes]
DAY, ROW = dt.date(2021, 3, 4), ["Vastgoed", 2.5]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
BOOK, RELATIONS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
TEXTS, STYLES, TYPES = "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"


def plain() -> Parts:
    """The parts of a list with a date, a shared text and a number."""
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("Lijst")
        day = dt.datetime.combine(DAY, dt.time())
        sheet.write_datetime(0, 0, day, book.add_format({"num_format": "dd-mm-yyyy"}))
        sheet.write_row(0, 1, ROW)
    found: Parts = {}
    changed(target.getvalue(), lambda name, part: found.setdefault(name, part))
    return found


def edited(parts: Parts, name: str, old: str, new: str) -> None:
    assert re.search(old, parts[name].decode())
    parts[name] = re.sub(old, new, parts[name].decode()).encode()


def moved(parts: Parts, old: str, new: str) -> None:
    """Put a part elsewhere, and say so wherever it is named."""
    parts[new] = parts.pop(old)
    folder = old.partition("/")[0]
    for name in parts:
        text = parts[name].replace(f'"/{old}"'.encode(), f'"/{new}"'.encode())
        text = text.replace(f'"{old}"'.encode(), f'"/{new}"'.encode())
        parts[name] = text.replace(f'"{old[len(folder) + 1 :]}"'.encode(), f'"/{new}"'.encode())


def add_sheet(parts: Parts, kind: str, folder: str) -> None:
    edited(
        parts, RELATIONS, "</Relationships>",
        f'<Relationship Id="rId9" Type="{kind}" Target="{folder}/sheet1.xml"/></Relationships>',
    )  # fmt: skip
    edited(parts, BOOK, "</sheets>", '<sheet name="Ander" sheetId="9" r:id="rId9"/></sheets>')
    parts[f"xl/{folder}/sheet1.xml"] = b"<macrosheet><sheetData/></macrosheet>"


def move_workbook(parts: Parts) -> None:
    moved(parts, BOOK, "xl/book.xml")
    parts["xl/_rels/book.xml.rels"] = parts.pop(RELATIONS)


def be_strict(parts: Parts) -> None:
    for name, part in parts.items():
        for ours, theirs in STRICT.items():
            part = part.replace(ours.encode(), theirs.encode())
        parts[name] = part
    edited(parts, SHEET, r'(<c r="A1"[^>]*)><v>[^<]*</v>', r'\1 t="d"><v>2021-03-04</v>')


def recoded(name: str, encoding: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        edited(parts, name, 'encoding="[^"]*"', f'encoding="{encoding}"')
        parts[name] = parts[name].decode().encode(encoding)

    return change


def without_texts(parts: Parts) -> None:
    """As a program leaves it that writes every text in its cell."""
    parts.pop(TEXTS)
    text = '<c r="B1" t="inlineStr"><is><t>Vastgoed</t></is></c>'
    edited(parts, SHEET, '<c r="B1" t="s"><v>0</v></c>', text)


def of_size(size: str) -> Callable[[Parts], None]:
    return lambda parts: edited(parts, SHEET, r'ref="[^"]*"', f'ref="{size}"')


ODD: dict[str, Callable[[Parts], object]] = {
    "a workbook of another name": move_workbook,
    "texts elsewhere": lambda parts: moved(parts, TEXTS, "xl/strings/texts.xml"),
    "styles elsewhere": lambda parts: moved(parts, STYLES, "opmaak/stijl.xml"),
    "a sheet elsewhere": lambda parts: moved(parts, SHEET, "bladen/blad.xml"),
    "a sheet told with a dot": lambda p: edited(p, RELATIONS, '"worksheets/', '"./worksheets/'),
    "a sheet told by way of above": lambda p: edited(p, RELATIONS, '"worksh', '"../xl/worksh'),
    "a template": lambda parts: edited(parts, TYPES, "sheet.main", "template.main"),
    "no list of types": lambda parts: parts.pop(TYPES),
    "no relations of the package": lambda parts: parts.pop("_rels/.rels"),
    "broken relations of the package": lambda parts: parts.update({"_rels/.rels": b"<?xml"}),
    "rows for a size": of_size("1:4"),
    "columns for a size": of_size("A:D"),
    "half a size": of_size("A1:D"),
    "no size": of_size(""),
    "a lost size": of_size("#REF!"),
    "two sizes": of_size("A1:B2 D1:E2"),
    "the strict form": be_strict,
    "texts in Latin-1": recoded(TEXTS, "iso-8859-1"),
    "texts of Windows": recoded(TEXTS, "windows-1252"),
    "texts in UTF-16": recoded(TEXTS, "utf-16"),
    "a sheet in UTF-16": recoded(SHEET, "utf-16"),
    "styles in UTF-16": recoded(STYLES, "utf-16"),
    "a list of sheets in UTF-16": recoded(BOOK, "utf-16"),
    "a list of texts that is not there": without_texts,
}


def read(parts: Parts) -> list[tuple[str, list[list[object]], str]]:
    sheets = read_file(archive(parts), "x.xlsx", SETTINGS)
    return [
        (sheet.name, sheet.rows, sheet.refused.code if sheet.refused else "") for sheet in sheets
    ]


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_it_reads_as_it_does_in_excel(change: Callable[[Parts], object]) -> None:
    parts = plain()
    change(parts)
    ((name, (row,), refused),) = read(parts)
    assert (name, row[1:], refused) == ("Lijst", ROW, "")
    assert row[0] in (DAY, dt.datetime.combine(DAY, dt.time()))


@pytest.mark.parametrize("kind", ["xlMacrosheet", "xlIntlMacrosheet"])
def test_the_sheets_beside_macros_are_read(kind: str) -> None:
    parts = plain()
    add_sheet(parts, f"{MICROSOFT}/{kind}", "macrosheets")
    assert read(parts) == [("Lijst", [[DAY, *ROW]], ""), ("Ander", [], "sheet_of_macros")]


@pytest.mark.parametrize("lost", ["sheet", "link"])
def test_the_sheets_beside_one_that_is_missing_are_read(lost: str) -> None:
    parts = plain()
    add_sheet(parts, f"{OFFICE}/worksheet", "worksheets/lost")
    parts.pop("xl/worksheets/lost/sheet1.xml")
    if lost == "link":
        edited(parts, RELATIONS, "worksheets/lost/sheet1.xml", "http://elders/blad.xml")
    assert read(parts) == [("Lijst", [[DAY, *ROW]], ""), ("Ander", [], "sheet_missing")]
    edited(parts, BOOK, '<sheet name="Lijst"[^>]*/>', "")
    assert refusal(archive(parts)) == "sheet_missing"


@pytest.mark.parametrize("styles", [b"", b"<?xml", b"<styleSheet><fonts></styleSheet>"])
def test_dates_are_not_told_from_numbers_without_styles(styles: bytes) -> None:
    assert refusal(archive({**plain(), STYLES: styles})) == "file_with_broken_styles"


def test_no_letter_is_lost_in_other_characters() -> None:
    parts = plain()
    edited(parts, TEXTS, "Vastgoed", "Financiën")
    recoded(TEXTS, "iso-8859-1")(parts)
    assert read(parts) == [("Lijst", [[DAY, "Financiën", 2.5]], "")]


def test_declarations_in_other_characters_are_seen() -> None:
    parts = plain()
    edited(parts, SHEET, "<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    recoded(SHEET, "utf-16")(parts)
    assert refusal(archive(parts)) == "file_with_declarations"


def test_open_document_in_utf16() -> None:
    parts: Parts = {}
    changed(ods(Page([["Financiën", 2.5]])), lambda name, part: parts.setdefault(name, part))
    recoded("content.xml", "utf-16")(parts)
    assert read(parts) == [("Blad1", [["Financiën", 2.5]], "")]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"Content-Type: text\r\n\r\n"])
def test_what_a_server_wrote_before_it_is_passed_over(before: bytes) -> None:
    content = before + archive(plain())
    (sheet,) = read_file(content, "x.xlsx", SETTINGS)
    assert sheet.rows == [[DAY, *ROW]]


@pytest.mark.parametrize("kind", ["chartsheet", "dialogsheet"])
def test_charts_and_dialogs_hold_no_cells(kind: str) -> None:
    parts = plain()
    add_sheet(parts, f"{OFFICE}/{kind}", f"{kind}s")
    assert read(parts) == [("Lijst", [[DAY, *ROW]], "")]
    edited(parts, BOOK, '<sheet name="Lijst"[^>]*/>', "")
    assert refusal(archive(parts)) == "file_without_cells"


def test_macros_alone() -> None:
    parts = plain()
    add_sheet(parts, f"{MICROSOFT}/xlMacrosheet", "macrosheets")
    edited(parts, BOOK, '<sheet name="Lijst"[^>]*/>', "")
    assert refusal(archive(parts)) == "sheet_of_macros"


def test_macros_in_a_binary_workbook() -> None:
    parts: Parts = {}
    book = xlsb(Page([ROW], "Lijst"), Page([["x"]], "Macro"), Page([ROW], "Nog een"))
    changed(book, lambda name, part: parts.setdefault(name, part))
    edited(
        parts, "xl/_rels/workbook.bin.rels",
        f'{OFFICE}/worksheet" Target="worksheets/sheet1', f'{MICROSOFT}/xlMacrosheet" Target="m/m1',
    )  # fmt: skip
    parts["xl/m/m1.bin"] = parts.pop("xl/worksheets/sheet1.bin")
    assert read(parts) == [
        ("Lijst", [ROW], ""), ("Nog een", [ROW], ""), ("Macro", [], "sheet_of_macros"),
    ]  # fmt: skip


def test_what_is_struck_is_seen_wherever_the_styles_are() -> None:
    book = openpyxl.Workbook()
    book.active.append(ROW)
    book.active["A1"].font = openpyxl.styles.Font(strike=True)
    parts: Parts = {}
    changed(saved(book), lambda name, part: parts.setdefault(name, part))
    moved(parts, STYLES, "opmaak/stijl.xml")
    (sheet,) = read_file(archive(parts), "x.xlsx", SETTINGS)
    assert sheet.marks.struck == {1: {1}}


def test_a_usual_workbook_is_left_as_it_is() -> None:
    for content in (archive(plain()), xlsx(Page([ROW]))):
        assert plain_package(content, Archive(content)).content is content


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as raised, use_language("en"):
        read_file(content, "x.xlsx", SETTINGS)
    return raised.value.message.code
