"""Error cells in the binary workbooks (.xlsb and .xls), read record by record."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from data.reading.collecting import Errors
from data.reading.error_texts import CODES, UNKNOWN_CODE
from data.reading.refusals import Reason, RefusedError

# [MS-XLSB] 2.3.1: the numbers of the records.
_ROW_HEADER = 0
_CELL_ERROR = 3
_FORMULA_ERROR = 11
_CELLS = {*range(1, 12), 62}
_MOST_ROWS, _MOST_COLUMNS = 2**20, 2**14  # what Excel itself has

# [MS-XLS] 2.3.1: the numbers of the records.
_FORMULA = 0x0006
_EOF = 0x000A
_BOUND_SHEET = 0x0085
_BOOL_ERR = 0x0205
_BOF = 0x0809


def xlsb_records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record's number, where its data start, and their length."""
    position = 0
    size = len(content)
    while position < size:
        kind = content[position]
        if kind & 0x80:
            kind, position = _long_number(content, position, 2)
        else:
            position += 1
        length, position = _long_number(content, position, 4)
        if position + length > size:
            return
        yield kind, position, length
        position += length


def xlsb_errors(content: bytes) -> Errors:
    """The error cells of a worksheet part of an .xlsb; refuses cells where no sheet has any."""
    found: Errors = {}
    row = 0
    for kind, start, length in xlsb_records(content):
        if length < 4:
            continue
        (place,) = unpack_from("<I", content, start)
        if kind == _ROW_HEADER:
            row = place
        if (kind == _ROW_HEADER and place >= _MOST_ROWS) or (
            kind in _CELLS and place >= _MOST_COLUMNS
        ):
            raise RefusedError(Reason.DAMAGED)  # calamine would take gigabytes for it
        if kind in (_CELL_ERROR, _FORMULA_ERROR) and length >= 9:
            text = CODES.get(content[start + 8], UNKNOWN_CODE)
            found.setdefault(row, {})[place] = text
    return found


def xls_errors(stream: bytes) -> list[Errors]:
    """The error cells of every sheet in the Workbook stream of an .xls, in workbook order."""
    return [_errors_among(stream, records) for records in xls_sheet_records(stream)]


def _long_number(content: bytes, position: int, most: int) -> tuple[int, int]:
    """A number in groups of seven bits, lowest first, and the position after it."""
    number = 0
    for group in range(most):
        byte = content[position] if position < len(content) else 0
        position += 1
        number |= (byte & 0x7F) << (7 * group)
        if not byte & 0x80:
            break
    return number, position


def xls_records(stream: bytes, position: int) -> Iterator[tuple[int, int, int]]:
    """Each record's number, where its data start, and their length, from a place on."""
    while position + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, position)
        yield kind, position + 4, length
        position += 4 + length


def _xls_sheet_starts(stream: bytes) -> list[int]:
    starts = []
    for kind, start, length in xls_records(stream, 0):
        if kind == _EOF:
            break
        if kind == _BOUND_SHEET and length >= 4 and start + 4 <= len(stream):
            starts.append(unpack_from("<I", stream, start)[0])
    return starts


def xls_sheet_records(stream: bytes) -> Iterator[Iterator[tuple[int, int, int]]]:
    """The records of every sheet of an .xls, in workbook order."""
    for start in _xls_sheet_starts(stream):
        yield _records_of_sheet(stream, start)


def _records_of_sheet(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    depth = 0  # a chart on the sheet is a stream of its own, inside the sheet's
    for kind, at, length in xls_records(stream, start):
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, at, length


def _errors_among(stream: bytes, records: Iterator[tuple[int, int, int]]) -> Errors:
    found: Errors = {}
    for kind, at, length in records:
        if kind == _BOOL_ERR and length >= 8 and at + 8 <= len(stream):
            if stream[at + 7]:
                _note(found, stream, at, stream[at + 6])
        elif kind == _FORMULA and length >= 14 and at + 14 <= len(stream):
            is_error = stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff"
            if is_error:
                _note(found, stream, at, stream[at + 8])
    return found


def _note(found: Errors, stream: bytes, at: int, code: int) -> None:
    row, column = unpack_from("<HH", stream, at)
    found.setdefault(row, {})[column] = CODES.get(code, UNKNOWN_CODE)
