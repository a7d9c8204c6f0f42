"""What the format of a number adds to it: a reader sees `2 dagen` where the file holds 2."""

from __future__ import annotations

import datetime as dt
import re

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.money import unit_in
from data.cells.predicates import is_blank
from data.cells.text import cell_text
from data.doubts.looked_at import LookedAt
from data.doubts.money.currencies import unit_said
from data.values.found_table import LIST, Heading
from data.values.marks import CLOCK, MINUS, MONTH, SCALE, YEAR

_MONEY = fields.measures(fields.Sort.AMOUNT)
_MEASURES = fields.measures()
_MINUTES = 60  # in an hour
_PARTS_OF_DATES = {MONTH: 7, YEAR: 4}  # how many signs of a day they leave
_UNIT_HEADINGS = frozenset({"eenheid", "maateenheid", "tijdseenheid", "unit", "uren dagen"})
_SAYS_HOW_OFTEN = re.compile(r"frequentie|herhaling|interval|ritme|frequency|precisi|nauwkeurig")
_UNIT = re.compile(
    r"kwartier(?:en)?|half uur|uur|uren|u|h|hours?|hrs?|min|minuut|minuten|minutes?|sec|dag|dagen"
    r"|dgn|days?|d|halve dag(?:en)?|dagde(?:el|len)|week|weken|wk|maand|maanden|mnd|fte|sessies?"
    r"|bijeenkomst(?:en)?|stuks?|st|keer|personen|pers|%|€|euros?"
    r"|(?:uren )?(?:x|in)? ?(?:1[ .]?000|duizend(?:en|tallen)?)"
)
_MOST_UNITS = 8


def look(found: LookedAt) -> None:
    """Read such numbers as they are shown, or as a column of units says."""
    _look_for_column_of_units(found)
    if not found.sheet.marks.shown_as:
        return
    _look_at_dates(found)
    for heading in found.headings(*_MEASURES):
        told = found.sheet.marks.shown_as.get(found.number_of(heading.position), {})
        cells = found.values(heading)
        for words, numbers in told.items():
            found.change(
                heading,
                {
                    row: _shown(cells[row], words, heading, _told_unit(found, heading))
                    for row, number in enumerate(found.candidates.numbers)
                    if number in numbers and _is_number(cells[row])
                },
            )


def _look_for_column_of_units(found: LookedAt) -> None:
    """Read hours in the unit that stands beside them, when a column says `dagen` or `uur`."""
    hours = found.headings(c.HOURS)
    if not hours or found.table.layout != LIST:
        return
    units = next((h for h in found.unread() if _says_units(found, h)), None)
    if not units:
        return
    told, cells = found.values(units), found.values(hours[0])
    found.change(
        hours[0],
        {
            row: f"{cell_text(cells[row]).replace('.', ',')} {cell_text(unit).strip()}"
            for row, unit in enumerate(told)
            if _is_of_hours(found, unit) and not is_blank(cells[row]) and _is_bare(cells[row])
        },
    )


def _says_units(found: LookedAt, heading: Heading) -> bool:
    """Whether a column says what is counted beside it, by its heading or by all that is in it."""
    words = plain_words(heading.text)
    if words in _UNIT_HEADINGS:
        return True
    cells = found.column(heading).texts
    texts = {cell.strip(" .").casefold() for cell in cells if not is_blank(cell)}
    alone = 0 < len(texts) <= _MOST_UNITS and not _SAYS_HOW_OFTEN.search(words)
    return alone and all(map(_UNIT.fullmatch, texts)) and bool(found.filled(heading))


def _is_of_hours(found: LookedAt, unit: Cell) -> bool:
    """Whether a cell says the unit of the hours; that of an amount beside them is another's."""
    of_money = unit_said(cell_text(unit)) is not None
    return not is_blank(unit) and not (of_money and found.headings(*_MONEY))


def _is_bare(cell: Cell) -> bool:
    return _is_number(cell) or (isinstance(cell, str) and cell.strip()[-1:].isdigit())


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _look_at_dates(found: LookedAt) -> None:
    """Take the first days of months for months where only the month is shown, and so years."""
    for heading in found.headings(c.DATE):
        told = found.sheet.marks.shown_as.get(found.number_of(heading.position), {})
        cells = found.values(heading) if told else []
        for words, length in _PARTS_OF_DATES.items():
            numbers = told.get(words, frozenset())
            rows = [row for row, at in enumerate(found.candidates.numbers) if at in numbers]
            days = {row: _iso(cells[row]) for row in rows}
            if all(day[length:] in ("", "-01", "-01-01") for day in days.values()):
                found.change(heading, {row: day[:length] for row, day in days.items() if day})


def _iso(cell: Cell) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, dt.date) else ""


def _told_unit(found: LookedAt, heading: Heading) -> int:
    """In what the amounts of a column are counted, as the texts around the table say."""
    if heading.column not in _MONEY:
        return 1
    if found.candidates.said_unit:
        return found.candidates.said_unit
    return max(unit_in(text) for text in (heading.text, *found.candidates.surroundings))


def _shown(cell: Cell, words: str, heading: Heading, told: int) -> Cell:
    assert isinstance(cell, (int, float))  # noqa: S101 - what is a number was looked up
    scale = int(words[1:]) if words.startswith(SCALE) else 0
    if scale and heading.column in _MONEY:  # what is told of the unit is told of what is shown
        return cell / scale if told > 1 else cell
    if words == CLOCK and cell == int(cell) and cell % 100 < _MINUTES:
        return f"{int(cell) // 100}:{int(cell) % 100:02}"
    if words == MINUS:
        return -cell
    if heading.column in _MONEY:
        unit = unit_in(words)
        if unit > 1:
            return cell * unit if isinstance(cell, int) else round(cell * unit, 6)
    number = cell_text(cell * 100 if words == "%" else cell)
    return f"{number.replace('.', ',')} {words}"
