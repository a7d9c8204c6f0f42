"""What stands above a column of numbers: a name, a period, a measure, a total."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import columns as c
from data.cells.keys import plain_words, visible_text, word_set
from data.cells.labels import Label, total_label
from data.cells.months import ANY_MONTH
from data.recognising.headings import NEUTRAL_WORDS
from data.recognising.matching import KNOWN, columns_for
from data.values.layouts import USES, ColumnHeading

_SHORT_DATED = re.compile(rf"\b({ANY_MONTH})\.?[\s\-/]*['’]?(\d\d)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,])")
_RANKS = "eerste|tweede|derde|vierde|first|second|third|fourth"
_QUARTER = re.compile(
    r"\b(?:q|kw|kwartaal|quarter)\.?\s*[1-4]\b"
    rf"|\b(?:[1-4](?:e|ste|de|st|nd|rd|th)?|{_RANKS})\s*(?:q|kw|kwartaal|quarter)\b\.?",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b{ANY_MONTH}\b\.?", re.IGNORECASE)
_NUMBERED_MONTH = re.compile(
    r"\b(?:(?:m|p|mnd|maand|periode|period|month)\.?\s*(?:0?[1-9]|1[0-2])"
    r"|(?:p|periode|period)\.?\s*1[3-6])\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"^((?:19|20)\d\d-\d\d)-(\d\d)(?: 00:00:00)?$")
_OF_A_PERIOD = word_set(
    "jaar year boekjaar kalenderjaar fy in over van het de voor t m tm heel hele geheel"
)
_HOURS = word_set(
    "uren uur hours hrs ureninzet urenbesteding adviesuren dagen dgn dagdelen days minuten"
)
_USES = word_set(
    """aantal aantallen keer keren gebruik adviezen vragen adviesvragen activiteiten count uses
    number times contacten aanvragen ondersteuningen records"""
)
_TOTAL = re.compile(r"tota|\bsom\b|\bsum\b", re.IGNORECASE)
_WORKED_OUT = re.compile(
    r"^(%|in %|percentage\b|perc\b|aandeel\b|share\b|gem\b|gemiddeld|average\b|verschil\b"
    r"|difference\b|cumulatief\b)",
    re.IGNORECASE,
)
# A column of numbers that is about the department or theme itself, not about its use.
_ABOUT_THE_ROW = word_set(
    """nr nummer volgnr volgnummer code id fte ftes formatie bezetting inwoners medewerkers
    medewerker personen deelnemers participants tarief score cijfer prioriteit rang rank ranking
    kostenplaats leeftijd oppervlakte"""
)


def split_period(text: str) -> tuple[dict[str, str], str]:
    """The period that a heading names, and the rest of its words."""
    rest = visible_text(text)
    day = _DAY.match(rest)
    if day:
        return {c.DATE: day[1] if day[2] == "01" else rest[:10]}, ""
    found: dict[str, str] = {}
    short = _SHORT_DATED.search(rest)
    if short and not _YEAR.search(rest):
        return {c.DATE: f"{short[1]} 20{short[2]}"}, _without_fillers(rest[: short.start()])
    for column, pattern in (
        (c.YEAR, _YEAR), (c.QUARTER, _QUARTER), (c.MONTH, _MONTH), (c.MONTH, _NUMBERED_MONTH),
    ):  # fmt: skip
        matches = list(pattern.finditer(rest))
        if len(matches) == 1 and column not in found:
            found[column] = matches[0].group().strip()
            rest = f"{rest[: matches[0].start()]} {rest[matches[0].end() :]}"
        elif matches and column == c.YEAR:
            return {}, visible_text(text)
    return (found, _without_fillers(rest)) if found else ({}, rest)


def _without_fillers(text: str) -> str:
    """What a heading says besides a period: without the small words beside it."""
    words = visible_text(text).split()
    while words and set(plain_words(words[0]).split()) <= _OF_A_PERIOD:
        words.pop(0)
    while words and set(plain_words(words[-1]).split()) <= _OF_A_PERIOD:
        words.pop()
    return " ".join(words).strip(" -–/_'’.,:;")


def measure_of(text: str) -> str:
    """`hours`, `uses` or empty: what a text of only measure words says the numbers are."""
    words = set(plain_words(text).split()) - NEUTRAL_WORDS - {"besteed", "bestede", "totaal"}
    if not words or not words <= _HOURS | _USES | {"inzet"}:
        return ""
    return c.HOURS if words & _HOURS else USES if words & _USES else ""


def tells_of_the_row(text: str) -> bool:
    """Whether a heading is that of a number about the department or theme itself: `Nr`, `Fte`."""
    return bool(set(plain_words(text).split()) & _ABOUT_THE_ROW) and len(text.split()) <= 3


def declared_names(text: str) -> str:
    """`department` or `theme` when a text is the word for it: `Afdeling`, `Thema's`."""
    for column, match in columns_for((text,), c.USAGE).items():
        if column in (c.DEPARTMENT, c.THEME) and match.tier == 0 and match.how == KNOWN:
            return column
    return ""


def read_headings(
    parts: Mapping[int, Sequence[str]], *, of_amounts: bool = False
) -> list[ColumnHeading]:
    """What the headings (place -> texts, top first) above columns of numbers say.

    A year in the words of a heading is a period only when every column has one: a theme may be
    called `Agenda 2030`. `Begroting 2019`, above amounts, leaves no doubt.
    """
    split = [_read(place, texts, with_mixed=True) for place, texts in sorted(parts.items())]
    told = [heading for heading in split if not (heading.total or heading.about_row)]
    kinds = {frozenset(heading.period) for heading in told}
    if of_amounts or len(kinds) == 1 or not any(heading.name for heading in told):
        return split
    return [_read(place, texts, with_mixed=False) for place, texts in sorted(parts.items())]


def _read(place: int, parts: Sequence[str], *, with_mixed: bool) -> ColumnHeading:
    # `Thema` above the themes says what they are, and is no part of a heading.
    own = [text for text in parts if not declared_names(text)] or parts
    heading = ColumnHeading(place, " ".join(own))
    for text in parts:
        heading = _with_part(heading, text, with_mixed=with_mixed)
    # `Aantal` at the end of a row counts what stands before it.
    only_counts = heading.measure == USES and not heading.name and not heading.period
    return replace(heading, total=True) if only_counts else heading


def _with_part(heading: ColumnHeading, text: str, *, with_mixed: bool) -> ColumnHeading:
    """The heading with one of its rows read as well."""
    measure = measure_of(text)
    if measure and not _TOTAL.search(text):
        return replace(heading, measure=measure)
    if total_label(text) is not Label.NONE or _WORKED_OUT.match(text.strip()):
        return replace(heading, total=True)
    period, rest = split_period(text)
    if period and (not rest or with_mixed):
        heading = replace(heading, period={**heading.period, **period})
    elif period:
        rest = visible_text(text)
    if not rest:
        return heading
    if measure := measure_of(rest):
        return replace(heading, measure=measure)
    if tells_of_the_row(rest):
        return replace(heading, about_row=True)
    if declared := declared_names(rest):
        return replace(heading, declared=declared)
    return replace(heading, name=rest)
