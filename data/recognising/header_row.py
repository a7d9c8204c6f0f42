"""Finding the table on a sheet: its kind, its heading row, what its columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import cell_at, is_blank
from data.recognising.assignment import REQUIRED, Assignment, assign, possible_columns, recall
from data.recognising.evidence import supports
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
from data.recognising.matching import CHOSEN, IGNORED, REMEMBERED, WEAK_TIER, columns_for
from data.recognising.plausibility import chosen_kind, is_plausible
from data.values.corrections import NOT_NEEDED
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.hints import Said

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


def find_table(sheet: Sheet, said: Said | None = None) -> Table | None:
    """The table of usage or budget on a sheet, or None when it holds neither.

    Under a heading row that a person points at there always is one, whatever it lacks. A column
    that a person calls otherwise is no reason to look for the table elsewhere.
    """
    said = said or Said()
    table = _find(sheet, said)
    if not said.columns or said.header_row is not None:
        return table
    alone = _find(sheet, replace(said, columns={}))
    if alone is None or (table and table.header_row == alone.header_row):
        return table
    return _find(sheet, replace(said, kind=alone.kind, header_row=alone.header_row))


def _find(sheet: Sheet, said: Said) -> Table | None:
    found: dict[str, HeadingsFound] = {}
    for asked in (said.kind,) if said.kind else c.KINDS:
        best = _best_headings(sheet, asked, said)
        if best:
            found[asked] = best
    chosen = said.kind or _chosen_kind(sheet, found)
    return table_of(sheet, found[chosen], said) if chosen in found else None


def _chosen_kind(sheet: Sheet, found: Mapping[str, HeadingsFound]) -> str | None:
    complete = {kind: x for kind, x in found.items() if x.assignment.is_complete}
    if found and not complete:
        return max(found, key=lambda kind: found[kind].assignment.score)
    budget_parts = complete[c.BUDGET].parts if c.BUDGET in complete else {}
    return chosen_kind(sheet, {k: x.assignment for k, x in complete.items()}, budget_parts)


def _best_headings(sheet: Sheet, kind: str, said: Said) -> HeadingsFound | None:
    pointed_at = said.header_place(sheet)
    if pointed_at is not None:
        return _headings_at(sheet, pointed_at, kind, said)
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
        upper, alone = alone, _reading_alone(sheet, index, kind, said)
        together = _reading_together(sheet, index, kind, said, upper)
        found = together if alone is None or _says_more(sheet, together, alone) else alone
        better = found if found and _is_better(found, best) else None
        if better and is_plausible(sheet, better.assignment, better.last, forced=bool(said.kind)):
            best = better
    return _extended(sheet, best, said) if best else None


def rows_with_headings(sheet: Sheet, said: Said) -> list[int]:
    """The places of the rows that may carry headings, or the one that a person points at."""
    pointed_at = said.header_place(sheet)
    if pointed_at is not None:
        return [pointed_at]
    filled = (i for i, row in enumerate(sheet.rows) if any(cell != "" for cell in row))
    return [i for i in islice(filled, _ROWS_SEARCHED) if may_carry_headings(sheet.rows[i])]


def assigned_at(sheet: Sheet, index: int, kind: str, said: Said) -> HeadingsFound | None:
    """What the headings in one row mean, whatever they lack; None with fewer than two known."""
    parts = single_parts(sheet.rows[index])
    known = sum(bool(possible_columns(texts, kind, said.remembered)) for texts in parts.values())
    if known < 2:
        return None
    rows = (index, index)
    return HeadingsFound(*rows, parts, _assigned(sheet, rows, parts, kind, said))


def _headings_at(sheet: Sheet, index: int, kind: str, said: Said) -> HeadingsFound:
    """The heading row that a person points at, with the row that groups it, if there is one."""
    together = _reading_together(sheet, index, kind, said, None)
    parts = single_parts(sheet.rows[index])
    alone = HeadingsFound(index, index, parts, _assigned(sheet, (index, index), parts, kind, said))
    better = together if together and _says_more(sheet, together, alone) else alone
    return better if better is together else _extended(sheet, alone, said)


def _is_better(found: HeadingsFound, best: HeadingsFound | None) -> bool:
    """Whether headings beat the best so far: better words, or the same with a second row."""
    if best is None or found.assignment.score > best.assignment.score:
        return True
    return best.last == found.first and best.last < found.last


def _reading_alone(sheet: Sheet, index: int, kind: str, said: Said) -> HeadingsFound | None:
    row = sheet.rows[index]
    if not may_carry_headings(row):
        return None
    return _reading(sheet, (index, index), single_parts(row), kind, said)


def _reading_together(
    sheet: Sheet,
    index: int,
    kind: str,
    said: Said,
    upper: HeadingsFound | None,
) -> HeadingsFound | None:
    """Two rows as one heading row, unless the lower could be the first record under the upper."""
    row, above = sheet.rows[index], sheet.rows[index - 1] if index else []
    if not above or not may_be_upper(above) or not holds_only_words(row):
        return None
    if upper and not _may_complete(row, upper):
        return None
    parts = stacked_parts(sheet, index - 1, index)
    found = _reading(sheet, (index - 1, index), parts, kind, said)
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
    sheet: Sheet, rows: tuple[int, int], parts: Parts, kind: str, said: Said
) -> HeadingsFound | None:
    possible = [
        {said.columns[place]} - {""}
        if place in said.columns
        else possible_columns(texts, kind, said.remembered)
        for place, texts in parts.items()
    ]
    everything = set(said.columns.values()).union(*possible)
    if sum(map(bool, possible)) < 2 or not all(everything & set(x) for x in _groups(kind)):
        return None
    assignment = _assigned(sheet, rows, parts, kind, said)
    return HeadingsFound(*rows, parts, assignment) if assignment.is_complete else None


def _assigned(
    sheet: Sheet, rows: tuple[int, int], parts: Parts, kind: str, said: Said
) -> Assignment:
    sampled: dict[int, list[Cell]] = {}

    def values(place: int) -> list[Cell]:
        if place not in sampled:
            sampled[place] = sample(sheet.rows, rows[1] + 1, place)
        return sampled[place]

    hidden = {number - sheet.first_column for number in sheet.marks.hidden_columns}
    return assign(parts, kind, values, said.remembered, said.columns, hidden)


def _groups(kind: str) -> list[set[str]]:
    """What must be among the possible columns; a month may turn out to be a date."""
    calendar = {c.DATE, c.YEAR, c.MONTH, c.QUARTER}
    return [calendar if c.DATE in group else set(group) for group in REQUIRED[kind]]


def sample(rows: Sequence[Sequence[Cell]], first: int, place: int) -> list[Cell]:
    """The first values at a place from row `first` on, blanks left out."""
    under = (cell_at(row, place) for row in rows[first : first + _ROWS_SAMPLED])
    return list(islice((cell for cell in under if not is_blank(cell)), _VALUES_SAMPLED))


def _extended(sheet: Sheet, found: HeadingsFound, said: Said) -> HeadingsFound:
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
    again = _reading(sheet, (first, last), parts, found.assignment.kind, said)
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


def table_of(sheet: Sheet, found: HeadingsFound, said: Said) -> Table:
    """The table under the headings, with every column that has a heading or content."""
    width = max(
        (len(row) for row in sheet.rows[found.last : found.last + _ROWS_SAMPLED]), default=0
    )
    headings = []
    places = {*found.parts, *found.assignment.taken}
    for place in range(max(width, *(place + 1 for place in places), 0)):
        text = " ".join(found.parts.get(place, ()))
        candidate = found.assignment.taken.get(place)
        if candidate:
            headings.append(Heading(place, text, candidate.column, candidate.match.how))
        elif text or sample(sheet.rows, found.last + 1, place):
            how = _why_ignored(place, found, said)
            rival = _rival(sheet, place, found) if how == IGNORED else ""
            headings.append(Heading(place, text, None, how, rival=rival))
    return Table(
        kind=found.assignment.kind,
        header_row=sheet.first_row + found.last,
        headings=tuple(headings),
    )


def _rival(sheet: Sheet, place: int, found: HeadingsFound) -> str:
    """The column that a heading would have been by its words and its values."""
    values = sample(sheet.rows, found.last + 1, place)
    kind = found.assignment.kind
    matches = columns_for(found.parts.get(place, ()), kind)
    good = {
        column: match.score
        for column, match in matches.items()
        if match.tier < WEAK_TIER and column in found.assignment.columns
        if values and supports(kind, column, match.tier, lambda: values)
    }
    return max(good, key=lambda column: good[column], default="")


def _why_ignored(place: int, found: HeadingsFound, said: Said) -> str:
    """`Heading.how` of a column that is not read: who says so."""
    if said.columns.get(place) == NOT_NEEDED:
        return CHOSEN
    parts = found.parts.get(place, ())
    recalled = recall(parts, found.assignment.kind, said.remembered)
    return REMEMBERED if recalled == NOT_NEEDED else IGNORED
