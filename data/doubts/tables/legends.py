"""A line of text that says what a colour means: colours are not read."""

from __future__ import annotations

import re

from data.cells.keys import plain_words
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows.messages import MAY_BE_COLOURED
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables import messages
from data.doubts.tables.purpose import speaks_of_something_else
from data.values.found_table import LIST

_COLOUR = (
    r"(?:rood|rode|geel|gele|groene?|grijze?|grijs|oranje|blauwe?|paarse?|paars|roze|gekleurde?"
    r"|gearceerde?|gemarkeerde?|cursieve?|cursief|vet|vetgedrukte?|red|yellow|green|gr[ea]y|orange"
    r"|blue|highlighted|italic|bold|shaded)"
)
_MARKED = r"(?: (?:gearceerde?|gemarkeerde?|gekleurde?|gedrukt|regels?|rijen|cellen|rows?|cells?))*"
_MEANING = re.compile(
    rf"\b{_COLOUR}{_MARKED} ?(?:[=:]|(?:is|zijn|betekent|staat voor|means?|are|was|waren|telt"
    rf"|tellen|counts?|niet|not)\b)|\b(?:alleen|only)(?: de| het| the)? {_COLOUR}\b",
    re.IGNORECASE,
)
_LONGEST, _ROWS_BELOW = 120, 30
_STILL_OPEN = re.compile(
    r"\b(nog|niet|not|yet|onder voorbehoud|onzeker|twijfel|controleren|check|telt|tellen|counts?"
    r"|alleen|only)\b"
)
CODE = "legend"


def look(found: LookedAt) -> None:
    """Ask about a table of which a colour says what was not held; tell of another legend."""
    if found.table.layout != LIST or found.table.format:
        return
    for text in _lines(found):
        words = plain_words(text)
        value = shorten(text)
        if says_not_held(text) or speaks_of_something_else(text) or _STILL_OPEN.search(words):
            rows = range(len(found.candidates))
            reason = MAY_BE_COLOURED(value=value)
            found.ask(CODE, messages.LEGEND(value=value, n=len(rows)), rows, reason)
        else:
            found.remark(messages.LEGEND_TOLD(value=value))


def _lines(found: LookedAt) -> list[str]:
    """The texts around the table that say what a colour means."""
    first, numbers = found.sheet.first_row, set(found.candidates.numbers)
    last = (max(numbers) if numbers else found.table.header_row) + _ROWS_BELOW
    rows = enumerate(found.sheet.rows[: max(last - first + 1, 0)], first)
    around = (row for number, row in rows if number not in numbers)
    texts = (cell for row in around for cell in row if isinstance(cell, str))
    return [
        text for text in dict.fromkeys(texts) if len(text) <= _LONGEST and speaks_of_colour(text)
    ]


def speaks_of_colour(text: str) -> bool:
    """Whether a text says what a colour means."""
    return bool(_MEANING.search(" ".join(text.split())))
