"""A figure beside that of the period before, or why it is not compared."""

from __future__ import annotations

from analysis.findings import facts
from analysis.findings.facts import Change, Counted, Figure, Findings
from analysis.findings.sentences.figures import counted_in_words
from analysis.findings.sentences.words import day_in_words, years_in_words
from analysis.period import Period
from analysis.reporting import FEW_DEPARTMENTS, NOT_REPORTED, OTHER_CHANNELS, Alike, NotAlike
from data.columns import DIRECT, NETWORK
from texts import formats, ngettext
from texts import translate as _

_TENTHS = 10


def change_text(name: str, change: Change, *, said: Counted | None = None) -> str:
    """A figure beside that of the period before, over what they have in common.

    `said` is the figure that the sentence before gave: it is not said again.
    """
    text = _going_on(change) if said == change.now else _repeating(change)
    told = text.format(
        now=counted_in_words(name, change.now),
        before=_before_in_words(name, change),
        against=change.alike.before.label,
        same=_same(change.alike),
        difference=_difference(name, change),
    )
    if said not in (None, change.now):
        told = _("Over what both have in common: {told}").format(told=told)
    if change.chance is not None and change.now.value != change.before.value:
        told += "; " + chance_in_words(change.chance)
    return told + "."


def _repeating(change: Change) -> str:
    """The sentence that names the figure of now."""
    before, now = change.before, change.now
    if not _of_as_many(change):
        return _("{now}; in {against} {before}{same}")
    if now.value == before.value:
        return _("{now}, as in {against}{same}")
    if (now.value or 0.0) > (before.value or 0.0):
        return _("{now}, {difference} more than in {against} ({before}){same}")
    return _("{now}, {difference} fewer than in {against} ({before}){same}")


def _going_on(change: Change) -> str:
    """The sentence that follows one with the figure of now."""
    before, now = change.before, change.now
    if not _of_as_many(change):
        return _("In {against} that was {before}{same}")
    if now.value == before.value:
        return _("That is as in {against}{same}")
    if (now.value or 0.0) > (before.value or 0.0):
        return _("That is {difference} more than in {against} ({before}){same}")
    return _("That is {difference} fewer than in {against} ({before}){same}")


def _of_as_many(change: Change) -> bool:
    """Whether both are out of as many, so that they can be taken from each other."""
    return change.now.n == change.before.n


def _difference(name: str, change: Change) -> str:
    now, before = change.now, change.before
    if now.k is not None and before.k is not None:
        return formats.number(abs(now.k - before.k))
    difference = abs((now.value or 0.0) - (before.value or 0.0))
    return formats.number(difference, 1 if name == facts.EFFECTIVE_THEMES else 0)


def _before_in_words(name: str, change: Change) -> str:
    if change.before.k is not None and _of_as_many(change):
        return formats.number(change.before.k)
    return counted_in_words(name, change.before)


def chance_in_words(chance: float) -> str:
    """In how many of ten years a difference like this comes with equal use."""
    tenths = round(chance * _TENTHS)
    if chance < 1 / 20:
        return _("with equal use such a difference comes in fewer than 1 of the 20 years")
    return _("with equal use such a difference comes in about {n} of the 10 years").format(
        n=formats.number(max(tenths, 1))
    )


def _same(alike: Alike) -> str:
    """Over what two periods are compared; empty when that is all of both."""
    parts = []
    n = len(alike.departments)
    parts.append(
        ngettext("the same {n} department", "the same {n} departments", n).format(
            n=formats.number(n)
        )
    )
    if not alike.whole:
        days = _("{first} up to and including {last}").format(
            first=day_in_words(alike.first, alike.period),
            last=day_in_words(alike.last, alike.period),
        )
        parts.append(days)
    if DIRECT not in alike.channels:
        parts.append(_("through theme groups only"))
    elif NETWORK not in alike.channels:
        parts.append(_("direct use only"))
    return ", " + ", ".join(parts)


def why_not_compared(figure: Figure, found: Findings) -> str | None:
    """The sentence in the place of a change; None when there is a change."""
    if figure.change is not None:
        return None
    if figure.not_alike is not None:
        return not_alike_in_words(figure.not_alike)
    if figure.name == facts.REACH and not found.organisation.confirmed:
        return _("Nobody said yet which departments there are.")
    return _("There is nothing in common to compare.")


def not_alike_in_words(why: NotAlike) -> str:
    """Why two periods are not compared."""
    if why.why == NOT_REPORTED:
        return ngettext(
            "{years} is not reported.", "{years} are not reported.", len(why.years)
        ).format(years=years_in_words(why.years))  # fmt: skip
    if why.why == FEW_DEPARTMENTS:
        part = Period(why.years[0], why.years[-1])
        return ngettext(
            "Of {period}, {k} of {n} departments reported: too few to compare.",
            "Of {period}, {k} of {n} departments reported: too few to compare.",
            why.k,
        ).format(period=part.label, k=formats.number(why.k), n=formats.number(why.n))
    if why.why == OTHER_CHANNELS:
        text = _("Of {before} and {period} not the same channels are reported.")
    else:
        text = _("Of {before} and {period} not the same days are reported.")
    return text.format(before=why.before.label, period=why.period.label)


def through_time(found: Findings) -> str | None:
    """How the use moved within the period; None when there is only one year of it."""
    if found.last_step is None:
        return None
    if isinstance(found.last_step, NotAlike):
        return not_alike_in_words(found.last_step)
    step = found.last_step
    return _("In {year}: {change}").format(
        year=step.alike.period.label, change=change_text(facts.USES, step)
    )
