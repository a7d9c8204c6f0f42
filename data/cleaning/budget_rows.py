"""The rows of a table of a budget, with their values: one line per amount."""

from __future__ import annotations

import pandas as pd

from data import columns as c
from data import fields
from data.cleaning.field_values import FieldReader
from data.cleaning.row_dates import read_dates
from data.columns import AMOUNT_CENTS
from data.values.amount_columns import CENTS_OF, read_cents, reject_without_amount
from data.values.sums import euros


def read_budget(reader: FieldReader) -> pd.DataFrame:
    """Every candidate row with the columns of a list, its amounts still beside each other."""
    frame = read_dates(reader.candidates)
    for field in fields.of(c.BUDGET):
        of_a_list = field.headings.strong and field.name not in (c.YEAR, c.AMOUNT)
        if of_a_list and field.name not in frame:
            reader.add_to(frame, field)
    for column, cents in CENTS_OF.items():
        frame[cents] = read_cents(reader.candidates, column)
    reject_without_amount(reader.candidates, frame)
    return frame


def lines_of(rows: pd.DataFrame) -> pd.DataFrame:
    """One line per amount of the accepted rows, in their order, with `year`, `kind`, `amount`."""
    parts = [
        rows.assign(**{AMOUNT_CENTS: rows[cents], c.BUDGET_KIND: _kind(rows, column)})
        for column, cents in CENTS_OF.items()
    ]
    lines = pd.concat(parts).drop(columns=[*CENTS_OF.values()])
    lines = lines[lines[AMOUNT_CENTS].notna()].sort_values(c.ROW, kind="stable")
    lines[c.YEAR] = lines[c.DATE].dt.year.astype("int64")
    lines[c.AMOUNT] = euros(lines[AMOUNT_CENTS])
    return lines.reset_index(drop=True)


def _kind(rows: pd.DataFrame, column: str) -> pd.Series:
    """What kind of amount a column holds; a bare amount with real dates has been booked."""
    if column in c.BUDGET_KINDS:
        return pd.Series(column, rows.index, dtype="str")
    booked = bool((rows[c.DATE_PRECISION] == c.DAY_PRECISION).any())
    return rows[c.BUDGET_KIND].fillna(c.ACTUAL if booked else c.BUDGETED)
