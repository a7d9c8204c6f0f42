"""Dates that may be read in two ways: `19-05-04`, and columns that write both orders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data import columns as c
from data.cells.cell import Cell
from data.doubts.looked_at import LookedAt
from data.doubts.times import messages
from data.values.found_table import Heading

CODE = "short_years"
YEAR_FIRST, DAY_FIRST = "year_first", "day_first"
_SHORT = re.compile(r"^\s*(\d\d)([-/.])(\d\d)\2(\d\d)\s*$")
_FULL = re.compile(r"^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\b")
_MONTHS, _DAYS = 12, 31


def look(found: LookedAt) -> None:
    """Ask where the year stands; reject what may be either order beside proof of both."""
    for heading in found.headings(c.DATE):
        column = found.column(heading)
        cells, texts = column.cells, set(column.texts)
        short = {text: m for text in texts if (m := _SHORT.match(text))}
        if short and _may_begin_with_year(list(short.values())):
            _ask(found, heading, cells, short)
        else:
            order = {sign: _proofs(_order_of(texts, sign).values()) for sign in "-/."}
            for sign, (day_first, month_first) in order.items():
                if day_first and month_first:
                    _reject_either(found, heading, cells, _order_of(texts, sign))
                elif month_first and any(proof[0] for proof in order.values()):
                    _swap(found, heading, cells, _order_of(texts, sign))


def _may_begin_with_year(found: Sequence[re.Match[str]]) -> bool:
    """Whether all may be year, month, day, and that gives fewer years than day, month, year."""
    fits = all(int(m[3]) <= _MONTHS and 1 <= int(m[4]) <= _DAYS for m in found)
    last_is_day = len({m[4] for m in found}) > len({m[1] for m in found})
    return fits and last_is_day


def _ask(
    found: LookedAt, heading: Heading, cells: Sequence[Cell], short: dict[str, re.Match[str]]
) -> None:
    rows = [row for row, cell in enumerate(cells) if cell in short]
    example = str(cells[rows[0]])
    question = messages.SHORT_YEAR(column=heading.text, value=example)
    reason = messages.YEAR_MAY_BE_FIRST()
    if found.choose(CODE, question, rows, (YEAR_FIRST, DAY_FIRST), reason, heading) == YEAR_FIRST:
        parts = {row: short[str(cells[row])] for row in rows}
        found.change(heading, {row: f"20{m[1]}-{m[3]}-{m[4]}" for row, m in parts.items()})


def _order_of(texts: set[str], sign: str) -> dict[str, tuple[int, int]]:
    """The first two numbers of the dates that are written with a sign.

    Two columns pasted together write with the same sign; another sign tells them apart.
    """
    matches = ((text, _FULL.match(text)) for text in texts)
    return {text: (int(m[1]), int(m[3])) for text, m in matches if m and m[2] == sign}


def _proofs(dates: Iterable[tuple[int, int]]) -> tuple[bool, bool]:
    """Whether some can only have the day first, and some only the month."""
    told = [*dates]
    day_first = any(b <= _MONTHS < a for a, b in told)
    return day_first, any(a <= _MONTHS < b for a, b in told)


def _reject_either(
    found: LookedAt, heading: Heading, cells: Sequence[Cell], read: dict[str, tuple[int, int]]
) -> None:
    open_ = {text for text, (a, b) in read.items() if a != b and a <= _MONTHS and b <= _MONTHS}
    rows = [row for row, cell in enumerate(cells) if cell in open_]
    found.reject(rows, messages.DAY_OR_MONTH(), heading)


def _swap(
    found: LookedAt, heading: Heading, cells: Sequence[Cell], read: dict[str, tuple[int, int]]
) -> None:
    """Read the dates with this sign month first, where those with another have the day first."""
    swapped = {text: _FULL.sub(r"\3\2\1\2\4", text) for text in read}
    rows = [row for row, cell in enumerate(cells) if cell in read]
    found.change(heading, {row: swapped[str(cells[row])] for row in rows})
    found.remark(messages.MONTH_FIRST_BY_SIGN(column=heading.text, value=str(cells[rows[0]])))
