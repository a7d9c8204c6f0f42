"""Columns that the spreadsheet hides: said when they are read, and when they are not."""

from __future__ import annotations

from data.doubts.columns import messages
from data.doubts.looked_at import LookedAt


def look(found: LookedAt) -> None:
    """Remark on the hidden columns that a reader does not see."""
    hidden = found.sheet.marks.hidden_columns
    for heading in found.headings():
        if found.number_of(heading.position) in hidden:
            found.remark(messages.COLUMN_HIDDEN_READ(column=heading.text))
