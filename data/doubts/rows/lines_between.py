"""A line of text between the rows: what stands below it may be something else than above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.labels import Label, total_label
from data.cells.months import MONTHS
from data.cells.predicates import is_blank
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names.other_municipality import names_another
from data.doubts.rows import messages
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables.purpose import speaks_of_something_else
from data.values.found_table import LIST

_OF_A_PAGE = re.compile(r"^(pagina|page|blad|pag|vervolg|afgedrukt|print|datum|bron|source|noot)\b")
_OF_INCOME = re.compile(r"^(totale? )?(baten|inkomsten|ontvangsten|opbrengsten|income|revenues?)$")
_LONGEST = 120


def look(found: LookedAt) -> None:
    """Ask about the rows below a line that speaks of what was not held; tell of other lines."""
    numbers = found.candidates.numbers
    if found.table.layout != LIST or found.table.format or not numbers:
        return
    lines = [*_lines(found, numbers[-1]), (numbers[-1] + 1, "")]
    told = []
    for (number, text), (end, _) in pairwise(lines):
        rows = [row for row, at in enumerate(numbers) if number < at < end]
        if not rows or not text:
            continue
        value = shorten(text)
        other = speaks_of_something_else(text) or names_another(text, found)
        other = other or (
            found.table.kind == c.BUDGET and bool(_OF_INCOME.match(plain_words(text)))
        )
        if says_not_held(text) or other:
            question = messages.LINE_ABOVE(value=value, n=len(rows))
            found.ask(f"line:{plain_words(text)}", question, rows, messages.BELOW_LINE(value=value))
        else:
            told.append(text)
    others = _without_names(found, told) if told else []
    if others:
        found.remark(messages.LINES_BETWEEN(values=[*map(shorten, others)]))


def _without_names(found: LookedAt, lines: list[str]) -> list[str]:
    """The lines that are none of the names that were read, such as `Afdeling: Wonen`."""
    columns = map(found.column, found.headings(c.DEPARTMENT, c.THEME))
    names = {plain_words(text[:_LONGEST]) for column in columns for text in column.texts} - {""}
    return [line for line in lines if not plain_words(line).endswith(tuple(names))]


def _lines(found: LookedAt, last: int) -> Iterator[tuple[int, str]]:
    """The rows between others in which one text stands alone: number and text."""
    first = found.sheet.first_row
    read = {number: row for row, number in enumerate(found.candidates.numbers)}
    started = False
    for number in range(found.table.header_row + 1, last):
        row = found.sheet.rows[number - first]
        if started and len(row) > 1 and _says(row[0]) and _says(row[1]):
            continue  # the usual case
        cells = [*islice((cell for cell in row if not is_blank(cell)), 2)]  # alone, or not
        if len(cells) > 1 and number in read:
            started = True
        elif started and len(cells) == 1 and _is_line(cells[0]):
            yield number, str(cells[0])


def _says(cell: Cell) -> bool:
    """True only of what is not blank; false of some of that as well, which is looked at again."""
    return type(cell) is not str or cell[:1].isalnum()


def _is_line(cell: Cell) -> bool:
    if not isinstance(cell, str) or total_label(cell) is not Label.NONE:
        return False
    words = plain_words(cell[:_LONGEST])
    letters = any(sign.isalpha() for sign in words)
    period = all(word in MONTHS or word.isdigit() for word in words.split())
    return letters and not period and not _OF_A_PAGE.match(words)
