"""Words around a table that say otherwise than the heading of its hours: “Uren in dagen”."""

from __future__ import annotations

from data import columns as c
from data.cells.figures import has_digit
from data.cells.hours import HOUR
from data.cells.hours_heading import scale_of_heading, tells_other_hours, unit_of_heading
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.doubts.tables.purpose import CODE as PURPOSE
from data.doubts.tables.texts_around import CODE as TEXT_AROUND
from data.values.found_table import LIST

CODE = "hours_otherwise"
_MOST_TEXTS = 100


def look(found: LookedAt) -> None:
    """Ask whether hours are hours when a title, a note or the sheet's name says otherwise."""
    if found.table.layout != LIST or _waits(found):
        return
    boxes = found.sheet.marks.said  # asked about where they stand
    around = [*found.candidates.surroundings[:_MOST_TEXTS], found.sheet.name, found.file]
    told = next((text for text in around if text not in boxes and tells_other_hours(text)), "")
    for heading in found.headings(c.HOURS) if told else ():
        if unit_of_heading(heading.text) != HOUR or scale_of_heading(heading.text) > 1:
            continue
        rows = found.column(heading).rows_where(has_digit)
        question = messages.HOURS_OTHERWISE_AROUND(column=heading.text, value=shorten(told.strip()))
        found.ask(CODE, question, rows, messages.MAY_BE_OTHER_HOURS(), heading)


def _waits(found: LookedAt) -> bool:
    """Whether the whole table waits for an answer already."""
    return any(map(found.questions.was_asked, (PURPOSE, TEXT_AROUND)))
