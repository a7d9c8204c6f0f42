"""Formulas of which the file holds no outcome: a program wrote it, and no spreadsheet saved it."""

from __future__ import annotations

from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages


def look(found: LookedAt) -> None:
    """Reject the rows in which such a cell would be read."""
    unworked = found.sheet.marks.unworked
    if not unworked:
        return
    for row in found.rows_with(unworked):
        columns = unworked[found.candidates.numbers[row]]
        heading = next(
            (h for h in found.headings() if found.number_of(h.position) in columns), None
        )
        found.reject([row], messages.FORMULA_UNWORKED(), heading)
