"""Did it work: what became of the cells acted upon, beside white spots that nobody worked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.grouping import is_direct
from analysis.period import Period
from analysis.reporting import reported_years
from analysis.shares import Share, share_of
from data.columns import (
    CHOSEN_ON,
    DATE,
    DEPARTMENT,
    DOMAIN,
    STATE,
    THEME,
    USED,
    YEAR,
)
from data.states import WHITE

MONTHS = 12
BANDS = 3  # a ranking is divided in thirds: the most promising, the middle, the rest

TWICE = "twice"  # used, and again within twelve months
ONCE = "once"  # used
NOT_YET = "not_yet"  # not used, and less than twelve months ago
NOT_USED = "not_used"  # not used within twelve months
NOT_KNOWN = "not_known"  # nothing reported since
OUTCOMES = (TWICE, ONCE, NOT_YET, NOT_USED, NOT_KNOWN)

Cell = tuple[str, str]


@dataclass(frozen=True)
class Comparison:
    """Cells used within twelve months: of those acted upon, and of the comparable others.

    Both over the same time; only cells of which something was reported in that time count in n.
    """

    acted: Share
    others: Share

    @property
    def enough(self) -> bool:
        """Whether both are large enough to compare."""
        return self.acted.enough and self.others.enough

    @property
    def differs(self) -> bool:
        """Whether the intervals lie apart: cautious, so that chance is not called an effect."""
        a, o = self.acted, self.others
        if not self.enough or None in (a.low, a.high, o.low, o.high):
            return False
        return bool(a.low > o.high or a.high < o.low)  # type: ignore[operator]


def outcomes(
    actions: pd.DataFrame, usage: pd.DataFrame, reported: pd.DataFrame, *, today: dt.date
) -> pd.DataFrame:
    """What became of each cell acted upon; a cell chosen more than once counts from the first time.

    A use counts from the day of choosing on; of a use with only a month or a year, its first day.
    Columns: department, domain, theme, chosen_on, first_use (NaT if none), days (to the first use),
    second_use (within twelve months after the first; NaT if none), outcome (one of `OUTCOMES`).
    """
    cells = actions.sort_values(CHOSEN_ON, kind="stable").drop_duplicates([DEPARTMENT, THEME])
    uses = _uses_by_cell(usage, since=cells[CHOSEN_ON].min())
    years = _years_by_department(reported)
    rows = []
    for department, domain, theme, chosen in _rows(cells, [DEPARTMENT, DOMAIN, THEME, CHOSEN_ON]):
        since = [day for day in uses.get((department, theme), ()) if day >= chosen]
        first = since[0] if since else pd.NaT
        again = [day for day in since[1:] if day <= first + pd.DateOffset(months=MONTHS)]
        until = _until(chosen, today)
        known = bool(since) or _is_known(years.get(department, set()), chosen, until)
        rows.append(
            {
                DEPARTMENT: department,
                DOMAIN: domain,
                THEME: theme,
                CHOSEN_ON: chosen,
                "first_use": first,
                "days": (first - chosen).days if since else None,
                "second_use": again[0] if again else pd.NaT,
                "outcome": _outcome(since, again, known, until == pd.Timestamp(today)),
            }
        )
    return _typed(rows)


def compare(
    actions: pd.DataFrame,
    usage: pd.DataFrame,
    reported: pd.DataFrame,
    rank: Callable[[pd.DataFrame, Period], pd.DataFrame],
    *,
    today: dt.date,
) -> Comparison:
    """The cells acted upon beside comparable white spots that nobody worked on in the same time.

    Comparable is: on the ranking as it stood on the day of choosing, of the same domain or theme,
    and in the same third. `rank(usage, period)` gives that ranking. An action whose cell was not
    ranked on that day is left out; so is a comparable cell that was ever acted upon.
    """
    cells = actions.sort_values(CHOSEN_ON, kind="stable").drop_duplicates([DEPARTMENT, THEME])
    acted_upon: set[Cell] = set(zip(cells[DEPARTMENT], cells[THEME], strict=True))
    uses = _uses_by_cell(usage, since=cells[CHOSEN_ON].min())
    years = _years_by_department(reported)
    acted: dict[Cell, bool | None] = {}
    others: dict[Cell, bool | None] = {}
    rankings: dict[tuple[object, ...], pd.DataFrame] = {}
    columns = [DEPARTMENT, THEME, CHOSEN_ON, "first_year", "last_year"]
    for department, theme, *moment in _rows(cells.dropna(subset="first_year"), columns):
        chosen, first, last = moment
        if tuple(moment) not in rankings:
            ranking = rank(usage[usage[DATE] < chosen], Period(int(first), int(last)))
            rankings[tuple(moment)] = ranking.assign(band=_bands(len(ranking)))
        banded, until = rankings[tuple(moment)], _until(chosen, today)
        found = banded[(banded[DEPARTMENT] == department) & (banded[THEME] == theme)]
        if found.empty:
            continue
        cell = (department, theme)
        acted[cell] = _used_within(cell, uses, years, chosen, until)
        for other in _like(found.iloc[0], banded):
            if other not in acted_upon:
                others.setdefault(other, _used_within(other, uses, years, chosen, until))
    return Comparison(_share(acted.values()), _share(others.values()))


def movements(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """How the cells moved between two maps (`cell_states` of two periods): a row per cell that is
    on both and changed its state.

    Columns: department, domain, theme, before, after (states), gained (used now, not before), lost.
    """
    keys = [DEPARTMENT, THEME]
    both = before[[DEPARTMENT, DOMAIN, THEME, STATE]].merge(
        after[[*keys, STATE]], on=keys, suffixes=("_before", "_after")
    )
    both = both.rename(columns={f"{STATE}_before": "before", f"{STATE}_after": "after"})
    moved = both[both["before"] != both["after"]].reset_index(drop=True)
    return moved.assign(gained=moved["after"] == USED, lost=moved["before"] == USED)


def white_then_used(before: pd.DataFrame, after: pd.DataFrame) -> Share:
    """Of the relevant cells that were white or lapsed before, those that are used after."""
    white = before["relevant"] & before[STATE].isin(WHITE)
    then = before.loc[white, [DEPARTMENT, THEME]].merge(
        after[[DEPARTMENT, THEME, STATE]], on=[DEPARTMENT, THEME]
    )
    return share_of(int((then[STATE] == USED).sum()), len(then))


def _rows(frame: pd.DataFrame, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    return frame[columns].itertuples(index=False, name=None)


def _uses_by_cell(usage: pd.DataFrame, *, since: pd.Timestamp) -> dict[Cell, list[pd.Timestamp]]:
    """The days of direct use of each cell from that day on, in order."""
    counted = is_direct(usage) & (usage[DATE] >= since)
    found: dict[Cell, list[pd.Timestamp]] = {}
    for department, theme, day in _rows(
        usage[counted].sort_values(DATE), [DEPARTMENT, THEME, DATE]
    ):
        found.setdefault((department, theme), []).append(day)
    return found


def _years_by_department(reported: pd.DataFrame) -> dict[str, set[int]]:
    known = reported_years(reported)
    return {str(name): set(years.tolist()) for name, years in known.groupby(DEPARTMENT)[YEAR]}


def _until(chosen: pd.Timestamp, today: dt.date) -> pd.Timestamp:
    return min(chosen + pd.DateOffset(months=MONTHS), pd.Timestamp(today))


def _is_known(years: set[int], chosen: pd.Timestamp, until: pd.Timestamp) -> bool:
    return bool(years & set(range(chosen.year, until.year + 1)))


def _outcome(since: list, again: list, known: bool, running: bool) -> str:
    if since:
        return TWICE if again else ONCE
    if not known:
        return NOT_KNOWN
    return NOT_YET if running else NOT_USED


def _typed(rows: list[dict]) -> pd.DataFrame:
    columns = [
        DEPARTMENT, DOMAIN, THEME, CHOSEN_ON, "first_use", "days", "second_use", "outcome",
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    for day in (CHOSEN_ON, "first_use", "second_use"):
        frame[day] = pd.to_datetime(frame[day]).astype("datetime64[us]")
    texts = dict.fromkeys((DEPARTMENT, DOMAIN, THEME, "outcome"), "str")
    return frame.astype(texts | {"days": "Int64"})


def _bands(n: int) -> np.ndarray:
    """Of each place in a ranking of n, from the first: the third in which it lies, from 0."""
    return np.arange(n) * BANDS // max(n, 1)


def _like(cell: pd.Series, banded: pd.DataFrame) -> list[Cell]:
    near = (banded[DOMAIN] == cell[DOMAIN]) | (banded[THEME] == cell[THEME])
    found = banded[near & (banded["band"] == cell["band"])]
    return list(zip(found[DEPARTMENT], found[THEME], strict=True))


def _used_within(
    cell: Cell,
    uses: dict[Cell, list[pd.Timestamp]],
    years: dict[str, set[int]],
    chosen: pd.Timestamp,
    until: pd.Timestamp,
) -> bool | None:
    """Whether a cell was used in that time; None when nothing was reported of it."""
    if any(chosen <= day <= until for day in uses.get(cell, ())):
        return True
    return False if _is_known(years.get(cell[0], set()), chosen, until) else None


def _share(found: Iterable[bool | None]) -> Share:
    known = [used for used in found if used is not None]
    return share_of(sum(known), len(known))
