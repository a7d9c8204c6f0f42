"""Cells that hold more than one bare name: look-ups, paths, several names at once.

What is certain is read: `3;#Vastgoed` is Vastgoed, `Sociaal > Werk` is Werk. A cell that names
several departments or themes cannot be one use; a name that itself holds a comma stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words, word_set
from data.cells.text import clean_text, shorten
from data.cells.text_repair import repaired
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.values.found_table import LIST, Heading
from data.values.messages import LEFT_OUT_BY_ANSWER
from data.values.questions import LEAVE_OUT

FIRST = "first"
_LOOK_UP = re.compile(r"^\s*(?:\d+;#[^;#]|;#)")
_PATH = re.compile(r"\s*(?:[-=]*>+|»|→|\\|::)\s*")
# What may stand on the way to a name; markup and formulas have other signs, and stay as typed.
_ON_A_PATH = re.compile(r"(?=.*[^\W\d_]{2})\w[\w\s&,.'’()/+–-]*")
_NO_WAY = re.compile(r"\\|→|[-=]>")
_SPACES = re.compile(r"[ \t\xa0]{2,}")
_HARD = re.compile(r"\s*[;|]\s*")
_SOFT = re.compile(r"\s*(?:/|\+)\s*|\s*[\r\n]+\s*")
_SOFTEST = re.compile(r"\s*,\s*|\s*&\s*|\s+(?:en|and)\s+")
_EITHER = re.compile(f"{_SOFT.pattern}|{_SOFTEST.pattern}")
_PARTED = re.compile(r"\s*,\s*|\s+[-–]\s+|\s*:\s+|\s+(?=\d{1,2}[.)]\s)")
_TOGETHER = re.compile(
    r"\s*\(?\s*(?:\bi\.?s\.?m\.?|\bm\.m\.v\.|\b(?:samen|in samenwerking|together) met\b"
    r"|\btogether with\b)\s*",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,3}")
_LISTED = re.compile(r"(?:^|\n)\s*(?:[-•*]|\d{1,2}[.)])\s+")
_JSON = re.compile(r'^\s*\[\s*"[^\[\]]*"\s*\]\s*$')
_JSON_PARTS = re.compile(r'"\s*,\s*"')
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s(?=.*\s\d{1,2}[.)]\s)|\s\d{1,2}[.)]\s")
_LONGEST = 200
_WORD = re.compile(r"[^\W_]+")
# What may stand between two names, or beside them, without being part of a name.
_BESIDE_NAMES = word_set(
    """en and of or met with plus samen ook voor for namens tbv t b v ism i s m icm c mmv via bij
    op verzoek van de het ikv eventueel evt deels naar voorheen was ipv i p plaats vs versus ex
    eerder nu a b c d uur uren u h en"""
)
_MOST_DISTINCT = 5_000
_MOST_NAMES_SOUGHT, _LONGEST_NAME = 400, 8  # names, words


def look(found: LookedAt) -> None:
    """Read the one name in a cell; ask about cells that hold several."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.DEPARTMENT, c.THEME):
        _look_at(found, heading)


def _look_at(found: LookedAt, heading: Heading) -> None:
    distinct = found.column(heading).texts
    if len(distinct) > _MOST_DISTINCT:
        return  # no city has as many: that was asked about
    known = set(found.names.known.get(str(heading.column), ()))
    stand_alone = known | {plain_words(cell) for cell in distinct}
    bare = {cell: _bare(repaired(cell), stand_alone) for cell in distinct}
    _read_bare(found, heading, {cell: name for cell, name in bare.items() if name != cell})
    texts = dict.fromkeys(bare.values())
    alone = known | {plain_words(text) for text in texts if ";" not in text and "|" not in text}
    several: dict[str, list[str]] = {}
    for text in texts:
        names = _names_in(text, alone, known)
        if len(names) > 1:
            several[text] = names
    _ask(found, heading, several)


def _read_bare(found: LookedAt, heading: Heading, bare: Mapping[str, str]) -> None:
    column = found.column(heading)
    rows = column.rows_where(lambda cell: isinstance(cell, str) and cell in bare)
    found.change(heading, {row: bare[str(column.cells[row])] for row in rows})


def _bare(text: str, alone: Collection[str]) -> str:
    """The text without what a program added: the number of a look-up, the way to a name."""
    if len(text) > _LONGEST:
        return text
    if _LOOK_UP.match(text):
        parts = [part.strip() for part in text.split(";#")]
        names = [part for part in parts if part and not part.isdigit()]
        return "; ".join(names) if names else text
    if _JSON.match(text):
        listed = _JSON_PARTS.split(text)
        return listed[0].strip(' "[]') if len(listed) == 1 else text
    stripped = text.strip().rstrip(";").rstrip()
    if _PATH.search(stripped) and "\n" not in stripped:
        parts = [part for part in _PATH.split(stripped) if part]
        if _NO_WAY.search(stripped) and all(plain_words(part) in alone for part in parts):
            return text  # no path: each is a name by itself
        return parts[-1] if parts and all(map(_ON_A_PATH.fullmatch, parts)) else text
    return stripped if stripped and stripped != text.strip() else text


def _names_in(text: str, alone: Collection[str], known: Collection[str]) -> list[str]:
    """The several names in a text; the text itself when it is one name."""
    if not text or len(text) > _LONGEST or plain_words(text) in known:
        return [text]
    text = _SPACES.sub(" ", text)  # the patterns below would cost the cube of a run of spaces
    hard = _parts(_HARD, text)
    if len(hard) > 1 and (_begin_as_names(hard) or all(_is_alone(x, alone, text) for x in hard)):
        return hard
    together = _parts(_TOGETHER, text.rstrip(") "))
    pattern = _NUMBERED if _NUMBERED.match(text) else _LISTED
    pattern = _JSON_PARTS if _JSON.match(text) else pattern
    listed = [part.strip(' ,;"[]') for part in pattern.split(text) if plain_words(part)]
    if len(together) > 1 or len(listed) > 1:
        return together if len(together) > 1 else listed
    soft = _parts(_SOFT, text)
    of_lines = "\n" in text and _begin_as_names(soft)
    if len(soft) > 1 and (of_lines or any(_is_alone(part, alone, text) for part in soft)):
        return soft
    either = _parts(_EITHER, text)
    if len(either) > 1 and all(map(_INITIALS.fullmatch, either)):
        return either
    for pattern in (_SOFTEST, _EITHER):
        softest = _parts(pattern, text)
        if len(softest) > 1 and all(_is_alone(part, alone, text) for part in softest):
            return softest
    parted = _parts(_PARTED, text)
    if all(any(s.isalpha() for s in x) for x in parted) and any(
        _is_alone(part, alone, text) for part in parted
    ):
        return parted
    return _parted_in_two(text, alone) or _beside_each_other(text, alone) or [text]


def _beside_each_other(text: str, alone: Collection[str]) -> list[str]:
    """Names with nothing but small words between them: `Vastgoed Economie`, `Wonen (met Zorg)`."""
    words = [word.span() for word in _WORD.finditer(text)]
    if len(alone) > _MOST_NAMES_SOUGHT or len(words) < 2:
        return []
    names, at = [], 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST_NAME), at, -1)
        spans = (text[words[at][0] : words[end - 1][1]] for end in ends)
        name = next((span for span in spans if _is_alone(span, alone, text)), "")
        if name:
            names.append(name)
        elif not _is_beside(text[slice(*words[at])]):
            return []
        at += len(_WORD.findall(name)) or 1
    distinct = dict.fromkeys(names)
    return list(distinct) if len({plain_words(name) for name in distinct}) > 1 else []


def _is_beside(word: str) -> bool:
    """Whether a word, or a number, may stand beside names without being part of one."""
    return word.isdigit() or set(plain_words(word).split()) <= _BESIDE_NAMES


def _parted_in_two(text: str, alone: Collection[str]) -> list[str]:
    """Two names that may hold a joiner themselves: `Werk en Inkomen en Vastgoed`."""
    for between in _EITHER.finditer(text):
        sides = [text[: between.start()], text[between.end() :]]
        if all(_is_alone(side, alone, text) for side in sides):
            return sides
    return []


def _begin_as_names(parts: Sequence[str]) -> bool:
    """Whether each part begins as a name does; `Wonen; zorg en gezondheid` is one name."""
    return all(part[:1].isupper() or part[:1].isdigit() for part in parts)


def _parts(pattern: re.Pattern[str], text: str) -> list[str]:
    return list(dict.fromkeys(part for part in pattern.split(text) if plain_words(part)))


def _is_alone(part: str, alone: Collection[str], whole: str) -> bool:
    """Whether a part is a name that stands alone elsewhere."""
    return plain_words(part) in alone and plain_words(part) != plain_words(whole)


def _ask(found: LookedAt, heading: Heading, several: Mapping[str, Sequence[str]]) -> None:
    column = found.column(heading)
    rows = column.rows_where(lambda cell: isinstance(cell, str) and cell in several)
    texts = [str(column.cells[row]) for row in rows]
    if not rows:
        return
    example = shorten(clean_text(texts[0]))
    of_department = heading.column == c.DEPARTMENT
    told = messages.SEVERAL_DEPARTMENTS if of_department else messages.SEVERAL_THEMES
    question = told(n=len(rows), value=example)
    reason = messages.NAMES_TWO_DEPARTMENTS if of_department else messages.NAMES_TWO_THEMES
    code = f"several_names:{heading.column}"
    answer = found.choose(code, question, rows, (LEAVE_OUT, FIRST), fault=reason.code)
    if answer == LEAVE_OUT:
        found.reject(rows, LEFT_OUT_BY_ANSWER(), heading)
        return
    if answer == FIRST:
        firsts: dict[int, Cell] = {row: several[x][0] for row, x in zip(rows, texts, strict=True)}
        found.change(heading, firsts)
        return
    for row, text in zip(rows, texts, strict=True):
        found.reject([row], reason(names=list(several[text])), heading)
