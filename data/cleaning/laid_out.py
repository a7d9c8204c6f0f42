"""Cells laid out as rows of their own: one per filled cell, with what its headings say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import cell_at
from data.cells.text import cell_text
from data.cleaning import messages
from data.values.candidates import Candidates
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.layouts import IN_FILE_NAME, IN_SHEET_NAME, IN_TITLE, StatedPeriod
from data.values.results import Fault, RejectedRow
from texts import Message, Sentence

PERIOD = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)

NO_PERIOD = messages.PERIOD_NOWHERE()
STATED: Mapping[str, Sentence] = {
    IN_TITLE: messages.PERIOD_FROM_TITLE,
    IN_SHEET_NAME: messages.PERIOD_FROM_SHEET_NAME,
    IN_FILE_NAME: messages.PERIOD_FROM_FILE_NAME,
}
BARE_AMOUNTS: Mapping[str, Message] = {
    c.BUDGETED: messages.AMOUNTS_SAID_BUDGETED(),
    c.ACTUAL: messages.AMOUNTS_SAID_SPENT(),
    "": messages.AMOUNTS_TAKEN_AS_BUDGETED(),
}
WHICH_KIND = messages.AMOUNT_KIND_TWICE()


@dataclass
class CellCandidates(Candidates):
    """Cells that may be records: each is a row of its own, that knows where it stands.

    `origins` gives per row the place of the sheet's row and the heading of the cell; `sheet` is
    what they stand on, `shown` the table as a reader sees it, `labels` says which column stands
    where. A fault stands in the cell itself, or in its label. `partners` are the headings of the
    hours that go with a number of uses, by row.
    """

    sheet: Sheet = field(default_factory=lambda: Sheet("", []))
    shown: Table = field(default_factory=lambda: Table(c.USAGE, 0, ()))
    origins: Sequence[tuple[int, Heading]] = ()
    labels: Mapping[str, int] = field(default_factory=dict)
    partners: Mapping[int, Heading] = field(default_factory=dict)

    def row_on_sheet(self, row: int) -> Sequence[Cell]:
        """The row of the sheet that a cell stands in."""
        return self.sheet.rows[self.origins[row][0]]

    def places_on_sheet(self, _row: int) -> set[int]:
        """Where the cell and its labels stand."""
        return {self.origins[_row][1].position, *self.labels.values()}

    def rejected_rows(self) -> Iterator[RejectedRow]:
        """The rejected cells; one that goes with another is rejected with it."""
        rows = [row for row in sorted(self._faults) for _ in range(1 + (row in self.partners))]
        return (self._rejected(row) for row in rows)

    def _rejected(self, row: int) -> RejectedRow:
        """The row of a rejected cell, with its labels and without the other cells."""
        index, heading = self.origins[row]
        partner = self.partners.get(row, heading)
        own = {heading.position, partner.position, *self.labels.values()}
        whole = self.sheet.rows[index]
        cells = tuple(cell_text(cell) if at in own else "" for at, cell in enumerate(whole))
        return RejectedRow(self.sheet.first_row + index, cells, self._faults_of(row))

    def _faults_of(self, row: int) -> tuple[Fault, ...]:
        index, heading = self.origins[row]
        texts = {h.position: h.text for h in self.shown.headings} | {heading.position: heading.text}
        partner = self.partners.get(row)
        own = {c.HOURS: partner.position} if partner else {}
        texts |= {partner.position: partner.text} if partner else {}
        places = {k: own.get(k, self.labels.get(k, heading.position)) for k in self._faults[row]}
        return tuple(
            Fault(
                self.sheet.first_row + index,
                texts.get(place, ""),
                cell_text(cell_at(self.sheet.rows[index], place)),
                self._faults[row][column][1],
            )
            for column, place in sorted(places.items(), key=lambda x: x[1])
        )


@dataclass
class RowOfCellsCandidates(CellCandidates):
    """Cells that are taken or rejected together with the others in their row."""

    @property
    def accepted(self) -> np.ndarray:
        """Which cells stand in a row without any fault."""
        faulty = {self.origins[row][0] for row in self._faults}
        return np.array([index not in faulty for index, _ in self.origins], bool)

    def rejected_rows(self) -> Iterator[RejectedRow]:
        """The rows with a fault, whole, in the order of the sheet."""
        faults: dict[int, list[Fault]] = {}
        for row in sorted(self._faults):
            found = faults.setdefault(self.origins[row][0], [])
            found += [fault for fault in self._faults_of(row) if fault not in found]
        rows = self.sheet.rows
        return (
            RejectedRow(
                self.sheet.first_row + index,
                tuple(map(cell_text, rows[index])),
                tuple(faults[index]),
            )
            for index in sorted(faults)
        )


def with_stated(told: dict[str, Cell], stated: StatedPeriod | None) -> dict[str, Cell]:
    """What a cell's headings and labels say of its period, completed by what holds for all."""
    if not stated or told.keys() & {c.YEAR, c.DATE}:
        return told
    has_part = bool(told.keys() & {c.MONTH, c.QUARTER})
    return told | {k: v for k, v in stated.parts.items() if k == c.YEAR or not has_part}
