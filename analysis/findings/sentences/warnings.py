"""What a reader must know before going by the figures."""

from __future__ import annotations

import datetime as dt

from analysis.findings.facts import Findings
from analysis.findings.sentences.figures import relevance_in_words
from analysis.findings.sentences.words import listed
from texts import formats, ngettext
from texts import translate as _


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
