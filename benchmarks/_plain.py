"""What somebody would write with pandas: the same figures, computed anew at every click."""

from __future__ import annotations

import os

import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from sqlalchemy import create_engine

YEARS = (2018, 2019, 2020, 2021, 2022)
_QUERY = """
SELECT r.date, r.form, r.channel, r.share, r.subject, r.hours, r.participants,
       d.name AS department, d.domain, h.name AS theme, h.pillar
FROM usage_record r
JOIN department d ON d.id = r.department_id
JOIN theme h ON h.id = r.theme_id
"""


def load() -> pd.DataFrame:
    """Every record, as pandas reads it."""
    with create_engine(os.environ["DATABASE_URL"]).connect() as connection:
        frame = pd.read_sql(_QUERY, connection)
    frame["date"] = pd.to_datetime(frame["date"])
    frame["year"] = frame["date"].dt.year
    return frame


def shown(usage: pd.DataFrame, first: int) -> tuple[list[str], list[go.Figure], list[pd.DataFrame]]:
    """The headline, the charts and the tables of the years from `first` on."""
    chosen = usage[usage["year"] >= first]
    before = usage[usage["year"] < first]
    cells = chosen.pivot_table(
        index="department", columns="theme", values="hours", aggfunc="count", fill_value=0
    )
    earlier = before.groupby(["department", "theme"]).size()
    domains = usage.groupby("department")["domain"].first()
    figures = [
        _bars(chosen.groupby("theme").size(), "Uses per theme"),
        _bars(chosen.groupby("department").size(), "Uses per department"),
        px.imshow(cells, title="Department and theme"),
        px.line(
            chosen.groupby([chosen["date"].dt.to_period("Q").astype(str), "domain"])
            .size()
            .rename("uses")
            .reset_index(),
            x="date",
            y="uses",
            color="domain",
            title="Uses through time",
        ),
    ]
    by_year = pd.DataFrame([_measures(usage[usage["year"] == year], year) for year in YEARS])
    peers = (cells > 0).groupby(domains.reindex(cells.index)).transform("sum")
    spots = _listed(cells, "uses").merge(_listed(peers, "peers"))
    spots = spots[spots["uses"] == 0].merge(earlier.rename("earlier").reset_index(), how="left")
    ranked = spots.sort_values("peers", ascending=False)
    words = [
        f"{len(chosen):,} uses",
        f"{(cells.to_numpy() > 0).mean():.0%} of all cells",
        f"{chosen['department'].nunique()} of {usage['department'].nunique()} departments",
    ]
    return words, figures, [by_year, ranked]


def _listed(cells: pd.DataFrame, name: str) -> pd.DataFrame:
    return cells.melt(ignore_index=False, value_name=name).reset_index()


def _bars(counts: pd.Series, title: str) -> go.Figure:
    return px.bar(counts.sort_values(), orientation="h", title=title)


def _measures(year: pd.DataFrame, number: int) -> dict[str, float]:
    shares = year.groupby("theme").size() / max(len(year), 1)
    return {
        "year": number,
        "uses": len(year),
        "departments": year["department"].nunique(),
        "themes": year["theme"].nunique(),
        "effective": float(np.exp(-(shares * np.log(shares)).sum())),
    }
