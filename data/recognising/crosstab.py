"""Crosstabs: departments down and themes or periods across, numbers in the cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import columns as c
from data.cells.cell import Cell
from data.cells.labels import Label, total_label
from data.cells.predicates import cell_at, is_text
from data.cells.tick_marks import ticks_as_ones
from data.recognising.axis import declared_names, read_headings
from data.recognising.evidence import are_forms
from data.recognising.frame import (
    CALENDAR,
    Frame,
    filled_rows,
    frame_at,
    label_column,
    places_of_headings,
)
from data.recognising.matching import IGNORED, KNOWN
from data.recognising.name_evidence import may_be
from data.recognising.repeated_periods import are_cumulative, without_sums
from data.recognising.table_context import TableContext
from data.values.found_table import CROSSTAB, Heading, Table
from data.values.grid import Sheet
from data.values.hints import NamesHeard, Said
from data.values.layouts import ColumnHeading, Crosstab

_OTHER = {c.DEPARTMENT: c.THEME, c.THEME: c.DEPARTMENT}


def find_crosstab(sheet: Sheet, said: Said | None = None) -> Crosstab | None:
    """The crosstab on a sheet, or None when nothing is one with certainty."""
    said = said or Said()
    pointed_at = said.header_place(sheet)
    for index in places_of_headings(sheet) if pointed_at is None else (pointed_at,):
        shape = frame_at(sheet, index)
        found = _read_frame(sheet, shape, said) if shape else None
        if found:
            return found
    return _with_ticks(sheet, said)


def _with_ticks(sheet: Sheet, said: Said) -> Crosstab | None:
    """The crosstab with marks such as `x` in its cells, when there is no other."""
    rows = [ticks_as_ones(row) for row in sheet.rows]
    if not any(new is not old for new, old in zip(rows, sheet.rows, strict=True)):
        return None
    found = find_crosstab(replace(sheet, rows=rows), said)
    return replace(found, ticks=True) if found else None


def _read_frame(sheet: Sheet, shape: Frame, said: Said) -> Crosstab | None:
    around = TableContext.of(sheet, shape.first, said.file)
    kind, columns = said.kind or around.kind, said.columns
    below = filled_rows(sheet.rows[shape.last + 1 :])
    told = {p: columns.get(p, label_column(shape.parts.get(p, ()))) for p in _left(shape)}
    labels = {name: place for place, name in reversed(list(told.items())) if name}
    wanted = [p for p in shape.numbers if p not in labels.values() and columns.get(p) != ""]
    headed = read_headings({p: shape.parts[p] for p in wanted if p in shape.parts})
    if are_cumulative(headed, around.words):
        return None
    cells = without_sums([heading for heading in headed if not heading.about_row])
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
        around=_with_corner(around, shape, cells).told(),
        label_places=shape.labels,
    )


def _left(shape: Frame) -> list[int]:
    """The places that may hold labels: words, and numbers under `Jaar` and the like."""
    beside = (*shape.left, *shape.numbers)
    calendar = [p for p in beside if label_column(shape.parts.get(p, ())) in CALENDAR]
    return [*shape.labels, *calendar]


def _corner(shape: Frame) -> str:
    """The heading above the labels nearest to the cells."""
    return " ".join(shape.parts.get(shape.labels[-1], ()))


class _Roles:
    """Works out which names stand down and which across."""

    def __init__(
        self,
        shape: Frame,
        below: Sequence[Sequence[Cell]],
        labels: Mapping[str, int],
        names: NamesHeard,
        around: TableContext,
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
    around: TableContext,
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


def _with_corner(
    around: TableContext, shape: Frame, cells: Sequence[ColumnHeading]
) -> TableContext:
    """The texts around, with those of the headings that say what the numbers are."""
    texts = [" ".join(shape.parts.get(place, ())) for place in shape.labels]
    texts += [x.text for x in cells if x.measure]
    return replace(around, texts=(*around.texts, *texts))


def _table(
    sheet: Sheet,
    shape: Frame,
    kind: str,
    labels: Mapping[str, int],
    cells: Sequence[ColumnHeading],
    across: str,
) -> Table:
    told: dict[int, str | None] = {place: column for column, place in labels.items()}
    told |= {x.place: across or next(iter(x.period), None) for x in cells if not x.total}
    texts = {x.place: x.text for x in cells}
    width = max([*shape.parts, *shape.numbers]) + 1
    headings = []
    for place in range(width):
        text = texts.get(place, " ".join(shape.parts.get(place, ())))
        column = told.get(place)
        if column or text:
            headings.append(Heading(place, text, column, KNOWN if column else IGNORED))
    return Table(kind, sheet.first_row + shape.last, tuple(headings), CROSSTAB)
