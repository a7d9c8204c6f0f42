"""Amounts of records: cents as euros, and the sums over a table."""

from __future__ import annotations

import pandas as pd

from data import columns as c
from data.columns import AMOUNT_CENTS


def euros(cents: pd.Series) -> pd.Series:
    """Whole cents as euros, NaN where there is no amount."""
    return cents.astype("float64") / 100


def sums_of(kind: str, records: pd.DataFrame) -> dict[str, float]:
    """The sums over the accepted rows; of a budget also per kind of amount."""
    sums: dict[str, float] = {c.HOURS: 0.0, c.PARTICIPANTS: 0, c.AMOUNT: _euros(records)}
    if kind == c.USAGE:
        sums[c.HOURS] = round(float(records[c.HOURS].sum()), 6)
        sums[c.PARTICIPANTS] = int(records[c.PARTICIPANTS].sum())
        return sums
    present = [name for name in c.BUDGET_KINDS if (records[c.BUDGET_KIND] == name).any()]
    return sums | {name: _euros(records[records[c.BUDGET_KIND] == name]) for name in present}


def _euros(records: pd.DataFrame) -> float:
    return int(records[AMOUNT_CENTS].sum()) / 100
