"""White spots worth acting on first, by a rule that can be said in one sentence."""

from __future__ import annotations

import pandas as pd

from analysis.shares import MINIMUM_USES_TO_RANK

# With two departments every pattern is a coincidence; three is the least that can show one.
MINIMUM_DEPARTMENTS_TO_RANK = 3


def enough_to_rank(cells: pd.DataFrame, *, minimum_uses: int = MINIMUM_USES_TO_RANK) -> bool:
    """Whether the period holds enough direct uses, by enough departments, to rank anything."""
    raise NotImplementedError


def rank_opportunities(
    cells: pd.DataFrame, *, minimum_uses: int = MINIMUM_USES_TO_RANK
) -> pd.DataFrame:
    """The relevant cells that are open or lapsed, most promising first; empty if too little data.

    `cells` as `cell_states` gives them. Rule: the larger the share of the other reported
    departments in the same domain that use the theme directly, the higher, smoothed as
    (peers_using + 1) / (peers + 2); then more departments of the whole municipality that use it;
    then lapsed before open; then by name.

    Columns: rank (from 1), department, domain, theme, pillar, state, peers_using, peers,
    other_themes (themes that the department does use), departments_using (whole municipality),
    colleague (the department to ask: uses the theme directly, same domain first, then most uses,
    then name; missing if none), colleague_uses, score, last_used.
    """
    raise NotImplementedError
