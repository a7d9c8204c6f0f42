"""Whether the values of a column are the answers that another column has."""

from __future__ import annotations

from collections.abc import Sequence

from data.cells.choices import parse_choices
from data.fields import Field

_MOST = 0.8
_LONGEST = 60  # characters; what is longer is prose


def answers_in(texts: Sequence[str], field: Field) -> bool:
    """Whether nearly every text is one of the answers of a column, and there are several."""
    if any(len(text) > _LONGEST for text in texts):
        return False
    distinct = list(dict.fromkeys(texts))
    read = dict(zip(distinct, parse_choices(distinct, field.choices, field.refusal), strict=True))
    known = [read[text] for text in texts if isinstance(read[text], str)]
    return len(set(known)) > 1 and len(known) >= _MOST * len(texts)
