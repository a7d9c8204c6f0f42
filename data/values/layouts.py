"""How a table lies on its sheet: as a list, plain or grouped, wide, or as a crosstab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.values.found_table import Table
from data.values.grid import Sheet

IN_TITLE, IN_SHEET_NAME, IN_FILE_NAME = "title", "sheet", "file"


@dataclass(frozen=True)
class StatedPeriod:
    """A period that holds for a whole table: its parts, the text that says it, and where."""

    parts: Mapping[str, str]
    text: str
    where: str


@dataclass(frozen=True)
class Surroundings:
    """What stands around a table and holds for all of it: its texts, and what they say.

    `amount_kind` is `budget` or `actual` for amounts, empty when the texts speak of neither or of
    both; `period` is the one period that is stated.
    """

    texts: Sequence[str] = ()
    amount_kind: str = ""
    speaks_of_both: bool = False
    is_of_hours: bool = False
    period: StatedPeriod | None = None


USES = "uses"  # a measure: the number says how many uses there were


@dataclass(frozen=True)
class ColumnHeading:
    """The headings above one column, read together.

    `name` is the department or theme; `period` maps `year`, `quarter`, `month` or `date` to what
    stands there; `measure` is `hours`, `uses` or empty; `total` says that the column is worked out
    from the others; `about_row` that it tells something else.
    """

    place: int
    text: str
    name: str = ""
    period: Mapping[str, str] = field(default_factory=dict)
    measure: str = ""
    total: bool = False
    about_row: bool = False
    declared: str = ""  # `department` or `theme`, when a heading above says which names follow


@dataclass(frozen=True)
class Wide:
    """A wide table and what stands around it.

    `bare` says that some headings name only a period: their amounts are what stands around says.
    `cumulative` are the headings of amounts up to a moment, of which only the last is read;
    `income` are the places of the amounts that are subtracted.
    """

    table: Table
    around: Surroundings
    bare: bool = False
    cumulative: tuple[str, ...] = ()
    income: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Crosstab:
    """A crosstab found on a sheet.

    `first` and `last` are the places of its heading rows; `labels` says which column (of
    `data.columns`) stands where left of the cells; `cells` are the columns of cells, `across` is
    what their names are (`department`, `theme`, or empty for periods only). `ticks` says that the
    cells hold marks such as `x` instead of numbers.
    """

    table: Table
    first: int
    last: int
    labels: Mapping[str, int]
    cells: tuple[ColumnHeading, ...]
    across: str
    around: Surroundings
    label_places: tuple[int, ...]
    ticks: bool = False


@dataclass(frozen=True)
class GroupedList:
    """A list whose rows lack a column that lines above them give.

    `sheet` has those columns filled in, at places beyond its own; `lines` are the places of the
    rows that only group; `told` maps each added column to an example of a line, and `stated` is the
    period that holds for all, when no line gives one; `department` is the one of the whole list.
    """

    sheet: Sheet
    table: Table
    lines: frozenset[int]
    told: Mapping[str, str]
    stated: StatedPeriod | None = None
    department: str = ""


Layout = Table | Wide | Crosstab | GroupedList


def table_in(layout: Layout) -> Table:
    """The table that a layout holds."""
    return layout if isinstance(layout, Table) else layout.table
