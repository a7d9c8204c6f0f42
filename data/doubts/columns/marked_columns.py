"""A list with a column per theme, form or channel, and a mark or number in each: not read so.

Which theme, form or channel a row has, is then lost: never without a word.
"""

from __future__ import annotations

from collections.abc import Callable

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.choices import parse_choices
from data.cells.keys import plain_words
from data.cells.predicates import is_blank
from data.cells.tick_marks import is_no_tick, is_tick
from data.doubts.columns import messages
from data.doubts.columns.rivals import speaks_of_measure
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading

_CHOICES = list(fields.of(c.USAGE, fields.Sort.CHOICE))
_BARE = "onderwerp"  # a theme only when nothing else is
_FEWEST, _SAMPLE = 2, 2000


def look(found: LookedAt) -> None:
    """Tell which columns with marks are not read; ask where they may be the themes."""
    if found.table.layout != LIST or found.table.kind != c.USAGE or found.table.format:
        return
    unread = [heading for heading in found.unread() if not speaks_of_measure(heading)]
    marked = [h for h in unread if _all(found, h, _is_mark)]
    answers = [h for h in unread if _is_answer(h) and _all(found, h, _is_mark_or_number)]
    others = [h for h in marked if not _is_answer(h)]
    theme = next(iter(found.headings(c.THEME)), None)
    if theme and plain_words(theme.text) == _BARE and len(others) >= _FEWEST:
        _ask(found, theme, others)
    elif len(marked) >= _FEWEST or answers:
        told = [h.text for h in unread if h in answers or (h in marked and len(marked) >= _FEWEST)]
        found.remark(messages.MARKED_COLUMNS_UNREAD(columns=told))


def _ask(found: LookedAt, theme: Heading, marked: list[Heading]) -> None:
    rows = list(range(len(found.candidates)))
    names = [heading.text for heading in marked]
    question = messages.MARKED_OR_READ(columns=names, column=theme.text, n=len(rows))
    found.ask("marked_columns", question, rows, messages.MAY_BE_MARKED(columns=names), theme)


def _is_answer(heading: Heading) -> bool:
    """Whether a heading is one of the forms, channels or parts."""
    return any(
        isinstance(parse_choices([heading.text], field.choices, field.refusal)[0], str)
        for field in _CHOICES
    )


def _all(found: LookedAt, heading: Heading, holds: Callable[[Cell], bool]) -> bool:
    cells = {cell for cell in found.values(heading)[:_SAMPLE] if not is_blank(cell)}
    return bool(cells) and all(map(holds, cells))


def _is_mark(cell: Cell) -> bool:
    return is_tick(cell) or is_no_tick(cell)


def _is_mark_or_number(cell: Cell) -> bool:
    return _is_mark(cell) or isinstance(cell, (int, float))
