"""Dates that may not be those of the use: `Datum vervolgafspraak`, `Factuurdatum`."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.date_words import is_near_the_use, is_of_another_day
from data.cells.dates import PartialDate, parse_dates
from data.cells.keys import plain_words
from data.cells.predicates import is_blank
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import LIST, Heading

CODE = "date_meaning"
_END = re.compile(r"\b(?:eind\w*|tot|t m|tm|end|until|gereed|afgerond|afrond\w*|afsluit\w*)\b")


def look(found: LookedAt) -> None:
    """Ask whether use counts on such a day; tell where the day is at least near it."""
    if found.table.kind != c.USAGE or found.table.format:
        return
    for heading in found.headings(c.DATE):
        if is_near_the_use(heading.text):
            found.remark(messages.TAKEN_AS_DATE_OF_USE(column=heading.text))
        elif is_of_another_day(heading.text):
            rows = found.column(heading).rows_where(lambda cell: not is_blank(cell))
            question = messages.IS_IT_DATE_OF_USE(column=heading.text, n=len(rows))
            found.ask(CODE, question, rows, messages.MAY_BE_ANOTHER_DATE(), heading)
        _tell_of_later_years(found, heading)


def _tell_of_later_years(found: LookedAt, begin: Heading) -> None:
    """Tell of use that ends in a later year than it begins in, by a column that is not read."""
    if found.table.layout != LIST:
        return
    for end in (h for h in found.unread() if _END.search(plain_words(h.text))):
        first, last = _years(found, begin), _years(found, end)
        pairs = [(a, b) for a, b in zip(first, last, strict=True) if a and b]
        later = sum(a < b for a, b in pairs)
        if later:
            found.remark(messages.ENDS_IN_LATER_YEAR(column=end.text, n=later))


def _years(found: LookedAt, heading: Heading) -> list[int]:
    """The year under a heading in each row; 0 where there is none."""
    column = found.column(heading)
    read = [x.date.year if isinstance(x, PartialDate) else 0 for x in parse_dates(column.distinct)]
    return [read[code] for code in column.codes]
