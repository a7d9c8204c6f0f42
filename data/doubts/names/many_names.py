"""More departments or themes than any city has: a column of remarks may be read as names."""

from __future__ import annotations

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.parsed_column import Column
from data.cells.text import clean_text
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.values.found_table import Heading
from data.values.questions import COUNT, Questions
from texts import Message

# From the number in the settings on it is asked whether so many names are meant. Twice as many new
# ones in a long table are hardly that: reading it would be work for nothing, minutes of it.
_BEYOND, _MOST_ROWS = 2, 20_000


class TooManyNamesError(Exception):
    """A column holds so many new names that the table is left out until somebody says it is right.

    `questions` are those that were asked, `reason` says why.
    """

    def __init__(self, questions: Questions, reason: Message) -> None:
        super().__init__(reason.code)
        self.questions, self.reason = questions, reason


def look(found: LookedAt) -> None:
    """Ask whether so many new names are meant; else the rows with them are rejected.

    Of a long table not even that: raises `TooManyNamesError`.
    """
    most = {c.DEPARTMENT: found.settings.max_departments, c.THEME: found.settings.max_themes}
    for kind, bound in most.items():
        heading = found.candidates.heading(kind)
        if heading is None:
            continue
        column = found.candidates.column(heading)
        if _are_beyond_reading(found, heading, column, _BEYOND * bound):
            continue
        words = {text: plain_words(clean_text(text)) for text in column.texts}
        new = set(words.values()) - set(found.names.known.get(kind, ())) - {""}
        total = found.names.counts.get(kind, 0) + len(new)
        if not new or total <= bound:
            continue
        beyond: set[Cell] = {text for text, name in words.items() if name in new}
        rows = column.rows_where(beyond.__contains__)
        of_department = kind == c.DEPARTMENT
        told = messages.MANY_DEPARTMENTS if of_department else messages.MANY_THEMES
        reason = messages.IS_MANY_DEPARTMENTS if of_department else messages.IS_MANY_THEMES
        question = told(n=len(new), total=total, most=bound)
        found.ask(f"many_names:{kind}", question, rows, reason(most=bound), heading)


def _are_beyond_reading(found: LookedAt, heading: Heading, column: Column, most: int) -> bool:
    """Whether a long table has too many new names for one question per name, and somebody knows."""
    kind = str(heading.column)
    known, new = found.names.known.get(kind, ()), set[str]()
    if len(column.cells) <= _MOST_ROWS:
        return False
    for text in column.texts:
        words = plain_words(clean_text(text))
        if words and words not in known:
            new.add(words)
        if len(new) > most:
            break
    else:
        return False
    reason = messages.NAMES_BEYOND_READING(column=heading.text, most=most)
    if found.questions.ask(f"many_names:{kind}", reason, len(column.cells)) != COUNT:
        raise TooManyNamesError(found.questions, reason)
    return True
