"""The facts of a year for the meeting of the directors, beside the findings of that year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.effect import ONCE, TWICE, outcomes
from analysis.findings.facts import Findings
from analysis.findings.register import Register
from analysis.period import Period
from analysis.reporting import UNKNOWN_YEAR, Alike, NotAlike, Reports, State, compare
from data.columns import (
    ACTION_STATUSES,
    ASKED_ON,
    CHANNEL,
    CHOSEN_ON,
    DEPARTMENT,
    DOMAIN,
    NETWORK,
    OUTCOME,
    REQUEST_OUTCOMES,
    STATE,
    STATUS,
    THEME,
    USED,
    YEAR,
)

ASKED = "asked"


@dataclass(frozen=True)
class ThemeUse:
    """The use of a theme in the year; `before` and `now` only over what both years have in common.

    `network_uses` is the part of `uses` that came through a theme group.
    """

    theme: str
    uses: int
    network_uses: int
    before: int | None
    now: int | None


@dataclass(frozen=True)
class DepartmentUse:
    """A department in the year: direct uses, those through a theme group, and k of n relevant
    themes that it uses."""

    department: str
    domain: str
    uses: int
    network_uses: int
    used: int
    relevant: int
    state: State


@dataclass(frozen=True)
class Work:
    """The combinations that were taken on between two days, a row each as `load_actions` has them.

    `by_status` counts them; `shown` says of how many the records show direct use since.
    """

    since: dt.date
    until: dt.date
    actions: pd.DataFrame
    by_status: Mapping[str, int]
    shown: int


@dataclass(frozen=True)
class Meeting:
    """Everything that is said at the meeting about a year, the money aside.

    `alike` is what the year has in common with the one before, or why they are not compared.
    `requests` are those of the year that were not delivered, with what became of them;
    `agreements` those of the meeting before.
    """

    found: Findings
    alike: Alike | NotAlike
    themes: tuple[ThemeUse, ...]
    departments: tuple[DepartmentUse, ...]
    work: Work
    requests: pd.DataFrame
    agreements: pd.DataFrame

    @property
    def year(self) -> int:
        """The year that it is about."""
        return self.found.period.last

    @property
    def network_only(self) -> tuple[str, ...]:
        """The departments with use through a theme group and no direct use."""
        return tuple(
            line.department for line in self.departments if line.network_uses and not line.uses
        )

    @property
    def by_outcome(self) -> dict[str, int]:
        """How many requests were not delivered, by what became of them."""
        counts = self.requests[OUTCOME].value_counts()
        return {outcome: int(counts.get(outcome, 0)) for outcome in REQUEST_OUTCOMES}


def meeting_of(
    register: Register,
    found: Findings,
    *,
    requests: pd.DataFrame,
    agreements: pd.DataFrame,
    since: dt.date | None = None,
    today: dt.date,
) -> Meeting:
    """The facts of the year that the findings are of.

    Actions count from `since` (the meeting before; by default the first day of the year) up to
    today, or the end of the next year when that is over. `requests` are all that were ever asked.
    """
    period, year = found.period, found.period.last
    reports = register.reports()
    alike = compare(reports, period, period.previous(), register.usage)
    asked = requests[requests[ASKED_ON].dt.year == year].reset_index(drop=True)
    return Meeting(
        found=found,
        alike=alike,
        themes=themes_of(register, alike, period),
        departments=departments_of(found, reports),
        work=work_of(register, since or dt.date(year, 1, 1), min(today, dt.date(year + 1, 12, 31))),
        requests=asked,
        agreements=agreements.reset_index(drop=True),
    )


def agreements_before(agreements: pd.DataFrame, year: int) -> pd.DataFrame:
    """The agreements of the last meeting about an earlier year than this one."""
    earlier = agreements[agreements[YEAR] < year]
    return earlier[earlier[YEAR] == earlier[YEAR].max()]


def themes_of(register: Register, alike: Alike | NotAlike, period: Period) -> tuple[ThemeUse, ...]:
    """Every theme with use in the year or in what is compared, most used first, then by name."""
    used = period.select(register.usage)
    uses = _count(used, THEME)
    network = _count(used[used[CHANNEL] == NETWORK], THEME)
    compared = isinstance(alike, Alike)
    now = _count(alike.of(register.usage, period), THEME) if isinstance(alike, Alike) else {}
    before = (
        _count(alike.of(register.usage, alike.before), THEME) if isinstance(alike, Alike) else {}
    )
    names = sorted({*uses, *now, *before}, key=lambda name: (-uses.get(name, 0), name.casefold()))
    return tuple(
        ThemeUse(
            name,
            uses.get(name, 0),
            network.get(name, 0),
            before.get(name, 0) if compared else None,
            now.get(name, 0) if compared else None,
        )
        for name in names
    )


def departments_of(found: Findings, reports: Reports) -> tuple[DepartmentUse, ...]:
    """Every department of the year, in the order of the map."""
    lines = []
    year = found.period.last
    for (domain, name), own in found.cells.groupby([DOMAIN, DEPARTMENT], sort=False):
        lines.append(
            DepartmentUse(
                department=str(name),
                domain=str(domain),
                uses=int(own["uses"].sum()),
                network_uses=int(own["network_uses"].sum()),
                used=int((own["relevant"] & (own[STATE] == USED)).sum()),
                relevant=int(own["relevant"].sum()),
                state=reports.years_of(str(name)).get(year, State(UNKNOWN_YEAR)),
            )
        )
    return tuple(lines)


def work_of(register: Register, since: dt.date, until: dt.date) -> Work:
    """The combinations that were taken on from one day up to and including another."""
    chosen = register.actions[CHOSEN_ON]
    inside = (chosen >= pd.Timestamp(since)) & (chosen <= pd.Timestamp(until))
    actions = register.actions[inside].reset_index(drop=True)
    counts = actions[STATUS].value_counts()
    shown = 0
    if len(actions):
        became = outcomes(actions, register.usage, register.reported, today=until)
        shown = int(became["outcome"].isin((ONCE, TWICE)).sum())
    return Work(since, until, actions, {s: int(counts.get(s, 0)) for s in ACTION_STATUSES}, shown)


def with_requests(cells: pd.DataFrame, requests: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The cells of a map, and `asked`: how many requests of the period were not delivered."""
    years = requests[ASKED_ON].dt.year
    asked = requests[(years >= period.first) & (years <= period.last)]
    counts = asked.groupby([DEPARTMENT, THEME], observed=True).size().to_dict()
    names = zip(cells[DEPARTMENT], cells[THEME], strict=True)
    return cells.assign(**{ASKED: [int(counts.get(cell, 0)) for cell in names]})


def _count(records: pd.DataFrame, by: str) -> dict[str, int]:
    counts = records[by].astype("str").value_counts()
    return {str(name): int(n) for name, n in counts.items() if n}
