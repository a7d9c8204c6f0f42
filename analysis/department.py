"""Where one department stands: its own use, beside that of the others in its domain."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.grouping import is_direct, named
from analysis.period import Period
from analysis.reporting import reported_years
from data.columns import (
    DEPARTMENT,
    DOMAIN,
    STATE,
    UNCLASSIFIED,
    USED,
    YEAR,
)


@dataclass(frozen=True)
class Standing:
    """How many uses and themes in a period, and how much of what is relevant is used.

    `uses` are those of the department itself, `network_uses` those through a theme group.

    `reported` is False when nobody said anything of the department in the period.
    """

    uses: int
    network_uses: int
    themes: int
    relevant: int
    relevant_used: int
    reported: bool


def standing(cells: pd.DataFrame, department: str) -> Standing:
    """The standing of a department on the map of a period (`cells` as `cell_states` gives it)."""
    own = cells[cells[DEPARTMENT] == department]
    used = own[STATE] == USED
    return Standing(
        uses=int(own["uses"].sum()),
        network_uses=int(own["network_uses"].sum()),
        themes=int(used.sum()),
        relevant=int(own["relevant"].sum()),
        relevant_used=int((used & own["relevant"]).sum()),
        reported=bool(own["reported"].any()),
    )


def peers_of(departments: pd.DataFrame, department: str) -> list[str]:
    """The other departments of the same domain; none when nobody put it in a domain."""
    domain = departments.loc[departments[DEPARTMENT] == department, DOMAIN]
    if domain.empty or domain.iloc[0] == UNCLASSIFIED:
        return []
    same = departments[departments[DOMAIN] == domain.iloc[0]]
    return [name for name in same[DEPARTMENT] if name != department]


def years_beside_peers(
    usage: pd.DataFrame, departments: pd.DataFrame, reported: pd.DataFrame, department: str
) -> pd.DataFrame:
    """Direct uses of each year that somebody in the domain reported.

    Columns: year, own (uses; missing when the department reported nothing), peers (mean number of
    uses of the other departments of the domain that reported; missing when none did), peers_n.
    """
    peers = peers_of(departments, department)
    known = reported_years(reported[reported[DEPARTMENT].isin([department, *peers])])
    counts = _counts(usage, [YEAR, DEPARTMENT])
    rows = []
    for year in sorted(known[YEAR].unique().tolist()):
        names = set(known.loc[known[YEAR] == year, DEPARTMENT])
        others = [counts.get((year, name), 0) for name in peers if name in names]
        rows.append(
            {
                YEAR: year,
                "own": counts.get((year, department), 0) if department in names else None,
                "peers": sum(others) / len(others) if others else None,
                "peers_n": len(others),
            }
        )
    frame = pd.DataFrame(rows, columns=[YEAR, "own", "peers", "peers_n"])
    return frame.astype({YEAR: "int64", "own": "float", "peers": "float", "peers_n": "int64"})


def values_beside_peers(
    usage: pd.DataFrame,
    departments: pd.DataFrame,
    reported: pd.DataFrame,
    department: str,
    by: str,
    period: Period,
) -> pd.DataFrame:
    """Direct uses in the period per value of `by` (theme, form), most own use first.

    Columns: the `by` column (str), own (uses), peers (mean number of uses of the other departments
    of the domain that reported in the period; missing when none did), peers_n.
    """
    names = set(period.select(reported_years(reported))[DEPARTMENT])
    peers = [name for name in peers_of(departments, department) if name in names]
    used = period.select(usage)
    used = used[is_direct(used) & used[DEPARTMENT].isin([department, *peers])]
    own_rows = used[DEPARTMENT] == department
    own = named(used.loc[own_rows, by]).astype("str").value_counts()
    others = named(used.loc[~own_rows, by]).astype("str").value_counts()
    frame = pd.DataFrame({"own": own, "peers": others}).fillna(0)
    frame["peers"] = frame["peers"] / len(peers) if peers else float("nan")
    frame = frame.rename_axis(by).reset_index().assign(peers_n=len(peers))
    frame = frame.astype({by: "str", "own": "int64", "peers": "float"})
    return frame.sort_values(
        ["own", "peers", by], ascending=[False, False, True], ignore_index=True
    )


def _counts(usage: pd.DataFrame, by: list[str]) -> Mapping[Hashable, int]:
    direct = usage.loc[is_direct(usage), by]
    return direct.groupby(by, observed=True).size().to_dict()
