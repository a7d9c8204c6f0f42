"""What is known of a sheet before it is looked at: by names, by memory, by a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from data import columns as c
from data.cells.keys import plain_words
from data.values.grid import Sheet

_MOST = 0.5

Remembered = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class NamesHeard:
    """The names of departments and themes that are known, as `plain_words` makes them.

    `only` is the department that the file may tell of, when its bringer speaks for that one alone.
    """

    known: Mapping[str, Collection[str]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)  # of names, however many spellings
    only: str = ""

    def known_as(self, names: Sequence[str]) -> str:
        """`department` or `theme` when most of the names are known as such, else empty."""
        shares = {kind: self._share(names, kind) for kind in (c.DEPARTMENT, c.THEME)}
        best = max(shares, key=lambda kind: shares[kind])
        other = c.THEME if best == c.DEPARTMENT else c.DEPARTMENT
        return best if shares[best] >= _MOST and shares[best] > shares[other] else ""

    def _share(self, names: Sequence[str], kind: str) -> float:
        known = self.known.get(kind, ())
        return sum(plain_words(name) in known for name in names) / max(1, len(names))


NO_NAMES = NamesHeard()


@dataclass(frozen=True)
class Said:
    """What is known of a sheet before it is looked at.

    A person may say more: `kind`, `header_row` (Excel's number), and `columns`: place -> column.
    `names` are the departments and themes that are known, `file` is the name of the file;
    `department` is whose list it is, where the list does not say so; `budget_version` is which
    of two budgets in a wide table counts.
    """

    kind: str | None = None
    header_row: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    remembered: Remembered = field(default_factory=dict)
    names: NamesHeard = field(default_factory=NamesHeard)
    file: str = ""
    department: str = ""
    budget_version: str = ""

    def header_place(self, sheet: Sheet) -> int | None:
        """The place of the heading row in the sheet's rows, when a person points at one."""
        if not self.header_row:
            return None
        place = self.header_row - sheet.first_row
        return place if 0 <= place < len(sheet.rows) else None
