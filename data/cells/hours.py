"""Hours: `7,5`, `7:30`, `7u30`, `2 dgn`, time cells; days become hours by one visible factor."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.cells import messages
from data.cells.cell import Cell
from data.cells.numbers import Shape, Style, digits_of, plain_minus, read_digits, shape_of, style_of
from data.cells.text import cell_text, shorten
from texts import Message

HOUR, DAY, HALF_DAY, QUARTER = "hour", "day", "half_day", "quarter_of_an_hour"
MINUTE, SECOND = "minute", "second"

_UNITS = {
    HOUR: r"uren|uur|uurtjes?|u|hours?|hrs?|h",
    DAY: r"werkdagen|werkdag|dagen|dag|dgn|dg|days?|d",
    HALF_DAY: r"dagdelen|dagdeel|dgd|half days?|half-days?",
    QUARTER: r"kwartieren|kwartiertjes?|kwartier",
    MINUTE: r"minuten|minuut|minutes?|mins?|m",
    SECOND: r"seconden|seconds?|secs?",
}
_UNIT = "|".join(f"(?P<{unit}>(?:{words})(?![a-z]))" for unit, words in _UNITS.items())
_FRACTIONS = {"½": ",5", "¼": ",25", "¾": ",75"}
_NUMBER_WORDS = {
    "een": "1", "één": "1", "one": "1", "twee": "2", "two": "2", "drie": "3", "three": "3",
    "vier": "4", "four": "4", "vijf": "5", "zes": "6", "halve": "0,5", "half": "0,5",
    "anderhalf": "1,5", "anderhalve": "1,5",
}  # fmt: skip
_HALF_WORDS = re.compile(r"^(?:een|a)\s+(?=halve?\b)")
_WORD = re.compile(rf"^({'|'.join(_NUMBER_WORDS)})\b(?=\s*[a-z])")
_PART = re.compile(
    rf"\s*(?P<number>[\d.,]*\d(?:[\s'’]\d{{3}}(?!\d))*)\s*(?:{_UNIT})\.?\s*(?:\b(?:en|and)\b|[,+&])?\s*"
)
_CLOCK = re.compile(r"^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?(?:\s*(?:uren|uur|u|hours?|h)\.?)?$")
_HOURS_AND_MINUTES = re.compile(r"^(\d{1,4})\s*(?:uur|[uh])\s*([0-5]\d)$")

_CODE = re.compile(r"^0\d{2,}$")  # 0130 may be a time, or a code
_BEYOND_BOUNDS = 10**12
# Excel's day 0 is shown as 0 January 1900; its calendar has a 29 February 1900 that never was.
_EXCEL_ZERO_EARLY = dt.datetime(1899, 12, 31)
_EXCEL_ZERO = dt.datetime(1899, 12, 30)
_LEAP_BUG = dt.datetime(1900, 3, 1)


@dataclass(frozen=True)
class HoursUnit:
    """What the bare numbers of a column count, and how many hours one day is.

    By `scale` the bare numbers are to be multiplied besides.
    """

    unit: str = HOUR
    hours_per_day: float = 8.0
    scale: int = 1

    def factor(self, unit: str | None = None) -> Decimal:
        """Hours per one `unit`; without one, per bare number of the column."""
        if unit is None:
            return self.factor(self.unit) * self.scale
        day = Decimal(repr(self.hours_per_day))
        minute = Decimal(1) / 60
        factors = {DAY: day, HALF_DAY: day / 2, MINUTE: minute, SECOND: minute / 60}
        return factors.get(unit, Decimal("0.25") if unit == QUARTER else Decimal(1))


@dataclass(frozen=True)
class ParsedHours:
    """Hours per distinct cell (or a sentence), and which cells were counted in days."""

    hours: list[float | Message]
    days_used: bool


def parse_hours(cells: Sequence[Cell], unit: HoursUnit) -> ParsedHours:
    """The hours in each cell of one column, or a sentence why it cannot be read."""
    texts = {cell: _spelled_out(cell) for cell in cells if isinstance(cell, str)}
    numbers = (number for text in texts.values() for number in _numbers_in(text))
    style = style_of(numbers, otherwise=Style.MIXED)  # 1.250 alone may be either
    days_used = False
    values: list[float | Message] = []
    for cell in cells:
        if isinstance(cell, str):
            value, units = _parse_text(texts[cell], cell, style, unit)
        else:
            value, units = _parse_other(cell, unit)
        days_used |= bool(units & {DAY, HALF_DAY}) and not isinstance(value, Message)
        values.append(value)
    return ParsedHours(values, days_used)


def _spelled_out(text: str) -> str:
    flat = plain_minus(text.casefold())
    for sign, decimals in _FRACTIONS.items():
        flat = re.sub(rf"(\d*)\s*{sign}", lambda m, d=decimals: (m[1] or "0") + d, flat)  # type: ignore[misc]
    flat = re.sub(r"\b1/2\b", "0,5", flat) if "/" in flat else flat
    flat = _HALF_WORDS.sub("", flat.strip())
    if flat.startswith("kwartier"):
        flat = flat.replace("kwartier", "15 min", 1)
    return _WORD.sub(lambda m: _NUMBER_WORDS[m[1]], flat)


def _numbers_in(text: str) -> Iterator[str]:
    unsigned = text.lstrip("-+ ")
    if shape_of(digits_of(unsigned)) is not Shape.NONE:
        yield digits_of(unsigned)
        return
    for part in _PART.finditer(unsigned):
        yield digits_of(part["number"])


def _parse_text(
    text: str, cell: str, style: Style, unit: HoursUnit
) -> tuple[float | Message, set[str]]:
    sign, unsigned = (-1, text[1:].strip()) if text.startswith("-") else (1, text.lstrip("+ "))
    clock = _CLOCK.match(unsigned) or _HOURS_AND_MINUTES.match(unsigned)
    if clock:
        hours, minutes, *seconds = (int(part or 0) for part in clock.groups())
        total = Decimal(hours) + Decimal(minutes) / 60 + Decimal(sum(seconds)) / 3600
        return _as_float(sign * total), set()
    digits = digits_of(unsigned)
    if _CODE.match(digits):
        return not_hours(cell), set()
    if shape_of(digits) is not Shape.NONE:
        value = read_digits(digits, style)
        if isinstance(value, Message):
            return value, set()
        return _as_float(sign * value * unit.factor()), {unit.unit}
    return _parse_parts(unsigned, cell, sign, style, unit)


def _parse_parts(
    text: str, cell: str, sign: int, style: Style, unit: HoursUnit
) -> tuple[float | Message, set[str]]:
    total, end, units = Decimal(0), 0, set()
    while end < len(text):
        part = _PART.match(text, end)
        if not part:
            return not_hours(cell), set()
        value = read_digits(digits_of(part["number"]), style)
        if isinstance(value, Message):
            return value, set()
        named = next(name for name in _UNITS if part[name])
        total += value * unit.factor(named)
        units.add(named)
        end = part.end()
    return _as_float(sign * total), units


def _parse_other(cell: Cell, unit: HoursUnit) -> tuple[float | Message, set[str]]:
    if isinstance(cell, bool | str):
        return not_hours(cell_text(cell)), set()
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            return not_hours(cell_text(cell)), set()
        return _as_float(Decimal(repr(cell)) * unit.factor()), {unit.unit}
    if isinstance(cell, dt.timedelta):
        return round(cell.total_seconds() / 3600, 6), set()
    if isinstance(cell, dt.time):
        return round(cell.hour + cell.minute / 60 + cell.second / 3600, 6), set()
    duration = _duration_shown_as_date(cell)
    if duration is not None:
        return duration, set()
    return messages.HOURS_BECAME_DATE(value=cell_text(cell)), set()


def _duration_shown_as_date(cell: dt.date) -> float | None:
    """The hours of a duration beyond 24 hours that the file gives as a moment in 1900."""
    moment = cell if isinstance(cell, dt.datetime) else dt.datetime(cell.year, cell.month, cell.day)
    if moment.year > 1900:
        return None
    zero = _EXCEL_ZERO_EARLY if moment < _LEAP_BUG else _EXCEL_ZERO
    return round((moment - zero).total_seconds() / 3600, 6)


def _as_float(hours: Decimal) -> float:
    # Beyond any bound there is nothing to round; Decimal would refuse to.
    return float(round(hours, 6) if abs(hours) < _BEYOND_BOUNDS else hours)


def not_hours(value: str) -> Message:
    """The sentence about a cell that should hold hours."""
    return messages.HOURS_UNREADABLE(value=shorten(value))
