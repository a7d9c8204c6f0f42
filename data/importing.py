"""From the bytes of a file to what would be stored, and from there into the store and out again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data.columns import BUDGET, DATE, DEPARTMENT, KINDS, THEME, USAGE, YEAR
from data.corrections import NO_CORRECTIONS, NOT_NEEDED, Corrections
from data.preflight import KEEP
from data.preflight.choosing import apply_choice, find_overlap, note_left_out
from data.reading.grid import Sheet
from data.reference import Classification, propose_domain, propose_theme
from data.results import FilePreview, Original, SheetResult
from data.settings import Settings
from data.storing import names as stored_names
from data.storing.errors import (
    AlreadyStoredError,
    NothingNewError,
    NothingToStoreError,
    StoredMeanwhileError,
)
from data.storing.finance import load_rule
from data.storing.history import Plan, replace_batches, take_back
from data.storing.lineage import batches_of, load_lineage
from data.storing.store import Store
from data.storing.uploads import ALL_DEPARTMENTS, LISTED_DEPARTMENTS
from data.storing.writing import add_names, find_stored, insert_batch, insert_sheet

_LEARNED = ("similar", "remembered", "chosen")  # headings that are not in the lists of synonyms


def preview_file(
    content: bytes,
    file_name: str,
    *,
    store: Store,
    settings: Settings,
    kind: str | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    only: str | None = None,
) -> FilePreview:
    """What reading this file in would yield.

    `kind` is what all its tables hold, when a person says so; `corrections` is what else a person
    says of it. `only` is the department that it may tell of: rows of others are rejected.
    Stores nothing. A file that cannot be read at all gives a preview with an `error`.
    """
    from data.mending.opening import open_file
    from data.mending.skipping import without_stored_rows
    from data.reading.errors import UnreadableFileError

    file_name = _storable(file_name)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        opened = open_file(content, file_name, settings)
        sheets = [mended.sheet for mended in opened.sheets]
        corrections = opened.corrections.overruled_by(corrections)
        results = _read_sheets(sheets, opened.file_name, store, settings, kind, corrections, only)
    except UnreadableFileError as error:
        return FilePreview(file_name, sha256, len(content), error=error.message)
    with store.reading() as connection:
        stored_as = find_stored(connection, sha256)
        lineage = load_lineage(connection, opened.sha256)
    preview = FilePreview(file_name, sha256, len(content), results, stored_as=stored_as)
    return preview if stored_as is not None else without_stored_rows(preview, opened, lineage)


def store_preview(
    preview: FilePreview,
    *,
    store: Store,
    user: str = "",
    sample: bool = False,
    classification: Classification | None = None,
    scope: str | None = None,
    overlap: str = KEEP,
    replaces: int | Collection[int] | None = None,
) -> int:
    """Store what a preview shows, in one transaction; the number of the new batch.

    `classification` says where new names belong; for names that it leaves out, the proposal counts.
    `scope` says which departments the use in it tells of, when that is not `scope_of(preview)`.
    `overlap` says what to do with records that are stored already: `keep` them twice, `skip` them,
    or `replace` the earlier uploads `replaces` (when that is None: every earlier version of this
    file, see `Comparison.is_earlier_version`) and skip what others hold.
    Raises `AlreadyStoredError`, `NothingToStoreError`, `NothingNewError` when every row is stored
    already, `StoredMeanwhileError`, and for what it should replace `UnknownBatchError` and
    `AlreadyUndoneError`.
    """
    if not has_content(preview):
        raise NothingToStoreError
    if isinstance(replaces, int):
        replaces = (replaces,)
    with store.writing() as connection:
        stored_as = find_stored(connection, preview.sha256)
        if stored_as is not None:
            raise AlreadyStoredError(stored_as)
        original = preview.original or Original(preview.sha256, preview.file_name)
        if batches_of(connection, original.sha256) != original.batches:
            raise StoredMeanwhileError
        stored = apply_choice(preview, connection, overlap=overlap, replaces=replaces)
        if not has_content(stored.preview):
            raise NothingNewError
        sheets = [sheet for sheet in stored.preview.sheets if sheet.table]
        line = _batch_line(stored.preview, sheets) | {"user_name": user}
        line["sample"] = sample or original.sample
        line["scope"] = scope or scope_of(preview)
        batch_id = insert_batch(connection, line)
        _insert_sheets(connection, sheets, batch_id, classification or Classification())
        note_left_out(connection, batch_id, stored.left_out)
        replace_batches(connection, batch_id, stored.replaced)
    return batch_id


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


def undo_batch(batch_id: int, *, store: Store) -> Plan:
    """Take one upload back, whole: the figures are what they were before.

    What it replaced counts again. Its rows are kept apart, see `data.restoring`.

    Raises `UnknownBatchError` and `AlreadyUndoneError`.
    """
    with store.writing() as connection:
        return take_back(connection, batch_id)


def _insert_sheets(
    connection: Connection,
    sheets: Sequence[SheetResult],
    batch_id: int,
    classification: Classification,
) -> None:
    """Store what the sheets hold, and what they taught."""
    ids = add_names(connection, sheets, batch_id=batch_id, classification=classification)
    for position, sheet in enumerate(sheets):
        insert_sheet(connection, sheet, batch_id=batch_id, position=position, ids=ids)
    for kind in (DEPARTMENT, THEME):
        spellings = _spellings(sheets, kind)
        stored_names.remember_spellings(connection, kind, spellings, batch_id=batch_id)
    headings = _learned_headings(sheets)
    stored_names.remember_headings(connection, headings, batch_id=batch_id)


def has_content(preview: FilePreview) -> bool:
    """Whether there is anything to store: a record, or a rejected row to keep."""
    return any(sheet.accepted or sheet.rejected for sheet in preview.sheets)


def scope_of(preview: FilePreview) -> str:
    """Whether the use in a file tells of every department, or only of the one that it names.

    Mended rows tell of what the file tells of that they come from.
    """
    if preview.original and preview.original.scope:
        return preview.original.scope
    named = set(_names(preview.sheets, DEPARTMENT, kind=USAGE))
    return ALL_DEPARTMENTS if len(named) > 1 else LISTED_DEPARTMENTS


def propose_classification(preview: FilePreview, *, store: Store) -> Classification:
    """Where the names that are new with this file are proposed to belong."""
    with store.reading() as connection:
        departments = stored_names.load_spellings(connection, DEPARTMENT)
        themes = stored_names.load_spellings(connection, THEME)
    new_departments = [n for n in _names(preview.sheets, DEPARTMENT) if n not in departments]
    new_themes = [name for name in _names(preview.sheets, THEME) if name not in themes]
    return Classification(
        domains={name: propose_domain(name) for name in new_departments},
        themes={name: propose_theme(name) for name in new_themes},
    )


def _read_sheets(
    sheets: Sequence[Sheet],
    file_name: str,
    store: Store,
    settings: Settings,
    kind: str | None,
    corrections: Corrections,
    only: str | None,
) -> tuple[SheetResult, ...]:
    from data.cleaning.names import KnownNames
    from data.cleaning.tables import Reader

    with store.reading() as connection:
        reader = Reader(
            known=KnownNames(
                departments=stored_names.load_spellings(connection, DEPARTMENT),
                themes=stored_names.load_spellings(connection, THEME),
                chosen=corrections.names,
                only=only,
            ),
            settings=settings,
            kind=kind,
            remembered_headings=stored_names.load_headings(connection),
            forms=stored_names.load_forms(connection),
            corrections=corrections,
            rule=load_rule(connection),
            file_name=file_name,
        )
    return reader.read(sheets)


def _canonical(result: SheetResult, kind: str) -> Mapping[str, str]:
    return result.names[kind].canonical if kind in result.names else {}


def _names(sheets: Sequence[SheetResult], name: str, *, kind: str | None = None) -> list[str]:
    """The departments or themes in the records, each once, in the order of the file."""
    found: dict[str, None] = {}
    for sheet in sheets:
        if name in sheet.records and kind in (None, sheet.kind):
            found |= dict.fromkeys(sheet.records[name].dropna().unique())
    return list(found)


def _batch_line(preview: FilePreview, sheets: Sequence[SheetResult]) -> dict[str, Any]:
    kinds = [kind for kind in KINDS if any(sheet.kind == kind for sheet in sheets)]
    years = [year for sheet in sheets for year in _year_span(sheet)]
    return {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "size": preview.size,
        "kind": "+".join(kinds),
        "scope": scope_of(preview),
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
    stored = set(_names(sheets, kind))
    every = {s: name for sheet in sheets for s, name in _canonical(sheet, kind).items()}
    return {spelling: name for spelling, name in every.items() if name in stored}


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
    from data.recognising import heading_key

    keyed = {(kind, heading_key(text)): column for kind, text, column in learned}
    return {(kind, key): column for (kind, key), column in keyed.items() if key}


def _storable(file_name: str) -> str:
    """The name without what no database can hold: halves of characters, and the character 0."""
    return file_name.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
