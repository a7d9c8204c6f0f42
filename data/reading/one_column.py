"""A delimited text that ended up in the first column of its sheet: each line in one cell."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from data.cells.text import cell_text
from data.reading.delimiter import ONE_COLUMN, detect_delimiter
from data.values.grid import Sheet

_ROWS_LOOKED_AT = 50
_LEAST_CELLS = 3
_MOST = 0.6  # of the rows; a title and a total may stand around them

Row = Sequence[Any]


def with_columns(sheet: Sheet) -> Sheet:
    """The sheet with its cells apart, where whole lines of a text stand in its first column.

    A comma in a line may have parted it already: what stands to the right belongs to it.
    """
    filled = [row for row in sheet.rows[:_ROWS_LOOKED_AT] if any(cell != "" for cell in row)]
    delimiter = _delimiter_within(filled)
    if not delimiter:
        return sheet
    usual = _usual_length(filled, delimiter)
    rows = [_parted(row, delimiter, usual) for row in sheet.rows]
    return replace(sheet, rows=rows)


def _delimiter_within(rows: Sequence[Row]) -> str:
    """What parts the cells within the first column; empty when it holds single cells."""
    firsts = [row[0] if row else "" for row in rows]
    texts = [cell for cell in firsts if isinstance(cell, str) and len(cell) > _LEAST_CELLS]
    if not texts or len(texts) < _MOST * len(rows):
        return ""
    alone = sum(sum(cell != "" for cell in row) == 1 for row in rows)
    delimiter = detect_delimiter("\n".join(text.replace("\n", " ") for text in texts))
    if delimiter == ONE_COLUMN or (delimiter == "," and alone < len(rows)):
        return ""
    if alone < _MOST * len(rows) and not _is_line(texts[0], delimiter):
        return ""
    lengths = Counter(len(_cells_in(text, delimiter)) for text in texts)
    length, count = lengths.most_common(1)[0]
    return delimiter if length >= _LEAST_CELLS and count >= _MOST * len(rows) else ""


def _is_line(text: str, delimiter: str) -> bool:
    return len(_cells_in(text, delimiter)) >= _LEAST_CELLS


def _usual_length(rows: Sequence[Row], delimiter: str) -> int:
    lengths = Counter(len(_cells_in(_line(row), delimiter)) for row in rows)
    return lengths.most_common(1)[0][0]


def _line(row: Row) -> str:
    """The row as the line of text that it was."""
    return ",".join(map(cell_text, row))


def _parted(row: Row, delimiter: str, usual: int) -> list[Any]:
    if not row or not isinstance(row[0], str) or delimiter not in row[0]:
        return list(row)
    line = _cells_in(_line(row), delimiter)
    return line if len(line) <= max(usual, _LEAST_CELLS) else _cells_in(row[0], delimiter)


def _cells_in(text: str, delimiter: str) -> list[str]:
    lines = text.replace("\r", " ").replace("\n", " ")
    return next(csv.reader([lines], delimiter=delimiter), [])


def with_quoted_lines_parted(rows: list[list[Any]], delimiter: str) -> None:
    """Part the lines that stand in quotes as a whole, among lines that do not."""
    if delimiter == ONE_COLUMN:
        return
    usual = max((len(row) for row in rows[:_ROWS_LOOKED_AT]), default=0)
    if usual < _LEAST_CELLS:
        return
    for index, row in enumerate(rows):
        if len(row) == 1 and isinstance(row[0], str) and row[0].count(delimiter) >= usual - 1:
            cells = _cells_in(row[0], delimiter)
            if len(cells) == usual:
                rows[index] = cells
