"""What can stand in the way of storing or taking back, each with one sentence for the reader."""

from __future__ import annotations

from data.errors import NotDoneError
from texts import Message


class AlreadyStoredError(NotDoneError):
    """This very file is in the store already, as upload `batch_id`."""

    def __init__(self, batch_id: int) -> None:
        sentence = "This file was read in before, as upload {batch_id}. It is not stored twice."
        super().__init__(Message(sentence, {"batch_id": batch_id}))
        self.batch_id = batch_id


class StoredMeanwhileError(NotDoneError):
    """Rows of the file that a preview is of were stored, or taken back, since it was made."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "Rows of this file were stored or taken back meanwhile, so it has to be read once "
                "more. Read it in again."
            )
        )


class NothingToStoreError(NotDoneError):
    """The file holds no accepted and no rejected row."""

    def __init__(self) -> None:
        super().__init__(Message("There is nothing in this file to store."))


class NothingNewError(NothingToStoreError):
    """Every row of the file is in the store already, and the choice was to skip those."""

    def __init__(self) -> None:
        NotDoneError.__init__(
            self, Message("Every row of this file is stored already, so nothing was stored.")
        )


class UnknownBatchError(NotDoneError):
    """No upload has this number."""

    def __init__(self, batch_id: int) -> None:
        sentence = "There is no upload {batch_id}. See the numbers under the earlier uploads."
        super().__init__(Message(sentence, {"batch_id": batch_id}))


class AlreadyUndoneError(NotDoneError):
    """The upload was taken back earlier."""

    def __init__(self, batch_id: int) -> None:
        sentence = "Upload {batch_id} was taken back before. There is nothing left to undo."
        super().__init__(Message(sentence, {"batch_id": batch_id}))


class ChangedMeanwhileError(NotDoneError):
    """Somebody else changed the same thing after this user opened it."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "Somebody else changed this while you had it open. Nothing of yours was stored: "
                "look at what it says now, and change it again if need be."
            )
        )


class AlreadyDecidedError(NotDoneError):
    """The proposal was accepted, declined or withdrawn before."""

    def __init__(self) -> None:
        super().__init__(Message("This proposal was dealt with before; nothing was changed."))


class RecordGoneError(NotDoneError):
    """The record that a proposal is about is no longer in the store, or was corrected before."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "The record that this is about is no longer in the figures: its upload was taken "
                "back, or it was corrected before. Nothing was changed."
            )
        )


class NotUndoneError(NotDoneError):
    """The upload counts already."""

    def __init__(self, batch_id: int) -> None:
        sentence = "Upload {batch_id} was not taken back: its rows count. Nothing was changed."
        super().__init__(Message(sentence, {"batch_id": batch_id}))


class NothingKeptError(NotDoneError):
    """The rows of the undone upload are not kept any more."""

    def __init__(self, batch_id: int) -> None:
        sentence = (
            "The rows of upload {batch_id} are deleted, so it cannot be brought back. Read the "
            "file in again."
        )
        super().__init__(Message(sentence, {"batch_id": batch_id}))


class ReplacedError(NotDoneError):
    """Another upload took the place of this one, and counts."""

    def __init__(self, batch_id: int, replaced_by: int) -> None:
        sentence = (
            "Upload {batch_id} is replaced by upload {replaced_by}. Take upload {replaced_by} "
            "back: then upload {batch_id} counts again."
        )
        super().__init__(Message(sentence, {"batch_id": batch_id, "replaced_by": replaced_by}))


class NotDeletableError(NotDoneError):
    """The upload counts; only what was taken back can be deleted for good."""

    def __init__(self, batch_id: int) -> None:
        sentence = "Upload {batch_id} still counts. Take it back first; then it can be deleted."
        super().__init__(Message(sentence, {"batch_id": batch_id}))


class UnknownChangeError(NotDoneError):
    """There is no such moment to restore."""

    def __init__(self, change: int) -> None:
        sentence = "Moment {change} is not known. Choose one of the moments in the list."
        super().__init__(Message(sentence, {"change": change}))
