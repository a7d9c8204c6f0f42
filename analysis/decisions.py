"""What people decided about cells, as the map of a period shows it."""

from __future__ import annotations

import pandas as pd

from analysis.grouping import is_direct
from analysis.period import Period
from data.columns import (
    CHOSEN_ON,
    DATE,
    DECLINED,
    DEPARTMENT,
    IN_USE,
    OPEN_STATUSES,
    PLANNED,
    STATE,
    STATUS,
    THEME,
)


def decided_states(
    actions: pd.DataFrame, usage: pd.DataFrame, period: Period, *, newest: int
) -> pd.DataFrame:
    """The state that each action gives its cell in the period: department, theme, state.

    `planned` while it runs, also when it is said to be in use and no record shows that yet;
    `declined` when the department does not want it. An action counts from the year in which it was
    chosen on; and always from `newest` on, the year that is shown when nobody chooses another: that
    is the map as it is now.
    """
    begun = actions[CHOSEN_ON].dt.year <= period.last
    acted = actions[begun | (period.last >= newest)]
    waiting = (acted[STATUS] == IN_USE) & ~_used_since(acted, usage)
    planned = acted[STATUS].isin(OPEN_STATUSES) | waiting
    counted = acted[planned | (acted[STATUS] == DECLINED)]
    states = counted[STATUS].map(lambda status: DECLINED if status == DECLINED else PLANNED)
    return counted[[DEPARTMENT, THEME]].assign(**{STATE: states}).reset_index(drop=True)


def _used_since(actions: pd.DataFrame, usage: pd.DataFrame) -> pd.Series:
    """Per action whether its cell was used directly on or after the day it was chosen."""
    direct = usage.loc[is_direct(usage), [DEPARTMENT, THEME, DATE]]
    last = direct.groupby([DEPARTMENT, THEME], observed=True)[DATE].max()
    cells = zip(actions[DEPARTMENT], actions[THEME], strict=True)
    used_on = pd.Series([last.get(cell, pd.NaT) for cell in cells], actions.index, dtype=last.dtype)
    return used_on >= actions[CHOSEN_ON]
