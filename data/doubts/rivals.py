"""Columns that are not read though they might have been: another was read in their place."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading
from data.values.questions import BUDGET_VERSION, WIDE_BUDGET_VERSION

_MEASURES = re.compile(
    r"\b(\w{0,30}uren|uur|\w{0,9}tijd|tijdstip|duur|inzet|fte|\w{0,30}bedrag|\w{0,30}kosten"
    r"|begro\w+|realisatie|lasten|hours|cost|amount|effort|dagen|dagdelen|minuten|weken|deelnemers"
    r"|participants|offerte|gepland|planned)\b"
)


def look(found: LookedAt) -> None:
    """Tell which column stood back for which."""
    asked = any(map(found.questions.was_asked, (BUDGET_VERSION, WIDE_BUDGET_VERSION)))
    for heading in found.unread():
        taken = next((h for h in found.headings() if h.column == heading.rival), None)
        if heading.rival == c.BUDGETED and asked:
            continue
        if heading.rival and taken and taken.text != heading.text:
            hidden = found.number_of(heading.position) in found.sheet.marks.hidden_columns
            told = messages.COLUMN_HIDDEN_UNREAD if hidden else messages.COLUMN_LEFT
            found.remark(told(column=heading.text, other=taken.text))
        elif _is_measure(found, heading):
            found.remark(messages.COLUMN_OF_MEASURES_UNREAD(column=heading.text))


def _is_measure(found: LookedAt, heading: Heading) -> bool:
    """Whether a reader would expect that the numbers of this column are read."""
    if found.table.layout != LIST or found.table.format or found.table.kind != c.USAGE:
        return False
    return speaks_of_measure(heading) and bool(found.filled(heading))


def speaks_of_measure(heading: Heading) -> bool:
    """Whether a heading has a word for hours, people or money."""
    return bool(_MEASURES.search(plain_words(heading.text)))
