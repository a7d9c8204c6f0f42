"""What was reported: for every department and channel the days that some list tells of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.grouping import positions
from analysis.period import Period
from analysis.reporting.places import (
    YEAR_PLACES,
    Bools,
    beside,
    day_at,
    filled_places,
    no_day,
    places,
)
from analysis.structure import FIRST_DAY, LAST_DAY, THEMES, exists_in
from data.columns import CHANNEL, CHANNELS, DEPARTMENT, DIRECT, NETWORK, YEAR

COMPLETE, PARTIAL, UNKNOWN_YEAR = "complete", "partial", "unknown"


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
        days = np.zeros((len(names), len(CHANNELS), len(years) * YEAR_PLACES), dtype=bool)
        limited = []
        for d, c, start, end, themes in _lines(reported, departments, years):
            if themes is None:
                days[d, c, start : end + 1] = True
            else:
                limited.append((d, c, start, end, frozenset(themes)))
        for place in no_day(years):
            days[:, :, place] |= beside(days, place)
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
        for place in no_day(self.years):
            days[:, :, place] |= beside(days, place)
        return days

    def within(self, period: Period, days: Bools | None = None) -> Bools:
        """The places of the period (D, channels, years of the period x 372); False outside."""
        days = self.days if days is None else days
        shape = (*days.shape[:2], len(period.years) * YEAR_PLACES)
        found = np.zeros(shape, dtype=bool)
        for i, year in enumerate(period.years):
            if year in self.years:
                at = (year - self.years[0]) * YEAR_PLACES
                found[:, :, i * YEAR_PLACES : (i + 1) * YEAR_PLACES] = days[
                    :, :, at : at + YEAR_PLACES
                ]
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
        found = self.within(period, days)[:, CHANNELS.index(channel)] & ~filled_places(period)
        return np.asarray(found.any(axis=1))

    def complete(self, period: Period, channel: str = DIRECT, days: Bools | None = None) -> Bools:
        """Per department whether every day is reported of the years in which it exists."""
        found = self.within(period, days)[:, CHANNELS.index(channel)] | filled_places(period)
        whole = found.reshape(len(self.departments), len(period.years), YEAR_PLACES).all(axis=2)
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
        days = self.within(period)[:, CHANNELS.index(channel)] & ~filled_places(period)
        last = days.shape[1] - 1 - days[reported][:, ::-1].argmax(axis=1)
        first = days[reported].argmax(axis=1)
        half = (len(last) + 1) // 2 - 1
        return State(
            PARTIAL,
            day_at(int(np.sort(first)[half]), period.first),
            day_at(int(np.sort(last)[::-1][half]), period.first),
        )

    def whole_years(self) -> frozenset[int]:
        """The years of which every department that exists in them reported all direct use."""
        found = set()
        for year in self.years:
            period = Period(year, year)
            there = self.exists(period)[:, 0]
            if there.any() and self.complete(period)[there].all():
                found.add(year)
        return frozenset(found)

    def years_of(self, department: str, channel: str = DIRECT) -> dict[int, State]:
        """The state of each year in which the department exists."""
        d = self.departments.index(department)
        found = {}
        for i, year in enumerate(self.years):
            if self.existing[d, i]:
                found[year] = self._state(d, year, channel)
        return found

    def state_of(self, department: str, period: Period, channel: str = DIRECT) -> State:
        """How much of the period is reported of one department, in the years of its existence."""
        if department not in self.departments:
            return State(UNKNOWN_YEAR)
        d = self.departments.index(department)
        there = self.exists(period)[d].repeat(YEAR_PLACES) & ~filled_places(period)
        days = self.within(period)[d, CHANNELS.index(channel)] & there
        real = np.flatnonzero(days)
        if not len(real):
            return State(UNKNOWN_YEAR)
        if days[there].all():
            return State(COMPLETE)
        first, last = day_at(int(real[0]), period.first), day_at(int(real[-1]), period.first)
        return State(PARTIAL, first, last)

    def _state(self, d: int, year: int, channel: str) -> State:
        period = Period(year, year)
        at = (year - self.years[0]) * YEAR_PLACES
        days = self.days[d, CHANNELS.index(channel), at : at + YEAR_PLACES]
        if (days | filled_places(period)).all():
            return State(COMPLETE)
        real = np.flatnonzero(days & ~filled_places(period))
        if not len(real):
            return State(UNKNOWN_YEAR)
        return State(PARTIAL, day_at(int(real[0]), year), day_at(int(real[-1]), year))

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
        days = self.within(period)[:, CHANNELS.index(channel)] & ~filled_places(period)
        complete, reported = self.complete(period, channel), self.reported(period, channel)
        return (
            int((complete & there).sum()), int((reported & there).sum()),
            int(days[there].sum()), int(there.sum()),
        )  # fmt: skip


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
    starts, ends = (places(reported[day], years[0]) for day in (FIRST_DAY, LAST_DAY))
    themes = [some if isinstance(some, tuple) else None for some in reported[THEMES]]
    for line in zip(department, channel, starts, ends, themes, strict=True):
        if line[0] >= 0 and line[1] >= 0:
            yield line
