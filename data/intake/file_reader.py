"""Reads one file, first from its bytes and then again and again from its grid of cells."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace

from data.intake.opening import open_file
from data.intake.outcomes import Outcomes
from data.intake.read_request import ReadRequest
from data.intake.read_tables import Reader
from data.mending.skipping import without_stored_rows
from data.settings import Settings
from data.values.opened_file import OpenedFile
from data.values.results import FilePreview


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Python looks for garbage by walking all that there is: here every cell, and they all stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class FileReader:
    """Reads one file: `open` gives its sheets, `read` what they yield.

    It keeps the sheets, and what each step came to, so that what a person says of the file is read
    from there. `opened` is the SHA-256 of the file whose rows it holds; None before `open`.
    """

    def __init__(self) -> None:
        self._file: OpenedFile | None = None
        self._outcomes = Outcomes()

    def at_work(self, _settings: Settings) -> AbstractContextManager[None]:
        """What an `open` and a `read` belong in; of use to a reader in a process of its own."""
        return nullcontext()

    @property
    def opened(self) -> str | None:
        """The SHA-256 of the file whose rows are held here: the file itself or one it mends."""
        return self._file.sha256 if self._file else None

    @_without_collecting()
    def open(self, content: bytes, file_name: str, settings: Settings) -> str:
        """Take a file in the place of an earlier one; raises `UnreadableFileError`."""
        self.close()
        self._file = open_file(content, file_name, settings)
        return self._file.sha256

    @_without_collecting()
    def read(self, request: ReadRequest) -> FilePreview:
        """What the file that was opened yields."""
        if self._file is None:
            raise ValueError("no file is open")
        corrections = self._file.corrections.overruled_by(request.corrections)
        reader = Reader(
            known=replace(request.known, chosen=corrections.names),
            settings=request.settings,
            kind=request.kind,
            remembered_headings=request.remembered_headings,
            remembered_answers=request.remembered_answers,
            forms=request.forms,
            corrections=corrections,
            rule=request.rule,
            file_name=self._file.file_name,
        )
        results = reader.read([mended.sheet for mended in self._file.sheets], self._outcomes)
        preview = replace(request.about, sheets=results)
        if preview.stored_as is not None:
            return preview
        return without_stored_rows(preview, self._file, request.lineage)

    def close(self) -> None:
        """Forget the file."""
        self._file, self._outcomes = None, Outcomes()
