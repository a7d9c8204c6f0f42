"""Days that a spreadsheet counts from 1904, as bare numbers in a column of dates."""

from __future__ import annotations

import datetime as dt

from data import columns as c
from data.doubts.looked_at import LookedAt

_ZERO = dt.date(1904, 1, 1)
_SERIALS = range(18_000, 78_000)  # 1953 to 2117


def look(found: LookedAt) -> None:
    """Read such numbers as the days that the spreadsheet shows."""
    if not found.sheet.marks.from_1904:
        return
    for heading in found.headings(c.DATE):
        days = {
            row: _ZERO + dt.timedelta(days=int(cell))
            for row, cell in enumerate(found.values(heading))
            if isinstance(cell, (int, float)) and not isinstance(cell, bool)
            if int(cell) in _SERIALS
        }
        found.change(heading, days)
