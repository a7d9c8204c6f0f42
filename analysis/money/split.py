"""40/60: how use divides over general and tailor-made support, with the range that so few allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from analysis.money.euros import allocate, to_cents
from analysis.period import Period
from analysis.shares import minimums, wilson_interval
from analysis.use import Measure
from data.columns import GENERAL, HOURS, SHARE, TAILORED, YEAR

# A year counts in hours only when at least this part of its records gives them.
MOST_GIVE_HOURS = 0.9


@dataclass(frozen=True)
class Split:
    """How the use of a period divides, in `measure` (hours, or uses where too many hours miss).

    `share` is the tailor-made fraction with its 95 % interval, None without records; `n` records
    count, of which `effective_n` is what they are worth (hours weigh unequally); `no_share` records
    say nothing of their share and `no_hours` give no hours: both are left out.
    """

    period: Period
    measure: Measure
    general: float
    tailored: float
    n: int
    effective_n: float
    no_share: int
    no_hours: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def year(self) -> int:
        """The last year of it."""
        return self.period.last

    @property
    def enough(self) -> bool:
        """Whether there are enough records to judge by."""
        return self.effective_n >= minimums().n


def measure_of(usage: pd.DataFrame, wanted: Measure) -> Measure:
    """What is counted: the measure that is wanted, but uses when too many hours are missing."""
    if wanted == "hours" and len(usage) and usage[HOURS].notna().mean() >= MOST_GIVE_HOURS:
        return "hours"
    return "uses"


def weights_of(usage: pd.DataFrame, measure: Measure) -> pd.Series:
    """What each record weighs: its hours (missing when not given), or 1."""
    return usage[HOURS].astype("float64") if measure == "hours" else usage[HOURS].notna() * 0.0 + 1


def split_by_year(usage: pd.DataFrame, wanted: Measure) -> list[Split]:
    """The split of every year with use, in order."""
    years = sorted(int(year) for year in usage[YEAR].unique())
    return [split_of(usage, Period(year, year), wanted) for year in years]


def split_of(usage: pd.DataFrame, period: Period, wanted: Measure) -> Split:
    """The split of the use in one period: a year, or those of an agreement together."""
    usage = period.select(usage)
    known = usage[usage[SHARE].notna()]
    measure = measure_of(known, wanted)
    weights = weights_of(known, measure)
    given = weights.notna() & (weights > 0)
    counted = weights[given]
    tailored = float(counted[known.loc[given, SHARE] == TAILORED].sum())
    general = float(counted[known.loc[given, SHARE] == GENERAL].sum())
    whole, squares = tailored + general, float((counted**2).sum())
    # Hours weigh unequally: they are worth (sum)² / sum of squares equal records (Kish 1965).
    effective = whole**2 / squares if squares else 0.0
    share = tailored / whole if whole else None
    low, high = (None, None) if share is None else wilson_interval(share * effective, effective)
    return Split(
        period=period, measure=measure, general=general, tailored=tailored, n=int(given.sum()),
        effective_n=effective, no_share=len(usage) - len(known), no_hours=int((~given).sum()),
        share=share, low=low, high=high,
    )  # fmt: skip


def agreed_in_euro(contribution: Decimal, percents: Mapping[str, Decimal]) -> dict[str, int]:
    """The contribution divided as agreed: share -> cents, which add up to the contribution."""
    cents = allocate(to_cents(contribution), [float(percents[s]) for s in (GENERAL, TAILORED)])
    return dict(zip((GENERAL, TAILORED), cents, strict=True))


def used_in_euro(contribution: Decimal, split: Split) -> dict[str, int] | None:
    """The contribution allocated to how use divided: share -> cents; None without use."""
    if split.share is None:
        return None
    cents = allocate(to_cents(contribution), [split.general, split.tailored])
    return dict(zip((GENERAL, TAILORED), cents, strict=True))
