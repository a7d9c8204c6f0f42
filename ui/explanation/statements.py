"""The statements that a municipality makes about the tool: privacy and accessibility."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.settings import Settings
from texts import translate as _
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown


def show_privacy() -> None:
    """Which personal data there are, why, for how long, and who is asked about it."""
    settings = loaders.settings()
    _show_lines(
        [
            _("Purpose: knowing which departments use Platform31, and bringing it to others."),
            _("Of who works with the tool: name or e-mail address, role, and what was done when."),
            _("Of departments: the function of the manager. Names of persons are not needed."),
            _("Columns with names, e-mail, telephone or bank accounts in a file are not stored."),
            _("Nothing leaves the municipality. Only signing in asks the municipality's provider."),
            _kept(settings),
            _contact(settings.privacy_contact),
        ]
    )


def show_accessibility() -> None:
    """How far the tool is accessible, and what somebody can do who meets an obstacle."""
    settings = loaders.settings()
    _show_lines(
        [
            _("The tool is built to meet WCAG 2.1, level AA. An independent check is still due."),
            _("Every page is checked by a program at each change, in light and dark."),
            _("Every chart has a description, and the table behind it one click away."),
            _("Known obstacle: cells of large tables are read by a screen reader one by one."),
            _contact(settings.accessibility_contact),
        ]
    )


def _kept(settings: Settings) -> str:
    if not settings.change_log_days:
        return _("Who did what is kept for as long as the tool is used.")
    text = _("Who did what is kept for {days} days.")
    return text.format(days=formats.number(settings.change_log_days))


def _contact(contact: str) -> str:
    if not contact:
        return _("Questions: ask who gave you this tool.")
    return _("Questions: {contact}.").format(contact=contact)


def _show_lines(lines: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
