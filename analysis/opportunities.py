"""White spots worth acting on first: two questions, each with a rule of one sentence.

*Broaden*: which theme that a department never used should it be shown? *Return*: which theme that
it used before should it be asked about? Whatever else was tried stands in
`benchmarks.ranking_quality`, with what approaching the first five adds on worlds where that is
known.
"""

from __future__ import annotations

import hashlib
from collections import Counter

import numpy as np
import pandas as pd

from analysis.period import Period
from analysis.shares import minimums
from data.columns import (
    CHOSEN_ON,
    DEPARTMENT,
    DOMAIN,
    LAPSED,
    PILLAR,
    STATE,
    THEME,
    UNCLASSIFIED,
    USED,
)
from data.states import WHITE

BROADEN, RETURN = "broaden", "return"
LISTS = (BROADEN, RETURN)

# With two departments every pattern is a coincidence; three is the least that can show one.
MINIMUM_DEPARTMENTS_TO_RANK = 3
# The share of the domain is drawn to that of the municipality as if so many more departments had
# it: of two colleagues one is not "half of the domain".
TOWN_WEIGHT = 4
# Whoever knows a theme from a theme group counts as if twice as many colleagues used it.
GROUP_FACTOR = 2
# Of the first five, no more than two are of one department: a coordinator has one talk with it.
FIRST, MOST_OF_ONE = 5, 2

COLUMNS = [
    "list", "rank", DEPARTMENT, DOMAIN, THEME, PILLAR, STATE, "peers_using", "peers",
    "others", "departments_using", "other_themes", "through_group", "uses_before", "colleague",
    "colleague_uses", "score", "last_used",
]  # fmt: skip


def enough_to_rank(cells: pd.DataFrame, *, minimum_uses: int | None = None) -> bool:
    """Whether the period holds enough direct uses, by enough departments, to rank anything.

    `minimum_uses` is that of `analysis.shares.minimums` unless another is given.
    """
    uses, departments = rests_on(cells)
    least = minimums().ranking if minimum_uses is None else minimum_uses
    return uses >= least and departments >= MINIMUM_DEPARTMENTS_TO_RANK


def rests_on(cells: pd.DataFrame) -> tuple[int, int]:
    """What a ranking of these cells rests on: how many direct uses, by how many departments."""
    used = cells[cells[STATE] == USED]
    return int(used["uses"].sum()), int(used[DEPARTMENT].nunique())


def rank_opportunities(
    cells: pd.DataFrame,
    period: Period,
    actions: pd.DataFrame | None = None,
    *,
    minimum_uses: int | None = None,
) -> pd.DataFrame:
    """The relevant white spots in two lists, most promising first; empty if too little data.

    `cells` as `cell_states` gives them for `period`. Only departments count of which this theme is
    reported: of the others nobody knows. A white spot that was used before in an unfinished year is
    neither new nor lapsed, and left out.

    `broaden` (never used): by the share of the other departments that use the theme, times the root
    of 1 + the themes that the department itself uses, twice that if it knows the theme from a theme
    group. `return` (used before): by how often it was used before, then by the same. What is equal
    goes by the department approached longest ago (`actions` as `load_actions` gives them), then
    by a draw that the name of the period settles (`draw_number`). Of the first five of a list, at
    most two are of one department, if there are others.

    Columns: list (`broaden`, then `return`), rank (from 1 in each), department, domain, theme,
    pillar, state; peers_using of peers (same domain) and departments_using of others (whole
    municipality), the department itself aside; other_themes (themes that it does use);
    through_group (whether it used the theme through the network, ever); uses_before (direct, before
    the period); colleague (the department to ask: uses the theme directly, same domain first, then
    most uses, then name; missing if none), colleague_uses (0 if none); score (no probability: it
    only orders); last_used.
    """
    white = cells[STATE].isin(WHITE) & ((cells[STATE] == LAPSED) | cells["last_used"].isna())
    wanted = cells["relevant"] & white
    if not enough_to_rank(cells, minimum_uses=minimum_uses):
        wanted &= False
    spots = _with_colleague(_with_counts(cells)[wanted], cells)
    spots = spots.assign(
        list=np.where(spots[STATE] == LAPSED, RETURN, BROADEN),
        through_group=(spots["network_uses"] + spots["network_uses_before"]) > 0,
    )
    spots["score"] = _score(spots)
    ordered = _in_order(spots, period, actions)
    parts = [_spread(ordered[ordered["list"] == name]) for name in LISTS]
    found = pd.concat(parts, ignore_index=True)
    found["rank"] = found.groupby("list").cumcount() + 1
    return found[COLUMNS].astype({"list": "str"})


def draw_number(period: Period, department: str, theme: str) -> int:
    """The lot of a white spot in a period: the first 48 bits of the SHA-256 of their names.

    Anybody can work it out; nobody can choose it, and each period draws anew.
    """
    names = f"{period.label}|{department}|{theme}"
    return int(hashlib.sha256(names.encode()).hexdigest()[:12], 16)


def with_neighbours(cells: pd.DataFrame) -> pd.DataFrame:
    """Every cell with who else uses its theme: beside the columns of `cells` (as `cell_states`
    gives them) peers_using to colleague_uses, as `rank_opportunities` describes them.

    For a cell that its department uses, the colleague may be that department itself.
    """
    return _with_colleague(_with_counts(cells), cells)


def _score(spots: pd.DataFrame) -> pd.Series:
    everywhere = (spots["departments_using"] + 0.5) / (spots["others"] + 1)
    share = (spots["peers_using"] + TOWN_WEIGHT * everywhere) / (spots["peers"] + TOWN_WEIGHT)
    known = np.where(spots["through_group"], GROUP_FACTOR, 1)
    # Rounded, so that what is equal on paper is equal here.
    return (share * np.sqrt(1 + spots["other_themes"]) * known).round(9)


def _in_order(spots: pd.DataFrame, period: Period, actions: pd.DataFrame | None) -> pd.DataFrame:
    names = zip(spots[DEPARTMENT], spots[THEME], strict=True)
    lots = [draw_number(period, department, theme) for department, theme in names]
    keys = spots.assign(
        before=spots["uses_before"].where(spots["list"] == RETURN, 0),
        approached=_last_approached(spots, actions),
        lot=lots,
    )
    by = ["before", "score", "approached", "lot"]
    order = keys.sort_values(by, ascending=[False, False, True, True], na_position="first")
    return spots.loc[order.index]


def _last_approached(spots: pd.DataFrame, actions: pd.DataFrame | None) -> pd.Series:
    """Per white spot the last day on which something of its department was chosen; NaT if never."""
    if actions is None or actions.empty:
        return pd.Series(pd.NaT, spots.index)
    last = actions.groupby(DEPARTMENT)[CHOSEN_ON].max()
    return pd.Series(last.reindex(spots[DEPARTMENT]).to_numpy(), spots.index)


def _spread(spots: pd.DataFrame) -> pd.DataFrame:
    """In the same order, but for those of a department that already has its share of the first."""
    first: list[int] = []
    later: list[int] = []
    of: Counter[str] = Counter()
    for place, department in enumerate(spots[DEPARTMENT]):
        if len(first) < FIRST and of[department] < MOST_OF_ONE:
            first.append(place)
            of[department] += 1
        else:
            later.append(place)
    return spots.iloc[first + later]


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
        departments_using=(used.groupby(cells[THEME]).transform("sum") - used).astype(int),
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
