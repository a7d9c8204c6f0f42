"""What a binary workbook (.xls, .xlsb) shows of its cells: hidden, struck, unseen, with a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from struct import unpack_from

from data.reading import notes
from data.reading.archive import Archive
from data.reading.binary_records import xls_records, xls_sheet_records, xlsb_records
from data.reading.number_formats import BUILT_IN, words_of
from data.reading.sheet_marks import SheetMarks

Record = tuple[int, int, int]

# [MS-XLS] 2.3.1: the numbers of the records.
_FONT, _XF, _COLUMN, _ROW, _FILTERED, _EOF = 0x31, 0xE0, 0x7D, 0x208, 0x9B, 0x0A
_FORMAT = 0x41E
_NOTE, _OBJECT, _TEXT, _CONTINUE = 0x1C, 0x5D, 0x1B6, 0x3C
_OF_A_NOTE, _BOXES = 0x19, (0x06, 0x1E)  # sorts of object
_HEADER, _FOOTER = 0x14, 0x15  # of the print
_XLS_CELLS = {0x06, 0xFD, 0x27E, 0x203, 0x204, 0x205, 0xD6}
_SEVERAL_CELLS = 0xBD
_NO_FONT = 4  # there is no font with this number: those after it are counted one on
_WHITES = (1, 9)  # in the palette

# [MS-XLSB] 2.3.1.
_BRT_ROW, _BRT_FONT, _BRT_FORMAT, _BRT_XF, _BRT_COLUMN = 0, 43, 44, 47, 60
_BRT_BEGIN_XFS, _BRT_END_XFS, _BRT_FILTER = 617, 618, 161
_XLSB_CELLS = {*range(2, 12), 62}
_DIRECT, _OF_THEME = 2, 3

_LAST_COLUMN = 16_384


@dataclass
class BinaryStyles:
    """The styles of a workbook that strike a cell through, and those that leave it unseen."""

    struck: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    words: dict[int, str] = field(default_factory=dict)  # that the format of a number adds

    def take(self, marks: SheetMarks, row: int, column: int, style: int) -> None:
        """Mark a cell, counted from 0."""
        for styles, marked in ((self.struck, marks.struck), (self.unseen, marks.unseen)):
            if style in styles:
                marked.setdefault(row + 1, set()).add(column + 1)
        if words := self.words.get(style):
            marks.shown_as.setdefault(column + 1, {}).setdefault(words, set()).add(row + 1)


def xls_marks(stream: bytes) -> list[SheetMarks]:
    """The marks of every sheet in the Workbook stream of an .xls, in workbook order."""
    styles = _xls_styles(stream)
    return [_xls_sheet(stream, styles, records) for records in xls_sheet_records(stream)]


def _xls_styles(stream: bytes) -> BinaryStyles:
    styles, fonts, white, struck, count = BinaryStyles(), 0, set(), set(), 0
    formats = dict(BUILT_IN)
    for kind, at, length in xls_records(stream, 0):
        if kind == _EOF:
            break
        if kind == _FORMAT and length >= 5:
            formats[unpack_from("<H", stream, at)[0]] = words_of(_xls_format(stream, at, length))
        if kind == _FONT and length >= 6:
            fonts += fonts == _NO_FONT
            look, colour = unpack_from("<HH", stream, at + 2)
            struck |= {fonts} if look & 0x08 else set()
            white |= {fonts} if colour in _WHITES else set()
            fonts += 1
        elif kind == _XF and length >= 20:
            font, shown = unpack_from("<2H", stream, at)
            styles.words |= {count: formats[shown]} if formats.get(shown) else {}
            (borders, fill) = unpack_from("<IH", stream, at + 14)
            plain = borders >> 26 == 0 or (fill & 0x7F) in _WHITES
            styles.struck |= {count} if font in struck else set()
            styles.unseen |= {count} if font in white and plain else set()
            count += 1
    return styles


def _xls_format(stream: bytes, at: int, length: int) -> str:
    """The code of a format: in Excel 95 in single bytes behind one byte for their number."""
    if length == 3 + stream[at + 2]:
        return stream[at + 3 : at + length].decode("cp1252", "replace")
    wide = stream[at + 4] & 1
    return stream[at + 5 : at + length].decode("utf-16-le" if wide else "latin-1", "replace")


def _xls_sheet(stream: bytes, styles: BinaryStyles, records: Iterable[Record]) -> SheetMarks:
    marks, texts = SheetMarks(), _XlsTexts(stream)
    for kind, at, length in records:
        if at + length > len(stream):
            break
        texts.take(kind, at, length)
        if kind == _ROW and length >= 16:
            row, look = unpack_from("<H", stream, at)[0], unpack_from("<I", stream, at + 12)[0]
            marks.hidden_rows |= {row + 1} if look & 0x20 else set()
        elif kind == _COLUMN and length >= 10:
            first, last, _, _, look = unpack_from("<5H", stream, at)
            _hide_columns(marks, first, last, hidden=bool(look & 1))
        elif kind == _FILTERED:
            marks.filtered = True
        elif kind in _XLS_CELLS and length >= 6:
            styles.take(marks, *unpack_from("<3H", stream, at))
        elif kind == _SEVERAL_CELLS and length >= 6:
            row, first = unpack_from("<2H", stream, at)
            for place in range((length - 6) // 6):
                (style,) = unpack_from("<H", stream, at + 4 + 6 * place)
                styles.take(marks, row, first + place, style)
    marks.filtered &= bool(marks.hidden_rows)
    texts.give(marks)
    return marks


class _XlsTexts:
    """The notes of a sheet of an .xls, and its text boxes: an object, its text, for a note a place.

    The text stands in the record after its length.
    """

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._object = (0, 0)  # sort and number
        self._length = 0
        self._texts: dict[int, str] = {}
        self._boxes: list[str] = []
        self._places: list[tuple[int, int, int]] = []

    def take(self, kind: int, at: int, length: int) -> None:
        """Take the next record in."""
        if kind == _OBJECT and length >= 8:
            self._object = unpack_from("<2H", self._stream, at + 4)
        elif kind == _TEXT and length >= 12:
            (self._length,) = unpack_from("<H", self._stream, at + 10)
        elif kind == _CONTINUE and self._length and length > 1:
            wide = self._stream[at] & 1
            end = at + 1 + min(length - 1, self._length * (1 + wide))
            code = "utf-16-le" if wide else "latin-1"
            self._keep(self._stream[at + 1 : end].decode(code, "replace").replace("\r", "\n"))
            self._length = 0
        elif kind in (_HEADER, _FOOTER) and length > 3:
            wide = self._stream[at + 2] & 1
            text = self._stream[at + 3 : at + length]
            self._boxes += notes.margin(text.decode("utf-16-le" if wide else "latin-1", "replace"))
        elif kind == _NOTE and length >= 8:
            row, column, _, number = unpack_from("<4H", self._stream, at)
            self._places.append((row + 1, column + 1, number))

    def _keep(self, text: str) -> None:
        sort, number = self._object
        if sort == _OF_A_NOTE:
            self._texts[number] = notes.tidy(text)
        elif sort in _BOXES and len(self._boxes) < notes.MOST:
            self._boxes.append(notes.tidy(text))

    def give(self, marks: SheetMarks) -> None:
        """Add them to the marks of the sheet."""
        for row, column, number in self._places:
            notes.put(marks.notes, row, column, self._texts.get(number, ""))
        marks.said = tuple(filter(None, dict.fromkeys(self._boxes)))


def read_xlsb_styles(archive: Archive) -> BinaryStyles:
    """What the styles of an .xlsb say of its cells."""
    content = archive.read("xl/styles.bin")
    styles, fonts, white, struck, count, of_cells = BinaryStyles(), 0, set(), set(), 0, False
    formats = dict(BUILT_IN)
    for kind, at, length in xlsb_records(content):
        if kind == _BRT_FORMAT and length >= 6:
            code = content[at + 6 : at + length].decode("utf-16-le", "replace")
            formats[unpack_from("<H", content, at)[0]] = words_of(code)
        if kind == _BRT_FONT and length >= 20:
            struck |= {fonts} if unpack_from("<H", content, at + 2)[0] & 0x08 else set()
            white |= {fonts} if _is_white(content, at + 12) else set()
            fonts += 1
        elif kind in (_BRT_BEGIN_XFS, _BRT_END_XFS):
            of_cells = kind == _BRT_BEGIN_XFS
        elif kind == _BRT_XF and of_cells and length >= 8:
            shown, font, fill = unpack_from("<3H", content, at + 2)
            styles.words |= {count: formats[shown]} if formats.get(shown) else {}
            styles.struck |= {count} if font in struck else set()
            styles.unseen |= {count} if font in white and fill == 0 else set()
            count += 1
    return styles


def _is_white(content: bytes, at: int) -> bool:
    """Whether a BrtColor says white: by its own value, of the palette, or of the first theme."""
    kind, index = content[at] >> 1, content[at + 1]
    if kind == _DIRECT:
        return content[at + 4 : at + 7] == b"\xff\xff\xff"
    tint = unpack_from("<h", content, at + 2)[0]
    return index in _WHITES if kind == 1 else kind == _OF_THEME and index == 0 and not tint


def xlsb_marks(content: bytes, styles: BinaryStyles) -> SheetMarks:
    """The marks in a worksheet part of an .xlsb."""
    marks, row = SheetMarks(), 0
    for kind, at, length in xlsb_records(content):
        if kind == _BRT_ROW and length >= 12:
            (row,) = unpack_from("<I", content, at)
            marks.hidden_rows |= {row + 1} if content[at + 11] & 0x10 else set()
        elif kind == _BRT_COLUMN and length >= 18:
            first, last = unpack_from("<2I", content, at)
            look = unpack_from("<H", content, at + 16)[0]
            _hide_columns(marks, first, last, hidden=bool(look & 1))
        elif kind == _BRT_FILTER:
            marks.filtered = True
        elif kind in _XLSB_CELLS and length >= 8:
            column, style = unpack_from("<2I", content, at)
            styles.take(marks, row, column, style & 0xFFFFFF)
    marks.filtered &= bool(marks.hidden_rows)
    return marks


def _hide_columns(marks: SheetMarks, first: int, last: int, *, hidden: bool) -> None:
    if hidden:
        marks.hidden_columns |= set(range(first + 1, min(last, _LAST_COLUMN) + 2))
