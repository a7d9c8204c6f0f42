"""Finding the table on a sheet: its kind, its heading row, what its columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from data import columns as c
from data.reading.grid import Cell, Sheet
from data.recognising.assignment import REQUIRED, Assignment, assign, possible_columns
from data.recognising.cells import cell_at, is_blank
from data.recognising.heading_rows import (
    Parts,
    explains_headings,
    groups_columns,
    holds_only_words,
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
    """Heading rows that make a table: their first and last place, the parts, the columns."""

    first: int
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
    chosen = kind or chosen_kind(
        sheet, {name: x.assignment for name, x in found.items()}, _parts_of(found.get(c.BUDGET))
    )
    return _table(sheet, found[chosen]) if chosen in found else None


def _parts_of(found: HeadingsFound | None) -> Parts:
    return found.parts if found else {}


def _best_headings(
    sheet: Sheet, kind: str, remembered: Mapping[str, str], *, forced: bool
) -> HeadingsFound | None:
    best: HeadingsFound | None = None
    alone: HeadingsFound | None = None
    searched = 0
    for index, row in enumerate(sheet.rows):
        if not any(cell != "" for cell in row):
            alone = None
            continue
        searched += 1
        if searched > (_ROWS_SEARCHED_AFTER_A_FIND if best else _ROWS_SEARCHED):
            break
        upper, alone = alone, _reading_alone(sheet, index, kind, remembered)
        together = _reading_together(sheet, index, kind, remembered, upper)
        found = together if alone is None or _says_more(sheet, together, alone) else alone
        better = found if found and _is_better(found, best) else None
        if better and is_plausible(sheet, better.assignment, better.last, forced=forced):
            best = better
    return _extended(sheet, best, remembered) if best else None


def _is_better(found: HeadingsFound, best: HeadingsFound | None) -> bool:
    """Whether headings beat the best so far: better words, or the same with a second row."""
    if best is None or found.assignment.score > best.assignment.score:
        return True
    return best.last == found.first and best.last < found.last


def _reading_alone(
    sheet: Sheet, index: int, kind: str, remembered: Mapping[str, str]
) -> HeadingsFound | None:
    row = sheet.rows[index]
    if not may_carry_headings(row):
        return None
    return _reading(sheet, (index, index), single_parts(row), kind, remembered)


def _reading_together(
    sheet: Sheet,
    index: int,
    kind: str,
    remembered: Mapping[str, str],
    upper: HeadingsFound | None,
) -> HeadingsFound | None:
    """Two rows as one heading row, unless the lower could be the first record under the upper."""
    row, above = sheet.rows[index], sheet.rows[index - 1] if index else []
    if not above or not may_be_upper(above) or not holds_only_words(row):
        return None
    if upper and not _may_complete(row, upper):
        return None
    parts = stacked_parts(sheet, index - 1, index)
    found = _reading(sheet, (index - 1, index), parts, kind, remembered)
    if upper and found and not found.assignment.columns >= upper.assignment.columns:
        return None
    return found


def _says_more(sheet: Sheet, together: HeadingsFound | None, alone: HeadingsFound) -> bool:
    """Whether the row above adds meaning to headings that already make a table by themselves."""
    return bool(
        together
        and groups_columns(sheet, together.first, list(together.parts))
        and together.assignment.score > alone.assignment.score
    )


def _may_complete(row: Sequence[Cell], upper: HeadingsFound) -> bool:
    """Whether a row can be the second row of headings: nothing where a record says when and who."""
    keys = {c.DATE, c.YEAR}
    if upper.assignment.kind == c.USAGE:
        keys |= {c.DEPARTMENT, c.THEME}
    taken = [place for place, x in upper.assignment.taken.items() if x.column in keys]
    return may_carry_headings(row) and all(is_blank(cell_at(row, place)) for place in taken)


def _reading(
    sheet: Sheet, rows: tuple[int, int], parts: Parts, kind: str, remembered: Mapping[str, str]
) -> HeadingsFound | None:
    possible = [possible_columns(texts, kind, remembered) for texts in parts.values()]
    everything = set().union(*possible)
    if sum(map(bool, possible)) < 2 or not all(everything & set(x) for x in _groups(kind)):
        return None
    sampled: dict[int, list[Cell]] = {}

    def values(place: int) -> list[Cell]:
        if place not in sampled:
            sampled[place] = sample(sheet.rows, rows[1] + 1, place)
        return sampled[place]

    assignment = assign(parts, kind, values, remembered)
    return HeadingsFound(*rows, parts, assignment) if assignment.is_complete else None


def _groups(kind: str) -> list[set[str]]:
    """What must be among the possible columns; a month may turn out to be a date."""
    calendar = {c.DATE, c.YEAR, c.MONTH, c.QUARTER}
    return [calendar if c.DATE in group else set(group) for group in REQUIRED[kind]]


def sample(rows: Sequence[Sequence[Cell]], first: int, place: int) -> list[Cell]:
    """The first values at a place from row `first` on, blanks left out."""
    under = (cell_at(row, place) for row in rows[first : first + _ROWS_SAMPLED])
    return list(islice((cell for cell in under if not is_blank(cell)), _VALUES_SAMPLED))


def _extended(sheet: Sheet, found: HeadingsFound, remembered: Mapping[str, str]) -> HeadingsFound:
    """With the row that groups the headings above them, and the units under them."""
    parts, last = dict(found.parts), found.last
    first = found.first
    if first == last and first > 0 and groups_columns(sheet, first - 1, list(parts)):
        first -= 1
        parts = _told_apart(parts, stacked_parts(sheet, first, last))
    if last + 1 < len(sheet.rows) and explains_headings(sheet.rows[last + 1], list(parts)):
        for place, texts in single_parts(sheet.rows[last + 1]).items():
            parts[place] = (*parts[place], *(text for text in texts if not text.isdigit()))
        last += 1
    if (first, last) == (found.first, found.last):
        return found
    again = _reading(sheet, (first, last), parts, found.assignment.kind, remembered)
    kept = (
        again.assignment
        if again and again.assignment.columns >= found.assignment.columns
        else (found.assignment)
    )
    return HeadingsFound(first, last, parts, kept)


def _told_apart(below: Parts, stacked: Parts) -> dict[int, tuple[str, ...]]:
    """The headings as they stand, with the group above them only where two are the same."""
    often = Counter(below.values())
    return {
        place: below[place] if often[below.get(place, ())] == 1 else parts
        for place, parts in stacked.items()
    }


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
