"""Workbooks made in memory, the same content in every format."""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlwt

from data.cells.cell import ErrorCell
from data.settings import Settings

SETTINGS = Settings(read_seconds=20, read_memory_bytes=512 * 1024**2)
REAL_FILES = Path(__file__).parents[4] / "shared" / "real-files"

NA = ErrorCell("#N/A")
REF = ErrorCell("#REF!")
_CODES = {"#N/A": 0x2A, "#REF!": 0x17}
_DATE_STYLE = xlwt.easyxf(num_format_str="DD-MM-YYYY")


@dataclass(frozen=True)
class Page:
    """A sheet to build; `merged` as (first row, first column, last row, last column), from 0."""

    rows: list[list[Any]]
    name: str = "Blad1"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def archive(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def changed(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A zip with each part passed through `change(name, part)`."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return archive({name: change(name, file.read(name)) for name in file.namelist()})


def saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    """What the book would be as a file."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def xlsx(*pages: Page) -> bytes:
    """An .xlsx by openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for number, row in enumerate(page.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell != "":
                    sheet.cell(number, column, str(cell) if type(cell) is ErrorCell else cell)
        for first_row, first_column, last_row, last_column in page.merged:
            sheet.merge_cells(None, first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
    return saved(book)


def xls(*pages: Page) -> bytes:
    """An .xls by xlwt."""
    book = xlwt.Workbook()
    for page in pages:
        sheet = book.add_sheet(page.name)
        sheet.visibility = int(page.hidden)
        for number, row in enumerate(page.rows):
            for column, cell in enumerate(row):
                _write_xls(sheet, number, column, cell)
        for first_row, first_column, last_row, last_column in page.merged:
            sheet.merge(first_row, last_row, first_column, last_column)
    return saved(book)


def _write_xls(sheet: xlwt.Worksheet, row: int, column: int, cell: object) -> None:
    if isinstance(cell, ErrorCell):
        sheet.row(row).set_cell_error(column, _CODES[cell])
    elif isinstance(cell, dt.date):
        sheet.write(row, column, cell, _DATE_STYLE)
    elif cell != "":
        sheet.write(row, column, cell)


_ODS_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
_CALCEXT = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def ods(*pages: Page) -> bytes:
    """An .ods as LibreOffice writes it."""
    return ods_of("".join(map(_ods_table, pages)))


def ods_of(tables: str, manifest: str = "") -> bytes:
    """An .ods with these tables in XML."""
    hidden = '<style:style style:name="hid" style:family="table">'
    hidden += '<style:table-properties table:display="false"/></style:style>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{_ODS_NAMES}{_CALCEXT}'
        f' office:version="1.3"><office:automatic-styles>{hidden}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    listing = f"<manifest:manifest {names}>{manifest}</manifest:manifest>"
    parts = {"mimetype": kind, "META-INF/manifest.xml": listing, "content.xml": content}
    return archive(parts)


def _ods_table(page: Page) -> str:
    rows = "".join(_ods_row(page, number, row) for number, row in enumerate(page.rows))
    style = ' table:style-name="hid"' if page.hidden else ""
    return f"<table:table table:name={quoteattr(page.name)}{style}>{rows}</table:table>"


def _ods_row(page: Page, number: int, row: list[Any]) -> str:
    spans = {
        (
            first_row,
            first_column,
        ): f' table:number-columns-spanned="{last_column - first_column + 1}"'
        f' table:number-rows-spanned="{last_row - first_row + 1}"'
        for first_row, first_column, last_row, last_column in page.merged
    }
    cells = "".join(
        f"<table:table-cell{_ods_value(cell)}{spans.get((number, column), '')}>"
        f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
        if cell != ""
        else "<table:table-cell/>"
        for column, cell in enumerate(row)
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _ods_value(cell: object) -> str:
    if isinstance(cell, ErrorCell):
        return ' office:value-type="string" office:string-value="" calcext:value-type="error"'
    if isinstance(cell, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
    if isinstance(cell, float):
        return f' office:value-type="float" office:value="{cell}"'
    if isinstance(cell, dt.date):
        return f' office:value-type="date" office:date-value="{cell.isoformat()}"'
    return ' office:value-type="string"'


def xlsb(*pages: Page) -> bytes:
    """An .xlsb, record by record ([MS-XLSB] 2.1.7)."""
    kinds = "application/vnd.ms-excel."
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{kinds}{kind}"/>'
        for part, kind in [("workbook.bin", "sheet.binary.macroEnabled.main")]
        + [(f"worksheets/sheet{n}.bin", "worksheet") for n in range(len(pages))]
    )
    names = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    sheets = "".join(
        f'<Relationship Id="rId{n}" Type="{relation}worksheet" Target="worksheets/sheet{n}.bin"/>'
        for n in range(len(pages))
    )
    book = f'<Relationship Id="rId1" Type="{relation}officeDocument" Target="xl/workbook.bin"/>'
    listed = b"".join(
        record(156, struct.pack("<II", page.hidden, n + 1) + wide(f"rId{n}") + wide(page.name))
        for n, page in enumerate(pages)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types {names}content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships {names}relationships">{book}</Relationships>',
        "xl/_rels/workbook.bin.rels": (
            f'<Relationships {names}relationships">{sheets}</Relationships>'
        ),
        "xl/workbook.bin": record(131) + record(143) + listed + record(144) + record(132),
    }
    for n, page in enumerate(pages):
        parts[f"xl/worksheets/sheet{n}.bin"] = xlsb_sheet(page.rows)
    return archive(parts)


def xlsb_sheet(rows: list[list[Any]]) -> bytes:
    """A worksheet part of an .xlsb."""
    widest = max(map(len, rows), default=1)
    size = struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, widest - 1)
    content = record(129) + record(148, size) + record(145)
    for number, row in enumerate(rows):
        content += record(0, struct.pack("<I", number) + b"\0" * 13)
        for column, cell in enumerate(row):
            if cell != "":
                content += _xlsb_cell(column, cell)
    return content + record(146) + record(130)


def _xlsb_cell(column: int, cell: object) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(cell, ErrorCell):
        return record(3, place + bytes([_CODES[cell]]))
    if isinstance(cell, bool):
        return record(4, place + bytes([cell]))
    if isinstance(cell, float):
        return record(5, place + struct.pack("<d", cell))
    return record(6, place + wide(str(cell)))


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb: number and length in groups of seven bits."""
    return _groups(kind) + _groups(len(content)) + content


def _groups(number: int) -> bytes:
    found = []
    while True:
        number, group = number >> 7, number & 0x7F
        found.append(group | 0x80 if number else group)
        if not number:
            return bytes(found)


def wide(text: str) -> bytes:
    """An XLWideString."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


Build = Callable[..., bytes]
FORMATS: dict[str, Build] = {"xlsx": xlsx, "xls": xls, "ods": ods, "xlsb": xlsb}
