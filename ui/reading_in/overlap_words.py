"""What a file has in common with the store, in words and tables. Plain text, not escaped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from data import columns as c
from data.overlap import KEEP, REPLACE, SKIP
from data.overlap.comparing import Comparison, Overlap
from data.overlap.same_rows import IDENTITY
from data.values.record_values import FLAGS
from texts import ngettext
from texts import translate as _
from ui.reading_in import words
from ui.shared import formats, labels


def twice(n: int) -> str:
    """That a file holds rows that are the same: they may well be two uses, so they count."""
    return ngettext(
        "{n} row in this file is exactly the same as another row in it. It may be a second use, so "
        "it counts.",
        "{n} rows in this file are exactly the same as another row in it. They may be other uses, "
        "so they count.",
        n,
    ).format(n=formats.number(n))


def finding(overlap: Overlap) -> str:
    """How many rows are stored already, and where."""
    numbers = [found.batch_id for found in overlap.uploads]
    if not overlap.held:
        return _("No row is exactly the same, but this file looks much like {uploads}.").format(
            uploads=uploads_named(numbers)
        )
    held_by = [found.batch_id for found in overlap.uploads if found.same]
    if overlap.held == overlap.rows:
        sentence = ngettext(
            "The only row in this file is stored already, in {uploads}.",
            "All {rows} rows in this file are stored already, in {uploads}.",
            overlap.rows,
        )
    else:
        sentence = ngettext(
            "Of the {rows} rows in this file {n} is stored already, in {uploads}.",
            "Of the {rows} rows in this file {n} are stored already, in {uploads}.",
            overlap.held,
        )
    rows, n = formats.number(overlap.rows), formats.number(overlap.held)
    return sentence.format(rows=rows, n=n, uploads=uploads_named(held_by))


def uploads_named(numbers: Sequence[int]) -> str:
    """`upload 3`, or `uploads 3, 4 and 7`, in order."""
    ordered = [str(number) for number in sorted(numbers)]
    return ngettext("upload {numbers}", "uploads {numbers}", len(ordered)).format(
        numbers=words.listed(ordered)
    )


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
    about = found[list(IDENTITY[kind])].to_dict("records")
    changes = zip(found["column"], found["before"], found["after"], strict=True)
    return pd.DataFrame(
        {
            _("Row"): [_row_named(row) for row in about],
            _("Difference"): [_difference(*change) for change in changes],
        },
        dtype="str",
    )


def _row_named(row: dict[Any, Any]) -> str:
    """What tells the row: `14-01-2023, Zorg, Wonen, Leren en werken`."""
    given = {column: value for column, value in row.items() if not pd.isna(value) and value != ""}
    if c.DATE in given:
        given.pop(c.YEAR, None)
    return ", ".join(_text(value, column) for column, value in given.items())


def _difference(column: str, before: object, after: object) -> str:
    if pd.isna(column):
        return _("gone")
    return _("{column}: was {before}, becomes {after}").format(
        column=_column_named(column),
        before=_text(before, column),
        after=_text(after, column),
    )


def _column_named(column: str) -> str:
    named = {c.CONCERNS: _("About Platform31"), c.CUMULATIVE: _("Amount since 1 January")}
    return named.get(column) or words.meaning_label(column)


def _text(value: Any, column: str) -> str:  # noqa: ANN401 (a cell)
    if pd.isna(value) or value == "":
        return _("(empty)")
    if column == c.DATE:
        return formats.short_date(value)
    if column == c.AMOUNT:
        return formats.money(value)
    if column in (c.HOURS, c.PARTICIPANTS):
        return formats.hours(value)
    if column == c.BUDGET_KIND:
        return words.budget_kind_label(value)
    if column in FLAGS:
        return _("yes") if value else _("no")
    return str(int(value)) if column == c.YEAR else labels.value_label(column, value)


def label(choice: str, overlap: Overlap) -> str:
    """What a choice is called; the one that is best is marked."""
    text = {
        SKIP: _("Skip them"),
        REPLACE: _("Replace {uploads} by this file").format(
            uploads=uploads_named(overlap.replaceable)
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
    named, gone = uploads_named(overlap.replaceable), sum(found.gone for found in replaced)
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
