"""The mark in a workbook with rows to mend: of which file it is, and where its sheets stood there.

A hidden sheet holds it, so that it survives another file name and being saved by another program.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.cells.cell import Cell
from data.mending import corrections_text as said
from data.mending import messages
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.grid import Sheet
from data.values.marks import NO_MARKS
from data.values.opened_file import MendedSheet
from data.values.unreadable import UnreadableFileError

TITLE = "_verbredingsmonitor"  # of the hidden sheet
_SIGN = "verbredingsmonitor.mending.1"
_SAID = "corrections"
_HIDDEN = "hidden"
_RUN = re.compile(r"(\d{1,9})-(\d{1,9})")
_PART = 30_000  # of a text that may be longer than a cell can hold

Runs = tuple[tuple[int, int], ...]
"""Numbers of rows in order, as the first and the last of each run."""


@dataclass(frozen=True)
class MarkedSheet:
    """One sheet of the workbook: `title` is its name there, `sheet` its name in the file.

    `first_column` is where its cells begin, as Excel counts. `row_heading` and `reason_heading` are
    the headings of the two columns that were added: the row in the file, and what is wrong.
    `hidden` are the rows of the file that it hides: here a filter decides what is shown.
    """

    title: str
    sheet: str
    first_column: int
    row_heading: str
    reason_heading: str
    hidden: Runs = ()

    def hides(self, row: int) -> bool:
        """Whether the file hides this row of it."""
        at = bisect_right(self.hidden, row, key=lambda run: run[0]) - 1
        return at >= 0 and row <= self.hidden[at][1]


def runs_of(rows: Iterable[int]) -> Runs:
    """The rows as runs."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row <= found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


@dataclass(frozen=True)
class Mark:
    """Of which file a workbook holds rows to mend: its sha-256, its name, its sheets.

    `about` is the sheet that says what to do, `""` for none; `corrections` is what a person said
    of the file.
    """

    sha256: str
    file_name: str
    sheets: tuple[MarkedSheet, ...]
    about: str = ""
    corrections: Corrections = NO_CORRECTIONS

    def rows(self) -> Iterator[list[str]]:
        """What the hidden sheet holds; `find_mark` reads it back."""
        yield [_SIGN, self.sha256, self.file_name, self.about]
        yield [_SAID, *_parts(said.encode(self.corrections))]
        for s in self.sheets:
            hidden = ",".join([_HIDDEN, *(f"{first}-{last}" for first, last in s.hidden)])
            own = [s.title, s.sheet, str(s.first_column), s.row_heading, s.reason_heading]
            yield [*own, *(_parts(hidden) if s.hidden else [])]


def _parts(text: str) -> list[str]:
    return [text[i : i + _PART] for i in range(0, len(text), _PART)]


def find_mark(sheets: Sequence[Sheet]) -> Mark | None:
    """The mark that one of these sheets holds; None for any other workbook."""
    for sheet in sheets:
        if _is_mark(sheet):
            rows = [list(map(str, row)) for row in sheet.rows]
            first, second, *others = [*rows, []] if len(rows) > 1 else [*rows, [], []]
            _sign, sha256, file_name, about = [*first, "", "", ""][:4]
            corrections = said.decode("".join(second[1:]))
            return Mark(sha256, file_name, tuple(_marked(others)), about, corrections)
    return None


def _marked(rows: Sequence[list[str]]) -> Iterator[MarkedSheet]:
    for row in rows:
        title, sheet, column, row_heading, reason_heading = [*row, "", "", "", "", ""][:5]
        found = _RUN.findall("".join(row[5:]))
        hidden = tuple((int(first), int(last)) for first, last in found)
        if column.isdigit():
            yield MarkedSheet(title, sheet, int(column), row_heading, reason_heading, hidden)


def taken_apart(sheets: Sequence[Sheet], mark: Mark) -> list[MendedSheet]:
    """The sheets as they stood in the file, without what was added; others come through whole.

    A sheet that got another name is recognised by its added columns. Raises `UnreadableFileError`
    when a sheet lost the column that says which row is which.
    """
    left = [s for s in sheets if s.name != mark.about and not _is_mark(s)]
    marked = {m.title: m for m in mark.sheets}
    renamed = [m for m in mark.sheets if m.title not in {s.name for s in left}]
    found = []
    for sheet in left:
        about = marked.get(sheet.name) or next((m for m in renamed if _has_columns(sheet, m)), None)
        if about in renamed:
            renamed.remove(about)
        found.append(_without_columns(sheet, about) if about else MendedSheet(sheet, {}))
    return found


def _is_mark(sheet: Sheet) -> bool:
    return bool(sheet.rows and sheet.rows[0] and sheet.rows[0][0] == _SIGN)


def _has_columns(sheet: Sheet, about: MarkedSheet) -> bool:
    return about.row_heading in _places(sheet, about) and len(_places(sheet, about)) > 1


def _places(sheet: Sheet, about: MarkedSheet) -> dict[str, int]:
    """Where the added columns stand: heading -> position, as far as they are there."""
    headings = (about.row_heading, about.reason_heading)
    for row in sheet.rows:
        found = {str(cell): place for place, cell in enumerate(row) if cell in headings}
        if about.row_heading in found:
            return found
    return {}


def _without_columns(sheet: Sheet, about: MarkedSheet) -> MendedSheet:
    places = _places(sheet, about)
    if about.row_heading not in places:
        lacking = messages.MENDED_SHEET_LACKS_COLUMN
        raise UnreadableFileError(lacking(sheet=sheet.name, column=about.row_heading))
    at, added = places[about.row_heading], set(places.values())
    numbered = {sheet.first_row + i: _row_number(row, at) for i, row in enumerate(sheet.rows)}
    origins = {row: origin for row, origin in numbered.items() if origin}
    shift = max(0, sheet.first_column - about.first_column)
    rows = [[*[""] * shift, *_kept(row, added)] for row in sheet.rows]
    stood = replace(
        sheet,
        name=about.sheet,
        rows=[_trimmed(row) for row in rows],
        first_column=sheet.first_column - shift,
        marks=replace(
            NO_MARKS,  # the others are ours: a filter shows the rejected rows
            hidden_rows=frozenset(row for row, origin in origins.items() if about.hides(origin)),
            struck=sheet.marks.struck,
        ),
    )
    return MendedSheet(stood, origins)


def _kept(row: Sequence[Cell], added: set[int]) -> list[Cell]:
    return [cell for place, cell in enumerate(row) if place not in added]


def _trimmed(row: list[Cell]) -> list[Cell]:
    while row and row[-1] == "":
        row.pop()
    return row


def _row_number(row: Sequence[Cell], at: int) -> int:
    """The number of a row that stands in this place; 0 for anything else."""
    cell = row[at] if at < len(row) else ""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return 0
    return int(cell) if float(cell).is_integer() and cell > 0 else 0
