"""Cells that moved: department and theme changed places, a row shifted to the left or the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import cell_at, is_blank, looks_like_value
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.values.found_table import LIST, Heading

_MEASURES = fields.measures()
_FEWEST, _MOST_ROWS, _MOST_NAMES = 4, 20_000, 1_000
_MOSTLY = 0.5


@dataclass(frozen=True)
class _Names:
    """One column of names: of each row, how often each stands there, and which are known."""

    heading: Heading
    of_row: Sequence[str]
    known: set[str]

    @property
    def often(self) -> Counter[str]:
        return Counter(name for name in self.of_row if name)


def look(found: LookedAt) -> None:
    """Ask about rows whose cells seem to stand under another heading than their own."""
    table = found.table
    if table.layout != LIST or table.kind != c.USAGE or table.format:
        return
    if not _FEWEST <= len(found.candidates) <= _MOST_ROWS:
        return
    headings = [next(iter(found.headings(name)), None) for name in (c.DEPARTMENT, c.THEME)]
    department, theme = (_names(found, heading) for heading in headings)
    if department and theme and department.heading is not theme.heading:
        _ask(found, _changed_places(department, theme), department, theme)
        for heading in found.headings(c.SUBJECT, c.DESCRIPTION)[:1]:
            subject = _names(found, heading)
            if subject:
                _ask_about_subjects(found, department, theme, subject)
    _look_for_numbers_from_a_row_on(found)


def _names(found: LookedAt, heading: Heading | None) -> _Names | None:
    if heading is None:
        return None
    cells = found.values(heading)
    key = {cell: plain_words(cell_text(cell)) for cell in set(cells)}
    known = set(found.names.known.get(str(heading.column), ()))
    return _Names(heading, [key[cell] for cell in cells], known)


def _changed_places(department: _Names, theme: _Names) -> list[int]:
    """The rows whose two names each stand in the other column elsewhere."""
    pairs = [*zip(department.of_row, theme.of_row, strict=True)]
    known = [
        row
        for row, (one, other) in enumerate(pairs)
        if one in theme.known - department.known and other in department.known - theme.known
    ]
    distinct = Counter(pair for pair in pairs if all(pair))
    above, below = department.often, theme.often
    displaced = {(a, b) for a, b in distinct if a != b and below[a] and above[b]}
    settled = department.known | theme.known
    if known or not displaced or len(above) + len(below) > _MOST_NAMES:
        return known
    sides = _sides(distinct)
    if sides is None or any(a in settled or b in settled for a, b in displaced):
        return []
    turned = [row for row, (a, b) in enumerate(pairs) if (a, b) in distinct and sides[a] != 0]
    straight = [row for row, (a, b) in enumerate(pairs) if (a, b) in distinct and sides[a] == 0]
    fewer = min((turned, straight), key=lambda rows: (len(rows), -sum(rows)))
    return fewer if displaced & {pairs[row] for row in fewer} else []


def _sides(pairs: Iterable[tuple[str, str]]) -> dict[str, int] | None:
    """Each name on one of two sides, so that every pair has one of each; None when none fit.

    Names that stand in both columns of the same list have no sides.
    """
    beside: dict[str, set[str]] = {}
    for one, other in pairs:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    first_column = {one for one, _ in pairs}
    sides: dict[str, int] = {}
    for start in sorted(beside, key=lambda name: name not in first_column):
        if start in sides:
            continue
        sides[start], waiting = 0, [start]
        while waiting:
            name = waiting.pop()
            for other in beside[name]:
                if other not in sides:
                    sides[other] = 1 - sides[name]
                    waiting.append(other)
                elif sides[other] == sides[name]:
                    return None
    return sides


def _ask(found: LookedAt, rows: Sequence[int], one: _Names, other: _Names) -> None:
    if not rows:
        return
    cells = (found.values(x.heading)[rows[0]] for x in (one, other))
    told = {"column": one.heading.text, "other": other.heading.text}
    value = " · ".join(shorten(cell_text(cell)) for cell in cells)
    question = messages.NAMES_SWAPPED(value=value, n=len(rows), **told)
    code = f"swapped:{one.heading.column}:{other.heading.column}"
    found.ask(code, question, rows, messages.NAME_MAY_BE_SWAPPED(**told), one.heading)


def _ask_about_subjects(
    found: LookedAt, department: _Names, theme: _Names, subject: _Names
) -> None:
    for names in (theme, department):
        _ask(found, _holds_names(names, subject), names, subject)
    cells = found.values(subject.heading)
    numbers = [row for row, cell in enumerate(cells) if not is_blank(cell) and _is_number(cell)]
    if numbers and len(numbers) <= _MOSTLY * sum(not is_blank(cell) for cell in cells):
        _ask_moved(found, _without_measures(found, numbers), subject.heading)


def _holds_names(names: _Names, subject: _Names) -> list[int]:
    """The rows whose subject is a name of this column, and whose name stands nowhere else."""
    often = names.often
    return [
        row
        for row, (name, text) in enumerate(zip(names.of_row, subject.of_row, strict=True))
        if name != text
        and (text in names.known or often[text])
        and often[name] == 1
        and name not in names.known
    ]


def _without_measures(found: LookedAt, rows: Sequence[int]) -> list[int]:
    """The rows of which every measure is blank, where one of them is not in most rows."""
    columns = [found.values(heading) for heading in found.headings(*_MEASURES)]
    filled = (sum(not is_blank(cell) for cell in cells) for cells in columns)
    if not any(n >= _MOSTLY * len(found.candidates) for n in filled):
        return []
    return [row for row in rows if all(is_blank(cells[row]) for cells in columns)]


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return False
    return isinstance(cell, (int, float)) or (
        isinstance(cell, str) and looks_like_value(cell) and any(map(str.isdigit, cell))
    )


def _look_for_numbers_from_a_row_on(found: LookedAt) -> None:
    """Ask about the rows from which on numbers stand right of the table, or among remarks."""
    texts = {h.position: h for h in found.unread()}
    last = max((h.position for h in found.table.headings if h.text), default=-1)
    rows = found.candidates.rows
    for place in [*texts, last + 1]:
        cells = [cell_at(row, place) for row in rows]
        start = next((i for i, cell in enumerate(cells) if _is_number(cell)), len(cells))
        before, after = cells[:start], cells[start:]
        whole = min(len(before), len(after)) > 1 and all(map(_is_number, after))
        worded = all(not is_blank(cell) for cell in before[:2])
        if whole and (worded if place in texts else all(map(is_blank, before))):
            heading = texts.get(place)
            _ask_moved(found, range(start, len(cells)), heading)


def _ask_moved(found: LookedAt, rows: Sequence[int], heading: Heading | None) -> None:
    if rows:
        column = heading.text if heading else ""
        number = found.candidates.numbers[rows[0]]
        say = messages.CELLS_MOVED if heading else messages.CELLS_BEYOND
        values = {"column": column} if heading else {}
        question = say(n=len(rows), number=number, **values)
        found.ask("moved_cells", question, rows, messages.CELL_MAY_HAVE_MOVED(), heading)
