"""The statements that a municipality makes about the tool: privacy and accessibility."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.settings import Settings
from texts import ngettext
from texts import translate as _
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown

_DAYS_IN_A_YEAR = 365


def show_privacy() -> None:
    """The privacy statement, on a page."""
    _show_lines(privacy())


def show_accessibility() -> None:
    """The accessibility statement, on a page."""
    _show_lines(accessibility())


def privacy() -> list[str]:
    """Which personal data there are, why, for how long, and who is asked about it."""
    settings = loaders.settings()
    return [
        _("Purpose: knowing which departments use Platform31, and bringing it to others."),
        _("Of who works with the tool: name or e-mail address, role, and what was done when."),
        _("Of departments: the function of the manager. Names of persons are not needed."),
        _("Columns with names, e-mail, telephone or bank accounts in a file are not stored."),
        _("Nothing leaves the municipality. Only signing in asks the municipality's provider."),
        *_kept(settings),
        _contact(settings.privacy_contact),
    ]


def accessibility() -> list[str]:
    """How far the tool is accessible, and what somebody can do who meets an obstacle."""
    settings = loaders.settings()
    official = settings.accessibility_statement
    if official:
        official = _("The official statement: {address}.").format(address=official)
    return [
        _("The tool is built to meet WCAG 2.1, level AA. An independent check is still due."),
        _("Every page is checked by a program at each change, in light and dark."),
        _("Every chart has a description, and the table behind it one click away."),
        _("Known obstacle: cells of large tables are read by a screen reader one by one."),
        *([_("The official statement: {address}.").format(address=official)] if official else []),
        _contact(settings.accessibility_contact),
    ]


def _kept(settings: Settings) -> list[str]:
    """How long each is kept, as the settings say by which the tool itself deletes it."""
    periods = [
        _("Who did what is kept: {period}.").format(period=_period(settings.change_log_days)),
        _("Names with uploads, proposals and agreements are kept: {period}.").format(
            period=_period(settings.name_days)
        ),
        _("Rows that were rejected at reading in are kept: {period}.").format(
            period=_period(settings.rejected_days)
        ),
        _("Who was signed in when is kept: {period}.").format(period=_period(settings.visit_days)),
    ]
    if settings.backup_folder:
        copies = _("Copies of the store are kept: {period}.")
        periods.append(copies.format(period=_period(settings.backup_days)))
    return [
        *periods,
        _("After that the tool itself deletes it. An established dossier stays as it was."),
    ]


def _period(days: int) -> str:
    if not days:
        return _("as long as the tool is used")
    years, rest = divmod(days, _DAYS_IN_A_YEAR)
    if rest:
        return ngettext("{n} day", "{n} days", days).format(n=formats.number(days))
    return ngettext("{n} year", "{n} years", years).format(n=formats.number(years))


def _contact(contact: str) -> str:
    if not contact:
        return _("Questions: ask who gave you this tool.")
    return _("Questions: {contact}.").format(contact=contact)


def _show_lines(lines: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
