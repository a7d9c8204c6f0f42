"""How much use there was: in total, by whatever a record says, and through time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from analysis.grouping import named
from data.columns import (
    DATE,
    DATE_PRECISION,
    HOURS,
    QUARTER_PRECISION,
    YEAR_PRECISION,
)

USES = "uses"
PERIOD_START = "period_start"
MEASURES = (USES, HOURS)

Measure = Literal["uses", "hours"]
Step = Literal["year", "quarter", "month"]

_COARSER: dict[Step, tuple[str, ...]] = {
    "year": (),
    "quarter": (YEAR_PRECISION,),
    "month": (YEAR_PRECISION, QUARTER_PRECISION),
}


def use_by(
    usage: pd.DataFrame, by: str | Sequence[str], *, measure: Measure = "uses"
) -> pd.DataFrame:
    """Use per value of one column (or per combination of several), most first, then by name.

    Columns: the `by` column(s) (str; missing is `onbekend`), `value` (uses or hours), `n`
    (records), `without_hours` (records that give no hours), `fraction` (of the total value).
    """
    columns = [by] if isinstance(by, str) else list(by)
    found = _grouped(usage, {column: named(usage[column]) for column in columns}, measure)
    total = found["value"].sum()
    found["fraction"] = found["value"] / total if total else 0.0
    order = [False] + [True] * len(columns)
    return found.sort_values(["value", *columns], ascending=order, ignore_index=True)


def use_over_time(
    usage: pd.DataFrame,
    *,
    per: Step = "year",
    by: str | None = None,
    measure: Measure = "uses",
) -> pd.DataFrame:
    """Use per year, quarter or month, in order of time and then of `by`.

    Columns: `period_start` (datetime64, the first day), the `by` column if any (str; missing is
    `onbekend`), `value` (uses or hours), `n` (records), `without_hours`. Only periods in which
    there was use. Records with a coarser date than the step are left out: `too_coarse` counts them.
    """
    if _COARSER[per]:
        usage = usage[~_is_too_coarse(usage, per)]
    keys = {PERIOD_START: _period_start(usage[DATE], per)}
    if by is not None:
        keys[by] = named(usage[by])
    return _grouped(usage, keys, measure).sort_values(list(keys), ignore_index=True)


def too_coarse(usage: pd.DataFrame, per: Step) -> int:
    """How many records have a date too coarse for the step, such as a year alone per month."""
    return int(_is_too_coarse(usage, per).sum())


def _is_too_coarse(usage: pd.DataFrame, per: Step) -> pd.Series:
    return usage[DATE_PRECISION].isin(_COARSER[per])


def _period_start(dates: pd.Series, per: Step) -> pd.Series:
    # Whole numpy arrays: to_period() on 200,000 dates takes longer than all the rest together.
    if per == "year":
        starts = dates.to_numpy().astype("datetime64[Y]")
    else:
        starts = dates.to_numpy().astype("datetime64[M]")
    if per == "quarter":
        starts = starts - (starts.astype(np.int64) % 3).astype("timedelta64[M]")
    return pd.Series(starts.astype("datetime64[s]"), index=dates.index).astype(dates.dtype)


def _grouped(usage: pd.DataFrame, keys: dict[str, pd.Series], measure: Measure) -> pd.DataFrame:
    hours = usage[HOURS].rename("_hours")
    grouped = pd.DataFrame({**keys, "_hours": hours}).groupby(list(keys), observed=True)["_hours"]
    found = grouped.agg(n="size", hours="sum", given="count").reset_index()
    found["value"] = found["hours"] if measure == HOURS else found["n"]
    found["without_hours"] = found["n"] - found["given"]
    texts = {key: "str" for key, values in keys.items() if values.dtype == "category"}
    return found.astype(texts)[[*keys, "value", "n", "without_hours"]]
