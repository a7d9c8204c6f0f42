"""Budget against actual: per year, through the year, and where the year is heading.

A frame of budget lines has the columns of `data.fields.budget`; amounts in euro.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import pandas as pd

from analysis.money.euros import in_cents
from data.columns import (
    ACCOUNT,
    ACTUAL,
    BUDGET_KIND,
    BUDGETED,
    COMMITMENT,
    CUMULATIVE,
    DATE,
    DATE_PRECISION,
    DAY_PRECISION,
    DESCRIPTION,
    MONTH_PRECISION,
    YEAR,
)

# What tells the lines of the yearly contribution from others, unless a visitor says otherwise.
CONTRIBUTION_WORDS = ("bijdrage", "contributie")
MONTHS = 12
# Fewer bookings say little about the rest of the year: one large invoice would decide it.
MINIMUM_BOOKINGS = 6
_Z = NormalDist().inv_cdf(0.975)  # 95 %


@dataclass(frozen=True)
class YearResult:
    """One year, in cents; None where no line says so. `bookings` are the lines that are spent."""

    year: int
    budget: int | None = None
    actual: int | None = None
    commitment: int | None = None
    bookings: int = 0

    @property
    def remainder(self) -> int | None:
        """Budget less spent less committed; None without a budget or without any booking."""
        if self.budget is None or self.actual is None:
            return None
        return self.budget - self.actual - (self.commitment or 0)

    def needs_explaining(self, *, percent: float, euros: float) -> bool:
        """Whether what was spent differs so much from the budget that it is to be explained.

        From `percent` of the budget on, unless it is less than `euros`: so the financial
        regulations of municipalities have it.
        """
        if self.budget is None or self.actual is None:
            return False
        difference = abs(self.budget - self.actual)
        return difference >= euros * 100 and difference * 100 >= percent * abs(self.budget)


@dataclass(frozen=True)
class Projection:
    """Where the year is heading, in cents, from what was booked up to and including a month.

    `fixed` is the contribution, which is not extrapolated; `low` and `high` hold the outcome with
    95 % certainty as long as bookings keep coming as they did.
    """

    year: int
    month: int
    bookings: int
    booked: int
    fixed: int
    expected: int
    low: int
    high: int


def names_any(lines: pd.DataFrame, words: Sequence[str]) -> pd.Series:
    """Per line whether its description or account holds one of the words; case does not count."""
    wanted = [word.casefold() for word in words if word.strip()]
    description = lines[DESCRIPTION].astype("str").fillna("")
    account = lines[ACCOUNT].astype("str").fillna("")
    text = (description + " " + account).str.casefold()
    found = pd.Series(False, index=lines.index)
    for word in wanted:
        found |= text.str.contains(word.strip(), regex=False)
    return found


def by_year(lines: pd.DataFrame) -> list[YearResult]:
    """What was budgeted, spent and committed in each year with lines, in order of years."""
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
        )
        for year in sorted(set(lines[YEAR].tolist()))
    ]


def invoiced_by_year(lines: pd.DataFrame) -> dict[int, int]:
    """Year -> cents booked on these lines."""
    actual = lines[lines[BUDGET_KIND] == ACTUAL]
    sums = in_cents(actual).groupby(actual[YEAR]).sum()
    return dict(zip(sums.index.tolist(), sums.tolist(), strict=True))


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


def project(lines: pd.DataFrame, fixed: pd.Series, year: int, month: int) -> Projection | None:
    """The run-rate to the end of a year, from its dated bookings up to and including a month.

    `fixed` says per line whether it is the contribution: that is taken once, as booked so far or
    else as budgeted. The rest comes on as it came: with r = (12 - month) / month the expected rest
    is r x booked, and its variance r (1 + r) x the sum of the squared bookings (a compound Poisson
    process whose rate is estimated from the months behind us). None under `MINIMUM_BOOKINGS` such
    bookings, or when the year is over or a booking has no month.
    """
    dated = _dated(lines, year)
    until = dated[dated[DATE].dt.month <= month]
    loose = until[~fixed.loc[until.index]]
    if month >= MONTHS or len(loose) < MINIMUM_BOOKINGS or undated(lines, year)[0]:
        return None
    amounts = in_cents(loose)
    ahead = (MONTHS - month) / month
    contribution = _fixed_amount(lines[fixed], until[fixed.loc[until.index]], year)
    booked = int(amounts.sum())
    spread = _Z * sqrt(ahead * (1 + ahead) * float((amounts.astype("float64") ** 2).sum()))
    middle = booked * (1 + ahead) + contribution
    # Nothing that is booked goes away, unless credits are part of the pattern.
    floor = booked + contribution if bool((amounts >= 0).all()) else middle - spread
    return Projection(
        year=year, month=month, bookings=len(loose), booked=booked, fixed=contribution,
        expected=round(middle), low=round(max(middle - spread, floor)), high=round(middle + spread),
    )  # fmt: skip


def _fixed_amount(lines: pd.DataFrame, booked: pd.DataFrame, year: int) -> int:
    if len(booked):
        return int(in_cents(booked).sum())
    budget = lines[(lines[YEAR] == year) & (lines[BUDGET_KIND] == BUDGETED)]
    return int(in_cents(budget).sum())


def _actual(lines: pd.DataFrame, year: int) -> pd.DataFrame:
    return lines[(lines[YEAR] == year) & (lines[BUDGET_KIND] == ACTUAL)]


def _dated(lines: pd.DataFrame, year: int) -> pd.DataFrame:
    actual = _actual(lines, year)
    return actual[has_month(actual)]
