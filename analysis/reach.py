"""How far the use reaches: departments, themes and relevant cells, and how that moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.period import Period
from analysis.shares import Share


@dataclass(frozen=True)
class Change:
    """A measure in a period and the period before; None where there is nothing to compare."""

    value: float | None
    previous: float | None

    @property
    def difference(self) -> float | None:
        """By how much it rose (negative: fell), in the measure's own unit."""
        if self.value is None or self.previous is None:
            return None
        return self.value - self.previous


def coverage(cells: pd.DataFrame) -> Share:
    """Relevant cells with direct use, of the relevant cells of departments that reported.

    `cells` as `cell_states` gives them. Only state `used` counts in k (not `network_only`); in n
    every relevant cell of a department with a reported year in the period, whatever its state.
    """
    raise NotImplementedError


def network_coverage(cells: pd.DataFrame) -> Share:
    """Relevant cells with use through the network only, of the same n as `coverage`."""
    raise NotImplementedError


def department_reach(cells: pd.DataFrame) -> Share:
    """Departments with at least one direct use, of the departments that reported."""
    raise NotImplementedError


def theme_reach(cells: pd.DataFrame) -> Share:
    """Themes with at least one direct use, of all themes; n is 0 when no department reported."""
    raise NotImplementedError


def unreported(departments: pd.DataFrame, reported: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The department-years of the period that no upload covers: department, domain, year."""
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError


def change_on_previous(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
    period: Period,
) -> dict[str, Change]:
    """Per measure (column of `measures_by_period`) its value and that of the period just before.

    `previous` is None when no department reported anything in the period before.
    """
    raise NotImplementedError
