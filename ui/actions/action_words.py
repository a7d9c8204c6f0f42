"""What statuses, reasons and proposals are called for a reader."""

from __future__ import annotations

from collections.abc import Mapping

from data import columns as c
from texts import Text
from ui.shared.labels import REASONS, STATUSES

PROPOSAL_KINDS: Mapping[str, Text] = {
    c.ADD: Text("Add a missing record"),
    c.CORRECT: Text("Correct a record"),
    c.REMOVE: Text("Take a record out"),
    c.NOT_WANTED: Text("A theme that is not wanted"),
}


def status_label(status: str) -> str:
    """What a reader calls the status of an action."""
    return str(STATUSES[status])


def reason_label(reason: str) -> str:
    """What a reader calls the reason why a theme is not wanted."""
    return str(REASONS[reason])


def status_in_words(status: str, reason: object) -> str:
    """A status, with the reason when there is one."""
    if reason not in REASONS:
        return status_label(status)
    return f"{status_label(status)} ({reason_label(str(reason))})"
