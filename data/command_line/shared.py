"""What the commands have in common: who works here, what is printed, what goes wrong."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING, Any

from data.command_line import messages
from texts import Message

if TYPE_CHECKING:
    from data.storing.store import Store
    from data.users import User

log = logging.getLogger(__name__)

ALL_READ, SOME_UNREADABLE = 0, 1


def local_user(store: Store) -> User:
    """Who works at this command line: whoever may open the store may do everything with it."""
    from data.storing.chosen_settings import load_settings
    from data.users import COMMAND_LINE, COORDINATOR, User

    return User(load_settings(store).user_name, COORDINATOR, origin=COMMAND_LINE)


def as_json(value: dict[str, Any]) -> str:
    """What `--json` prints."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def failure_number(command: str, error: Exception) -> str:
    """The number under which the log says what went wrong, without a word of what was read."""
    from data.failures import log_failure

    return log_failure(log, command, error)


def tell(text: str) -> None:
    """Say something to whoever gave the command."""
    print(text, file=sys.stderr, flush=True)


def not_opened(name: str, error: OSError) -> Message:
    """Why a file could not be opened."""
    sentence = messages.FILE_NOT_OPENED
    if isinstance(error, FileNotFoundError):
        sentence = messages.FILE_NOT_THERE
    elif isinstance(error, IsADirectoryError):
        sentence = messages.FILE_IS_FOLDER
    elif isinstance(error, PermissionError):
        sentence = messages.FILE_ACCESS_DENIED
    return sentence(file=name)
