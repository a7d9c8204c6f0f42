"""What the pages show, computed once per version of the data and per choice of period."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis import cells as cell_map
from analysis import finding, opportunities, reach, use
from analysis.finding import Headline
from analysis.period import Period
from analysis.reach import Change
from analysis.use import Measure, Step
from data import columns as c
from data.storing.store import default_url
from ui import loaders

# The store's address is part of every key: a test, or another store, never sees these results.
_KEPT = 256  # results are a few kilobytes each


@dataclass(frozen=True)
class Scope:
    """Which records count: of a period (None is every year), of domains (none is all), of a theme.

    Hashable, so that what is computed of it can be kept.
    """

    period: Period | None = None
    domains: tuple[str, ...] = ()
    theme: str | None = None

    def records(self) -> pd.DataFrame:
        """The records of use in it."""
        usage = loaders.usage()
        if self.period:
            usage = self.period.select(usage)
        if self.domains:
            usage = usage[usage[c.DOMAIN].isin(list(self.domains))]
        return usage if self.theme is None else usage[usage[c.THEME] == self.theme]


def use_by(scope: Scope, by: str, measure: Measure = "uses") -> pd.DataFrame:
    """Use in the scope per value of a column, as `analysis.use.use_by` gives it."""
    return _use_by(default_url(), loaders.version(), scope, by, measure)


def use_over_time(
    scope: Scope, by: str, per: Step = "year", measure: Measure = "uses"
) -> tuple[pd.DataFrame, int]:
    """Use through time, and how many records have a date too coarse for the step."""
    return _use_over_time(default_url(), loaders.version(), scope, by, per, measure)


def cells(period: Period) -> pd.DataFrame:
    """The map of department x theme in the period."""
    return _cells(default_url(), loaders.version(), period)


def ranking(period: Period) -> pd.DataFrame:
    """The white spots of the period, most promising first."""
    return _ranking(default_url(), loaders.version(), period)


def headline(period: Period) -> Headline:
    """What one sentence says of the period."""
    return _headline(default_url(), loaders.version(), period)


def changes(period: Period) -> dict[str, Change]:
    """Every measure of the period beside that of the period before."""
    return _changes(default_url(), loaders.version(), period)


def through_the_years() -> pd.DataFrame:
    """Every measure for each year."""
    return _through_the_years(default_url(), loaders.version())


def missing_reports(period: Period) -> pd.DataFrame:
    """The department-years of the period that no upload covers."""
    return reach.unreported(loaders.departments(), loaders.reported(), period)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _use_by(url: str, version: int, scope: Scope, by: str, measure: Measure) -> pd.DataFrame:
    return use.use_by(scope.records(), by, measure=measure)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _use_over_time(
    url: str, version: int, scope: Scope, by: str, per: Step, measure: Measure
) -> tuple[pd.DataFrame, int]:
    records = scope.records()
    frame = use.use_over_time(records, per=per, by=by, measure=measure)
    return frame, use.too_coarse(records, per)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _cells(url: str, version: int, period: Period) -> pd.DataFrame:
    return cell_map.cell_states(
        loaders.usage(),
        loaders.departments(),
        loaders.themes(),
        loaders.relevance(),
        loaders.reported(),
        period,
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _ranking(url: str, version: int, period: Period) -> pd.DataFrame:
    return opportunities.rank_opportunities(cells(period))


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _headline(url: str, version: int, period: Period) -> Headline:
    return finding.headline(loaders.usage(), loaders.departments(), loaders.reported(), period)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _changes(url: str, version: int, period: Period) -> dict[str, Change]:
    return reach.change_on_previous(*_everything(), period)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _through_the_years(url: str, version: int) -> pd.DataFrame:
    return reach.measures_by_year(*_everything())


_Frames = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]


def _everything() -> _Frames:
    return (
        loaders.usage(),
        loaders.departments(),
        loaders.themes(),
        loaders.relevance(),
        loaders.reported(),
    )
