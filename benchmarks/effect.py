"""How often does a draw say "more than chance" of what is chance, and of what is not?

    python -m benchmarks.effect

False alarms: approaching adds nothing, and what is drawn are the white spots that the page would
draw, on cities of `benchmarks.planted_worlds`, whose departments differ as much as they do there.
Power: of what is approached a quarter comes into use, of what waits as much as without approaching.
"""

from __future__ import annotations

import sys

import numpy as np

from analysis.cells import cell_states
from analysis.drawing import (
    BY_ITSELF,
    FALSE_ALARMS,
    LEAST,
    POWER,
    REACHED,
    chance_of,
    drawable,
)
from analysis.opportunities import rank_opportunities
from analysis.period import Period
from benchmarks.planted_worlds import FIRST_YEAR, WORLDS, YEARS, City, cities
from data.columns import DEPARTMENT, THEME

ROUNDS, CITIES, LOTS = 10_000, 40, 25

_known: dict[tuple[tuple[int, ...], int], float] = {}


def power(spots: int, reached: float, by_itself: float, *, rounds: int = ROUNDS) -> float:
    """How often draws of two, so many white spots together, are called more than chance."""
    rng = np.random.default_rng(11)
    draws, half = spots // LEAST, LEAST // 2
    now = rng.binomial(half, reached, (rounds, draws))
    later = rng.binomial(half, by_itself, (rounds, draws))
    # Only how many draws have one used, or two, matters: not which.
    seen = [_p(n + w, int(n.sum())) <= FALSE_ALARMS for n, w in zip(now, later, strict=True)]
    return float(np.mean(seen))


def _p(used: np.ndarray, used_now: int) -> float:
    key = (tuple(sorted(used.tolist())), used_now)
    if key not in _known:
        _known[key] = chance_of([(LEAST, k, LEAST // 2) for k in key[0]], used_now)
    return _known[key]


def drawn_spots(city: City) -> list[list[bool]]:
    """Per draw that the page would make in the last year but one: which spots come into use."""
    last = FIRST_YEAR + YEARS - 2
    cells = cell_states(*city.frames, Period(last, last))
    ranking = rank_opportunities(cells, Period(last, last))
    rows = {name: i for i, name in enumerate(city.frames.departments[DEPARTMENT])}
    columns = {name: i for i, name in enumerate(city.frames.themes[THEME])}
    return [
        [bool(city.used[-1][rows[department], columns[theme]]) for theme in themes]
        for department in rows
        if (themes := drawable(ranking, department))
    ]


def false_alarms(world: str) -> tuple[float, int]:
    """How often a city's draws are called more than chance, when approaching adds nothing."""
    rng = np.random.default_rng(13)
    alarms, spots = [], []
    for city in cities(world, CITIES):
        draws = drawn_spots(city)
        strata = [(len(used), sum(used), len(used) // 2) for used in draws]
        spots.append(sum(n for n, _used, _now in strata))
        for _ in range(LOTS):
            now = sum(sum(rng.permutation(used)[: len(used) // 2]) for used in draws)
            alarms.append(chance_of(strata, int(now)) <= FALSE_ALARMS)
    return float(np.mean(alarms)), round(float(np.mean(spots)))


def main() -> int:
    """Print false alarms per world, and power per number of white spots."""
    print(
        f"false alarms (at most {FALSE_ALARMS:.0%}), {CITIES} cities of a world, {LOTS} draws each"
    )
    for world in WORLDS:
        part, spots = false_alarms(world)
        print(f"  {world:14}{part:6.1%}   of {spots} white spots drawn in a city")
    for spots in POWER:
        alike = power(spots, BY_ITSELF, BY_ITSELF)
        print(f"  {spots:3} spots, all alike {alike:6.1%}")
    print(
        f"power: {REACHED:.0%} of what is approached comes into use, {BY_ITSELF:.1%} of what waits"
    )
    for spots, said in POWER.items():
        found = power(spots, REACHED, BY_ITSELF)
        print(f"  {spots:3} spots {found:6.1%}   (the page says {said:.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
