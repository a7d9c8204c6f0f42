"""How much use there was: in total, by whatever a record says, and through time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

USES = "uses"
HOURS_MEASURE = "hours"
MEASURES = (USES, HOURS_MEASURE)
STEPS = ("year", "quarter", "month")

Measure = Literal["uses", "hours"]
Step = Literal["year", "quarter", "month"]


@dataclass(frozen=True)
class Total:
    """`value` in uses or hours, over `n` records, of which `without_hours` give no hours."""

    value: float
    n: int
    without_hours: int


def total_use(usage: pd.DataFrame, measure: Measure = "uses") -> Total:
    """All use together: the number of records, or the sum of their hours."""
    raise NotImplementedError


def use_by(
    usage: pd.DataFrame, by: str | Sequence[str], *, measure: Measure = "uses"
) -> pd.DataFrame:
    """Use per value of one column (or per combination of several), most first, then by name.

    Columns: the `by` column(s) (str; missing is `onbekend`), `value` (uses or hours), `n`
    (records), `without_hours` (records that give no hours), `share` (of the total value).
    """
    raise NotImplementedError


def use_over_time(
    usage: pd.DataFrame,
    *,
    per: Step = "year",
    by: str | None = None,
    measure: Measure = "uses",
) -> pd.DataFrame:
    """Use per year, quarter or month, in order of time and then of `by`.

    Columns: `period_start` (datetime64, the first day), the `by` column if any (str; missing is
    `onbekend`), `value` (uses or hours), `n` (records), `without_hours`. Only periods in which
    there was use. Records with a coarser date than the step are left out: `too_coarse` counts them.
    """
    raise NotImplementedError


def too_coarse(usage: pd.DataFrame, per: Step) -> int:
    """How many records have a date too coarse for the step, such as a year alone per month."""
    raise NotImplementedError
