"""What does approaching the first white spots add? The rule beside what else could be done.

    python -m benchmarks.ranking_quality             the table, on 240 cities of each world
    python -m benchmarks.ranking_quality --uses      from how many uses on the rule beats chance

On `benchmarks.planted_worlds` it is known what approaching a department adds (uplift), which no
record shows: a lapsed cell that comes back by itself is a hit and no uplift. A year at a time, as
the page shows it, ranked on the years before; years without a hit count. `uplift 3` and `uplift 5`
are the mean uplift of the first three and five; `ndcg 10` that of the first ten, sooner counting
for more, as part of the best order there is; `hits 5` the part of the first five that was used in
the next year, approached by nobody. Cities are drawn anew 2,000 times for the 95 % intervals;
`more than former` is the difference in `ndcg 10` with the rule of version 0.2.0.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cells import cell_states
from analysis.opportunities import (
    BROADEN,
    GROUP_FACTOR,
    LISTS,
    RETURN,
    TOWN_WEIGHT,
    rank_opportunities,
)
from analysis.period import Period
from benchmarks.planted_worlds import FIRST_YEAR, WORLDS, YEARS, City, Floats, cities
from data.columns import DEPARTMENT, DOMAIN, STATE, THEME, USED

CITIES, POOLED, ALIKE = 240, 40, 0.5
MEASURES = ("uplift 3", "uplift 5", "ndcg 10", "hits 5")
FORMER, RULE = "former rule", "the rule"
LEVELS = (5, 8, 10, 12, 16, 20, 30, 75)


@dataclass(frozen=True)
class Ranked:
    """The white spots of a list, in the order of the rule, and what is known of each."""

    spots: pd.DataFrame
    cells: pd.DataFrame
    elsewhere: Floats  # the share of other cities in this domain and theme; NaN without them
    uplift: Floats
    hit: npt.NDArray[np.bool_]
    lots: Floats


Score = Callable[[Ranked], npt.ArrayLike]


def by_former_rule(ranked: Ranked) -> npt.ArrayLike:
    """Smoothed share of the domain, then of the municipality, then by name."""
    s = ranked.spots
    share = (s["peers_using"] + 1) / (s["peers"] + 2)
    share = share.where(s["peers"] > 0, (s["departments_using"] + 1) / (s["others"] + 2))
    by_name = s[[DEPARTMENT, THEME]].apply("|".join, axis=1).rank()
    return share + 1e-4 * s["departments_using"] - 1e-9 * by_name


def by_parts(ranked: Ranked, *, group: bool, breadth: bool, others: bool = False) -> npt.ArrayLike:
    """The rule with a part left out, or with the share of other cities for that of the town."""
    s = ranked.spots
    town = ranked.elsewhere if others else (s["departments_using"] + 0.5) / (s["others"] + 1)
    share = (s["peers_using"] + TOWN_WEIGHT * town) / (s["peers"] + TOWN_WEIGHT)
    known = np.where(s["through_group"], GROUP_FACTOR, 1) if group else 1
    return share * known * (np.sqrt(1 + s["other_themes"]) if breadth else 1)


def by_likeness(ranked: Ranked) -> npt.ArrayLike:
    """Item-based cosine: themes used by the same departments as the themes one uses already."""
    cells, s = ranked.cells, ranked.spots
    names = pd.MultiIndex.from_frame(cells[[DEPARTMENT, THEME]])
    matrix = (cells[STATE] == USED).to_numpy(dtype=float).reshape(-1, cells[THEME].nunique())
    length = np.linalg.norm(matrix, axis=0)
    length[length == 0] = 1
    scores = (matrix @ ((matrix.T @ matrix) / np.outer(length, length))).ravel()
    return pd.Series(scores, names).reindex(pd.MultiIndex.from_frame(s[[DEPARTMENT, THEME]]))


ORDERS: Mapping[str, Score] = {
    RULE: lambda r: -r.spots["rank"],
    FORMER: by_former_rule,
    "share alone": lambda r: by_parts(r, group=False, breadth=False),
    "no theme group": lambda r: by_parts(r, group=False, breadth=True),
    "no own themes": lambda r: by_parts(r, group=True, breadth=False),
    "popularity": lambda r: r.spots["departments_using"],
    "item cosine": by_likeness,
    "used most before": lambda r: r.spots["uses_before"],
    "used last": lambda r: r.spots["last_used"].astype("int64"),
    "random": lambda r: r.lots,
    "best there is": lambda r: r.uplift,
}
POOLED_ORDERS = {
    **{name: ORDERS[name] for name in (RULE, FORMER, "random", "best there is")},
    "with 39 other cities": lambda r: by_parts(r, group=True, breadth=True, others=True),
}
DEAF_ORDERS = {name: ORDERS[name] for name in (RULE, FORMER, "no theme group", "random")}
_OF_LIST = {BROADEN: ("used most before", "used last"), RETURN: ()}  # left out: all alike


def measured(ranked: Ranked, score: Score) -> tuple[float, ...]:
    """The measures of one order of one list."""
    values = np.asarray(score(ranked), dtype=float)
    order = np.lexsort((ranked.lots, -values))
    gain, hit = ranked.uplift[order], ranked.hit[order]
    weights = 1 / np.log2(np.arange(2, 12))[: len(gain)]
    best = np.sort(gain)[::-1][:10] @ weights
    ndcg = gain[:10] @ weights / best if best else 0.0
    return float(gain[:3].mean()), float(gain[:5].mean()), float(ndcg), float(hit[:5].mean())


def lists(city: City, elsewhere: Sequence[pd.Series] = (), least: int | None = None):  # noqa: ANN201
    """Each list of each year that has a next one."""
    rng = np.random.default_rng(31)
    for at, year in enumerate(range(FIRST_YEAR + 1, FIRST_YEAR + YEARS - 1)):
        period = Period(year, year)
        cells = cell_states(*city.frames, period)
        found = rank_opportunities(cells, period, minimum_uses=least)
        place = pd.Series(
            np.arange(len(cells)), pd.MultiIndex.from_frame(cells[[DEPARTMENT, THEME]])
        )
        for name in LISTS:
            spots = found[found["list"] == name].reset_index(drop=True)
            if spots.empty:
                continue
            cell = place[pd.MultiIndex.from_frame(spots[[DEPARTMENT, THEME]])].to_numpy()
            shares = np.full(len(spots), np.nan)
            if elsewhere:
                shares = elsewhere[at][pd.MultiIndex.from_frame(spots[[DOMAIN, THEME]])].to_numpy()
            yield name, Ranked(
                spots, cells, shares, city.uplift(year).ravel()[cell],
                city.used[year + 1 - FIRST_YEAR].ravel()[cell], rng.random(len(spots)),
            )  # fmt: skip


def means(towns: Sequence[City], orders: Mapping[str, Score], *, pooled: bool = False):  # noqa: ANN201
    """List -> order -> the measures of each city, over its years."""
    shares = shares_elsewhere(towns) if pooled else None
    found: dict[str, dict[str, list[npt.NDArray[np.float64]]]] = {name: {} for name in LISTS}
    for i, city in enumerate(towns):
        rows: dict[tuple[str, str], list[tuple[float, ...]]] = {}
        for name, ranked in lists(city, shares[i] if shares else ()):
            for order, score in orders.items():
                if order not in _OF_LIST[name]:
                    rows.setdefault((name, order), []).append(measured(ranked, score))
        for (name, order), values in rows.items():
            found[name].setdefault(order, []).append(np.mean(values, axis=0))
    return {n: {o: np.array(v) for o, v in orders.items()} for n, orders in found.items()}


def shares_elsewhere(towns: Sequence[City]) -> list[list[pd.Series]]:
    """Per city and year: the share of the departments of the other cities, per domain and theme."""
    years = range(1, YEARS - 1)
    counts = []
    for city in towns:
        of = city.frames.departments[DOMAIN].to_numpy()
        index = pd.MultiIndex.from_product([of, city.frames.themes[THEME]], names=[DOMAIN, THEME])
        of_year = [pd.Series(city.used[y].ravel(), index, dtype=float) for y in years]
        counts.append([s.groupby(level=[0, 1]).agg(["sum", "size"]) for s in of_year])
    totals = [sum(of_city[y] for of_city in counts) for y in range(len(years))]
    return [
        [
            (totals[y] - c[y]).pipe(lambda t: (t["sum"] + 0.5) / (t["size"] + 1))
            for y in range(len(years))
        ]
        for c in counts
    ]


def interval(values: npt.NDArray[np.float64]) -> str:
    """The mean with its 95 % bootstrap interval."""
    rng = np.random.default_rng(5)
    drawn = values[rng.integers(0, len(values), (2000, len(values)))].mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{values.mean():+.3f} ({low:+.3f} to {high:+.3f})"


def table(found: Mapping[str, npt.NDArray[np.float64]]) -> pd.DataFrame:
    """A line per order."""
    lines = {}
    for order, values in found.items():
        line = {m: f"{values[:, i].mean():.3f}" for i, m in enumerate(MEASURES)}
        line["ndcg 10, interval"] = interval(values[:, 2]).replace("+", "")
        line["more than former"] = interval(values[:, 2] - found[FORMER][:, 2])
        lines[order] = line
    return pd.DataFrame(lines).T


def print_quality(n: int) -> None:
    """The table: one city at a time in each world, then forty alike."""
    for title, size, orders, options in (
        ("cities that stand alone", n, ORDERS, {}),
        ("cities that are alike for the half", POOLED, POOLED_ORDERS, {"alike": ALIKE}),
        ("cities where theme groups tell nothing", n // 2, DEAF_ORDERS, {"groups_tell": False}),
    ):
        for world in WORLDS:
            towns = list(cities(world, size, **options))
            for name, found in means(towns, orders, pooled="alike" in options).items():
                print(f"\n{name}: the world of {world}, {len(found[RULE])} {title}")
                print(table(found).to_string(), flush=True)


def print_levels(n: int) -> None:
    """From how many uses on: what the first five add, above any five of the list."""
    print("uplift 5 of the rule, less that of the whole list; uses are direct, in the period")
    lines = []
    for world in WORLDS:
        gains: dict[tuple[str, int], list[float]] = {}
        for uses in LEVELS:
            for city in cities(world, n, uses=round(uses / 0.85)):
                for name, ranked in lists(city, least=1):
                    direct = int(ranked.cells.loc[ranked.cells[STATE] == USED, "uses"].sum())
                    level = max((level for level in LEVELS if level <= direct), default=0)
                    gain = measured(ranked, ORDERS[RULE])[1] - ranked.uplift.mean()
                    gains.setdefault((name, level), []).append(gain)
        for (name, level), values in sorted(gains.items()):
            text = interval(np.array(values))
            lines.append({"list": name, "from uses": level, "world": world, "gain": text})
    frame = pd.DataFrame(lines).set_index(["list", "from uses", "world"])["gain"]
    print(frame.unstack()[list(WORLDS)].to_string())  # noqa: PD010 (texts: nothing to work out)


def main() -> int:
    """Print what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--uses", action="store_true", help="from how many uses on")
    parser.add_argument("--cities", type=int, default=CITIES, help="cities per world")
    chosen = parser.parse_args()
    print_levels(chosen.cities) if chosen.uses else print_quality(chosen.cities)
    return 0


if __name__ == "__main__":
    sys.exit(main())
