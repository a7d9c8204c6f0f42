"""Cells that nobody sees: white letters on white paper, a format that shows nothing, far away."""

from __future__ import annotations

from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages

CODE = "unseen_rows"
_SHOWN = 5


def look(found: LookedAt) -> None:
    """Tell of cells that were left out; ask about rows with a cell that cannot be seen."""
    far = found.sheet.marks.far
    if far:
        found.remark(messages.CELLS_FAR(cells=list(far[:_SHOWN]), n=len(far)))
    if not found.sheet.marks.unseen:
        return
    rows = found.rows_with(found.sheet.marks.unseen)
    found.ask(CODE, messages.ROWS_UNSEEN(n=len(rows)), rows, messages.ROW_UNSEEN())
