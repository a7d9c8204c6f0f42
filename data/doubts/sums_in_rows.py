"""Use that adds up other use, under a name: `Concern`, a domain above its departments.

Their hours would count twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import cell_at
from data.cells.text import cell_text, shorten
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB, LIST

_FEWEST, _MOST_ROWS = 4, 2_000
_FEWEST_PARTS = 2
_FEWEST_ROWS_OF_CROSSTAB = 3


def look(found: LookedAt) -> None:
    """Ask whether such rows count, or in a crosstab such columns."""
    if found.table.kind != c.USAGE:
        return
    if found.table.layout == CROSSTAB:
        _look_at_crosstab(found)
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.HOURS)[:1]:
        if _FEWEST <= len(found.candidates) <= _MOST_ROWS:
            hours = [_number(cell) for cell in found.values(heading)]
            rows = next(filter(None, _adding_up(found, hours)), [])
            if rows:
                _ask(found, rows)


def _number(cell: Cell) -> float:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    try:
        return float(cell.strip().replace(",", ".")) if isinstance(cell, str) else 0.0
    except ValueError:
        return 0.0


def _adding_up(found: LookedAt, hours: Sequence[float]) -> Iterator[list[int]]:
    yield _sum_of_all(hours)
    keys = {column: _keys(found, column) for column in (c.DEPARTMENT, c.THEME)}
    periods = _keys(found, c.DATE, c.YEAR, c.QUARTER, c.MONTH)
    for column, other in ((c.DEPARTMENT, c.THEME), (c.THEME, c.DEPARTMENT)):
        yield _of_name(hours, keys[column], [*zip(periods, keys[other], strict=True)])
    yield _above_their_parts(hours, periods)


def _keys(found: LookedAt, *columns: str) -> list[str]:
    cells = [found.values(heading) for heading in found.headings(*columns)]
    rows = range(len(found.candidates))
    return [plain_words(" ".join(cell_text(x[row]) for x in cells)) for row in rows]


def _sum_of_all(hours: Sequence[float]) -> list[int]:
    """The first or the last row, when it holds the hours of all the others."""
    for row in (0, len(hours) - 1):
        others = [number for place, number in enumerate(hours) if place != row]
        if sum(map(bool, others)) >= _FEWEST and isclose(sum(others), hours[row], abs_tol=0.01):
            return [row]
    return []


def _of_name(
    hours: Sequence[float], names: Sequence[str], groups: Sequence[tuple[str, str]]
) -> list[int]:
    """The rows of a name that everywhere holds the hours of the others in its group."""
    by_group: dict[tuple[str, str], list[int]] = {}
    for row, group in enumerate(groups):
        by_group.setdefault(group, []).append(row)
    for name in dict.fromkeys(names):
        rows = [row for row, other in enumerate(names) if other == name]
        if name and len(rows) > 1 and all(_holds(hours, r, by_group[groups[r]]) for r in rows):
            return rows
    return []


def _holds(hours: Sequence[float], row: int, group: Sequence[int]) -> bool:
    others = [hours[other] for other in group if other != row and hours[other]]
    return len(others) >= _FEWEST_PARTS and isclose(sum(others), hours[row], abs_tol=0.01)


def _above_their_parts(hours: Sequence[float], periods: Sequence[str]) -> list[int]:
    """The rows that add up those of their period right below them, when that explains every row."""
    top: list[int] = []  # the rows that no row above them adds up yet, the uppermost last
    parents: list[int] = []
    for row in reversed(range(len(hours))):
        total = 0.0
        for count, part in enumerate(reversed(top), start=1):
            total += hours[part]
            if periods[part] != periods[row]:
                break
            if count >= _FEWEST_PARTS and hours[row] and isclose(total, hours[row], abs_tol=0.01):
                parents.append(row)
                del top[-count:]
                break
        top.append(row)
    whole = len(parents) > 1 and set(top) <= set(parents)
    return sorted(parents) if whole else []


def _look_at_crosstab(found: LookedAt) -> None:
    """Ask whether a column counts that in every row holds those right beside it together."""
    cells: dict[int, dict[int, float]] = {}  # row of the sheet -> place -> number
    of_place: dict[int, list[int]] = {}
    candidates = found.candidates
    if not _FEWEST <= len(candidates) <= _MOST_ROWS:
        return
    labels = set.intersection(*(set(candidates.places_on_sheet(i)) for i in range(len(candidates))))
    for i, number in enumerate(candidates.numbers):
        row = found.sheet.rows[number - found.sheet.first_row]
        for place in set(candidates.places_on_sheet(i)) - labels:
            cells.setdefault(number, {})[place] = _number(cell_at(row, place))
            of_place.setdefault(place, []).append(i)
    places = sorted(of_place)
    for at, place in enumerate(places):
        beside = [places[at - n : at] for n in range(_FEWEST_PARTS, at + 1)]
        beside += [places[at + 1 : at + 1 + n] for n in range(_FEWEST_PARTS, len(places) - at)]
        if any(_is_sum(cells, place, parts) for parts in beside):
            text = next((h.text for h in found.table.headings if h.position == place), "")
            rows = of_place[place]
            question = messages.COLUMN_ADDS_UP(value=shorten(text), n=len(rows))
            found.ask("column_adds_up", question, rows, messages.ADDS_UP_OTHERS())
            return


def _is_sum(cells: dict[int, dict[int, float]], place: int, parts: Sequence[int]) -> bool:
    told = 0
    for row in cells.values():
        numbers = [row.get(part, 0.0) for part in parts]
        if not isclose(sum(numbers), row.get(place, 0.0), abs_tol=0.01):
            return False
        told += sum(map(bool, numbers)) >= _FEWEST_PARTS
    return told >= _FEWEST_ROWS_OF_CROSSTAB


def _ask(found: LookedAt, rows: list[int]) -> None:
    names = found.headings(c.DEPARTMENT, c.THEME)
    shown = shorten(" · ".join(cell_text(found.values(name)[rows[0]]) for name in names))
    question = messages.ROWS_ADD_UP(value=shown, n=len(rows))
    found.ask("rows_add_up", question, rows, messages.ADDS_UP_OTHERS())
