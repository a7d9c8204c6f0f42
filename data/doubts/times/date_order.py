"""Dates such as `01/04/2021` under an English heading: the month or the day may stand first."""

from __future__ import annotations

import re

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import LIST

CODE = "date_order"
MONTH_FIRST, DAY_FIRST = "month_first", "day_first"
_SLASHED = re.compile(r"^\s*(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*$")
_ENGLISH = re.compile(r"\b(date|when|day|month|period)\b")
_MONTHS = 12


def look(found: LookedAt) -> None:
    """Ask which of the two stands first when nothing in such a column tells it."""
    if found.table.layout != LIST:
        return
    for heading in found.headings(c.DATE):
        if not _ENGLISH.search(plain_words(heading.text)):
            continue
        cells = found.values(heading)
        read = {
            row: m for row, x in enumerate(cells) if isinstance(x, str) and (m := _SLASHED.match(x))
        }
        if not read or any(max(int(m[1]), int(m[2])) > _MONTHS for m in read.values()):
            continue
        rows = [row for row, m in read.items() if int(m[1]) != int(m[2])]
        if not rows:
            continue
        question = messages.DATE_ORDER(column=heading.text, value=read[rows[0]][0].strip())
        answer = found.questions.ask(CODE, question, len(rows), (DAY_FIRST, MONTH_FIRST))
        if answer is None:
            found.reject(rows, messages.MAY_BE_MONTH_FIRST(), heading)
        elif answer == MONTH_FIRST:
            changed: dict[int, Cell] = {row: f"{m[2]}-{m[1]}-{m[3]}" for row, m in read.items()}
            found.change(heading, changed)
