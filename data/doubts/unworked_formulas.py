"""Formulas of which the file holds no outcome: a program wrote it, and no spreadsheet saved it."""

from __future__ import annotations

from data.doubts import messages
from data.doubts.looked_at import LookedAt


def look(found: LookedAt) -> None:
    """Reject the rows in which such a cell would be read."""
    unworked = found.sheet.marks.unworked
    if not unworked:
        return
    for heading in found.headings():
        column = found.number_of(heading.position)
        rows = [
            i
            for i, number in enumerate(found.candidates.numbers)
            if column in unworked.get(number, frozenset())
        ]
        found.reject(rows, messages.FORMULA_UNWORKED(), heading)
