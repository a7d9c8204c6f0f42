"""Weeks and quarters by their number: under “Week” `2021-12` is no December."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import Heading

_YEAR_FIRST = re.compile(
    r"^((?:19|20)\d\d)[-/.\s]{0,3}(?:(?P<of>p|periode|period)[\s.]?)?(?P<number>\d{1,2})$", re.I
)
_YEAR_LAST = re.compile(r"^(\d{1,2})[-/.\s]((?:19|20)\d\d)$")
_MONTH = re.compile(r"maand|\bmnd\b|\bmonth")
_PERIOD = re.compile(r"\bp[\s.]?\d|\bp\b|periode|\bperiod\b")
_WEEK = re.compile(r"week|\bwk\b|\bw\b")
_QUARTER = re.compile(r"kwartaal|\bkw\b|\bkwrt\b|\bq\b|quarter")
_LONGER_PERIODS = (
    "halfjaar", "half jaar", "semester", "tertaal", "trimester", "tertiaal", "vierwekenperiode",
)  # fmt: skip
_WEEK_HEADINGS = ("week", "weeknr", "weeknummer", "week nr", "wk", "week number")
# Bookkeepers close a year in a thirteenth period; elsewhere it is one of four weeks.
_PERIODS, _WEEKS, _QUARTERS = 13, 53, 4
CODE = "quarter_or_month"
IN_MONTHS, IN_QUARTERS = "in_months", "in_quarters"


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
        else:
            _look_at_months(found, heading, told)
    _look_beside_year(found)
    _tell_unread(found)


def _look_at_months(found: LookedAt, heading: Heading, told: dict[Cell, tuple[str, int]]) -> None:
    """Reject what may be weeks, or periods of four; ask where quarters are as likely."""
    rows = found.column(heading).rows_where(told.__contains__)
    numbers = {number for _, number in told.values()}
    named = [cell for cell in told if isinstance(cell, str) and _PERIOD.search(cell.casefold())]
    if any(_PERIODS < number <= _WEEKS for number in numbers):
        found.reject(rows, messages.MONTH_OR_WEEK(), heading)
    elif found.table.kind != c.USAGE:
        return
    elif named or _PERIODS in numbers or _PERIOD.search(plain_words(heading.text)):
        found.remark(messages.PERIODS_AS_MONTHS(column=heading.text))
    if not named and _may_be_quarters(heading, told):
        question = messages.QUARTER_OR_MONTH(column=heading.text, value=str(next(iter(told))))
        reason, choices = messages.MAY_BE_QUARTER(), (IN_QUARTERS, IN_MONTHS)
        if found.choose(CODE, question, rows, choices, reason, heading) == IN_QUARTERS:
            _read_as(found, heading, told, "Q", _QUARTERS)


def _may_be_quarters(heading: Heading, told: dict[Cell, tuple[str, int]]) -> bool:
    """Whether the numbers go from 1 to 4 at most, and none is written as `01`."""
    numbers = {number for _, number in told.values()}
    padded = any(re.search(r"(?<!\d)0\d(?!\d)|^\d{6}$", cell_text(cell)) for cell in told)
    few = len(numbers) > 1 and max(numbers) <= _QUARTERS
    return few and not padded and not _MONTH.search(plain_words(heading.text))


def _look_beside_year(found: LookedAt) -> None:
    """Look at a column of periods by their number beside one of years."""
    for heading in found.headings(c.MONTH) if found.table.kind == c.USAGE else ():
        numbered = any(map(_is_week, found.column(heading).distinct))
        if numbered and _PERIOD.search(plain_words(heading.text)):
            found.remark(messages.PERIODS_AS_MONTHS(column=heading.text))


def _tell_unread(found: LookedAt) -> None:
    """Tell of a column with weeks that is not read, since its rows have only a year."""
    for heading in found.unread():
        numbers, words = found.filled(heading), plain_words(heading.text)
        of_weeks = words in _WEEK_HEADINGS and all(map(_is_week, numbers))
        if numbers and (of_weeks or words in _LONGER_PERIODS):
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
        return first[1], int(first["number"])
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
