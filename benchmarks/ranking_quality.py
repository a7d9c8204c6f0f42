"""Does the ranking of white spots foresee what is used next? Ours beside the alternatives.

Rank on the years up to y, look which ranked cells get their first direct use in y + 1. Run with
`python -m benchmarks.ranking_quality`. `base` is the part of all ranked cells that was used: what
blind choice yields. `precision` is over the first ten; `mrr` is the mean of 1 / rank of the first
hit, `within` the same inside the list of each department. Only `within` is blind to a simple
trick: busy departments start most new themes, so whoever puts them first looks good in the other
two, while broadening is about the departments that are not busy.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.cells import cell_states
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from data.columns import (
    CHANNEL,
    DATE,
    DEPARTMENT,
    DIRECT,
    DOMAIN,
    HOURS,
    NETWORK,
    PILLAR,
    STATE,
    TASK,
    THEME,
    USED,
    YEAR,
)
from data.fields.choices import CLASSES
from tests.users import NOOR

FIRST_YEAR, YEARS = 2018, 5
DEPARTMENTS, THEMES = 16, 10
DOMAIN_SIZES = (5, 5, 1, 3, 2)  # as uneven as they are in a municipality
K = 10
HISTORIES = 16
SCENARIOS = ("domain", "popularity", "hidden taste", "mixed", "chance")
SAMPLE = Path(__file__).parents[1] / "data" / "sample"


class History(NamedTuple):
    """The frames of one municipality, as `cell_states` takes them."""

    usage: pd.DataFrame
    departments: pd.DataFrame
    themes: pd.DataFrame
    relevance: pd.DataFrame
    reported: pd.DataFrame


def simulated(scenario: str, seed: int) -> History:
    """Five years of 60 to 90 uses a year, drawn from what the scenario says drives them."""
    rng = np.random.default_rng(seed)
    departments = pd.DataFrame({DEPARTMENT: [f"D{i:02}" for i in range(DEPARTMENTS)]})
    domain = rng.permutation(np.repeat(np.arange(5), DOMAIN_SIZES))
    departments[DOMAIN] = [CLASSES[DOMAIN][i] for i in domain]
    themes = pd.DataFrame({THEME: [f"T{i:02}" for i in range(THEMES)]})
    themes[PILLAR] = [CLASSES[PILLAR][i % 4] for i in range(THEMES)]
    themes[TASK] = [CLASSES[TASK][i % 5] for i in range(THEMES)]

    by_domain = rng.normal(size=(5, THEMES))[domain]
    popular = np.tile(rng.normal(size=THEMES), (DEPARTMENTS, 1))
    taste = rng.normal(size=(DEPARTMENTS, 2)) @ rng.normal(size=(2, THEMES))
    pull = {
        "domain": 1.5 * by_domain,
        "popularity": 1.5 * popular,
        "hidden taste": 1.5 * taste,
        "mixed": by_domain + 0.7 * popular + 0.5 * taste,
        "chance": 0 * taste,
    }[scenario]
    chance = np.exp(pull + rng.normal(scale=0.8, size=(DEPARTMENTS, 1))).ravel()
    years = np.repeat(FIRST_YEAR + np.arange(YEARS), rng.integers(60, 91, YEARS))
    cell = rng.choice(chance.size, size=len(years), p=chance / chance.sum())
    usage = pd.DataFrame({
        DATE: pd.to_datetime(pd.Series(years).astype("str") + "-06-15"),
        YEAR: years,
        DEPARTMENT: departments[DEPARTMENT].to_numpy()[cell // THEMES],
        THEME: themes[THEME].to_numpy()[cell % THEMES],
        CHANNEL: np.where(rng.random(len(years)) < 0.15, NETWORK, DIRECT),
        HOURS: 1.0,
    })  # fmt: skip
    every_year = pd.DataFrame({YEAR: sorted(set(years))})
    relevance = departments[[DEPARTMENT]].merge(themes[[THEME]], how="cross")
    relevance["relevant"] = rng.random(len(relevance)) < 0.8
    return History(
        usage, departments, themes, relevance,
        departments[[DEPARTMENT]].merge(every_year, how="cross"),
    )  # fmt: skip


def sample_history() -> History | None:
    """The sample workbooks, read by the real importer into a store of their own."""
    files = sorted(SAMPLE.glob("*.xlsx"))
    if not files:
        return None
    from data.intake.preview import preview_file
    from data.intake.store_upload import store_preview
    from data.settings import Settings
    from data.storing import frames
    from data.storing.store import open_store

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/sample.sqlite3")
        for file in files:
            preview = preview_file(
                file.read_bytes(), file.name, store=store, settings=Settings.in_force({})
            )
            store_preview(preview, store=store, user=NOOR)
        return History(
            frames.load_usage(store), frames.load_departments(store), frames.load_themes(store),
            frames.load_relevance(store), frames.load_reported(store),
        )  # fmt: skip


Score = Callable[[pd.DataFrame, pd.DataFrame, np.random.Generator], pd.Series]


def by_rule(spots: pd.DataFrame, cells: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """Ours: the order in which the rule put them."""
    return -spots["rank"]


def by_chance(spots: pd.DataFrame, cells: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """Any order."""
    return pd.Series(rng.random(len(spots)), spots.index)


def by_popularity(spots: pd.DataFrame, cells: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """The theme that most departments use first."""
    return spots["departments_using"] + 1e-6 * by_chance(spots, cells, rng)


def by_likeness(spots: pd.DataFrame, cells: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    """Item-based cosine: themes used by the same departments as the themes one uses already."""
    themes = cells[THEME].nunique()
    matrix = (cells[STATE] == USED).to_numpy(dtype=float).reshape(-1, themes)
    length = np.linalg.norm(matrix, axis=0)
    length[length == 0] = 1
    likeness = (matrix.T @ matrix) / np.outer(length, length)
    names = pd.MultiIndex.from_frame(cells[[DEPARTMENT, THEME]])
    scores = pd.Series((matrix @ likeness).ravel(), names)
    found = scores.reindex(pd.MultiIndex.from_frame(spots[[DEPARTMENT, THEME]])).to_numpy()
    return pd.Series(found, spots.index) + 1e-6 * by_chance(spots, cells, rng)


def by_shrunken_share(
    spots: pd.DataFrame, cells: pd.DataFrame, rng: np.random.Generator
) -> pd.Series:
    """The share of the domain, drawn towards the share of the whole municipality."""
    others = cells.loc[cells["reported"], DEPARTMENT].nunique() - 1
    everywhere = spots["departments_using"] / max(others, 1)
    share = (spots["peers_using"] + 2 * everywhere) / (spots["peers"] + 2)
    return share + 1e-6 * by_chance(spots, cells, rng)


ORDERS: dict[str, Score] = {
    "our rule": by_rule,
    "domain + town": by_shrunken_share,
    "popularity": by_popularity,
    "item cosine": by_likeness,
    "random": by_chance,
}


def outcomes(history: History, rng: np.random.Generator) -> Iterator[dict[str, float | str]]:
    """Per held-out year and order: base rate, precision of the first ten, reciprocal rank."""
    years = sorted(set(history.usage[YEAR]))
    for last, following in pairwise(years):
        cells = cell_states(*history, Period(years[0], last))
        spots = rank_opportunities(cells)
        later = cell_states(*history, Period(following, following))
        used = later.set_index([DEPARTMENT, THEME])[STATE] == USED
        hit = used.reindex(pd.MultiIndex.from_frame(spots[[DEPARTMENT, THEME]])).to_numpy(
            dtype=bool
        )
        if not hit.any():
            continue
        for name, score in ORDERS.items():
            order = np.argsort(-score(spots, cells, rng).to_numpy(), kind="stable")
            ordered = hit[order]
            department = spots[DEPARTMENT].to_numpy()[order]
            yield {
                "order": name,
                "base": hit.mean(),
                "precision": ordered[:K].mean(),
                "mrr": reciprocal_rank(ordered),
                "within": np.mean([
                    reciprocal_rank(ordered[department == one])
                    for one in np.unique(department[ordered])
                ]),
            }  # fmt: skip


def reciprocal_rank(ordered: npt.NDArray[np.bool_]) -> float:
    """1 / the place of the first hit."""
    return 1 / (1 + int(np.argmax(ordered)))


def report(name: str, histories: list[History]) -> pd.DataFrame:
    """One line per order: means over all histories and held-out years, and how many those were."""
    rng = np.random.default_rng(31)
    rows = pd.DataFrame([row for history in histories for row in outcomes(history, rng)])
    found = rows.groupby("order").agg(
        years=("mrr", "size"),
        base=("base", "mean"),
        precision=("precision", "mean"),
        mrr=("mrr", "mean"),
        within=("within", "mean"),
    )
    return found.reindex(list(ORDERS)).assign(data=name).set_index("data", append=True).swaplevel()


def main() -> int:
    """Print the table."""
    tables = [
        report(scenario, [simulated(scenario, seed) for seed in range(HISTORIES)])
        for scenario in SCENARIOS
    ]
    sample = sample_history()
    if sample is not None:
        tables.append(report("sample", [sample]))
    print(f"precision@{K} and mean reciprocal rank on the held-out following year")
    print(pd.concat(tables).round(3).to_string())
    if sample is None:
        print("no sample workbooks found: simulated histories only")
    return 0


if __name__ == "__main__":
    sys.exit(main())
