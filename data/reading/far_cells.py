"""Cells that stand far from everything else on a worksheet, so that it seems too large to read.

A space typed in the last cell of a sheet makes it a million rows by sixteen thousand columns.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from itertools import pairwise

from data.cells.column_names import column_letters, column_number
from data.reading.archive import Archive
from data.reading.refusals import Limits

_MOST = 25  # more of them are a table of their own
_LEAST_GAP = (100, 20)  # rows, columns
_HEAD_BYTES = 4096
_SIZE = re.compile(
    rb"""<(?:\w+:)?dimension\b[^<>]*\sref=["'](?:[A-Z]{1,3}\d{1,7}:)?([A-Z]{1,3})(\d{1,7})"""
)
_FILLED = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^<>]*[^/]>)[^<>]*\sr=["']([A-Z]{1,3})(\d{1,7})["'][^<>]*>"""
    rb"(?=\s*<)(?!\s*</)"
)
_END = re.compile(rb"</(?:\w+:)?c>")

Place = tuple[int, int]  # row and column, from 1


def without_far_cells(
    archive: Archive, parts: Collection[str], limits: Limits
) -> tuple[dict[str, bytes], dict[str, tuple[str, ...]]]:
    """The worksheets from which such cells were taken out, and which cells, by part."""
    changed: dict[str, bytes] = {}
    told: dict[str, tuple[str, ...]] = {}
    for part in parts:
        if not _is_too_large(archive.head(part, _HEAD_BYTES), limits):
            continue
        content = archive.read(part)
        cells = list(_cells(content))
        far = _far(sorted({place for place, _, _ in cells}), limits)
        if far:
            changed[part] = _cut(content, [(a, b) for place, a, b in cells if place in far])
            told[part] = tuple(f"{column_letters(column)}{row}" for row, column in sorted(far))
    return changed, told


def with_parts(content: bytes, changed: dict[str, bytes]) -> bytes:
    """The archive with other parts in it."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            name = part.filename.replace("\\", "/").lstrip("/").lower()
            new.writestr(part.filename, changed.get(name) or old.read(part))
    return target.getvalue()


def _is_too_large(head: bytes, limits: Limits) -> bool:
    size = _SIZE.search(head)
    if not size:
        return False
    rows, columns = int(size[2]), column_number(size[1])
    too_long = rows > limits.max_rows or columns > limits.max_columns
    return too_long or rows * columns > limits.max_cells


def _cells(content: bytes) -> Iterator[tuple[Place, int, int]]:
    """The filled cells: where each stands on the sheet, and in the XML."""
    for cell in _FILLED.finditer(content):
        end = _END.search(content, cell.end())
        if end:
            yield (int(cell[2]), column_number(cell[1])), cell.start(), end.end()


def _far(places: list[Place], limits: Limits) -> set[Place]:
    """The few cells that stand beyond the widest gap in the rows, or in the columns."""
    far: set[Place] = set()
    for axis, least in enumerate(_LEAST_GAP):
        left = [place for place in places if place not in far]
        numbers = sorted({place[axis] for place in left})
        gaps = [(b - a, a) for a, b in pairwise(numbers) if b - a > least]
        if not gaps or _fits(left, limits):
            continue
        last = max(gaps)[1]
        beyond = {place for place in left if place[axis] > last}
        far |= beyond if len(beyond) <= _MOST else set()
    left = [place for place in places if place not in far]
    return far if left and _fits(left, limits) else set()


def _fits(places: list[Place], limits: Limits) -> bool:
    rows = max(row for row, _ in places)
    columns = max(column for _, column in places)
    within = rows <= limits.max_rows and columns <= limits.max_columns
    return within and rows * columns <= limits.max_cells


def _cut(content: bytes, spans: list[tuple[int, int]]) -> bytes:
    kept, at = [], 0
    for start, end in spans:
        kept.append(content[at:start])
        at = end
    return b"".join([*kept, content[at:]])
