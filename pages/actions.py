"""Actions: what is being done about the white spots, by whom, and whether it worked."""

from __future__ import annotations

from texts import translate as _
from ui.actions.before_after import show_before_after
from ui.actions.board import show_board
from ui.actions.effect import show_effect
from ui.actions.own_lists import show_waiting_lists
from ui.actions.proposals import show_waiting_proposals
from ui.shared import frame
from ui.shared.notices import show_notice
from ui.shared.tabs import show_tabs


def main() -> None:
    """Show the page."""
    frame.page("actions")
    show_notice()
    if not frame.has_data():
        return
    show_waiting_proposals()
    show_waiting_lists()
    show_tabs(
        [
            ("werk", _("What is being worked on"), _work),
            ("effect", _("Did it work?"), show_effect),
            ("voor-en-na", _("The map before and after"), show_before_after),
        ],
    )


def _work() -> None:
    show_board()
    frame.link_to("broadening", _("Choose a white spot, on Broadening"))


main()
