"""A column that names the municipality: of several only the rows of the own one count."""

from __future__ import annotations

from functools import cache

from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.reference import read_table
from data.values.found_table import CROSSTAB, Heading
from data.values.messages import LEFT_OUT_BY_ANSWER
from data.values.questions import COUNT

CODE = "municipality"
HEADINGS = word_set("gemeente gemeenten gemeentenaam stad steden city municipality plaats")
_MOST = 60


def look(found: LookedAt) -> None:
    """Ask whose rows count when a column names several municipalities."""
    if found.table.layout == CROSSTAB or found.table.format:
        return
    for heading in found.unread():
        names = _names_under(found, heading)
        if names and len(names) > 1:
            _ask(found, heading, names)


def _names_under(found: LookedAt, heading: Heading) -> dict[str, list[int]]:
    """Name -> the rows with it; empty when it is no column of municipalities."""
    cells = found.values(heading)
    if len(set(cells)) > _MOST:
        return {}
    rows: dict[str, list[int]] = {}
    for row, cell in enumerate(cells):
        text = cell_text(cell).strip()
        if any(sign.isalpha() for sign in text):
            rows.setdefault(shorten(text), []).append(row)
    known = sum(is_municipality(name) for name in rows)
    named = bool(set(plain_words(heading.text).split()) & HEADINGS)
    return rows if known > 1 and (named or 2 * known > len(rows)) else {}


def _ask(found: LookedAt, heading: Heading, names: dict[str, list[int]]) -> None:
    every = [row for theirs in names.values() for row in theirs]
    question = messages.WHOSE_ROWS(column=heading.text, n=len(every))
    reason = messages.OF_A_MUNICIPALITY(column=heading.text)
    answer = found.choose(CODE, question, every, (*names, COUNT), reason, heading)
    if answer in names:
        others = [row for name, theirs in names.items() if name != answer for row in theirs]
        found.reject(others, LEFT_OUT_BY_ANSWER(), heading)


def is_municipality(name: str) -> bool:
    """Whether a text is the name of a municipality, with or without `Gemeente` before it."""
    return plain_words(name).removeprefix("gemeente ") in municipalities()


@cache
def municipalities() -> frozenset[str]:
    """The names of the cities of the G40, as `plain_words`."""
    return frozenset(plain_words(row["municipality"]) for row in read_table("population.csv"))
