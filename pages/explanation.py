"""Explanation: every measure with an example, the signs, the origin of the data, the decision."""

from __future__ import annotations

from texts import translate as _
from ui.explanation import sections
from ui.shared import frame
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page."""
    frame.page("explanation")

    show_tabs(
        "blad",
        [
            (_("How each figure is made"), sections.show_measures),
            (_("The signs on the map"), sections.show_legend),
            (_("Where the data come from"), sections.show_origin),
            (_("The decision"), sections.show_decision),
        ],
    )


main()
