"""What an upload, or taking one back, changed: the figures before and after."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from analysis.period import Period
from data.columns import DEPARTMENT, PLANNED, STATE, THEME, USED, YEAR
from data.states import WHITE
from texts import translate as _
from ui.shared import computed, formats, loaders

Cell = tuple[int, str, str]  # year, department, theme

_WHITE_SPOTS = [*WHITE, PLANNED]
_SHARES = ("reach", "coverage")
_COUNTS = [f"{share}_{part}" for share in _SHARES for part in ("k", "n")]


def _no_shares() -> pd.DataFrame:
    return pd.DataFrame(columns=_COUNTS, dtype="int64")


@dataclass(frozen=True)
class Figures:
    """What is counted before and after: records per year, the names there are, what is reached.

    `shares` holds per year k and n of reach and coverage; `spots` and `used` are the cells that
    were a white spot, and those in use, in a year.
    """

    uses: pd.Series
    budget_lines: pd.Series
    departments: frozenset[str]
    themes: frozenset[str]
    shares: pd.DataFrame = field(default_factory=_no_shares)
    spots: frozenset[Cell] = frozenset()
    used: frozenset[Cell] = frozenset()

    @classmethod
    def now(cls) -> Figures:
        """The figures of the store as it is."""
        measures = computed.through_the_years().set_index(YEAR)
        return cls(
            _per_year(loaders.usage()),
            _per_year(loaders.budget()),
            frozenset(loaders.departments()[DEPARTMENT].astype(str)),
            frozenset(loaders.themes()[THEME].astype(str)),
            measures[_COUNTS].astype("int64"),
            *_cells([int(year) for year in measures.index]),
        )


def _per_year(records: pd.DataFrame) -> pd.Series:
    return records.groupby(YEAR, observed=True).size() if len(records) else pd.Series(dtype=int)


def _cells(years: list[int]) -> tuple[frozenset[Cell], frozenset[Cell]]:
    """The white spots, and the cells in use, of each of the years."""
    spots: set[Cell] = set()
    used: set[Cell] = set()
    for year in years:
        cells = computed.cells(Period(year, year))
        for found, states in ((spots, _WHITE_SPOTS), (used, [USED])):
            chosen = cells[cells["relevant"] & cells[STATE].isin(states)]
            pairs = zip(chosen[DEPARTMENT], chosen[THEME], strict=True)
            found |= {(year, str(department), str(theme)) for department, theme in pairs}
    return frozenset(spots), frozenset(used)


@dataclass(frozen=True)
class Changes:
    """The difference between two `Figures`."""

    before: Figures
    after: Figures

    def uses_by_year(self) -> pd.DataFrame:
        """Year, uses before, uses after and difference, for the years that changed."""
        return compare_counts(self.before.uses, self.after.uses)

    def budget_by_year(self) -> pd.DataFrame:
        """The same for budget lines."""
        return compare_counts(self.before.budget_lines, self.after.budget_lines)

    def shares_by_year(self) -> pd.DataFrame:
        """Year, reach and coverage as `k of n → k of n`, for the years that changed."""
        years = sorted({*self.before.shares.index, *self.after.shares.index})
        both = [f.shares.reindex(years, fill_value=0) for f in (self.before, self.after)]
        changed = [year for year in years if not both[0].loc[year].equals(both[1].loc[year])]
        columns = {_("Year"): [str(year) for year in changed]}
        for share, name in (("reach", _("Reach")), ("coverage", _("Coverage"))):
            columns[name] = [
                " → ".join(_share(shares, year, share) for shares in both) for year in changed
            ]
        return pd.DataFrame(columns, dtype="str")

    @property
    def new_years(self) -> list[int]:
        """The years that had no use before."""
        return sorted(int(y) for y in set(self.after.uses.index) - set(self.before.uses.index))

    @property
    def new_names(self) -> tuple[list[str], list[str]]:
        """The departments and the themes that came."""
        return _beyond(self.after, self.before)

    @property
    def gone_names(self) -> tuple[list[str], list[str]]:
        """The departments and the themes that went."""
        return _beyond(self.before, self.after)

    @property
    def closed_spots(self) -> list[Cell]:
        """The white spots that came into use, the latest year first."""
        return _latest_first(self.before.spots & self.after.used)

    @property
    def opened_spots(self) -> list[Cell]:
        """What was in use and is a white spot again, the latest year first."""
        return _latest_first(self.after.spots & self.before.used)


def _beyond(these: Figures, those: Figures) -> tuple[list[str], list[str]]:
    return sorted(these.departments - those.departments), sorted(these.themes - those.themes)


def _latest_first(cells: frozenset[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: (-cell[0], cell[1:]))


def _share(shares: pd.DataFrame, year: int, share: str) -> str:
    k, n = (int(shares[f"{share}_{part}"][year]) for part in ("k", "n"))
    if not n:
        return formats.not_applicable()
    return _("{k} of {n}").format(k=formats.number(k), n=formats.number(n))


def compare_counts(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """Year, before, after and difference, for the years in which two counts differ."""
    both = pd.DataFrame({"before": before, "after": after}).fillna(0).astype(int).sort_index()
    changed = both[both["before"] != both["after"]]
    return pd.DataFrame(
        {
            _("Year"): [str(year) for year in changed.index],
            _("Before"): [formats.number(n) for n in changed["before"]],
            _("After"): [formats.number(n) for n in changed["after"]],
            _("Difference"): [formats.signed(n) for n in changed["after"] - changed["before"]],
        },
        dtype="str",
    )
