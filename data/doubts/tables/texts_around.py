"""Texts above, below and beside the rows that say that they do not count as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from data.cells.column_names import column_letters
from data.cells.keys import plain_words
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows.called_off import remark_called_off
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables import messages
from data.doubts.tables.legends import CODE as LEGEND
from data.doubts.tables.purpose import CODE as PURPOSE
from data.values.found_table import LIST

CODE = "text_around"
_LONGEST, _MOST_WORDS, _SHOWN, _ROWS_BELOW = 200, 16, 5, 10
_UNDOES = re.compile(
    r"\b(geannuleerde?|vervallen|afgezegde?|afgelast\w*|cancell?ed|abgesagt|niet doorgegaan"
    r"|(gaat|gaan|ging|gingen) niet door|niet gehouden|tell?(t|en)? (nog )?niet mee|niet meetellen"
    r"|onder voorbehoud|nog concept|in concept|dummy|test ?(data|gegevens)|testregels?"
    r"|kloppe?n?t? (nog )?niet|onjuist|foutieve?"
    r"|(is|zijn|wordt|werd) (vervangen|verplaatst|ingetrokken)|vervangen door|oude registratie"
    r"|zie (de )?nieuwe|(alleen|enkel|only) .{0,40}(tell?(t|en)|meetell?en|geldig|counts?)"
    r"|dubbel(en|e|ingen)?( .{0,30})?( nog)? (verwijderen|eruit|opschonen|controleren)"
    r"|nog (te )?(controleren|verwijderen|opschonen|nakijken)|maal \d|x \d+ (ivm|i v m|wegens)"
    r"|sample data|fake|not final|do not use)\b"
)
# What is not certain of all the rows, and still is what they say.
_UNSURE = re.compile(
    r"\b(voorlopige?|geschat\w*|schatting\w*|geraamd\w*|concept\w*|provisional|estimate\w*"
    r"|niet (volledig|compleet|vastgesteld)|onvolledig|incomplete|afgerond op)\b"
)
_LEFT_OUT = re.compile(
    r"\b(niet (in|op)?.{0,40}(opgenomen|meegeteld|meegenomen|vermeld|inbegrepen|verwerkt)|zonder"
    r"|exclusief|excl|verwijderd|weggelaten|not included|excluded|excluding)\b"
)


def look(found: LookedAt) -> None:
    """Ask about rows that a text undoes; tell of texts that leave them unsure, or say who knows."""
    if found.table.format:
        return
    _look_beside(found)
    if any(map(found.questions.was_asked, (PURPOSE, LEGEND))):
        return
    unsure = []
    for text in _around(found):
        words, value = plain_words(text), shorten(text)
        undoes = _UNDOES.search(words) and not _LEFT_OUT.search(words)
        if undoes and len(words.split()) <= _MOST_WORDS:
            rows = range(len(found.candidates))
            question = messages.TEXT_AROUND(value=value, n=len(rows))
            found.ask(CODE, question, rows, messages.UNDONE_BY_TEXT(value=value))
            return
        if undoes or _UNSURE.search(words):
            unsure.append(value)
    if unsure:
        found.remark(messages.TEXTS_UNSURE(values=unsure[:_SHOWN]))


def _around(found: LookedAt) -> list[str]:
    """The texts above and below the table, without its headings and the name of its sheet."""
    headings = {heading.text for heading in found.table.headings}  # `Geannuleerd` above cells
    others = {found.sheet.name, *found.sheet.marks.said, *headings}
    texts = dict.fromkeys([*found.candidates.surroundings, *_below(found)])
    return [text for text in texts if len(text) <= _LONGEST and text not in others]


def _below(found: LookedAt) -> list[str]:
    """The texts below a table of which the cells are records; of a list they are known."""
    if found.table.layout == LIST or not len(found.candidates):
        return []
    last = max(found.candidates.numbers) - found.sheet.first_row
    rows = found.sheet.rows[last + 1 : last + 1 + _ROWS_BELOW]
    return [cell for row in rows for cell in row if isinstance(cell, str)]


def _look_beside(found: LookedAt) -> None:
    """Ask about rows of which a cell without a heading says that they were called off."""
    places = _places_beside(found)
    if not places:
        return
    asked: dict[str, list[int]] = {}
    told = []
    rows_of: dict[int, list[int]] = {}  # a row of a crosstab has a candidate per cell
    for row, number in enumerate(found.candidates.numbers):
        rows_of.setdefault(number, []).append(row)
    for number, place, text in _beside(found, places, rows_of):
        if says_not_held(text) or remark_called_off(text):
            asked.setdefault(text.strip(), []).extend(rows_of[number])
        else:
            told.append(f"{column_letters(found.number_of(place))}{number}: “{shorten(text)}”")
    for text, rows in asked.items():
        value = shorten(text)
        question = messages.BESIDE_ROWS(value=value, n=len(rows))
        found.ask(f"beside:{plain_words(text)}", question, rows, messages.BESIDE_ROW(value=value))
    if told and 2 * len(told) <= len(rows_of):  # of more of them another rule tells
        found.remark(messages.CELLS_BESIDE(cells=told[:_SHOWN], n=len(told)))


def _places_beside(found: LookedAt) -> list[int]:
    """The places in the rows that no heading stands over."""
    named = {heading.position for heading in found.table.headings if heading.text}
    widest = max(map(len, found.sheet.rows), default=0)
    return [place for place in range(widest) if place not in named]


def _beside(
    found: LookedAt, places: Sequence[int], rows_of: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, int, str]]:
    """The texts in the rows that stand under no heading: number of the row, place and text."""
    for number, rows in rows_of.items():
        cells = found.candidates.row_on_sheet(rows[0])
        for place in places:
            cell = cells[place] if place < len(cells) else ""
            if isinstance(cell, str) and cell.strip():
                yield number, place, cell
