"""Sheets in markup that call themselves .xls: tables of a web page, and XML of Excel 2003.

Read within the process that reads workbooks, by its limits. Nothing outside the file is looked up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import Any

from lxml import etree

from data.reading import notes
from data.reading.encodings import STRAY, encoding_of
from data.reading.number_formats import words_of
from data.reading.refusals import Limits, Reason, RefusedError
from data.reading.sheet_marks import SheetMarks
from data.reading.xml_encoding import in_utf8

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_EXCEL = "urn:schemas-microsoft-com:office:excel"
_LOOK_BYTES = 64 * 1024
_WIDEST = 16_384
_TALLEST = 1_048_576
_TITLES = frozenset({"caption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "strong", "div"})
_LONGEST_TITLE = 200
_STRUCK = frozenset({"s", "strike", "del"})

Cells = dict[int, Any]


@dataclass
class MarkupSheet:
    """One table: its cells by row and column from 0, what is merged, what is marked."""

    name: str
    hidden: bool = False
    rows: dict[int, Cells] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: SheetMarks = field(default_factory=SheetMarks)

    def lines(self) -> Iterator[list[Any]]:
        """The rows from the first on, empty ones included."""
        for number in range(max(self.rows, default=-1) + 1):
            cells = self.rows.get(number, {})
            yield [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def sheets_in_markup(content: bytes, limits: Limits) -> list[MarkupSheet]:
    """The tables of a web page or the worksheets of an XML workbook; raises `RefusedError`."""
    content = in_utf8(content)
    of_excel = _SPREADSHEET.encode() in content[:_LOOK_BYTES] and b"<html" not in content[:500]
    try:
        sheets = list(_of_excel(content, limits) if of_excel else _of_page(content, limits))
    except (etree.LxmlError, ValueError):
        raise RefusedError(Reason.DAMAGED) from None
    if not any(sheet.rows for sheet in sheets):
        raise RefusedError(Reason.EXCEL_XML if of_excel else Reason.WEB_PAGE)
    if len(sheets) > limits.max_sheets:
        raise RefusedError(Reason.TOO_MANY_SHEETS, limit=limits.max_sheets)
    return sheets


class _Placing:
    """Where the next cell of a table stands, and how many there may be."""

    def __init__(self, sheet: MarkupSheet, limits: Limits, taken: int = 0) -> None:
        self.sheet, self.taken = sheet, taken
        self._limits = limits
        self.row = -1
        self._covered_to: dict[int, int] = {}  # column -> the last row that a cell above covers

    def start_row(self, number: int | None = None) -> None:
        """Go on to the next row, or to the one with this number (from 1)."""
        self.row = self.row + 1 if number is None else number - 1
        self._place = -1
        if self.row >= self._limits.max_rows or self.row < 0:
            raise self._refusal(Reason.TOO_MANY_ROWS, self._limits.max_rows)

    def put(self, value: Any, *, at: int | None = None, across: int = 1, down: int = 1) -> int:  # noqa: ANN401
        """Put a cell at the next free place; the place."""
        place = self._place + 1 if at is None else at - 1
        while self._covered_to.get(place, -1) >= self.row:
            place += 1
        across, down = min(max(across, 1), _WIDEST), min(max(down, 1), _TALLEST)
        last = place + across - 1
        if last >= self._limits.max_columns or place < 0:
            raise self._refusal(Reason.TOO_MANY_COLUMNS, self._limits.max_columns)
        if value != "":
            self.sheet.rows.setdefault(self.row, {})[place] = value
        if across > 1 or down > 1:
            down = min(down, self._limits.max_rows - self.row)
            self.sheet.merged.append((self.row, place, self.row + down - 1, last))
            self._count(across * down)
            self._covered_to |= dict.fromkeys(range(place, last + 1), self.row + down - 1)
        self._count(1)
        self._place = last
        return place

    def _count(self, more: int) -> None:
        self.taken += more
        if self.taken > self._limits.max_cells:
            raise RefusedError(Reason.TOO_MANY_CELLS, limit=self._limits.max_cells)

    def _refusal(self, reason: Reason, limit: int) -> RefusedError:
        return RefusedError(reason, sheet=self.sheet.name, limit=limit)


def _of_page(content: bytes, limits: Limits) -> Iterator[MarkupSheet]:
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, encoding="utf-8"
    )
    text = content.decode(encoding_of(content), STRAY)  # what a page says of itself is often wrong
    root = etree.parse(BytesIO(text.encode()), parser).getroot()
    if root is None:
        return
    taken = 0
    for number, table in enumerate(islice(_outer_tables(root), limits.max_sheets + 1), 1):
        title = _title_of(table)
        placing = _Placing(MarkupSheet(f"Tabel {number}"), limits, taken)
        if title:
            placing.start_row()
            placing.put(title)
        _hide_columns(placing.sheet.marks, map(_is_hidden, table.iter("col")))
        for row in table.iter("tr"):
            _take_row(placing, row)
        taken = placing.taken
        if placing.sheet.rows:
            yield placing.sheet


def _outer_tables(root: etree._Element) -> Iterator[etree._Element]:
    """The tables that stand in no other: a table in a cell only lays that out."""
    inner = 0
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        inner += 1 if event == "start" else -1
        if event == "start" and inner == 1:
            yield table


def _title_of(table: etree._Element) -> str:
    """The caption of a table, or the line of text right above it."""
    above = table.find("caption")
    if above is None:
        above = table.getprevious()
    if above is None or above.tag not in _TITLES:
        return ""
    text = " ".join("".join(above.itertext()).split())
    return text if len(text) <= _LONGEST_TITLE else ""


def _take_row(placing: _Placing, row: etree._Element) -> None:
    placing.start_row()
    if _is_hidden(row):
        placing.sheet.marks.hidden_rows.add(placing.row + 1)
    for cell in row:
        if cell.tag in ("td", "th"):
            spans = (_number(cell.get(name), 1) for name in ("colspan", "rowspan"))
            across, down = spans
            place = placing.put(_text_of(cell), across=across, down=down)
            if _is_struck(row) or _is_struck(cell):
                placing.sheet.marks.struck.setdefault(placing.row + 1, set()).add(place + 1)
            if _is_hidden(cell):
                placing.sheet.marks.hidden_columns.add(place + 1)


def _hide_columns(marks: SheetMarks, hidden: Iterable[bool]) -> None:
    marks.hidden_columns |= {place for place, is_hidden in enumerate(hidden, 1) if is_hidden}


def _is_struck(element: etree._Element) -> bool:
    if "line-through" in (element.get("style") or "").lower():
        return True
    return element.tag != "tr" and any(True for _ in element.iter(*_STRUCK))


def _text_of(cell: etree._Element) -> str:
    for br in cell.iter("br"):
        br.tail = "\n" + (br.tail or "")
    lines = "".join(cell.itertext()).replace("\xa0", " ").split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _is_hidden(element: etree._Element) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return "display:none" in style or element.get("hidden") is not None


def _of_excel(content: bytes, limits: Limits) -> Iterator[MarkupSheet]:
    if b"<!DOCTYPE" in content[:_LOOK_BYTES] or b"<!ENTITY" in content:
        raise RefusedError(Reason.DECLARATIONS)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.parse(BytesIO(content), parser).getroot()
    struck, shown, taken = _struck_styles(root), _shown_words(root), 0
    for number, worksheet in enumerate(root.iter(f"{{{_SPREADSHEET}}}Worksheet"), 1):
        sheet = MarkupSheet(_of(worksheet, "Name") or f"Blad{number}")
        visible = worksheet.findtext(f".//{{{_EXCEL}}}Visible") or ""
        sheet.hidden = visible.strip() in ("SheetHidden", "SheetVeryHidden")
        placing = _Placing(sheet, limits, taken)
        _hide_excel_columns(sheet.marks, worksheet.iter(f"{{{_SPREADSHEET}}}Column"))
        for row in worksheet.iter(f"{{{_SPREADSHEET}}}Row"):
            _take_excel_row(placing, row, struck, shown)
        taken = placing.taken
        yield sheet


def _hide_excel_columns(marks: SheetMarks, columns: Iterable[etree._Element]) -> None:
    last = 0
    for column in columns:
        first = min(_number(_of(column, "Index"), last + 1), _WIDEST)
        last = min(first + _number(_of(column, "Span"), 0), _WIDEST)
        if _of(column, "Hidden") == "1":
            marks.hidden_columns |= set(range(first, last + 1))


def _take_excel_row(
    placing: _Placing, row: etree._Element, struck: set[str], shown: dict[str, str]
) -> None:
    index = _of(row, "Index")
    placing.start_row(_number(index, 0) if index else None)
    if _of(row, "Hidden") == "1":
        placing.sheet.marks.hidden_rows.add(placing.row + 1)
    for cell in row.iter(f"{{{_SPREADSHEET}}}Cell"):
        index = _of(cell, "Index")
        place = placing.put(
            _value_of(cell.find(f"{{{_SPREADSHEET}}}Data")),
            at=_number(index, 0) if index else None,
            across=_number(_of(cell, "MergeAcross"), 0) + 1,
            down=_number(_of(cell, "MergeDown"), 0) + 1,
        )
        if {_of(cell, "StyleID"), _of(row, "StyleID")} & struck:
            placing.sheet.marks.struck.setdefault(placing.row + 1, set()).add(place + 1)
        if _of(cell, "Formula") and cell.find(f"{{{_SPREADSHEET}}}Data") is None:
            placing.sheet.marks.unworked.setdefault(placing.row + 1, set()).add(place + 1)
        note = cell.find(f"{{{_SPREADSHEET}}}Comment")
        if note is not None:
            text = notes.tidy("".join(note.itertext()), author=_of(note, "Author"))
            notes.put(placing.sheet.marks.notes, placing.row + 1, place + 1, text)
        words = shown.get(_of(cell, "StyleID") or _of(row, "StyleID"))
        if words:
            told = placing.sheet.marks.shown_as.setdefault(place + 1, {})
            told.setdefault(words, set()).add(placing.row + 1)


def _shown_words(root: etree._Element) -> dict[str, str]:
    """The styles whose format of a number adds a word to it, with that word."""
    formats = {
        _of(style, "ID"): _of(x, "Format")
        for style in root.iter(f"{{{_SPREADSHEET}}}Style")
        for x in style.iter(f"{{{_SPREADSHEET}}}NumberFormat")
    }
    found = {style: words_of(code) for style, code in formats.items()}
    return {style: words for style, words in found.items() if words}


def _struck_styles(root: etree._Element) -> set[str]:
    """The styles that strike through, those made after such a style included."""
    struck: set[str] = set()
    for style in root.iter(f"{{{_SPREADSHEET}}}Style"):
        told = [_of(font, "StrikeThrough") for font in style.iter(f"{{{_SPREADSHEET}}}Font")]
        if "1" in told or (_of(style, "Parent") in struck and "0" not in told):
            struck.add(_of(style, "ID"))
    return struck


def _of(element: etree._Element, name: str) -> str:
    return element.get(f"{{{_SPREADSHEET}}}{name}") or ""


def _value_of(data: etree._Element | None) -> Any:  # noqa: ANN401 - a cell
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = _of(data, "Type")
    with suppress(ValueError):
        if kind == "Number":
            number = float(text)
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(text.strip())
            return moment.date() if moment.time() == dt.time() else moment
        if kind == "Boolean":
            return text.strip() == "1"
    return text


def _number(text: str | None, default: int) -> int:
    stripped = (text or "").strip()
    return int(stripped) if stripped.isdecimal() and len(stripped) < 8 else default
