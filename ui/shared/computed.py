"""What the pages show, computed once per version of the data and per choice of period."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import acting, finding, opportunities, reach, structure, use
from analysis import cells as cell_map
from analysis.finding import Headline
from analysis.period import Period
from analysis.reach import Change
from analysis.use import Measure, Step
from data import columns as c
from ui.shared import loaders
from ui.shared.caching import cached

Domains = tuple[str, ...]  # none is all of them


@dataclass(frozen=True)
class Scope:
    """Which records count: of a period (None is every year), of domains (none is all), of a theme.

    Hashable, so that what is computed of it can be kept.
    """

    period: Period | None = None
    domains: Domains = ()
    theme: str | None = None

    def records(self) -> pd.DataFrame:
        """The records of use in it."""
        usage = loaders.usage()
        if self.period:
            usage = self.period.select(usage)
        usage = in_domains(usage, self.domains)
        return usage if self.theme is None else usage[usage[c.THEME] == self.theme]


@cached
def span() -> Period | None:
    """The years with use, first to last; None when there is no use."""
    return Period.spanning(loaders.usage())


@cached
def structure_years() -> list[int]:
    """The years in which another structure of departments begins, see `analysis.structure`."""
    return structure.structure_years(loaders.all_departments(), loaders.successions())


def in_domains(frame: pd.DataFrame, domains: Domains) -> pd.DataFrame:
    """The rows of the chosen domains; all of them when none is chosen."""
    return frame[frame[c.DOMAIN].isin(list(domains))] if domains else frame


@cached
def use_by(scope: Scope, by: str, measure: Measure = "uses") -> pd.DataFrame:
    """Use in the scope per value of a column, as `analysis.use.use_by` gives it."""
    return use.use_by(scope.records(), by, measure=measure)


@cached
def use_over_time(
    scope: Scope, by: str, per: Step = "year", measure: Measure = "uses"
) -> tuple[pd.DataFrame, int]:
    """Use through time, and how many records have a date too coarse for the step."""
    records = scope.records()
    frame = use.use_over_time(records, per=per, by=by, measure=measure)
    return frame, use.too_coarse(records, per)


def cells(period: Period, domains: Domains = ()) -> pd.DataFrame:
    """The map of department x theme in the period."""
    return in_domains(_cells(period), domains)


@cached
def _cells(period: Period) -> pd.DataFrame:
    return cell_map.cell_states(
        loaders.usage(),
        loaders.departments(),
        loaders.themes(),
        loaders.relevance(),
        loaders.reported(),
        period,
        acting.decided_states(loaders.actions(), loaders.usage(), period),
    )


def ranking(period: Period, domains: Domains = ()) -> pd.DataFrame:
    """The white spots of the period, most promising first; ranked before domains are chosen."""
    return in_domains(_ranking(period), domains)


@cached
def _ranking(period: Period) -> pd.DataFrame:
    return opportunities.rank_opportunities(cells(period))


@cached
def neighbours(period: Period) -> pd.DataFrame:
    """The map of the period, every cell with who else uses its theme."""
    return opportunities.with_neighbours(cells(period))


@cached
def headline(period: Period) -> Headline:
    """What one sentence says of the period."""
    return finding.headline(loaders.usage(), loaders.departments(), loaders.reported(), period)


@cached
def changes(period: Period) -> dict[str, Change]:
    """Every measure of the period beside that of the period before."""
    return reach.change_on_previous(*_everything(), period)


@cached
def through_the_years() -> pd.DataFrame:
    """Every measure for each year."""
    return reach.measures_by_year(*_everything())


@cached
def missing_reports(period: Period) -> pd.DataFrame:
    """The department-years of the period that no upload covers."""
    return reach.unreported(loaders.departments(), loaders.reported(), period)


_Frames = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]


def _everything() -> _Frames:
    return (
        loaders.usage(),
        loaders.departments(),
        loaders.themes(),
        loaders.relevance(),
        loaders.reported(),
    )
