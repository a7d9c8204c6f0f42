"""What calamine leaves out of an OpenDocument workbook: merged ranges, error cells, marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from data.reading import notes
from data.reading.collecting import Errors
from data.reading.error_texts import UNKNOWN_CODE, is_error_text, may_be_error_text
from data.reading.number_formats import added_word
from data.reading.sheet_marks import SheetMarks
from data.reading.xml_events import Attributes, parse_events

# A content.xml without any of these has neither; all the texts of errors begin so.
MARKS = (
    b"-spanned=", b'"error"', b">#", b">Err:", b">Fout:", b"table:visibility=",
    b"text-line-through", b"<number:text>", b"table:formula=", b"<office:annotation",
    b"<table:shapes", b'currency="USD"', b'currency="GBP"', b'currency="CHF"',
)  # fmt: skip
_MOST_COLUMNS = 2**14
_MOST_HIDDEN = 2**16  # rows in one go; more is what lies below the table
_MOST_REPEATS = 2**20  # rows in a sheet; more is a fault or a trap

# The prefixes are the usual ones: with others calamine finds no cells either.
_CELLS = ("table:table-cell", "table:covered-table-cell")
_TYPES = ("calcext:value-type", "office:value-type")

Merged = tuple[int, int, int, int]  # first row, first column, last row, last column; from 0


@dataclass
class TableMarks:
    """The merged ranges, error cells and other marks of one table."""

    merged: list[Merged] = field(default_factory=list)
    errors: Errors = field(default_factory=dict)
    shown: SheetMarks = field(default_factory=SheetMarks)


def ods_marks(chunks: Iterable[bytes], styles: OdsStyles | None = None) -> list[TableMarks]:
    """The merged ranges and error cells of every table in a content.xml, in its order.

    `styles` are those of the workbook, see `ods_styles`.
    """
    content = _Content(styles or OdsStyles())
    parse_events(chunks, content.start, content.end, content.text)
    for table in content.tables:
        table.shown.filtered = table.shown.filtered and bool(table.shown.hidden_rows)
    return content.tables


class _Content:
    def __init__(self, styles: OdsStyles) -> None:
        self.tables: list[TableMarks] = []
        self._depth = 0  # a table inside a cell is none of the sheets
        self._row = self._columns = 0
        self._row_repeats = 1
        self._row_errors: dict[int, str] = {}
        self._column = 0
        self._column_repeats = 1
        self._is_error = False
        self._text: list[str] | None = None
        self._in_note = 0
        self._in_shapes = False
        self._in_paragraph = False  # of a note; beside those stand its author and its day
        self._note: list[str] = []
        self._styles = styles
        self._column_styles: list[tuple[int, str]] = []  # up to which column, its style
        self._cell = _PLAIN
        self._hidden_row = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "table:table":
            self._start_table()
        elif self._depth == 0:
            self._styles.start(tag, attributes)
        elif self._depth != 1:
            return
        elif tag == "table:table-column":
            self._start_column(attributes)
        elif tag in _CELLS:
            self._start_cell(attributes)
        elif tag == "table:table-row":
            self._row_repeats = _count(attributes, "table:number-rows-repeated")
            self._row_errors = {}
            self._column = 0
            self._take_visibility(attributes)
        elif tag == "office:annotation":
            self._in_note += 1
            self._note = []
        elif tag == "text:p" and (self._in_note or self._in_shapes):
            self._in_paragraph = True
            self._note = [] if self._in_shapes else self._note
        elif tag == "table:shapes":
            self._in_shapes = True

    def _start_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self.tables.append(TableMarks())
            self._row = self._columns = 0
            self._column_styles = []

    def _start_column(self, attributes: Attributes) -> None:
        count = min(_count(attributes, "table:number-columns-repeated"), _MOST_COLUMNS)
        if attributes.get("table:visibility", "visible") != "visible":
            columns = range(self._columns + 1, self._columns + count + 1)
            self.tables[-1].shown.hidden_columns.update(columns)
        self._columns += count
        style = attributes.get("table:default-cell-style-name", "")
        self._column_styles.append((self._columns, style))

    def _take_visibility(self, attributes: Attributes) -> None:
        visibility = attributes.get("table:visibility", "visible")
        shown = self.tables[-1].shown
        if visibility != "visible" and self._row_repeats <= _MOST_HIDDEN:
            shown.hidden_rows.update(range(self._row + 1, self._row + self._row_repeats + 1))
            shown.filtered |= visibility == "filter"

    def _start_cell(self, attributes: Attributes) -> None:
        self._column_repeats = _count(attributes, "table:number-columns-repeated")
        self._is_error = any(attributes.get(name) == "error" for name in _TYPES)
        self._text = []
        style = attributes.get("table:style-name") or self._style_of_column()
        currency = attributes.get("office:currency", "EUR")
        self._cell = _CellMarks(
            struck=style in self._styles.struck,
            unworked="table:formula" in attributes and "office:value-type" not in attributes,
            words=self._styles.words_of(style) if currency == "EUR" else currency,
        )
        rows = _count(attributes, "table:number-rows-spanned")
        columns = _count(attributes, "table:number-columns-spanned")
        if rows > 1 or columns > 1:
            last = (self._row + rows - 1, self._column + columns - 1)
            self.tables[-1].merged.append((self._row, self._column, *last))

    def _style_of_column(self) -> str:
        return next((style for last, style in self._column_styles if self._column < last), "")

    def text(self, text: str) -> None:
        self._styles.text(text)
        if self._text is not None and self._depth == 1 and not self._in_note:
            self._text.append(text)
        elif self._in_paragraph:
            self._note.append(text)

    def end(self, tag: str) -> None:
        if tag == "table:table":
            self._depth -= 1
        elif self._depth == 0:
            self._styles.end(tag)
        elif self._depth != 1:
            return
        elif tag in _CELLS:
            self._end_cell()
        elif tag == "table:table-row":
            self._end_row()
        elif tag == "text:p" and self._in_paragraph:
            self._in_paragraph = False
            self._note.append("\n")
            if self._in_shapes:
                shown = self.tables[-1].shown
                shown.said = (*shown.said, *filter(None, [notes.tidy("".join(self._note))]))
        elif tag == "table:shapes":
            self._in_shapes = False
        elif tag == "office:annotation":
            self._in_note -= 1
            notes.put(
                self.tables[-1].shown.notes, self._row + 1, self._column + 1,
                notes.tidy("".join(self._note)),
            )  # fmt: skip

    def _end_cell(self) -> None:
        text = "".join(self._text or ()).strip()
        self._text = None
        if self._is_error or (may_be_error_text(text) and is_error_text(text)):
            cells = range(self._column, self._column + self._column_repeats)
            self._row_errors.update(dict.fromkeys(cells, text or UNKNOWN_CODE))
        if self._cell != _PLAIN and (text or self._cell.unworked) and self._row_repeats == 1:
            self._take_marks(range(self._column, self._column + self._column_repeats))
        self._column += self._column_repeats

    def _take_marks(self, columns: range) -> None:
        shown, row = self.tables[-1].shown, self._row + 1
        for column in (at + 1 for at in columns):
            if self._cell.struck:
                shown.struck.setdefault(row, set()).add(column)
            if self._cell.unworked:
                shown.unworked.setdefault(row, set()).add(column)
            if self._cell.words:
                shown.shown_as.setdefault(column, {}).setdefault(self._cell.words, set()).add(row)

    def _end_row(self) -> None:
        if self._row_errors:
            for row in range(self._row, self._row + self._row_repeats):
                self.tables[-1].errors[row] = self._row_errors
        self._row += self._row_repeats


class _CellMarks(NamedTuple):
    """What the style of a cell, or its formula, says."""

    struck: bool = False
    unworked: bool = False
    words: str = ""


_PLAIN = _CellMarks()


class OdsStyles:
    """Which styles strike a cell through, and which add words to a number."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self._formats: dict[str, str] = {}  # style -> its format
        self._words: dict[str, list[str]] = {}  # format -> its words
        self._style = self._format = ""
        self._in_text = False

    def shown_in(self, beginning: bytes) -> bool:
        """Whether a content.xml that begins so may show a number with words of these styles."""
        worded = [name for name in self._words if added_word("".join(self._words[name]).strip())]
        return any(
            name in self._formats.values() or f'data-style-name="{name}"'.encode() in beginning
            for name in worded
        )

    def words_of(self, style: str) -> str:
        """The words that a style adds to a number."""
        words = " ".join("".join(self._words.get(self._formats.get(style, ""), ())).split())
        return words if words and added_word(words) else ""

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "style:style":
            self._style = attributes.get("style:name", "")
            if "style:data-style-name" in attributes:
                self._formats[self._style] = attributes["style:data-style-name"]
        elif tag == "style:text-properties":
            lines = ("style:text-line-through-style", "style:text-line-through-type")
            if any(attributes.get(line, "none") != "none" for line in lines):
                self.struck.add(self._style)
        elif tag in ("number:number-style", "number:percentage-style"):
            self._format = attributes.get("style:name", "")
        elif tag == "number:text":
            self._in_text = bool(self._format)

    def text(self, text: str) -> None:
        if self._in_text:
            self._words.setdefault(self._format, []).append(text)

    def end(self, tag: str) -> None:
        if tag in ("number:number-style", "number:percentage-style"):
            self._format = ""
        elif tag == "number:text":
            self._in_text = False


def ods_styles(chunks: Iterable[bytes]) -> OdsStyles:
    """What a styles.xml says, which LibreOffice keeps apart from the content."""
    styles = OdsStyles()
    parse_events(chunks, styles.start, styles.end, styles.text)
    return styles


def _count(attributes: Attributes, name: str) -> int:
    return min(max(int(attributes.get(name, "1")), 1), _MOST_REPEATS)
