"""The uploads there are, newest first: what each held, its rejected rows, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.columns import USAGE
from data.finance.concerning import ALL_OURS
from data.finance.messages import OVERVIEW_IS_OURS
from data.intake.rejected_rows import how_to_read
from data.storing.frames import load_rejected, load_sheet_reports
from data.storing.uploads import has_rows_to_mend
from data.storing.versions import UPLOADS
from data.values.corrections import Corrections
from data.values.questions import COUNT
from data.values.results import RejectedRow, kind_label, table_key
from reports.mendable import MendableSheet
from texts import Message, ngettext
from texts import translate as _
from ui.reading_in import earlier_moments, mending, outcomes, overlap, upload_words
from ui.shared import formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.formats import local_time
from ui.shared.safe import escape_markdown

Batch = dict[Any, Any]  # one line of `load_batches`
PER_PAGE = 10


def show_earlier_uploads() -> None:
    """The list of uploads, ten to a page."""
    st.header(_("Earlier uploads"), anchor=False)
    batches = loaders.batches()
    if batches.empty:
        st.markdown(_("No file has been stored yet."))
        return
    show_failure()
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
                undone_buttons(batch)
                return
            if batch["rejected"] and _has_rows_to_mend(int(batch["batch_id"])):
                rejected_button(batch)
            undo_button(batch)


def _label(batch: Batch) -> str:
    words_ = [formats.day(batch["created_at"]), kind_label(batch["kind"])]
    accepted = ngettext("{n} row", "{n} rows", batch["accepted"])
    words_.append(accepted.format(n=formats.number(batch["accepted"])))
    if batch["sample"]:
        words_.append(_("sample data"))
    name = f"**{escape_markdown(batch['file'])}**"
    if pd.notna(batch["undone_at"]):
        state = _("replaced") if replaced_by(batch) else _("taken back")
        name, words_ = f"~~{name}~~", [*words_, state]
    return name + " · " + escape_markdown(" · ".join(words_))


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
    if batch["sample"]:
        lines.append(_("Sample data: fictitious figures, to see how the tool works."))
    if pd.notna(batch["undone_at"]):
        day = formats.day(batch["undone_at"])
        lines.append(_("Taken back on {date}; its rows no longer count.").format(date=day))
        lines += why_it_stays(batch)
    return lines


def rejected_button(batch: Mapping[Any, Any], *, at: str = "list") -> None:
    """The rejected rows that an upload (a line of `load_batches`) left, made when asked for.

    `at` names the place on the page.
    """

    def make() -> bytes:
        from reports.rejected import mending_workbook

        sheets, said = rejected_sheets(batch["batch_id"])
        sha256 = batch["mends"] if pd.notna(batch["mends"]) else batch["sha256"]
        return mending_workbook(
            sheets,
            file_name=batch["file"],
            sha256=sha256,
            notes=_notes_on_rejected_rows(),
            corrections=said,
        )

    key = f"stored_{at}_{batch['batch_id']}"
    mending.download_button(_("Download the rejected rows"), make, _("rejected-rows.xlsx"), key)


def _notes_on_rejected_rows() -> Iterable[str]:
    return [
        _("These rows were not stored. The coloured cells are the ones that need mending."),
        _("Mend the cells here and read in this workbook: the rows are then added."),
        _(
            "The columns “Row in the file” and “What is wrong” were added. They are not read as "
            "data, but they must stay."
        ),
    ]


_FAILED = "upload_undo_failed"


def show_failure() -> None:
    """Why the last of these did not succeed, once."""
    if failed := st.session_state.pop(_FAILED, None):
        st.warning(escape_markdown(failed), icon=":material/warning:")


def undo_button(batch: Batch, *, at: str = "list") -> None:
    """The button to take an upload back, with what that does; `at` names the place on the page."""
    number = int(batch["batch_id"])
    question = ngettext(
        "Take back {file}? {n} row leaves the figures. You can bring it back later.",
        "Take back {file}? {n} rows leave the figures. You can bring them back later.",
        batch["accepted"],
    ).format(file=batch["file"], n=formats.number(batch["accepted"]))
    _ask(
        _("Take back"),
        [question, *_what_follows(number)],
        _("Yes, take it back"),
        icon=":material/undo:",
        key=f"upload_undo_{at}_{number}",
        act=lambda: outcomes.take_back(number, batch["file"], batch["accepted"]),
    )


@cached_as_shown
def _what_follows(number: int) -> list[str]:
    """What else changes: what returns in its place, and what others left out because of it."""
    batches, overlaps = loaders.batches(), loaders.frame("overlaps")
    replaced = batches.loc[(batches["replaced_by"] == number).fillna(value=False), "batch_id"]
    lines = overlap.lost_corrections([number], loaders.frame("corrected"))
    if len(replaced):
        named = upload_words.uploads_named(replaced.tolist())
        lines.append(_("Then this counts again: {uploads}.").format(uploads=named))
    held = overlaps[overlaps["earlier_id"] == number]
    if len(held):
        sentence = ngettext(
            "{n} row of it was skipped in {uploads}, because it is in this one. It is then nowhere "
            "any more: read in that file again as well.",
            "{n} rows of it were skipped in {uploads}, because they are in this one. They are then "
            "nowhere any more: read in that file again as well.",
            int(held["rows"].sum()),
        )
        named = upload_words.uploads_named(held["batch_id"].tolist())
        lines.append(sentence.format(n=formats.number(int(held["rows"].sum())), uploads=named))
    return lines


def why_it_stays(batch: Batch) -> list[str]:
    """Why an undone upload cannot simply be brought back; nothing when it can."""
    if replaced_by(batch):
        return [
            _(
                "Replaced by upload {number}. Take that one back, then this one counts again."
            ).format(number=replaced_by(batch))
        ]
    if not batch["kept"]:
        return [_("Its rows are deleted, so it cannot be brought back.")]
    return []


def undone_buttons(batch: Batch) -> None:
    """What can still be done with an undone upload: bring it back, delete it for good."""
    number = int(batch["batch_id"])
    if batch["kept"] and not replaced_by(batch):
        question = ngettext(
            "Let {file} count again? {n} row returns in the figures.",
            "Let {file} count again? {n} rows return in the figures.",
            batch["accepted"],
        ).format(file=batch["file"], n=formats.number(batch["accepted"]))
        _ask(
            _("Bring back"),
            [question],
            _("Yes, bring it back"),
            icon=":material/redo:",
            key=f"upload_bring_back_{number}",
            act=lambda: outcomes.bring_back(number, batch["file"], batch["accepted"]),
        )
    if batch["kept"]:
        question = _(
            "Delete the rows of {file} for good? They can then never be brought back. That this "
            "upload was there stays in the list."
        ).format(file=batch["file"])
        _ask(
            _("Delete for good"),
            [question],
            _("Yes, delete for good"),
            icon=":material/delete:",
            key=f"upload_delete_{number}",
            act=lambda: outcomes.delete(number),
        )


def replaced_by(batch: Batch) -> int | None:
    """The upload that took the place of this one, when that counts."""
    if pd.isna(batch["replaced_by"]):
        return None
    active = set(loaders.active_batches()["batch_id"])
    return int(batch["replaced_by"]) if batch["replaced_by"] in active else None


def _ask(
    label: str,
    lines: list[str],
    yes: str,
    *,
    icon: str,
    key: str,
    act: Callable[[], Message | None],
) -> None:
    with st.popover(label, icon=icon):
        st.markdown("\n\n".join(escape_markdown(line) for line in lines))
        st.button(yes, type="primary", key=key, on_click=run_and_tell, args=(act,))


def run_and_tell(act: Callable[[], Message | None]) -> None:
    """Do it, and keep why it did not succeed for the next look at the page."""
    failed = act()
    if failed:
        st.session_state[_FAILED] = failed


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


def _has_rows_to_mend(batch_id: int) -> bool:
    return loaders.loaded(
        ("rows to mend", batch_id), (UPLOADS,), lambda store: has_rows_to_mend(store, batch_id)
    )


def rejected_sheets(batch_id: int) -> tuple[list[MendableSheet], Corrections]:
    """The rejected rows of an upload, by table, and how they have to be read once they are mended.

    Rows that somebody left out are not among them: there is nothing to mend in those.
    """
    store = loaders.store()
    rejected = load_rejected(store, batch_id).groupby(["sheet", "table_number"])
    sheets, said = [], {}
    for report in load_sheet_reports(store, batch_id).to_dict("records"):
        place = (report["sheet"], report["table_number"])
        lines = rejected.get_group(place) if place in rejected.groups else None
        rows = [] if lines is None else [row for row in _rows(lines) if not row.left_out]
        if rows:
            key, headings = table_key(*place), report["headings"]
            sheets.append(MendableSheet.kept(key, headings, rows, report["origins"]))
            unit = int(report["unit"]) if pd.notna(report["unit"]) else None
            how = how_to_read(report["kind"], report["layout"], headings, rows, unit)
            ours = any(OVERVIEW_IS_OURS.says(remark) for remark in report["remarks"])
            said[key] = how.with_answer(ALL_OURS, COUNT) if ours else how
    return sheets, Corrections(said)


def _rows(lines: pd.DataFrame) -> Iterator[RejectedRow]:
    values = zip(lines["row"], lines["cells"], lines["faults"], strict=True)
    return (RejectedRow(int(row), cells, faults) for row, cells, faults in values)


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
