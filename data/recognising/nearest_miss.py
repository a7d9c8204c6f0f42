"""Why nothing was found on a sheet: what comes nearest to a table, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from data import columns as c
from data import fields
from data.cells.cumulative import is_called_cumulative, tells_cumulative
from data.cells.figures import has_digit
from data.cells.predicates import cell_at, is_blank
from data.cells.text import shorten
from data.recognising import messages
from data.recognising.assignment import REQUIRED
from data.recognising.frame import frame_at, places_of_headings
from data.recognising.header_row import HeadingsFound, assigned_at, rows_with_headings
from data.recognising.records_across import records_stand_across
from data.values.grid import Sheet
from data.values.hints import Said
from texts import Message, Text

_ROWS_TRIED = 60
_FEWEST = 2  # columns; one alone may be chance
_LONGEST = 40  # characters of a heading
_MOST_NAMED = 6


def why_nothing(sheet: Sheet, said: Said) -> Message:
    """One sentence on a sheet without a table."""
    if all(map(is_blank, (cell for row in sheet.rows for cell in row))):
        return messages.SHEET_IS_EMPTY()
    if records_stand_across(sheet):
        return messages.RECORDS_ACROSS()
    found = _nearest(sheet, said)
    if found:
        row = sheet.first_row + found.last
        missing = [column for group in found.assignment.missing for column in group[:1]]
        if missing and _adds_up(sheet, found.last):
            return messages.COLUMNS_UP_TO_A_MOMENT(row=row)
        if missing:
            own = sorted(found.assignment.columns & _named(found.assignment.kind))
            kind = found.assignment.kind
            return messages.HEADINGS_LACK(
                row=row, found=_labels(kind, own), missing=_labels(kind, missing)
            )
        return messages.NOTHING_UNDER_HEADINGS(row=row)
    places = islice(places_of_headings(sheet), _ROWS_TRIED)
    shape = next((index for index in places if frame_at(sheet, index)), None)
    if shape is not None:
        row = sheet.first_row + shape
        added_up = _adds_up(sheet, shape)
        return (
            messages.COLUMNS_UP_TO_A_MOMENT(row=row)
            if added_up
            else messages.NUMBERS_WITHOUT_WORD()
        )
    return _unknown_headings(sheet) or messages.NO_HEADINGS()


def _adds_up(sheet: Sheet, index: int) -> bool:
    """Whether the headings in a row, or a title above them, say that numbers are cumulative."""
    headings, *above = (
        " ".join(cell for cell in row if isinstance(cell, str)) for row in sheet.rows[index::-1]
    )
    return tells_cumulative(headings) or any(map(is_called_cumulative, [sheet.name, *above]))


def _unknown_headings(sheet: Sheet) -> Message | None:
    """That the first row with some cells is one of headings: words alone, with figures below."""
    rows = [(sheet.first_row + n, row) for n, row in enumerate(sheet.rows[:_ROWS_TRIED])]
    rows = [(n, row) for n, row in rows if sum(not is_blank(cell) for cell in row) >= _FEWEST]
    if len(rows) < _FEWEST:
        return None
    (number, first), *below = rows
    words = {place: cell for place, cell in enumerate(first) if not is_blank(cell)}
    if any(map(has_digit, words.values())) or len({*words.values()}) < len(words):
        return None
    columns = ([cell_at(row, place) for _number, row in below] for place in words)
    filled = ([cell for cell in cells if not is_blank(cell)] for cells in columns)
    if not any(cells and all(map(has_digit, cells)) for cells in filled):
        return None
    named = [shorten(str(word), _LONGEST) for word in words.values()][:_MOST_NAMED]
    return messages.HEADINGS_UNKNOWN(row=number, found=named)


def _nearest(sheet: Sheet, said: Said) -> HeadingsFound | None:
    """The headings that say most, and then lack least: of use before those of a budget."""
    best: HeadingsFound | None = None
    for kind in (said.kind,) if said.kind else c.KINDS:
        for index in islice(rows_with_headings(sheet, said), _ROWS_TRIED):
            found = assigned_at(sheet, index, kind, said)
            if found and len(found.assignment.columns) >= _FEWEST and _required(found) > 0:
                best = found if best is None or _says(found) > _says(best) else best
    return best


def _says(found: HeadingsFound) -> tuple[int, float]:
    return len(found.assignment.columns), _required(found)


def _required(found: HeadingsFound) -> float:
    groups = REQUIRED[found.assignment.kind]
    return (len(groups) - len(found.assignment.missing)) / len(groups)


def _named(kind: str) -> set[str]:
    return {column for group in REQUIRED[kind] for column in group}


def _labels(kind: str, columns: Sequence[str]) -> list[Text]:
    labels = {field.name: field.label for field in fields.read(kind)}
    return [labels[column] for column in columns if column in labels]
