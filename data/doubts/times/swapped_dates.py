"""Day and month that Excel swapped, as it opened a list in another language than its own.

Of `02/13/2019` it could make no date, and left a text; of `03/01/2019` it made the third of
January. What is a text and what is a date tells it: no text could be a date, every date could.
"""

from __future__ import annotations

import datetime as dt
import re

from data import columns as c
from data.cells.cell import Cell
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages

CODE = "swapped_dates"
SWAP, KEEP = "swap", "keep"
_DATE_TEXT = re.compile(r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:\s+\d{1,2}:\d\d.*)?$")
_FEWEST = 4  # cells; of fewer it may be chance
_MONTHS = 12


def look(found: LookedAt) -> None:
    """Swap day and month back where that is certain; ask where it is likely."""
    for heading in found.headings(c.DATE):
        column = found.column(heading)
        texts = [m for text in column.texts if (m := _DATE_TEXT.match(text))]
        days = [cell.day for cell in column.distinct if isinstance(cell, dt.date)]
        rows = column.rows_where(lambda cell: isinstance(cell, dt.date))
        if not texts or not days or max(days) > _MONTHS:
            continue
        month_first = all(int(m[1]) <= _MONTHS < int(m[2]) for m in texts)
        day_first = all(int(m[2]) <= _MONTHS < int(m[1]) for m in texts)
        example = messages.DATES_SWAPPED(column=heading.text, n=len(rows), value=texts[0][0])
        if month_first and len(texts) + len(rows) >= _FEWEST:
            _swap(found, rows)
            found.remark(example)
        elif (day_first or month_first) and len(texts) + len(rows) >= _FEWEST:
            _ask(found, rows, texts[0][0])


def _ask(found: LookedAt, rows: list[int], example: str) -> None:
    (heading,) = found.headings(c.DATE)
    question = messages.DATES_MAY_BE_SWAPPED(column=heading.text, n=len(rows), value=example)
    reason = messages.DATE_MAY_BE_SWAPPED()
    if found.choose(CODE, question, rows, (SWAP, KEEP), reason, heading) == SWAP:
        _swap(found, rows)


def _swap(found: LookedAt, rows: list[int]) -> None:
    (heading,) = found.headings(c.DATE)
    cells = found.values(heading)
    swapped: dict[int, Cell] = {}
    for row in rows:
        cell = cells[row]
        if isinstance(cell, dt.date):
            swapped[row] = dt.date(cell.year, cell.day, cell.month)
    found.change(heading, swapped)
