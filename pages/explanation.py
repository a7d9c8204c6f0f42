"""Explanation: every measure with an example, the signs, the origin of the data, the decision."""

from __future__ import annotations

from functools import partial

from data.money.agreements import DECIDED_BY
from texts import translate as _
from ui.explanation import sections, statements
from ui.explanation.measures import measures_of_money, measures_of_use, measures_of_white_spots
from ui.explanation.placebo import show_placebo
from ui.shared import frame, loaders
from ui.shared.tabs import Part, show_tabs


def main() -> None:
    """Show the page."""
    frame.page("explanation")
    settings, show = loaders.settings(), sections.show_measures
    parts: list[Part] = [
        ("cijfers", _("How each figure is made"), partial(show, measures_of_use())),
        ("witte-vlekken", _("White spots and actions"), _show_white_spots),
        ("geld", _("How the money is counted"), partial(show, measures_of_money(settings))),
        ("tekens", _("The signs on the map"), sections.show_legend),
        ("gegevens", _("Where the data come from"), sections.show_origin),
    ]
    if loaders.municipality()[0] == DECIDED_BY:
        parts.append(("besluit", _("The decision"), sections.show_decision))
    parts += [
        ("privacy", _("Privacy"), statements.show_privacy),
        ("toegankelijkheid", _("Accessibility"), statements.show_accessibility),
    ]
    show_tabs(parts)


def _show_white_spots() -> None:
    sections.show_measures(measures_of_white_spots())
    show_placebo()


main()
