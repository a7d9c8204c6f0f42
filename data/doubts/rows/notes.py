"""Notes at cells, and texts over the sheet: what they say may undo what the cells say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data import columns as c
from data import fields
from data.cells.column_names import column_letters
from data.cells.keys import plain_words
from data.cells.money import unit_in
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.doubts.rows.status_columns import says_not_held
from data.doubts.tables.legends import speaks_of_colour
from data.doubts.tables.purpose import speaks_of_something_else
from data.values.found_table import LIST

CODE = "note"
_WHOLE_COLUMN = 0
_MOST_QUESTIONS, _SHOWN = 5, 5
_MEASURES, _MONEY = fields.measures(), fields.measures(fields.Sort.AMOUNT)
# Another value than the cell holds, or one that is not certain.
_OTHERWISE = re.compile(
    r"\b(moet\w*|hoort|horen|klopt|kloppen|correctie|corrigeren|gecorrigeerd\w*|aangepast|aanpassen"
    r"|wijzig\w*|gewijzigd|juiste?|onjuiste?|niet(?! vergeten)|nog"
    r"|eigenlijk|ipv|i p v|in plaats|vervang\w*"
    r"|verander\w*|schatting|geschat\w*|inschatting|ongeveer|circa|ca|plm|raming|check\w*|was \d+"
    r"|controle\w*|nakijken|navragen|nagaan|onzeker|onduidelijk|onbekend|twijfel\w*|voorlopig\w*"
    r"|onder voorbehoud|ovb|o v b|n t b|ntb|pm|stelpost|incl|inclusief|excl|exclusief|samen met"
    r"|gedeeld|verdeeld|helft|waarvan|ook (voor|namens|van|door)|elders|andere?|gepland\w*|verwacht"
    r"|prognose|optie|aangevraagd|offerte|ziek|test|geen (uren|gebruik|advies|platform|p31)"
    r"|should|must|not|wrong|correct\w*|estimate\w*|actually|instead|verify|unsure|tbc|tbd|shared"
    r"|including|excluding|planned|soll|muss|nicht|falsch|geschatzt|statt|prufen|ausgefallen"
    r"|abgesagt|storniert|doppelt|entwurf)\b|^(is nu|lees)\b"
)
_WAS = re.compile(r"^\W*[Ww]a(?:s|ren) [A-Z0-9]")

# Another unit than hours and euros, which are what is read.
_UNITS = (
    r"(?:dag|dagen|dagdeel|dagdelen|minuten|min|weken|maanden|fte|duizend\w*|miljoen\w*|mln|procent"
    r"|days?|half days|minutes?|thousands?|millions?|tagen?|k ?eur\w*|dollars?)"
)
_UNIT = re.compile(rf"\b{_UNITS}\b|k€|[$%]|\bx (?:€ )?1\D?000")
_UNIT_OF_TABLE = re.compile(
    rf"\b(?:in|per|zijn|betreft|x|are)(?: hele| halve| aantal)? {_UNITS}\b|k€|\bx (?:€ )?1\D?000"
)
_NUMBER = re.compile(r"\d")


def look(found: LookedAt) -> None:
    """Ask about rows of which a note may say that they do not count; tell of the other notes."""
    marks = found.sheet.marks
    if not marks.notes and not marks.said:
        return
    told = _ask_of_rows(found) if marks.notes else []
    if told:
        found.remark(messages.NOTES_UNREAD(notes=told[:_SHOWN], n=len(told)))
    if marks.said:
        _look_at_boxes(found)


def _ask_of_rows(found: LookedAt) -> list[str]:
    """Ask per text; the notes that ask nothing."""
    asked: dict[str, list[int]] = {}
    told = []
    for row, of_row in sorted(found.sheet.marks.notes.items()):
        for column, text in sorted(of_row.items()):
            rows = _rows_of(found, row, column)
            shown = f"{column_letters(column)}{row or found.table.header_row}: “{shorten(text)}”"
            if rows and _may_undo(found, row, column, text):
                asked.setdefault(f"“{shorten(text)}”", []).extend(rows)
            elif row != _WHOLE_COLUMN:
                told.append(shown)
    if len(asked) > _MOST_QUESTIONS:
        _ask(found, CODE, asked, {row for rows in asked.values() for row in rows})
    else:
        for text, rows in asked.items():
            _ask(found, f"{CODE}:{plain_words(text)}", [text], rows)
    return told


def _ask(found: LookedAt, code: str, texts: Iterable[str], rows: Iterable[int]) -> None:
    shown = [*texts][:_SHOWN]
    places = sorted(set(rows))
    question = messages.NOTES_AT_ROWS(notes=shown, n=len(places))
    found.ask(code, question, places, messages.HAS_NOTE(value=shown[0]))


def _rows_of(found: LookedAt, row: int, column: int) -> list[int]:
    """The rows that a note is about: its own, or all below a heading or a title."""
    numbers = found.candidates.numbers
    if row <= found.table.header_row:
        return [*range(len(numbers))] if _is_over(found, row, column) else []
    rows = [place for place, number in enumerate(numbers) if number == row]
    if found.table.layout == LIST:
        return rows
    at = [r for r in rows if column in map(found.number_of, found.candidates.places_on_sheet(r))]
    return at


def _is_over(found: LookedAt, row: int, column: int) -> bool:
    """Whether a note stands at the heading of a column that is read, or at a title."""
    places = {found.number_of(heading.position) for heading in found.headings()}
    return column in places or _WHOLE_COLUMN < row < found.table.header_row


def _may_undo(found: LookedAt, row: int, column: int, text: str) -> bool:
    measures = {found.number_of(h.position) for h in found.headings(*_MEASURES)}
    if row <= found.table.header_row:
        in_unit = column in measures and _UNIT.search(text.lower())
        of_money = column in {found.number_of(h.position) for h in found.headings(*_MONEY)}
        other = not of_money and speaks_of_something_else(text)  # such as costs
        return bool(in_unit) or says_not_held(text) or speaks_of_colour(text) or other
    words = plain_words(text)
    if says_not_held(text):
        return True
    in_measure = column in measures or found.table.layout != LIST
    doubtful = "?" in text or bool(_OTHERWISE.search(words) or _WAS.search(text))
    return doubtful or (in_measure and bool(_NUMBER.search(text)))


def _says_otherwise(text: str) -> bool:
    return says_not_held(text) or speaks_of_something_else(text) or speaks_of_colour(text)


def _look_at_boxes(found: LookedAt) -> None:
    """Ask about a table under a text that says it is no use, or its unit; tell the others."""
    rows = range(len(found.candidates))
    told = []
    for text in found.sheet.marks.said:
        shown = shorten(text)
        in_unit = not _counts_in_thousands(found, text) and _UNIT_OF_TABLE.search(text.lower())
        if in_unit or _says_otherwise(text):
            question = messages.TEXT_OVER_TABLE(value=shown, n=len(rows))
            reason = messages.UNDER_TEXT(value=shown)
            found.ask(f"{CODE}:{plain_words(text)}", question, rows, reason)
        else:
            told.append(shown)
    if told:
        found.remark(messages.TEXTS_OVER_TABLE(values=told[:_SHOWN]))


def _counts_in_thousands(found: LookedAt, text: str) -> bool:
    """Whether the amounts of a budget were read in the unit that a text gives."""
    return found.table.kind == c.BUDGET and unit_in(text) > 1
