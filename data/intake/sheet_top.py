"""The top of a sheet as it stands: what a person looks at to see how the sheet was recognised."""

from __future__ import annotations

from data.cells.cell import Cell
from data.cells.predicates import is_empty
from data.cells.text import cell_text, shorten, shown_text
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.results import Top

MAX_ROWS = 40
MAX_WIDTH = 60
MAX_TEXT = 80  # characters: enough to recognise a cell by
_ABOVE_A_DEEP_HEADING = 10


def top_of(sheet: Sheet, table: Table | None) -> Top:
    """The first rows of a sheet, or those around a heading row that stands deeper."""
    first = _first_row(sheet, table)
    shown = [
        tuple("" if is_empty(cell) else _text(cell) for cell in row)
        for row in sheet.rows[first : first + MAX_ROWS]
    ]
    width = max((_filled(row) for row in shown), default=0)
    cut = tuple(row[: min(width, MAX_WIDTH)] for row in shown)
    return Top(sheet.first_row + first, sheet.first_column, cut, width)


def _text(cell: Cell) -> str:
    return shown_text(cell) if isinstance(cell, float) else shorten(cell_text(cell), MAX_TEXT)


def _first_row(sheet: Sheet, table: Table | None) -> int:
    place = table.header_row - sheet.first_row if table else 0
    return place - _ABOVE_A_DEEP_HEADING if place > MAX_ROWS - _ABOVE_A_DEEP_HEADING else 0


def _filled(row: tuple[str, ...]) -> int:
    """How many cells there are down to the last that holds something."""
    return max((place + 1 for place, text in enumerate(row) if text), default=0)
