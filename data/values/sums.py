"""Amounts of records: cents as euros, and the sums over a table."""

from __future__ import annotations

import pandas as pd

from data import columns as c
from data import fields


def euros(cents: pd.Series) -> pd.Series:
    """Whole cents as euros, NaN where there is no amount."""
    return cents.astype("float64") / 100


def sums_of(kind: str, records: pd.DataFrame) -> dict[str, float]:
    """The sums over the accepted rows; of a budget also per kind of amount."""
    sums: dict[str, float] = {field.name: 0 for field in fields.of(c.USAGE, *fields.MEASURES)}
    sums |= {field.name: _sum(field, records) for field in fields.of(kind, *fields.MEASURES)}
    if kind == c.USAGE:
        return sums
    amount = next(field for field in fields.of(kind) if field.name == c.AMOUNT)
    present = [name for name in c.BUDGET_KINDS if (records[c.BUDGET_KIND] == name).any()]
    return sums | {n: _sum(amount, records[records[c.BUDGET_KIND] == n]) for n in present}


def _sum(field: fields.Field, records: pd.DataFrame) -> float:
    if field.sort is fields.Sort.AMOUNT:
        return int(records[field.kept_as].sum()) / 100
    total = float(records[field.name].sum())
    return int(total) if field.sort is fields.Sort.COUNT else round(total, 6)
