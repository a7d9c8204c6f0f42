"""A file of which nothing can be read."""

from __future__ import annotations

from texts import Message


class UnreadableFileError(Exception):
    """A file of which nothing can be read; `message` is one plain sentence for the reader."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
