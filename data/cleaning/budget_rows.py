"""The rows of a table of a budget, with their values: one line per amount."""

from __future__ import annotations

import pandas as pd

from data import columns as c
from data.cells.choices import parse_budget_kinds
from data.cells.text import parse_texts
from data.cleaning.name_matching import parse_names
from data.cleaning.row_dates import read_dates
from data.columns import AMOUNT_CENTS, AMOUNT_COUNT
from data.values.amount_columns import CENTS_OF, read_cents
from data.values.candidates import Candidates
from data.values.sums import euros


def read_budget(candidates: Candidates) -> pd.DataFrame:
    """Every candidate row, with its amounts still beside each other.

    Faults and remarks are kept in `candidates`.
    """
    frame = read_dates(candidates)
    frame[c.BUDGET_KIND] = candidates.parse(c.BUDGET_KIND, parse_budget_kinds).series("str")
    frame[c.DESCRIPTION] = candidates.parse(c.DESCRIPTION, parse_texts, longest=None).series("str")
    frame[c.DEPARTMENT] = candidates.parse(c.DEPARTMENT, parse_names, longest=None).series("str")
    frame[c.THEME] = candidates.parse(c.THEME, parse_names, longest=None).series("str")
    frame[c.ACCOUNT] = candidates.parse(c.ACCOUNT, parse_texts, longest=None).series("str")
    for column, cents in CENTS_OF.items():
        frame[cents] = read_cents(candidates, column)
    frame[AMOUNT_COUNT] = frame[list(CENTS_OF.values())].notna().sum(axis=1)
    # An amount that cannot be read is not missing.
    frame.loc[candidates.faulty_rows(*c.BUDGET_AMOUNTS), AMOUNT_COUNT] = 1
    return frame


def lines_of(rows: pd.DataFrame) -> pd.DataFrame:
    """One line per amount of the accepted rows, in their order, with `year`, `kind`, `amount`."""
    parts = [
        rows.assign(**{AMOUNT_CENTS: rows[cents], c.BUDGET_KIND: _kind(rows, column)})
        for column, cents in CENTS_OF.items()
    ]
    lines = pd.concat(parts).drop(columns=[*CENTS_OF.values(), AMOUNT_COUNT])
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
