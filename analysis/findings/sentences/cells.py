"""What is said of the map and of its cells: the parts, the reasons, whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.findings.sentences.words import domain_in_a_sentence, place_in_words
from data.columns import (
    DECLINED,
    DOMAIN,
    LAPSED,
    NETWORK_ONLY,
    NOT_APPLICABLE,
    OPEN,
    PLANNED,
    STATE,
    UNKNOWN,
    USED,
)
from texts import Text, formats, ngettext
from texts import translate as _

_PARTS: Mapping[str, Text] = {
    USED: Text("{n} used"),
    NETWORK_ONLY: Text("{n} only through a theme group"),
    OPEN: Text("{n} white"),
    LAPSED: Text("{n} lapsed"),
    PLANNED: Text("{n} under way"),
    DECLINED: Text("{n} deliberately not"),
    UNKNOWN: Text("{n} not reported"),
}


def map_in_words(counts: Mapping[str, int], period: str, domains: Sequence[str] = ()) -> str:
    """The parts of the map in a period (in words) and domains, which add up to the relevant cells.

    `counts` as `analysis.findings.facts.count_map` gives them.
    """
    where = place_in_words(period, domains)
    relevant = counts["relevant"]
    if not relevant:
        return _("No combination counts as relevant in {period}.").format(period=where)
    if counts[UNKNOWN] == relevant:
        return _("Of direct use in {period} nothing is reported.").format(period=where)
    parts = [
        _(text.msgid).format(n=formats.number(counts[state]))
        for state, text in _PARTS.items()
        if counts[state] or state == USED
    ]
    return ngettext(
        "{n} relevant combination in {period} = {parts}.",
        "{n} relevant combinations in {period} = {parts}.",
        relevant,
    ).format(n=formats.number(relevant), period=where, parts=" + ".join(parts))


def apart_in_words(counts: Mapping[str, int], used: int) -> str:
    """The cells of the map that are not relevant, of which some are used; empty without any."""
    apart = counts[NOT_APPLICABLE]
    if not apart:
        return ""
    said = ngettext(
        "{n} other combination is not relevant.", "{n} other combinations are not relevant.", apart
    ).format(n=formats.number(apart))
    if not used:
        return said
    text = ngettext("{k} of them is used all the same.", "{k} of them are used all the same.", used)
    return f"{said} {text.format(k=formats.number(used))}"


def opportunity_reason(row: Mapping[str, Any]) -> str:
    """Why a white spot is worth acting on, from the numbers of its row."""
    parts = [_used_before(row), others_using(row), _own_use(row), _through_group(row)]
    return " ".join(part for part in parts if part)


def what_speaks_for(row: Mapping[str, Any]) -> str:
    """The same for who has to be interested, in short: what counts against it is left out."""
    parts = [_used_before(row), who_uses(row), _through_group(row)]
    return " ".join(part for part in parts if part)


def _through_group(row: Mapping[str, Any]) -> str:
    return _("It knows this theme from a theme group.") if row.get("through_group") else ""


def _used_before(row: Mapping[str, Any]) -> str:
    if row[STATE] != LAPSED:
        return ""
    return ngettext(
        "Used {n} time before, but not in this period.",
        "Used {n} times before, but not in this period.",
        row["uses_before"],
    ).format(n=formats.number(row["uses_before"]))


def others_using(row: Mapping[str, Any]) -> str:
    """How many others use the theme: those in the domain, or all when there are none in it.

    Of those that reported: of the others nobody knows.
    """
    if row["peers"]:
        return _using(domain_in_a_sentence(row[DOMAIN]), row["peers_using"], row["peers"])
    return _using(_("the municipality"), row["departments_using"], row["others"])


def who_uses(row: Mapping[str, Any]) -> str:
    """The same; all as well when none in the domain does, and others do."""
    if row["peers_using"] or not row["departments_using"]:
        return others_using(row)
    return _using(_("the municipality"), row["departments_using"], row["others"])


def _using(place: str, using: int, others: int) -> str:
    if not others:
        return _("Of other departments nothing is reported.")
    if others == 1 and using:
        text = _("The only other department in {place} that reported uses this theme.")
    elif using == others:
        text = _("All {n} other departments in {place} that reported use this theme.")
    elif not using:
        text = ngettext(
            "The only other department in {place} that reported did not use this theme.",
            "None of the {n} other departments in {place} that reported used this theme.",
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
        return _("This department uses no other theme.")
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
