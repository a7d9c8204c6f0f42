"""Dates as people write them, each with how exact it is."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from data.cells import messages
from data.cells.cell import Cell
from data.cells.day_numbers import (
    YEARS,
    DayNumbers,
    day_numbers_in,
    digits_of,
    is_year_and_number,
    readings,
)
from data.cells.months import ANY_MONTH, MONTHS
from data.cells.numbers import plain_minus
from data.cells.text import cell_text, shorten
from data.columns import DAY_PRECISION, MONTH_PRECISION, QUARTER_PRECISION, YEAR_PRECISION
from texts import Message

_ORDINALS = {
    "eerste": 1, "first": 1, "i": 1, "tweede": 2, "second": 2, "ii": 2, "derde": 3, "third": 3,
    "iii": 3, "vierde": 4, "fourth": 4, "iv": 4,
}  # fmt: skip
_MONTH = rf"(?P<month>{ANY_MONTH})"
_YEAR4 = r"(?P<year>\d{4})"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_GAP = r"[\s\-/.,']*"
_QUARTER_WORD = r"(?:kwartaal|kwart|kwrt|kw|quarter|qtr|q|k)"
_WEEK_WORD = r"(?:weeknummer|weeknr|week|wk|w)"
_RANK = rf"(?P<quarter>[1-4]|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"

_WEEKDAY = re.compile(
    r"^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat"
    r"|sun)\b[\s.,]*(?=\S)"
)
# By their first two letters, which no two of them share in either language but one.
_DAYS_OF_WEEK = {
    "ma": 0, "mo": 0, "di": 1, "tu": 1, "wo": 2, "we": 2, "do": 3, "th": 3, "vr": 4, "fr": 4,
    "za": 5, "sa": 5, "zo": 6, "su": 6,
}  # fmt: skip
_TIME = re.compile(
    r"(?<=\d)(?:\s*,?\s+|t)(?:om\s+)?\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?"
    r"(?:\s*(?:uur|u|h|am|pm))?\s*(?:z|[+-]\d{2}:?\d{2})?$"
)
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\.?\s*$", re.IGNORECASE)  # with such a time the month leads
_NUMERIC = re.compile(rf"^(\d{{1,2}})\s?([-/.\s])\s?(\d{{1,2}})\s?\2\s?{_YEAR}$")

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<day>\d{{1,2}})(?:e|de|ste|st|nd|rd|th)?{_GAP}(?:of\s+)?{_MONTH}{_GAP}{_YEAR}$",
        rf"^{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR4}$",
        rf"^{_YEAR4}{_GAP}{_MONTH}{_GAP}(?P<day>\d{{1,2}})$",
        rf"^{_YEAR4}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})$",
        rf"^{_MONTH}{_GAP}{_YEAR}$",
        rf"^{_YEAR4}{_GAP}{_MONTH}\.?$",
        rf"^{_YEAR4}\s?[-/.]\s?(?P<month>\d{{1,2}})$",
        rf"^(?P<month>\d{{1,2}})\s?[-/.]\s?{_YEAR4}$",
        rf"^{_YEAR4}{_GAP}(?:m|p|mnd|maand|periode|month|period)[\s.]*(?P<month>\d{{1,2}})$",
        rf"^{_YEAR4}{_GAP}{_QUARTER_WORD}[\s.]*{_RANK}$",
        rf"^{_YEAR4}{_GAP}{_RANK}(?:e|de|ste|st|nd|rd|th)?[\s.]*{_QUARTER_WORD}\.?$",
        rf"^{_QUARTER_WORD}[\s.]*{_RANK}{_GAP}(?:(?:van|of|in)\s+)?{_YEAR}$",
        rf"^{_RANK}(?:e|de|ste|st|nd|rd|th)?[\s.]*{_QUARTER_WORD}{_GAP}(?:(?:van|of|in)\s+)?{_YEAR}$",
        rf"^(?:(?:heel|geheel|jaar|year|in)\s+)?{_YEAR4}$",
        rf"^{_YEAR4}{_GAP},?\s*{_WEEK_WORD}[\s.]*(?P<week>\d{{1,2}})$",
        rf"^{_WEEK_WORD}[\s.]*(?P<week>\d{{1,2}})(?:\s*,\s*|{_GAP})(?:(?:van|of|in)\s+)?{_YEAR4}$",
    )
)
_MONTH_CELL = re.compile(
    rf"^(?:(?:m|p|mnd|maand|periode|month|period)[\s.]*)?(\d{{1,2}})$|^{_MONTH}\.?$"
)
_QUARTER_CELL = re.compile(
    rf"^(?:{_QUARTER_WORD}[\s.]*)?{_RANK}$|^(?P<rank>[1-4]|eerste|tweede|derde|vierde|first|second"
    rf"|third|fourth)(?:e|de|ste|st|nd|rd|th)?[\s.]*{_QUARTER_WORD}\.?$"
)
# A bare number in text: a year, a serial number (with a time behind the point), 20190403.
_SERIAL_TEXT = re.compile(r"^\d{4,8}$|^\d{4}\.0$|^\d{5}\.\d+$")
# Around a year only words that say what it is the year of: `t/m 2018` and `2021 e.v.` are none.
_ONE_YEAR = re.compile(
    r"^(?:\W|(?:jaar|jaartal|boekjaar|kalenderjaar|begrotingsjaar|dienstjaar|verslagjaar|begroting"
    r"|begroot|realisatie|jaarrekening|rekening|raming|budget|primitief|actueel|heel|geheel|in|het"
    r"|over|year|fiscal|financial|fy|actual|budgeted|planned)(?![a-z]))*"
    r"((?:19|20)\d{2})(?:[\s*.,)’'\]¹²³†‡-]|\((?:\d|\*)\)|(?:begroting|begroot|realisatie|jaar"
    r"|jaarrekening|rekening|raming|budget|actual|primitief)\b)*$",
    re.IGNORECASE,
)
_SEASON = re.compile(r"^((?:19|20)\d{2})\s?[/-]\s?(\d{2})$")

_SERIAL_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)  # 1954 to 2119


class PartialDate(NamedTuple):
    """The first day of a period, and how exact it is."""

    date: dt.date
    precision: str


class PartOfYear(NamedTuple):
    """A month or a quarter by its number, with its year when the cell gives one."""

    number: int
    year: int | None = None


class _Known(NamedTuple):
    """What the column as a whole tells of how its dates are written."""

    month_first: bool = False
    numbers: DayNumbers = DayNumbers()


def parse_dates(cells: Sequence[Cell]) -> list[PartialDate | Message]:
    """The date in each cell of one column, or a sentence why it cannot be read."""
    known = _Known(reads_month_first(cells), day_numbers_in(cells))
    seasons = seasons_in(cells)
    return [
        not_a_date(cell_text(cell)) if cell in seasons else _parse_date(cell, known)
        for cell in cells
    ]


def reads_month_first(cells: Iterable[Cell]) -> bool:
    """Whether the column proves that it writes the month before the day (04/23/2019)."""
    firsts_over, seconds_over = False, False
    for cell in cells:
        match = _NUMERIC.match(_prepared(cell)) if isinstance(cell, str) else None
        if match and isinstance(cell, str):
            seconds_over |= bool(_AMERICAN.search(cell))
            first, second = int(match[1]), int(match[3])
            firsts_over |= first > 12 >= second
            seconds_over |= second > 12 >= first
    return seconds_over and not firsts_over


def seasons_in(cells: Iterable[Cell]) -> set[Cell]:
    """The cells with two years, such as `2019/20`, where none of their kind can be a month."""
    found = {cell: m for cell in cells if isinstance(cell, str) and (m := _SEASON.match(cell))}
    follows = [int(m[2]) == (int(m[1]) + 1) % 100 for m in found.values()]
    return set(found) if follows and all(follows) else set()


def _prepared(text: str) -> str:
    return _TIME.sub("", _WEEKDAY.sub("", plain_minus(text.casefold()))).strip(" .,")


def _parse_date(cell: Cell, known: _Known | None = None) -> PartialDate | Message:
    if isinstance(cell, dt.datetime):
        return PartialDate(cell.date(), DAY_PRECISION)
    if isinstance(cell, dt.date):
        return PartialDate(cell, DAY_PRECISION)
    if isinstance(cell, str):
        return _parse_text(cell, known or _Known())
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return not_a_date(cell_text(cell))
    return _parse_number(cell, cell_text(cell), (known or _Known()).numbers)


def _parse_text(text: str, known: _Known) -> PartialDate | Message:
    weekday = _WEEKDAY.match(plain_minus(text.casefold()))
    found = _parse_plain(text, known)
    if weekday and isinstance(found, PartialDate) and found.precision == DAY_PRECISION:
        told = _DAYS_OF_WEEK.get(weekday[0].strip(" .,\t")[:2])
        if told is not None and told != found.date.weekday():
            return messages.WEEKDAY_DIFFERS(value=shorten(text))
    return found


def _parse_plain(text: str, known: _Known) -> PartialDate | Message:
    flat = _prepared(text)
    numeric = _NUMERIC.match(flat)
    if numeric:
        first, second, year = int(numeric[1]), int(numeric[3]), _full_year(numeric["year"])
        day, month = (second, first) if known.month_first else (first, second)
        return _on(text, year, month, day)
    if _SERIAL_TEXT.match(flat):
        number = flat if flat.isdigit() else float(flat)
        return _parse_number(number, text, known.numbers)
    for form in _FORMS:
        match = form.match(flat)
        if match:
            return _from_parts(text, match.groupdict())
    return not_a_date(text)


def _from_parts(text: str, parts: dict[str, str | None]) -> PartialDate | Message:
    year = _full_year(parts["year"] or "")
    if parts.get("month"):
        month = _month_number(parts["month"] or "")
        if parts.get("day"):
            return _on(text, year, month, int(parts["day"] or 0))
        return _on(text, year, month, 1, MONTH_PRECISION)
    if parts.get("week"):
        return _in_week(text, year, int(parts["week"] or 0))
    if parts.get("quarter"):
        quarter = _rank(parts["quarter"] or "")
        return _on(text, year, 3 * quarter - 2, 1, QUARTER_PRECISION)
    return _on(text, year, 1, 1, YEAR_PRECISION)


def _in_week(text: str, year: int, week: int) -> PartialDate | Message:
    """The month of a week by its number (ISO): that of its Thursday, as the year of a week is."""
    try:
        thursday = dt.date.fromisocalendar(year, week, 4)
    except ValueError:
        return not_a_date(text)
    return PartialDate(thursday.replace(day=1), MONTH_PRECISION)


def _parse_number(number: float | str, text: str, known: DayNumbers) -> PartialDate | Message:
    digits = digits_of(number)
    if not digits:
        day = int(float(number)) if abs(float(number)) < _SERIALS.stop else 0
        return _from_serial(day) if day in _SERIALS else not_a_date(text)
    if len(digits) == 4 and int(digits) in YEARS:
        return PartialDate(dt.date(int(digits), 1, 1), YEAR_PRECISION)
    if len(digits) == 5 and int(digits) in _SERIALS:
        return not_a_date(text) if known.short_years else _from_serial(int(digits))
    if len(digits) == 6 and is_year_and_number(digits) and not known.short_years:
        return _on(text, int(digits[:4]), int(digits[4:]), 1, MONTH_PRECISION)
    days = readings(digits, known)
    if len(days) > 1:
        first, second = (dt.date(*day) for day in days[:2])
        return messages.DAY_NUMBER_AMBIGUOUS(
            value=text, first=f"{first:%d-%m-%Y}", second=f"{second:%d-%m-%Y}"
        )
    if len(digits) == 8 and not days:
        year_first = int(digits[:4]) in YEARS
        days = [_parted(digits if year_first else digits[4:] + digits[2:4] + digits[:2])]
    return _on(text, *days[0]) if days else not_a_date(text)


def _parted(digits: str) -> tuple[int, int, int]:
    return int(digits[:4]), int(digits[4:6]), int(digits[6:])


def _from_serial(days: int) -> PartialDate:
    return PartialDate(_SERIAL_ZERO + dt.timedelta(days=days), DAY_PRECISION)


def _on(
    text: str, year: int, month: int, day: int, precision: str = DAY_PRECISION
) -> PartialDate | Message:
    try:
        return PartialDate(dt.date(year, month, day), precision)
    except ValueError:
        return _impossible(text, year, month, day)


def _impossible(text: str, year: int, month: int, day: int) -> Message:
    if not 1 <= month <= 12:
        return messages.MONTH_DOES_NOT_EXIST(value=shorten(text))
    if day == 0 or year == 0:
        return not_a_date(text)
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return messages.DATE_DOES_NOT_EXIST(value=shorten(text), example=f"{last:%d-%m-%Y}")


def _full_year(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else MONTHS[month]


def _rank(rank: str) -> int:
    return int(rank) if rank.isdigit() else _ORDINALS[rank]


def not_a_date(text: str) -> Message:
    """The sentence about a cell that should be a date."""
    return messages.DATE_UNREADABLE(value=shorten(text))


def parse_years(cells: Sequence[Cell]) -> list[int | Message]:
    """The year in each cell of a column of years, or a sentence why it cannot be read."""
    return [_parse_year(cell) for cell in cells]


def _parse_year(cell: Cell) -> int | Message:
    if isinstance(cell, str):
        one = _ONE_YEAR.match(cell)
        if one:
            return int(one[1])
        if re.fullmatch(r"'?\d{2}", cell):
            return 2000 + int(cell[-2:])
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell in range(100):
        return 2000 + int(cell)
    found = _parse_date(cell)
    if isinstance(found, PartialDate):
        return found.date.year
    return messages.YEAR_UNREADABLE(value=shorten(cell_text(cell)))


def parse_months(cells: Sequence[Cell]) -> list[PartOfYear | Message]:
    """The month in each cell of a column of months, or a sentence why it cannot be read."""
    return [_parse_part(cell, _month_in, MONTH_PRECISION, _not_a_month) for cell in cells]


def parse_quarters(cells: Sequence[Cell]) -> list[PartOfYear | Message]:
    """The quarter in each cell of a column of quarters, or a sentence why it cannot be read."""
    return [_parse_part(cell, _quarter_in, QUARTER_PRECISION, _not_a_quarter) for cell in cells]


def _parse_part(
    cell: Cell,
    number_in: Callable[[str], int | None],
    precision: str,
    refuse: Callable[[str], Message],
) -> PartOfYear | Message:
    number = None if isinstance(cell, dt.date) else number_in(cell_text(cell).casefold())
    if number is not None:
        return PartOfYear(number)
    found = _parse_date(cell)
    if isinstance(found, PartialDate) and found.precision in (precision, DAY_PRECISION):
        month = found.date.month
        return PartOfYear(
            month if precision == MONTH_PRECISION else (month + 2) // 3, found.date.year
        )
    return refuse(cell_text(cell))


def _month_in(text: str) -> int | None:
    match = _MONTH_CELL.match(text)
    if not match:
        return None
    number = int(match[1]) if match[1] else MONTHS[match["month"]]
    return number if 1 <= number <= 12 else None


def _quarter_in(text: str) -> int | None:
    match = _QUARTER_CELL.match(text)
    return _rank(match["quarter"] or match["rank"]) if match else None


def _not_a_month(text: str) -> Message:
    return messages.MONTH_UNREADABLE(value=shorten(text))


def _not_a_quarter(text: str) -> Message:
    return messages.QUARTER_UNREADABLE(value=shorten(text))
