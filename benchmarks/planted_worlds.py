"""Cities of which is known what approaching a department adds, because it was planted.

A department *needs* a theme more or less, and *knows of* it or not. Known and needed is used: as
often as the need, by chance. Every year some of what is known is forgotten, and some that is not
known comes up by itself. Theme groups reach whoever has the need, known or not. Approaching makes a
theme known in `SUCCESS` of the cases; its uplift is the chance of use in the year after it, less
the chance of use without it. What drives the need is the world: the domain, popular themes, a taste
that nobody sees, all three, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.columns import (
    CHANNEL,
    CHANNELS,
    DATE,
    DEPARTMENT,
    DIRECT,
    DOMAIN,
    HOURS,
    NETWORK,
    PILLAR,
    TASK,
    THEME,
    YEAR,
)
from data.fields.choices import CLASSES

WORLDS = ("domain", "popularity", "hidden taste", "mixed", "chance")
FIRST_YEAR, YEARS = 2018, 5
DEPARTMENTS, THEMES = 16, 10
DOMAIN_SIZES = (5, 5, 1, 3, 2)  # as uneven as they are in a municipality
USES = 75  # direct and through the network, in a year
NETWORK_PART = 0.15
FORGOTTEN, COME_UP = 0.2, 0.1  # in a year, of what is known and of what is not
KNOWN = COME_UP / (COME_UP + FORGOTTEN)  # so that it stays alike through the years
SUCCESS = 0.4

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


class Frames(NamedTuple):
    """The frames of one municipality, as `cell_states` takes them."""

    usage: pd.DataFrame
    departments: pd.DataFrame
    themes: pd.DataFrame
    relevance: pd.DataFrame
    reported: pd.DataFrame


class City(NamedTuple):
    """A municipality, and what was planted in it: per department and theme, and year."""

    frames: Frames
    need: Floats  # uses a year when it is known
    known: Bools
    used: Bools

    def uplift(self, year: int) -> Floats:
        """What approaching at the end of a year adds to the chance of use in the next."""
        known = np.where(self.known[year - FIRST_YEAR], 1 - FORGOTTEN, COME_UP)
        return np.asarray(SUCCESS * (1 - known) * (1 - np.exp(-self.need)))


def cities(
    world: str, n: int, *, uses: int = USES, alike: float = 0.0, groups_tell: bool = True
) -> Iterator[City]:
    """The first `n` cities of a world.

    `alike` is the part of their pull that they share; without `groups_tell` theme groups reach
    anybody, needed or not.
    """
    pull = _pull(world, np.random.default_rng(1))
    for seed in range(n):
        rng = np.random.default_rng([seed, uses])
        domain = rng.permutation(np.repeat(np.arange(5), DOMAIN_SIZES))
        own = _pull(world, rng)
        mixed = np.sqrt(alike) * pull[domain] + np.sqrt(1 - alike) * own[domain]
        if world == "hidden taste":
            mixed += 1.5 * rng.normal(size=(DEPARTMENTS, 2)) @ rng.normal(size=(2, THEMES))
        if world == "mixed":
            mixed += 0.5 * rng.normal(size=(DEPARTMENTS, 2)) @ rng.normal(size=(2, THEMES))
        yield _city(mixed, domain, rng, uses, groups_tell)


def _pull(world: str, rng: np.random.Generator) -> Floats:
    """Per domain and theme, what makes its departments need it."""
    by_domain = rng.normal(size=(5, THEMES))
    popular = np.tile(rng.normal(size=THEMES), (5, 1))
    parts = {"domain": (1.5, 0.0), "popularity": (0.0, 1.5), "mixed": (1.0, 0.7)}
    of_domain, of_theme = parts.get(world, (0.0, 0.0))
    return np.asarray(of_domain * by_domain + of_theme * popular)


def _city(
    pull: Floats,
    domain: npt.NDArray[np.int64],
    rng: np.random.Generator,
    uses: int,
    groups_tell: bool,
) -> City:
    relevant = rng.random(pull.shape) < 0.8
    busy = rng.normal(scale=0.8, size=(DEPARTMENTS, 1))
    need = np.exp(pull + busy) * relevant
    need *= uses * (1 - NETWORK_PART) / (need.sum() * KNOWN)
    through_network = need * KNOWN * NETWORK_PART / (1 - NETWORK_PART)
    if not groups_tell:
        through_network = relevant * through_network.sum() / relevant.sum()
    known = [rng.random(pull.shape) < KNOWN]
    for _ in range(YEARS - 1):
        chance = rng.random(pull.shape)
        known.append(np.where(known[-1], chance >= FORGOTTEN, chance < COME_UP))
    counts = {
        DIRECT: rng.poisson(need * np.array(known)),
        NETWORK: rng.poisson(np.broadcast_to(through_network, (YEARS, *pull.shape))),
    }
    return City(_frames(counts, domain, relevant), need, np.array(known), counts[DIRECT] > 0)


def _frames(
    counts: dict[str, npt.NDArray[np.int64]], domain: npt.NDArray[np.int64], relevant: Bools
) -> Frames:
    departments = pd.DataFrame({DEPARTMENT: [f"D{i:02}" for i in range(DEPARTMENTS)]})
    departments[DOMAIN] = [CLASSES[DOMAIN][i] for i in domain]
    themes = pd.DataFrame({THEME: [f"T{i:02}" for i in range(THEMES)]})
    themes[PILLAR] = [CLASSES[PILLAR][i % 4] for i in range(THEMES)]
    themes[TASK] = [CLASSES[TASK][i % 5] for i in range(THEMES)]
    relevance = departments[[DEPARTMENT]].merge(themes[[THEME]], how="cross")
    relevance["relevant"] = relevant.ravel()
    lines = departments[[DEPARTMENT]].merge(pd.DataFrame({CHANNEL: CHANNELS}), how="cross")
    reported = lines.assign(
        first_day=pd.Timestamp(FIRST_YEAR, 1, 1),
        last_day=pd.Timestamp(FIRST_YEAR + YEARS - 1, 12, 31),
        themes=None,
    )
    parts = [_records(found, channel, departments, themes) for channel, found in counts.items()]
    usage = pd.concat(parts, ignore_index=True).sort_values(DATE, ignore_index=True)
    return Frames(usage, departments, themes, relevance, reported)


def _records(
    counts: npt.NDArray[np.int64], channel: str, departments: pd.DataFrame, themes: pd.DataFrame
) -> pd.DataFrame:
    year, row, column = (np.repeat(at, counts[counts > 0]) for at in np.nonzero(counts))
    years = pd.Series(year + FIRST_YEAR)
    return pd.DataFrame({
        DATE: pd.to_datetime(years.astype("str") + "-06-15"),
        YEAR: years,
        DEPARTMENT: departments[DEPARTMENT].to_numpy()[row],
        THEME: themes[THEME].to_numpy()[column],
        CHANNEL: channel,
        HOURS: 1.0,
    })  # fmt: skip
