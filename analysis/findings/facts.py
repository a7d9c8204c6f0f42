"""The facts of a period, each computed on exactly the rows of that period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.cells import cell_states
from analysis.concentration import effective_number
from analysis.decisions import decided_states
from analysis.findings.chance import (
    chance_of_difference,
    clumping,
    even_spreading,
)
from analysis.findings.register import Register
from analysis.grouping import is_direct, names_in
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from analysis.reporting import Alike, Bools, NotAlike, Reports, State, compare
from analysis.shares import minimums
from analysis.use import use_by
from analysis.yearly_counts import known_years
from data.columns import (
    CHANNELS,
    DEPARTMENT,
    DIRECT,
    DOMAIN,
    NOT_APPLICABLE,
    STATE,
    THEME,
    UNCLASSIFIED,
    YEAR,
)
from data.states import STATES

USES, REACH, COVERAGE, EFFECTIVE_THEMES = "uses", "reach", "coverage", "effective_themes"
FIGURES = (USES, REACH, COVERAGE, EFFECTIVE_THEMES)


@dataclass(frozen=True)
class Counted:
    """A figure: its value, and of what it is k and n; None where it cannot be said."""

    value: float | None
    k: int | None = None
    n: int | None = None


@dataclass(frozen=True)
class Change:
    """A figure in two periods, over what they have in common.

    `chance`: in what part of the years a difference at least as large comes with equal use.
    """

    before: Counted
    now: Counted
    alike: Alike
    chance: float | None = None


@dataclass(frozen=True)
class Figure:
    """A figure of the period, and its change; or why there is none (None: it was not asked)."""

    name: str
    counted: Counted
    change: Change | None = None
    not_alike: NotAlike | None = None


@dataclass(frozen=True)
class Organisation:
    """The departments that exist in the period, of how many direct use is reported, and what is
    still a proposal: departments without a confirmed domain, and with unconfirmed relevance."""

    departments: int
    confirmed: bool
    reported: int
    unplaced: tuple[str, ...] = ()
    unconfirmed_relevance: int = 0


@dataclass(frozen=True)
class Headline:
    """Where the use comes from: k of n uses in the largest domain or on the largest theme.

    `expected` is the share that the largest have when use is spread evenly over the relevant cells;
    `concentrated` says that it is more than chance makes of that; `enough` that there is enough use
    to say it.
    """

    k: int
    n: int
    domain: str | None
    theme: str | None
    expected: float | None
    concentrated: bool
    enough: bool


@dataclass(frozen=True)
class Year:
    """The use of a year, and how much of it is reported."""

    year: int
    uses: int
    state: State


@dataclass(frozen=True)
class Findings:
    """Everything that is said of a period."""

    period: Period
    state: State
    municipality: str | None
    organisation: Organisation
    headline: Headline
    figures: Mapping[str, Figure]
    not_using: tuple[str, ...]
    unknown: tuple[str, ...]
    partial: Mapping[str, dt.date]
    years: tuple[Year, ...]
    last_step: Change | NotAlike | None
    cells: pd.DataFrame
    map: Mapping[str, int]
    opportunities: pd.DataFrame


def find(register: Register, period: Period | None = None) -> Findings | None:
    """What is to be said of the period, or of the default one; None when there is no use at all."""
    reports = register.reports()
    period = period or default_period(register.usage, reports)
    if period is None:
        return None
    cells = cells_of(register, period)
    used = period.select(register.usage)
    direct = names_in(used.loc[is_direct(used), DEPARTMENT])
    there = existing(reports, period, used)
    reported = {n for n, r in zip(reports.departments, reports.reported(period), strict=True) if r}
    known = (reported | direct) & there
    return Findings(
        period=period,
        state=reports.state(period),
        municipality=register.municipality,
        organisation=_organisation(register, there, known),
        headline=headline(used, cells),
        figures={name: figure(register, reports, cells, period, name) for name in FIGURES},
        not_using=_in_order(known - direct),
        unknown=_in_order(there - known),
        partial=_partial(reports, period, known),
        years=years_of(register, reports),
        last_step=last_step(register, reports, period),
        cells=cells,
        map=count_map(cells),
        opportunities=rank_opportunities(cells, period, register.actions),
    )


def default_period(usage: pd.DataFrame, reports: Reports) -> Period | None:
    """The last year that is complete for at least half of the departments; None without use.

    When nothing is reported of any year with use, it is the last year with use.
    """
    if usage.empty:
        return None
    last = int(usage[YEAR].max())
    return reports.default_period() or Period(last, last)


def cells_of(register: Register, period: Period) -> pd.DataFrame:
    """The map of department x theme in the period, with what was decided about its cells."""
    shown_first = default_period(register.usage, register.reports()) or period
    decided = decided_states(register.actions, register.usage, period, newest=shown_first.last)
    return cell_states(
        register.usage, register.departments, register.themes, register.relevance,
        register.reported, period, decided,
    )  # fmt: skip


def existing(reports: Reports, period: Period, used: pd.DataFrame) -> set[str]:
    """The departments that exist in a year of the period, or have use in it."""
    exists: Bools = np.any(reports.exists(period), axis=1)
    by_years = {name for name, e in zip(reports.departments, exists, strict=True) if e}
    return by_years | names_in(used[DEPARTMENT])


def headline(used: pd.DataFrame, cells: pd.DataFrame) -> Headline:
    """The largest domain and the largest theme of the use, and what even spreading would give.

    Ties go to the name that comes first in the alphabet. `onbekend` counts in n, never as largest.
    """
    domain, theme = (_most_used(used, column) for column in (DOMAIN, THEME))
    n = len(used)
    k = int(((used[DOMAIN] == domain) | (used[THEME] == theme)).sum())
    enough = n >= minimums().uses and (domain is not None or theme is not None)
    even = even_spreading(cells, n, clumping(used)) if enough else None
    concentrated = even is not None and k / n > even.most
    return Headline(k, n, domain, theme, even.share if even else None, concentrated, enough)


def _most_used(used: pd.DataFrame, by: str) -> str | None:
    names = use_by(used, by)[by]
    known = names[names != UNCLASSIFIED]
    return None if known.empty else str(known.iloc[0])


def figure(
    register: Register, reports: Reports, cells: pd.DataFrame, period: Period, name: str
) -> Figure:
    """A figure of the period beside the equally long period before it, like for like."""
    used = period.select(register.usage)
    counted = _COUNTS[name](used, cells)
    if name == REACH and not register.confirmed:
        # Who never used it is not in the lists: there is no whole to take a part of.
        counted = Counted(None, counted.k, None)
    nothing_known = not cells["reported"].any()
    if name == USES:
        nothing_known = not len(used) and not _anything(reports, period)
    if nothing_known:
        counted = Counted(None)
    alike = compare(reports, period, period.previous(), register.usage)
    if counted.value is None and name != REACH:
        return Figure(name, counted, None, alike if isinstance(alike, NotAlike) else None)
    if isinstance(alike, NotAlike):
        return Figure(name, counted, None, alike)
    return Figure(name, counted, _change(register, alike, name))


def _anything(reports: Reports, period: Period) -> bool:
    return any(bool(reports.reported(period, channel).any()) for channel in CHANNELS)


def _change(register: Register, alike: Alike, name: str) -> Change | None:
    """The figure of both periods over what they have in common; None where that says nothing."""
    if name != USES and DIRECT not in alike.channels:
        return None
    used = {part: alike.of(register.usage, part) for part in (alike.period, alike.before)}
    if name == USES:
        after, earlier = (len(used[part]) for part in (alike.period, alike.before))
        chance = chance_of_difference(earlier, after, clumping(pd.concat(list(used.values()))))
        return Change(Counted(earlier, earlier), Counted(after, after), alike, chance)
    if name == REACH and not register.confirmed:
        return None
    departments = register.departments[register.departments[DEPARTMENT].isin(alike.departments)]
    both = [
        cell_states(
            used[part], departments, register.themes, register.relevance, register.reported, part
        )
        for part in (alike.before, alike.period)
    ]
    keys = [pd.MultiIndex.from_frame(cells[[DEPARTMENT, THEME]]) for cells in both]
    shared = keys[0].intersection(keys[1])
    before, now = (
        _COUNTS[name](used[part], cells[key.isin(shared)])
        for part, cells, key in zip((alike.before, alike.period), both, keys, strict=True)
    )
    if before.value is None or now.value is None:
        return None
    return Change(before, now, alike)


def count_uses(used: pd.DataFrame, _cells: pd.DataFrame) -> Counted:
    """Every use of the period, through whatever channel."""
    return Counted(len(used), len(used))


def count_reach(_used: pd.DataFrame, cells: pd.DataFrame) -> Counted:
    """Departments with direct use, of those of which direct use is reported."""
    users = cells.loc[cells["uses"] > 0, DEPARTMENT].nunique()
    known = cells.loc[cells["reported"], DEPARTMENT].nunique()
    return _part(users, known)


def count_coverage(_used: pd.DataFrame, cells: pd.DataFrame) -> Counted:
    """Relevant cells with direct use, of the relevant cells of which something is reported."""
    counted = cells[cells["relevant"] & cells["reported"]]
    return _part(int((counted["uses"] > 0).sum()), len(counted))


def count_themes(used: pd.DataFrame, _cells: pd.DataFrame) -> Counted:
    """As many equally used themes as would be equally varied."""
    return Counted(effective_number(used[THEME].value_counts()))


_COUNTS: Mapping[str, Callable[[pd.DataFrame, pd.DataFrame], Counted]] = {
    USES: count_uses,
    REACH: count_reach,
    COVERAGE: count_coverage,
    EFFECTIVE_THEMES: count_themes,
}


def _part(k: int, n: int) -> Counted:
    return Counted(k / n if n else None, k, n)


def years_of(register: Register, reports: Reports) -> tuple[Year, ...]:
    """Every year with use or a report: its uses, and how much of it is reported."""
    uses = register.usage[YEAR].value_counts()
    return tuple(
        Year(year, int(uses.get(year, 0)), reports.state(Period(year, year)))
        for year in known_years(register.usage, register.reported)
    )


def last_step(register: Register, reports: Reports, period: Period) -> Change | NotAlike | None:
    """The last year of the period beside the year before it; None for a period of one year."""
    if len(period.years) < 2:
        return None
    last, before = Period(period.last, period.last), Period(period.last - 1, period.last - 1)
    alike = compare(reports, last, before, register.usage)
    return alike if isinstance(alike, NotAlike) else _change(register, alike, USES)


def count_map(cells: pd.DataFrame) -> dict[str, int]:
    """How many relevant cells are in each state; they add up to `relevant`.

    `not_applicable` stands apart: every other cell on the map, also when it was used.
    """
    relevant = cells[cells["relevant"]]
    states = relevant[STATE].value_counts()
    counts = {state: int(states.get(state, 0)) for state in STATES}
    return {"relevant": len(relevant), **counts, NOT_APPLICABLE: len(cells) - len(relevant)}


def used_apart(cells: pd.DataFrame) -> int:
    """How many cells that are not relevant are used all the same, directly or through a group."""
    apart = cells[~cells["relevant"]]
    return int(((apart["uses"] + apart["network_uses"]) > 0).sum())


def _organisation(register: Register, there: set[str], known: set[str]) -> Organisation:
    lines = register.departments[register.departments[DEPARTMENT].isin(there)]
    relevance = register.relevance
    open_to_say: set[str] = set()
    if "confirmed" in relevance:
        open_to_say = names_in(relevance.loc[~relevance["confirmed"], DEPARTMENT]) & there
    return Organisation(
        departments=len(there),
        confirmed=register.confirmed,
        reported=len(known),
        unplaced=_in_order(names_in(lines.loc[lines[DOMAIN] == UNCLASSIFIED, DEPARTMENT])),
        unconfirmed_relevance=len(open_to_say),
    )


def _partial(reports: Reports, period: Period, known: set[str]) -> dict[str, dt.date]:
    """The departments of which a part of the period is reported, and up to which day."""
    found = {}
    complete = reports.complete(period)
    for d, name in enumerate(reports.departments):
        if name in known and not complete[d]:
            days = [s.through for y, s in reports.years_of(name).items() if y in period.years]
            ends = [day for day in days if day is not None]
            whole = [
                dt.date(y, 12, 31) for y, s in reports.years_of(name).items()
                if y in period.years and s.complete
            ]  # fmt: skip
            if ends or whole:
                found[name] = max([*ends, *whole])
    return found


def _in_order(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))
