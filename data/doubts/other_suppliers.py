"""A column that says who did it, or who was paid: not every row may be about Platform31."""

from __future__ import annotations

import re

from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB

CODE = "other_suppliers"
_HEADINGS = word_set(
    """leverancier leveranciers crediteur crediteuren bureau adviesbureau uitvoerder aanbieder
    opdrachtnemer dienstverlener kennispartner kennisinstituut supplier vendor provider"""
)
_DONE_BY = re.compile(r"^(uitgevoerd|geleverd|gegeven|advies|ondersteuning|verzorgd) door$")
_OURS = re.compile(r"\b(platform ?31|p ?31|pf31|g40|stedennetwerk)\b")


def look(found: LookedAt) -> None:
    """Ask whether rows of others than Platform31 count."""
    if found.table.layout == CROSSTAB or found.table.format:
        return
    for heading in found.unread():
        words = plain_words(heading.text)
        if not (set(words.split()) & _HEADINGS or _DONE_BY.match(words)):
            continue
        names = [plain_words(cell_text(cell)) for cell in found.values(heading)]
        others = [row for row, name in enumerate(names) if _is_name(name) and not _ours(name)]
        if not others:
            continue
        example = shorten(cell_text(found.values(heading)[others[0]]))
        question = messages.OTHER_SUPPLIERS(column=heading.text, value=example, n=len(others))
        reason = messages.OTHER_SUPPLIER(column=heading.text)
        found.ask(CODE, question, others, reason, heading)


def _is_name(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _ours(name: str) -> bool:
    return bool(_OURS.search(name))
