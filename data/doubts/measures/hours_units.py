"""Numbers that may count something else than hours.

`Duur` with 60, 90 and 30 may be minutes; `Uren` with 0,0625 and 0,125 is a part of a day, as Excel
keeps 1:30 and 3:00.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from functools import lru_cache

from data import columns as c
from data.cells.cell import Cell
from data.cells.hours import HOUR
from data.cells.hours_heading import unit_of_heading
from data.cells.keys import plain_words
from data.cells.numbers import shape_of
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.values.found_table import LIST, Heading

CODE = "hours_unit"
FRACTION = "hours_fraction"
MINUTES, HOURS, OF_A_DAY = "in_minutes", "in_hours", "of_a_day"
_BARE = frozenset({
    "uur", "tijd", "duur", "inzet", "time", "duration", "effort", "tijdsduur", "tijd m",
    "bestede tijd", "tijdsbesteding", "tijdbesteding", "tijdsinzet",
})  # fmt: skip
_CLOCK = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?$")
_DAY = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b")
_HOURS_OF_A_DAY = 24
_QUARTER_OF_AN_HOUR, _LONG = 15, 30
_MINUTES_OF_A_DAY, _STEP, _NEAR = 1440, 5, 0.02  # minutes


def look(found: LookedAt) -> None:
    """Tell that such numbers are read as hours; ask where they may well be minutes."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.HOURS):
        words = plain_words(heading.text)
        if unit_of_heading(words) != HOUR:
            continue
        column = found.column(heading)
        if words in _BARE and any(map(_is_clock_time, column.distinct)):
            found.remark(messages.TAKEN_AS_HOURS(column=heading.text))
            continue
        _tell_of_long_days(found, heading)
        distinct = {cell: number for cell in column.distinct if (number := _number(cell))}
        may_be_parts = all(0 < number < 1 for number in distinct.values())
        if not distinct or not (may_be_parts or words in _BARE):
            continue
        numbers = {row: distinct[column.cells[row]] for row in column.rows_where(_number)}
        if may_be_parts and _are_parts_of_a_day(numbers.values()):
            _ask_about_days(found, heading, numbers)
        elif words not in _BARE:
            continue
        elif _may_be_minutes(list(numbers.values())):
            _ask(found, heading, numbers)
        else:
            found.remark(messages.TAKEN_AS_HOURS(column=heading.text))


def _tell_of_long_days(found: LookedAt, heading: Heading) -> None:
    """Tell that most rows hold more hours than a day has: they may be minutes, or many days."""
    days = [h for h in found.headings(c.DATE) if any(map(_is_day, found.column(h).distinct))]
    numbers = [number for cell in found.column(heading).cells if (number := _number(cell))]
    long = [number for number in numbers if number > _HOURS_OF_A_DAY]
    if days and 2 * len(long) > len(numbers) > 1:
        value = f"{long[0]:g}"
        found.remark(messages.MORE_THAN_A_DAY(column=heading.text, value=value, n=len(long)))


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, dt.date) or (isinstance(cell, str) and bool(_DAY.match(cell.strip())))


@lru_cache(maxsize=1_000, typed=True)  # a long column holds few
def _number(cell: Cell) -> float | None:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    text = cell_text(cell).strip()
    return float(text) if shape_of(text) and text.isdecimal() and len(text) < 6 else None


def _is_clock_time(cell: Cell) -> bool:
    """Whether a cell is a time as `7:30`, which may be a moment of the day."""
    return isinstance(cell, dt.time) or (isinstance(cell, str) and bool(_CLOCK.match(cell.strip())))


def _may_be_minutes(numbers: list[float]) -> bool:
    long = sum(number >= _LONG for number in numbers)
    return 2 * long > len(numbers) and all(
        number % _QUARTER_OF_AN_HOUR == 0 or number % 10 == 0 for number in numbers
    )


def _are_parts_of_a_day(numbers: Collection[float]) -> bool:
    """Whether the numbers are odd hours and yet, of a day, times such as a person notes down."""
    times = [number * _MINUTES_OF_A_DAY for number in numbers]
    round_times = all(abs(time - _STEP * round(time / _STEP)) < _NEAR for time in times)
    odd = sum(abs(number * 20 - round(number * 20)) > 0.001 for number in numbers)
    return round_times and 2 * odd > len(times)


def _ask_about_days(found: LookedAt, heading: Heading, numbers: dict[int, float]) -> None:
    rows = list(numbers)
    shown = _as_time(numbers[rows[0]])
    question = messages.PART_OF_A_DAY(
        column=heading.text, value=f"{numbers[rows[0]]:.6g}", time=shown
    )
    reason = messages.MAY_BE_PART_OF_A_DAY(time=shown)
    if found.choose(FRACTION, question, rows, (OF_A_DAY, HOURS), reason, heading) == OF_A_DAY:
        found.change(heading, {row: _as_time(number) for row, number in numbers.items()})


def _as_time(number: float) -> str:
    minutes = round(number * _MINUTES_OF_A_DAY)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _ask(found: LookedAt, heading: Heading, numbers: dict[int, float]) -> None:
    rows = list(numbers)
    question = messages.HOURS_OR_MINUTES(column=heading.text, value=f"{numbers[rows[0]]:g}")
    reason = messages.MAY_BE_MINUTES()
    if found.choose(CODE, question, rows, (MINUTES, HOURS), reason, heading) == MINUTES:
        found.change(heading, {row: f"{number:g} min" for row, number in numbers.items()})
