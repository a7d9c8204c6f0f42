"""The text of a cell: cleaned for reading, and as it stood for showing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from data.cells.cell import Cell, ErrorCell
from data.cells.text_repair import may_be_escaped, repaired, without_tags
from texts import Figure

# Zero-width and formatting marks carry no meaning here; Excel writes _x000D_ for a line break.
_INVISIBLE = re.compile(
    "_x000D_|[\u0000-\u0008\u000e-\u001b\u007f\u00ad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufffe]"
)
_SPACES = re.compile(r"\s+")
# Excel's mark "this is text"; names such as 's-Hertogenbosch and 't Hof keep theirs.
_TEXT_MARK = re.compile(r"^'(?![stn][-\s])")
_ERROR_TEXT = re.compile(
    r"^#(?:N/?[AB]|VERW!?|REF!?|WAARDE!?|VALUE!?|DEEL/0!?|DIV/0!?|NAAM\?|NAME\?|GETAL!?|NUM!?"
    r"|LEEG!?|NULL!?|OVERLOOP!?|SPILL!?|CALC!?|BEREKENEN!?|GETTING_DATA|#+)$",
    re.IGNORECASE,
)

# What people type to say that there is nothing to fill in.
_EMPTY_WORDS = frozenset({
    "", "-", "--", "---", "–", "—", ".", "?", "??", "/", "n.v.t.", "n.v.t", "nvt", "nvt.",
    "n/a", "n.a.", "geen", "none", "leeg", "onbekend", "unknown", "niet bekend", "n.b.",
    "n.n.b.", "nnb", "nog niet bekend", "nader te bepalen", "n.t.b.", "ntb", "tbd",
    "niet van toepassing", "not applicable", "null", "nan",
})  # fmt: skip


@lru_cache(maxsize=50_000)
def clean_text(text: str) -> str:
    """`text` without invisible marks, doubled spaces or Excel's leading apostrophe."""
    if text.isascii() and text.isprintable() and _is_tidy(text):
        return text
    bare = without_tags(repaired(text).strip())
    tidy = _SPACES.sub(" ", _INVISIBLE.sub("", bare)).strip()
    return unicodedata.normalize("NFC", _TEXT_MARK.sub("", tidy).strip())


def _is_tidy(text: str) -> bool:
    if text != text.strip() or text[:1] in ("'", "<"):
        return False
    return "  " not in text and "_x000D_" not in text and not may_be_escaped(text)


def storable(value: Any) -> Any:  # noqa: ANN401 (a text, a date or nothing)
    """What somebody typed, without what no database can hold and without spaces around it."""
    return value.replace("\0", "").strip() if isinstance(value, str) else value


def is_empty(text: str) -> bool:
    """Whether a cleaned text says that there is nothing to fill in (`-`, `n.v.t.`, `geen`)."""
    return text.casefold() in _EMPTY_WORDS


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or says that there is nothing to fill in."""
    return isinstance(cell, str) and not isinstance(cell, ErrorCell) and is_empty(clean_text(cell))


def is_error(cell: Cell) -> bool:
    """Whether a cell holds an error of the spreadsheet, also when a CSV kept it as text."""
    return isinstance(cell, ErrorCell) or (
        isinstance(cell, str) and "#" in cell and bool(_ERROR_TEXT.match(cell.strip()))
    )


def cell_text(cell: Cell) -> str:
    """A cell as it stood, as text: dates as dd-mm-yyyy, numbers without exponent."""
    if isinstance(cell, str):
        return str(cell)
    if isinstance(cell, bool):
        return "WAAR" if cell else "ONWAAR"
    if isinstance(cell, float):
        return _number_text(cell)
    if isinstance(cell, dt.datetime):
        return f"{cell:%d-%m-%Y}" + (f" {cell:%H:%M}" if cell.time() != dt.time() else "")
    if isinstance(cell, dt.date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, dt.timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"
    return str(cell)


def shown_text(cell: Cell) -> str:
    """The same for a reader, who sees a number with the decimal mark of the own language."""
    text = cell_text(cell)
    return Figure(text) if isinstance(cell, float) else text


def _number_text(number: float) -> str:
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    plain = repr(number)
    return f"{number:.12f}".rstrip("0").rstrip(".") if "e-" in plain else plain


def shorten(text: str, limit: int = 60) -> str:
    """`text` short enough to stand inside a sentence."""
    tidy = clean_text(text)
    return tidy if len(tidy) <= limit else tidy[: limit - 1] + "…"


def parse_texts(cells: Sequence[Cell]) -> list[str]:
    """Each cell as text."""
    return [cell_text(cell) for cell in cells]
