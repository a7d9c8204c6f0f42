"""The use of one department beside that of the others in its domain, like for like."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from analysis.grouping import is_direct, named
from analysis.period import Period
from analysis.reporting import Reports
from data.columns import (
    DEPARTMENT,
    DOMAIN,
    UNCLASSIFIED,
    YEAR,
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
    """Direct uses of each year that somebody in the domain reported from first to last day.

    Columns: year, own (uses; missing when the department did not report the whole year), peers
    (mean number of uses of the other departments of the domain that did; missing when none did),
    peers_n.
    """
    peers = peers_of(departments, department)
    reports = Reports.of(reported, departments, usage)
    counts = _counts(usage, [YEAR, DEPARTMENT])
    rows = []
    for year in reports.years:
        names = _whole(reports, Period(year, year))
        others = [counts.get((year, name), 0) for name in peers if name in names]
        if department not in names and not others:
            continue
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
    of the domain that reported the whole period; missing when none did, or when the department
    itself did not), peers_n.
    """
    names = _whole(Reports.of(reported, departments, usage), period)
    beside = peers_of(departments, department) if department in names else []
    peers = [name for name in beside if name in names]
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


def _whole(reports: Reports, period: Period) -> set[str]:
    """The departments of which the whole period is reported."""
    whole = reports.complete(period)
    return {name for name, all_of_it in zip(reports.departments, whole, strict=True) if all_of_it}


def _counts(usage: pd.DataFrame, by: list[str]) -> Mapping[Hashable, int]:
    direct = usage.loc[is_direct(usage), by]
    return direct.groupby(by, observed=True).size().to_dict()
