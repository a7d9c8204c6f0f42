"""What makes rows doubtful before they are read: a rule per module, each of the same shape.

A rule looks at a table that was found and the rows that may be records. It rejects rows, asks a
question about them, or remarks on them. What a person answered it takes for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.doubts import (
    amount_columns,
    amounts_beside,
    bare_amounts,
    both_sides,
    coloured_rows,
    crosses,
    crosstab_numbers,
    cumulative_rows,
    currencies,
    date_meaning,
    date_order,
    days_from_1904,
    debit_credit,
    ditto_marks,
    dotted_minutes,
    hidden_columns,
    hidden_rows,
    hours_beside,
    hours_units,
    ledger_rows,
    legends,
    levels_in_columns,
    lines_between,
    longer_rows,
    many_names,
    marked_columns,
    months_or_days,
    moved_cells,
    municipalities,
    name_cells,
    names_with_more,
    no_names,
    notes,
    numbered_periods,
    other_municipality,
    other_suppliers,
    other_years,
    periods_across,
    purpose,
    repeated_numbers,
    rivals,
    running_totals,
    second_names,
    serial_numbers,
    set_aside,
    short_years,
    shown_units,
    sorting_columns,
    status_columns,
    struck_rows,
    sums_in_rows,
    swapped_dates,
    texts_around,
    unseen_cells,
    unworked_formulas,
    utc_moments,
)
from data.doubts.looked_at import LookedAt
from data.doubts.many_names import TooManyNamesError

__all__ = ["RULES", "LookedAt", "TooManyNamesError", "look"]

Rule = Callable[[LookedAt], None]

RULES: Sequence[Rule] = (
    many_names.look,
    unworked_formulas.look,
    hidden_rows.look,
    hidden_columns.look,
    set_aside.look,
    struck_rows.look,
    unseen_cells.look,
    longer_rows.look,
    ditto_marks.look,
    name_cells.look,
    names_with_more.look,
    second_names.look,
    no_names.look,
    moved_cells.look,
    status_columns.look,
    lines_between.look,
    legends.look,
    coloured_rows.look,
    notes.look,
    days_from_1904.look,
    utc_moments.look,
    swapped_dates.look,
    date_meaning.look,
    months_or_days.look,
    date_order.look,
    numbered_periods.look,
    short_years.look,
    other_years.look,
    shown_units.look,
    dotted_minutes.look,
    hours_units.look,
    hours_beside.look,
    serial_numbers.look,
    running_totals.look,
    debit_credit.look,
    other_suppliers.look,
    currencies.look,
    amount_columns.look,
    cumulative_rows.look,
    periods_across.look,
    amounts_beside.look,
    ledger_rows.look,
    levels_in_columns.look,
    sums_in_rows.look,
    repeated_numbers.look,
    municipalities.look,
    other_municipality.look,
    rivals.look,
    marked_columns.look,
    crosses.look,
    crosstab_numbers.look,
    sorting_columns.look,
    purpose.look,
    texts_around.look,
    both_sides.look,
    bare_amounts.look,
)


def look(found: LookedAt) -> None:
    """Let every rule look at a table."""
    for rule in RULES:
        rule(found)
