"""Words in the place of a name: `alle afdelingen`, `diverse`, `nog onbekend`, an e-mail address."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import Heading

_NOBODY = word_set(
    """alle allen allemaal iedereen diverse divers div meerdere verschillende gemeentebreed
    onbekend onbekende nnb ntb nvt tbd unknown various several all everyone multiple misc"""
)
_BESIDE = word_set(
    """nog nader te bepalen de het van afdelingen afdeling departments teams team thema themas
    themes gemeente hele organisatie concern zie toelichting opmerking"""
)
_NO_DEPARTMENT = word_set("overig overige anders extern externe intern other others external")

_POINTED = re.compile(r"[a-z]( [a-z]){1,3}")  # `n.n.b.`


def look(found: LookedAt) -> None:
    """Ask whether rows count under such a word; reject an address, which is no name."""
    for heading in found.candidates.table.headings:
        if heading.column in (c.DEPARTMENT, c.THEME):
            _look_at(found, heading)


def _look_at(found: LookedAt, heading: Heading) -> None:
    cells = found.candidates.cells(heading)
    nobody = _NOBODY | (_NO_DEPARTMENT if heading.column == c.DEPARTMENT else set())
    known = set(found.names.known.get(str(heading.column), ()))
    by_word: dict[str, list[int]] = {}
    distinct = {cell: cell_text(cell) for cell in set(cells) if isinstance(cell, str)}
    told = {cell for cell, text in distinct.items() if _is_nobody(text, nobody, known)}
    for row, cell in enumerate(cells) if told else ():
        if cell in told:
            by_word.setdefault(plain_words(str(cell)) or "@", []).append(row)
    for word, rows in by_word.items():
        value = shorten(cell_text(cells[rows[0]]))
        reason = messages.NAMES_NOBODY(value=value)
        if "@" in value:
            found.reject(rows, reason, heading)
            continue
        question = messages.NO_NAME(value=value, column=heading.text, n=len(rows))
        found.ask(f"no_name:{word}", question, rows, reason, heading)


def _is_nobody(text: str, nobody: frozenset[str] | set[str], known: set[str]) -> bool:
    if len(text) > 60:
        return False
    words = plain_words(text)
    told = {words.replace(" ", "")} if _POINTED.fullmatch(words) else set(words.split())
    return "@" in text or (bool(told & nobody) and told <= nobody | _BESIDE and words not in known)
