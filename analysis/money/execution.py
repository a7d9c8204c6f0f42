"""Budget against actual: per year, and through the year.

A frame of budget lines has the columns of `data.fields.budget`; amounts in euro.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.money.euros import in_cents
from data.columns import (
    ACTUAL,
    BATCH_ID,
    BUDGET_KIND,
    BUDGETED,
    COMMITMENT,
    CUMULATIVE,
    DATE,
    DATE_PRECISION,
    DAY_PRECISION,
    MONTH_PRECISION,
    ROW,
    SHEET,
    YEAR,
)

MONTHS = 12


@dataclass(frozen=True)
class YearResult:
    """One year, in cents; None where no line says so. `bookings` are the lines that are spent.

    `over` says that the year has ended; `unknown_posts` are the budgeted lines of an overview that
    leaves open what was spent on them.
    """

    year: int
    budget: int | None = None
    actual: int | None = None
    commitment: int | None = None
    bookings: int = 0
    over: bool = True
    unknown_posts: int = 0

    @property
    def settled(self) -> bool:
        """Whether the year has ended and all that was spent in it is known."""
        known = self.budget is not None and self.actual is not None
        return known and self.over and not self.unknown_posts

    @property
    def remainder(self) -> int | None:
        """Budget less spent less committed; None of a year that is not settled."""
        if not self.settled or self.budget is None or self.actual is None:
            return None
        return self.budget - self.actual - (self.commitment or 0)

    def needs_explaining(self, *, percent: float, euros: float) -> bool:
        """Whether what was spent differs so much from the budget that it is to be explained.

        From `percent` of the budget on, unless it is less than `euros`: so the financial
        regulations of municipalities have it.
        """
        if not self.settled or self.budget is None or self.actual is None:
            return False
        difference = abs(self.budget - self.actual)
        return difference >= euros * 100 and difference * 100 >= percent * abs(self.budget)


def by_year(lines: pd.DataFrame, *, running: int | None = None) -> list[YearResult]:
    """What was budgeted, spent and committed in each year with lines, in order of years.

    `running` is the first year that has not ended yet; None when all have.
    """
    unknown = unknown_posts(lines)
    cents, kinds = in_cents(lines), lines[BUDGET_KIND].astype("str")
    sums = cents.groupby([lines[YEAR], kinds]).sum().to_dict()
    booked = lines.loc[kinds == ACTUAL, YEAR].value_counts()
    return [
        YearResult(
            year=year,
            budget=sums.get((year, BUDGETED)),
            actual=sums.get((year, ACTUAL)),
            commitment=sums.get((year, COMMITMENT)),
            bookings=int(booked.get(year, 0)),
            over=running is None or year < running,
            unknown_posts=unknown.get(year, 0),
        )
        for year in sorted(set(lines[YEAR].tolist()))
    ]


def unknown_posts(lines: pd.DataFrame) -> dict[int, int]:
    """Year -> the rows of an overview that give a budget and leave open what was spent.

    An overview has both in one row: a sheet in which some row gives both. An empty cell in it is
    unknown, never 0.
    """
    kinds = lines[BUDGET_KIND].astype("str")
    at = [lines[BATCH_ID], lines[SHEET].astype("str"), lines[ROW]]
    rows = pd.DataFrame({"budget": kinds == BUDGETED, "actual": kinds == ACTUAL}).groupby(at).max()
    rows[YEAR] = lines.groupby(at)[YEAR].max()
    of_sheet = (rows["budget"] & rows["actual"]).groupby(level=[0, 1]).transform("any")
    open_rows = rows[rows["budget"] & ~rows["actual"] & of_sheet]
    counts = open_rows[YEAR].value_counts()
    return dict(zip(counts.index.tolist(), counts.tolist(), strict=True))


def through_the_year(lines: pd.DataFrame, year: int) -> pd.DataFrame:
    """What was booked in each month of a year: month (1-12), booked, cumulative (cents).

    Only bookings dated to the month or the day; `undated` counts the others. Empty without any.
    """
    dated = _dated(lines, year)
    if dated.empty:
        return pd.DataFrame({"month": [], "booked": [], "cumulative": []}).astype("int64")
    sums = in_cents(dated).groupby(dated[DATE].dt.month).sum()
    booked = sums.reindex(range(1, MONTHS + 1), fill_value=0).astype("int64")
    return pd.DataFrame(
        {"month": booked.index.astype("int64"), "booked": booked, "cumulative": booked.cumsum()}
    ).reset_index(drop=True)


def undated(lines: pd.DataFrame, year: int) -> tuple[int, int]:
    """How many bookings of a year have no month, and their sum in cents."""
    actual = _actual(lines, year)
    rest = actual.drop(_dated(lines, year).index)
    return len(rest), int(in_cents(rest).sum())


def has_month(lines: pd.DataFrame) -> pd.Series:
    """Per line whether its amount belongs to one month of its year.

    An amount that counts from the first of January does not, whatever date it bears.
    """
    exact = lines[DATE_PRECISION].isin([DAY_PRECISION, MONTH_PRECISION])
    inside = lines[DATE].notna() & (lines[DATE].dt.year == lines[YEAR])
    return exact & inside & ~lines[CUMULATIVE].fillna(False).astype(bool)


def last_month(lines: pd.DataFrame, year: int) -> int | None:
    """The month of the last dated booking of a year; None without one."""
    dated = _dated(lines, year)
    return None if dated.empty else int(dated[DATE].dt.month.max())


def _actual(lines: pd.DataFrame, year: int) -> pd.DataFrame:
    return lines[(lines[YEAR] == year) & (lines[BUDGET_KIND] == ACTUAL)]


def _dated(lines: pd.DataFrame, year: int) -> pd.DataFrame:
    actual = _actual(lines, year)
    return actual[has_month(actual)]
