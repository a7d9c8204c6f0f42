"""The uses counted once per year, department and theme: any period's measures are sums over it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import cell_numbers, is_direct, positions, relevant_cells
from analysis.period import Period
from data.columns import DEPARTMENT, HOURS, YEAR

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Counts:
    """What was used and reported; departments and themes in the order of their frames.

    Shapes: `years` and what is per year (Y); `uses` of every channel and `direct` (Y, D, T);
    `reported` (Y, D), true as well where there is use; `relevant` (D, T).
    """

    years: Ints
    uses: Ints
    direct: Ints
    hours: npt.NDArray[np.float64]
    without_hours: Ints
    reported: Bools
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
    years = np.unique(np.append(usage[YEAR].unique(), reported[YEAR].unique()).astype(np.int64))
    shape = (len(years), len(departments), len(themes))
    cell = cell_numbers(usage, departments, themes)
    inside = cell >= 0
    year = np.searchsorted(years, usage[YEAR].to_numpy()[inside])
    place = year * (shape[1] * shape[2]) + cell[inside]
    direct = is_direct(usage).to_numpy(dtype=bool)[inside]
    hours = usage[HOURS].to_numpy(dtype=float)[inside]
    uses = _tally(place, shape)
    return Counts(
        years=years,
        uses=uses,
        direct=_tally(place[direct], shape),
        hours=np.bincount(year, weights=np.nan_to_num(hours), minlength=len(years)).astype(
            np.float64
        ),
        without_hours=_tally(year[np.isnan(hours)], (len(years),)),
        reported=_reported(reported, departments, years) | (uses.sum(axis=2) > 0),
        relevant=relevant_cells(relevance, departments, themes).reshape(shape[1:]),
    )


def _tally(places: npt.NDArray[np.intp], shape: tuple[int, ...]) -> Ints:
    return np.bincount(places, minlength=int(np.prod(shape))).astype(np.int64).reshape(shape)


def _reported(reported: pd.DataFrame, departments: pd.DataFrame, years: Ints) -> Bools:
    found = np.zeros((len(years), len(departments)), dtype=bool)
    department = positions(reported[DEPARTMENT], departments[DEPARTMENT])
    year = np.searchsorted(years, reported[YEAR].to_numpy())
    found[year[department >= 0], department[department >= 0]] = True
    return found
