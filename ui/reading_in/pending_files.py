"""The files of this visitor that were read but not stored yet, kept while the visitor moves about.

They live in the session: another visitor has others, and leaving or reloading the page loses
nothing. The own list of a department is among them, but waits on the page of that department.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import streamlit as st

from data.columns import USAGE
from data.failures import log_failure
from data.intake.file_processes import FileReader
from data.intake.messages import FILE_NOT_READ
from data.intake.preview import FileReading
from data.overlap import KEEP
from data.progress import StoppedError
from data.storing.versions import READ_BY_INTAKE
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.results import FilePreview, SheetResult
from texts import Message
from ui.reading_in import background_work
from ui.reading_in.background_work import Task
from ui.reading_in.found_again import Files, held, who_visits
from ui.shared import loaders

_PENDING = "upload_pending"
_ROUND = "upload_round"
_LAST_NUMBER = "upload_last_number"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pending:
    """A file that was read; `version` is that of the data when it was, `notice` what to say.

    `corrections` is what the visitor said about it: the preview is read with that. `reading` keeps
    what came of the file, until it is stored or cancelled, or the visitor leaves.
    """

    number: int
    reading: FileReading = field(repr=False)
    preview: FilePreview
    version: int
    notice: Message | None = None
    corrections: Corrections = NO_CORRECTIONS
    only: str | None = None

    @property
    def content(self) -> bytes:
        """The file itself."""
        return self.reading.content

    @property
    def file_name(self) -> str:
        """The name of the file, as the visitor's computer gave it."""
        return self.preview.file_name

    @property
    def tables(self) -> list[SheetResult]:
        """The sheets that hold use or a budget."""
        return [sheet for sheet in self.preview.sheets if sheet.kind]

    @property
    def storable(self) -> bool:
        """Whether there is a row to store that is not stored yet."""
        known = self.preview.error or self.preview.stored_as is not None
        return not known and any(sheet.accepted for sheet in self.tables)


@dataclass(frozen=True)
class OverlapChoice:
    """What is to be done with rows that are stored already.

    `seen` are the uploads that the choice was made about, at the `version` of the data;
    `nothing_new` says that no row would be left to store.
    """

    overlap: str = KEEP
    replaces: tuple[int, ...] = ()
    seen: frozenset[int] = frozenset()
    version: int = -1
    nothing_new: bool = False


NO_OVERLAP = OverlapChoice()


def uploader_key() -> str:
    """The key of the uploader: a new one after each round, so that it is empty again."""
    return f"upload_files_{st.session_state.get(_ROUND, 0)}"


def start_new_round() -> None:
    """Empty the uploader: its files are read."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def all_pending() -> list[Pending]:
    """The files that wait for the visitor's decision, oldest first, read with today's store."""
    return _read_with_today(None)


def own_list(department: str) -> Pending | None:
    """The own list of a department that waits for the visitor's decision."""
    return next(reversed(_read_with_today(department)), None)


def _read_with_today(only: str | None) -> list[Pending]:
    for item in _waiting(only):
        if is_stale(item):
            _read_again(item, stopped=partial(cancel, item.number))
    return _waiting(only)


def _waiting(only: str | None) -> list[Pending]:
    return [item for item in _items().values() if item.only == only]


def add(
    file_name: str, content: bytes, *, only: str | None = None, notice: Message | None = None
) -> None:
    """Have a file read, and keep what is found; the same file dropped again replaces itself.

    A workbook with mended rows replaces the file that waits for them, with what was said of it.
    Of the own list of a department, `only` its use is read. `notice` is what to say of it at first.
    """
    version = loaders.version(*READ_BY_INTAKE)
    reading = FileReading(content, file_name, FileReader(who_visits()))

    def finish(preview: FilePreview) -> None:
        said = heard = preview.original.corrections if preview.original else NO_CORRECTIONS
        for item in _waiting(only):
            if _is_mended_by(item, preview):
                said = item.corrections.without_cells()
            elif item.content != content:
                continue
            del _items()[item.number]
        number = max(st.session_state.get(_LAST_NUMBER, 0), *_items(), 0) + 1
        st.session_state[_LAST_NUMBER] = number
        _items()[number] = Pending(number, reading, preview, version, notice, heard, only)
        if said != heard:
            _items()[number] = replace(_items()[number], corrections=said)
            _queue(_items()[number])

    background_work.add(Task(file_name, partial(_reader, reading, only=only), finish))


def find(number: int) -> Pending | None:
    """The file with this number, if it still waits."""
    return _items().get(number)


def correct(number: int, corrections: Corrections) -> None:
    """Read a file again with what the visitor says about it."""
    item = find(number)
    if item is None or item.corrections == corrections:
        return
    # At once: what is said while the file is still being read comes on top of this.
    corrected = _items()[number] = replace(item, corrections=corrections, notice=None)
    _read_again(corrected, stopped=partial(put_back, item))


def put_back(item: Pending) -> None:
    """Let a file wait as it is here, whatever was said of it after; not when it was cancelled."""
    if item.number in _items():
        _items()[item.number] = item


def _is_mended_by(item: Pending, preview: FilePreview) -> bool:
    original = preview.original
    if original is None or original.sha256 == preview.sha256:
        return False
    before = item.preview.original
    return original.sha256 in (item.preview.sha256, before.sha256 if before else None)


def _read_again(item: Pending, stopped: Callable[[], None] = lambda: None) -> None:
    _queue(item, stopped)
    background_work.go_on()


def _queue(item: Pending, stopped: Callable[[], None] = lambda: None) -> None:
    version = loaders.version(*READ_BY_INTAKE)

    def finish(preview: FilePreview) -> None:
        if now := find(item.number):
            _items()[item.number] = replace(now, preview=preview, version=version)

    read = partial(reader_of, item)
    background_work.add(Task(item.file_name, read, finish, stopped))


def cancel(number: int) -> None:
    """Forget a file that was read."""
    _items().pop(number, None)


def cancel_all() -> None:
    """Forget every file that was read, but for the own list of a department."""
    for item in _waiting(None):
        cancel(item.number)


def _items() -> dict[int, Pending]:
    return held(_PENDING, Files)


def reader_of(item: Pending) -> Callable[[], FilePreview]:
    """What reads a file again with what was said of it, to be called in any thread."""
    return _reader(item.reading, item.corrections, only=item.only)


def _reader(
    reading: FileReading, corrections: Corrections = NO_CORRECTIONS, *, only: str | None = None
) -> Callable[[], FilePreview]:
    """What reads a file, to be called in any thread."""
    read = partial(
        reading.preview,
        store=loaders.store(),
        settings=loaders.settings(),
        corrections=corrections,
        only=only,
    )

    def run() -> FilePreview:
        try:
            return _use_of(read()) if only else read()
        except StoppedError:
            raise
        except Exception as error:  # one file may never stand in the way of the others
            log_failure(log, "reading", error)
            return FilePreview(reading.file_name, size=len(reading.content), error=FILE_NOT_READ())

    return run


def _use_of(preview: FilePreview) -> FilePreview:
    """The use in a file; its amounts are the coordinator's business."""
    return replace(preview, sheets=tuple(s for s in preview.sheets if s.kind == USAGE))


def is_stale(item: Pending) -> bool:
    """Whether the store changed since the file was read: names may be known by now."""
    return item.version != loaders.version(*READ_BY_INTAKE) and not item.preview.error
