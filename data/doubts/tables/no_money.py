"""Tables that look like a budget and may be use: `Plan 2021`, `Realisatie 2021` under “Gebruik”."""

from __future__ import annotations

import re
from itertools import islice

from data import columns as c
from data.cells.keys import plain_words
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.tables import messages

CODE = "is_it_money"
_OF_USE = re.compile(
    r"\b(gebruik|inzet|uren\w*|ureninzet|advie\w+|afname|keer|keren|bijeenkomst\w*|deelname\w*"
    r"|use|usage|hours|times)\b"
)
_OF_MONEY = re.compile(
    r"[€$£]|\b(eur|euro\w*|\w*bedrag\w*|\w*budget\w*|\w*begroting\w*|\w*kosten|lasten|baten"
    r"|\w*krediet\w*|uitgaven|uitgegeven|besteding\w*|saldo|restant|\w*bijdrage\w*|contributie"
    r"|\w*factu\w+|btw|vat|x ?1[. ]?000|mln|miljoen\w*|duizend\w*|\w*middelen|grootboek\w*"
    r"|\w*rekening\w*|financi\w+|\w*subsidie\w*|verplichting\w*|amounts?|costs?|expenses|money)\b",
    re.IGNORECASE,
)
_MOST_TEXTS = 100


def look(found: LookedAt) -> None:
    """Ask whether numbers are euros where a title speaks of use, and no word of money."""
    if found.table.kind != c.BUDGET or found.kind_is_told or found.table.format:
        return
    around = [*islice(found.candidates.surroundings, _MOST_TEXTS), found.sheet.name]
    told = next((text for text in around if _OF_USE.search(plain_words(text))), "")
    headings = (heading.text for heading in found.table.headings)
    if not told or any(map(_OF_MONEY.search, [*around, found.file, *headings])):
        return
    rows, value = range(len(found.candidates)), shorten(told.strip())
    question = messages.IS_IT_MONEY(value=value, n=len(rows))
    found.ask(CODE, question, rows, messages.MAY_BE_NO_MONEY(value=value))
