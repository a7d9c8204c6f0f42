"""The sentences of findings: made here only, for pages, letters, reports and the command line.

Plain text: escape it where it is shown. A text that is not said is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.findings import facts
from analysis.findings.facts import Change, Counted, Figure, Findings
from analysis.period import Period
from analysis.reporting import (
    FEW_DEPARTMENTS,
    NOT_REPORTED,
    OTHER_CHANNELS,
    UNKNOWN_YEAR,
    Alike,
    NotAlike,
)
from data.columns import (
    DECLINED,
    DIRECT,
    DOMAIN,
    LAPSED,
    NETWORK,
    NETWORK_ONLY,
    OPEN,
    PLANNED,
    STATE,
    UNCLASSIFIED,
    UNKNOWN,
    USED,
)
from texts import Text, formats, ngettext
from texts import translate as _

_DOMAINS: Mapping[str, Text] = {
    "sociaal": Text("the social domain"),
    "fysiek": Text("the physical domain"),
    "economie": Text("the domain economy"),
    "bestuur": Text("the domain governance"),
    "bedrijfsvoering": Text("the internal services"),
    UNCLASSIFIED: Text("the departments that are not classified"),
}
_PARTS: Mapping[str, Text] = {
    USED: Text("{n} used"),
    NETWORK_ONLY: Text("{n} only through a theme group"),
    OPEN: Text("{n} white"),
    LAPSED: Text("{n} lapsed"),
    PLANNED: Text("{n} under way"),
    DECLINED: Text("{n} deliberately not"),
    UNKNOWN: Text("{n} not reported"),
}
_NAMED = 12  # names in a sentence before it becomes a number
_TENTHS = 10


def domain_in_a_sentence(domain: str) -> str:
    """A domain as it stands in the middle of a sentence."""
    return str(_DOMAINS.get(domain, domain))


def listed(names: Sequence[str], most: int = _NAMED) -> str:
    """Names as they stand in a sentence: a, b and c; beyond `most`: a, b, c and 4 more."""
    if len(names) > most + 1:
        more = formats.number(len(names) - most)
        return _("{names} and {n} more").format(names=", ".join(names[:most]), n=more)
    return formats.enumerated(list(names)) if names else ""


def period_in_words(found: Findings) -> str:
    """The period, and how far it is reported when that is not all of it."""
    label = found.period.label
    state = found.state
    if state.complete or state.through is None or state.since is None:
        return label
    if state.since == dt.date(found.period.first, 1, 1):
        text = _("{period} (up to and including {last})")
    else:
        text = _("{period} ({first} up to and including {last})")
    last = _day(state.through, found.period)
    return text.format(period=label, first=_day(state.since, found.period), last=last)


def share_in_words(k: int, n: int, *, whole_is_known: bool = True) -> str:
    """A share with its counts; no percentage where that would suggest a whole nobody knows."""
    if not n:
        return _("not known, there is nothing to count")
    counts = {"k": formats.number(k), "n": formats.number(n)}
    if not whole_is_known and round(k / n * 100) == 100:
        return _("{k} of {n}").format(**counts)
    return _("{percent} ({k} of {n})").format(percent=_percent(k, n), **counts)


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
        return " ".join(part for part in (text, relevance_in_words(found)) if part)
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


def change_text(name: str, change: Change) -> str:
    """A figure beside that of the period before, over what they have in common."""
    before, now = change.before.value or 0.0, change.now.value or 0.0
    alike = change.alike
    values = {
        "now": _counted(name, change.now),
        "before": _counted(name, change.before),
        "against": alike.before.label,
        "same": _same(alike),
        "difference": value_in_words(name, abs(now - before), difference=True),
    }
    if now == before:
        text = _("{now}, as in {against}{same}")
    elif now > before:
        text = _("{now}, {difference} more than in {against} ({before}){same}")
    else:
        text = _("{now}, {difference} fewer than in {against} ({before}){same}")
    said = text.format(**values)
    if change.chance is not None and now != before:
        said += "; " + chance_in_words(change.chance)
    return said + "."


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
            first=_day(alike.first, alike.period), last=_day(alike.last, alike.period)
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


def years_in_words(years: Sequence[int]) -> str:
    """Years as they stand in a sentence, those in a row together: 2015–2017 en 2019."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return listed([Period(run[0], run[-1]).label for run in runs])


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


def map_in_words(counts: Mapping[str, int]) -> str:
    """The parts of the map, which add up."""
    parts = [
        _(text.msgid).format(n=formats.number(counts[state]))
        for state, text in _PARTS.items()
        if counts[state] or state == USED
    ]
    return ngettext(
        "{n} relevant combination = {parts}.", "{n} relevant combinations = {parts}.",
        counts["relevant"],
    ).format(n=formats.number(counts["relevant"]), parts=" + ".join(parts))  # fmt: skip


def warnings(found: Findings) -> list[str]:
    """What a reader must know before going by the figures."""
    said = []
    organisation = found.organisation
    if not organisation.confirmed:
        said.append(
            _("Nobody said yet that these are your departments: who never used Platform31 does "
              "not occur in the lists.")
        )  # fmt: skip
    if organisation.unplaced:
        n = len(organisation.unplaced)
        text = ngettext(
            "Of {n} department the domain is not confirmed: {names}.",
            "Of {n} departments the domain is not confirmed: {names}.",
            n,
        )
        said.append(text.format(n=formats.number(n), names=listed(organisation.unplaced)))
    if relevance := relevance_in_words(found):
        said.append(relevance)
    if found.unknown:
        said.append(_("Nothing reported by: {names}.").format(names=listed(found.unknown)))
    by_day: dict[dt.date, list[str]] = {}
    for name, day in found.partial.items():
        by_day.setdefault(day, []).append(name)
    for day, names in sorted(by_day.items()):
        text = _("Reported up to and including {day} only: {names}.")
        said.append(text.format(day=formats.date(day), names=listed(names)))
    return said


def opportunity_reason(row: Mapping[str, Any]) -> str:
    """Why a white spot is worth acting on, from the numbers of its row."""
    parts = [others_using(row), _own_use(row)]
    if row[STATE] == LAPSED:
        parts.insert(0, _("It was used before, but not in this period."))
    return " ".join(part for part in parts if part)


def others_using(row: Mapping[str, Any]) -> str:
    """How many others use the theme: those in the domain, or all when there are none in it.

    Of those that reported: of the others nobody knows.
    """
    if row["peers"]:
        place, using, others = domain_in_a_sentence(row[DOMAIN]), row["peers_using"], row["peers"]
    else:
        place, using, others = _("the municipality"), row["departments_using"], row["others"]
    if not others:
        return _("Of other departments nothing is reported.")
    if others == 1 and using:
        text = _("The only other department in {place} that reported uses this theme.")
    elif not using:
        text = ngettext(
            "The {n} other department in {place} that reported does not use this theme yet.",
            "None of the {n} other departments in {place} that reported uses this theme yet.",
            others,
        )
    else:
        text = ngettext(
            "{k} of the {n} other departments in {place} that reported uses this theme.",
            "{k} of the {n} other departments in {place} that reported use this theme.",
            using,
        )
    return text.format(k=formats.number(using), n=formats.number(others), place=place)


def _own_use(row: Mapping[str, Any]) -> str:
    if not row["other_themes"]:
        return _("This department uses no other theme yet.")
    return ngettext(
        "This department uses {n} other theme.",
        "This department uses {n} other themes.",
        row["other_themes"],
    ).format(n=formats.number(row["other_themes"]))


def colleague_in_words(row: Mapping[str, Any]) -> str:
    """Whom to ask about a theme; empty when nobody uses it."""
    if pd.isna(row["colleague"]):
        return ""
    return ngettext(
        "Colleague department: {department} (used this {n} time).",
        "Colleague department: {department} (used this {n} times).",
        row["colleague_uses"],
    ).format(department=row["colleague"], n=formats.number(row["colleague_uses"]))


def value_in_words(name: str, value: float, *, difference: bool = False) -> str:
    """The value of a figure as it stands in a sentence."""
    if name in (facts.REACH, facts.COVERAGE):
        if difference:
            return _("{points} points").format(points=formats.number(round(value * 100)))
        return formats.percent(value)
    if name == facts.EFFECTIVE_THEMES:
        return formats.number(value, 1)
    if difference:
        return formats.number(value)
    return ngettext("{n} time", "{n} times", int(value)).format(n=formats.number(value))


def _counted(name: str, counted: Counted) -> str:
    """A figure in a sentence; all of it as counts, for 100% says more than is known."""
    if counted.value == 1.0 and counted.n is not None:
        return _("{k} of {n}").format(
            k=formats.number(counted.k), n=formats.number(counted.n)
        )  # fmt: skip
    return value_in_words(name, counted.value or 0.0)


def _percent(k: int, n: int) -> str:
    """A percentage that is 0 or 100 only when it is nothing or all."""
    share = k / n
    if 0 < k < n:
        share = min(max(share, 0.01), 0.99)
    return formats.percent(share)


def _day(day: dt.date, period: Period) -> str:
    """A day in words, without its year when that is the year of the period."""
    if period.first == period.last == day.year:
        return formats.day_and_month(day)
    return formats.date(day)
