"""Rows that are struck through."""

from __future__ import annotations

from data.doubts import messages
from data.doubts.looked_at import LookedAt

CODE = "struck_rows"


def look(found: LookedAt) -> None:
    """Ask whether rows count of which a cell that is read is struck through."""
    struck = found.sheet.marks.struck
    if not struck:
        return
    read = {found.number_of(heading.position) for heading in found.headings()}
    rows = [
        i
        for i, number in enumerate(found.candidates.numbers)
        if struck.get(number, frozenset()) & read
    ]
    found.ask(CODE, messages.ROWS_STRUCK(n=len(rows)), rows, messages.ROW_STRUCK())
