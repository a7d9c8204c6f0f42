"""Numbers in the cells of a crosstab that are no counts: they add up, are shares, ranks, a scale.

No word has to say it. `2, 5, 9, 12` under four quarters rises in every row; a hundred in every row
are per cents; `1, 2, 3` in another order in every row are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import isclose
from typing import NamedTuple

from data import columns as c
from data.cells.figures import number_or_zero
from data.cells.predicates import cell_at, is_blank
from data.cells.text import cell_text, shorten, shown_text
from data.doubts.looked_at import LookedAt
from data.doubts.measures import messages
from data.doubts.measures.periods_across import UP_TO_EACH
from data.doubts.measures.running_totals import EACH_ITS_OWN
from data.values.found_table import CROSSTAB, Heading
from data.values.layouts import USES
from data.values.messages import LEFT_OUT_BY_ANSWER
from texts import Figure

_MOST_CELLS = 20_000
_FEWEST_PERIODS, _FEWEST_STEPS, _STEPS_OF_YEARS = 3, 8, 12
_FEWEST_ROWS, _FEWEST_PLACES = 3, 3
_MOST_SHOWN = 6
_WHOLES = (1.0, 100.0)
_SCALE = re.compile(r"(?<![\w.,])\d\s*=\s*[^\W\d]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Cell(NamedTuple):
    """A cell that may be a record: its place among them, its row and column, its number."""

    record: int
    row: int
    place: int
    number: float


def look(found: LookedAt) -> None:
    """Ask about numbers that add up those before them, and about shares, ranks and scales."""
    if found.table.layout != CROSSTAB or found.table.kind != c.USAGE:
        return
    if not 0 < len(found.candidates) <= _MOST_CELLS:
        return
    cells = list(_cells(found))
    rows = range(len(found.candidates))
    word = _kind_of_figures(found, cells)
    if word:
        reason = messages.MAY_BE_NO_NUMBER_OF_USES()
        found.ask("no_counts", messages.NO_COUNTS(value=word, n=len(rows)), rows, reason)
        return
    runs = _runs(found, cells) if found.candidates.accepted.any() else []
    if runs:
        _ask(found, runs)


def _cells(found: LookedAt) -> Iterator[_Cell]:
    candidates, labels = found.candidates, found.label_places
    for record, number in enumerate(candidates.numbers):
        own = set(candidates.places_on_sheet(record)) - labels
        row = found.sheet.rows[number - found.sheet.first_row]
        for place in own:
            yield _Cell(record, number, place, number_or_zero(cell_at(row, place)))


def _kind_of_figures(found: LookedAt, cells: Sequence[_Cell]) -> str:
    """An example of what the numbers are when they are no counts; empty for counts."""
    scale = next(filter(_SCALE.search, _texts_around(found)), "")
    if scale:
        return shorten(scale)
    for lines in (_by(cells, "row"), _by(cells, "place")):
        if len(lines) >= _FEWEST_ROWS and all(map(_are_shares, lines)):
            return _shown(lines[0])
        if len(lines) >= _FEWEST_ROWS and _are_ranks(lines):
            return _shown(lines[0])
    return ""


def _texts_around(found: LookedAt) -> list[str]:
    """The texts above and below the table; a legend with figures is of a scale."""
    numbers = set(found.candidates.numbers)
    rows = enumerate(found.sheet.rows, found.sheet.first_row)
    return [x for n, row in rows if n not in numbers for x in row if isinstance(x, str)]


def _by(cells: Sequence[_Cell], what: str) -> list[list[float]]:
    lines: dict[int, list[float]] = {}
    for cell in cells:
        lines.setdefault(getattr(cell, what), []).append(cell.number)
    return list(lines.values())


def _are_shares(line: Sequence[float]) -> bool:
    """Whether numbers are parts of a whole: together 1 or 100, rounding aside."""
    whole = sum(line)
    apart = 0.006 * len(line)
    return len(line) > 1 and any(isclose(whole, x, abs_tol=apart * x) for x in _WHOLES)


def _are_ranks(lines: Sequence[Sequence[float]]) -> bool:
    """Whether every line holds the places 1, 2, 3 … once each, and not all in one order."""
    longest = max(map(len, lines))
    ranked = all(sorted(line) == [*map(float, range(1, longest + 1))] for line in lines)
    enough = longest * len(lines) > _FEWEST_PLACES * _FEWEST_ROWS
    return ranked and longest >= _FEWEST_PLACES and enough


def _shown(line: Sequence[float]) -> Figure:
    return Figure("; ".join(shown_text(x) for x in line[:_MOST_SHOWN]))


def _runs(found: LookedAt, cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """The series of periods, when every one of them only rises and together they tell enough."""
    candidates = found.candidates
    dated = [h for h in candidates.table.headings if h.column in (c.DATE, c.QUARTER, c.MONTH)]
    told = [cell for h in dated for cell in candidates.cells(h) if not is_blank(cell)]
    about = _what_cells_are_about(found, cells, of_years=not told)
    runs: dict[tuple[int, tuple[str, ...]], list[_Cell]] = {}
    places: dict[tuple[str, ...], set[int]] = {}
    for cell, what in zip(cells, about, strict=True):
        runs.setdefault((cell.row, what), []).append(cell)
        places.setdefault(what, set()).add(cell.place)
    steps = 0
    for (row, what), run in runs.items():
        numbers = _with_blanks(found, row, sorted(places[what]))
        if len(places[what]) < _FEWEST_PERIODS or not _only_rises(numbers):
            return []
        steps += len(numbers) - 1 if numbers[-1] > numbers[0] else 0
        run.sort(key=lambda cell: cell.place)
    rising = [run for run in runs.values() if run[-1].number > run[0].number]
    enough = steps >= (_FEWEST_STEPS if told else _STEPS_OF_YEARS) and len(rising) > 1
    return list(runs.values()) if enough and 2 * len(rising) > len(runs) else []


def _what_cells_are_about(
    found: LookedAt, cells: Sequence[_Cell], *, of_years: bool
) -> Iterator[tuple[str, ...]]:
    """What stands above each cell besides its period: a name, the year of a month or quarter."""
    labels, candidates = found.label_places, found.candidates
    down = {h.column for h in found.table.headings if h.position in labels}
    headings = candidates.table.headings
    names = [h for h in headings if h.column in (c.DEPARTMENT, c.THEME) and h.column not in down]
    years = [] if of_years else [h for h in headings if h.column in (c.YEAR, c.DATE)]
    for cell in cells:
        row = candidates.rows[cell.record]
        when = " ".join(cell_text(row[h.position]) for h in years)
        yield (*(cell_text(row[h.position]) for h in names), *_YEAR.findall(when))


def _with_blanks(found: LookedAt, number: int, places: Sequence[int]) -> list[float]:
    """The numbers of a row at these places; what is still to come at the end is left out."""
    row = found.sheet.rows[number - found.sheet.first_row]
    cells = [cell_at(row, place) for place in places]
    while cells and is_blank(cells[-1]):
        cells.pop()
    return [number_or_zero(cell) for cell in cells]


def _only_rises(numbers: Sequence[float]) -> bool:
    return all(later >= earlier for earlier, later in pairwise(numbers))


def _ask(found: LookedAt, runs: Sequence[Sequence[_Cell]]) -> None:
    first = max(runs, key=len)
    rows = [cell.record for run in runs for cell in run]
    value = _shown([cell.number for cell in first])
    question, reason = messages.COLUMNS_ADD_UP(value=value), messages.MAY_ADD_UP_BESIDE()
    choices = (EACH_ITS_OWN, UP_TO_EACH)
    if found.choose("up_to_each:uses", question, rows, choices, reason) != UP_TO_EACH:
        return
    measures: Mapping[str, Heading] = {h.column or "": h for h in found.candidates.table.headings}
    heading = measures.get(USES) or measures[c.HOURS]
    for run in runs:
        steps = [now.number - before.number for before, now in pairwise(run)]
        changed = {cell.record: step for cell, step in zip(run[1:], steps, strict=True)}
        found.candidates.change(heading, {k: x for k, x in changed.items() if x})
        found.reject([k for k, x in changed.items() if not x], LEFT_OUT_BY_ANSWER())
