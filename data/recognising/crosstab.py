"""Crosstabs: departments down and themes or periods across, numbers in the cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data import columns as c
from data.reading.grid import Cell, Sheet
from data.recognising.around import Around
from data.recognising.axis import (
    ColumnHeading,
    declared_names,
    read_headings,
    tells_of_the_row,
)
from data.recognising.cells import cell_at, heading_text, is_blank, is_number, is_text
from data.recognising.evidence import are_forms, is_year
from data.recognising.header_row import Said
from data.recognising.heading_rows import spread
from data.recognising.labels import Label, total_label
from data.recognising.matching import IGNORED, KNOWN, columns_for
from data.recognising.names import NamesHeard, may_be
from data.results import Heading, Table

CROSSTAB = "crosstab"

_ROWS_SEARCHED = 60
_ROWS_SAMPLED = 60
_UPPER_ROWS = 2
_LONGEST_HEADING = 90
_OTHER = {c.DEPARTMENT: c.THEME, c.THEME: c.DEPARTMENT}
_CALENDAR = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)


@dataclass(frozen=True)
class Crosstab:
    """A crosstab found on a sheet.

    `first` and `last` are the places of its heading rows; `labels` says which column (of
    `data.columns`) stands where left of the cells; `cells` are the columns of cells, `across` is
    what their names are (`department`, `theme`, or empty for periods only).
    """

    table: Table
    first: int
    last: int
    labels: Mapping[str, int]
    cells: tuple[ColumnHeading, ...]
    across: str
    around: Around
    label_places: tuple[int, ...]


@dataclass(frozen=True)
class _Frame:
    """The outer shape: heading rows, columns of numbers, columns of labels left of them."""

    first: int
    last: int
    parts: Mapping[int, tuple[str, ...]]
    numbers: tuple[int, ...]
    labels: tuple[int, ...]


def find_crosstab(sheet: Sheet, said: Said | None = None) -> Crosstab | None:
    """The crosstab on a sheet, or None when nothing is one with certainty."""
    said = said or Said()
    pointed_at = said.header_place(sheet)
    for index in _places_of_headings(sheet) if pointed_at is None else (pointed_at,):
        shape = _frame_at(sheet, index)
        found = _read_frame(sheet, shape, said) if shape else None
        if found:
            return found
    return None


def _places_of_headings(sheet: Sheet) -> list[int]:
    filled = (i for i, row in enumerate(sheet.rows) if any(cell != "" for cell in row))
    return [index for index, _ in zip(filled, range(_ROWS_SEARCHED), strict=False)]


def _frame_at(sheet: Sheet, index: int) -> _Frame | None:
    """The shape of a table with its lowest heading row at `index`; None when it has none."""
    row = sheet.rows[index]
    headed = [place for place, cell in enumerate(row) if not is_blank(cell)]
    below = _filled_rows(sheet.rows[index + 1 :])
    if len(headed) < 2 or not below or not _starts_with_numbers(below[0]):
        return None
    numbers = [p for p in range(max(map(len, below))) if _holds_numbers(below, p)]
    start = next((p for p in numbers if not _tells_of_the_row(sheet, index, p)), 0)
    labels = tuple(p for p in range(start) if _holds_words(below, p))
    if len(numbers) < 2 or not labels or not all(_may_head(cell_at(row, p)) for p in headed):
        return None
    first, parts = _heading_parts(sheet, index, [p for p in numbers if p >= start])
    more = [
        p for p in parts if p > start and p not in numbers and _belongs(p, parts, below, numbers)
    ]
    return _Frame(first, index, parts, tuple(sorted({*numbers, *more})), labels)


def _tells_of_the_row(sheet: Sheet, index: int, place: int) -> bool:
    """Whether a column of numbers left of the cells is a year, a month or a row's own number."""
    rows = [sheet.rows[index], *([sheet.rows[index - 1]] if index else [])]
    cell = next((x for row in rows if not is_blank(x := cell_at(row, place))), "")
    text = heading_text(cell)
    return _label_column([text] if text else []) in _CALENDAR or tells_of_the_row(text)


def _belongs(
    place: int,
    parts: Mapping[int, tuple[str, ...]],
    below: Sequence[Sequence[Cell]],
    numbers: Sequence[int],
) -> bool:
    """Whether a column with few numbers, or none, is one of the cells all the same."""
    filled = [cell for row in below if not is_blank(cell := cell_at(row, place))]
    if place < numbers[-1] and (not filled or any(map(is_number, filled))):
        return True
    group = parts[place][:-1]
    return bool(group) and any(parts.get(p, ())[:-1] == group for p in numbers)


def _filled_rows(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    found: list[Sequence[Cell]] = []
    for row in rows:
        if any(not is_blank(cell) for cell in row):
            found.append(row)
            if len(found) == _ROWS_SAMPLED:
                break
    return found


def _starts_with_numbers(row: Sequence[Cell]) -> bool:
    """Whether a row can be the first under the headings: labels, then numbers that are no years."""
    numbers = [cell for cell in row if is_number(cell)]
    if not numbers:
        return sum(not is_blank(cell) for cell in row) <= 2 and any(map(is_text, row))
    return len(numbers) < 2 or not all(map(is_year, numbers))


def _holds_numbers(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    filled = [cell for row in rows if not is_blank(cell := cell_at(row, place))]
    return bool(filled) and sum(map(is_number, filled)) >= 0.6 * len(filled)


def _holds_words(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    filled = [cell for row in rows if not is_blank(cell := cell_at(row, place))]
    return bool(filled) and sum(map(is_text, filled)) >= 0.5 * len(filled)


def _may_head(cell: Cell) -> bool:
    if isinstance(cell, str):
        return is_text(cell) and len(cell) <= _LONGEST_HEADING
    return is_year(cell) or isinstance(cell, (dt.date, dt.datetime))


def _heading_parts(
    sheet: Sheet, index: int, numbers: Sequence[int]
) -> tuple[int, dict[int, tuple[str, ...]]]:
    """The first heading row, and the headings of every place, top first."""
    first = index
    while first > 0 and index - first < _UPPER_ROWS and _is_upper(sheet, first - 1, index, numbers):
        first -= 1
    parts: dict[int, tuple[str, ...]] = {}
    for row in range(first, index):
        for place, text in spread(sheet, row, index).items():
            parts[place] = (*parts.get(place, ()), text)
    for place, cell in enumerate(sheet.rows[index]):
        if not is_blank(cell):
            text = heading_text(cell)
            parts[place] = (*(x for x in parts.get(place, ()) if x != text), text)
    return first, parts


def _is_upper(sheet: Sheet, upper: int, lower: int, numbers: Sequence[int]) -> bool:
    """Whether a row is an upper heading row: it has something above the numbers, and no title."""
    row = sheet.rows[upper]
    filled = [place for place, cell in enumerate(row) if not is_blank(cell)]
    if not any(numbers[0] <= place <= numbers[-1] for place in filled):
        return False
    left = [place for place in filled if place < numbers[0]]
    corner = all(is_blank(cell_at(sheet.rows[lower], place)) for place in left)
    short = all(_may_head(row[place]) and not str(row[place]).endswith(":") for place in filled)
    return short and (corner or len(filled) > len(left) + 1)


def _read_frame(sheet: Sheet, shape: _Frame, said: Said) -> Crosstab | None:
    around = Around.of(sheet, shape.first, said.file)
    kind, columns = said.kind or around.kind, said.columns
    below = _filled_rows(sheet.rows[shape.last + 1 :])
    told = {**{p: _label_column(shape.parts.get(p, ())) for p in _left(shape)}, **columns}
    labels = {name: place for place, name in reversed(list(told.items())) if name}
    wanted = [p for p in shape.numbers if p not in labels.values() and columns.get(p) != ""]
    headed = read_headings({p: shape.parts[p] for p in wanted if p in shape.parts})
    cells = [heading for heading in headed if not heading.about_row]
    # A column without a heading can still be a total: its sums will tell.
    cells += [ColumnHeading(p, "") for p in wanted if p not in shape.parts]
    across_names = list(dict.fromkeys(x.name for x in cells if x.name and not x.total))
    if across_names:
        cells = [x for x in cells if x.name or x.total or not x.text]
    roles = _Roles(shape, below, labels, said.names, around)
    across = roles.across(across_names, cells)
    if across is None:
        return None
    labels = roles.labels_with(across)
    if not said.kind and not _is_certain(labels, across, cells, around):
        return None
    return Crosstab(
        table=_table(sheet, shape, kind, labels, cells, across),
        first=shape.first,
        last=shape.last,
        labels=labels,
        cells=tuple(sorted(cells, key=lambda heading: heading.place)),
        across=across,
        around=_with_corner(around, shape, cells),
        label_places=shape.labels,
    )


def _left(shape: _Frame) -> list[int]:
    """The places that may hold labels: words, and numbers under `Jaar` and the like."""
    calendar = [p for p in shape.numbers if _label_column(shape.parts.get(p, ())) in _CALENDAR]
    return [*shape.labels, *calendar]


def _label_column(parts: Sequence[str]) -> str:
    """What a heading says of the labels under it: a department, a theme, a part of a date."""
    found = columns_for([parts[-1]] if parts else [], c.USAGE)
    good = {k: m for k, m in found.items() if m.tier < 2 and k in (*_CALENDAR, *_OTHER)}
    if not good:
        return ""
    best = max(good, key=lambda column: good[column].score)
    return best if best in _OTHER or good[best].how == KNOWN else ""


def _corner(shape: _Frame) -> str:
    """The heading above the labels nearest to the cells."""
    return " ".join(shape.parts.get(shape.labels[-1], ()))


class _Roles:
    """Works out which names stand down and which across."""

    def __init__(
        self,
        shape: _Frame,
        below: Sequence[Sequence[Cell]],
        labels: Mapping[str, int],
        names: NamesHeard,
        around: Around,
    ) -> None:
        self._below = below
        self._labels = dict(labels)
        self._names = names
        self._around = around
        self._corner = _names_in_corner(_corner(shape))
        self._free = [p for p in shape.labels if p not in labels.values()]

    def across(self, names: Sequence[str], cells: Sequence[ColumnHeading]) -> str | None:
        """What the names across are, `""` when only periods stand across, None when unsure."""
        if not names:
            return "" if any(x.period and not x.total for x in cells) else None
        if len(names) < 2 or are_forms(names):
            return None
        down = [kind for kind in _OTHER if kind in self._labels]
        if len(down) == 2:
            return None
        if len(self._corner) == 2:
            return self._by_corner(names)
        declared = next((x.declared for x in cells if x.declared), "")
        known = self._names.known_as(names)
        if down:
            return self._with_down(_OTHER[down[0]], names, declared, known)
        return self._without_down(declared or known)

    def labels_with(self, across: str) -> dict[str, int]:
        """Where the labels stand, with the nearest free column for names that have no heading."""
        wanted = [kind for kind in _OTHER if kind != across and kind not in self._labels]
        found = dict(self._labels)
        if len(self._corner) == 2 and across:
            found = {k: p for k, p in found.items() if k not in _OTHER}
            wanted = [_OTHER[across]]
            self._free = [*self._free, *(p for k, p in self._labels.items() if k in _OTHER)]
        for kind in wanted:
            if across and self._free:
                found[kind] = self._free[-1]
        return found

    def _by_corner(self, names: Sequence[str]) -> str:
        """A corner such as `Afdeling / Thema` names what stands down first, unless names differ."""
        return self._names.known_as(names) or self._corner[1]

    def _with_down(self, other: str, names: Sequence[str], declared: str, known: str) -> str | None:
        """The names across, when those down have a heading: the other kind, with support."""
        if (declared or known) == other:
            return other
        if declared or (known and not may_be(names, other)):
            return None
        supported = self._around.mentions(other) or may_be(names, other)
        if other == c.THEME:
            supported = supported or self._around.is_of_use
        return other if supported and not self._around.is_foreign else None

    def _without_down(self, across: str) -> str | None:
        """The names across, when those down have no heading."""
        if not self._free:
            return None
        down = self._names.known_as(_words_at(self._below, self._free[-1]))
        if across and down != across:
            told = down or self._around.mentions(_OTHER[across]) or self._around.is_of_use
            return across if told else None
        if down and not across:
            return _OTHER[down]
        both = self._around.mentions(c.DEPARTMENT) and self._around.mentions(c.THEME)
        return c.THEME if both and not self._around.is_foreign else None


def _words_at(rows: Sequence[Sequence[Cell]], place: int) -> list[str]:
    cells = (cell_at(row, place) for row in rows)
    words = [cell for cell in cells if isinstance(cell, str) and is_text(cell)]
    return [word for word in words if total_label(word) is Label.NONE]


def _names_in_corner(text: str) -> list[str]:
    """`Afdeling / Thema` -> department and theme, in that order."""
    words = text.replace("\\", "/").replace("|", "/").replace("→", "/").replace("↓", "/")
    for between in (" en ", " per ", " x ", " naar ", " and ", " by ", "×"):
        words = words.replace(between, "/")
    found = [declared_names(word.strip()) for word in words.split("/") if word.strip()]
    return list(dict.fromkeys(found)) if all(found) else []


def _is_certain(
    labels: Mapping[str, int],
    across: str,
    cells: Sequence[ColumnHeading],
    around: Around,
) -> bool:
    """Whether names and cells make a table of use or of a budget beyond doubt."""
    if across:
        return _OTHER[across] in labels and not around.is_foreign
    named = [kind for kind in _OTHER if kind in labels]
    if around.kind == c.BUDGET or around.is_foreign:
        return False
    if any(set(x.text.lower().split()) & {"begroting", "realisatie"} for x in cells):
        return False
    return len(named) == 2 or (c.DEPARTMENT in named and around.is_of_use)


def _with_corner(around: Around, shape: _Frame, cells: Sequence[ColumnHeading]) -> Around:
    """The texts around, with those of the headings that say what the numbers are."""
    texts = [" ".join(shape.parts.get(place, ())) for place in shape.labels]
    texts += [x.text for x in cells if x.measure]
    return replace(around, texts=(*around.texts, *texts))


def _table(
    sheet: Sheet,
    shape: _Frame,
    kind: str,
    labels: Mapping[str, int],
    cells: Sequence[ColumnHeading],
    across: str,
) -> Table:
    told: dict[int, str | None] = {place: column for column, place in labels.items()}
    told |= {x.place: across or next(iter(x.period), None) for x in cells if not x.total}
    width = max([*shape.parts, *shape.numbers]) + 1
    headings = []
    for place in range(width):
        text = " ".join(shape.parts.get(place, ()))
        column = told.get(place)
        if column or text:
            headings.append(Heading(place, text, column, KNOWN if column else IGNORED))
    return Table(kind, sheet.first_row + shape.last, tuple(headings), CROSSTAB)
