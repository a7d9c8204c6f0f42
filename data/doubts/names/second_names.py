"""A second column of departments or themes: a row that fills it names more than one."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.doubts.names.name_cells import FIRST
from data.values.found_table import LIST, Heading
from data.values.messages import LEFT_OUT_BY_ANSWER
from data.values.questions import LEAVE_OUT

_SECOND = word_set("andere ander mede ook tweede derde 2e 3e extra overige other second also")
_STEMS = {c.DEPARTMENT: ("afdeling", "department"), c.THEME: ("thema", "theme")}
_CODED = re.compile(r"code|nummer|\bnr\b|manager|hoofd|number")
_SHARE_KNOWN = 0.75
_MOST = 200
_DIGITS = re.compile(r"\d+")


def look(found: LookedAt) -> None:
    """Ask whether rows that fill such a column count for the name in the first."""
    if found.table.layout != LIST or found.table.kind != c.USAGE:
        return
    for first in found.headings(*_STEMS):
        for heading in found.unread():
            if _is_second(found, heading, first):
                _ask(found, first, heading)


def _is_second(found: LookedAt, heading: Heading, first: Heading) -> bool:
    words, own = plain_words(heading.text), plain_words(first.text)
    numbered = _DIGITS.sub("", words).strip() == _DIGITS.sub("", own).strip() and words != own
    stems = _STEMS[str(first.column)]
    other = bool(set(words.split()) & _SECOND) and any(stem in words for stem in stems)
    same = bool(set(words.split()) & set(stems)) and not _CODED.search(words)
    if numbered or other or (same and _tells_apart(found, heading, first)):
        return True
    return _holds_names(found, heading, first)


def _tells_apart(found: LookedAt, heading: Heading, first: Heading) -> bool:
    """Whether two columns are no two ways to write the same name: a code and its name."""
    pairs = set(zip(*(_keys(found, x) for x in (first, heading)), strict=True))
    return len({one for one, _ in pairs}) < len(pairs)


def _holds_names(found: LookedAt, heading: Heading, first: Heading) -> bool:
    """Whether the values are departments (or themes) that are known, or stand in the first."""
    own = _keys(found, first)
    known = set(found.names.known.get(str(first.column), ())) | set(own)
    pairs = {(one, key) for one, key in zip(own, _keys(found, heading), strict=True) if key}
    values = {key for _, key in pairs if any(sign.isalpha() for sign in key)}
    if not values or len(values) > _MOST:
        return False
    share = sum(value in known for value in values) / len(values)
    return share >= _SHARE_KNOWN and any(one != key for one, key in pairs)


def _keys(found: LookedAt, heading: Heading) -> list[str]:
    cells = found.values(heading)
    keys = {cell: plain_words(cell_text(cell)) for cell in set(cells)}
    return [keys[cell] for cell in cells]


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
    say = messages.NAMES_TWO_DEPARTMENTS if of_department else messages.NAMES_TWO_THEMES
    reason = say(names=told)
    if found.choose(code, question, rows, (LEAVE_OUT, FIRST), reason, first) == LEAVE_OUT:
        found.reject(rows, LEFT_OUT_BY_ANSWER(), first)
