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
    rows = found.rows_with(struck)
    found.ask(CODE, messages.ROWS_STRUCK(n=len(rows)), rows, messages.ROW_STRUCK())
