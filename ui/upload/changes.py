"""What an upload, or taking one back, changed: the figures before and after."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.columns import DEPARTMENT, THEME, YEAR
from texts import translate as _
from ui import formats, loaders


@dataclass(frozen=True)
class Figures:
    """What is counted before and after: records per year, and the names there are."""

    uses: pd.Series
    budget_lines: pd.Series
    departments: frozenset[str]
    themes: frozenset[str]

    @classmethod
    def now(cls) -> Figures:
        """The figures of the store as it is."""
        return cls(
            _per_year(loaders.usage()),
            _per_year(loaders.budget()),
            frozenset(loaders.departments()[DEPARTMENT].astype(str)),
            frozenset(loaders.themes()[THEME].astype(str)),
        )


def _per_year(records: pd.DataFrame) -> pd.Series:
    return records.groupby(YEAR, observed=True).size() if len(records) else pd.Series(dtype=int)


@dataclass(frozen=True)
class Changes:
    """The difference between two `Figures`."""

    before: Figures
    after: Figures

    def uses_by_year(self) -> pd.DataFrame:
        """Year, uses before, uses after and difference, for the years that changed."""
        return _compare(self.before.uses, self.after.uses)

    def budget_by_year(self) -> pd.DataFrame:
        """The same for budget lines."""
        return _compare(self.before.budget_lines, self.after.budget_lines)

    @property
    def new_years(self) -> list[int]:
        """The years that had no use before."""
        return sorted(int(y) for y in set(self.after.uses.index) - set(self.before.uses.index))

    @property
    def departments(self) -> list[str]:
        """The departments that came or went."""
        return sorted(self.before.departments ^ self.after.departments)

    @property
    def themes(self) -> list[str]:
        """The themes that came or went."""
        return sorted(self.before.themes ^ self.after.themes)


def _compare(before: pd.Series, after: pd.Series) -> pd.DataFrame:
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
