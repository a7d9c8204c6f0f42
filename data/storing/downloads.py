"""What was taken away, for the log: who, when, and the name of the file."""

from __future__ import annotations

from data.storing import acts
from data.storing.store import Store
from data.users import User


def note_download(store: Store, user: User, file_name: str) -> None:
    """Note that somebody takes a file away; raises `NotAllowedError` for who may not."""
    with store.writing(user, acts.TAKE, acts.FILE) as change:
        change.note(after={"name": file_name})
