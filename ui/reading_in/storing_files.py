"""Having a file that waits stored, when it still reads as the visitor saw it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from data.errors import NotDoneError
from data.failures import log_failure
from data.intake.messages import SAME_MONEY
from data.intake.store_upload import overlaps_with, store_preview
from data.progress import StoppedError
from data.reference import Classification
from data.storing.versions import READ_BY_INTAKE
from data.values.report import Statement
from data.values.results import FilePreview, SheetResult
from texts import Message
from ui.reading_in import background_work, messages, outcomes, pending_files, waiting_rows
from ui.reading_in.background_work import Task
from ui.reading_in.changes import Figures
from ui.reading_in.pending_files import NO_OVERLAP, OverlapChoice, Pending
from ui.shared import loaders, visitor

log = logging.getLogger(__name__)


def save(
    item: Pending,
    *,
    classification: Classification,
    statement: Statement,
    overlap: OverlapChoice = NO_OVERLAP,
) -> None:
    """Have a file stored; when that cannot be, it stays with a notice."""

    def prepare() -> Callable[[], _Stored]:
        version, before = loaders.version(*READ_BY_INTAKE), outcomes.figures_now()
        read = pending_files.reader_of(item) if pending_files.is_stale(item) else None
        user, store = visitor.current_user(), loaders.store()

        def put(preview: FilePreview) -> int:
            return store_preview(
                preview,
                store=store,
                user=user,
                classification=classification,
                statement=statement,
                overlap=overlap.overlap,
                replaces=overlap.replaces,
            )

        def run() -> _Stored:
            preview = read() if read else item.preview
            if _reads_otherwise(item.preview, preview):
                return _Stored(preview, version, before, messages.READS_OTHERWISE())
            if version != overlap.version and overlaps_with(preview, store) - overlap.seen:
                return _Stored(preview, version, before, messages.OVERLAPS_NOW())
            return _Stored(preview, version, before, _attempt(partial(put, preview)))

        return run

    background_work.add(Task(item.file_name, prepare, partial(_saved, item)))


@dataclass(frozen=True)
class _Stored:
    """What came of storing a file: the number of the upload, or why it did not succeed."""

    preview: FilePreview
    version: int
    before: Figures | None
    result: int | Message


def _saved(item: Pending, stored: _Stored) -> None:
    if isinstance(stored.result, Message):
        now = replace(item, preview=stored.preview, version=stored.version, notice=stored.result)
        pending_files.put_back(now)
        return
    pending_files.cancel(item.number)
    counts = [waiting_rows.counts(sheet) for sheet in stored.preview.sheets]
    left_out = sum(count[waiting_rows.LEFT_OUT] for count in counts)
    asked = [question for sheet in stored.preview.sheets for question in sheet.questions]
    of_money = tuple(question for question in asked if SAME_MONEY.says(question.message))
    outcomes.remember_stored(stored.result, stored.before, left_out=left_out, of_money=of_money)


def _attempt(put: Callable[[], int]) -> int | Message:
    try:
        return put()
    except NotDoneError as error:
        return error.message
    except StoppedError:
        raise
    except Exception as error:
        log_failure(log, "storing", error)
        return messages.STORING_FAILED()


def _reads_otherwise(before: FilePreview, after: FilePreview) -> bool:
    return [_reading(sheet) for sheet in before.sheets] != [_reading(s) for s in after.sheets]


def _reading(sheet: SheetResult) -> tuple[object, ...]:
    names = {kind: dict(found.canonical) for kind, found in sheet.names.items()}
    return sheet.kind, sheet.accepted, sheet.rejected, names
