"""What goes wrong, for the log: where and what kind, never the values that it went wrong with.

The message of an error may quote a cell, and a cell may hold a person.
"""

from __future__ import annotations

import logging
import traceback


def log_failure(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log that `what` failed: the kind of error, and the lines of code that led to it."""
    places = [
        f"{frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    log.error("%s failed: %s at\n  %s", what, type(error).__name__, "\n  ".join(places))
