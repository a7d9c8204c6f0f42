"""Numbers under a heading that does not say what they count: `Duur` with 60, 90 and 30."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.hours import HOUR, unit_of_heading
from data.cells.keys import plain_words
from data.cells.numbers import shape_of
from data.cells.text import cell_text
from data.doubts import messages
from data.doubts.looked_at import LookedAt
from data.values.found_table import LIST, Heading

CODE = "hours_unit"
MINUTES, HOURS = "in_minutes", "in_hours"
_BARE = frozenset({
    "uur", "tijd", "duur", "inzet", "time", "duration", "effort", "tijdsduur", "tijd m",
    "bestede tijd", "tijdsbesteding", "tijdbesteding", "tijdsinzet",
})  # fmt: skip
_QUARTER_OF_AN_HOUR, _LONG = 15, 30


def look(found: LookedAt) -> None:
    """Tell that such numbers are read as hours; ask where they may well be minutes."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.HOURS):
        words = plain_words(heading.text)
        if words not in _BARE or unit_of_heading(words) != HOUR:
            continue
        cells = found.values(heading)
        numbers = {row: number for row, cell in enumerate(cells) if (number := _number(cell))}
        if not numbers:
            continue
        if _may_be_minutes(list(numbers.values())):
            _ask(found, heading, numbers)
        else:
            found.remark(messages.TAKEN_AS_HOURS(column=heading.text))


def _number(cell: Cell) -> float | None:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    text = cell_text(cell).strip()
    return float(text) if shape_of(text) and text.isdecimal() and len(text) < 6 else None


def _may_be_minutes(numbers: list[float]) -> bool:
    long = sum(number >= _LONG for number in numbers)
    return 2 * long > len(numbers) and all(
        number % _QUARTER_OF_AN_HOUR == 0 or number % 10 == 0 for number in numbers
    )


def _ask(found: LookedAt, heading: Heading, numbers: dict[int, float]) -> None:
    rows = list(numbers)
    question = messages.HOURS_OR_MINUTES(column=heading.text, value=f"{numbers[rows[0]]:g}")
    reason = messages.MAY_BE_MINUTES()
    if found.choose(CODE, question, rows, (MINUTES, HOURS), reason, heading) == MINUTES:
        found.change(heading, {row: f"{number:g} min" for row, number in numbers.items()})
