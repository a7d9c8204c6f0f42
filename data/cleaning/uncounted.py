"""A column that may say how often something was used, in a list in which every row is one use."""

from __future__ import annotations

from data.cells.keys import plain_words
from data.cleaning import messages
from data.values.candidates import Candidates
from texts import Message

_COUNTS = {
    "aantal", "aantal keer", "aantal keren", "aantal malen", "aantal vragen", "aantal aanvragen",
    "aantal adviezen", "aantal gebruik", "frequentie", "keer", "count", "number of uses", "times",
}  # fmt: skip


def remark_on_counts(candidates: Candidates) -> Message | None:
    """What to tell when a column that is not read holds numbers above one under such a heading."""
    for heading in candidates.table.headings:
        if heading.column is None and plain_words(heading.text) in _COUNTS:
            texts = (candidates.cell(row, heading).strip() for row in range(len(candidates)))
            if any(text.isdecimal() and int(text) > 1 for text in texts):
                return messages.COUNT_NOT_READ(heading=heading.text)
    return None
