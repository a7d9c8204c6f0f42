"""What goes wrong, for the log: where and what kind, never the values that it went wrong with.

The message of an error may quote a cell, and a cell may hold a person.
"""

from __future__ import annotations

import logging
import secrets
import traceback

from data.errors import NotDoneError


def log_failure(log: logging.Logger, what: str, error: BaseException) -> str:
    """Log that `what` failed: why, and the lines of code that led to it; the number it got.

    The number is what a visitor is shown, so that the two can be brought together.
    """
    number, cause = secrets.token_hex(3), cause_of(error)
    at = ""
    if not isinstance(error, NotDoneError):  # of a known cause the place tells nothing more
        frames = traceback.extract_tb(error.__traceback__)
        places = (f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
        at = " at\n  " + "\n  ".join(places)
    told = {"failure": number, "cause": cause}
    log.error("%s failed (%s): %s%s", what, number, cause, at, extra={"known": told})
    return number


def cause_of(error: BaseException) -> str:
    """The kind of error, and its cause where that can be told without its own words."""
    kind = getattr(error, "cause", type(error).__name__)  # the cause in another process
    original = getattr(error, "orig", None) or error.__cause__ or error
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None)
    known = f": {error.message.code}" if isinstance(error, NotDoneError) else ""
    return f"{kind}{known} ({code})" if code else f"{kind}{known}"


def places_of(error: BaseException) -> list[str]:
    """The lines of code that led to an error; those in another process last."""
    here = [
        f"{frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return [*here, *getattr(error, "places", ())]
