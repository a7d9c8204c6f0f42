"""Uploads that tell the same amounts: which of them count for a year and a kind of amount."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from data import columns as c

# Which counts of a file that is read in and the uploads before it.
THIS, EARLIER, BOTH = "this", "earlier", "both"

_EXACT = (c.DAY_PRECISION, c.MONTH_PRECISION)
Chosen = Mapping[tuple[int, str], Mapping[int, bool]]
"""(Year, kind) -> upload -> whether it counts, as somebody decided."""


@dataclass(frozen=True)
class Source:
    """What one upload tells of a year and a kind: its file, lines and cents, its days."""

    batch_id: int
    file: str
    lines: int
    cents: int
    first: pd.Timestamp
    last: pd.Timestamp
    exact: bool


@dataclass(frozen=True)
class Rivals:
    """Uploads that may tell the same money; `counted` are those that count now.

    `open` says that nobody decided of all of them: of what nobody decided the first upload counts.
    """

    year: int
    kind: str
    sources: tuple[Source, ...]
    counted: frozenset[int]
    open: bool

    @property
    def cents(self) -> int:
        """What counts together."""
        return sum(source.cents for source in self.sources if source.batch_id in self.counted)


def rivals_in(lines: pd.DataFrame, chosen: Chosen) -> list[Rivals]:
    """The years and kinds of which several uploads tell, unless they are of different months."""
    found = []
    keys = lines[[c.YEAR, c.BUDGET_KIND]].astype({c.BUDGET_KIND: "str"}).drop_duplicates()
    for year, kind in keys.sort_values([c.YEAR, c.BUDGET_KIND]).itertuples(index=False, name=None):
        of_kind = lines[(lines[c.YEAR] == year) & (lines[c.BUDGET_KIND] == kind)]
        batches = sorted(set(of_kind[c.BATCH_ID].tolist()))
        sources = tuple(_source(batch, of_kind[of_kind[c.BATCH_ID] == batch]) for batch in batches)
        if len(sources) > 1 and not _of_other_months(sources):
            found.append(_decided(int(year), kind, sources, chosen.get((int(year), kind), {})))
    return found


def which_count(lines: pd.DataFrame, rivals: Sequence[Rivals]) -> np.ndarray:
    """Per line whether its upload counts for its year and kind."""
    counts = np.ones(len(lines), bool)
    for each in rivals:
        of_kind = (lines[c.YEAR] == each.year) & (lines[c.BUDGET_KIND] == each.kind)
        counts &= ~(of_kind & ~lines[c.BATCH_ID].isin(each.counted)).to_numpy(bool)
    return counts


def _source(batch_id: int, lines: pd.DataFrame) -> Source:
    cents = (lines[c.AMOUNT] * 100).round().astype("int64")
    return Source(
        batch_id=batch_id,
        file=str(lines[c.FILE].iloc[0]),
        lines=len(lines),
        cents=int(cents.sum()),
        first=lines[c.DATE].min(),
        last=lines[c.DATE].max(),
        exact=bool(lines[c.DATE_PRECISION].isin(_EXACT).all()),
    )


def _of_other_months(sources: Sequence[Source]) -> bool:
    """Whether the uploads hold bookings of months that do not overlap: other money for certain."""
    if not all(source.exact for source in sources):
        return False
    ordered = sorted(sources, key=lambda source: source.first)
    return all(one.last.to_period("M") < two.first.to_period("M") for one, two in pairwise(ordered))


def _decided(year: int, kind: str, sources: tuple[Source, ...], said: Mapping[int, bool]) -> Rivals:
    known = {source.batch_id for source in sources} & said.keys()
    counted = frozenset(batch for batch in known if said[batch])
    if not known:
        counted = frozenset({min(source.batch_id for source in sources)})
    return Rivals(year, kind, sources, counted, open=len(known) < len(sources))
