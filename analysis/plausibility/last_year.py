"""Use per department beside that of the same days of the year before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd
from scipy.stats import binomtest

from analysis.grouping import names_in
from analysis.plausibility.span import Span
from data.columns import DEPARTMENT

# Fewer uses than this in the two years together say nothing: 3 against 9 may well be chance.
MINIMUM_TOGETHER = 20
# Uses come in series, so a difference has to be large as well as unlikely.
FACTOR = 2.0
# So small because every department is looked at: of twenty, one in fifty files is warned wrongly.
CHANCE = 0.001
# A department with fewer uses a year ago may well have none now.
MINIMUM_BEFORE = 5


@dataclass(frozen=True)
class Departments:
    """The departments that stand out in a span.

    `far_off` has a line per department with far more or far fewer uses than a year before:
    department, now, before; `without` those with uses a year before and none now: department,
    before. Both with the largest difference first.
    """

    span: Span
    far_off: pd.DataFrame
    without: pd.DataFrame


def compare_departments(
    usage: pd.DataFrame, span: Span, *, only: Collection[str] | None = None
) -> Departments:
    """Set the uses in a span beside those of the year before, for every department or for some.

    Two counts are compared as draws from one rate: given their sum, each is binomial with chance ½
    (Przyborowski and Wilenski, 1940). A department with a use a year before of which only the year
    or the quarter is known, and which may lie outside the span, is not compared.
    """
    then = span.a_year_earlier()
    before = usage[then.begins_in(usage)]
    unsure = names_in(before.loc[~then.holds(before), DEPARTMENT])
    counts = pd.DataFrame(
        {
            "now": usage.loc[span.begins_in(usage), DEPARTMENT].astype("str").value_counts(),
            "before": before[DEPARTMENT].astype("str").value_counts(),
        }
    )
    counts = counts.fillna(0).astype("int64").rename_axis(DEPARTMENT).reset_index()
    compared = ~counts[DEPARTMENT].isin(unsure)
    if only is not None:
        compared &= counts[DEPARTMENT].isin(list(only))
    # Nothing at all a year before means that nothing was reported then.
    counts = counts[compared] if counts["before"].any() else counts.iloc[:0]
    counts = counts.assign(_by=(counts["now"] - counts["before"]).abs())
    counts = counts.sort_values(["_by", DEPARTMENT], ascending=[False, True]).drop(columns="_by")
    none = (counts["now"] == 0) & (counts["before"] >= MINIMUM_BEFORE)
    pairs = zip(counts["now"], counts["before"], strict=True)
    far = pd.Series([_is_far_off(*pair) for pair in pairs], index=counts.index, dtype=bool)
    far_off = counts[far & ~none]
    without = counts.loc[none, [DEPARTMENT, "before"]]
    return Departments(span, far_off.reset_index(drop=True), without.reset_index(drop=True))


def _is_far_off(now: int, before: int) -> bool:
    if not before:  # not known a year ago: that is new, not unlike
        return False
    if now + before < MINIMUM_TOGETHER or max(now, before) < FACTOR * min(now, before):
        return False
    return bool(binomtest(int(now), int(now + before), 0.5).pvalue < CHANCE)
