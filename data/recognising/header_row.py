"""Finding the table on a sheet: its kind, its heading row, what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data import columns as c
from data.reading.grid import Cell, Sheet
from data.recognising.assignment import REQUIRED, Assignment, assign, possible_columns
from data.recognising.cells import cell_at, is_blank
from data.recognising.heading_rows import (
    Parts,
    explains_headings,
    groups_columns,
    may_be_upper,
    may_carry_headings,
    single_parts,
    stacked_parts,
)
from data.recognising.matching import IGNORED
from data.recognising.plausibility import chosen_kind, is_plausible
from data.results import Heading, Table

_ROWS_SEARCHED = 300
_ROWS_SEARCHED_AFTER_A_FIND = 60
_ROWS_SAMPLED = 300
_VALUES_SAMPLED = 60


@dataclass(frozen=True)
class HeadingsFound:
    """Heading rows that make a table: the lowest row's place, the parts, the columns."""

    last: int
    parts: Parts
    assignment: Assignment


def find_table(
    sheet: Sheet, *, kind: str | None = None, remembered: Mapping[str, str] | None = None
) -> Table | None:
    """The table of usage or budget on a sheet, or None when it holds neither.

    `kind` asks for one of the two; `remembered` maps `heading_key(text)` to a column, or to `""`
    for a heading that is not needed.
    """
    found: dict[str, HeadingsFound] = {}
    for asked in (kind,) if kind else c.KINDS:
        best = _best_headings(sheet, asked, remembered or {}, forced=bool(kind))
        if best:
            found[asked] = best
    chosen = kind or chosen_kind(sheet, {name: x.assignment for name, x in found.items()})
    return _table(sheet, found[chosen]) if chosen in found else None


def _best_headings(
    sheet: Sheet, kind: str, remembered: Mapping[str, str], *, forced: bool
) -> HeadingsFound | None:
    best: HeadingsFound | None = None
    searched = 0
    for index, row in enumerate(sheet.rows):
        if not any(cell != "" for cell in row):
            continue
        searched += 1
        if searched > (_ROWS_SEARCHED_AFTER_A_FIND if best else _ROWS_SEARCHED):
            break
        for found in _readings(sheet, index, kind, remembered):
            better = best is None or (
                found.assignment.score > best.assignment.score or _completes(sheet, found, best)
            )
            if better and is_plausible(sheet, found.assignment, found.last, forced=forced):
                best = found
    return _extended(sheet, best) if best else None


def _readings(
    sheet: Sheet, index: int, kind: str, remembered: Mapping[str, str]
) -> Iterator[HeadingsFound]:
    """The row as headings by itself, and together with the row above it."""
    row = sheet.rows[index]
    alone = None
    if may_carry_headings(row):
        alone = _reading(sheet, index, single_parts(row), kind, remembered)
    above = sheet.rows[index - 1] if index else []
    if above and may_be_upper(above) and _only_texts(row):
        parts = stacked_parts(sheet, index - 1, index)
        if alone is None or groups_columns(sheet, index - 1, list(parts)):
            together = _reading(sheet, index, parts, kind, remembered)
            if together and (alone is None or together.assignment.columns > alone.assignment.columns
                             or together.assignment.score > alone.assignment.score):  # fmt: skip
                yield together
                return
    if alone:
        yield alone


def _completes(sheet: Sheet, found: HeadingsFound, best: HeadingsFound) -> bool:
    """Whether `found` is `best` with a second heading row under it, which can be no record."""
    if found.last != best.last + 1 or not found.assignment.columns >= best.assignment.columns:
        return False
    row = sheet.rows[found.last]
    keys = {c.DATE, c.YEAR} | (
        {c.DEPARTMENT, c.THEME} if best.assignment.kind == c.USAGE else set()
    )
    taken = [place for place, x in best.assignment.taken.items() if x.column in keys]
    return may_carry_headings(row) and all(is_blank(cell_at(row, place)) for place in taken)


def _reading(
    sheet: Sheet, index: int, parts: Parts, kind: str, remembered: Mapping[str, str]
) -> HeadingsFound | None:
    possible = [possible_columns(texts, kind, remembered) for texts in parts.values()]
    everything = set().union(*possible)
    if sum(map(bool, possible)) < 2 or not all(everything & set(x) for x in _groups(kind)):
        return None
    sampled: dict[int, list[Cell]] = {}

    def values(place: int) -> list[Cell]:
        if place not in sampled:
            sampled[place] = sample(sheet.rows, index + 1, place)
        return sampled[place]

    assignment = assign(parts, kind, values, remembered)
    return HeadingsFound(index, parts, assignment) if assignment.is_complete else None


def _groups(kind: str) -> list[set[str]]:
    """What must be among the possible columns; a month may turn out to be a date."""
    calendar = {c.DATE, c.YEAR, c.MONTH, c.QUARTER}
    return [calendar if c.DATE in group else set(group) for group in REQUIRED[kind]]


def sample(rows: Sequence[Sequence[Cell]], first: int, place: int) -> list[Cell]:
    """The first values at a place from row `first` on, blanks left out."""
    under = (cell_at(row, place) for row in rows[first : first + _ROWS_SAMPLED])
    return [cell for cell in under if not is_blank(cell)][:_VALUES_SAMPLED]


def _only_texts(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return bool(filled) and (may_carry_headings(row) or all(isinstance(x, str) for x in filled))


def _extended(sheet: Sheet, found: HeadingsFound) -> HeadingsFound:
    """With the row that groups the headings above them, and the units under them."""
    parts, last = dict(found.parts), found.last
    one_row = all(len(texts) == 1 for texts in parts.values())
    above = last - 1
    if one_row and above >= 0 and groups_columns(sheet, above, list(parts)):
        parts = dict(stacked_parts(sheet, above, last))
    if last + 1 < len(sheet.rows) and explains_headings(sheet.rows[last + 1], list(parts)):
        for place, texts in single_parts(sheet.rows[last + 1]).items():
            parts[place] = (*parts[place], *texts)
        last += 1
    return HeadingsFound(last, parts, found.assignment)


def _table(sheet: Sheet, found: HeadingsFound) -> Table:
    width = max(
        (len(row) for row in sheet.rows[found.last : found.last + _ROWS_SAMPLED]), default=0
    )
    headings = []
    for place in range(max(width, *(p + 1 for p in found.parts))):
        text = " ".join(found.parts.get(place, ()))
        candidate = found.assignment.taken.get(place)
        if candidate:
            headings.append(Heading(place, text, candidate.column, candidate.match.how))
        elif text or sample(sheet.rows, found.last + 1, place):
            headings.append(Heading(place, text, None, IGNORED))
    return Table(
        kind=found.assignment.kind,
        header_row=sheet.first_row + found.last,
        headings=tuple(headings),
    )
