"""What became of the cells acted upon, and how the map moved. It tells what is known and proves
nothing: whether acting helped is for a draw to say, see `analysis.drawing`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from analysis.follow_up import FollowUp, Use, Window
from analysis.shares import Share, share_of
from data.columns import (
    CHOSEN_ON,
    DATE_PRECISION,
    DAY_PRECISION,
    DEPARTMENT,
    DOMAIN,
    LAPSED,
    STATE,
    THEME,
    USED,
)
from data.states import WHITE

TWICE = "twice"  # used within twelve months, and again within twelve months of that
ONCE = "once"  # used within twelve months
PERHAPS = "perhaps"  # used, in a month or year that also has days outside those twelve months
NOT_YET = "not_yet"  # not used, and the twelve months are not over
LATER = "later"  # used for the first time after the twelve months
NOT_USED = "not_used"  # not used, and all of the twelve months is reported
NOT_KNOWN = "not_known"  # not all of the twelve months is reported, and no use is known
OUTCOMES = (TWICE, ONCE, PERHAPS, NOT_YET, LATER, NOT_USED, NOT_KNOWN)
IN_USE = (TWICE, ONCE)


def outcomes(
    actions: pd.DataFrame, usage: pd.DataFrame, reported: pd.DataFrame, *, today: dt.date
) -> pd.DataFrame:
    """What became of each cell acted upon; a cell chosen more than once counts from the first time.

    The twelve months begin on the day of choosing. A use of which only a month, quarter or year is
    known counts when all of that lies within them; when a part does, it is `perhaps`.
    Columns: department, domain, theme, chosen_on, first_use (NaT if none), date_precision (how much
    of that day is known), days (to the first use; missing unless its day is known), second_use
    (within twelve months after the first; NaT if none), outcome (one of `OUTCOMES`).
    """
    cells = actions.sort_values(CHOSEN_ON, kind="stable").drop_duplicates([DEPARTMENT, THEME])
    known = FollowUp.of(usage, reported, since=cells[CHOSEN_ON].min())
    columns = [DEPARTMENT, DOMAIN, THEME, CHOSEN_ON]
    return _typed(
        [
            dict(zip(columns, line, strict=True))
            | _followed(line[0], line[2], line[3], known, today)
            for line in cells[columns].itertuples(index=False, name=None)
        ]
    )


def _followed(
    department: str, theme: str, chosen: pd.Timestamp, known: FollowUp, today: dt.date
) -> dict[str, Any]:
    cell, window = (department, theme), Window(chosen)
    found = known.in_window(cell, window)
    sure = [use for use in found if use.surely_in(window)]
    again = [
        use for use in known.uses.get(cell, [])
        if sure and use is not sure[0] and use.first >= sure[0].first
        and use.surely_in(Window(sure[0].first))
    ]  # fmt: skip
    after = [use for use in known.uses.get(cell, []) if use.first > window.last]
    outcome = _outcome(sure, again, found, window.is_over(today))
    if outcome is None:
        reported = known.is_reported(cell, window)
        outcome = (LATER if after else NOT_USED) if reported else NOT_KNOWN
    shown = [*sure[:1], *found[:1], *(after if outcome == LATER else [])]
    first = shown[0] if shown else None
    exact = first is not None and first.precision == DAY_PRECISION
    return {
        "first_use": first.first if first else pd.NaT,
        DATE_PRECISION: first.precision if first else DAY_PRECISION,
        "days": (first.first - chosen).days if first and exact else None,
        "second_use": again[0].first if again else pd.NaT,
        "outcome": outcome,
    }


def _outcome(sure: list[Use], again: list[Use], found: list[Use], over: bool) -> str | None:
    """What the uses say; None when it takes the reports to say it."""
    if sure:
        return TWICE if again else ONCE
    if found:
        return PERHAPS
    return None if over else NOT_YET


def movements(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """How the cells moved between two maps (`cell_states` of two periods): a row per cell that is
    on both and changed its state.

    Columns: department, domain, theme, before, after (states), gained (used now, not before), lost
    (used before, and all of the second period is reported without it).
    """
    keys = [DEPARTMENT, THEME]
    both = before[[DEPARTMENT, DOMAIN, THEME, STATE]].merge(
        after[[*keys, STATE]], on=keys, suffixes=("_before", "_after")
    )
    both = both.rename(columns={f"{STATE}_before": "before", f"{STATE}_after": "after"})
    moved = both[both["before"] != both["after"]].reset_index(drop=True)
    return moved.assign(
        gained=moved["after"] == USED, lost=(moved["before"] == USED) & (moved["after"] == LAPSED)
    )


def white_then_used(before: pd.DataFrame, after: pd.DataFrame) -> Share:
    """Of the relevant cells that were white or lapsed before, those that are used after.

    Those of which nothing is reported after are left out.
    """
    white = before["relevant"] & before[STATE].isin(WHITE)
    then = before.loc[white, [DEPARTMENT, THEME]].merge(
        after.loc[after["reported"], [DEPARTMENT, THEME, STATE]], on=[DEPARTMENT, THEME]
    )
    return share_of(int((then[STATE] == USED).sum()), len(then))


def _typed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = [
        DEPARTMENT, DOMAIN, THEME, CHOSEN_ON, "first_use", DATE_PRECISION, "days", "second_use",
        "outcome",
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    for day in (CHOSEN_ON, "first_use", "second_use"):
        frame[day] = pd.to_datetime(frame[day]).astype("datetime64[us]")
    texts = dict.fromkeys((DEPARTMENT, DOMAIN, THEME, DATE_PRECISION, "outcome"), "str")
    return frame.astype(texts | {"days": "Int64"})
