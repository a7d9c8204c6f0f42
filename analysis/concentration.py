"""How much of the use sits with a few: top shares, effective number, Lorenz curve, Gini."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd


def top_shares(usage: pd.DataFrame, by: str) -> pd.DataFrame:
    """The share of all uses per value of a column, largest first, then by name.

    Columns: the `by` column (str; missing is `onbekend`), `k` (its uses), `n` (all uses), `share`,
    `low`, `high` (95 % Wilson interval), `cumulative` (share of this and all rows above).
    """
    raise NotImplementedError


def effective_number(counts: Iterable[float]) -> float | None:
    """As many equally used groups as would be equally diverse; None when there is no use.

    Hill number of order 1 (Hill 1973; Jost 2006): exp of the Shannon entropy of the shares.
    """
    raise NotImplementedError


def lorenz(counts: Iterable[float]) -> pd.DataFrame:
    """The Lorenz curve, from (0, 0) to (1, 1), least used group first; empty without use.

    Columns: `groups` and `uses`, both cumulative fractions. Include groups without use as 0.
    """
    raise NotImplementedError


def corrected_gini(counts: Iterable[float]) -> float | None:
    """Gini of the counts times n / (n - 1) (Deltas 2003): 0 all equal, 1 all with one group.

    Include groups without use as 0. None for fewer than two groups or no use at all.
    """
    raise NotImplementedError
