"""Weeks and quarters by their number: under “Week” `2021-12` is no December."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.text import cell_text
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import Heading

_YEAR_FIRST = re.compile(r"^((?:19|20)\d\d)[-/.\s]?(\d{1,2})$")
_YEAR_LAST = re.compile(r"^(\d{1,2})[-/.\s]((?:19|20)\d\d)$")
_WEEK = re.compile(r"week|\bwk\b|\bw\b")
_QUARTER = re.compile(r"kwartaal|\bkw\b|\bkwrt\b|\bq\b|quarter")
_WEEK_HEADINGS = ("week", "weeknr", "weeknummer", "week nr", "wk", "week number")
_PERIODS, _WEEKS, _QUARTERS = 13, 53, 4  # bookkeepers close a year in a thirteenth period


def look(found: LookedAt) -> None:
    """Read such numbers as what the heading says; reject them where they are no months."""
    for heading in found.headings(c.DATE):
        column = found.column(heading)
        told = {cell: parts for cell in column.distinct if (parts := _parts(cell))}
        if not told:
            continue
        words = plain_words(heading.text)
        if _WEEK.search(words):
            _read_as(found, heading, told, "W", _WEEKS)
        elif _QUARTER.search(words):
            _read_as(found, heading, told, "Q", _QUARTERS)
        elif any(_PERIODS < number <= _WEEKS for _, number in told.values()):
            rows = column.rows_where(told.__contains__)
            found.reject(rows, messages.MONTH_OR_WEEK(), heading)

    _tell_unread(found)


def _tell_unread(found: LookedAt) -> None:
    """Tell of a column with weeks that is not read, since its rows have only a year."""
    for heading in found.unread():
        numbers = found.filled(heading)
        named = plain_words(heading.text) in _WEEK_HEADINGS
        if numbers and named and all(map(_is_week, numbers)):
            found.remark(messages.PERIOD_UNREAD(column=heading.text))


def _is_week(cell: Cell) -> bool:
    text = cell_text(cell).strip()
    return text.isdecimal() and len(text) < 3 and 1 <= int(text) <= _WEEKS


def _parts(cell: Cell) -> tuple[str, int] | None:
    """Year and number; None for anything else."""
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)) or cell == "":
        return None
    text = cell_text(cell).strip()
    first, last = _YEAR_FIRST.match(text), _YEAR_LAST.match(text)
    if first:
        return first[1], int(first[2])
    return (last[2], int(last[1])) if last else None


def _read_as(
    found: LookedAt, heading: Heading, told: dict[Cell, tuple[str, int]], sign: str, most: int
) -> None:
    cells = found.values(heading)
    read: dict[int, Cell] = {
        row: f"{year}-{sign}{number:02d}" if sign == "W" else f"{year}-{sign}{number}"
        for row, cell in enumerate(cells)
        if cell in told and 1 <= (number := told[cell][1]) <= most and (year := told[cell][0])
    }
    found.change(heading, read)
