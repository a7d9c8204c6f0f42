"""What stays without data: months within a file, and departments beside it."""

from __future__ import annotations

import pandas as pd

from analysis.plausibility.span import Span
from analysis.reporting import reported_years
from data.columns import (
    DATE,
    DATE_PRECISION,
    DAY_PRECISION,
    DEPARTMENT,
    MONTH_PRECISION,
    YEAR,
)

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


def staying_unreported(
    departments: pd.DataFrame, reported: pd.DataFrame, usage: pd.DataFrame
) -> pd.DataFrame:
    """The departments of which nothing is known of a year in a file, also not by the file itself.

    `reported` is what was reported without it, `usage` holds its records. Columns:
    department, year; by year, then in the order of the departments.
    """
    years = pd.DataFrame({YEAR: sorted({int(year) for year in usage[DATE].dt.year})})
    every = years.merge(departments[[DEPARTMENT]].astype("str"), how="cross")
    named = pd.DataFrame({DEPARTMENT: usage[DEPARTMENT].astype("str"), YEAR: usage[DATE].dt.year})
    known = pd.concat([reported_years(reported), named])
    unknown = ~pd.MultiIndex.from_frame(every[[DEPARTMENT, YEAR]]).isin(
        pd.MultiIndex.from_frame(known[[DEPARTMENT, YEAR]])
    )
    return every.loc[unknown, [DEPARTMENT, YEAR]].reset_index(drop=True)
