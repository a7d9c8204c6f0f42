"""The words for amounts that count all up to a moment: `t/m september`, `cumulatief`, `YTD`."""

from __future__ import annotations

import re

_CUMULATIVE = re.compile(
    r"\bt\s?/\s?m\b|\bt\.e\.m\.|\btot en met\b|\bcumul|\boplopend|\bytd\b|\byear to date\b",
    re.IGNORECASE,
)


def tells_cumulative(text: str) -> bool:
    """Whether a text says that amounts count all up to a moment."""
    return bool(_CUMULATIVE.search(text))
