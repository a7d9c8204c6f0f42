"""A column that says who did it, or who was paid: not every row may be about Platform31."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.values.found_table import CROSSTAB, Heading

CODE = "other_suppliers"
_HEADINGS = word_set(
    """leverancier leveranciers crediteur crediteuren bureau adviesbureau uitvoerder aanbieder
    opdrachtnemer dienstverlener kennispartner kennisinstituut supplier vendor provider"""
)
_DONE_BY = re.compile(r"^(uitgevoerd|geleverd|gegeven|advies|ondersteuning|verzorgd) door$")
_MOST_NAMES, _MOST_WORDS = 60, 4
_OURS = re.compile(r"\b(platform ?31|p ?31|pf31|g40|stedennetwerk)\b")


def look(found: LookedAt) -> None:
    """Ask whether rows of others than Platform31 count."""
    if found.table.layout == CROSSTAB or found.table.format:
        return
    for heading in found.unread():
        cells = found.values(heading)
        distinct = {cell: plain_words(cell_text(cell)) for cell in set(cells)}
        by_values = found.table.kind == c.USAGE and _name_us_and_others(set(distinct.values()))
        if not (_is_of_suppliers(heading) or by_values):
            continue
        names = [distinct[cell] for cell in cells]
        others = [row for row, name in enumerate(names) if _is_name(name) and not _ours(name)]
        if not others:
            continue
        example = shorten(cell_text(cells[others[0]]))
        question = messages.OTHER_SUPPLIERS(column=heading.text, value=example, n=len(others))
        reason = messages.OTHER_SUPPLIER(column=heading.text)
        found.ask(CODE, question, others, reason, heading)


def _is_of_suppliers(heading: Heading) -> bool:
    words = plain_words(heading.text)
    return bool(set(words.split()) & _HEADINGS or _DONE_BY.match(words))


def _name_us_and_others(names: set[str]) -> bool:
    """Whether Platform31 is one of a few short names, as in a column of organisations."""
    filled = {name for name in names if name}
    short = all(len(name.split()) <= _MOST_WORDS for name in filled)
    return short and 1 < len(filled) <= _MOST_NAMES and any(map(_OURS.fullmatch, filled))


def _is_name(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _ours(name: str) -> bool:
    return bool(_OURS.search(name))
