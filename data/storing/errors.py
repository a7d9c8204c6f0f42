"""What can stand in the way of storing or taking back, each with one sentence for the reader."""

from __future__ import annotations

from data.errors import NotDoneError
from data.storing import messages


class AlreadyStoredError(NotDoneError):
    """This very file is in the store already, as upload `batch_id`."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.FILE_ALREADY_STORED(batch_id=batch_id))
        self.batch_id = batch_id


class StoredMeanwhileError(NotDoneError):
    """Rows of the file that a preview is of were stored, or taken back, since it was made."""

    def __init__(self) -> None:
        super().__init__(messages.ROWS_STORED_MEANWHILE())


class NothingToStoreError(NotDoneError):
    """The file holds no accepted and no rejected row."""

    def __init__(self) -> None:
        super().__init__(messages.NOTHING_TO_STORE())


class NothingNewError(NothingToStoreError):
    """Every row of the file is in the store already, and the choice was to skip those."""

    def __init__(self) -> None:
        NotDoneError.__init__(self, messages.NOTHING_NEW_TO_STORE())


class UnknownBatchError(NotDoneError):
    """No upload has this number."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.UPLOAD_UNKNOWN(batch_id=batch_id))


class AlreadyUndoneError(NotDoneError):
    """The upload was taken back earlier."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.UPLOAD_ALREADY_UNDONE(batch_id=batch_id))


class ChangedMeanwhileError(NotDoneError):
    """Somebody else changed the same thing after this user opened it."""

    def __init__(self) -> None:
        super().__init__(messages.CHANGED_MEANWHILE())


class AlreadyDecidedError(NotDoneError):
    """The proposal was accepted, declined or withdrawn before."""

    def __init__(self) -> None:
        super().__init__(messages.PROPOSAL_ALREADY_DECIDED())


class AlreadyDrawnError(NotDoneError):
    """One of the white spots is in a draw of which the twelve months are not over."""

    def __init__(self) -> None:
        super().__init__(messages.ALREADY_DRAWN())


class RecordGoneError(NotDoneError):
    """The record that a proposal is about is no longer in the store, or was corrected before."""

    def __init__(self) -> None:
        super().__init__(messages.RECORD_GONE())


class NotUndoneError(NotDoneError):
    """The upload counts already."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.UPLOAD_NOT_UNDONE(batch_id=batch_id))


class NothingKeptError(NotDoneError):
    """The rows of the undone upload are not kept any more."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.UPLOAD_ROWS_DELETED(batch_id=batch_id))


class ReplacedError(NotDoneError):
    """Another upload took the place of this one, and counts."""

    def __init__(self, batch_id: int, replaced_by: int) -> None:
        super().__init__(messages.UPLOAD_REPLACED(batch_id=batch_id, replaced_by=replaced_by))


class NotDeletableError(NotDoneError):
    """The upload counts; only what was taken back can be deleted for good."""

    def __init__(self, batch_id: int) -> None:
        super().__init__(messages.UPLOAD_STILL_COUNTS(batch_id=batch_id))


class UnknownChangeError(NotDoneError):
    """There is no such moment to restore."""

    def __init__(self, change: int) -> None:
        super().__init__(messages.MOMENT_UNKNOWN(change=change))


class ReasonMissingError(NotDoneError):
    """A dossier would take the place of another, and nobody said why."""

    def __init__(self) -> None:
        super().__init__(messages.REASON_MISSING())
