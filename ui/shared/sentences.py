"""Findings in words, made from the numbers. Plain text: escape it where it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings.sentences import (
    colleague_in_words,
    domain_in_a_sentence,
    opportunity_reason,
    others_using,
    too_little,
    unit,
    unit_of_axis,
    what_speaks_for,
    who_uses,
)
from analysis.findings.sentences import listed as listed_up_to
from analysis.findings.sentences import share_in_words as counted_share
from analysis.period import Period
from analysis.shares import Share
from texts import ngettext
from texts import translate as _
from ui.shared import formats

__all__ = [
    "colleague_in_words",
    "domain_in_a_sentence",
    "listed",
    "opportunity_reason",
    "others_using",
    "rests_on",
    "share_in_words",
    "too_little",
    "unit",
    "unit_of_axis",
    "what_speaks_for",
    "who_uses",
]
_NAMED = 3  # names in the title of a chart before it becomes a list


def listed(names: Sequence[str]) -> str:
    """Names as they stand in a sentence: a, b and c; beyond a few: a, b, c and 4 more."""
    return listed_up_to(names, _NAMED)


def share_in_words(share: Share) -> str:
    """A share with its counts; never a bare percentage."""
    return counted_share(share.k, share.n)


def rests_on(uses: int, departments: int, period: Period) -> str:
    """What a ranking rests on."""
    times = ngettext("{n} direct use", "{n} direct uses", uses).format(n=formats.number(uses))
    return _("This order rests on {times} by {n} departments in {period}.").format(
        times=times, n=formats.number(departments), period=period.label
    )
