"""The cells of a crosstab, laid out as rows: one per filled cell, so that they can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.counts import parse_uses
from data.cells.hours_heading import tells_hours
from data.cells.money import tells_thousands
from data.cells.predicates import cell_at, is_blank, is_number
from data.cells.tick_marks import ticks_as_ones
from data.cleaning import messages
from data.cleaning.crosstab_cells import cells_to_read
from data.cleaning.laid_out import (
    BARE_AMOUNTS,
    NO_PERIOD,
    PERIOD,
    STATED,
    WHICH_KIND,
    CellCandidates,
    with_stated,
)
from data.values.candidates import Candidates
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.layouts import USES, ColumnHeading, Crosstab, StatedPeriod
from texts import Message

_LAID_OUT = (c.DEPARTMENT, c.THEME, *PERIOD)


@dataclass(frozen=True)
class CellsFound:
    """The filled cells under a crosstab's headings: candidates, and why others are skipped."""

    candidates: CellCandidates
    skipped: Counter[str]

    @property
    def count(self) -> int:
        """How many cells may be read: the candidates, and the hours that go with one of them."""
        return len(self.candidates) + len(self.candidates.partners)

    @property
    def counts_uses(self) -> bool:
        """Whether cells say how many uses there were."""
        return self.candidates.heading(USES) is not None


def lay_out(sheet: Sheet, crosstab: Crosstab, said_unit: int | None = None) -> CellsFound:
    """Every filled cell of a crosstab as a row with department, theme, period and value."""
    if crosstab.ticks:
        sheet = replace(sheet, rows=[ticks_as_ones(row) for row in sheet.rows])
    found, skipped = cells_to_read(sheet, crosstab)
    return _candidates(sheet, crosstab, found, skipped, said_unit)


def _candidates(
    sheet: Sheet,
    crosstab: Crosstab,
    found: Sequence[tuple[int, ColumnHeading]],
    skipped: Counter[str],
    said_unit: int | None,
) -> CellsFound:
    kind = crosstab.table.kind
    found, partners = _paired(crosstab, found)
    values = [sheet.rows[index][heading.place] for index, heading in found]
    around = crosstab.around
    measure = around.amount_kind or c.AMOUNT if kind == c.BUDGET else _measure(crosstab, values)
    measures = [USES, c.HOURS] if partners else [measure]
    stated = crosstab.around.period
    rows = [
        [
            *_laid_out(sheet, crosstab, index, heading, stated),
            *_measured(sheet.rows[index], heading, partners.get(row), measures),
        ]
        for row, (index, heading) in enumerate(found)
    ]
    tells_unit = tells_hours if measure == c.HOURS else tells_thousands
    unit = next(filter(tells_unit, around.texts), "")
    headings = tuple(
        Heading(place, unit if name in measures else "", name)
        for place, name in enumerate((*_LAID_OUT, *measures))
    )
    candidates = CellCandidates(
        table=Table(kind, crosstab.table.header_row, headings, crosstab.table.layout),
        rows=rows,
        numbers=[sheet.first_row + index for index, _ in found],
        surroundings=[*around.texts, *(x.text for x in crosstab.cells), *sheet.marks.said],
        said_unit=said_unit,
        sheet=sheet,
        origins=[(index, _as_heading(x)) for index, x in found],
        partners={row: _as_heading(x) for row, x in partners.items()},
        labels=crosstab.labels,
        shown=crosstab.table,
    )
    _reject_unstated(candidates)
    if measure == c.AMOUNT and around.speaks_of_both:
        for row in range(len(candidates)):
            candidates.reject(row, c.AMOUNT, WHICH_KIND)
    candidates.remarks += _remarks(crosstab, _PAIRED if partners else measure, stated, found)
    return CellsFound(candidates, skipped)


def _as_heading(heading: ColumnHeading) -> Heading:
    return Heading(heading.place, heading.text, None)


def _paired(
    crosstab: Crosstab, found: Sequence[tuple[int, ColumnHeading]]
) -> tuple[list[tuple[int, ColumnHeading]], dict[int, ColumnHeading]]:
    """The cells, and for a number of uses (its place in the list) the hours that go with it.

    `Aantal` and `Uren` under one theme tell of the same uses.
    """
    if {x.measure for x in crosstab.cells if not x.total} < {USES, c.HOURS}:
        return list(found), {}
    of_hours = {(index, _about(x)): x for index, x in found if x.measure == c.HOURS}
    taken = {(i, _about(x)) for i, x in found if x.measure == USES} & of_hours.keys()
    kept = [(i, x) for i, x in found if x.measure != c.HOURS or (i, _about(x)) not in taken]
    counted = enumerate(kept)
    return kept, {
        row: of_hours[i, _about(x)]
        for row, (i, x) in counted
        if x.measure == USES and (i, _about(x)) in taken
    }


def _about(heading: ColumnHeading) -> tuple[object, ...]:
    return heading.name, *sorted(heading.period.items())


def _measured(
    row: Sequence[Cell],
    heading: ColumnHeading,
    partner: ColumnHeading | None,
    measures: Sequence[str],
) -> list[Cell]:
    """The values of a cell, each in the column of its measure."""
    if len(measures) == 1:
        return [row[heading.place]]
    told = {heading.measure: row[heading.place]}
    if partner:
        told[partner.measure] = row[partner.place]
    return [told.get(measure, "") for measure in measures]


def _reject_unstated(candidates: Candidates) -> None:
    """Reject every cell of which nothing says when it was, or about what."""
    for row, cells in enumerate(candidates.rows):
        told = dict(zip(_LAID_OUT, cells, strict=False))
        if told[c.DATE] == "" and told[c.YEAR] == "":
            candidates.reject(row, c.DATE, NO_PERIOD)
        if candidates.table.kind == c.USAGE and told[c.THEME] == "":
            candidates.reject(row, c.THEME, _NO_THEME)


_NO_THEME = messages.THEME_NOWHERE()


def _laid_out(
    sheet: Sheet,
    crosstab: Crosstab,
    index: int,
    heading: ColumnHeading,
    stated: StatedPeriod | None,
) -> list[Cell]:
    """One cell as a row: department, theme, the parts of its period, its value."""
    row = sheet.rows[index]
    told: dict[str, Cell] = {
        column: cell_at(row, place)
        for column, place in crosstab.labels.items()
        if not is_blank(cell_at(row, place))
    }
    if crosstab.across:
        told[crosstab.across] = heading.name
    told |= heading.period
    told = with_stated(told, stated)
    return [told.get(column, "") for column in _LAID_OUT]


def _measure(crosstab: Crosstab, values: Sequence[Cell]) -> str:
    """Whether the cells are hours or counts of uses."""
    told = {x.measure for x in crosstab.cells if x.measure and not x.total}
    if told == {USES}:
        return USES
    if c.HOURS in told or crosstab.around.is_of_hours:
        return c.HOURS
    return c.HOURS if any(map(_has_decimals, values)) else USES


def _has_decimals(cell: Cell) -> bool:
    if isinstance(cell, str):
        return ":" in cell or ("," in cell and is_number(cell))
    return isinstance(cell, float) and not cell.is_integer()


def _remarks(
    crosstab: Crosstab,
    measure: str,
    stated: StatedPeriod | None,
    found: Sequence[tuple[int, ColumnHeading]],
) -> list[Message]:
    remarks = [_SHAPES[crosstab.across]]
    if crosstab.table.kind == c.USAGE:
        remarks.append(messages.TICKS_ARE_USES() if crosstab.ticks else _MEASURES[measure])
    elif crosstab.around.amount_kind:
        remarks.append(BARE_AMOUNTS[crosstab.around.amount_kind])
    dated = set(crosstab.labels) & {c.YEAR, c.DATE}
    dated |= set().union(*(x.period for _, x in found)) & {c.YEAR, c.DATE}
    if stated and not dated:
        remarks.append(STATED[stated.where](text=stated.text))
    return remarks


def with_uses(candidates: Candidates) -> pd.Series:
    """How many uses each cell counts, one for mere hours; faults are kept in `candidates`."""
    return candidates.parse(USES, parse_uses).series("float64").fillna(1)


def repeated(records: pd.DataFrame, uses: Sequence[float] | np.ndarray) -> pd.DataFrame:
    """The records, each as often as it counts uses, with its hours spread over them."""
    times = np.asarray(uses, "int64")
    spread = records.assign(**{c.HOURS: records[c.HOURS] / times})
    return spread.loc[records.index.repeat(times)].reset_index(drop=True)


_SHAPES = {
    c.THEME: messages.CROSSTAB_THEMES_ACROSS(),
    c.DEPARTMENT: messages.CROSSTAB_DEPARTMENTS_ACROSS(),
    "": messages.CROSSTAB_PERIODS_ACROSS(),
}
_PAIRED = "uses and hours"
_MEASURES = {
    _PAIRED: messages.NUMBERS_ARE_USES_WITH_HOURS(),
    USES: messages.NUMBERS_ARE_USES(),
    c.HOURS: messages.NUMBERS_ARE_HOURS(),
}
