"""Findings in words, made from the numbers. Plain text: escape it where it is shown."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.findings.sentences import (
    colleague_in_words,
    domain_in_a_sentence,
    opportunity_reason,
    others_using,
)
from analysis.findings.sentences import listed as listed_up_to
from analysis.findings.sentences import share_in_words as counted_share
from analysis.period import Period
from analysis.shares import Share, minimums
from texts import ngettext
from texts import translate as _
from ui.shared import formats
from ui.shared.labels import value_label

__all__ = [
    "colleague_in_words",
    "domain_in_a_sentence",
    "listed",
    "most_used",
    "opportunity_reason",
    "others_using",
    "rests_on",
    "share_in_words",
    "too_little",
    "unit",
    "unit_of_axis",
    "use_in",
]
_NAMED = 3  # names in the title of a chart before it becomes a list


def listed(names: Sequence[str]) -> str:
    """Names as they stand in a sentence: a, b and c; beyond a few: a, b, c and 4 more."""
    return listed_up_to(names, _NAMED)


def share_in_words(share: Share) -> str:
    """A share with its counts; never a bare percentage."""
    return counted_share(share.k, share.n)


def too_little(n: int, least: int | None = None) -> str:
    """The sentence that stands where an order would be, were there enough data."""
    return _("Too little data to rank (n = {n}; at least {least} are needed).").format(
        n=formats.number(n), least=minimums().uses if least is None else least
    )


def rests_on(uses: int, departments: int, period: Period) -> str:
    """What a ranking rests on."""
    times = ngettext("{n} direct use", "{n} direct uses", uses).format(n=formats.number(uses))
    return _("This order rests on {times} by {n} departments in {period}.").format(
        times=times, n=formats.number(departments), period=period.label
    )


def most_used(frame: pd.DataFrame, by: str, *, measure: str) -> str:
    """What a chart of use per name finds: the largest, with its part of the whole."""
    n = int(frame["n"].sum())
    if n < minimums().uses or not frame["value"].sum():
        return too_little(n)
    top = frame[frame["value"] == frame["value"].iloc[0]]
    if len(top) > 1:
        text = _("{names} most, each {percent} of {whole} ({k} of {n}).")
    else:
        text = _("{names} most, {percent} of {whole} ({k} of {n}).")
    return text.format(
        names=listed([value_label(by, name) for name in top[by]]),
        percent=formats.percent(frame["fraction"].iloc[0]),
        whole={"uses": _("all use"), "hours": _("all hours")}[measure],
        k=formats.hours(frame["value"].iloc[0]),
        n=formats.hours(frame["value"].sum()),
    )


def use_in(frame: pd.DataFrame, period: Period | None, *, measure: str) -> str:
    """How much use there was in a period, or in all that the frame holds."""
    years = frame["period_start"].dt.year
    shown = period or Period(int(years.min()), int(years.max()))
    total = frame.loc[years.between(shown.first, shown.last), "value"].sum()
    return _("{now} {unit} in {last}.").format(
        now=formats.hours(total), unit=unit(measure), last=shown.label
    )


def unit(measure: str) -> str:
    """What is counted, as it stands after a number."""
    return {"uses": _("uses"), "hours": _("hours")}[measure]


def unit_of_axis(measure: str) -> str:
    """What is counted, as the name of an axis."""
    return {"uses": _("number of uses"), "hours": _("number of hours")}[measure]
