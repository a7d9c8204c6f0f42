"""Use against money: the flat contribution beside the use of the whole municipality.

The fee is flat: one request more costs nothing extra. So a cost per use is a fact about the whole
municipality only; for a theme it depends on the rule of allocation, and no function here gives it
for a department.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

import pandas as pd

from analysis.grouping import named
from analysis.money.euros import allocate, per_unit
from analysis.money.split import MOST_GIVE_HOURS, measure_of, weights_of
from analysis.period import Period
from analysis.use import Measure
from data.columns import HOURS, THEME, YEAR


def cost_by_year(
    usage: pd.DataFrame, contributions: Mapping[int, int], whole_years: Container[int]
) -> pd.DataFrame:
    """The contribution per use and per hour, for each year with use or a contribution.

    `contributions` is in cents per year; `whole_years` are those of which all use is reported.
    Columns: year, cents (Int64, missing when unknown), uses, hours, without_hours, whole, per_use
    and per_hour (Decimal euro or None; none of a year that is not whole, and no cost per hour when
    too few records give hours).
    """
    years = sorted({int(year) for year in usage[YEAR].unique()} | set(contributions))
    return pd.DataFrame(
        [
            _year(Period(y, y).select(usage), y, contributions.get(y), whole=y in whole_years)
            for y in years
        ],
        columns=[
            "year",
            "cents",
            "uses",
            "hours",
            "without_hours",
            "whole",
            "per_use",
            "per_hour",
        ],
    ).astype({"cents": "Int64"})


def cost_by_theme(usage: pd.DataFrame, cents: int, rule: Measure) -> tuple[pd.DataFrame, Measure]:
    """The contribution of a year allocated to the themes used in it, largest first, and the rule.

    By hours or by uses as `rule` says; by uses as well when too many records give no hours, or all
    give none at all.
    Columns: theme, weight (hours or uses), n (records), fraction, cents (they add up), per_unit
    (Decimal euro or None).
    """
    measure = measure_of(usage, rule) if usage[HOURS].sum() > 0 else "uses"
    frame = pd.DataFrame({THEME: named(usage[THEME]), "weight": weights_of(usage, measure)})
    grouped = frame.groupby(THEME, observed=True)["weight"]
    found = grouped.agg(weight="sum", n="size").reset_index().astype({THEME: "str"})
    found = found.sort_values(["weight", THEME], ascending=[False, True], ignore_index=True)
    whole = found["weight"].sum()
    found["fraction"] = found["weight"] / whole if whole else 0.0
    found["cents"] = pd.Series(allocate(cents, found["weight"].tolist()), dtype="int64")
    units = zip(found["cents"], found["weight"], strict=True)
    found["per_unit"] = pd.Series([per_unit(c, w) for c, w in units], dtype=object)
    return found, measure


def _year(usage: pd.DataFrame, year: int, cents: int | None, *, whole: bool) -> dict[str, object]:
    hours = float(usage[HOURS].sum())
    most = len(usage) > 0 and usage[HOURS].notna().mean() >= MOST_GIVE_HOURS
    known = cents is not None and whole
    return {
        "year": year,
        "cents": cents,
        "uses": len(usage),
        "hours": hours,
        "without_hours": int(usage[HOURS].isna().sum()),
        "whole": whole,
        "per_use": per_unit(cents or 0, len(usage)) if known else None,
        "per_hour": per_unit(cents or 0, hours) if known and most else None,
    }
