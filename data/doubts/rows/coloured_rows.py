"""Rows that stand out by their colour: what that means only a legend or a person can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables.legends import CODE
from data.values.found_table import LIST

_RARE = 0.25  # of the rows: what is more is how the table looks
_MOST_WORDS = 5
_SHOWN = 5

Colours = Sequence[str]


def look(found: LookedAt) -> None:
    """Ask about rows in a colour that says that they were not held; tell of other such rows."""
    coloured = found.sheet.marks.coloured
    if not coloured or found.table.layout != LIST or found.table.format:
        return
    colours = _of_rows(found, coloured)
    for colour, text in _legend(found, coloured):
        rows = [row for row, own in enumerate(colours) if own == colour]
        question = messages.COLOURED_AS(value=shorten(text), n=len(rows))
        found.ask(CODE, question, rows, messages.MAY_BE_COLOURED(value=shorten(text)))
        colours = ["" if own == colour else own for own in colours]
    rows = _standing_out(colours)
    if rows and not found.questions.was_asked(CODE) and not _goes_by_a_column(found, colours):
        numbers = [str(found.candidates.numbers[row]) for row in rows[:_SHOWN]]
        found.remark(messages.ROWS_COLOURED(rows=numbers, n=len(rows)))


def _of_rows(found: LookedAt, coloured: Mapping[int, Mapping[int, str]]) -> list[str]:
    """The colour of each row: that of most of the cells that are read, or of one alone."""
    places = [found.number_of(heading.position) for heading in found.headings()]
    colours = []
    for number in found.candidates.numbers:
        of_row = coloured.get(number, {})
        told = Counter(of_row[place] for place in places if place in of_row)
        colours.append(told.most_common(1)[0][0] if told else "")
    return colours


def _standing_out(colours: Colours) -> list[int]:
    """The rows in a rare colour, where most rows have another."""
    counts = Counter(colours)
    most = max(1, int(_RARE * len(colours)))
    rare = {colour for colour, n in counts.items() if colour and n <= most}
    rows = [row for row, colour in enumerate(colours) if colour in rare]
    return rows if 2 * len(rows) <= len(colours) else []


def _goes_by_a_column(found: LookedAt, colours: Colours) -> bool:
    """Whether each value of some column has a colour of its own."""
    if "" in colours:
        return False
    for heading in found.headings():
        values = [cell_text(cell) for cell in found.values(heading)]
        pairs = set(zip(values, colours, strict=True))
        if len(pairs) == len(set(values)) < len(values) and len(set(colours)) == len(pairs):
            return True
    return False


def _legend(
    found: LookedAt, coloured: Mapping[int, Mapping[int, str]]
) -> Iterator[tuple[str, str]]:
    """The texts outside the rows that say “not held” in a colour, or beside one."""
    numbers = set(found.candidates.numbers)
    for number, of_row in coloured.items():
        at = number - found.sheet.first_row
        if not 0 <= at < len(found.sheet.rows):
            continue
        row = found.sheet.rows[at]
        last = max((h.position for h in found.table.headings if h.column), default=0)
        for column, colour in of_row.items():
            for place in (column, column + 1):
                cell = place - found.sheet.first_column
                inside = number in numbers and cell <= last
                text = row[cell] if 0 <= cell < len(row) and not inside else ""
                if isinstance(text, str) and _says_not_held(text):
                    yield colour, text


def _says_not_held(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and says_not_held(text.strip("= "))
