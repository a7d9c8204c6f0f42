"""Columns that may say how often something was used, in a list in which every row is one use."""

from __future__ import annotations

from data.cells.counts import names_number_of_uses
from data.cleaning import messages
from data.values.candidates import Candidates
from texts import Message


def remarks_on_counts(candidates: Candidates) -> list[Message]:
    """What to tell of columns that are not read and hold numbers above one under such a heading."""
    found = []
    for heading in candidates.table.headings:
        if heading.column is None and names_number_of_uses(heading.text):
            texts = (candidates.cell(row, heading).strip() for row in range(len(candidates)))
            if any(text.isdecimal() and int(text) > 1 for text in texts):
                found.append(messages.COUNT_NOT_READ(heading=heading.text))
    return found
