"""The answer first: where the use of a period comes from, and who is left out."""

from __future__ import annotations

from analysis.findings.facts import Findings
from analysis.findings.sentences.words import (
    domain_in_a_sentence,
    listed,
    period_in_words,
    share_in_words,
)
from analysis.reporting import UNKNOWN_YEAR
from data.columns import UNCLASSIFIED
from texts import formats, ngettext
from texts import translate as _


def headline(found: Findings) -> str:
    """The answer first: where the use comes from, and who is left out."""
    return f"{_where_from(found)} {left_out(found)}".strip()


def _where_from(found: Findings) -> str:
    head, period = found.headline, period_in_words(found)
    if not head.n:
        if found.state.state == UNKNOWN_YEAR:
            return _("Nothing is reported of {period}.").format(period=found.period.label)
        return _("In {period} no use of Platform31 is recorded.").format(period=period)
    if not head.enough:
        return ngettext(
            "In {period} Platform31 was used {n} time: too little to say where the use comes from.",
            "In {period} Platform31 was used {n} times: too little to say where the use comes "
            "from.",
            head.n,
        ).format(period=period, n=formats.number(head.n))
    if head.domain is None:
        text = _("{share} of the use in {period} was about {theme}")
    elif head.theme is None:
        text = _("{share} of the use in {period} came from {domain}")
    else:
        text = _("{share} of the use in {period} came from {domain} or was about {theme}")
    said = text.format(
        share=share_in_words(head.k, head.n, whole_is_known=found.organisation.confirmed),
        period=period,
        domain=domain_in_a_sentence(head.domain or UNCLASSIFIED),
        theme=head.theme,
    )
    return said + yardstick(found) + "."


def yardstick(found: Findings) -> str:
    """What even spreading would give; empty when that cannot be said."""
    head = found.headline
    if head.expected is None:
        return ""
    if head.concentrated:
        text = _(
            "; with even spreading over the relevant combinations that would be about {expected}, "
            "so the use is concentrated"
        )
    else:
        text = _("; with even spreading over the relevant combinations that would be about "
                 "{expected}")  # fmt: skip
    return text.format(expected=formats.percent(head.expected))


def left_out(found: Findings) -> str:
    """Who did not use it, and of whom nothing is known."""
    organisation, parts = found.organisation, []
    n = organisation.reported
    if not organisation.confirmed:
        parts.append(in_the_lists(found))
        if found.not_using:
            parts.append(_("Not used by: {names}.").format(names=listed(found.not_using)))
    elif not n:
        parts.append(_("Of direct use nothing is reported."))
        return " ".join(parts)
    elif found.not_using:
        some = bool(found.unknown)
        text = ngettext(
            "{k} of the {n} departments that reported did not use Platform31 itself: {names}.",
            "{k} of the {n} departments that reported did not use Platform31 themselves: {names}.",
            len(found.not_using),
        ) if some else ngettext(
            "{k} of the {n} departments did not use Platform31 itself: {names}.",
            "{k} of the {n} departments did not use Platform31 themselves: {names}.",
            len(found.not_using),
        )  # fmt: skip
        parts.append(
            text.format(
                k=formats.number(len(found.not_using)),
                n=formats.number(n),
                names=listed(found.not_using),
            )
        )
    elif found.unknown or not found.state.complete:
        parts.append(
            ngettext(
                "The {n} department that reported used Platform31 itself.",
                "The {n} departments that reported used Platform31 themselves.",
                n,
            ).format(n=formats.number(n))
        )
    else:
        parts.append(_("Every department used Platform31 itself."))
    if found.unknown:
        parts.append(_("Nothing reported by: {names}.").format(names=listed(found.unknown)))
    return " ".join(parts)


def in_the_lists(found: Findings) -> str:
    """How many departments the lists name, as long as nobody said that they are all there are."""
    n = found.organisation.departments
    return ngettext(
        "{n} department occurs in your lists.", "{n} departments occur in your lists.", n
    ).format(n=formats.number(n))
