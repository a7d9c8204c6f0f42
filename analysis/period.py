"""A period of whole years, and the records of use that lie in it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data.columns import YEAR


@dataclass(frozen=True, order=True)
class Period:
    """The years `first` up to and including `last`; ValueError when that is no period."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @property
    def label(self) -> str:
        """What a reader calls it: `2018`, or `2018–2020`."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def years(self) -> range:
        """Its years, in order."""
        return range(self.first, self.last + 1)

    def previous(self) -> Period:
        """The equally long period just before."""
        length = len(self.years)
        return Period(self.first - length, self.last - length)

    def select(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows whose `year` lies in the period; same columns and index labels."""
        years = frame[YEAR]
        if years.is_monotonic_increasing:  # as stored use is: a slice, where a mask would copy
            first, end = years.searchsorted([self.first, self.last + 1])
            return frame.iloc[first:end]
        return frame[years.between(self.first, self.last)]
