"""Findings in words, made from the numbers. Plain text: escape it where it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.finding import Headline
from analysis.shares import Share, minimums
from data import columns as c
from texts import Text, ngettext
from texts import translate as _
from ui.shared import formats
from ui.shared.labels import value_label

_DOMAINS_IN_A_SENTENCE: Mapping[str, Text] = {
    "sociaal": Text("the social domain"),
    "fysiek": Text("the physical domain"),
    "economie": Text("the domain economy"),
    "bestuur": Text("the domain governance"),
    "bedrijfsvoering": Text("the internal services"),
    c.UNCLASSIFIED: Text("the departments that are not classified"),
}
_NAMED = 3  # names in a sentence before it becomes a list


def domain_in_a_sentence(domain: str) -> str:
    """A domain as it stands in the middle of a sentence."""
    return str(_DOMAINS_IN_A_SENTENCE.get(domain, domain))


def listed(names: Sequence[str]) -> str:
    """Names as they stand in a sentence: a, b and c; beyond a few: a, b, c and 4 more."""
    if len(names) > _NAMED + 1:
        more = formats.number(len(names) - _NAMED)
        return _("{names} and {n} more").format(names=", ".join(names[:_NAMED]), n=more)
    return formats.enumerated(names)


def share_in_words(share: Share) -> str:
    """A share with its counts and its interval; never a bare percentage."""
    if share.share is None:
        return _("not known, there is nothing to count")
    return _("{percent} ({k} of {n}; with 95% certainty between {low} and {high})").format(
        percent=formats.percent(share.share),
        k=formats.number(share.k),
        n=formats.number(share.n),
        low=formats.percent(share.low),
        high=formats.percent(share.high),
    )


def too_little(n: int) -> str:
    """The sentence that stands where a ranking would be, were there enough data."""
    return _("Too little data to rank (n = {n}; at least {least} are needed).").format(
        n=formats.number(n), least=minimums().uses
    )


def headline_sentence(found: Headline) -> str:
    """The answer first: where the use comes from, and who is left out."""
    if not found.share.n:
        start = _("In {period} no use of Platform31 is recorded").format(period=found.period.label)
    elif found.domain is None:
        start = ngettext(
            "In {period} Platform31 was used {n} time, by departments without a domain",
            "In {period} Platform31 was used {n} times, by departments without a domain",
            found.share.n,
        ).format(period=found.period.label, n=formats.number(found.share.n))
    elif not found.enough or found.share.share is None:
        start = ngettext(
            "In {period} Platform31 was used {n} time, too little to say where use comes from",
            "In {period} Platform31 was used {n} times, too little to say where use comes from",
            found.share.n,
        ).format(period=found.period.label, n=formats.number(found.share.n))
    else:
        start = _where_from(found)
    return f"{start}; {_left_out(found.not_using)}."


def _where_from(found: Headline) -> str:
    if found.theme is None:
        text = _("In {period}, {percent} of the use came from {domain}")
    else:
        text = _("In {period}, {percent} of the use came from {domain} and the theme {theme}")
    return text.format(
        period=found.period.label,
        percent=formats.percent(found.share.share),
        domain=domain_in_a_sentence(found.domain or c.UNCLASSIFIED),
        theme=found.theme,
    )


def _left_out(not_using: Share) -> str:
    if not not_using.n:
        return _("no department reported anything")
    if not not_using.k:
        return _("every department that reported used Platform31 itself")
    return ngettext(
        "{k} of the {n} departments did not use Platform31 itself",
        "{k} of the {n} departments did not use Platform31 themselves",
        not_using.k,
    ).format(k=formats.number(not_using.k), n=formats.number(not_using.n))


def headline_basis(found: Headline) -> str:
    """What the headline rests on: counts, interval, and who reported nothing."""
    parts = []
    if found.enough and found.share.share is not None:
        parts.append(
            _("{k} of {n} uses; with 95% certainty between {low} and {high}.").format(
                k=formats.number(found.share.k),
                n=formats.number(found.share.n),
                low=formats.percent(found.share.low),
                high=formats.percent(found.share.high),
            )
        )
    if found.departments_not_using:
        names = listed(found.departments_not_using)
        parts.append(_("Not used by: {names}.").format(names=names))
    if found.unknown:
        parts.append(_("Nothing reported by: {names}.").format(names=listed(found.unknown)))
    return " ".join(parts)


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


def through_time(frame: pd.DataFrame, *, per: str, measure: str) -> str:
    """What a chart of use through time finds: the last step beside the one before."""
    totals = frame.groupby("period_start")["value"].sum()
    last = {
        "now": formats.hours(totals.iloc[-1]),
        "last": formats.period_label(totals.index[-1], per),
        "unit": unit(measure),
    }
    if len(totals) == 1:
        return _("{now} {unit} in {last}.").format(**last)
    before = {
        "before": formats.hours(totals.iloc[-2]),
        "first": formats.period_label(totals.index[-2], per),
    }
    change = totals.iloc[-1] - totals.iloc[-2]
    if not change:
        text = _("Unchanged: {now} {unit} in {last}, as in {first}.")
    elif change > 0:
        text = _("More use: from {before} {unit} in {first} to {now} in {last}.")
    else:
        text = _("Less use: from {before} {unit} in {first} to {now} in {last}.")
    return text.format(**last, **before)


def unit(measure: str) -> str:
    """What is counted, as it stands after a number."""
    return {"uses": _("uses"), "hours": _("hours")}[measure]


def unit_of_axis(measure: str) -> str:
    """What is counted, as the name of an axis."""
    return {"uses": _("number of uses"), "hours": _("number of hours")}[measure]


def opportunity_reason(row: Mapping[str, Any]) -> str:
    """Why a white spot is worth acting on, from the numbers of its row."""
    parts = [others_using(row), _own_use(row)]
    if row["state"] == c.LAPSED:
        parts.insert(0, _("It was used before, but not in this period."))
    return " ".join(part for part in parts if part)


def others_using(row: Mapping[str, Any]) -> str:
    """How many others use the theme: those in the domain, or all when there are none in it."""
    if row["peers"]:
        place, using, others = domain_in_a_sentence(row["domain"]), row["peers_using"], row["peers"]
    else:
        place, using, others = _("the municipality"), row["departments_using"], row["others"]
    if others == 1 and using:
        text = _("The only other department in {place} uses this theme.")
    elif not using:
        text = _("No other department in {place} uses this theme yet.")
    else:
        text = ngettext(
            "{k} of the {n} other departments in {place} uses this theme.",
            "{k} of the {n} other departments in {place} use this theme.",
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
