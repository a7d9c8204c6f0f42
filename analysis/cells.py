"""The map of department x theme: what each cell was in a period."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.grouping import Ints, cell_numbers, is_direct, positions, relevant_cells
from analysis.period import Period
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
    """One row per department x theme, departments and themes in the order of their frames.

    `usage` is the whole history, not only the period. A use counts as direct unless its channel is
    `network`. The first that applies is the state:
    `used` direct use in the period; `network_only` only use through the network in it;
    `not_applicable` not relevant and no direct use before; `unknown` no year of the period
    reported for the department; `lapsed` direct use before the period; `open` none of these.
    `decisions` (department, theme, state), if given, overrules unknown, lapsed and open.

    Columns: department, domain, theme, pillar, task (str), relevant (bool; True when nobody said
    otherwise), state, uses (direct records in the period), network_uses, hours (of all of these),
    last_used (datetime64: the last direct use up to the end of the period, NaT if never),
    reported (bool: a year of the period is reported, or has use).
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
    used_by = (
        cells.groupby(DEPARTMENT)[["uses", "network_uses"]].transform("sum").sum(axis="columns")
    )
    cells["reported"] = _is_reported(reported, departments, period, len(themes)) | (used_by > 0)
    cells[STATE] = _states(cells, used_before=_count(cell[earlier & direct], size) > 0)
    return cells if decisions is None else _overruled(cells, decisions, departments, themes)


def _map(departments: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    cells = departments[[DEPARTMENT, DOMAIN]].merge(themes[[THEME, PILLAR, TASK]], how="cross")
    return cells.astype("str").fillna(UNCLASSIFIED)


def _count(cell: Ints, size: int) -> Ints:
    return np.bincount(cell, minlength=size)


def _last(dates: pd.Series, cell: Ints, counted: Bools, size: int) -> pd.Series:
    latest = dates[counted].groupby(cell[counted]).max()
    return latest.reindex(range(size))


def _is_reported(
    reported: pd.DataFrame, departments: pd.DataFrame, period: Period, themes: int
) -> Bools:
    row = positions(period.select(reported)[DEPARTMENT], departments[DEPARTMENT])
    found = np.zeros(len(departments), dtype=bool)
    found[row[row >= 0]] = True
    return np.repeat(found, themes)


def _states(cells: pd.DataFrame, *, used_before: Bools) -> npt.NDArray[np.object_]:
    return np.select(
        [
            cells["uses"] > 0,
            cells["network_uses"] > 0,
            ~cells["relevant"] & ~used_before,
            ~cells["reported"],
            used_before,
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
