"""What a spreadsheet writes in a cell whose formula went wrong."""

from __future__ import annotations

import re

# As Excel stores them, with the number that the binary formats use ([MS-XLS] 2.5.198.2 BErr).
CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
UNKNOWN_CODE = "#VALUE!"

_NEWER = {
    "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#PYTHON!",
}  # fmt: skip
_DUTCH = {
    "#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#N/B", "#OVERLOOP!",
    "#BEREKENEN!", "#VELD!", "#GEBLOKKEERD!", "#VERBINDEN!", "#BEZET!", "#ONBEKEND!",
    "#GEGEVENS_OPHALEN",
}  # fmt: skip
_TEXTS = frozenset({*CODES.values(), *_NEWER, *_DUTCH})
# `Err:502` is LibreOffice's way; `#####` is what a text export leaves of a date or a number in a
# column that was too narrow to show it.
_OTHER = re.compile(r"(?:Err|Fout):\d{3}|#{3,}")


def is_error_text(text: str) -> bool:
    """Whether a cell with just this text shows an error of the spreadsheet."""
    return text.upper() in _TEXTS or _OTHER.fullmatch(text) is not None


def may_be_error_text(text: str) -> bool:
    """A quick first sieve before `is_error_text`."""
    return text[:1] in ("#", "E", "F") and len(text) < 40
