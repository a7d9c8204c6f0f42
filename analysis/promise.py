"""How much a place in a list says: what became of such places in the years before.

A word, no chance: of a city with some sixty white spots and five years too little is known for a
number. All departments and years count together, and thirds of a list that do not come in the
expected order are taken together, so that what differs by chance gets the same word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import pandas as pd

from analysis.cells import cell_states
from analysis.findings.register import Register
from analysis.opportunities import LISTS, rank_opportunities
from analysis.period import Period
from analysis.reporting import Reports
from analysis.shares import Share, share_of
from data.columns import DEPARTMENT, STATE, THEME, USED

LIKELY, POSSIBLE, UNSURE = "likely", "possible", "unsure"
BANDS = 3
YEARS_BACK = 5
# With fewer that came into use nothing can be told apart.
LEAST_USED = 5
CHANCE = 0.05


@dataclass(frozen=True)
class TrackRecord:
    """Of the places of a list in the years before: how many came into use in the year after.

    `bands`: per third of the list, from the first, those like it; `whole`: all of them.
    """

    bands: tuple[Share, ...]
    whole: Share

    def word(self, band: int) -> str:
        """`likely` when such places came into use more often than the list as a whole, beyond
        chance; `possible` when as often or more; `unsure` when less often, or too few are known."""
        share, whole = self.bands[band], self.whole
        if not share.enough or whole.k < LEAST_USED:
            return UNSURE
        if _by_chance(share, whole) <= CHANCE:
            return LIKELY
        return POSSIBLE if share.k * whole.n >= whole.k * share.n else UNSURE


def _by_chance(share: Share, whole: Share) -> float:
    """How often so many of the places of the list, drawn blindly, hold as much that was used."""
    from scipy.stats import hypergeom  # takes half a second, and few pages need it

    return float(hypergeom.sf(share.k - 1, whole.n, whole.k, share.n))


def band_of(rank: int, n: int) -> int:
    """The third of a list of `n` in which a place (from 1) lies, from 0."""
    return (rank - 1) * BANDS // n


# Per list and third of it: how many places came into use in the year after, of how many.
Outcomes = Mapping[str, Sequence[tuple[int, int]]]


def track_records(register: Register, period: Period) -> Mapping[str, TrackRecord]:
    """Per list what became of its places in the five years before the end of the period.

    Ranked by each year as it would have been then, whatever anybody decided. Only departments count
    of which all of the year after is reported.
    """
    reports = register.reports()
    maps = cache(partial(map_then, register))
    years = years_before(period, reports)
    return together([outcomes(maps(year), maps(year + 1), reports, year) for year in years])


def years_before(period: Period, reports: Reports) -> list[int]:
    """The years that count: those of which, and of the year after, anything was reported."""
    last = period.last
    there = {year for year in range(last - YEARS_BACK, last + 1) if year in reports.years}
    return sorted(year for year in there if year + 1 in there)


def together(years: Sequence[Outcomes]) -> Mapping[str, TrackRecord]:
    """Per list what became of its places in all of these years."""
    found = {}
    for name in LISTS:
        thirds = [[year[name][third] for year in years] for third in range(BANDS)]
        found[name] = track_record([(sum(k for k, _ in t), sum(n for _, n in t)) for t in thirds])
    return found


def track_record(bands: Sequence[tuple[int, int]]) -> TrackRecord:
    """From (used, n) per third: those that come in the wrong order are taken together."""
    blocks: list[list[int]] = []  # used, n, how many thirds
    for k, n in bands:
        blocks.append([k, n, 1])
        while len(blocks) > 1 and blocks[-1][0] * blocks[-2][1] >= blocks[-2][0] * blocks[-1][1]:
            more = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], more, strict=True)]
    shares = tuple(share_of(k, n) for k, n, times in blocks for _ in range(times))
    return TrackRecord(shares, share_of(sum(k for k, _ in bands), sum(n for _, n in bands)))


def outcomes(cells: pd.DataFrame, later: pd.DataFrame, reports: Reports, year: int) -> Outcomes:
    """What became of the places of one year: `cells` is its map, `later` that of the year after."""
    counts = {name: [[0, 0] for _ in range(BANDS)] for name in LISTS}
    then = rank_opportunities(cells, Period(year, year))
    complete = reports.complete(Period(year + 1, year + 1))
    told = {name for name, whole in zip(reports.departments, complete, strict=True) if whole}
    used = later[later[STATE] == USED]
    came = set(zip(used[DEPARTMENT], used[THEME], strict=True))
    sizes = then["list"].value_counts()
    for name, rank, department, theme in then[["list", "rank", DEPARTMENT, THEME]].itertuples(
        index=False, name=None
    ):
        if department in told:
            line = counts[name][band_of(rank, sizes[name])]
            line[0] += (department, theme) in came
            line[1] += 1
    return {name: [(k, n) for k, n in thirds] for name, thirds in counts.items()}


def map_then(register: Register, year: int) -> pd.DataFrame:
    """The map of one year, without what anybody decided since."""
    return cell_states(
        register.usage, register.departments, register.themes, register.relevance,
        register.reported, Period(year, year),
    )  # fmt: skip
