"""Measures of another year than that of the row: `Uren 2018` beside a date in 2019."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data import columns as c
from data import fields
from data.cells.dates import PartialDate, parse_dates
from data.cells.predicates import is_blank
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import LIST

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_MEASURES = fields.measures()
_OF_USE = re.compile(
    r"gebruik|inzet|advie[sz]|\buren|overzicht|registratie|activiteiten|\bp(?:latform)?\s?31|usage",
    re.I,
)
# A title of the day on which it was made, or of a period without an end, names no such year.
_OF_A_MOMENT = re.compile(
    r"\d[-/._]\d{1,2}[-/._](?:19|20)\d\d|(?:19|20)\d\d[-/._]\d\d[-/._]\d\d|versie|version|gemaakt"
    r"|print|datum|\bstand\b|\bper\b|export|uitdraai|sinds|vanaf|t/m|\btot\b|overeenkomst|visie"
    r"|agenda|programma|\bvan\s+\d|since|until",
    re.I,
)
_ROWS_ABOVE, _LONGEST_NAME = 20, 200


def look(found: LookedAt) -> None:
    """Look at the measures, and at the name of the sheet."""
    _look_at_name(found)
    _look_at_measures(found)


def _look_at_name(found: LookedAt) -> None:
    """Tell of dates in another year than the sheet, the title or the file is named after."""
    when = next(iter(found.headings(c.DATE, c.YEAR)), None)
    if when is None or found.table.layout != LIST:
        return
    name = next(filter(_years_named, _names(found)), "").strip()
    years = _years_named(name)
    if not years:
        return
    column = found.column(when)
    read = dict(zip(column.distinct, parse_dates(column.distinct), strict=True))
    told = {cell: day.date.year for cell, day in read.items() if isinstance(day, PartialDate)}
    others = column.rows_where(lambda cell: told.get(cell, years[0]) not in years)
    if others:
        year = "-".join(map(str, dict.fromkeys((years[0], years[-1]))))
        found.remark(messages.OTHER_YEAR_IN_NAME(value=shorten(name), year=year, n=len(others)))


def _names(found: LookedAt) -> Iterator[str]:
    """What may be named after the years of its rows; a budget tells of more than it is called."""
    sheet = found.sheet.name
    if found.table.kind != c.USAGE or found.table.format:
        yield from [sheet] if _YEAR.fullmatch(sheet.strip()) else []
        return
    yield sheet
    above = found.sheet.rows[: found.table.header_row - found.sheet.first_row][:_ROWS_ABOVE]
    texts = [cell for row in above for cell in row if isinstance(cell, str)]
    yield from filter(_OF_USE.search, (*texts, found.file))


def _years_named(text: str) -> range:
    """The years that a name tells: `2021`, `Gebruik 2019-2021`; those of a day are none."""
    flat = text[:_LONGEST_NAME]
    years = [int(year) for year in _YEAR.findall(flat)]
    if not years or len(years) > 2 or _OF_A_MOMENT.search(flat):
        return range(0)
    return range(min(years), max(years) + 1)


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
