"""After storing or taking back: what changed, and where to see it."""

from __future__ import annotations

import streamlit as st

from texts import ngettext
from texts import translate as _
from ui import formats
from ui.frame import link_to
from ui.safe import escape_markdown
from ui.upload import pending, words
from ui.upload.pending import Outcome
from ui.upload.previewing import show_wrapped

SHOWN_NAMES = 20


def show_outcomes() -> None:
    """What this visitor stored and took back, newest first, until it is closed."""
    outcomes = pending.outcomes()
    for outcome in outcomes:
        with st.container(border=True):
            _show(outcome)
    if outcomes:
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to("overview", _("To the overview"))
            link_to("broadening", _("To the white spots"))
            st.button(_("Close"), key="upload_close_outcomes", on_click=pending.close_outcomes)


def _show(outcome: Outcome) -> None:
    st.success(escape_markdown(_headline(outcome)), icon=":material/check_circle:")
    changes = outcome.changes
    for label, table in (
        (_("Use per year"), changes.uses_by_year()),
        (_("Budget amounts per year"), changes.budget_by_year()),
    ):
        if len(table):
            st.markdown(f"**{label}**")
            show_wrapped(table, alt=label, width="content")
    st.markdown("\n".join("- " + escape_markdown(line) for line in _name_lines(outcome)))


def _headline(outcome: Outcome) -> str:
    if outcome.stored:
        text = ngettext(
            "{file} is stored: {n} row.", "{file} is stored: {n} rows.", outcome.records
        )
    else:
        text = ngettext(
            "{file} is taken back: {n} row was removed.",
            "{file} is taken back: {n} rows were removed.",
            outcome.records,
        )
    return text.format(file=outcome.file_name, n=formats.number(outcome.records))


def _name_lines(outcome: Outcome) -> list[str]:
    changes = outcome.changes
    if outcome.stored:
        labels = (_("New departments: {names}."), _("New themes: {names}."))
    else:
        labels = (_("Departments removed: {names}."), _("Themes removed: {names}."))
    lines = []
    if outcome.stored and changes.new_years:
        years = words.listed(str(year) for year in changes.new_years)
        lines.append(_("First use in: {years}.").format(years=years))
    for label, names in zip(labels, (changes.departments, changes.themes), strict=True):
        if names:
            lines.append(label.format(names=_shortened(names)))
    return lines


def _shortened(names: list[str]) -> str:
    if len(names) <= SHOWN_NAMES:
        return words.names_listed(names)
    rest = _("{n} more").format(n=len(names) - SHOWN_NAMES)
    return words.names_listed([*names[:SHOWN_NAMES], rest])
