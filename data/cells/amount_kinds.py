"""Words that say what amounts are: budgeted or spent, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data import columns as c
from data.cells.keys import unaccented

_ACTUAL = re.compile(r"jaarrekening|realisatie|werkelijk|jaarstukken|gerealiseerd|besteed|actual")
_OTHER_YEAR = re.compile(
    r"\b(vorig\w* jaar|volgend\w* jaar|previous year|next year"
    r"|(jaar|t|n) ?[-+\u2212\u2013] ?[1-9])\b",
    re.I,
)
_BUDGETED = re.compile(r"begroting|raming|begroot|budget")


def is_of_another_year(heading: str) -> bool:
    """Whether a heading tells of a year before or after that of its row: `bedrag t-1`."""
    return bool(_OTHER_YEAR.search(heading))


def kinds_named_in(texts: Iterable[str]) -> set[str]:
    """The kinds of amount that the texts name: budget, actual, both or neither."""
    told = unaccented(" ".join(texts)).casefold()
    found = {c.ACTUAL} if _ACTUAL.search(told) else set()
    return found | ({c.BUDGETED} if _BUDGETED.search(told) else set())
