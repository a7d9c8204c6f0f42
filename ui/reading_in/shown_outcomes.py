"""What storing a file did, as it stands on the page: what changed, what waits, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from data.money.sources import EARLIER, THIS
from texts import ngettext
from texts import translate as _
from ui.reading_in import rejected_workbook, taking_back, upload_words
from ui.reading_in.changes import Cell, Changes
from ui.reading_in.outcomes import BROUGHT_BACK, RESTORED, STORED, Outcome, close_outcomes, outcomes
from ui.shared import formats, loaders
from ui.shared.frame import link_to
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped

SHOWN_NAMES = 20
SHOWN_SPOTS = 10


def show_outcomes() -> None:
    """What this visitor stored and took back, newest first, until it is closed."""
    found = outcomes()
    for outcome in found:
        with st.container(border=True):
            _show(outcome)
    if found:
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to("overview", _("To the overview"))
            link_to("broadening", _("To the white spots"))
            st.button(_("Close"), key="upload_close_outcomes", on_click=close_outcomes)


def _show(outcome: Outcome) -> None:
    st.success(escape_markdown(_headline(outcome)), icon=":material/check_circle:")
    lines = list(_upload_lines(outcome))
    if outcome.changes is None:
        lines.append(_("What this changes in the figures could not be computed."))
    else:
        _show_tables(outcome.changes)
        lines += _name_lines(outcome.changes)
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
    _buttons(outcome)


def _buttons(outcome: Outcome) -> None:
    """What can be done with what was just stored: mend what waits, or take it back."""
    batches = loaders.active_batches()
    for batch in batches[batches["batch_id"] == outcome.batch_id].to_dict("records"):
        with st.container(horizontal=True):
            if outcome.rejected:
                rejected_workbook.rejected_button(batch, at="outcome")
            taking_back.undo_button(batch, at="outcome")


def _show_tables(changes: Changes) -> None:
    for label, table in (
        (_("Use per year"), changes.uses_by_year()),
        (_("Budget amounts per year"), changes.budget_by_year()),
        (_("Departments reached, and relevant combinations in use"), changes.shares_by_year()),
    ):
        if len(table):
            st.markdown(f"**{label}**")
            show_wrapped(table, alt=label, width="content")


def _headline(outcome: Outcome) -> str:
    if outcome.what == RESTORED:
        return _("The uploads count again as they did then.")
    if outcome.what == STORED:
        text = ngettext(
            "{file} is stored: {n} row.", "{file} is stored: {n} rows.", outcome.records
        )
    elif outcome.what == BROUGHT_BACK:
        text = ngettext(
            "{file} counts again: {n} row.", "{file} counts again: {n} rows.", outcome.records
        )
    else:
        text = ngettext(
            "{file} is taken back: {n} row was removed.",
            "{file} is taken back: {n} rows were removed.",
            outcome.records,
        )
    return text.format(file=outcome.file_name, n=formats.number(outcome.records))


def _upload_lines(outcome: Outcome) -> Iterator[str]:
    """What was left out, and which other uploads came or went with it."""
    if outcome.duplicates:
        yield ngettext(
            "{n} row was skipped, because it is stored already.",
            "{n} rows were skipped, because they are stored already.",
            outcome.duplicates,
        ).format(n=formats.number(outcome.duplicates))
    if outcome.taken_back:
        named = upload_words.uploads_named(outcome.taken_back)
        if outcome.what == STORED:
            yield _("It replaces {uploads}.").format(uploads=named)
        else:
            yield _("Taken back: {uploads}.").format(uploads=named)
    yield from _which_money_counts(outcome)
    if outcome.rejected:
        yield ngettext(
            "{n} row is not stored yet: it was rejected. It waits here and under Earlier uploads; "
            "mend it in Excel and drop it above.",
            "{n} rows are not stored yet: they were rejected. They wait here and under Earlier "
            "uploads; mend them in Excel and drop them above.",
            outcome.rejected,
        ).format(n=formats.number(outcome.rejected))
    if outcome.brought_back:
        named = upload_words.uploads_named(outcome.brought_back)
        yield _("Counts again: {uploads}.").format(uploads=named)


def _which_money_counts(outcome: Outcome) -> Iterator[str]:
    """Which of two uploads counts where both tell of the same money."""
    sentences = {
        THIS: _("Of {year} {here} of this file counts; what {files} told of it no longer counts."),
        EARLIER: _("Of {year} what {files} told counts; {here} of this file does not count."),
    }
    for question in outcome.of_money:
        told = dict(question.message.values)
        files = formats.enumerated(map(str, told["files"]))
        if text := sentences.get(question.answer or EARLIER):
            yield text.format(year=told["year"], here=told["here"], files=files)


def _name_lines(changes: Changes) -> Iterator[str]:
    if changes.new_years:
        years = formats.enumerated(str(year) for year in changes.new_years)
        yield _("First use in: {years}.").format(years=years)
    labels = (
        (_("New departments: {names}."), changes.new_names[0]),
        (_("New themes: {names}."), changes.new_names[1]),
        (_("Departments removed: {names}."), changes.gone_names[0]),
        (_("Themes removed: {names}."), changes.gone_names[1]),
        (_("White spots that are used now: {names}."), _cells(changes.closed_spots)),
        (_("White spots again: {names}."), _cells(changes.opened_spots)),
    )
    for label, names in labels:
        if names:
            yield label.format(names=_shortened(names))


def _cells(cells: Sequence[Cell]) -> list[str]:
    named = [f"{department} × {theme} ({year})" for year, department, theme in cells]
    if len(named) <= SHOWN_SPOTS:
        return named
    return [*named[:SHOWN_SPOTS], _("{n} more").format(n=formats.number(len(named) - SHOWN_SPOTS))]


def _shortened(names: list[str]) -> str:
    if len(names) <= SHOWN_NAMES:
        return upload_words.names_listed(names)
    rest = _("{n} more").format(n=len(names) - SHOWN_NAMES)
    return upload_words.names_listed([*names[:SHOWN_NAMES], rest])
