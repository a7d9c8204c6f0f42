"""Within the limits on time and memory that a visitor's file has: a command has them too.

The page reads every file in a process of its own. A command is one: what goes beyond the limits
ends in a sentence about that file, and the next file has them anew.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from data.reading.errors import sentence
from data.reading.refusals import Reason, RefusedError
from data.settings import Settings
from data.values.unreadable import UnreadableFileError

_NO_MEMORY = re.compile(r"\b(m|re|c)?alloc|out of memory", re.IGNORECASE)  # as Arrow says it


@contextmanager
def limited(file_name: str, settings: Settings) -> Iterator[None]:
    """Raise `UnreadableFileError` when what is done takes too long, or too much memory."""
    try:
        with _within_time(file_name, settings), _within_memory(settings):
            yield
    except UnreadableFileError:
        raise
    except Exception as error:
        if not isinstance(error, MemoryError) and not _NO_MEMORY.search(str(error)):
            raise
        refusal = RefusedError(Reason.TOO_MUCH_MEMORY, limit=settings.read_memory_bytes)
        raise UnreadableFileError(sentence(refusal, file_name)) from None


@contextmanager
def _within_time(file_name: str, settings: Settings) -> Iterator[None]:
    of_main = threading.current_thread() is threading.main_thread()
    if not of_main or not hasattr(signal, "setitimer"):  # Windows; there only cells are limited
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        refusal = RefusedError(Reason.TOO_SLOW, limit=settings.read_seconds)
        raise UnreadableFileError(sentence(refusal, file_name))

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, settings.read_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _within_memory(settings: Settings) -> Iterator[None]:
    try:
        import resource
    except ImportError:
        yield
        return
    from data.memory_limit import reserved_bytes

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # a lower limit is in force, or there is none to set
        limit = settings.read_memory_bytes + reserved_bytes()
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
