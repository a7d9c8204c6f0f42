"""Cells with a name and more: `2x Vastgoed`, `Vastgoed?`, `Vastgoed e.a.`, `Vastgoed (50%)`.

What counts or doubts is no part of a name, so its rows are asked about. A name with another name
in it, and words beside that, is read as it stands; where it is rare that is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.name_keys import name_key, same_name
from data.cells.text import clean_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.values.found_table import LIST, Heading

_LONGEST = 200
_RARE, _MOST_TOLD, _MOST_DISTINCT = 2, 3, 2_000
_TIMES = r"(?:[x×*]|keer|maal|times)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_UNIT = r"(?:%|u|uur|uren|h|hrs|hours?|dagen|dgn|days?)"
_MORE = re.compile(
    rf"^\d{{1,3}}\s*{_TIMES}\s*(?=[^\W\d]{{2}})"
    rf"|\s*[(\[]?(?<![^\W_])(?:{_TIMES}\s?\d{{1,3}}|\d{{1,3}}\s*{_TIMES})[)\]]?$"
    r"|\s+[(\[]?(?:tweemaal|driemaal|(?:twee|drie|vier) keer|twice)[)\]]?$"
    rf"|\s*[(\[]\s*{_NUMBER}\s*{_UNIT}\s*[)\]]|\s+{_NUMBER}\s*%$|^{_NUMBER}\s*%\s+"
    r"|\s*[(\[]\?+[)\]]$|\s*\?+$|^\?+\s*"
    r"|\s*[(\[](?:niet|not|check|checken|(?:nog )?navragen|nakijken|onzeker"
    r"|tbc)[)\]]$"
    r"|\s+(?:vervalt|vervallen|geannuleerd|afgezegd|e\.o\.|e\.o)$"
    r"|\s*[(\[]\d{1,3} (?:pers|personen|deelnemers|mensen|people)\.?[)\]]$"
    r"|^(?:vooral|met name|m\.n\.|oa|o\.a\.|mainly)\s+"
    r"|\s+(?:en|\+|&)\s*\d{1,2}\s+anderen?$"
    r"|\s*[(\[]?\b(?:wsl|wschl|waarschijnlijk|vermoedelijk|misschien|mogelijk|onduidelijk"
    r"|onder voorbehoud|o\.v\.b|probably|maybe)\b\.?[)\]]?\s*"
    r"|\s*[,(]?\s*(?:\b(?:o\.\s?a|e\.\s?a|e\.\s?v\.\s?a|e\.\s?d)\.|\b(?:etc|enz|enzovoorts?)\b\.?)"
    r"[)\]]?\s*"
    r"|\s*[,(]?\s*(?:\ben|&|\+|\band)\s+(?:de\s+)?(?:anderen|meer|others|more"
    r"|(?:andere|overige|other)\s+(?:afdelingen|teams|themas?|thema's|departments|themes))[)\]]?$",
    re.IGNORECASE,
)
_JOINERS = frozenset({"en", "and", "und", "u"})
_COUNTED = re.compile(r"\s*[(\[]\d{1,2}[)\]]$")


def look(found: LookedAt) -> None:
    """Ask about names with a count or a doubt beside them; tell of names within names."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.DEPARTMENT, c.THEME):
        column = found.column(heading)
        counts = zip(column.distinct, np.bincount(column.codes).tolist(), strict=True)
        often = {x: n for x, n in counts if isinstance(x, str) and len(x) <= _LONGEST}
        if len(often) <= _MOST_DISTINCT:
            known = set(found.names.known.get(str(heading.column), ()))
            alone = known | {plain_words(clean_text(text)) for text in often}
            bare = {text: _bare(clean_text(text), known, alone) for text in often}
            _ask(found, heading, {text: name for text, name in bare.items() if name})
            asked = {column.cells[row] for row in found.candidates.faulty_rows(str(heading.column))}
            plain = {x: n for x, n in often.items() if not bare[x] and x not in asked}
            _tell(found, heading, plain, known)
            _tell_alike(found, plain, known)


def _bare(text: str, known: Collection[str], alone: Collection[str]) -> str:
    """The name without what counts or doubts; nothing when the text is a name."""
    if plain_words(text) in known and "?" not in text:
        return ""
    without = _MORE.sub(" ", text).strip(" ,")
    if without == text:
        without = _COUNTED.sub("", text)
        if plain_words(without) not in alone:
            return ""
    return without if without != text and any(map(str.isalpha, without)) else ""


def _ask(found: LookedAt, heading: Heading, bare: dict[str, str]) -> None:
    cells = found.values(heading)
    asked = set(found.candidates.faulty_rows(str(heading.column)))  # of several names
    rows = [
        row
        for row, cell in enumerate(cells)
        if row not in asked and isinstance(cell, str) and cell in bare
    ]
    if not rows:
        return
    first = str(cells[rows[0]])
    said = {"value": shorten(first), "name": shorten(bare[first])}
    question = messages.NAME_AND_MORE(column=heading.text, n=len(rows), **said)
    reason = messages.HOLDS_MORE_THAN_NAME(**said)
    if found.ask(f"name_and_more:{heading.column}", question, rows, reason, heading):
        changed: dict[int, Cell] = {row: bare[str(cells[row])] for row in rows}
        found.change(heading, changed)


def _tell(found: LookedAt, heading: Heading, often: dict[str, int], known: Collection[str]) -> None:
    """Tell of a rare name with another name in it: `Vastgoed en Veiligheid`."""
    by_words = {plain_words(clean_text(text)): text for text in often}
    pairs: list[str] = []
    for words, text in by_words.items():
        if often[text] <= _RARE and words not in known:
            within = _within(words, by_words)
            if within and often[within] >= often[text] and not _same(within, text):
                pairs.append(shorten(text))
    if pairs:
        of_department = heading.column == c.DEPARTMENT
        say = messages.DEPARTMENT_IN_ANOTHER if of_department else messages.THEME_IN_ANOTHER
        found.remark(say(values=[f"“{text}”" for text in pairs[:_MOST_TOLD]]))


def _tell_alike(found: LookedAt, often: dict[str, int], known: Collection[str]) -> None:
    """Tell of names of the same words in another order: `Inkomen en Werk`."""
    by_words: dict[frozenset[str], list[str]] = {}
    for text in often:
        words = plain_words(clean_text(text))
        names = by_words.setdefault(frozenset(words.split()) - _JOINERS, [])
        if words not in known and not any(_same(text, name) for name in names):
            names.append(text)
    for same, names in by_words.items():
        if len(same) > 1 and len(names) > 1:
            found.remark(messages.NAMES_ALIKE(values=[f"“{name}”" for name in names[:_MOST_TOLD]]))


def _same(one: str, other: str) -> bool:
    """Whether they are two ways to write one name, of which one has a code or a generic word."""
    return same_name(name_key(one), name_key(other))


def _within(words: str, names: dict[str, str]) -> str:
    """The name that these words begin or end with; nothing when there is none."""
    parts = words.split()
    for size in range(len(parts) - 1, 0, -1):
        for part in (parts[:size], parts[-size:]):
            if found := names.get(" ".join(part)):
                return found
    return ""
