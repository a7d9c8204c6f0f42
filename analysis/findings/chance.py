"""What chance does: how often a difference comes by itself, and what even spreading would give.

A complete registration has no sampling error: the counts are what they are. Chance is about the
next year: with the same inclination to use Platform31 there would be a few more or a few fewer.
Uses of one department of one theme in one month are taken as one series, so that a course of four
meetings does not count as four chances.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.columns import (
    DATE,
    DATE_PRECISION,
    DAY_PRECISION,
    DEPARTMENT,
    DOMAIN,
    MONTH_PRECISION,
    THEME,
    UNCLASSIFIED,
)

OUTSIDE = 0.975  # above what 97.5 % of even spreadings give
DRAWS = 2_000
_SEED = 31
_MOST_CELLS = 1_000  # drawn one by one; more would take gigabytes


def clumping(usage: pd.DataFrame) -> float:
    """The mean size of the series in which a use came, each use counted once; 1 without series.

    The sum of the squared sizes over the sum of the sizes: by how much the variance of a count is
    larger than that of single uses (a compound Poisson process).
    """
    if usage.empty:
        return 1.0
    dated = usage[usage[DATE_PRECISION].isin([DAY_PRECISION, MONTH_PRECISION]).to_numpy()]
    month = dated[DATE].dt.year.to_numpy() * 12 + dated[DATE].dt.month.to_numpy()
    series = np.zeros(len(dated), dtype=np.int64)
    for values in (dated[DEPARTMENT], dated[THEME], month):
        place, found = pd.factorize(values, use_na_sentinel=False)
        series = pd.factorize(series * len(found) + place)[0]  # numbered anew: it cannot overflow
    sizes = np.bincount(series).astype(float)
    return float(((sizes**2).sum() + len(usage) - len(dated)) / len(usage))


def chance_of_difference(before: int, now: int, clumps: float = 1.0) -> float:
    """In what part of the years a difference at least as large comes with equal use.

    Two counts of one rate: their difference has the variance of their sum, times the clumping.
    """
    if not before + now:
        return 1.0
    spread = (clumps * (before + now)) ** 0.5
    z = abs(now - before) / spread
    return 2 * (1 - NormalDist().cdf(z))


@dataclass(frozen=True)
class EvenSpreading:
    """What share the largest domain and theme have when use is spread evenly over the cells.

    `share` is the mean, `most` what 97.5 % of such spreadings stay under.
    """

    share: float
    most: float


def even_spreading(cells: pd.DataFrame, uses: int, clumps: float = 1.0) -> EvenSpreading | None:
    """So many uses spread at random over the relevant cells of which is reported.

    Even spreading has a largest domain and theme as well, so each time they are looked for anew.
    Uses that come in series (`clumps`) are fewer chances. Always the same draws, so that a page
    says the same each time. None without relevant cells or use.
    """
    counted = cells[cells["relevant"] & cells["reported"]]
    if counted.empty or uses < 1:
        return None
    series = max(round(uses / clumps), 1)
    shares = _shares(counted, uses)
    of_series = shares if series == uses else _shares(counted, series)
    return EvenSpreading(float(shares.mean()), float(np.quantile(of_series, OUTSIDE)))


def _shares(counted: pd.DataFrame, n: int) -> npt.NDArray[np.float64]:
    weights = np.full(len(counted), 1 / len(counted))
    if len(counted) > _MOST_CELLS:  # cells of one domain and theme together: the same chances
        together = counted.groupby([DOMAIN, THEME], sort=False, observed=True).size()
        weights, counted = together.to_numpy() / len(counted), together.index.to_frame(index=False)
    draws = np.random.default_rng(_SEED).multinomial(n, weights, DRAWS)
    domain, theme = _groups(counted[DOMAIN]), _groups(counted[THEME])
    named = (counted[DOMAIN] != UNCLASSIFIED).to_numpy()
    top_domain = _largest(draws, domain, named)
    top_theme = _largest(draws, theme, np.ones(len(counted), dtype=bool))
    either = (domain[None, :] == top_domain[:, None]) | (theme[None, :] == top_theme[:, None])
    return np.asarray((draws * either).sum(axis=1) / n)


def _groups(column: pd.Series) -> npt.NDArray[np.intp]:
    return pd.factorize(column)[0]


def _largest(
    draws: npt.NDArray[np.int64], groups: npt.NDArray[np.intp], counted: npt.NDArray[np.bool_]
) -> npt.NDArray[np.intp]:
    """Per draw the group that has most of it; -1 when no group counts."""
    if not counted.any():
        return np.full(len(draws), -1)
    member = (groups[:, None] == np.arange(groups.max() + 1)[None, :]) & counted[:, None]
    return np.asarray((draws @ member).argmax(axis=1))
