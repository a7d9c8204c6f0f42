"""Small questions about single cells and rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.cells.cell import Cell, ErrorCell
from data.cells.keys import visible_text

LONGEST_VALUE = 80  # characters: no number, amount or date is longer, and no pattern sees more
# White space, invisible signs, and the dashes and lines that people put in empty cells.
_BLANK = re.compile("^[\\s\u00a0\u200b-\u200f\u2060\ufeff\u00ad\\-–—_=.*·…~]*$")
_INVISIBLE = re.compile("^[\\s\u00a0\u200b-\u200f\u2060\ufeff\u00ad]*$")
_VALUE = re.compile(
    r"""^[\s€(+-]*\d[\d.,:\s]*([-%)]|(\ ?(uur|u|dgn|dagen|min|%)\.?))*[-=]*$
      | ^\d{1,4}[-/.\s]([a-z]{3,9}|\d{1,2})[-/.\s]\d{2,4}$""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*[-(]?\s*€?\s*\d[\d.,\s]*([.,]?(-{1,2}|={1,2}))?\s*[)%]?\s*(-|uur|uren|u|dgn|dagen|x|k)?\.?\s*$"
    r"|^\s*\d{1,4}:[0-5]\d\s*$",
    re.IGNORECASE,
)


def cell_at(row: Sequence[Cell], position: int) -> Cell:
    """The cell at a place; beyond the row's end it is empty."""
    return row[position] if position < len(row) else ""


def is_blank(cell: Cell) -> bool:
    """Whether a cell tells nothing: empty, invisible signs, or only dashes and lines."""
    if not isinstance(cell, str):
        return False
    return not cell or (not cell[0].isalnum() and bool(_BLANK.match(cell)))


def is_empty(cell: Cell) -> bool:
    """Whether a reader sees nothing in the cell."""
    return isinstance(cell, str) and (not cell or bool(_INVISIBLE.match(cell)))


def is_text(cell: Cell) -> bool:
    """Whether a cell holds words: no number, no date, no error of the spreadsheet."""
    return isinstance(cell, str) and not isinstance(cell, ErrorCell) and not is_blank(cell)


def looks_like_value(cell: Cell) -> bool:
    """Whether a cell is a number, an amount or a date, also when it is stored as text."""
    if isinstance(cell, str):
        short = len(cell) <= LONGEST_VALUE
        return isinstance(cell, ErrorCell) or (short and bool(_VALUE.match(cell.strip())))
    return True


def is_number(cell: Cell) -> bool:
    """Whether a cell is a number or a text that is one; a date and a year in a title are none."""
    if isinstance(cell, (bool, ErrorCell)):
        return False
    if isinstance(cell, (int, float)):
        return True
    if not isinstance(cell, str) or len(cell) > LONGEST_VALUE:
        return False
    return bool(_NUMBER.match(" ".join(cell.split())))  # runs of spaces would cost their cube


def heading_text(cell: Cell) -> str:
    """A cell of a heading row as the reader sees it; a year keeps no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return visible_text(str(cell))


def last_filled_row(rows: Sequence[Sequence[Cell]]) -> int:
    """The place of the last row in which a reader sees anything; -1 when there is none."""
    for index in range(len(rows) - 1, -1, -1):
        if not all(map(is_empty, rows[index])):
            return index
    return -1
