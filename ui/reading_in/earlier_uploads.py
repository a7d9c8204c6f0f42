"""The uploads there are, newest first: what each held, its rejected rows, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.columns import PROPOSED, USAGE
from data.storing.frames import load_sheet_reports
from data.storing.versions import UPLOADS
from data.values.results import kind_label
from texts import ngettext
from texts import translate as _
from ui.reading_in import earlier_moments, rejected_workbook, taking_back, upload_words
from ui.reading_in.taking_back import Batch
from ui.shared import formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.formats import local_time
from ui.shared.safe import escape_markdown

PER_PAGE = 10


def show_earlier_uploads() -> None:
    """The list of uploads, ten to a page."""
    st.header(_("Earlier uploads"), anchor=False)
    batches = loaders.batches()
    if batches.empty:
        st.markdown(_("No file has been stored yet."))
        return
    taking_back.show_failure()
    newest = batches.assign(created_at=local_time(batches["created_at"]))
    newest = newest.sort_values("batch_id", ascending=False)
    for batch in _page_of(newest).to_dict("records"):
        _show(batch)
    earlier_moments.show_restore()


def _page_of(batches: pd.DataFrame) -> pd.DataFrame:
    pages = -(-len(batches) // PER_PAGE)
    if pages < 2:
        return batches
    chosen = st.pagination(pages, key="upload_page")
    return batches.iloc[(chosen - 1) * PER_PAGE : chosen * PER_PAGE]


def _show(batch: Batch) -> None:
    with st.expander(_label(batch)):
        lines = [*_facts(batch), *sheet_lines(batch["batch_id"])]
        st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
        with st.container(horizontal=True):
            if pd.notna(batch["undone_at"]):
                taking_back.undone_buttons(batch)
                return
            if _has_rows_to_mend(batch):
                rejected_workbook.rejected_button(batch)
            taking_back.undo_button(batch)


def _label(batch: Batch) -> str:
    words_ = [formats.day(batch["created_at"]), kind_label(batch["kind"])]
    accepted = ngettext("{n} row", "{n} rows", batch["accepted"])
    words_.append(accepted.format(n=formats.number(batch["accepted"])))
    if _has_rows_to_mend(batch) and _mended(batch).empty:
        words_.append(_("rejected rows wait"))
    if batch["sample"]:
        words_.append(_("sample data"))
    if _waits_for_coordinator(batch):
        words_.append(_("does not count yet"))
    name = f"**{escape_markdown(batch['file'])}**"
    if pd.notna(batch["undone_at"]):
        state = _("replaced") if taking_back.replaced_by(batch) else _("taken back")
        name, words_ = f"~~{name}~~", [*words_, state]
    return name + " · " + escape_markdown(" · ".join(words_))


def _has_rows_to_mend(batch: Batch) -> bool:
    if not batch["rejected"] or pd.notna(batch["undone_at"]):
        return False
    return rejected_workbook.has_rows_to_mend(int(batch["batch_id"]))


def _mended(batch: Batch) -> pd.DataFrame:
    """The uploads with mended rows of this one."""
    batches = loaders.batches()
    return batches[batches["mends"].eq(batch["sha256"]) & batches["undone_at"].isna()]


def _waits_for_coordinator(batch: Batch) -> bool:
    """Whether it is the own list of a department that nobody accepted yet."""
    reports = loaders.reports()
    return bool((reports["batch_id"].eq(batch["batch_id"]) & reports["state"].eq(PROPOSED)).any())


def _facts(batch: Batch) -> list[str]:
    moment = _("{date} at {time}").format(
        date=formats.day(batch["created_at"]), time=f"{batch['created_at']:%H:%M}"
    )
    lines = [
        _("Upload {number}, stored on {moment}.").format(number=batch["batch_id"], moment=moment)
    ]
    if batch["user"]:
        lines.append(_("Stored by {user}.").format(user=batch["user"]))
    if years := upload_words.years_label(batch["first_year"], batch["last_year"]):
        lines.append(_("Period: {years}.").format(years=years))
    mended = _mended(batch)
    if len(mended):
        text = ngettext(
            "{n} rejected row of it was mended, in {uploads}.",
            "{n} rejected rows of it were mended, in {uploads}.",
            n := int(mended["accepted"].sum()),
        )
        named = upload_words.uploads_named([int(number) for number in mended["batch_id"]])
        lines.append(text.format(n=formats.number(n), uploads=named))
    if _waits_for_coordinator(batch):
        lines.append(
            _("A department sent this list. It counts once it is accepted, on the page Actions.")
        )
    if batch["sample"]:
        lines.append(_("Sample data: fictitious figures, to see how the tool works."))
    if pd.notna(batch["undone_at"]):
        day = formats.day(batch["undone_at"])
        lines.append(_("Taken back on {date}; its rows no longer count.").format(date=day))
        lines += taking_back.why_it_stays(batch)
    return lines


@cached_as_shown
def sheet_lines(batch_id: int) -> list[str]:
    """One line per sheet with a table, and one per name that was read as another."""
    lines = []
    for sheet in _reports(batch_id).to_dict("records"):
        lines += [_line(sheet), *_matched(sheet["matched_names"])]
    return lines


def _reports(batch_id: int) -> pd.DataFrame:
    return loaders.loaded(
        ("sheet reports", batch_id), (UPLOADS,), lambda store: load_sheet_reports(store, batch_id)
    )


def _line(sheet: Mapping[Any, Any]) -> str:
    counts = upload_words.equation(
        sheet["rows"],
        sheet["accepted"],
        sheet["rejected"],
        sheet["skipped_reasons"],
        sheet["layout"] or "",
    )
    name = upload_words.sheet_name(sheet["sheet"], hidden=sheet["hidden"])
    sums = sheet["sums"] if sheet["kind"] == USAGE else {}
    return upload_words.line_of(name, sheet["kind"], counts, sums)


def _matched(matched: dict[str, dict[str, str]]) -> list[str]:
    return [
        upload_words.matched_sentence(spelling, name)
        for names in matched.values()
        for spelling, name in names.items()
    ]
