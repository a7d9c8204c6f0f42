"""A list without headings: its first row is a record, and its values propose the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.figures import is_dated, is_year
from data.cells.predicates import cell_at, is_blank, is_number
from data.fields import Sort
from data.recognising.answers import answers_in
from data.recognising.matching import CHOSEN, IGNORED, SIMILAR
from data.recognising.name_evidence import may_be
from data.values.corrections import NOT_NEEDED
from data.values.found_table import Heading, Table
from data.values.grid import Sheet
from data.values.hints import NamesHeard, Said

NO_HEADINGS = 0  # in the place of the number of a heading row
_ROWS_SAMPLED, _MOST, _LONG = 200, 0.6, 25


def headless_table(sheet: Sheet, said: Said) -> Table:
    """The rows of a sheet as a list; a person may say otherwise of each column."""
    kind = said.kind or c.USAGE
    width = max((len(row) for row in sheet.rows), default=0)
    proposed = _proposed(sheet, kind, width, said.names)
    headings = []
    for place in range(width):
        told = said.columns.get(place)
        taken = {x for p, x in said.columns.items() if p != place}
        column = proposed.get(place) if told is None else told or None
        if told is None and column in taken:
            column = None
        how = CHOSEN if told is not None else SIMILAR if column else IGNORED
        if column or told == NOT_NEEDED or _under(sheet, place):
            headings.append(Heading(place, "", column, how))
    return Table(kind, sheet.first_row - 1, tuple(headings))


def _proposed(sheet: Sheet, kind: str, width: int, names: NamesHeard) -> dict[int, str]:
    found: dict[int, str] = {}
    for place in range(width):
        columns = _columns_of(_under(sheet, place), kind, names)
        free = [column for column in columns if column not in found.values()]
        if free:
            found[place] = free[0]
    return found


def _under(sheet: Sheet, place: int) -> list[Cell]:
    cells = (cell_at(row, place) for row in sheet.rows)
    return list(islice((cell for cell in cells if not is_blank(cell)), _ROWS_SAMPLED))


def _columns_of(values: Sequence[Cell], kind: str, names: NamesHeard) -> list[str]:
    """The columns that the values speak for, the likeliest first; numbers alone speak for none."""
    if not values:
        return []
    if _are_days(values):
        return [c.DATE]
    if all(map(is_year, values)):
        return [c.YEAR]
    texts = [x for x in values if isinstance(x, str) and not is_number(x)]
    if len(texts) < _MOST * len(values):
        return []
    choices = fields.of(kind, Sort.CHOICE) if kind == c.USAGE else ()
    told = [field.name for field in choices if answers_in(texts, field)]
    if told:
        return told
    distinct = list(dict.fromkeys(texts))
    known = names.known_as(distinct)
    if known:
        return [known]
    if kind != c.USAGE or sum(map(len, texts)) > _LONG * len(texts):
        return []
    return [name for name in (c.DEPARTMENT, c.THEME) if may_be(distinct, name)]


def _are_days(values: Sequence[Cell]) -> bool:
    days = sum(is_dated(value) and not is_number(value) for value in values)
    return days >= _MOST * len(values)
