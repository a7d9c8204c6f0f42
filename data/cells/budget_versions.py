"""Words for the two budgets that one overview may hold: as it was set, and after its changes."""

from __future__ import annotations

import re

ORIGINAL, REVISED = "original", "revised"

# What a council calls the moments at which it changes its budget.
_REPORTS = (
    r"\b(?:voorjaars|zomer|najaars|herfst|kader|eindejaars|slot)(?:nota|rapportage|wijziging)"
    r"|\b(?:be|bu|ma|tu)rap\b|\b(?:bestuurs|tussen|concern)rapportage|\bbijstelling"
)
_ORIGINAL = re.compile(
    r"\b(primitie\w+|oorspronkelijk\w*|origine+l\w*|original|initi\w+"
    r"|v[oó][oó]r (de )?wijziging\w*)\b",
    re.I,
)
_REVISED = re.compile(
    r"\b(na (\S+ ){0,2}wijziging\w*|incl\w*\.? (\S+ )?wijziging\w*|(t/m|stand na|na) \S*"
    rf"(wijziging|{_REPORTS})\w*|bijgesteld\w*|aangepast\w*|gewijzigd\w*|actue\w+"
    r"|current|revised)\b",
    re.I,
)
_CHANGES = re.compile(rf"wijziging|^\W*mutaties?\b|({_REPORTS})", re.I)
_NAME_ALONE = re.compile(
    r"^\W*((19|20)\d\d\W*)?(begroting|begroot|budget|raming|geraamd)(\W*(19|20)\d\d)?\W*$", re.I
)


def version_in(heading: str) -> str:
    """`original` or `revised`, when a heading says so; else empty."""
    return REVISED if _REVISED.search(heading) else ORIGINAL if _ORIGINAL.search(heading) else ""


def tells_changes(text: str) -> bool:
    """Whether a text names a change of a budget, or the report that brings one: `2e burap`.

    The amounts may be what changes, or the budget as it stands since.
    """
    return bool(_CHANGES.search(text)) and not version_in(text)


def is_other_version(heading: str, read: str) -> bool:
    """Whether a heading names the other budget than the one that is read.

    Beside a budget after changes a mere `Begroting` is the one before them.
    """
    if version_in(read) == REVISED:
        return version_in(heading) == ORIGINAL or bool(_NAME_ALONE.match(heading))
    return version_in(heading) == REVISED
