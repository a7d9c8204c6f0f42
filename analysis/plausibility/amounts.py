"""Hours and amounts beside those of the year before: a mistaken unit shows here first."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.plausibility.span import Span
from data.columns import ACTUAL, AMOUNT, BUDGET_KIND, COMMITMENT, CONCERNS, HOURS, YEAR

# With fewer values on either side an average says too little.
MINIMUM_VALUES = 20
# Averages per use differ from year to year, but hardly by this much.
FACTOR = 3.0
# A budget is steadier than use, but a part of a year stands beside a whole one.
BUDGET_FACTOR = 5.0

MINUTES, THOUSANDS = "minutes", "thousands"
_UNITS = {HOURS: (MINUTES, 45.0, 75.0), AMOUNT: (THOUSANDS, 500.0, 2000.0)}
_PART_OF_YEAR = (ACTUAL, COMMITMENT)  # these grow until the year is over


@dataclass(frozen=True)
class Difference:
    """A total beside that of a year before, and the `ratio` of what was compared.

    `unit`, what may explain it, is `minutes` or `thousands` when the ratio, or its inverse, is
    about that of the units. `kind` is that of a budget; `n` and `n_before` are how many values the
    totals have.
    """

    column: str
    year: int
    total: float
    before: float
    n: int
    n_before: int
    ratio: float
    kind: str | None = None
    unit: str | None = None


def compare_values(usage: pd.DataFrame, span: Span) -> list[Difference]:
    """The hours and amounts of a span whose average per use is far from that of a year before."""
    found = []
    then = span.a_year_earlier()
    for column in (HOURS, AMOUNT):
        now = usage.loc[span.begins_in(usage), column].dropna()
        before = usage.loc[then.holds(usage), column].dropna()
        if min(len(now), len(before)) < MINIMUM_VALUES or min(now.sum(), before.sum()) <= 0:
            continue
        ratio = float(now.mean() / before.mean())
        if max(ratio, 1 / ratio) >= FACTOR:
            totals = float(now.sum()), float(before.sum()), len(now), len(before)
            found.append(Difference(column, span.year, *totals, ratio, unit=_unit(column, ratio)))
    return found


def compare_budgets(budget: pd.DataFrame, years: list[int]) -> list[Difference]:
    """Amounts of these years, per kind, that are far from those of the year before.

    Only lines that concern Platform31 are looked at: those count on the page Budget. Of the last
    year what was spent or committed may still grow: there only too much is told.
    """
    ours = budget[budget[CONCERNS].fillna(False).astype(bool)]
    grouped = ours.groupby([BUDGET_KIND, YEAR], observed=True)[AMOUNT]
    sums = grouped.agg(total="sum", n="size").reset_index()
    beside = sums.assign(**{YEAR: sums[YEAR] + 1})
    both = sums.merge(beside, on=[BUDGET_KIND, YEAR], suffixes=("", "_before"))
    both = both[both[YEAR].isin(years) & (both[["total", "total_before"]] > 0).all(axis=1)]
    both["ratio"] = both["total"] / both["total_before"]
    unfinished = both[BUDGET_KIND].isin(_PART_OF_YEAR) & (both[YEAR] == max(years, default=0))
    far = (both["ratio"] >= BUDGET_FACTOR) | ((both["ratio"] <= 1 / BUDGET_FACTOR) & ~unfinished)
    return [
        Difference(
            column=AMOUNT,
            year=int(line[YEAR]),
            total=float(line["total"]),
            before=float(line["total_before"]),
            n=int(line["n"]),
            n_before=int(line["n_before"]),
            ratio=float(line["ratio"]),
            kind=str(line[BUDGET_KIND]),
            unit=_unit(AMOUNT, float(line["ratio"])),
        )
        for line in both[far].to_dict("records")
    ]


def _unit(column: str, ratio: float) -> str | None:
    name, least, most = _UNITS[column]
    return name if least <= max(ratio, 1 / ratio) <= most else None
