"""Dates that may not be those of the use: `Datum vervolgafspraak`, `Factuurdatum`."""

from __future__ import annotations

from data import columns as c
from data.cells.date_words import is_near_the_use, is_of_another_day
from data.cells.predicates import is_blank
from data.doubts import messages
from data.doubts.looked_at import LookedAt

CODE = "date_meaning"


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
