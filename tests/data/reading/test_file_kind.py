from __future__ import annotations

import codecs
import struct

import pytest

from data.reading import read_file
from data.values.grid import Sheet
from data.values.unreadable import UnreadableFileError
from tests.data.reading.builders import _ODS_NAMES, FORMATS, SETTINGS, Build, Page, archive
from texts import use_language


def compound(*names: str) -> bytes:
    """An OLE compound file with an empty stream of each name at its root."""
    sector = 512
    header = bytearray(sector)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[24:34] = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    directory = [_entry("Root Entry", 5, child=1)]
    directory += [
        _entry(name, 2, right=number + 1 if number < len(names) else 0xFFFFFFFF)
        for number, name in enumerate(names, 1)
    ]
    entries = b"".join(directory)
    entries += b"\0" * (-len(entries) % sector)
    count = len(entries) // sector
    chain = [0xFFFFFFFD, *range(2, count + 1), 0xFFFFFFFE]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    header[44:76] = struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header[76:] = struct.pack("<I", 0).ljust(sector - 76, b"\xff")
    return bytes(header) + fat + entries


def _entry(name: str, kind: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    start = struct.pack("<64sHBBIII", text, len(text), kind, 1, none, right, child)
    return start + b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0)


def refusal(content: bytes, name: str = "gebruik.xlsx") -> str:
    with pytest.raises(UnreadableFileError) as raised:
        read_file(content, name, SETTINGS)
    with use_language("en"):
        return str(raised.value)


WORD_TYPES = '<Types><Override ContentType="application/vnd.x-wordprocessingml.document"/></Types>'
SLIDE_TYPES = '<Types><Override ContentType="application/vnd.x-presentationml.show"/></Types>'
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
EXCEL_2003 = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


def _inner_part(number: int) -> bytes:
    return b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)


OTHERS = {
    "empty": (b"", "is empty"),
    "only spaces": (b" \r\n\r\n", "is empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
    "web page": (b"\xef\xbb\xbf <!DOCTYPE html>\n<html><table></table></html>", "is a web page"),
    "table in HTML": (b"<!-- x --><!-- y --><table border=1><tr></tr>", "is a web page"),
    "wide HTML": (codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"), "is a web page"),
    "mail web page": (b"MIME-Version: 1.0\nX-Document-Type: Workbook", "is a mail message"),
    "mail with a workbook": (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
        b"<table><tr><td>a</td></tr></table>\n--b\n"
        b'Content-Disposition: attachment; filename="gebruik.XLSX"\n\nUEs=\n--b--\n',
        "save the workbook that is attached",
    ),
    "parts in parts": (
        b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)
        ),
        "is a mail message",
    ),
    "link": (b"[InternetShortcut]\r\nURL=https://x\r\n", "only points to a file elsewhere"),
    "link of Windows": (b"L\0\0\0\x01\x14\x02\0" + bytes(80), "only points to a file"),
    "link of Google": (b'{"url": "https://x", "doc_id": "1"}', "only points to a file"),
    "link of Apple": (b'<?xml version="1.0"?><plist><dict/></plist>', "only points to a file"),
    "json": (b'[{"Datum": "04-02-2019", "Uren": 2}]', "is a JSON file"),
    "json lines": (b'{"Datum": "04-02-2019"}\n{"Datum": "05-02-2019"}\n', "is a JSON file"),
    "json of lists": (b'[["Datum", "Uren"], ["04-02-2019", 2]]', "is a JSON file"),
    "parquet": (b"PAR1\x15\x04", "is a Parquet file"),
    "spss": (b"$FL2@(#) SPSS DATA FILE" + bytes(90), "is a SPSS file"),
    "stata": (b"<stata_dta><header>" + bytes(90), "is a Stata file"),
    "sylk": (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\n", "is a SYLK file"),
    "calendar": (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "is a iCalendar file"),
    "dbase": (b"\x03\x77\x02\x04" + bytes(28) + b"DATUM\0\0\0\0\0\0D", "is a dBase file"),
    "power bi": (archive({"[Content_Types].xml": "<T/>", "DataModel": "x"}), "is a Power BI file"),
    "xml without a declaration": (b"<rijen><rij><Uren>2</Uren></rij></rijen>\n", "is an XML file"),
    "photo of a phone": (b"\0\0\0\x18ftypheic" + bytes(40), "is a picture"),
    "excel 2003 xml": (EXCEL_2003.encode(), "XML format of Excel 2003"),
    "xml": (b'<?xml version="1.0"?><data/>', "is an XML file"),
    "rich text": (b"{\\rtf1\\ansi}", "is a text document"),
    "docx": (
        archive({"[Content_Types].xml": WORD_TYPES, "word/document.xml": "<w/>"}),
        "is a text",
    ),
    "pptx": (archive({"[Content_Types].xml": SLIDE_TYPES}), "is a presentation"),
    "odt": (archive({"mimetype": OPEN_DOCUMENT + "text"}), "is a text document"),
    "numbers": (archive({"Index/Document.iwa": b"\0"}), "an Apple program"),
    "zip": (archive({"gebruik.csv": "a;b"}), "is a compressed archive"),
    "empty zip": (archive({}), "is a compressed archive"),
    "gzip": (b"\x1f\x8b\x08\0", "is a compressed archive"),
    "sqlite": (b"SQLite format 3\0" + b"\0" * 100, "is a database"),
    "access": (b"\0\x01\0\0Standard ACE DB\0", "is a database"),
    "excel 4": (b"\x09\x04\x06\0\0\0\x10\0", "Excel 4 or older"),
    "doc": (compound("WordDocument", "1Table"), "is a text document"),
    "ppt": (compound("PowerPoint Document"), "is a presentation"),
    "msg": (compound("__properties_version1.0"), "is a mail message"),
    "encrypted workbook": (compound("EncryptionInfo", "EncryptedPackage"), "with a password"),
    "unknown compound": (compound("Contents"), "is damaged"),
    "noise": (bytes(range(256)) * 40, "is no workbook and no text"),
    "noise without zeros": (bytes(range(1, 256)) * 40, "is no workbook and no text"),
}


@pytest.mark.parametrize(("content", "said"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_workbook_is_named(content: bytes, said: str) -> None:
    sentence = refusal(content)
    assert said in sentence
    assert "“gebruik.xlsx”" in sentence


@pytest.mark.parametrize("build", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("name", ["gebruik.pdf", "gebruik", "gebruik.csv", "gebruik.xls"])
def test_the_name_does_not_matter(build: Build, name: str) -> None:
    assert read_file(build(Page([["a"]])), name, SETTINGS) == [Sheet("Blad1", [["a"]])]


def test_a_text_is_a_text_under_any_name() -> None:
    assert read_file(b"a;b\n", "gebruik.xlsx", SETTINGS) == [Sheet("gebruik", [["a", "b"]])]


TABLE = "<table><tr><td>Financiën</td><td>2</td></tr></table>"
FLAT = (
    f'<?xml version="1.0"?><office:document {_ODS_NAMES} office:mimetype="{OPEN_DOCUMENT}'
    'spreadsheet"><office:body><office:spreadsheet><table:table table:name="Blad1">'
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Financiën</text:p>'
    "</table:table-cell>"
    '<table:table-cell office:value-type="float" office:value="2"/></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document>"
)
MAIL = "From: Jan <jan@zwolle.nl>\r\nMIME-Version: 1.0\r\nContent-Type: "
IN_ANOTHER_FORM = {
    "a mail with a table": f"{MAIL}text/html; charset=utf-8\r\n\r\n<p>Hoi</p>{TABLE}",
    "a mail in two forms": (
        f"{MAIL}multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nFinanciën 2\r\n--b\r\n"
        f"Content-Type: text/html\r\n\r\n{TABLE}\r\n--b--\r\n"
    ),
    "a mail with a list": f"{MAIL}text/plain\r\n\r\nFinanciën;2\r\n",
    "a flat workbook": FLAT,
    "a page that begins with a font": f"<font>{TABLE}</font>",
    "a page that begins with a remark": f"\r\n<!-- export -->\r\n<center>{TABLE}</center>",
}


@pytest.mark.parametrize("text", IN_ANOTHER_FORM.values(), ids=IN_ANOTHER_FORM)
def test_tables_in_another_form_are_read(text: str) -> None:
    (sheet,) = read_file(text.encode(), "gebruik", SETTINGS)
    cells = [str(cell).removesuffix(".0") for row in sheet.rows for cell in row]
    assert cells[-2:] == ["Financiën", "2"]


TEXTS = {
    "that begins with a bracket": ("[concept];Uren\n", ["[concept]", "Uren"]),
    "that begins with an angle": ("<geen>;Uren\n", ["<geen>", "Uren"]),
    "of a mail that was pasted": ("From: Jan;2\n", ["From: Jan", "2"]),
}


@pytest.mark.parametrize(("text", "cells"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_only_looks_like_another_form(text: str, cells: list[str]) -> None:
    assert read_file(text.encode(), "gebruik", SETTINGS)[0].rows == [cells]


def test_only_the_last_part_of_a_path_is_told() -> None:
    assert refusal(b"", "C:\\Users\\jan\\leeg.xlsx").startswith("“leeg.xlsx” is empty")
    assert refusal(b"", "/home/jan/leeg.xlsx").startswith("“leeg.xlsx” is empty")
