"""The map of department x theme: what each cell was in a period."""

from __future__ import annotations

import pandas as pd

from analysis.period import Period


def cell_states(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    themes: pd.DataFrame,
    relevance: pd.DataFrame,
    reported: pd.DataFrame,
    period: Period,
    decisions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per department x theme, departments and themes in the order of their frames.

    `usage` is the whole history, not only the period. A use counts as direct unless its channel is
    `network`. The first that applies is the state:
    `used` direct use in the period; `network_only` only use through the network in it;
    `not_applicable` not relevant and no direct use before; `unknown` no year of the period
    reported for the department; `lapsed` direct use before the period; `open` none of these.
    `decisions` (department, theme, state), if given, overrules unknown, lapsed and open.

    Columns: department, domain, theme, pillar, task (str), relevant (bool; True when nobody said
    otherwise), state, uses (direct records in the period), network_uses, hours (of all of these),
    last_used (datetime64: the last direct use up to the end of the period, NaT if never),
    reported (bool: a year of the period is reported, or has use).
    """
    raise NotImplementedError
