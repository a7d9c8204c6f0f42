"""How much of the use sits with a few: top shares, effective number, Lorenz curve, Gini."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.shares import wilson_interval
from analysis.use import use_by


def top_shares(usage: pd.DataFrame, by: str) -> pd.DataFrame:
    """The share of all uses per value of a column, largest first, then by name.

    Columns: the `by` column (str; missing is `onbekend`), `k` (its uses), `n` (all uses),
    `fraction` (k / n), `low`, `high` (its 95 % Wilson interval), `cumulative` (the fraction of this
    and all rows above).
    """
    found = use_by(usage, by)[[by, "n", "fraction"]].rename(columns={"n": "k"})
    found.insert(2, "n", len(usage))
    intervals = [wilson_interval(k, len(usage)) for k in found["k"]]
    found["low"] = np.array([low for low, _ in intervals], dtype=float)
    found["high"] = np.array([high for _, high in intervals], dtype=float)
    found["cumulative"] = found["fraction"].cumsum()
    return found


def effective_number(counts: Iterable[float]) -> float | None:
    """As many equally used groups as would be equally diverse; None when there is no use.

    Hill number of order 1 (Hill 1973; Jost 2006): exp of the Shannon entropy of the shares.
    """
    used = _sorted(counts)
    used = used[used > 0]
    if not len(used):
        return None
    shares = used / used.sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))


def lorenz(counts: Iterable[float]) -> pd.DataFrame:
    """The Lorenz curve, from (0, 0) to (1, 1), least used group first; empty without use.

    Columns: `groups` and `uses`, both cumulative fractions. Include groups without use as 0.
    """
    values = _sorted(counts)
    if not values.sum():
        return pd.DataFrame({"groups": [], "uses": []}, dtype="float")
    groups = np.arange(len(values) + 1) / len(values)
    return pd.DataFrame({"groups": groups, "uses": np.append(0.0, values.cumsum() / values.sum())})


def corrected_gini(counts: Iterable[float]) -> float | None:
    """Gini of the counts times n / (n - 1) (Deltas 2003): 0 all equal, 1 all with one group.

    Include groups without use as 0. None for fewer than two groups or no use at all.
    """
    values = _sorted(counts)
    n = len(values)
    if n < 2 or not values.sum():
        return None
    ranks = np.arange(1, n + 1)
    gini = ((2 * ranks - n - 1) * values).sum() / (n * values.sum())
    return float(gini * n / (n - 1))


def _sorted(counts: Iterable[float]) -> npt.NDArray[np.float64]:
    return np.sort(np.fromiter(counts, dtype=np.float64))
