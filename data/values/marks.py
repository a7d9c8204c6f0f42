"""What a spreadsheet shows of its cells besides their values: hidden, struck through, and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# What the format of a number shows instead of it; any other words stand beside the number.
MONTH, YEAR = "jjjj-mm", "jjjj"  # of a date nothing more
CLOCK = "uu:mm"  # 130 as 1:30
MINUS = "-"
SCALE = "÷"  # with the number by which what is stored is divided

Places = Mapping[int, frozenset[int]]
"""Row -> columns, both as Excel counts them, from 1."""


@dataclass(frozen=True)
class Marks:
    """The marks of a sheet; rows and columns are Excel's numbers.

    `filtered` says that a filter is what hides the rows. `struck` are the cells that are struck
    through, wholly or in part; `unseen` those whose letters are white, or whose format shows
    nothing. `unworked` are formulas of which the file holds no outcome. `shown_as` gives the words
    that the format of a number adds to it, such as `dagen`, by column. `from_1904` says that dates
    count from 1904. `far` are cells that were left out, because they stand beyond the limits.
    `notes` are the remarks at cells, row -> column -> text; those of row 0 are shown at every cell
    of their column. `said` is what stands in boxes over the sheet, and in the margins of its print.
    `coloured` gives the colours of cells, row -> column -> a name for the colour. `striking` are
    rules of format that strike rows through: the first row, the last row and the condition.
    """

    hidden_rows: frozenset[int] = frozenset()
    filtered: bool = False
    hidden_columns: frozenset[int] = frozenset()
    struck: Places = field(default_factory=dict)
    unworked: Places = field(default_factory=dict)
    shown_as: Mapping[int, Mapping[str, frozenset[int]]] = field(default_factory=dict)
    from_1904: bool = False
    unseen: Places = field(default_factory=dict)
    far: tuple[str, ...] = ()
    notes: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    coloured: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    striking: tuple[tuple[int, int, str], ...] = ()

    def __bool__(self) -> bool:
        return self != NO_MARKS


NO_MARKS = Marks()
