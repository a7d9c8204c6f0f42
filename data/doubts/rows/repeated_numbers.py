"""A number that tells uses apart and stands there twice: another version, or one use in parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import is_blank
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.values.found_table import LIST, Heading

_TELLS_APART = re.compile(
    r"(?:(?:zaak|melding|meldings|ticket|registratie|dossier|aanvraag|aanvraags|record|case|call"
    r"|volg|uniek|vraag|advies|activiteit|activiteits|item|response|incident) ?)?"
    r"(?:nr|nummer|id|number|no)"
)
_FEWEST, _LEAST_DISTINCT = 3, 3


def look(found: LookedAt) -> None:
    """Ask whether the later rows with the same number, day and name count as well."""
    if found.table.layout != LIST or found.table.kind != c.USAGE or found.table.format:
        return
    for heading in found.unread():
        if _TELLS_APART.fullmatch(plain_words(heading.text)):
            cells = [cell_text(cell) for cell in found.values(heading)]
            _ask(found, heading, cells, _later_rows(found, cells))


def _later_rows(found: LookedAt, cells: Sequence[str]) -> list[int]:
    """The rows with a number that stands above them too, on the same day under a same name."""
    filled = [cell for cell in cells if not is_blank(cell)]
    distinct = len(set(filled))
    if distinct == len(filled) or distinct < max(_FEWEST, len(filled) / _LEAST_DISTINCT):
        return []
    names = [found.values(heading) for heading in found.headings(c.DEPARTMENT, c.THEME)]
    days = [found.values(heading) for heading in found.headings(c.DATE, c.YEAR, c.QUARTER, c.MONTH)]
    seen: set[tuple[Cell, ...]] = set()
    later = []
    for row, cell in enumerate(cells):
        if is_blank(cell):
            continue
        day = [column[row] for column in days]
        keys = {(cell, *day, place, column[row]) for place, column in enumerate(names)}
        if keys & seen:
            later.append(row)
        seen |= keys
    return later


def _ask(found: LookedAt, heading: Heading, cells: Sequence[str], rows: Sequence[int]) -> None:
    if rows:
        told = {"column": heading.text, "value": shorten(cells[rows[0]])}
        question = messages.NUMBER_AGAIN(n=len(rows), **told)
        found.ask("number_again", question, rows, messages.NUMBER_STANDS_ABOVE(**told), heading)
