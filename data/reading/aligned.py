"""Texts without a delimiter: columns that spaces part, or a table with each cell on a line.

Reports and command lines print the first; a table that is copied out of a mail becomes the second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
_LINES_LOOKED_AT = 200
_WIDEST = 2_000
_GAP = 2  # spaces; one alone may stand between two words
_MOST = 0.6  # of the lines; a title and a count may stand around them
_CELLS = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[-=\u2500]{2,}(?: +[-=\u2500]{2,})+")

_DAY = re.compile(
    r"(?:[a-z]{2,9}\.? )?\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9}\.?)[-/. ]\d{2,4}|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_OF_DAYS = re.compile(r"(?:datum|date|dag|wanneer)\b", re.IGNORECASE)
_MOST_COLUMNS = 20
_LONGEST_HEADING = 60

Span = tuple[int, int]


def parted_by_spaces(lines: Sequence[str]) -> list[list[str]] | None:
    """The cells of such a text, row by row; None when it is none."""
    lines = [line.rstrip() for line in lines]
    looked_at = [line for line in lines if line][:_LINES_LOOKED_AT]
    table = [line for line in looked_at if len(_CELLS.findall(line[:_WIDEST])) >= _FEWEST_COLUMNS]
    if len(table) < _FEWEST_LINES or len(table) < _MOST * len(looked_at):
        return None
    spans = _spans(table)
    headings = [found.span() for found in _CELLS.finditer(table[0])]
    is_one = len(headings) == len(spans) and all(
        start >= span[0] and end <= span[1]
        for (start, end), span in zip(headings, spans, strict=True)
    )
    return [_cells(line, spans) for line in lines] if is_one else None


def _spans(table: Sequence[str]) -> list[Span]:
    """Where the columns begin and end: between them all lines have spaces."""
    width = min(max(map(len, table)), _WIDEST)
    filled = [any(line[at : at + 1].strip() for line in table) for at in range(width)]
    spans: list[Span] = []
    for at, is_filled in enumerate(filled):
        if not is_filled:
            continue
        if spans and at - spans[-1][1] < _GAP:
            spans[-1] = spans[-1][0], at + 1
        else:
            spans.append((at, at + 1))
    return spans


def _cells(line: str, spans: Sequence[Span]) -> list[str]:
    """The cells of a line; a line that crosses a gap, such as a title, stays whole."""
    if _RULE.fullmatch(line.strip()):
        return []
    ends = [start for start, _end in spans[1:]] + [len(line)]
    gaps = [line[end:start] for (_, end), (start, _) in pairwise(spans)]
    if any(gap.strip() for gap in gaps):
        return [line.strip()]
    starts = [0, *ends[:-1]]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def parted_by_lines(lines: Sequence[str]) -> list[list[str]] | None:
    """The rows of a table of which each cell stands on a line of its own; None when it is none.

    A row stands where its first cell does, and begins with a day: at each so many lines. A cell
    that is empty left no line, so that the rows after it cannot be told: then it is none.
    """
    filled = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    days = [at for at, (_, text) in enumerate(filled) if len(text) < 40 and _DAY.fullmatch(text)]
    between = {after - day for day, after in pairwise(days)}
    if len(between) != 1:
        return None
    (width,) = between
    first, end = days[0] - width, days[-1] + width
    if first < 0 or end > len(filled) or not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS:
        return None
    texts = [text for _, text in filled]
    headings = texts[first : first + width]
    if not _OF_DAYS.match(headings[0]) or not all(map(_may_be_heading, headings)):
        return None
    rows: list[list[str]] = [[] for _ in lines]
    for at, (number, text) in enumerate(filled):
        if at < first or at >= end:
            rows[number] = [text]
        elif (at - first) % width == 0:
            rows[number] = texts[at : at + width]
    return rows


def _may_be_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not any(map(str.isdigit, text))
