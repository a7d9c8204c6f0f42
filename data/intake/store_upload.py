"""Putting what a preview shows into the store, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data.columns import ACCEPTED, BUDGET, DATE, DEPARTMENT, KINDS, PROPOSED, THEME, YEAR
from data.intake.organisation_file import same_name
from data.intake.overlap_choice import (
    Chosen,
    apply_choice,
    find_overlap,
    note_left_out,
    told_of_stored,
)
from data.intake.preview import has_content, names_in
from data.intake.report_taken import reports_of
from data.intake.source_questions import answered, take_answers
from data.overlap import KEEP, REPLACE
from data.progress import STORING, step
from data.reference import Classification
from data.storing import acts
from data.storing import names as stored_names
from data.storing.errors import (
    AlreadyStoredError,
    NothingNewError,
    NothingToStoreError,
    StoredMeanwhileError,
)
from data.storing.history import replace_batches
from data.storing.lineage import batches_of
from data.storing.reports import insert_reports, stated_reports
from data.storing.store import Store
from data.storing.writing import add_names, find_stored, insert_batch, insert_sheet
from data.users import CLASSIFY, READ_IN, User
from data.values.corrections import NOT_NEEDED
from data.values.report import LISTED, NOTHING_STATED, OWN_LIST, UPLOAD, Report, Statement
from data.values.results import FilePreview, Original, SheetResult

_LEARNED = ("similar", "remembered", "chosen")  # headings that are not in the lists of synonyms


def store_preview(
    preview: FilePreview,
    *,
    store: Store,
    user: User,
    sample: bool = False,
    classification: Classification | None = None,
    statement: Statement = NOTHING_STATED,
    overlap: str = KEEP,
    replaces: int | Collection[int] | None = None,
) -> int:
    """Store what a preview shows, in one transaction; the number of the new batch.

    `classification` says where new names belong; for names that it leaves out, the proposal counts.
    `statement` is what a person says that its use tells about; without it that is read narrowly,
    beside what was said of the file or the uploads in whose place it comes. The list of somebody
    who may store that of the own department only is a proposal: it does not count until the
    coordinator accepts it, and teaches nothing about the files of others.
    `overlap` says what to do with records that are stored already: `keep` them twice, `skip` them,
    or `replace` the earlier uploads `replaces` (when that is None: every earlier version of this
    file, see `Comparison.is_earlier_version`) and skip what others hold.
    Raises `AlreadyStoredError`, `NothingToStoreError`, `NothingNewError` when every row is stored
    already, `StoredMeanwhileError`, and for what it should replace `UnknownBatchError` and
    `AlreadyUndoneError`.
    """
    if isinstance(replaces, int):
        replaces = (replaces,)
    own_list = _is_own_list(user, preview, statement, overlap)
    subject = acts.OWN_LIST if own_list else acts.UPLOAD
    departments = names_in(preview.sheets, DEPARTMENT)
    with store.writing(user, acts.STORE, subject, departments=departments) as change:
        connection = change.connection
        original = preview.original or Original(preview.sha256, preview.file_name)
        stored = _what_is_new(connection, preview, original, overlap, replaces)
        sheets = [sheet for sheet in stored.preview.sheets if sheet.table]
        line = _batch_line(stored.preview, sheets) | {"user_name": user.name}
        line["sample"] = sample or original.sample
        earlier = stated_reports(connection, {*original.batches, *stored.replaced})
        batch_id = insert_batch(connection, line)
        _insert_sheets(connection, sheets, batch_id, classification or Classification())
        if not own_list:
            _remember(connection, sheets, batch_id)
        insert_reports(
            connection,
            _reports(connection, stored.preview, statement, batch_id, earlier),
            batch_id=batch_id,
            user=user.name,
            source=OWN_LIST if own_list else UPLOAD,
            state=PROPOSED if own_list else ACCEPTED,
        )
        if user.may(CLASSIFY):
            take_answers(connection, user.name, batch_id, answered(preview))
        note_left_out(connection, batch_id, stored.left_out)
        replace_batches(connection, batch_id, stored.replaced)
        told = ("file", "kind", "rows", "accepted", "rejected", "skipped")
        replaced = {"replaced": sorted(stored.replaced)} if stored.replaced else {}
        change.note(batch_id, after={name: line[name] for name in told} | replaced)
        step(STORING, line["rows"], line["rows"])  # the last moment at which to stop
    return batch_id


def _what_is_new(
    connection: Connection,
    preview: FilePreview,
    original: Original,
    overlap: str,
    replaces: Collection[int] | None,
) -> Chosen:
    """What of the file is to be stored; raises when that is nothing, or was settled meanwhile."""
    if not has_content(preview):
        raise NothingToStoreError
    stored_as = find_stored(connection, preview.sha256)
    if stored_as is not None:
        raise AlreadyStoredError(stored_as)
    if batches_of(connection, original.sha256) != original.batches:
        raise StoredMeanwhileError
    stored = apply_choice(preview, connection, overlap=overlap, replaces=replaces)
    if not has_content(stored.preview):
        raise NothingNewError
    return stored


def _reports(
    connection: Connection,
    preview: FilePreview,
    statement: Statement,
    batch_id: int,
    earlier: list[Report],
) -> list[Report]:
    """What the file tells about: as a person says, else narrowly and as was said before."""
    found = reports_of(preview, _with_known_names(connection, statement, batch_id))
    return found + earlier if statement.empty else found


def _with_known_names(connection: Connection, statement: Statement, batch_id: int) -> Statement:
    """The statement with its departments as the store has them; new ones are added."""
    if not isinstance(statement.departments, tuple):
        return statement
    spellings = stored_names.load_spellings(connection, DEPARTMENT)
    names = []
    for name in statement.departments:
        known = spellings.get(name) or same_name(name, spellings)
        names.append(spellings.get(known, known) if known else name)
    stored_names.find_or_add(
        connection, DEPARTMENT, names, batch_id=batch_id, classification=Classification()
    )
    return replace(statement, departments=tuple(dict.fromkeys(names)))


def _is_own_list(user: User, preview: FilePreview, statement: Statement, overlap: str) -> bool:
    """Whether who may not read any file in may store this one, if it is of the own department.

    Such a list tells of use, of the departments that it lists, and takes the place of nothing.
    """
    tells_of_money = any(sheet.kind == BUDGET for sheet in preview.sheets)
    return (
        not user.may(READ_IN)
        and not tells_of_money
        and statement.departments in (None, LISTED)
        and overlap != REPLACE
    )


def overlaps_with(preview: FilePreview, store: Store) -> set[int]:
    """The uploads that a file has rows in common with, as far as that is to be decided on."""
    with store.reading() as connection:
        return {found.batch_id for found in find_overlap(preview, connection).uploads}


def without_stored(
    preview: FilePreview,
    *,
    store: Store,
    overlap: str,
    replaces: Collection[int] | None = None,
) -> FilePreview:
    """The file as `store_preview` would store it now, by the same choice."""
    with store.reading() as connection:
        return apply_choice(preview, connection, overlap=overlap, replaces=replaces).preview


def with_remarks_on_stored(preview: FilePreview, *, store: Store) -> FilePreview:
    """The file, with remarks on the uses that earlier uploads tell of as well."""
    with store.reading() as connection:
        return told_of_stored(preview, connection)


def _insert_sheets(
    connection: Connection,
    sheets: Sequence[SheetResult],
    batch_id: int,
    classification: Classification,
) -> None:
    ids = add_names(connection, sheets, batch_id=batch_id, classification=classification)
    for position, sheet in enumerate(sheets):
        insert_sheet(connection, sheet, batch_id=batch_id, position=position, ids=ids)


def _remember(connection: Connection, sheets: Sequence[SheetResult], batch_id: int) -> None:
    """Keep what the sheets taught, for the next file."""
    for kind in (DEPARTMENT, THEME):
        spellings = _spellings(sheets, kind)
        stored_names.remember_spellings(connection, kind, spellings, batch_id=batch_id)
    headings = _learned_headings(sheets)
    stored_names.remember_headings(connection, headings, batch_id=batch_id)
    stored_names.remember_answers(connection, _answers_given(sheets), batch_id=batch_id)


def _canonical(result: SheetResult, kind: str) -> Mapping[str, str]:
    return result.names[kind].canonical if kind in result.names else {}


def _batch_line(preview: FilePreview, sheets: Sequence[SheetResult]) -> dict[str, Any]:
    kinds = [kind for kind in KINDS if any(sheet.kind == kind for sheet in sheets)]
    years = [year for sheet in sheets for year in _year_span(sheet)]
    return {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "size": preview.size,
        "kind": "+".join(kinds),
        "rows": sum(sheet.rows for sheet in sheets),
        "accepted": sum(sheet.accepted for sheet in sheets),
        "rejected": sum(sheet.rejected for sheet in sheets),
        "skipped": sum(sheet.skipped for sheet in sheets),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "mends": _mended_file(preview),
    }


def _mended_file(preview: FilePreview) -> str | None:
    original = preview.original
    return original.sha256 if original and original.sha256 != preview.sha256 else None


def _year_span(sheet: SheetResult) -> list[int]:
    if sheet.records.empty:
        return []
    if sheet.kind == BUDGET:
        years = pd.to_numeric(sheet.records[YEAR])
    else:
        years = pd.to_datetime(sheet.records[DATE]).dt.year
    return [int(years.min()), int(years.max())]


def _spellings(sheets: Sequence[SheetResult], kind: str) -> dict[str, str]:
    """Spelling -> name, for the names that have records: a rejected row teaches nothing."""
    stored = set(names_in(sheets, kind))
    every = {s: name for sheet in sheets for s, name in _canonical(sheet, kind).items()}
    return {spelling: name for spelling, name in every.items() if name in stored}


def _answers_given(sheets: Sequence[SheetResult]) -> dict[tuple[str, str], str]:
    """(Kind of sheet, `Question.key`) -> answer, for what holds of the next file too."""
    return {
        (sheet.table.kind, question.key): question.answer
        for sheet in sheets
        if sheet.table
        for question in sheet.questions
        if question.key and question.answer
    }


def _learned_headings(sheets: Sequence[SheetResult]) -> dict[tuple[str, str], str]:
    learned = [
        (sheet.table.kind, heading.text, heading.column or NOT_NEEDED)
        for sheet in sheets
        if sheet.table
        for heading in sheet.table.headings
        if heading.text and heading.how in _LEARNED
    ]
    if not learned:
        return {}
    from data.cells.keys import heading_key

    keyed = {(kind, heading_key(text)): column for kind, text, column in learned}
    return {(kind, key): column for (kind, key), column in keyed.items() if key}
