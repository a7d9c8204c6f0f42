"""The words for amounts that count all up to a moment: `t/m september`, `cumulatief`, `YTD`."""

from __future__ import annotations

import re

_CUMULATIVE = re.compile(
    r"\bt\s?/\s?m\b|\bt\.e\.m\.|\btot en met\b|\bcumul|\boplopend|\bytd\b|\byear to date\b",
    re.IGNORECASE,
)


_IN_SO_MANY_WORDS = re.compile(r"\bcumul|\boplopend", re.IGNORECASE)


def is_called_cumulative(text: str) -> bool:
    """Whether a text says so in so many words; `2019 t/m 2022` in a title only names years."""
    return bool(_IN_SO_MANY_WORDS.search(text))


def tells_cumulative(text: str) -> bool:
    """Whether a text says that amounts count all up to a moment."""
    return bool(_CUMULATIVE.search(text))


_AT_A_DAY = re.compile(r"\b(?:per|stand|ultimo|peildatum)\s+\d{1,2}[-./]\d{1,2}\b", re.IGNORECASE)


def stands_at_a_day(heading: str) -> bool:
    """Whether a heading is of amounts as they stood at a day: `Realisatie per 31-03-2022`."""
    return bool(_AT_A_DAY.search(heading))
