"""Lines of a text that another program spoilt: broken, ruled, or numbered without a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

_RULE = re.compile(r"[\s:+=\-\u2500-\u257f]+")
_DASHES = ("--", "==", "\u2500\u2500", "\u2550\u2550")
_FEWEST_HEADINGS = 3
_OF_NUMBERS = frozenset({"nr", "nr.", "no", "no.", "id", "#", "nummer", "volgnummer", "rij"})

Row = Sequence[Any]


def mend_lines(rows: list[list[Any]], delimiter: str) -> None:
    """Take out the rules of a drawn table, head the numbers of rows, join broken lines."""
    if delimiter == "|":
        rows[:] = [[] if _is_rule(row) else row for row in rows]
    filled = [index for index, row in enumerate(rows) if row]
    if len(filled) < _FEWEST_HEADINGS:
        return
    headings = rows[filled[0]]
    if len(headings) < _FEWEST_HEADINGS:
        return
    if _are_numbered((rows[index] for index in filled[1:]), headings):
        headings.insert(0, "")
        return
    for first, second in _broken(rows, filled[1:], len(headings)):
        rows[first] += [f"{rows[first].pop()} {rows[second][0]}".strip(), *rows[second][1:]]
        rows[second] = []


def _is_rule(row: Row) -> bool:
    """Whether a row is a line under the headings, such as `|---|:--|`."""
    cells = [cell for cell in row if cell.strip()]
    return bool(cells) and all(
        _RULE.fullmatch(cell) and any(dashes in cell for dashes in _DASHES) for cell in cells
    )


def _are_numbered(rows: Iterable[Row], headings: Row) -> bool:
    """Whether a program wrote the number of each row before it, and no heading for that."""
    if str(headings[0]).strip().casefold() in _OF_NUMBERS:
        return False
    return all(
        len(row) == len(headings) + 1 and row[0] == str(number)
        for number, row in enumerate(rows, 1)
    )


def _broken(rows: Sequence[Row], filled: Sequence[int], usual: int) -> list[tuple[int, int]]:
    """The pairs of lines that were one, when all lines that are too short are such pairs."""
    found: list[tuple[int, int]] = []
    begins_with_digit = str(rows[filled[0]][0])[:1].isdigit()
    for index, after in zip_longest(filled, filled[1:], fillvalue=-1):
        if len(rows[index]) == usual or (found and found[-1][1] == index):
            continue
        rest = rows[after] if after == index + 1 else ()
        is_pair = 1 < len(rest) < usual and len(rows[index]) + len(rest) - 1 == usual
        if not is_pair or str(rest[0])[:1].isdigit() == begins_with_digit:
            return []
        found.append((index, after))
    return found
