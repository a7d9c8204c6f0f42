"""The part of a year that a file tells of, and the same part of the year before."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.columns import (
    DATE,
    DATE_PRECISION,
    MONTH_PRECISION,
    QUARTER_PRECISION,
    YEAR_PRECISION,
)

_MONTHS = {MONTH_PRECISION: 1, QUARTER_PRECISION: 3, YEAR_PRECISION: 12}


@dataclass(frozen=True)
class Span:
    """From `first` (the beginning of a month) up to and including `last`, within one year."""

    first: pd.Timestamp
    last: pd.Timestamp

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.first.year)

    def a_year_earlier(self) -> Span:
        """The same days of the year before."""
        back = pd.DateOffset(years=1)
        return Span(self.first - back, self.last - back)

    def begins_in(self, usage: pd.DataFrame) -> pd.Series:
        """Per record whether its date, or the period that it stands for, begins in the span."""
        return usage[DATE].between(self.first, self.last)

    def holds(self, usage: pd.DataFrame) -> pd.Series:
        """Per record whether all that its date may stand for lies in the span."""
        return self.begins_in(usage) & (last_days(usage) <= self.last)


def spans(usage: pd.DataFrame) -> list[Span]:
    """Per year with records the span from the month of the first to the day of the last.

    A record that tells no more than a month, a quarter or a year reaches up to the end of that.
    """
    if usage.empty:
        return []
    months = usage[DATE].dt.to_period("M").dt.start_time
    ends = last_days(usage)
    by_year = pd.DataFrame({"first": months, "last": ends}).groupby(usage[DATE].dt.year.to_numpy())
    found = by_year.agg(first=("first", "min"), last=("last", "max"))
    return [Span(*pair) for pair in zip(found["first"], found["last"], strict=True)]


def last_days(usage: pd.DataFrame) -> pd.Series:
    """Per record the last day that its date may stand for."""
    months = usage[DATE_PRECISION].astype("str").map(_MONTHS).fillna(0).astype("int64")
    ends = usage[DATE].dt.normalize()
    for n in sorted(set(months) - {0}):
        ends = ends.mask(months == n, ends + pd.DateOffset(months=n) - pd.DateOffset(days=1))
    return ends
