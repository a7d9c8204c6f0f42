"""The uses counted once per year, department and theme: any period's measures are sums over it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import cell_numbers, is_direct, relevant_cells
from analysis.period import Period
from analysis.reporting import Reports
from analysis.structure import FIRST_DAY, LAST_DAY, exists_in
from data.columns import HOURS, THEME, YEAR

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Counts:
    """What was used and reported; departments and themes in the order of their frames.

    Shapes: `years` and what is per year (Y); `uses` of every channel, `direct`, `reported` (a day
    of its direct use is reported, or it is used) and `existing` (department and theme exist, or it
    is used) (Y, D, T); `relevant` (D, T).
    """

    years: Ints
    uses: Ints
    direct: Ints
    hours: npt.NDArray[np.float64]
    without_hours: Ints
    reported: Bools
    existing: Bools
    relevant: Bools

    def within(self, period: Period) -> Bools:
        """Per year whether it lies in the period."""
        return (self.years >= period.first) & (self.years <= period.last)


def count_years(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
) -> Counts:
    """Count the use of the given departments and themes in each year with use or a report."""
    reports = Reports.of(reported, departments, usage)
    years = np.array(known_years(usage, reported), dtype=np.int64)
    shape = (len(years), len(departments), len(themes))
    cell = cell_numbers(usage, departments, themes)
    inside = cell >= 0
    year = np.searchsorted(years, usage[YEAR].to_numpy()[inside])
    place = year * (shape[1] * shape[2]) + cell[inside]
    direct = is_direct(usage).to_numpy(dtype=bool)[inside]
    hours = usage[HOURS].to_numpy(dtype=float)[inside]
    uses, direct_uses = _tally(place, shape), _tally(place[direct], shape)
    return Counts(
        years=years,
        uses=uses,
        direct=direct_uses,
        hours=np.bincount(year, weights=np.nan_to_num(hours), minlength=len(years)).astype(
            np.float64
        ),
        without_hours=_tally(year[np.isnan(hours)], (len(years),)),
        reported=_reported(reports, themes, years) | (direct_uses > 0),
        existing=_existing(departments, themes, years) | (uses > 0),
        relevant=relevant_cells(relevance, departments, themes).reshape(shape[1:]),
    )


def _tally(places: npt.NDArray[np.intp], shape: tuple[int, ...]) -> Ints:
    return np.bincount(places, minlength=int(np.prod(shape))).astype(np.int64).reshape(shape)


def known_years(usage: pd.DataFrame, reported: pd.DataFrame) -> list[int]:
    """The years with use or with a report, in order."""
    known = {int(year) for year in usage[YEAR].unique()}
    for first, last in zip(reported[FIRST_DAY].dt.year, reported[LAST_DAY].dt.year, strict=True):
        known.update(range(first, last + 1))
    return sorted(known)


def _reported(reports: Reports, themes: pd.DataFrame, years: Ints) -> Bools:
    found = np.zeros((len(years), len(reports.departments), len(themes)), dtype=bool)
    periods = [Period(int(year), int(year)) for year in years]
    for i, period in enumerate(periods):
        found[i] = reports.reported(period)[:, None]
    for place, theme in enumerate(themes[THEME].astype("str")):
        if theme in reports.limited_themes:
            days = reports.for_theme(theme)
            for i, period in enumerate(periods):
                found[i, :, place] = reports.reported(period, days=days)
    return found


def _existing(departments: pd.DataFrame, themes: pd.DataFrame, years: Ints) -> Bools:
    rows, columns = (exists_in(names, years.tolist()).T for names in (departments, themes))
    return rows[:, :, None] & columns[:, None, :]
