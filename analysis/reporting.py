"""What was reported: for every department and channel the days that some list tells of.

A list tells of departments, channels and days (a report). Several reports add up. A year of a
department is complete, partial or unknown by them, and two periods are compared over the same
departments, the same days of the year and the same channels, or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import names_in, positions
from analysis.period import Period
from analysis.plausibility.span import last_days
from analysis.structure import FIRST_DAY, LAST_DAY, THEMES, exists_in
from data.columns import (
    CHANNEL,
    CHANNELS,
    DATE,
    DEPARTMENT,
    DIRECT,
    NETWORK,
    YEAR,
)

COMPLETE, PARTIAL, UNKNOWN_YEAR = "complete", "partial", "unknown"

# A comparison over less than four weeks says nothing of a year.
LEAST_DAYS = 28

_MONTH, _YEAR = 31, 372  # places per month and year: the same day has the same place in each year
_MOST_ENDS = 64

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class State:
    """How much of a year or period is reported: `complete`, `partial` or `unknown`.

    `since` and `through` are the first and the last day reported; None unless it is partial.
    """

    state: str
    since: dt.date | None = None
    through: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Whether all of it is reported."""
        return self.state == COMPLETE


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
        places = _places(used[DATE], period.first)
        start, end = (_place(day, self.period.first) for day in (self.first, self.last))
        inside = (places >= start) & (places <= end)
        inside &= used[DEPARTMENT].isin(self.departments).to_numpy()
        network = (used[CHANNEL] == NETWORK).to_numpy()
        if DIRECT not in self.channels:
            inside &= network
        elif NETWORK not in self.channels:
            inside &= ~network
        return used[inside]


NOT_REPORTED, FEW_DEPARTMENTS, OTHER_DAYS, OTHER_CHANNELS = (
    "not_reported", "few_departments", "other_days", "other_channels",
)  # fmt: skip


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


@dataclass(frozen=True)
class Reports:
    """The days reported, per department (in the order of `departments`) and channel.

    `days` (D, channels, years x 372) counts reports of every theme; `existing` (D, years).
    `limited` are the lines of reports that tell of some themes only.
    """

    departments: tuple[str, ...]
    years: range
    days: Bools
    existing: Bools
    limited: tuple[tuple[int, int, int, int, frozenset[str]], ...] = ()

    @classmethod
    def of(
        cls, reported: pd.DataFrame, departments: pd.DataFrame, *frames: pd.DataFrame
    ) -> Reports:
        """Count the reports of `departments`; `frames` have a `year` that is to be known as well.

        `reported` has a line per report, department and channel: department, channel, first_day,
        last_day, themes (a tuple; None for every theme).
        """
        names = tuple(departments[DEPARTMENT].astype("str"))
        years = _span(reported, *frames)
        days = np.zeros((len(names), len(CHANNELS), len(years) * _YEAR), dtype=bool)
        limited = []
        for d, c, start, end, themes in _lines(reported, departments, years):
            if themes is None:
                days[d, c, start : end + 1] = True
            else:
                limited.append((d, c, start, end, frozenset(themes)))
        for place in _no_day(years):
            days[:, :, place] |= _beside(days, place)
        existing = exists_in(departments, years)
        return cls(names, years, days, existing, tuple(limited))

    @cached_property
    def limited_themes(self) -> frozenset[str]:
        """The themes that some report is about alone."""
        return frozenset().union(*(line[4] for line in self.limited))

    def for_theme(self, theme: str) -> Bools:
        """As `days`, with the reports that are about this theme among others."""
        if theme not in self.limited_themes:
            return self.days
        days = self.days.copy()
        for d, c, start, end, themes in self.limited:
            if theme in themes:
                days[d, c, start : end + 1] = True
        for place in _no_day(self.years):
            days[:, :, place] |= _beside(days, place)
        return days

    def within(self, period: Period, days: Bools | None = None) -> Bools:
        """The places of the period (D, channels, years of the period x 372); False outside."""
        days = self.days if days is None else days
        shape = (*days.shape[:2], len(period.years) * _YEAR)
        found = np.zeros(shape, dtype=bool)
        for i, year in enumerate(period.years):
            if year in self.years:
                at = (year - self.years[0]) * _YEAR
                found[:, :, i * _YEAR : (i + 1) * _YEAR] = days[:, :, at : at + _YEAR]
        return found

    def exists(self, period: Period) -> Bools:
        """Per department and year of the period whether it exists."""
        found = np.zeros((len(self.departments), len(period.years)), dtype=bool)
        for i, year in enumerate(period.years):
            if len(self.years):
                # Outside the years that are known the first and the last of them go on.
                near = min(max(year, self.years[0]), self.years[-1])
                found[:, i] = self.existing[:, near - self.years[0]]
        return found

    def reported(self, period: Period, channel: str = DIRECT, days: Bools | None = None) -> Bools:
        """Per department whether a day of the period is reported."""
        found = self.within(period, days)[:, CHANNELS.index(channel)] & ~_filled(period)
        return np.asarray(found.any(axis=1))

    def complete(self, period: Period, channel: str = DIRECT, days: Bools | None = None) -> Bools:
        """Per department whether every day is reported of the years in which it exists."""
        found = self.within(period, days)[:, CHANNELS.index(channel)] | _filled(period)
        whole = found.reshape(len(self.departments), len(period.years), _YEAR).all(axis=2)
        exists = self.exists(period)
        return np.asarray((whole | ~exists).all(axis=1) & exists.any(axis=1))

    def channel_of(self, period: Period) -> str:
        """By which channel the period is judged: direct, unless nothing of that is reported."""
        direct = self.reported(period).any()
        return NETWORK if not direct and self.reported(period, NETWORK).any() else DIRECT

    def state(self, period: Period) -> State:
        """Complete for at least half of the departments; else partial, as far as half of them.

        Only of departments that exist in the period, and of direct use unless that is not
        reported at all.
        """
        channel = self.channel_of(period)
        there = np.any(self.exists(period), axis=1)
        if 2 * (self.complete(period, channel) & there).sum() >= there.sum() > 0:
            return State(COMPLETE)
        reported = self.reported(period, channel) & there
        if not reported.any():
            return State(UNKNOWN_YEAR)
        days = self.within(period)[:, CHANNELS.index(channel)] & ~_filled(period)
        last = days.shape[1] - 1 - days[reported][:, ::-1].argmax(axis=1)
        first = days[reported].argmax(axis=1)
        half = (len(last) + 1) // 2 - 1
        return State(
            PARTIAL,
            _day(int(np.sort(first)[half]), period.first),
            _day(int(np.sort(last)[::-1][half]), period.first),
        )

    def years_of(self, department: str, channel: str = DIRECT) -> dict[int, State]:
        """The state of each year in which the department exists."""
        d = self.departments.index(department)
        found = {}
        for i, year in enumerate(self.years):
            if self.existing[d, i]:
                found[year] = self._state(d, year, channel)
        return found

    def _state(self, d: int, year: int, channel: str) -> State:
        period = Period(year, year)
        at = (year - self.years[0]) * _YEAR
        days = self.days[d, CHANNELS.index(channel), at : at + _YEAR]
        if (days | _filled(period)).all():
            return State(COMPLETE)
        real = np.flatnonzero(days & ~_filled(period))
        if not len(real):
            return State(UNKNOWN_YEAR)
        return State(PARTIAL, _day(int(real[0]), year), _day(int(real[-1]), year))

    def default_period(self) -> Period | None:
        """The last year that is complete for at least half of the departments.

        When there is none, the last that half of them reported a part of; else the one of which
        most is reported. None without any report.
        """
        states = {year: self._tally(year) for year in self.years}
        known = {year: tally for year, tally in states.items() if tally[2]}
        if not known:
            return None
        for part in (0, 1):
            enough = [y for y, tally in known.items() if 2 * tally[part] >= tally[3] > 0]
            if enough:
                return Period(max(enough), max(enough))
        most = max(known, key=lambda year: (known[year][2], year))
        return Period(most, most)

    def _tally(self, year: int) -> tuple[int, int, int, int]:
        """How many departments are complete and reported, how many days, how many exist."""
        period = Period(year, year)
        channel = self.channel_of(period)
        there = np.any(self.exists(period), axis=1)
        days = self.within(period)[:, CHANNELS.index(channel)] & ~_filled(period)
        complete, reported = self.complete(period, channel), self.reported(period, channel)
        return (
            int((complete & there).sum()), int((reported & there).sum()),
            int(days[there].sum()), int(there.sum()),
        )  # fmt: skip

    def compare(self, period: Period, before: Period, usage: pd.DataFrame) -> Alike | NotAlike:
        """What the two have in common, or why they are not compared.

        Over the departments, days and channels that make the comparison largest; at least half of
        the departments that exist in the period, and four weeks. A department with use of which
        only the month, quarter or year is known, that may lie outside those days, is left out.
        """
        for part in (before, period):
            if silent := self._silent(part):
                return NotAlike(NOT_REPORTED, period, before, years=silent)
        there = np.any(self.exists(period), axis=1)
        both = np.all(self.exists(period), axis=1) & np.all(self.exists(before), axis=1)
        found = [
            alike
            for channels in (CHANNELS, (DIRECT,), (NETWORK,))
            if (alike := self._largest(period, before, channels, both, usage)) is not None
        ]
        enough = [f for f in found if 2 * len(f.departments) >= there.sum()]
        if enough:
            return max(enough, key=lambda f: (_size(f), len(f.channels)))
        return self._why_not(period, before, there)

    def _silent(self, period: Period) -> tuple[int, ...]:
        """The years of a period of which nobody reported anything."""
        return tuple(
            year for year in period.years
            if not any(self.reported(Period(year, year), channel).any() for channel in CHANNELS)
        )  # fmt: skip

    def _largest(
        self, period: Period, before: Period, channels: Sequence[str], both: Bools,
        usage: pd.DataFrame,
    ) -> Alike | None:  # fmt: skip
        at = [CHANNELS.index(channel) for channel in channels]
        filled = _filled(period) | _filled(before)
        common: Bools = np.all((self.within(period) & self.within(before))[:, at], axis=1)
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
                inside &= ~np.isin(np.array(self.departments, dtype=object), list(unsure))
        names = tuple(np.array(self.departments, dtype=object)[inside])
        if not names:
            return None
        first = _day(_real(start, filled, 1), period.first)
        last = _day(_real(end, filled, -1), period.first)
        return Alike(period, before, names, tuple(channels), first, last, whole)

    def _why_not(self, period: Period, before: Period, there: Bools) -> NotAlike:
        n = int(there.sum())
        for part in (before, period):
            k = max(int((self.reported(part, channel) & there).sum()) for channel in CHANNELS)
            if 2 * k < n:
                return NotAlike(FEW_DEPARTMENTS, period, before, years=tuple(part.years), k=k, n=n)
        if self.channel_of(period) != self.channel_of(before):
            return NotAlike(OTHER_CHANNELS, period, before)
        return NotAlike(OTHER_DAYS, period, before)


def reported_years(reported: pd.DataFrame) -> pd.DataFrame:
    """The department-years of which a day of direct use is reported: department, year."""
    lines = reported[reported[CHANNEL] == DIRECT]
    pairs = {
        (str(department), year)
        for department, first, last in zip(
            lines[DEPARTMENT], lines[FIRST_DAY].dt.year, lines[LAST_DAY].dt.year, strict=True
        )
        for year in range(first, last + 1)
    }
    frame = pd.DataFrame(sorted(pairs), columns=[DEPARTMENT, YEAR])
    return frame.astype({DEPARTMENT: "str", YEAR: "int64"})


def _span(reported: pd.DataFrame, *frames: pd.DataFrame) -> range:
    years = [int(year) for frame in frames if len(frame) for year in
             (frame[YEAR].min(), frame[YEAR].max())]  # fmt: skip
    if len(reported):
        years += [int(reported[FIRST_DAY].min().year), int(reported[LAST_DAY].max().year)]
    return range(min(years), max(years) + 1) if years else range(0)


def _lines(
    reported: pd.DataFrame, departments: pd.DataFrame, years: range
) -> Iterator[tuple[int, int, int, int, Sequence[str] | None]]:
    if not len(years):
        return
    department = positions(reported[DEPARTMENT], departments[DEPARTMENT])
    channel = positions(reported[CHANNEL], pd.Series(CHANNELS))
    starts, ends = (_places(reported[day], years[0]) for day in (FIRST_DAY, LAST_DAY))
    themes = [some if isinstance(some, tuple) else None for some in reported[THEMES]]
    for line in zip(department, channel, starts, ends, themes, strict=True):
        if line[0] >= 0 and line[1] >= 0:
            yield line


def _places(days: pd.Series, first_year: int) -> Ints:
    years, months = days.dt.year.to_numpy(), days.dt.month.to_numpy()
    found = (years - first_year) * _YEAR + (months - 1) * _MONTH + days.dt.day.to_numpy() - 1
    return found.astype(np.int64)


def _place(day: dt.date, first_year: int) -> int:
    return (day.year - first_year) * _YEAR + (day.month - 1) * _MONTH + day.day - 1


def _day(place: int, first_year: int) -> dt.date:
    year, rest = divmod(place, _YEAR)
    month, day = divmod(rest, _MONTH)
    return dt.date(first_year + year, month + 1, day + 1)


def _no_day(years: range) -> list[int]:
    """The places at which a year has no day: 30 February, 31 April ..., in order."""
    found = []
    for i, year in enumerate(years):
        for month in (2, 4, 6, 9, 11):
            length = (dt.date(year, month + 1, 1) - dt.timedelta(days=1)).day
            found += [i * _YEAR + (month - 1) * _MONTH + day for day in range(length, _MONTH)]
    return found


def _filled(period: Period) -> Bools:
    """The places of a period that are no day."""
    found = np.zeros(len(period.years) * _YEAR, dtype=bool)
    found[_no_day(period.years)] = True
    return found


def _beside(days: Bools, place: int) -> Bools:
    """A place that is no day is reported when the day before it is."""
    return days[:, :, place - 1]


def _real(place: int, filled: Bools, step: int) -> int:
    while filled[place] and 0 <= place + step < len(filled):
        place += step
    return place


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
    begin, until = _places(used[DATE], first_year), _places(last_days(used), first_year)
    outside = (until < start) | (begin > end)
    inside = (begin >= start) & (until <= end)
    return names_in(used.loc[~(outside | inside), DEPARTMENT])


def _size(alike: Alike) -> int:
    return len(alike.departments) * ((alike.last - alike.first).days + 1)
