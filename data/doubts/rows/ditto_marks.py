"""`idem`, `"` and `zie boven`: the cell says what the cell above it says."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.predicates import is_blank
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.values.found_table import LIST, Heading

_COLUMNS = (
    c.DATE, c.YEAR, c.QUARTER, c.MONTH, c.DEPARTMENT, c.THEME, c.FORM, c.CHANNEL, c.SHARE,
    c.SUBJECT, c.DESCRIPTION, c.BUDGET_KIND, c.ACCOUNT,
)  # fmt: skip
_MARKS = frozenset({
    '"', '""', "''", "'", "”", "“", "„", "″", "〃", ",,", "´´", "``", "^", "↑", "idem", "id",
    "ibid", "dito", "ditto", "do", "zie boven", "zie hierboven", "als boven", "als hierboven",
    "zie vorige", "vorige", "zie vorige rij", "z.b", "idem dito", "idem als boven",
    "zelfde afdeling", "zelfde thema", "same department", "same theme",
    "a.b", "a/b", "als bov", "als voor", "als vorige", "vorige afdeling", "vorig thema",
    "vgl. boven",
    "conform boven", "cfm boven", "cfm. boven", "zelfde als boven", "dto", "s.o", "desgl", "dgl",
    "id.id", "idem, idem", "idem idem", "nogmaals", "same as prev", "same as previous",
    "hetzelfde", "zelfde", "dezelfde", "same", "same as above", "see above", "as above",
})  # fmt: skip

_AROUND = "-–.()[] \t\r\n\xa0"
_QUOTES = _AROUND + "\"'”“!↑*"
_FIRST = frozenset(mark[0] for mark in _MARKS)
_ALONE = frozenset(_AROUND) | {mark for mark in _MARKS if len(mark) == 1}
_STARTS = frozenset(mark[:2] for mark in _MARKS)


def look(found: LookedAt) -> None:
    """Read what stands above where a cell says so."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(*_COLUMNS):
        _fill(found, heading)


def _fill(found: LookedAt, heading: Heading) -> None:
    above: Cell = ""
    filled: dict[int, Cell] = {}
    column = found.column(heading)
    marks = {cell for cell in column.texts if may_be_ditto(cell) and is_ditto(cell)}
    for row, cell in enumerate(column.cells) if marks else ():
        if cell not in marks:
            above = cell
        elif is_blank(above):
            found.reject([row], messages.NOTHING_ABOVE(), heading)
        else:
            filled[row] = above
    found.change(heading, filled)
    if filled:
        found.remark(messages.DITTO_READ(column=heading.text, n=len(filled)))


def may_be_ditto(cell: Cell) -> bool:
    """False for most cells, by how they begin."""
    return type(cell) is str and (cell[:1] in _ALONE or cell[:2].casefold() in _STARTS)


def is_ditto(cell: Cell) -> bool:
    """Whether a cell only points at the one above it."""
    if not isinstance(cell, str) or not 0 < len(cell) < 20:
        return False
    if cell.lstrip(_AROUND)[:1].casefold() not in _FIRST:  # most cells, at once
        return False
    text = " ".join(cell.casefold().split()).strip(_AROUND)
    bare = text.strip(_QUOTES)
    return text in _MARKS or (bare.isprintable() and bare[:1].isalpha() and bare in _MARKS)
