"""Rows of a text that are longer than the headings: an unquoted delimiter moved their cells."""

from __future__ import annotations

from itertools import pairwise

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.predicates import is_blank
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.values.found_table import LIST

_MEASURES = fields.measures()
_FEWEST_DELIMITERS = 2
_DECIMALS = {"0", "5", "25", "50", "75"}


def look(found: LookedAt) -> None:
    """Reject the rows of a text with cells beyond the last heading."""
    width = max((h.position + 1 for h in found.table.headings if h.text), default=0)
    if not found.sheet.delimiter or found.table.layout != LIST or not width:
        return
    rows = [
        i
        for i, row in enumerate(found.candidates.rows)
        if len(row) > width and any(not is_blank(cell) for cell in row[width:])
    ]
    found.reject(rows, messages.ROW_LONGER())
    _look_for_swallowed_rows(found, width)
    _look_for_moved_decimals(found)
    _look_for_moved_names(found)


def _look_for_swallowed_rows(found: LookedAt, width: int) -> None:
    """Reject the rows with a cell into which a quotation mark took the rows below."""
    delimiter, least = found.sheet.delimiter, max(_FEWEST_DELIMITERS, width - 2)

    def holds_a_row(cell: Cell) -> bool:
        lines = cell.split("\n")[1:] if isinstance(cell, str) and "\n" in cell else ()
        return any(line.count(delimiter) >= least for line in lines)

    for heading in found.table.headings:
        rows = found.column(heading).rows_where(holds_a_row)
        found.reject(rows, messages.ROW_SWALLOWED())


def _look_for_moved_decimals(found: LookedAt) -> None:
    """Ask about whole numbers that 5, 25, 50 or 75 follows in the next column: `2,5` in two."""
    measures = [h for h in found.headings(*_MEASURES) if found.sheet.delimiter == ","]
    for one, other in pairwise(sorted(measures, key=lambda h: h.position)):
        before, behind = found.values(one), found.values(other)
        filled = [row for row, cell in enumerate(behind) if not is_blank(cell)]
        digits = {str(behind[row]).strip() for row in filled}
        whole = all(str(before[row]).strip().isdecimal() for row in filled)
        next_ = other.position == one.position + 1
        if next_ and len(filled) > 1 and whole and digits <= _DECIMALS and digits - {"0"}:
            told = messages.DECIMALS_MOVED(column=one.text, other=other.text, n=len(filled))
            reason = messages.DECIMAL_MAY_HAVE_MOVED()
            found.ask("moved_decimals", told, filled, reason, one)


def _look_for_moved_names(found: LookedAt) -> None:
    """Reject the rows in which a name begins with a space, as after a comma, and most do not."""
    if found.sheet.delimiter != ",":
        return
    for heading in found.headings(c.DEPARTMENT, c.THEME):
        rows = found.column(heading).rows_where(lambda x: isinstance(x, str) and x[:1] == " ")
        if 2 * len(rows) <= len(found.candidates):
            found.reject(rows, messages.ROW_LONGER(), heading)
