"""The names of the months as people write them, Dutch and English."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb febr februari february", "mrt mar maa maart march",
            "apr april", "mei may", "jun juni june", "jul juli july", "aug augustus august",
            "sep sept september", "okt oct oktober october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
# Inside a pattern; the longest first, so that "maart" is not read as "maa".
ANY_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
# A word that begins as a month does: also one with a slip further on.
LIKE_A_MONTH = "(?:" + "|".join(name for name in MONTHS if len(name) == 3) + ")[a-z]*"
