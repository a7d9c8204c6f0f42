"""The base of what cannot be done: asked, understood, and refused with a sentence."""

from __future__ import annotations

from texts import Message


class NotDoneError(Exception):
    """What was asked is not done, and nothing was changed; `message` is the sentence that says why.

    Every room declares its own kinds; pages and the command line show the sentence of any of them.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.code)  # no values: they may quote a cell
        self.message = message
