"""A column that says in which currency an amount is: only euros are read."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST

_HEADINGS = word_set("valuta valutacode munt muntsoort munteenheid currency cur")
# Whatever the currency was, these amounts are euros.
_IN_EUROS = re.compile(r"€|\beur|\blv\b|huisvaluta|\blocal\b", re.I)
_EUROS = frozenset({"", "eur", "euro", "euros", "e"})


def look(found: LookedAt) -> None:
    """Reject the rows with an amount in another currency."""
    if found.table.kind != c.BUDGET or found.table.layout != LIST:
        return
    if any(_IN_EUROS.search(heading.text) for heading in found.table.headings):
        return
    for heading in found.unread():
        if not set(plain_words(heading.text).split()) & _HEADINGS:
            continue
        for row, cell in enumerate(found.values(heading)):
            text = cell_text(cell)
            if plain_words(text) not in _EUROS and text.strip() != "€":
                reason = messages.OTHER_CURRENCY(column=heading.text, value=shorten(text))
                found.reject([row], reason, heading)
