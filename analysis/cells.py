"""The map of department x theme: what each cell was in a period."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import Ints, cell_numbers, is_direct, relevant_cells
from analysis.period import Period
from analysis.reporting import Reports
from analysis.structure import exists_in
from data.columns import (
    DATE,
    DEPARTMENT,
    DOMAIN,
    HOURS,
    LAPSED,
    NETWORK_ONLY,
    NOT_APPLICABLE,
    OPEN,
    PILLAR,
    STATE,
    TASK,
    THEME,
    UNCLASSIFIED,
    UNKNOWN,
    USED,
    YEAR,
)

Bools = npt.NDArray[np.bool_]


def cell_states(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
    period: Period,
    decisions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per department x theme that exists in the period, in the order of their frames.

    `usage` is the whole history, not only the period; `reported` what was reported, as
    `analysis.reporting.Reports` takes it. A use counts as direct unless its channel is `network`.
    The first that applies is the state:
    `used` direct use in the period; `network_only` only use through the network in it;
    `not_applicable` not relevant and no direct use before; `unknown` no day of the period is
    reported of its direct use; `lapsed` direct use before the period, and all of the period is
    reported; `open` none of these.
    `decisions` (department, theme, state), if given, overrules unknown, lapsed and open.

    Columns: department, domain, theme, pillar, task (str), relevant (bool; True when nobody said
    otherwise), state, uses (direct records in the period), network_uses, hours (of all of these),
    last_used (datetime64: the last direct use up to the end of the period, NaT if never),
    uses_before and network_uses_before (records before the period),
    reported (bool: a day of the period is reported, or it is used).
    """
    cells = _map(departments, themes)
    size = len(cells)
    cell = cell_numbers(usage, departments, themes)
    inside = cell >= 0
    year, direct = usage[YEAR].to_numpy(), is_direct(usage).to_numpy(dtype=bool)
    now = inside & (year >= period.first) & (year <= period.last)
    earlier = inside & (year < period.first)

    cells["relevant"] = relevant_cells(relevance, departments, themes)
    cells[STATE] = ""
    cells["uses"] = _count(cell[now & direct], size)
    cells["network_uses"] = _count(cell[now & ~direct], size)
    hours = np.nan_to_num(usage[HOURS].to_numpy(dtype=float)[now])
    cells[HOURS] = np.bincount(cell[now], weights=hours, minlength=size).astype(float)
    cells["last_used"] = _last(usage[DATE], cell, (now | earlier) & direct, size)
    cells["uses_before"] = _count(cell[earlier & direct], size)
    cells["network_uses_before"] = _count(cell[earlier & ~direct], size)
    reports = Reports.of(reported, departments)
    known, complete = _reported(reports, themes, period)
    cells["reported"] = known.ravel() | (cells["uses"] > 0)
    cells[STATE] = _states(cells, complete=complete.ravel())
    if decisions is not None:
        cells = _overruled(cells, decisions, departments, themes)
    used = (cells["uses"] + cells["network_uses"]) > 0
    there = _there(departments, themes, period, used.to_numpy().reshape(known.shape))
    return cells[there.ravel()].reset_index(drop=True)


def _there(departments: pd.DataFrame, themes: pd.DataFrame, period: Period, used: Bools) -> Bools:
    """Which cells are on the map: department and theme exist in a year of it, or have use in it."""
    rows = np.any(exists_in(departments, period.years), axis=1) | np.any(used, axis=1)
    columns = np.any(exists_in(themes, period.years), axis=1) | np.any(used, axis=0)
    return np.logical_and.outer(rows, columns)


def _reported(reports: Reports, themes: pd.DataFrame, period: Period) -> tuple[Bools, Bools]:
    """Per cell whether a day of the period is reported of its direct use, and whether all are."""
    shape = len(reports.departments), len(themes)
    any_day = np.broadcast_to(reports.reported(period)[:, None], shape).copy()
    every_day = np.broadcast_to(reports.complete(period)[:, None], shape).copy()
    for i, theme in enumerate(themes[THEME].astype("str")):
        if theme in reports.limited_themes:
            days = reports.for_theme(theme)
            any_day[:, i] = reports.reported(period, days=days)
            every_day[:, i] = reports.complete(period, days=days)
    return any_day, every_day


def _map(departments: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    cells = departments[[DEPARTMENT, DOMAIN]].merge(themes[[THEME, PILLAR, TASK]], how="cross")
    return cells.astype("str").fillna(UNCLASSIFIED)


def _count(cell: Ints, size: int) -> Ints:
    return np.bincount(cell, minlength=size)


def _last(dates: pd.Series, cell: Ints, counted: Bools, size: int) -> pd.Series:
    latest = dates[counted].groupby(cell[counted]).max()
    return latest.reindex(range(size))


def _states(cells: pd.DataFrame, *, complete: Bools) -> npt.NDArray[np.object_]:
    used_before = cells["uses_before"] > 0
    return np.select(
        [
            cells["uses"] > 0,
            cells["network_uses"] > 0,
            ~cells["relevant"] & ~used_before,
            ~cells["reported"],
            used_before & complete,
        ],
        [USED, NETWORK_ONLY, NOT_APPLICABLE, UNKNOWN, LAPSED],
        default=OPEN,
    )


def _overruled(
    cells: pd.DataFrame, decisions: pd.DataFrame, departments: pd.DataFrame, themes: pd.DataFrame
) -> pd.DataFrame:
    decided = pd.Series(decisions[STATE].to_numpy(), cell_numbers(decisions, departments, themes))
    decided = decided[~decided.index.duplicated(keep="last")].reindex(cells.index)
    may_be_overruled = cells[STATE].isin((UNKNOWN, LAPSED, OPEN)) & decided.notna()
    cells[STATE] = cells[STATE].where(~may_be_overruled, decided).astype("str")
    return cells
