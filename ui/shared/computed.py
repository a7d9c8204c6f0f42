"""What the pages show, computed once per version of the data and per choice of period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import opportunities, promise, reach, structure, use
from analysis import worklist as worklists
from analysis.findings import facts, sentences
from analysis.findings.facts import Findings
from analysis.findings.register import Register
from analysis.findings.standing import Standing
from analysis.findings.standing import standing as find_standing
from analysis.period import Period
from analysis.promise import TrackRecord
from analysis.reporting import Alike, NotAlike, State, compare
from analysis.use import Measure, Step
from analysis.yearly_counts import known_years
from data import columns as c
from texts import clock
from texts import translate as _
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
    """The years with use or a report, first to last; None when there is no use."""
    usage = loaders.usage()
    years = known_years(usage, loaders.reported()) if len(usage) else []
    return Period(years[0], years[-1]) if years else None


@cached
def states_of_years() -> dict[int, State]:
    """How much of each year is reported."""
    known = span()
    reports = register().reports()
    return {year: reports.state(Period(year, year)) for year in known.years} if known else {}


@cached
def structure_years() -> list[int]:
    """The years in which another structure of departments begins, see `analysis.structure`."""
    return structure.structure_years(loaders.all_departments(), loaders.successions())


def in_domains(frame: pd.DataFrame, domains: Domains) -> pd.DataFrame:
    """The rows of the chosen domains; all of them when none is chosen."""
    return frame[frame[c.DOMAIN].isin(list(domains))] if domains else frame


@cached
def number_of_records(scope: Scope) -> int:
    """How many records of use the scope holds."""
    return len(scope.records())


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
    return facts.cells_of(register(), period)


def ranking(period: Period, domains: Domains = ()) -> pd.DataFrame:
    """The white spots of the period, most promising first; ranked before domains are chosen."""
    return in_domains(_ranking(period), domains)


@cached
def _ranking(period: Period) -> pd.DataFrame:
    return opportunities.rank_opportunities(cells(period), period, loaders.actions())


@cached
def neighbours(period: Period) -> pd.DataFrame:
    """The map of the period, every cell with who else uses its theme."""
    return opportunities.with_neighbours(cells(period))


def register() -> Register:
    """Everything that a finding is computed from, in the structure in force."""
    organisation = loaders.organisation()
    return Register(
        usage=loaders.usage(),
        departments=loaders.departments(),
        themes=loaders.themes(),
        relevance=loaders.relevance(),
        reported=loaders.reported(),
        actions=loaders.actions(),
        confirmed=organisation.confirmed,
        municipality=organisation.municipality,
    )


@cached
def findings(period: Period, domains: Domains = ()) -> Findings:
    """What is said of the period, of the departments in these domains."""
    found = facts.find(register().within(domains), period)
    if found is None:
        raise ValueError("a chosen period always has findings")
    return found


def place_in_words(scope: Scope) -> str:
    """The period, the domains and the theme of a scope, as they stand after "in"."""
    if scope.period is None:
        raise ValueError("what is said is of a period")
    place = sentences.period_in_words(findings(scope.period))
    place = sentences.place_in_words(place, scope.domains)
    if scope.theme is None:
        return place
    return _("{place} on {theme}").format(place=place, theme=scope.theme)


@cached
def track_records(period: Period) -> Mapping[str, TrackRecord]:
    """Per list of the ranking what became of such places in the years before."""
    years = promise.years_before(period, register().reports())
    return promise.together([_outcomes(year) for year in years])


@cached
def _outcomes(year: int) -> promise.Outcomes:
    # By year: another period asks for the same years again.
    reports = register().reports()
    return promise.outcomes(_map_then(year), _map_then(year + 1), reports, year)


@cached
def _map_then(year: int) -> pd.DataFrame:
    return promise.map_then(register(), year)


@cached
def standing(department: str, period: Period) -> Standing:
    """Where a department stands in the period."""
    return find_standing(register(), cells(period), period, department)


@cached
def worklist(period: Period) -> pd.DataFrame:
    """The departments in the order in which something is to be done about them today."""
    found = ranking(period)
    return worklists.worklist(cells(period), found, loaders.actions(), today=clock.today())


@cached
def alike_ends(period: Period) -> Alike | NotAlike:
    """What the last year has in common with the first; a year alone, with the year before it."""
    last, before = Period(period.last, period.last), Period(period.first, period.first)
    before = before.previous() if last == before else before
    return compare(register().reports(), last, before, loaders.usage())


@cached
def default_period() -> Period | None:
    """The last year that is complete for at least half of the departments; None without use."""
    return facts.default_period(loaders.usage(), register().reports())


@cached
def through_the_years(domains: Domains = ()) -> pd.DataFrame:
    """Every measure for each year, of these domains."""
    known = register().within(domains)
    return reach.measures_by_year(
        known.usage, known.departments, known.themes, known.relevance, known.reported
    )


def whole_years(domains: Domains = ()) -> pd.DataFrame:
    """Every measure for each year that is reported as a whole, of these domains."""
    measures = through_the_years(domains)
    whole = [year for year, state in states_of_years().items() if state.complete]
    return measures[measures["year"].isin(whole)].reset_index(drop=True)


@cached
def missing_reports(period: Period) -> pd.DataFrame:
    """The department-years of the period that are not reported from the first to the last day."""
    return reach.unreported(loaders.departments(), loaders.reported(), period)
