"""Lists in a mail that do not stand in columns: a cell per line, a field per line, commas.

Each function gives the rows that it finds, headings first, and the lines that belong to none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from data.cells.figures import has_digit, is_dated

Found = tuple[list[list[str]], list[str]]

_LEAST_CELLS = 3
_ENDS_PROSE = (",", ":", ".", "!", "?")
_FIELD = re.compile(r"^[-*•\s]{0,4}([^\W\d][^:\t]{1,30}):[ \t]{1,9}(\S.{0,500})$")
_DAY = re.compile(r"dat|dag|day|wanneer|when", re.I)
_TELLS_USE = ("thema", "theme")


def fields_below(lines: Sequence[str]) -> Found | None:
    """Blocks of `Datum: 12-03-2024`, `Afdeling: Vastgoed`, `Thema: Wonen`: a row each."""
    fields = [_FIELD.match(line) for line in lines]
    starts = [n for n, field in enumerate(fields) if field and not (n and fields[n - 1])]
    blocks = [_block(fields, start) for start in starts]
    wanted = [tuple(key.casefold() for key, _value in block) for block in blocks]
    told = Counter(keys for keys in wanted if len(keys) >= _LEAST_CELLS and _tells_use(keys))
    if not told:
        return None
    most = told.most_common(1)[0][0]
    own = [
        (start, block)
        for start, block, keys in zip(starts, blocks, wanted, strict=True)
        if keys == most
    ]
    taken = {n for start, block in own for n in range(start, start + len(block))}
    rows = [[key for key, _value in own[0][1]], *([value for _key, value in b] for _n, b in own)]
    return rows, [line for n, line in enumerate(lines) if n not in taken and line.strip()]


def _block(fields: Sequence[re.Match[str] | None], start: int) -> list[tuple[str, str]]:
    """The fields from a line on, up to one that is none or whose name came before."""
    block: list[tuple[str, str]] = []
    for field in fields[start:]:
        if field is None or field[1].strip() in {key for key, _value in block}:
            break
        block.append((field[1].strip(), field[2].strip()))
    return block


def _tells_use(keys: Sequence[str]) -> bool:
    return any(key.startswith(_TELLS_USE) for key in keys)


def cells_below(lines: Sequence[str]) -> Found | None:
    """A table of which each cell stands on a line of its own, as a mail program may give it."""
    filled = [line.strip() for line in lines if line.strip()]
    days = [n for n, line in enumerate(filled) if is_dated(line)]
    widths = {later - earlier for earlier, later in pairwise(days)}
    if len(days) < 2 or len(widths) != 1 or (width := widths.pop()) < _LEAST_CELLS:
        return None
    first = next((n for n, line in enumerate(filled) if not line.endswith(_ENDS_PROSE)), 0)
    start = first if width <= days[0] - first < 2 * width else days[0] - width
    if start < 0:
        return None
    count = 1 + len(days)  # the headings, and a row per day
    cells = filled[start : start + count * width]
    if len(cells) < count * width:
        return None
    rows = [cells[n : n + width] for n in range(0, len(cells), width)]
    if not _DAY.search(rows[0][(days[0] - start) % width]) or any(map(has_digit, rows[0])):
        return None  # the cells do not come out even
    return rows, [*filled[:start], *filled[start + count * width :]]


def commas_between(lines: Sequence[str]) -> Found | None:
    """Lines with as many commas, with days among them, and other text around them."""
    several = Counter(n for line in lines if (n := line.count(",")) >= _LEAST_CELLS - 1)
    if not several:
        return None
    commas, often = several.most_common(1)[0]
    rows = [[cell.strip() for cell in x.split(",")] for x in lines if x.count(",") == commas]
    others = [line for line in lines if line.strip() and line.count(",") != commas]
    dated = sum(any(map(is_dated, row)) for row in rows)
    if often < 2 or not others or dated < often - 1:
        return None
    return rows, others
