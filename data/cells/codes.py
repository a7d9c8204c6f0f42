"""Codes that must stay text: `0.10` is not `0.1`, and `1.2` is no first of February."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from data.cells import messages
from data.cells.cell import Cell
from data.cells.text import cell_text, clean_text, shorten
from texts import Message

_TASK_FIELD = re.compile(
    r"^(\d{1,2}(?:\.\d{1,3})?[a-z]?)\b[\s:–-]*(.*)$", re.IGNORECASE | re.DOTALL
)
_AMBIGUOUS = 0.1


def parse_codes(cells: Sequence[Cell]) -> list[str | Message]:
    """The code in each cell as text; a sentence where a spreadsheet made a date of it."""
    return [_parse(cell) for cell in cells]


def split_task_field(text: str) -> tuple[str, str]:
    """Code and name of a task field: names are cut off in exports, so the code counts."""
    found = _TASK_FIELD.match(text.strip())
    return (found[1].lower(), found[2].strip()) if found else (text.strip(), "")


def is_ambiguous_task_field(cell: Cell) -> bool:
    """Whether a cell was made a number, so that 0.10 and 0.1 are the same."""
    return isinstance(cell, float) and cell == _AMBIGUOUS


def _parse(cell: Cell) -> str | Message:
    if isinstance(cell, (dt.date, dt.time, dt.timedelta)):
        return messages.CODE_BECAME_DATE(value=shorten(cell_text(cell)))
    return clean_text(cell_text(cell))
