"""Hours with minutes behind the point: `1.30` is an hour and a half, when the heading says so."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.cell import Cell
from data.cells.text import shown_text
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.values.found_table import Heading

CODE = "hours_notation"
MINUTES, DECIMALS = "minutes", "decimals"
_TELLS = re.compile(r"\b(uu?|hh?)[.,:](mm?)\b|\buren[.,:]\s?minuten|\bhours[.,:]\s?minutes", re.I)
_DOTTED = re.compile(r"^(\d{1,3})[.,](\d{2})(?:\s?(?:uur|uren|u|hrs?|h)\.?)?$", re.I)
_SURELY_MINUTES = {15, 45}
_OF_MINUTES = {15, 30, 45}  # a decimal hour is seldom 9, 18 or 27 minutes
_OF_EITHER = {0, 10, 20, 40, 50}


def look(found: LookedAt) -> None:
    """Read minutes behind the point where the heading tells so; ask where it may be."""
    for heading in found.headings(c.HOURS):
        column = found.column(heading)
        if _TELLS.search(heading.text):
            _read_minutes(found, heading)
        elif _may_be_minutes(column.distinct):
            rows = column.rows_where(_parts)
            value = shown_text(_telling(column.cells, rows))
            question = messages.HOURS_NOTATION(column=heading.text, value=value)
            reason = messages.HOURS_IN_TWO_WAYS()
            choices = (MINUTES, DECIMALS)
            if found.choose(CODE, question, rows, choices, reason, heading) == MINUTES:
                _read_minutes(found, heading)


def _may_be_minutes(cells: list[Cell]) -> bool:
    """Whether texts with two decimals may all hold minutes, and some hardly can be decimals."""
    found = [m for cell in cells if isinstance(cell, str) and (m := _DOTTED.match(cell.strip()))]
    behind = {int(match[2]) for match in found}
    if found:
        return bool(behind & _OF_MINUTES) and behind <= _OF_MINUTES | _OF_EITHER
    numbers = {cell for cell in cells if isinstance(cell, (int, float)) and cell is not True}
    behind = {int(part) if part.is_integer() else -1 for part in map(_hundredths, numbers)}
    return bool(behind & _SURELY_MINUTES) and behind <= _OF_MINUTES | _OF_EITHER


def _telling(cells: list[Cell], rows: list[int]) -> Cell:
    """The cell that shows best what is asked: one typed with minutes behind its point."""
    behind = [n for n in rows if (_parts(cells[n]) or (0, 0))[1]]
    return cells[next((n for n in behind if isinstance(cells[n], str)), (*behind, *rows)[0])]


def _hundredths(number: float) -> float:
    return round(float(number) % 1 * 100, 6)


def _read_minutes(found: LookedAt, heading: Heading) -> None:
    cells = found.values(heading)
    told = {row: parts for row, cell in enumerate(cells) if (parts := _parts(cell))}
    wrong = [row for row, (_, minutes) in told.items() if minutes > 59]
    found.reject(wrong, messages.NO_MINUTES(), heading)
    found.change(heading, {row: f"{h}:{m:02d}" for row, (h, m) in told.items() if m < 60})
    if told:
        found.remark(messages.MINUTES_BEHIND_POINT(column=heading.text))


def _parts(cell: Cell) -> tuple[int, int] | None:
    """Hours and minutes; a number lost the zero behind its last digit."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        hours = int(cell)
        return hours, round((cell - hours) * 100)
    match = _DOTTED.match(cell.strip()) if isinstance(cell, str) else None
    return (int(match[1]), int(match[2])) if match else None
