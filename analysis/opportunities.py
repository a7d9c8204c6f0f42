"""White spots worth acting on first, by a rule that can be said in one sentence."""

from __future__ import annotations

import pandas as pd

from analysis.shares import minimums
from data.columns import (
    DEPARTMENT,
    DOMAIN,
    OPEN,
    PILLAR,
    STATE,
    THEME,
    UNCLASSIFIED,
    USED,
)
from data.states import WHITE

# With two departments every pattern is a coincidence; three is the least that can show one.
MINIMUM_DEPARTMENTS_TO_RANK = 3

COLUMNS = [
    "rank", DEPARTMENT, DOMAIN, THEME, PILLAR, STATE, "peers_using", "peers",
    "others", "departments_using", "other_themes", "colleague",
    "colleague_uses", "score", "last_used",
]  # fmt: skip


def enough_to_rank(cells: pd.DataFrame, *, minimum_uses: int | None = None) -> bool:
    """Whether the period holds enough direct uses, by enough departments, to rank anything.

    `minimum_uses` is that of `analysis.shares.minimums` unless another is given.
    """
    used = cells[cells[STATE] == USED]
    least = minimums().uses if minimum_uses is None else minimum_uses
    return bool(
        used["uses"].sum() >= least and used[DEPARTMENT].nunique() >= MINIMUM_DEPARTMENTS_TO_RANK
    )


def rank_opportunities(cells: pd.DataFrame, *, minimum_uses: int | None = None) -> pd.DataFrame:
    """The relevant cells that are open or lapsed, most promising first; empty if too little data.

    `cells` as `cell_states` gives them. Only departments count of which this theme is reported: of
    the others nobody knows. Rule: the larger the share of the other reported
    departments in the same domain that use the theme directly, the higher, smoothed as
    (peers_using + 1) / (peers + 2); then more departments of the whole municipality that use it;
    then lapsed before open; then by name. A department without peers has no share of its own
    domain to go by, so there the whole municipality counts: (departments_using + 1) / (others + 2).

    Columns: rank (from 1), department, domain, theme, pillar, state; peers_using of peers (same
    domain) and departments_using of others (whole municipality), the department itself aside;
    other_themes (themes that it does use); colleague (the department to ask: uses the theme
    directly, same domain first, then most uses, then name; missing if none), colleague_uses (0 if
    none); score (0 to 1); last_used.
    """
    wanted = cells["relevant"] & cells[STATE].isin(WHITE)
    if not enough_to_rank(cells, minimum_uses=minimum_uses):
        wanted &= False
    spots = _with_colleague(_with_counts(cells)[wanted], cells)
    spots["score"] = _smoothed(spots)
    spots["open"] = spots[STATE] == OPEN
    spots = spots.sort_values(
        ["score", "departments_using", "open", DEPARTMENT, THEME],
        ascending=[False, False, True, True, True],
        ignore_index=True,
    )
    spots["rank"] = spots.index + 1
    return spots[COLUMNS]


def with_neighbours(cells: pd.DataFrame) -> pd.DataFrame:
    """Every cell with who else uses its theme: beside the columns of `cells` (as `cell_states`
    gives them) peers_using to colleague_uses, as `rank_opportunities` describes them.

    For a cell that its department uses, the colleague may be that department itself.
    """
    return _with_colleague(_with_counts(cells), cells)


def _smoothed(spots: pd.DataFrame) -> pd.Series:
    in_domain = (spots["peers_using"] + 1) / (spots["peers"] + 2)
    everywhere = (spots["departments_using"] + 1) / (spots["others"] + 2)
    return in_domain.where(spots["peers"] > 0, everywhere)


def _with_counts(cells: pd.DataFrame) -> pd.DataFrame:
    used = cells[STATE] == USED
    known_domain = cells[DOMAIN] != UNCLASSIFIED
    in_domain = used.groupby([cells[DOMAIN], cells[THEME]]).transform("sum")
    reporting = cells["reported"].groupby([cells[DOMAIN], cells[THEME]]).transform("sum")
    return cells.assign(
        # Departments that nobody put in a domain are not each other's peers.
        peers_using=(in_domain - used).where(known_domain, 0).astype(int),
        peers=(reporting - cells["reported"]).where(known_domain, 0).astype(int),
        others=(
            cells["reported"].groupby(cells[THEME]).transform("sum") - cells["reported"]
        ).astype(int),
        other_themes=used.groupby(cells[DEPARTMENT]).transform("sum").astype(int),
        departments_using=used.groupby(cells[THEME]).transform("sum").astype(int),
    )


def _with_colleague(spots: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    using = cells.loc[cells[STATE] == USED, [DOMAIN, THEME, DEPARTMENT, "uses"]]
    using = using.sort_values(["uses", DEPARTMENT], ascending=[False, True])
    using = using.rename(columns={DEPARTMENT: "colleague", "uses": "colleague_uses"})
    near = using[using[DOMAIN] != UNCLASSIFIED].drop_duplicates([DOMAIN, THEME])
    anywhere = using.drop_duplicates(THEME).drop(columns=DOMAIN)
    spots = spots.merge(near, how="left", on=[DOMAIN, THEME])
    other = spots[[THEME]].merge(anywhere, how="left", on=THEME)
    spots["colleague"] = spots["colleague"].fillna(other["colleague"])
    uses = spots["colleague_uses"].fillna(other["colleague_uses"]).fillna(0)
    spots["colleague_uses"] = uses.astype(int)
    return spots
