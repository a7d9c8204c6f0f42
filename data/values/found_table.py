"""A table found on a sheet: its kind, its headings, what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass

# How a table is laid out.
LIST = "list"


WIDE = "wide"


CROSSTAB = "crosstab"


@dataclass(frozen=True)
class Heading:
    """One heading of a table and what it was taken to mean.

    `position` is its place in the sheet's rows, from 0; `column` a name of `data.columns`, or None
    for a column that is not needed; `how` is `known`, `similar`, `remembered`, `chosen` (by a
    person) or `ignored`. `period` holds the parts of a period that the heading names for the
    amounts under it: pairs of `year`, `quarter`, `month` or `date` and the text. `rival` is the
    column that it would have been, had another heading not been better.
    """

    position: int
    text: str
    column: str | None
    how: str = "known"
    period: tuple[tuple[str, str], ...] = ()
    rival: str = ""


@dataclass(frozen=True)
class Table:
    """A table found on a sheet.

    `header_row` is Excel's number of the (lowest) heading row; `headings` are in sheet order.
    `format` is the key of a finance export (`data.finance.formats`), empty for any other table.
    """

    kind: str
    header_row: int
    headings: tuple[Heading, ...]
    layout: str = LIST
    format: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """Heading -> column, for the columns that are read."""
        return {h.text: h.column for h in self.headings if h.column}

    @property
    def ignored_columns(self) -> list[str]:
        """The headings of the columns that are left out."""
        return [h.text for h in self.headings if not h.column and h.text]
