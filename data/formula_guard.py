"""No text that goes out may become a formula when it lands in a spreadsheet.

One rule for everything that is taken away: .xlsx marks the cell as text, .csv and .docx (whose
paragraphs are pasted into sheets) put an apostrophe before the text.
"""

from __future__ import annotations

import unicodedata

# Spreadsheets take the full-width signs of Asian keyboards for the plain ones.
SIGNS = frozenset("=+-@＝＋－＠")
_LEADING = ("\t", "\r", "\n")  # dropped by some programs, with what they stood before left over


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula; what cannot be seen does not count."""
    if text.startswith(_LEADING):
        return True
    first = next((c for c in text if not (c.isspace() or unicodedata.category(c) == "Cf")), "")
    return first in SIGNS


def guarded(text: str) -> str:
    """The text, with an apostrophe before it when it could be taken for a formula."""
    return "'" + text if starts_formula(text) else text
