"""`mei 22` without another word: May of 2022, or the 22nd of May of a year that nobody tells.

Excel makes the first of May 2022 of it as it is typed; of a column of such days it makes one month
of many years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.months import ANY_MONTH, MONTHS
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import LIST, Heading

CODE = "months_or_days"
_SHORT = re.compile(rf"^({ANY_MONTH})[\s.\-/]{{0,3}}([0-3]\d)$")
_TELLS_MONTHS = re.compile(r"maand|\bmnd\b|month|periode|period\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)(\d\d)(?!\d)")
_FEWEST, _FEWEST_MONTHS = 4, 3

Read = tuple[int, int]  # the month, and what may be its year or its day


def look(found: LookedAt) -> None:
    """Ask whether such dates are of that year, where nothing else tells it."""
    if found.table.kind != c.USAGE or found.table.layout != LIST:
        return
    for heading in found.headings(c.DATE):
        if _TELLS_MONTHS.search(plain_words(heading.text)):
            continue
        cells = found.column(heading).distinct
        told = {cell: read for cell in cells if (read := _read(cell))}
        if told and not _are_years([*told.values()], _years_around(found, cells)):
            _ask(found, heading, told)
        elif not told and (days := _made_by_excel(found, cells)):
            _ask(found, heading, days)


def _read(cell: Cell) -> Read | None:
    match = _SHORT.match(cell.strip().casefold()) if isinstance(cell, str) else None
    return (MONTHS[match[1]], int(match[2])) if match and int(match[2]) else None


def _years_around(found: LookedAt, cells: Iterable[Cell]) -> set[int]:
    """The years, in two digits, that other dates, the title, the sheet or the file tell."""
    texts = [*found.candidates.surroundings, found.sheet.name, found.file]
    texts += [cell for cell in cells if isinstance(cell, str)]
    told = {int(year) for text in texts for year in _YEAR.findall(text[:200])}
    return told | {cell.year % 100 for cell in cells if isinstance(cell, dt.date)}


def _are_years(told: Sequence[Read], around: set[int]) -> bool:
    """Whether the numbers can hardly be days, by what else tells a year or by themselves."""
    numbers = [number for _, number in told]
    if around:
        return set(numbers) <= around
    months = {month for month, _ in told}
    if len(set(numbers)) == 1:
        return len(months) >= _FEWEST_MONTHS
    if len(told) < _FEWEST or len(months) < _FEWEST_MONTHS:
        return False
    by_year = [(number, month) for month, number in told]
    in_order = by_year == sorted(by_year) and [*told] != sorted(told)
    return in_order or 2 * len(set(numbers)) <= len(told)


def _made_by_excel(found: LookedAt, cells: Sequence[Cell]) -> list[Cell]:
    """The dates when all are the first of one month, each in another year; January is a year."""
    days = [cell for cell in cells if isinstance(cell, dt.date)]
    if len(days) < 2 or any(day.day != 1 or day.month == 1 for day in days):
        return []
    years, months = {day.year for day in days}, {day.month for day in days}
    last = found.settings.last_allowed_date.year
    beyond = any(not found.settings.earliest_date.year <= year <= last for year in years)
    return [*days] if len(years) > 1 and (len(months) == 1 or beyond) else []


def _ask(found: LookedAt, heading: Heading, told: Iterable[Cell]) -> None:
    open_ = set(told)
    rows = found.column(heading).rows_where(open_.__contains__)
    value = found.candidates.cell(rows[0], heading)
    question = messages.MONTHS_OR_DAYS(column=heading.text, value=value, n=len(rows))
    found.ask(CODE, question, rows, messages.MAY_BE_DAY_OF_MONTH(), heading)
