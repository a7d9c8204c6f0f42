"""Rows of a text that are longer than the headings: an unquoted delimiter moved their cells."""

from __future__ import annotations

from data import columns as c
from data.cells.predicates import is_blank
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST


def look(found: LookedAt) -> None:
    """Reject the rows of a text with cells beyond the last heading."""
    if not found.sheet.delimiter or found.table.layout != LIST:
        return
    width = max((h.position + 1 for h in found.table.headings if h.text), default=0)
    rows = [
        i
        for i, row in enumerate(found.candidates.rows)
        if len(row) > width and any(not is_blank(cell) for cell in row[width:])
    ]
    found.reject(rows, messages.ROW_LONGER())
    _look_for_moved_names(found)


def _look_for_moved_names(found: LookedAt) -> None:
    """Reject the rows in which a name begins with a space, as after a comma, and most do not."""
    if found.sheet.delimiter != ",":
        return
    for heading in found.headings(c.DEPARTMENT, c.THEME):
        cells = found.values(heading)
        rows = [i for i, cell in enumerate(cells) if isinstance(cell, str) and cell[:1] == " "]
        if 2 * len(rows) <= len(cells):
            found.reject(rows, messages.ROW_LONGER(), heading)
