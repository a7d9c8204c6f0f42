"""A second column of departments or themes: a row that fills it names more than one."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.doubts.name_cells import FIRST
from data.values.found_table import LIST, Heading

_SECOND = word_set("andere ander mede ook tweede derde 2e 3e extra overige other second also")
_STEMS = {c.DEPARTMENT: ("afdeling", "department"), c.THEME: ("thema", "theme")}
_DIGITS = re.compile(r"\d+")


def look(found: LookedAt) -> None:
    """Ask whether rows that fill such a column count for the name in the first."""
    if found.table.layout != LIST or found.table.kind != c.USAGE:
        return
    for first in found.headings(*_STEMS):
        for heading in found.unread():
            if _is_second(heading, first):
                _ask(found, first, heading)


def _is_second(heading: Heading, first: Heading) -> bool:
    words, own = plain_words(heading.text), plain_words(first.text)
    numbered = _DIGITS.sub("", words).strip() == _DIGITS.sub("", own).strip() and words != own
    stems = _STEMS[str(first.column)]
    other = bool(set(words.split()) & _SECOND) and any(stem in words for stem in stems)
    return numbered or other


def _ask(found: LookedAt, first: Heading, second: Heading) -> None:
    here, there = found.values(first), found.values(second)
    rows = [
        row
        for row, cell in enumerate(there)
        if plain_words(cell_text(cell)) not in ("", plain_words(cell_text(here[row])))
    ]
    if not rows:
        return
    told = [shorten(cell_text(cells[rows[0]])) for cells in (here, there)]
    of_department = first.column == c.DEPARTMENT
    say = messages.SEVERAL_DEPARTMENTS if of_department else messages.SEVERAL_THEMES
    question = say(n=len(rows), value=" + ".join(told))
    code = f"several_names:{first.column}"
    if found.questions.ask(code, question, len(rows), ("leave_out", FIRST)) != FIRST:
        reason = messages.NAMES_TWO_DEPARTMENTS if of_department else messages.NAMES_TWO_THEMES
        found.reject(rows, reason(names=told), first)
