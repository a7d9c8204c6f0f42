"""From the bytes of a file to what would be stored of it."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from data.cleaning.name_matching import KnownNames
from data.columns import DEPARTMENT, THEME
from data.intake.read_request import ReadRequest
from data.intake.source_questions import with_source_questions
from data.logging_setup import note
from data.reference import Classification, propose_domain, propose_theme
from data.settings import Settings
from data.storing import names as stored_names
from data.storing.finance import load_rule
from data.storing.lineage import load_lineage
from data.storing.store import Store
from data.storing.writing import find_stored
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.results import FilePreview, SheetResult
from data.values.unreadable import UnreadableFileError

log = logging.getLogger(__name__)


class Reader(Protocol):
    """What reads one file, as `file_reader.FileReader` does."""

    def at_work(self, settings: Settings, /) -> AbstractContextManager[None]:
        """What an `open` and a `read` belong in."""

    @property
    def opened(self) -> str | None:
        """The SHA-256 of the file whose rows are held; None when no file is."""

    def open(self, content: bytes, file_name: str, settings: Settings) -> str:
        """Take a file; raises `UnreadableFileError`."""

    def read(self, request: ReadRequest) -> FilePreview:
        """What it yields."""


class FileReading:
    """A file that somebody brings: its bytes, and the reader that keeps what came of them.

    The reader is one in this process, or one in a process of its own (see `file_processes`).
    """

    def __init__(self, content: bytes, file_name: str, reader: Reader | None = None) -> None:
        self.content, self.file_name = content, _storable(file_name)
        self._sha256 = hashlib.sha256(content).hexdigest()
        self._reader: Reader = reader or _reader_here()
        self._opened_by: Settings | None = None

    def preview(
        self,
        *,
        store: Store,
        settings: Settings,
        kind: str | None = None,
        corrections: Corrections = NO_CORRECTIONS,
        only: str | None = None,
        overlap: str | None = None,
    ) -> FilePreview:
        """What reading this file in would yield, see `preview_file`.

        The second time it is read from what the reader kept, when it still does.
        """
        began = time.monotonic()
        preview = self._preview(store, settings, kind, corrections, only)
        with store.reading() as connection:
            preview = with_source_questions(preview, connection, corrections, overlap)
        _tell_read(preview, began)
        return preview

    def _preview(
        self,
        store: Store,
        settings: Settings,
        kind: str | None,
        corrections: Corrections,
        only: str | None,
    ) -> FilePreview:
        about = FilePreview(self.file_name, self._sha256, len(self.content))
        try:
            with self._reader.at_work(settings):
                original = self._open(settings)
                request = _request(about, original, store, settings, corrections, kind, only)
                return self._reader.read(request)
        except UnreadableFileError as error:
            return replace(about, error=error.message)

    def _open(self, settings: Settings) -> str:
        opened = self._reader.opened if settings == self._opened_by else None
        self._opened_by = settings
        return opened or self._reader.open(self.content, self.file_name, settings)


def _tell_read(preview: FilePreview, began: float) -> None:
    """Say in the log of the program what was read: by its fingerprint, not by its name."""
    seconds = round(time.monotonic() - began, 2)
    about: dict[str, object] = {
        "file": preview.sha256[:12],
        "bytes": preview.size,
        "seconds": seconds,
    }
    if preview.error:
        about["reason"] = preview.error.code
        note(log, "file refused", about, level=logging.WARNING)
        return
    counts = {
        "sheets": len(preview.sheets),
        "rows": sum(sheet.rows for sheet in preview.sheets),
        "accepted": sum(sheet.accepted for sheet in preview.sheets),
        "rejected": sum(sheet.rejected for sheet in preview.sheets),
    }
    note(log, "file read", about | counts)


def _reader_here() -> Reader:
    from data.intake.file_reader import FileReader  # all that cleans: a page can do without

    return FileReader()


def preview_file(
    content: bytes,
    file_name: str,
    *,
    store: Store,
    settings: Settings,
    kind: str | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    only: str | None = None,
    overlap: str | None = None,
) -> FilePreview:
    """What reading this file in would yield.

    `kind` is what all its tables hold, when a person says so; `corrections` is what else a person
    says of it. `only` is the department that it may tell of: rows of others are rejected.
    `overlap` is what is done with rows that are stored already, where that is decided.
    Stores nothing. A file that cannot be read at all gives a preview with an `error`.
    """
    return FileReading(content, file_name).preview(
        store=store,
        settings=settings,
        kind=kind,
        corrections=corrections,
        only=only,
        overlap=overlap,
    )


def _request(
    about: FilePreview,
    original: str,
    store: Store,
    settings: Settings,
    corrections: Corrections,
    kind: str | None,
    only: str | None,
) -> ReadRequest:
    """What the store knows by now; `original` is the SHA-256 of the file that the rows are of."""
    with store.reading() as connection:
        return ReadRequest(
            about=replace(about, stored_as=find_stored(connection, about.sha256)),
            known=KnownNames(
                departments=stored_names.load_spellings(connection, DEPARTMENT),
                themes=stored_names.load_spellings(connection, THEME),
                only=only,
            ),
            settings=settings,
            kind=kind,
            remembered_headings=stored_names.load_headings(connection),
            remembered_answers=stored_names.load_answers(connection),
            forms=stored_names.load_forms(connection),
            rule=load_rule(connection),
            corrections=corrections,
            lineage=load_lineage(connection, original),
        )


def has_content(preview: FilePreview) -> bool:
    """Whether there is anything to store: a record, or a rejected row to keep."""
    return any(sheet.accepted or sheet.rejected for sheet in preview.sheets)


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
