"""Which filled cells of a crosstab may be records, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isclose

from data import columns as c
from data.cells.cell import Cell
from data.cells.figures import starts_headings
from data.cells.keys import plain_words
from data.cells.labels import Label, is_caption, starts_as_note, total_label
from data.cells.predicates import cell_at, heading_text, is_blank, is_number, is_text
from data.cells.text import says_nothing
from data.values.grid import Sheet
from data.values.layouts import ColumnHeading, Crosstab

_LEAST_HEADINGS = 2


def cells_to_read(
    sheet: Sheet, crosstab: Crosstab
) -> tuple[list[tuple[int, ColumnHeading]], Counter[str]]:
    """The cells that may be records, as place of their row and heading; why how many are not."""
    columns = [replace(x, total=x.total or _adds_up(sheet, crosstab, x)) for x in crosstab.cells]
    skipped: Counter[str] = Counter()
    found: list[tuple[int, ColumnHeading]] = []
    running = dict.fromkeys((x.place for x in columns), 0.0)
    for index in range(crosstab.last + 1, _end(sheet, crosstab)):
        row = sheet.rows[index]
        filled = [x for x in columns if not is_blank(cell_at(row, x.place))]
        reason = _reason_to_skip(row, filled, crosstab, running) if filled else None
        if reason:
            skipped[reason] += len(filled)
            continue
        for heading in filled:
            cell = row[heading.place]
            _add(running, heading.place, cell)
            if heading.total:
                skipped[c.TOTAL] += 1
            elif says_nothing(cell) or (cell == 0 and not isinstance(cell, bool)):
                skipped[c.BLANK] += 1
            else:
                found.append((index, heading))
    return found, skipped


def _end(sheet: Sheet, crosstab: Crosstab) -> int:
    """Where the cells end: at the headings of something else, after an empty row."""
    places = [heading.place for heading in crosstab.cells]
    after_empty = False
    for index in range(crosstab.last + 1, len(sheet.rows)):
        row = sheet.rows[index]
        if all(map(is_blank, row)):
            after_empty = True
        elif after_empty and len(told := _filled_at(row, places)) >= _LEAST_HEADINGS:
            own = all(_repeats(cell_at(row, h.place), h) for h in crosstab.cells if h.text)
            if not own and starts_headings(told):
                return index
    return len(sheet.rows)


def _filled_at(row: Sequence[Cell], places: Sequence[int]) -> list[Cell]:
    return [cell for place in places if not is_blank(cell := cell_at(row, place))]


def _add(running: dict[int, float], place: int, cell: Cell) -> None:
    if isinstance(cell, (int, float)):
        running[place] += cell


def _adds_up(sheet: Sheet, crosstab: Crosstab, heading: ColumnHeading) -> bool:
    """Whether a column without a heading holds the sums of the others in each row."""
    if heading.text:
        return False
    others = [x.place for x in crosstab.cells if x.text and not x.total]
    told = []
    for row in sheet.rows[crosstab.last + 1 :]:
        cell = cell_at(row, heading.place)
        if isinstance(cell, (int, float)):
            numbers = [x for p in others if isinstance(x := cell_at(row, p), (int, float))]
            told.append(isclose(sum(numbers), cell, abs_tol=0.011))
    return bool(told) and all(told)


def _reason_to_skip(
    row: Sequence[Cell],
    filled: Sequence[ColumnHeading],
    crosstab: Crosstab,
    running: Mapping[int, float],
) -> str | None:
    """Why none of the cells of a row is a record: a total, the headings again, or a note."""
    labels = [
        cell
        for place, cell in enumerate(row[: crosstab.cells[0].place])
        if isinstance(cell, str) and is_text(cell)
    ]
    if any(total_label(x) is not Label.NONE or _is_percentage(x) for x in labels if not _counts(x)):
        return c.TOTAL
    if len(labels) == 1 and _counts(labels[0]):
        return c.TOTAL
    texts = [cell_at(row, heading.place) for heading in filled]
    if all(_repeats(cell, heading) for cell, heading in zip(texts, filled, strict=True)):
        return c.REPEATED_HEADER
    if any(starts_as_note(x) or is_caption(x) for x in labels) or not any(map(is_number, texts)):
        unlabelled = not any(cell_at(row, p) not in ("", None) for p in crosstab.labels.values())
        if (labels and any(starts_as_note(x) or is_caption(x) for x in labels)) or unlabelled:
            return c.NOTE
    sums = [
        isinstance(cell, (int, float)) and isclose(running[x.place], cell, abs_tol=0.011)
        for cell, x in zip(texts, filled, strict=True)
    ]
    return c.TOTAL if not labels and all(sums) else None


def _counts(text: str) -> bool:
    """Whether a label says that a row is one of numbers of uses, beside others under its names."""
    return plain_words(text) in ("aantal", "count")


def _is_percentage(text: str) -> bool:
    return text.strip().startswith("%") or plain_words(text).split()[:1] in (
        ["percentage"], ["aandeel"], ["gemiddelde"],
    )  # fmt: skip


def _repeats(cell: Cell, heading: ColumnHeading) -> bool:
    text = heading_text(cell)
    return bool(text) and heading.text.endswith(text) and not isinstance(cell, (int, float))
