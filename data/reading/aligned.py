"""Texts whose columns stand below each other by spaces, as reports and command lines print them."""

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
