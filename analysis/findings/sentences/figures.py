"""The four figures of a period in words, each with its counts."""

from __future__ import annotations

from analysis.findings import facts
from analysis.findings.facts import Counted, Findings
from analysis.findings.sentences.headline import in_the_lists
from analysis.findings.sentences.words import period_in_words
from texts import formats, ngettext
from texts import translate as _


def figure_text(found: Findings, name: str) -> str:
    """A figure in words, with its counts and its period."""
    counted = found.figures[name].counted
    period = period_in_words(found)
    if name == facts.USES:
        if counted.value is None:
            return _("Nothing is reported of {period}.").format(period=found.period.label)
        n = int(counted.value)
        return ngettext(
            "Used {n} time in {period}.", "Used {n} times in {period}.", n
        ).format(n=formats.number(n), period=period)  # fmt: skip
    if name == facts.REACH:
        return _reach(found, counted, period)
    if counted.value is None:
        return _("Of direct use in {period} nothing is reported.").format(period=period)
    if name == facts.COVERAGE:
        k, n = counted.k or 0, counted.n or 0
        text = ngettext(
            "{k} of the {n} relevant combinations of department and theme is used in {period}.",
            "{k} of the {n} relevant combinations of department and theme are used in {period}.",
            k,
        ).format(k=formats.number(k), n=formats.number(n), period=period)
        return " ".join(part for part in (relevance_in_words(found), text) if part)
    text = _("The use in {period} is as varied as if {n} themes were used equally.")
    return text.format(period=period, n=formats.number(counted.value, 1))


def _reach(found: Findings, counted: Counted, period: str) -> str:
    if counted.k is None:
        return _("Of direct use in {period} nothing is reported.").format(period=period)
    if not found.organisation.confirmed:
        return ngettext(
            "{lists} {k} used Platform31 itself in {period}.",
            "{lists} {k} used Platform31 themselves in {period}.",
            counted.k,
        ).format(lists=in_the_lists(found), k=formats.number(counted.k), period=period)
    texts = (
        _("{k} of the {n} departments that reported used Platform31 themselves in {period}.")
        if found.unknown
        else _("{k} of the {n} departments used Platform31 themselves in {period}.")
    )
    return texts.format(k=formats.number(counted.k), n=formats.number(counted.n), period=period)


def relevance_in_words(found: Findings) -> str:
    """Of how many departments it is only proposed what is relevant; empty when of none."""
    n = found.organisation.unconfirmed_relevance
    if not n:
        return ""
    return ngettext(
        "What is relevant is still a proposal for {n} department.",
        "What is relevant is still a proposal for {n} departments.",
        n,
    ).format(n=formats.number(n))


def counted_in_words(name: str, counted: Counted) -> str:
    """A figure in a sentence; a part of a whole as counts, which say what a percentage hides."""
    if counted.k is not None and counted.n is not None:
        return _("{k} of the {n}").format(
            k=formats.number(counted.k), n=formats.number(counted.n)
        )  # fmt: skip
    value = counted.value or 0.0
    if name == facts.EFFECTIVE_THEMES:
        return formats.number(value, 1)
    return ngettext("{n} time", "{n} times", int(value)).format(n=formats.number(value))
