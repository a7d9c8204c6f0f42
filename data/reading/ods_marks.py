"""What calamine leaves out of an OpenDocument workbook: merged ranges and error cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from data.reading.collecting import Errors
from data.reading.error_texts import UNKNOWN_CODE, is_error_text, may_be_error_text
from data.reading.xml_events import Attributes, parse_events

# A content.xml without any of these has neither; all the texts of errors begin so.
MARKS = (b"-spanned=", b'"error"', b">#", b">Err:", b">Fout:")
_MOST_REPEATS = 2**20  # rows in a sheet; more is a fault or a trap

# The prefixes are the usual ones: with others calamine finds no cells either.
_CELLS = ("table:table-cell", "table:covered-table-cell")
_TYPES = ("calcext:value-type", "office:value-type")

Merged = tuple[int, int, int, int]  # first row, first column, last row, last column; from 0


@dataclass
class TableMarks:
    """The merged ranges and error cells of one table."""

    merged: list[Merged] = field(default_factory=list)
    errors: Errors = field(default_factory=dict)


def ods_marks(chunks: Iterable[bytes]) -> list[TableMarks]:
    """The merged ranges and error cells of every table in a content.xml, in its order."""
    content = _Content()
    parse_events(chunks, content.start, content.end, content.text)
    return content.tables


class _Content:
    def __init__(self) -> None:
        self.tables: list[TableMarks] = []
        self._depth = 0  # a table inside a cell is none of the sheets
        self._row = 0
        self._row_repeats = 1
        self._row_errors: dict[int, str] = {}
        self._column = 0
        self._column_repeats = 1
        self._is_error = False
        self._text: list[str] | None = None
        self._in_note = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "table:table":
            self._start_table()
        elif self._depth != 1:
            return
        elif tag in _CELLS:
            self._start_cell(attributes)
        elif tag == "table:table-row":
            self._row_repeats = _count(attributes, "table:number-rows-repeated")
            self._row_errors = {}
            self._column = 0
        elif tag == "office:annotation":
            self._in_note += 1

    def _start_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self.tables.append(TableMarks())
            self._row = 0

    def _start_cell(self, attributes: Attributes) -> None:
        self._column_repeats = _count(attributes, "table:number-columns-repeated")
        self._is_error = any(attributes.get(name) == "error" for name in _TYPES)
        self._text = []
        rows = _count(attributes, "table:number-rows-spanned")
        columns = _count(attributes, "table:number-columns-spanned")
        if rows > 1 or columns > 1:
            last = (self._row + rows - 1, self._column + columns - 1)
            self.tables[-1].merged.append((self._row, self._column, *last))

    def text(self, text: str) -> None:
        if self._text is not None and self._depth == 1 and not self._in_note:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "table:table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif tag in _CELLS:
            self._end_cell()
        elif tag == "table:table-row":
            self._end_row()
        elif tag == "office:annotation":
            self._in_note -= 1

    def _end_cell(self) -> None:
        text = "".join(self._text or ()).strip()
        self._text = None
        if self._is_error or (may_be_error_text(text) and is_error_text(text)):
            cells = range(self._column, self._column + self._column_repeats)
            self._row_errors.update(dict.fromkeys(cells, text or UNKNOWN_CODE))
        self._column += self._column_repeats

    def _end_row(self) -> None:
        if self._row_errors:
            for row in range(self._row, self._row + self._row_repeats):
                self.tables[-1].errors[row] = self._row_errors
        self._row += self._row_repeats


def _count(attributes: Attributes, name: str) -> int:
    return min(max(int(attributes.get(name, "1")), 1), _MOST_REPEATS)
