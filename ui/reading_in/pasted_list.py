"""A list as it comes out of a mail: its columns found, and the mail around it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ui.reading_in.pasted_layouts import cells_below, commas_between, fields_below

_QUOTED = re.compile(r"^[ \t]*>[> ]*")  # what a mail program puts before what is answered
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_SEVERAL_SPACES = re.compile(r"[ \u00a0]{2,}")
_TAB = "\t"
_SEPARATORS = (_TAB, ";", "|")
_LEAST_LINES = 2  # headings and a row
_LEAST_CELLS = 3
_SIGNATURE = "--"  # the line that mail programs put above one
_ENDS_PROSE = (",", ":", ".", "!", "?")


@dataclass(frozen=True)
class PastedList:
    """The text of a list as a file has it, and the lines around it that do not belong to it."""

    text: str
    left_out: tuple[str, ...] = ()


def find_list(pasted: str) -> PastedList:
    """The list in a text: tabs where several spaces part its columns, told in the first line.

    Titles above it stay (they may say whose list it is); a greeting above it and all below it are
    left out. A list with a cell or a field per line is laid out in columns. A text without a list,
    or with commas between its columns and nothing around it, stays as it is.
    """
    lines = [_QUOTED.sub("", line, count=1).strip(" ") for line in _BREAKS.split(pasted)]
    end = lines.index(_SIGNATURE) if _SIGNATURE in lines else len(lines)
    lines, signature = lines[:end], lines[end + 1 :]
    separator = next((one for one in _SEPARATORS if _rows(lines, one)), None)
    if separator is None:
        spaced, separator = [_SEVERAL_SPACES.sub(_TAB, line) for line in lines], _TAB
        lines = spaced if _rows(spaced, _TAB) else lines
    rows = _rows(lines, separator)
    if not rows:
        return _otherwise_laid_out(lines, signature) or PastedList(pasted)
    above, below = lines[: rows[0]], lines[rows[-1] + 1 :]
    titles = [line for line in above if line and not line.endswith(_ENDS_PROSE)]
    prose = [line for line in above if line.endswith(_ENDS_PROSE)]
    left_out = [line.replace(separator, " ") for line in (*prose, *below, *signature)]
    kept = [f"sep={separator}", *titles, *lines[rows[0] : rows[-1] + 1]]
    return PastedList("\n".join(kept), tuple(filter(None, left_out)))


def _otherwise_laid_out(lines: Sequence[str], signature: Sequence[str]) -> PastedList | None:
    for layout in (fields_below, cells_below, commas_between):
        if found := layout(lines):
            rows, others = found
            told = [_TAB.join(cell.replace(_TAB, " ") for cell in row) for row in rows]
            left_out = tuple(filter(None, [*others, *signature]))
            return PastedList("\n".join([f"sep={_TAB}", *told]), left_out)
    return None


def _rows(lines: Sequence[str], separator: str) -> list[int]:
    """Which lines are rows of a list; none when there are too few."""
    found = [n for n, line in enumerate(lines) if line.count(separator) + 1 >= _LEAST_CELLS]
    return found if len(found) >= _LEAST_LINES else []
