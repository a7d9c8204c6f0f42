"""What happened to a cell in the twelve months after a day, as far as the reports tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pandas as pd

from analysis.grouping import is_direct
from analysis.plausibility.span import last_days
from analysis.structure import FIRST_DAY, LAST_DAY, THEMES
from data.columns import CHANNEL, DATE, DATE_PRECISION, DEPARTMENT, DIRECT, THEME

MONTHS = 12

Cell = tuple[str, str]


@dataclass(frozen=True)
class Window:
    """The twelve months that begin on a day, that day included."""

    first: pd.Timestamp

    @property
    def last(self) -> pd.Timestamp:
        """The last day of it."""
        return self.first + pd.DateOffset(months=MONTHS) - pd.DateOffset(days=1)

    def is_over(self, today: dt.date) -> bool:
        """Whether its last day is past."""
        return self.last < pd.Timestamp(today)


@dataclass(frozen=True)
class Use:
    """A direct use, on one of the days from `first` to `last`: of a month or a year not known when.

    `precision` says how much is known: day, month, quarter or year.
    """

    first: pd.Timestamp
    last: pd.Timestamp
    precision: str

    def surely_in(self, window: Window) -> bool:
        """Whether every day that it may have been on lies in the window."""
        return window.first <= self.first and self.last <= window.last

    def perhaps_in(self, window: Window) -> bool:
        """Whether a day that it may have been on lies in the window."""
        return window.first <= self.last and self.first <= window.last


@dataclass(frozen=True)
class FollowUp:
    """The direct uses of every cell in order of date, and the days that are reported."""

    uses: dict[Cell, list[Use]] = field(default_factory=dict)
    lines: dict[str, list[tuple[pd.Timestamp, pd.Timestamp, object]]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, usage: pd.DataFrame, reported: pd.DataFrame, *, since: pd.Timestamp | None = None
    ) -> FollowUp:
        """From the frames of use and reports; uses that ended before `since` are left out."""
        direct = usage[is_direct(usage)].sort_values(DATE, kind="stable")
        direct = direct.assign(until=last_days(direct))
        if since is not None and not pd.isna(since):
            direct = direct[direct["until"] >= since]
        found = cls()
        columns = [DEPARTMENT, THEME, DATE, "until", DATE_PRECISION]
        for department, theme, *use in direct[columns].itertuples(index=False, name=None):
            found.uses.setdefault((department, theme), []).append(Use(*use))
        told = reported[reported[CHANNEL] == DIRECT]
        for department, *line in told[[DEPARTMENT, FIRST_DAY, LAST_DAY, THEMES]].itertuples(
            index=False, name=None
        ):
            found.lines.setdefault(str(department), []).append((line[0], line[1], line[2]))
        return found

    def in_window(self, cell: Cell, window: Window) -> list[Use]:
        """The uses that surely or perhaps lie in the window."""
        return [use for use in self.uses.get(cell, []) if use.perhaps_in(window)]

    def is_reported(self, cell: Cell, window: Window) -> bool:
        """Whether every day of the window is reported of this department and theme."""
        department, theme = cell
        lines = [
            (first, last)
            for first, last, themes in self.lines.get(department, [])
            if not isinstance(themes, tuple) or theme in themes
        ]
        day = window.first
        for first, last in sorted(lines):
            if first <= day <= last:
                day = last + pd.DateOffset(days=1)
        return bool(day > window.last)
