"""What the spreadsheet hides: the whole sheet, or rows by hand, in a closed group, by a filter."""

from __future__ import annotations

from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages

CODE = "hidden_rows"


def look(found: LookedAt) -> None:
    """Ask whether hidden rows count; tell that the sheet itself is hidden."""
    marks = found.sheet.marks
    if found.sheet.hidden:
        found.remark(messages.SHEET_HIDDEN(n=len(found.candidates)))
    if not marks.hidden_rows:
        return
    rows = [i for i, number in enumerate(found.candidates.numbers) if number in marks.hidden_rows]
    told = messages.ROWS_FILTERED_OUT if marks.filtered else messages.ROWS_HIDDEN
    found.ask(CODE, told(n=len(rows)), rows, messages.ROW_HIDDEN())
