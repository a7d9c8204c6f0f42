"""What makes rows doubtful before they are read: a rule per module, each of the same shape.

A rule looks at a table that was found and the rows that may be records. It rejects rows, asks a
question about them, or remarks on them. What a person answered it takes for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.doubts import (
    amount_columns,
    both_sides,
    days_from_1904,
    debit_credit,
    ditto_marks,
    dotted_minutes,
    hidden_columns,
    hidden_rows,
    levels_in_columns,
    longer_rows,
    many_names,
    name_cells,
    other_suppliers,
    purpose,
    rivals,
    shown_units,
    status_columns,
    struck_rows,
    swapped_dates,
    unworked_formulas,
    utc_moments,
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
    ditto_marks.look,
    name_cells.look,
    many_names.look,
    status_columns.look,
    days_from_1904.look,
    utc_moments.look,
    swapped_dates.look,
    shown_units.look,
    dotted_minutes.look,
    debit_credit.look,
    other_suppliers.look,
    amount_columns.look,
    levels_in_columns.look,
    rivals.look,
    purpose.look,
    both_sides.look,
)


def look(found: LookedAt) -> None:
    """Let every rule look at a table."""
    for rule in RULES:
        rule(found)
