"""How far the use reaches: departments, themes and relevant cells, and how that moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import SupportsInt

import numpy as np
import pandas as pd

from analysis.concentration import corrected_gini, effective_number
from analysis.period import Period
from analysis.reporting import Reports
from analysis.shares import Share, share_of
from analysis.yearly_counts import Counts, count_years, known_years
from data.columns import DEPARTMENT, DOMAIN, NETWORK_ONLY, STATE, THEME, USED, YEAR

MEASURE_COLUMNS = (
    "first", "last", "uses", "hours", "without_hours",
    "reach", "reach_k", "reach_n", "theme_reach", "theme_reach_k", "theme_reach_n",
    "coverage", "coverage_k", "coverage_n",
    "effective_themes", "effective_departments", "gini_departments",
    "department_years", "department_years_reported",
)  # fmt: skip
_FRACTIONS = {
    "hours", "reach", "theme_reach", "coverage",
    "effective_themes", "effective_departments", "gini_departments",
}  # fmt: skip


def coverage(cells: pd.DataFrame) -> Share:
    """Relevant cells with direct use, of the relevant cells of departments that reported.

    `cells` as `cell_states` gives them. Only state `used` counts in k (not `network_only`); in n
    every relevant cell of a department with a reported year in the period, whatever its state.
    """
    return _share_in_state(cells, USED)


def network_coverage(cells: pd.DataFrame) -> Share:
    """Relevant cells with use through the network only, of the same n as `coverage`."""
    return _share_in_state(cells, NETWORK_ONLY)


def _share_in_state(cells: pd.DataFrame, state: str) -> Share:
    counted = cells["relevant"] & cells["reported"]
    return share_of(int((counted & (cells[STATE] == state)).sum()), int(counted.sum()))


def department_reach(cells: pd.DataFrame) -> Share:
    """Departments with at least one direct use, of the departments that reported."""
    reported = cells.loc[cells["reported"], DEPARTMENT].nunique()
    return share_of(cells.loc[cells[STATE] == USED, DEPARTMENT].nunique(), reported)


def theme_reach(cells: pd.DataFrame) -> Share:
    """Themes with at least one direct use, of all themes; n is 0 when no department reported."""
    themes = cells[THEME].nunique() if cells["reported"].any() else 0
    return share_of(cells.loc[cells[STATE] == USED, THEME].nunique(), themes)


def unreported(departments: pd.DataFrame, reported: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The department-years of the period that are not complete, by department.

    Of departments that exist in that year. Columns: department, domain, year, state (partial or
    unknown), through (the last day reported; None when nothing is).
    """
    years = pd.DataFrame({YEAR: list(period.years)})
    reports = Reports.of(reported, departments, years)
    rows = []
    for department, domain in zip(departments[DEPARTMENT], departments[DOMAIN], strict=True):
        for year, found in reports.years_of(str(department)).items():
            if year in period.years and not found.complete:
                rows.append((department, domain, year, found.state, found.through))
    frame = pd.DataFrame(rows, columns=[DEPARTMENT, DOMAIN, YEAR, STATE, "through"])
    return frame.astype({DEPARTMENT: "str", DOMAIN: "str", YEAR: "int64", STATE: "str"})


def measures_by_year(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
) -> pd.DataFrame:
    """Every measure for each year with use or a report, in order: `year` and, beside it, the
    columns of `measures_by_period`.
    """
    periods = [Period(year, year) for year in known_years(usage, reported)]
    found = measures_by_period(usage, departments, themes, relevance, reported, periods)
    found.insert(0, YEAR, found["first"])
    return found


def measures_by_period(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
    periods: Sequence[Period],
) -> pd.DataFrame:
    """Every measure for each of the periods, in the order given.

    Columns: first, last (years); uses (records, every channel), hours, without_hours;
    reach, reach_k, reach_n (departments); theme_reach, theme_reach_k, theme_reach_n; coverage,
    coverage_k, coverage_n; effective_themes, effective_departments (over all uses);
    gini_departments (over reported departments); department_years, department_years_reported.
    A measure of nothing is NaN.
    """
    counts = count_years(usage, departments, themes, relevance, reported)
    rows = [_measures(counts, period) for period in periods]
    types = {name: "float" if name in _FRACTIONS else "int" for name in MEASURE_COLUMNS}
    return pd.DataFrame(rows, columns=list(MEASURE_COLUMNS)).astype(types)


def _measures(counts: Counts, period: Period) -> dict[str, float | None]:
    years = counts.within(period)
    uses = counts.uses[years].sum(axis=0)
    used = counts.direct[years].sum(axis=0) > 0
    existing = np.any(counts.existing[years], axis=0)
    known = np.any(counts.reported[years], axis=0) & existing
    departments = np.any(known, axis=1)
    themes = np.any(existing, axis=0).sum() if np.any(departments) else 0
    return {
        "first": period.first,
        "last": period.last,
        "uses": uses.sum(),
        "hours": counts.hours[years].sum(),
        "without_hours": counts.without_hours[years].sum(),
        **_fraction("reach", np.count_nonzero(used.any(axis=1)), departments.sum()),
        **_fraction("theme_reach", np.count_nonzero(used.any(axis=0)), themes),
        **_fraction(
            "coverage",
            np.count_nonzero(used & counts.relevant),
            (counts.relevant & known).sum(),
        ),
        "effective_themes": effective_number(uses.sum(axis=0)),
        "effective_departments": effective_number(uses.sum(axis=1)),
        "gini_departments": corrected_gini(uses.sum(axis=1)[departments]),
        "department_years": counts.existing[years].any(axis=2).sum(),
        "department_years_reported": counts.reported[years].any(axis=2).sum(),
    }


def _fraction(name: str, used: SupportsInt, of: SupportsInt) -> dict[str, float | None]:
    k, n = int(used), int(of)
    return {name: k / n if n else None, f"{name}_k": k, f"{name}_n": n}
