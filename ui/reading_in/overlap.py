"""Before storing: what is stored already, how it differs, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.intake.messages import ROWS_ALIKE
from data.overlap import KEEP, REPLACE, SKIP
from data.overlap.comparing import Comparison, Overlap
from data.storing.versions import READ_BY_INTAKE
from texts import ngettext
from texts import translate as _
from ui.reading_in import upload_words, waiting_rows
from ui.reading_in.comparing import differences_of, overlap_of, repeated_in
from ui.reading_in.pending_files import OverlapChoice, Pending
from ui.shared import formats, loaders
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped
from ui.shared.values import value_text

SHOWN_UPLOADS = 5
SHOWN_RECORDS = 20
_CHOICES = (SKIP, REPLACE, KEEP)


def choose_overlap(item: Pending) -> OverlapChoice:
    """Ask what to do with rows that are stored already, if any.

    Where nothing is new there is nothing to decide: what could be done all the same is folded.
    """
    overlap = overlap_of(item)
    told = any(ROWS_ALIKE.says(remark) for sheet in item.tables for remark in sheet.remarks)
    if not told and (n := repeated_in(item)):
        st.caption(twice(n))
    if not overlap.uploads:
        return OverlapChoice(version=loaders.version(*READ_BY_INTAKE))
    if overlap.held < overlap.rows or overlap.recommended != SKIP:
        st.markdown("#### " + _("Rows that are stored already"))
        st.markdown(escape_markdown(overlap_in_words(overlap)))
        return _compare_and_choose(item, overlap)
    label = _("Compare it with what is stored, or store it all the same")
    with st.expander(label, icon=":material/difference:", key=f"upload_all_held_{item.number}"):
        return _compare_and_choose(item, overlap)


def _compare_and_choose(item: Pending, overlap: Overlap) -> OverlapChoice:
    show_wrapped(
        uploads_table(overlap.uploads[:SHOWN_UPLOADS], loaders.batches()),
        alt=_("How the file differs from the earlier uploads."),
    )
    st.caption(_meaning(item))
    for comparison in overlap.uploads[:SHOWN_UPLOADS]:
        if comparison.changed or (comparison.gone and comparison.is_earlier_version):
            _show_differences(item, comparison)
    return _choose(item, overlap)


def say_nothing_is_new(item: Pending) -> None:
    """Where all rows are stored already, so that there is nothing to store, as far as is known."""
    waiting = any(map(waiting_rows.waits, item.tables))
    nothing = _("There is nothing to store.")
    may_be = _("What waits for your answer may be new.")
    to_mend = any(waiting_rows.counts(sheet)[waiting_rows.TO_MEND] for sheet in item.tables)
    if to_mend:
        nothing = _("What was rejected may be new: mend it below.")
    said = [overlap_in_words(overlap_of(item)), may_be if waiting else nothing]
    st.info(escape_markdown(" ".join(said)), icon=":material/info:")


def _meaning(item: Pending) -> str:
    text = _(
        "Changed: the same date, department, theme and subject, but another value. Gone: in that "
        "upload, but not in this file."
    )
    if all(sheet.kind != c.USAGE for sheet in item.tables):
        text = _(
            "Changed: the same year, kind, description and account, but another amount. Gone: in "
            "that upload, but not in this file."
        )
    return text


def _show_differences(item: Pending, comparison: Comparison) -> None:
    label = _("What changed or is gone since upload {number}").format(number=comparison.batch_id)
    with st.expander(label):
        for kind, found in differences_of(item, comparison.batch_id, SHOWN_RECORDS).items():
            show_wrapped(differences_table(found, kind), alt=label)
        if max(comparison.changed, comparison.gone) > SHOWN_RECORDS:
            st.caption(_("Of both the first {n} rows are shown.").format(n=SHOWN_RECORDS))


def _choose(item: Pending, overlap: Overlap) -> OverlapChoice:
    told = captions(overlap, loaders.frame("corrected"))
    chosen = st.radio(
        _("What should happen with the rows that are stored already?"),
        _CHOICES,
        index=_CHOICES.index(overlap.recommended),
        format_func=lambda choice: choice_label(choice, overlap),
        captions=[escape_markdown(told[choice]) for choice in _CHOICES],
        key=f"upload_overlap_{item.number}_{overlap.recommended}",
        persist_state="session",
    )
    return OverlapChoice(
        overlap=chosen,
        replaces=overlap.replaceable if chosen == REPLACE else (),
        seen=frozenset(found.batch_id for found in overlap.uploads),
        version=loaders.version(*READ_BY_INTAKE),
        nothing_new=chosen == SKIP and overlap.held == overlap.rows,
    )


def twice(n: int) -> str:
    """That a file holds rows that are the same: they may well be two uses, so they count."""
    return ngettext(
        "{n} row in this file is exactly the same as another row in it. It may be a second use, so "
        "it counts.",
        "{n} rows in this file are exactly the same as another row in it. They may be other uses, "
        "so they count.",
        n,
    ).format(n=formats.number(n))


def overlap_in_words(overlap: Overlap) -> str:
    """How many rows are stored already, and where."""
    numbers = [found.batch_id for found in overlap.uploads]
    if not overlap.held:
        return _("No row is exactly the same, but this file looks much like {uploads}.").format(
            uploads=upload_words.uploads_named(numbers)
        )
    held_by = [found.batch_id for found in overlap.uploads if found.same]
    if overlap.held == overlap.rows:
        sentence = ngettext(
            "The only row that was read is stored already, in {uploads}.",
            "All {rows} rows that were read are stored already, in {uploads}.",
            overlap.rows,
        )
    else:
        sentence = ngettext(
            "Of the {rows} rows that were read {n} is stored already, in {uploads}.",
            "Of the {rows} rows that were read {n} are stored already, in {uploads}.",
            overlap.held,
        )
    rows, n = formats.number(overlap.rows), formats.number(overlap.held)
    return sentence.format(rows=rows, n=n, uploads=upload_words.uploads_named(held_by))


def uploads_table(uploads: Sequence[Comparison], batches: pd.DataFrame) -> pd.DataFrame:
    """Per earlier upload how many rows are the same, changed, gone and new.

    In two columns, so that it fits a phone.
    """
    files = dict(zip(batches["batch_id"], batches["file"], strict=True))
    return pd.DataFrame(
        {
            _("Upload"): [f"{x.batch_id}: {files.get(x.batch_id, '')}" for x in uploads],
            _("Beside this file"): [_counts(found) for found in uploads],
        },
        dtype="str",
    )


def _counts(found: Comparison) -> str:
    text = _("{same} the same, {changed} changed, {gone} gone; {new} new in this file")
    return text.format(
        same=formats.number(found.same),
        changed=formats.number(found.changed),
        gone=formats.number(found.gone),
        new=formats.number(found.new),
    )


def differences_table(found: pd.DataFrame, kind: str) -> pd.DataFrame:
    """What changed or is gone: the row as that upload holds it, and what is different now."""
    columns = {field.name: field for field in fields.of(kind)}
    about = found[[field.name for field in columns.values() if field.tells]].to_dict("records")
    changes = zip(found["column"], found["before"], found["after"], strict=True)
    return pd.DataFrame(
        {
            _("Row"): [_row_named(row, columns) for row in about],
            _("Difference"): [
                _("gone") if pd.isna(column) else _difference(columns[column], before, after)
                for column, before, after in changes
            ],
        },
        dtype="str",
    )


def _row_named(row: dict[Any, Any], columns: Mapping[str, fields.Field]) -> str:
    """What tells the row: `14-01-2023, Zorg, Wonen, Leren en werken`."""
    given = {name: text for name in row if (text := value_text(columns[name], row[name]))}
    if c.DATE in given:
        given.pop(c.YEAR, None)
    return ", ".join(given.values())


def _difference(field: fields.Field, before: object, after: object) -> str:
    return _("{column}: was {before}, becomes {after}").format(
        column=field.label,
        before=value_text(field, before, empty=_("(empty)")),
        after=value_text(field, after, empty=_("(empty)")),
    )


def choice_label(choice: str, overlap: Overlap) -> str:
    """What a choice is called; the one that is best is marked."""
    text = {
        SKIP: _("Skip them"),
        REPLACE: _("Replace {uploads} by this file").format(
            uploads=upload_words.uploads_named(overlap.replaceable)
        ),
        KEEP: _("Store them a second time"),
    }[choice]
    text = text[:1].upper() + text[1:]
    recommended = choice == overlap.recommended
    return _("{choice} (recommended)").format(choice=text) if recommended else text


def captions(overlap: Overlap, corrected: pd.DataFrame) -> dict[str, str]:
    """What each choice does to the figures; `corrected` as `load_corrected` gives it."""
    new = overlap.rows - overlap.held
    skip = ngettext("{n} new row is added.", "{n} new rows are added.", new)
    changed = sum(found.changed for found in overlap.uploads)
    if changed:
        skip += " " + ngettext(
            "Of these {changed} is a changed version of a row that is there: that one stays too.",
            "Of these {changed} are a changed version of a row that is there: those stay too.",
            changed,
        )
    keep = ngettext(
        "{n} row is added, although it is stored already: it then counts twice.",
        "{n} rows are added, also what is stored already: that then counts twice.",
        overlap.rows,
    )
    return {
        SKIP: skip.format(n=formats.number(new), changed=formats.number(changed)),
        REPLACE: " ".join([_replacing(overlap), *lost_corrections(overlap.replaceable, corrected)]),
        KEEP: keep.format(n=formats.number(overlap.rows)),
    }


def lost_corrections(uploads: Sequence[int], corrected: pd.DataFrame) -> list[str]:
    """That accepted corrections of rows of these uploads go with them; nothing without any."""
    n = int(corrected.loc[corrected["batch_id"].isin(list(uploads)), "records"].sum())
    if not n:
        return []
    text = ngettext(
        "{n} correction by a department goes with it.",
        "{n} corrections by departments go with it.",
        n,
    )
    return [text.format(n=formats.number(n))]


def _replacing(overlap: Overlap) -> str:
    replaced = [found for found in overlap.uploads if found.batch_id in overlap.replaceable]
    named, gone = (
        upload_words.uploads_named(overlap.replaceable),
        sum(found.gone for found in replaced),
    )
    text = ngettext(
        "{uploads} no longer counts, this file does; undoing it later brings that back.",
        "{uploads} no longer count, this file does; undoing it later brings those back.",
        len(replaced),
    ).format(uploads=named)
    text = text[:1].upper() + text[1:]
    if gone:
        rows = ngettext(
            "{n} row of it is not in this file and leaves the figures.",
            "{n} rows of it are not in this file and leave the figures.",
            gone,
        )
        text += " " + rows.format(n=formats.number(gone))
    return text
