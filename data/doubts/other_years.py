"""Measures of another year than that of the row: `Uren 2018` beside a date in 2019."""

from __future__ import annotations

import re

from data import columns as c
from data import fields
from data.cells.dates import PartialDate, parse_dates
from data.cells.predicates import is_blank
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_MEASURES = fields.measures()


def look(found: LookedAt) -> None:
    """Look at the measures, and at the name of the sheet."""
    _look_at_name(found)
    _look_at_measures(found)


def _look_at_name(found: LookedAt) -> None:
    """Tell of dates in another year than the one that is the name of the sheet."""
    year = _YEAR.fullmatch(found.sheet.name.strip())
    when = next(iter(found.headings(c.DATE, c.YEAR)), None)
    if not year or when is None or found.table.layout != LIST:
        return
    days = found.values(when)
    distinct = list(dict.fromkeys(days))
    read = dict(zip(distinct, parse_dates(distinct), strict=True))
    years = [told.date.year for day in days if isinstance(told := read[day], PartialDate)]
    others = sum(other != int(year[1]) for other in years)
    if others:
        value = found.sheet.name.strip()
        found.remark(messages.OTHER_YEAR_IN_NAME(value=value, year=value, n=others))


def _look_at_measures(found: LookedAt) -> None:
    """Reject the rows in which such a measure would be read."""
    if found.table.layout != LIST or found.table.format or found.table.kind != c.USAGE:
        return
    for heading in found.headings(*_MEASURES):
        years = {int(year) for year in _YEAR.findall(heading.text)}
        when = found.headings(c.DATE, c.YEAR)
        if len(years) != 1 or not when:
            continue
        (year,) = years
        days, cells = found.values(when[0]), found.values(heading)
        distinct = list(dict.fromkeys(days))
        read = dict(zip(distinct, parse_dates(distinct), strict=True))
        rows = [
            row
            for row, day in enumerate(days)
            if isinstance(told := read[day], PartialDate)
            if told.date.year != year and not is_blank(cells[row])
        ]
        found.reject(rows, messages.OTHER_YEAR(column=heading.text), heading)
