"""Days written as a number: `20190403`, `03042019`, and `3042019` that lost its zero."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from data.cells.cell import Cell

YEARS = range(1900, 2101)
Day = tuple[int, int, int]  # year, month, day


class DayNumbers(NamedTuple):
    """What a column as a whole tells of its numbers.

    `keeps_month_zero`: 15042019 stands in it, so that of 1112019 only the day lost its zero.
    `month_first`: 04152019 does. `short_years`: 150419 does, that is no year and month.
    """

    keeps_month_zero: bool = False
    month_first: bool = False
    short_years: bool = False


def day_numbers_in(cells: Iterable[Cell]) -> DayNumbers:
    """What the numbers of a column tell about how all of them are written."""
    numbers = {text for cell in cells if (text := digits_of(cell))}
    eight = [text for text in numbers if len(text) == 8 and not _year_first(text)]
    seven = [_seven(text) for text in numbers if len(text) == 7]
    short_months = any(len(days) == 1 and days[0][1] < 10 < days[0][2] for days in seven)
    return DayNumbers(
        any(text[2] == "0" for text in eight) and not short_months,
        any(_month_first(text) and not _day_first(text) for text in eight),
        any(len(text) == 6 and not is_year_and_number(text) for text in numbers),
    )


def readings(digits: str, known: DayNumbers) -> list[Day]:
    """The days that seven or eight digits may be; none when they are no day."""
    if len(digits) == 8:
        days = _year_first(digits) + _day_first(digits)
        return days + (_month_first(digits) if known.month_first else [])
    if len(digits) != 7:
        return []
    if known.month_first:
        return _seven(digits) + _month_first(f"0{digits}")
    return _day_first(f"0{digits}") if known.keeps_month_zero else _seven(digits)


def digits_of(cell: Cell) -> str:
    """The digits of a whole number, and of a text that is one; empty for anything else."""
    if isinstance(cell, str):
        text = cell.strip()
        return text if text.isascii() and text.isdigit() and len(text) < 9 else ""
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not 0 < cell < 10**8:
        return ""
    return str(int(cell)) if float(cell).is_integer() else ""


def is_year_and_number(digits: str) -> bool:
    """Whether six digits are a year and a month, or at least a week."""
    return int(digits[:4]) in YEARS and 1 <= int(digits[4:]) <= 53


def _seven(text: str) -> list[Day]:
    """The first digit may be the whole day, or the third the whole month."""
    return _day_first(f"0{text}") + (_day_first(f"{text[:2]}0{text[2:]}"))


def _year_first(text: str) -> list[Day]:
    return _day(text[:4], text[4:6], text[6:])


def _day_first(text: str) -> list[Day]:
    return _day(text[4:], text[2:4], text[:2])


def _month_first(text: str) -> list[Day]:
    return _day(text[4:], text[:2], text[2:4])


def _day(year: str, month: str, day: str) -> list[Day]:
    parts = int(year), int(month), int(day)
    try:
        dt.date(*parts)
    except ValueError:
        return []
    return [parts] if parts[0] in YEARS else []
