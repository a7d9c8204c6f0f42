"""Names and texts that may mean Platform31 without saying so: asked, never taken by themselves."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from data.cells.keys import plain_words, unaccented

_NAME = "platform"
_ALIKE = 85  # of 100: `platfom`, `plattform`, not `plateau`
_SAME_NUMBER = re.compile(r"([a-z]{5,})(31|eenendertig)(?!\d)")
# What it was called, and what it was made of.
_FORMERLY = re.compile(
    r"\b(p ?31|pf ?31|nicis\w*|kei( kenniscentrum\w*)?|kenniscentrum stedelijke vernieuwing"
    r"|corpovenista|nirov|kennis(centrum|instituut) platform)\b"
)
_SHORT = re.compile(r"\b(p|pf) ?31\b")
_APART = re.compile(r"(?:^\W*[Pp]latform|\bplatform)[\s-]+31\b")
_WORTH_A_LOOK = re.compile("31|eenendertig", re.IGNORECASE)


def resembles_us(payee: str) -> bool:
    """Whether who was paid may be Platform31: misspelt, shortened, glued, or a predecessor."""
    return bool(_FORMERLY.search(plain_words(payee))) or _is_misspelt(payee)


def may_name_us(text: str) -> bool:
    """Whether a text may name Platform31 where nobody is said to be paid."""
    if not _WORTH_A_LOOK.search(text):
        return False
    return bool(_SHORT.search(plain_words(text))) or _is_misspelt(text)


def may_be_a_place(text: str) -> bool:
    """Whether `platform 31` in a text may be that of a station: in lower case, or at its start."""
    glued = "platform31" in unaccented(text).casefold()
    return not glued and bool(_APART.search(text))


def _is_misspelt(text: str) -> bool:
    squeezed = plain_words(text).replace(" ", "")
    return any(
        fuzz.partial_ratio(_NAME, word) >= _ALIKE for word, _ in _SAME_NUMBER.findall(squeezed)
    )
