"""Crosstabs that only add up a list in the same file: reading both would count all use twice."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from data import columns as c
from data.cleaning import messages
from data.cleaning.laid_out import NO_PERIOD
from data.values.found_table import CROSSTAB
from data.values.results import SheetResult

SUMMARY = messages.CROSSTAB_IS_SUMMARY()
_MOST = 0.5
_FEWEST_NAMES, _FEWEST_SUMS = 3, 2
_PERIODS = {
    c.YEAR_PRECISION: "Y", c.QUARTER_PRECISION: "Q", c.MONTH_PRECISION: "M", c.DAY_PRECISION: "D",
}  # fmt: skip


def summaries_in(suspects: Sequence[SheetResult], results: Sequence[SheetResult]) -> set[str]:
    """The keys of the crosstabs of use, among the suspects, that add up lists of the same file."""
    lists = [
        r.records for r in results if r.kind == c.USAGE and not _is_crosstab(r) and len(r.records)
    ]
    crosstabs = [r for r in suspects if r.kind == c.USAGE and _is_crosstab(r)]
    if not lists or not crosstabs:
        return set()
    listed = pd.concat(lists)
    return {r.key for r in crosstabs if _lacks_a_period(r) or _adds_up(r.records, listed)}


def sums_of_others(results: Sequence[SheetResult]) -> dict[str, str]:
    """The lists with a line per period that add up a list with days: key -> the other's sheet."""
    lists = [r for r in results if r.kind == c.USAGE and not _is_crosstab(r) and len(r.records) > 1]
    exact = [r for r in lists if (r.records[c.DATE_PRECISION] == c.DAY_PRECISION).all()]
    found: dict[str, str] = {}
    for result in lists:
        precisions = set(result.records[c.DATE_PRECISION].unique())
        if len(precisions) != 1 or precisions == {c.DAY_PRECISION}:
            continue
        other = next((x for x in exact if _adds_up_hours(result.records, x.records)), None)
        if other:
            found[result.key] = other.sheet
    return found


def _adds_up_hours(coarse: pd.DataFrame, exact: pd.DataFrame) -> bool:
    """Whether most lines hold the hours of the list for their department, theme and period."""
    period = _PERIODS[str(coarse[c.DATE_PRECISION].iloc[0])]
    lines, wanted = _by_cell(coarse, period), _by_cell(exact, period)
    listed = wanted.reindex(lines.index, fill_value=0)
    same = (lines[c.HOURS] > 0) & ((lines[c.HOURS] - listed[c.HOURS]).abs() < 0.011)
    return float(same.mean()) > _MOST and int(same.sum()) > 1


def _is_crosstab(result: SheetResult) -> bool:
    return result.table is not None and result.table.layout == CROSSTAB


def _lacks_a_period(result: SheetResult) -> bool:
    """Whether nothing says when: beside a list that does, it can only be its summary."""
    without = {NO_PERIOD.code}
    return not result.accepted and all(codes & without for codes in result.rejected_rows.kinds())


def _adds_up(crosstab: pd.DataFrame, listed: pd.DataFrame) -> bool:
    """Whether most cells hold the uses, or the hours, of the list."""
    if crosstab.empty:
        return False
    period = _PERIODS[str(crosstab[c.DATE_PRECISION].iloc[0])]
    cells, wanted = _by_cell(crosstab, period), _by_cell(listed, period)
    listed_too = wanted.reindex(cells.index, fill_value=0)
    same_uses = cells["uses"] == listed_too["uses"]
    same_hours = (cells[c.HOURS] > 0) & ((cells[c.HOURS] - listed_too[c.HOURS]).abs() < 0.011)
    if float((same_uses | same_hours).mean()) > _MOST:
        return True
    periods = cells.index.get_level_values(c.DATE).unique()
    return _has_the_sums_of(cells, wanted[wanted.index.get_level_values(c.DATE).isin(periods)])


def _has_the_sums_of(cells: pd.DataFrame, wanted: pd.DataFrame) -> bool:
    """Whether the uses per name are those of the list, be the names in another language."""
    for name in (c.DEPARTMENT, c.THEME):
        mine, listed = (sorted(x["uses"].groupby(level=name).sum()) for x in (cells, wanted))
        if mine != listed or len(mine) < _FEWEST_NAMES or len(set(mine)) < _FEWEST_SUMS:
            return False
    return True


def _by_cell(records: pd.DataFrame, period: str) -> pd.DataFrame:
    """Uses and hours per department, theme and period."""
    when = records[c.DATE].dt.to_period(period)
    groups = records.groupby([records[c.DEPARTMENT], records[c.THEME], when], observed=True)
    return groups.agg(uses=(c.ROW, "size"), hours=(c.HOURS, "sum"))
