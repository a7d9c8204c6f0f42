"""What to do first about whom: a row per department, with its use, proposals and conversation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from analysis.grouping import is_direct
from analysis.reporting import Alike
from data.columns import (
    DEPARTMENT,
    DIRECT,
    DOMAIN,
    LAPSED,
    NETWORK_ONLY,
    OPEN,
    OPEN_STATUSES,
    STATE,
    STATUS,
    THEME,
)

OVERDUE, BEGIN, ASK_LIST, RUNNING, NOTHING = "overdue", "begin", "ask_list", "running", "nothing"
TO_DO = (OVERDUE, BEGIN, ASK_LIST, RUNNING, NOTHING)  # what comes first, first
PROPOSED = 2  # themes that are proposed to a department
_NOT_USED = (OPEN, LAPSED, NETWORK_ONLY)


def worklist(
    cells: pd.DataFrame,
    ranking: pd.DataFrame,
    actions: pd.DataFrame,
    *,
    today: dt.date,
) -> pd.DataFrame:
    """A row per department on the map, in the order in which something is to be done about it.

    `cells` as `analysis.cells.cell_states` gives them, `ranking` as `rank_opportunities`, `actions`
    as they are stored. Columns: department, domain, uses (its own), network_uses, last_used (own;
    NaT if never), not_used (relevant themes without own use), best_rank (NaN if nothing is ranked),
    conversation_id (the newest that is still open; missing if none), due_on, to_do (of `TO_DO`).
    A promise that is overdue comes first; then who nobody speaks with yet, least use first.
    """
    found = _counted(cells).merge(_best(ranking), how="left", on=DEPARTMENT)
    found = found.merge(_open_conversations(actions), how="left", on=DEPARTMENT)
    found["to_do"] = _to_do(found, pd.Timestamp(today))
    place = found["to_do"].map(list(TO_DO).index)
    due = found["due_on"].where(found["conversation_id"].notna())
    order = found.assign(place=place, due=due).sort_values(
        ["place", "due", "uses", "best_rank", DEPARTMENT], na_position="last"
    )
    return found.loc[order.index].reset_index(drop=True)


def _counted(cells: pd.DataFrame) -> pd.DataFrame:
    not_used = cells["relevant"] & cells[STATE].isin(_NOT_USED)
    by = cells.assign(not_used=not_used).groupby(DEPARTMENT, sort=False, as_index=False)
    return by.agg(
        **{DOMAIN: (DOMAIN, "first")},
        uses=("uses", "sum"),
        network_uses=("network_uses", "sum"),
        last_used=("last_used", "max"),
        not_used=("not_used", "sum"),
        reported=("reported", "any"),
    )


def _best(ranking: pd.DataFrame) -> pd.DataFrame:
    best = ranking.sort_values("rank").drop_duplicates(DEPARTMENT)
    return best[[DEPARTMENT, "rank"]].rename(columns={"rank": "best_rank"})


def _open_conversations(actions: pd.DataFrame) -> pd.DataFrame:
    still_open = actions[actions[STATUS].isin(OPEN_STATUSES)]
    newest = still_open.sort_values("conversation_id").drop_duplicates(DEPARTMENT, keep="last")
    return newest[[DEPARTMENT, "conversation_id", "due_on"]].astype({"conversation_id": "Int64"})


def _to_do(found: pd.DataFrame, today: pd.Timestamp) -> pd.Series:
    talking = found["conversation_id"].notna()
    codes = np.select(
        [
            talking & (found["due_on"] < today),
            talking,
            ~found["reported"],
            found["not_used"] > 0,
        ],
        [OVERDUE, RUNNING, ASK_LIST, BEGIN],
        default=NOTHING,
    )
    return pd.Series(codes, found.index, dtype="str")


def proposals(ranking: pd.DataFrame, department: str) -> pd.DataFrame:
    """The rows of the ranking that are proposed to a department, the best first."""
    return ranking[ranking[DEPARTMENT] == department].nsmallest(PROPOSED, "rank")


def direct_uses(alike: Alike, usage: pd.DataFrame) -> pd.DataFrame:
    """The own uses of each department in both periods, over what these have in common.

    Columns: department, before, now; no rows when direct use has nothing in common.
    """
    if DIRECT not in alike.channels:
        return _two_counts({}, {}, (), DEPARTMENT)
    before, now = (
        used.loc[is_direct(used), DEPARTMENT].astype("str").value_counts().to_dict()
        for used in (alike.of(usage, alike.before), alike.of(usage, alike.period))
    )
    return _two_counts(before, now, alike.departments, DEPARTMENT)


def theme_uses(alike: Alike, usage: pd.DataFrame, themes: list[str]) -> pd.DataFrame:
    """The uses of each theme in both periods, over what these have in common.

    Columns: theme, before, now; a row for each of `themes`.
    """
    before, now = (
        alike.of(usage, period)[THEME].astype("str").value_counts().to_dict()
        for period in (alike.before, alike.period)
    )
    return _two_counts(before, now, tuple(themes), THEME)


def _two_counts(
    before: Mapping[Hashable, int], now: Mapping[Hashable, int], names: tuple[str, ...], column: str
) -> pd.DataFrame:
    counts = {"before": [before.get(n, 0) for n in names], "now": [now.get(n, 0) for n in names]}
    frame = pd.DataFrame({column: list(names), **counts})
    return frame.astype({column: "str", "before": "int64", "now": "int64"})
