"""Like beside like: what two periods have in common, or why they are not compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import names_in
from analysis.period import Period
from analysis.plausibility.span import last_days
from analysis.reporting.places import Bools, day_at, filled_places, place_of, places, real_place
from analysis.reporting.reports import Reports
from data.columns import CHANNEL, CHANNELS, DATE, DEPARTMENT, DIRECT, NETWORK

# A comparison over less than four weeks says nothing of a year.
LEAST_DAYS = 28
_MOST_ENDS = 64

NOT_REPORTED, FEW_DEPARTMENTS, OTHER_DAYS, OTHER_CHANNELS = (
    "not_reported", "few_departments", "other_days", "other_channels",
)  # fmt: skip


@dataclass(frozen=True)
class Alike:
    """What two periods have in common: the same departments, channels and days of the year.

    `first` and `last` are the days of `period` that are compared; `whole` says that it is all of
    it.
    """

    period: Period
    before: Period
    departments: tuple[str, ...]
    channels: tuple[str, ...]
    first: dt.date
    last: dt.date
    whole: bool

    def of(self, usage: pd.DataFrame, period: Period) -> pd.DataFrame:
        """The use in `period` (one of the two) that is compared."""
        used = period.select(usage)
        at = places(used[DATE], period.first)
        start, end = (place_of(day, self.period.first) for day in (self.first, self.last))
        inside = (at >= start) & (at <= end)
        inside &= used[DEPARTMENT].isin(self.departments).to_numpy()
        network = (used[CHANNEL] == NETWORK).to_numpy()
        if DIRECT not in self.channels:
            inside &= network
        elif NETWORK not in self.channels:
            inside &= ~network
        return used[inside]


@dataclass(frozen=True)
class NotAlike:
    """Why two periods are not compared: a code, and what its sentence names.

    `not_reported`: `years` of one of them of which nobody reported anything; `few_departments`:
    in `period` only `k` of `n` departments reported; `other_days`, `other_channels`: what is
    reported is not of the same days, or of other channels.
    """

    why: str
    period: Period
    before: Period
    years: tuple[int, ...] = ()
    k: int = 0
    n: int = 0


def compare(
    reports: Reports, period: Period, before: Period, usage: pd.DataFrame
) -> Alike | NotAlike:
    """What the two have in common, or why they are not compared.

    Over the departments, days and channels that make the comparison largest; at least half of
    the departments that exist in the period, and four weeks. A department with use of which
    only the month, quarter or year is known, that may lie outside those days, is left out.
    """
    for part in (before, period):
        if silent := _silent(reports, part):
            return NotAlike(NOT_REPORTED, period, before, years=silent)
    there = np.any(reports.exists(period), axis=1)
    both = np.all(reports.exists(period), axis=1) & np.all(reports.exists(before), axis=1)
    found = [
        alike
        for channels in (CHANNELS, (DIRECT,), (NETWORK,))
        if (alike := _largest(reports, period, before, channels, both, usage)) is not None
    ]
    enough = [f for f in found if 2 * len(f.departments) >= there.sum()]
    if enough:
        return max(enough, key=lambda f: (_size(f), len(f.channels)))
    return _why_not(reports, period, before, there)


def _silent(reports: Reports, period: Period) -> tuple[int, ...]:
    """The years of a period of which nobody reported anything."""
    return tuple(
        year for year in period.years
        if not any(reports.reported(Period(year, year), channel).any() for channel in CHANNELS)
    )  # fmt: skip


def _largest(
    reports: Reports, period: Period, before: Period, channels: Sequence[str], both: Bools,
    usage: pd.DataFrame,
) -> Alike | None:  # fmt: skip
    at = [CHANNELS.index(channel) for channel in channels]
    filled = filled_places(period) | filled_places(before)
    common: Bools = np.all((reports.within(period) & reports.within(before))[:, at], axis=1)
    common[~both] = False
    window = _largest_window(common)
    if window is None:
        return None
    start, end = window
    whole = start == 0 and end == common.shape[1] - 1
    inside: Bools = np.all(common[:, start : end + 1], axis=1)
    if not whole:
        for part in (period, before):
            unsure = _straddling(part.select(usage), part.first, start, end)
            inside &= ~np.isin(np.array(reports.departments, dtype=object), list(unsure))
    names = tuple(np.array(reports.departments, dtype=object)[inside])
    if not names:
        return None
    first = day_at(real_place(start, filled, 1), period.first)
    last = day_at(real_place(end, filled, -1), period.first)
    return Alike(period, before, names, tuple(channels), first, last, whole)


def _why_not(reports: Reports, period: Period, before: Period, there: Bools) -> NotAlike:
    n = int(there.sum())
    for part in (before, period):
        k = max(int((reports.reported(part, channel) & there).sum()) for channel in CHANNELS)
        if 2 * k < n:
            return NotAlike(FEW_DEPARTMENTS, period, before, years=tuple(part.years), k=k, n=n)
    if reports.channel_of(period) != reports.channel_of(before):
        return NotAlike(OTHER_CHANNELS, period, before)
    return NotAlike(OTHER_DAYS, period, before)


def _largest_window(common: Bools) -> tuple[int, int] | None:
    """The first and last place between which most departments have most days in common."""
    edges = np.diff(np.pad(common.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    starts, ends = _often(np.nonzero(edges == 1)[1]), _often(np.nonzero(edges == -1)[1] - 1)
    totals = np.pad(common.cumsum(axis=1), ((0, 0), (1, 0)))
    best, found = 0, None
    for start in starts:
        for end in ends:
            length = end - start + 1
            if length < LEAST_DAYS:
                continue
            whole = int((totals[:, end + 1] - totals[:, start] == length).sum())
            if whole * length > best:
                best, found = whole * length, (int(start), int(end))
    return found


def _often(places: npt.NDArray[np.intp]) -> list[int]:
    values, counts = np.unique(places, return_counts=True)
    return sorted(values[np.argsort(-counts, kind="stable")][:_MOST_ENDS].tolist())


def _straddling(used: pd.DataFrame, first_year: int, start: int, end: int) -> set[str]:
    """The departments with a record that may lie inside these places, and outside them as well."""
    begin, until = places(used[DATE], first_year), places(last_days(used), first_year)
    outside = (until < start) | (begin > end)
    inside = (begin >= start) & (until <= end)
    return names_in(used.loc[~(outside | inside), DEPARTMENT])


def _size(alike: Alike) -> int:
    return len(alike.departments) * ((alike.last - alike.first).days + 1)
