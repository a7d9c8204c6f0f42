"""What makes rows doubtful before they are read: a rule per module, each of the same shape.

A rule looks at a table that was found and the rows that may be records. It rejects rows, asks a
question about them, or remarks on them. What a person answered it takes for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.doubts import (
    hidden_columns,
    hidden_rows,
    longer_rows,
    status_columns,
    struck_rows,
    unworked_formulas,
)
from data.doubts.looked_at import LookedAt

__all__ = ["RULES", "LookedAt", "look"]

Rule = Callable[[LookedAt], None]

RULES: Sequence[Rule] = (
    unworked_formulas.look,
    hidden_rows.look,
    hidden_columns.look,
    struck_rows.look,
    longer_rows.look,
    status_columns.look,
)


def look(found: LookedAt) -> None:
    """Let every rule look at a table."""
    for rule in RULES:
        rule(found)
