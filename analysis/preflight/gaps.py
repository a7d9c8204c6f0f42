"""Months of which a file holds nothing, although it holds much of the months around them."""

from __future__ import annotations

import pandas as pd

from analysis.preflight.span import Span
from data.columns import DATE, DATE_PRECISION, DAY_PRECISION, MONTH_PRECISION

# With five records a month on average, one month in 150 is empty by chance (e⁻⁵).
RECORDS_A_MONTH = 5


def months_without(usage: pd.DataFrame, span: Span) -> list[pd.Timestamp]:
    """The months of the span without any record, by their first day.

    None when there are fewer than `RECORDS_A_MONTH` a month, or when a record tells no month.
    """
    inside = usage[span.begins_in(usage)]
    if not inside[DATE_PRECISION].isin([DAY_PRECISION, MONTH_PRECISION]).all():
        return []
    months = pd.period_range(span.first, span.last, freq="M")
    if len(inside) < RECORDS_A_MONTH * len(months):
        return []
    empty = months.difference(pd.PeriodIndex(inside[DATE].dt.to_period("M").unique()))
    return [month.start_time for month in empty]
