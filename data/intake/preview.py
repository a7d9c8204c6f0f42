"""From the bytes of a file to what would be stored, and from there into the store and out again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from data.columns import DEPARTMENT, THEME, USAGE
from data.reference import Classification, propose_domain, propose_theme
from data.settings import Settings
from data.storing import names as stored_names
from data.storing.finance import load_rule
from data.storing.lineage import load_lineage
from data.storing.store import Store
from data.storing.uploads import ALL_DEPARTMENTS, LISTED_DEPARTMENTS
from data.storing.writing import find_stored
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.grid import Sheet
from data.values.results import FilePreview, SheetResult


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
    from data.intake.opening import open_file
    from data.mending.skipping import without_stored_rows
    from data.values.unreadable import UnreadableFileError

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


def has_content(preview: FilePreview) -> bool:
    """Whether there is anything to store: a record, or a rejected row to keep."""
    return any(sheet.accepted or sheet.rejected for sheet in preview.sheets)


def scope_of(preview: FilePreview) -> str:
    """Whether the use in a file tells of every department, or only of the one that it names.

    Mended rows tell of what the file tells of that they come from.
    """
    if preview.original and preview.original.scope:
        return preview.original.scope
    named = set(names_in(preview.sheets, DEPARTMENT, kind=USAGE))
    return ALL_DEPARTMENTS if len(named) > 1 else LISTED_DEPARTMENTS


def propose_classification(preview: FilePreview, *, store: Store) -> Classification:
    """Where the names that are new with this file are proposed to belong."""
    with store.reading() as connection:
        departments = stored_names.load_spellings(connection, DEPARTMENT)
        themes = stored_names.load_spellings(connection, THEME)
    new_departments = [n for n in names_in(preview.sheets, DEPARTMENT) if n not in departments]
    new_themes = [name for name in names_in(preview.sheets, THEME) if name not in themes]
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
    from data.cleaning.name_matching import KnownNames
    from data.intake.read_tables import Reader

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


def names_in(sheets: Sequence[SheetResult], name: str, *, kind: str | None = None) -> list[str]:
    """The departments or themes in the records, each once, in the order of the file."""
    found: dict[str, None] = {}
    for sheet in sheets:
        if name in sheet.records and kind in (None, sheet.kind):
            found |= dict.fromkeys(sheet.records[name].dropna().unique())
    return list(found)


def _storable(file_name: str) -> str:
    """The name without what no database can hold: halves of characters, and the character 0."""
    return file_name.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
