"""What makes rows doubtful before they are read: a rule per module, each of the same shape.

A rule looks at a table that was found and the rows that may be records. It rejects rows, asks a
question about them, or remarks on them. What a person answered it takes for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.doubts.columns import crosses, hidden_columns, marked_columns, rivals, sorting_columns
from data.doubts.looked_at import LookedAt
from data.doubts.measures import (
    crosstab_numbers,
    dotted_minutes,
    hours_around,
    hours_beside,
    hours_units,
    periods_across,
    running_totals,
    shown_units,
    sums_in_rows,
)
from data.doubts.money import (
    amount_columns,
    amounts_beside,
    bare_amounts,
    both_sides,
    cumulative_rows,
    currencies,
    debit_credit,
    ledger_rows,
    levels_in_columns,
    same_amounts,
    serial_numbers,
)
from data.doubts.names import (
    many_names,
    municipalities,
    name_cells,
    names_with_more,
    no_names,
    other_municipality,
    second_names,
)
from data.doubts.names.many_names import TooManyNamesError
from data.doubts.rows import (
    coloured_rows,
    ditto_marks,
    hidden_rows,
    kinds_in_rows,
    lines_between,
    longer_rows,
    moved_cells,
    notes,
    other_suppliers,
    repeated_numbers,
    status_columns,
    struck_rows,
    unseen_cells,
    unworked_formulas,
)
from data.doubts.tables import legends, no_money, purpose, set_aside, texts_around
from data.doubts.times import (
    date_meaning,
    date_order,
    days_from_1904,
    months_or_days,
    numbered_periods,
    other_years,
    short_years,
    swapped_dates,
    utc_moments,
)

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
    same_amounts.look,
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
    kinds_in_rows.look,
    crosstab_numbers.look,
    sorting_columns.look,
    purpose.look,
    no_money.look,
    texts_around.look,
    hours_around.look,
    both_sides.look,
    bare_amounts.look,
)


def look(found: LookedAt) -> None:
    """Let every rule look at a table."""
    for rule in RULES:
        rule(found)
