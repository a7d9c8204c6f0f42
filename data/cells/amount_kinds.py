"""Words around a table that say what its amounts are: budgeted, or spent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data import columns as c
from data.cells.keys import unaccented

_ACTUAL = re.compile(r"jaarrekening|realisatie|werkelijk|jaarstukken|gerealiseerd|besteed|actual")
_BUDGETED = re.compile(r"begroting|raming|begroot|budget")


def kinds_named_in(texts: Iterable[str]) -> set[str]:
    """The kinds of amount that the texts name: budget, actual, both or neither."""
    told = unaccented(" ".join(texts)).casefold()
    found = {c.ACTUAL} if _ACTUAL.search(told) else set()
    return found | ({c.BUDGETED} if _BUDGETED.search(told) else set())
