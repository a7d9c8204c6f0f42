"""What is said of one department: on its page, in the message to its manager, in the letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.findings.sentences.words import period_in_words
from analysis.findings.standing import Standing
from data.columns import LAPSED, STATE
from texts import formats, ngettext
from texts import translate as _


def standing_in_words(found: Standing) -> str:
    """The answer first: how much the department used, and how much of what is relevant."""
    period = period_in_words(found)
    if not found.reported:
        said = _("Of {department} nothing is reported over {period}: what it used is not known.")
        text = said.format(department=found.department, period=found.period.label)
        return " ".join(part for part in (text, _through_groups(found)) if part)
    if not found.uses:
        return _not_used(found, period)
    uses = ngettext(
        "In {period} {department} used Platform31 {n} time",
        "In {period} {department} used Platform31 {n} times",
        found.uses,
    ).format(period=period, department=found.department, n=formats.number(found.uses))
    if found.network_uses:
        uses += " " + ngettext(
            "itself, and {n} time through a theme group",
            "itself, and {n} times through a theme group",
            found.network_uses,
        ).format(n=formats.number(found.network_uses))
    if not found.relevant:
        return f"{uses}."
    share = ngettext(
        "{k} of the {n} themes that fit its work is used",
        "{k} of the {n} themes that fit its work are used",
        found.relevant_used,
    ).format(k=formats.number(found.relevant_used), n=formats.number(found.relevant))
    return f"{uses}; {share}."


def _not_used(found: Standing, period: str) -> str:
    """Of who used nothing it goes without saying how much of what is relevant that is."""
    text = (
        _("In {period} {department} did not use Platform31 itself.")
        if found.network_uses
        else _("In {period} {department} did not use Platform31.")
    ).format(period=period, department=found.department)
    return " ".join(part for part in (text, _through_groups(found)) if part)


def _through_groups(found: Standing) -> str:
    n = found.network_uses
    if not n:
        return ""
    return ngettext(
        "A theme group reached it {n} time.", "A theme group reached it {n} times.", n
    ).format(n=formats.number(n))


def own_relevance_in_words(found: Standing) -> str:
    """That what fits its work is only a proposal; empty once somebody confirmed it."""
    if found.relevance_confirmed or not found.relevant:
        return ""
    return _("Which themes fit its work is still a proposal.")


def use_of_theme(row: Mapping[str, Any], period: str) -> str:
    """How a department used a theme in a period (in words): a row of the map."""
    if row["uses"]:
        text = ngettext("Used {n} time in {period}.", "Used {n} times in {period}.", row["uses"])
        return text.format(n=formats.number(row["uses"]), period=period)
    if row["network_uses"]:
        text = ngettext(
            "In {period} only through a theme group, {n} time.",
            "In {period} only through a theme group, {n} times.",
            row["network_uses"],
        )
        return text.format(n=formats.number(row["network_uses"]), period=period)
    if not row["reported"]:
        return _("Of {period} your use of it is not reported.").format(period=period)
    if row[STATE] == LAPSED:
        return _("Used before, not in {period}.").format(period=period)
    return _("Not used in {period}.").format(period=period)
