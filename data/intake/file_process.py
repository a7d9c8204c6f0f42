"""The process that reads a file for a visitor: `python -m data.intake.file_process`.

It takes requests on standard input, as pickles: `("open" | "read", ...)`, with what a `FileReader`
is given. It answers on standard output: after any number of `("step", ...)` one
`("done", outcome)`, `("unreadable", message)`, `("too_large",)` or `("failed", cause, places)`. It
ends with its input, and takes along what it started.

Whatever a file costs, it costs here: the other visitors have the server's own process.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import sys
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

from data.failures import cause_of, places_of
from data.intake.file_reader import FileReader
from data.memory_limit import reserved_bytes
from data.progress import Watch, watched
from data.settings import Settings
from data.values.unreadable import UnreadableFileError

Request = tuple[Any, ...]

_NO_MEMORY = re.compile(r"\b(m|re|c)?alloc|out of memory", re.IGNORECASE)  # as Arrow says it


def main() -> None:
    """Serve until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    requests: SimpleQueue[Request] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    reader = FileReader()
    while True:
        what, *given = requests.get()
        with watched(_Telling(answers)):
            _send(answers, *_answer(reader, what, given))


def _listen(source: IO[bytes], requests: SimpleQueue[Request]) -> None:
    """Take requests in; when nobody can send one any more, end at once, busy or not."""
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            requests.put(pickle.load(source))  # noqa: S301 - from the process that started this one
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)  # the process that reads a workbook as well
    os._exit(0)


def _send(answers: IO[bytes], *answer: object) -> None:
    pickle.dump(answer, answers, protocol=5)
    answers.flush()


def _answer(reader: FileReader, what: str, given: list[Any]) -> tuple[object, ...]:
    try:
        if what == "open":
            _limit_memory(given[2])
        return "done", getattr(reader, what)(*given)
    except UnreadableFileError as error:
        return "unreadable", error.message
    except Exception as error:
        if isinstance(error, MemoryError) or _NO_MEMORY.search(str(error)):
            reader.close()
            return ("too_large",)
        return "failed", cause_of(error), places_of(error)


def _limit_memory(settings: Settings) -> None:
    try:
        import resource
    except ImportError:  # Windows; there only the time and the cells are limited
        return
    with suppress(ValueError, OSError):  # a lower limit is in force, or there is none to set
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = settings.read_memory_bytes + _RESERVED
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


_RESERVED = reserved_bytes()


class _Telling(Watch):
    """Tells whoever asked how far the work is."""

    def __init__(self, answers: IO[bytes]) -> None:
        super().__init__()
        self._answers = answers

    def tell(self, stage: str, done: int, total: int) -> None:
        """Pass a step on."""
        _send(self._answers, "step", stage, done, total)


if __name__ == "__main__":
    main()
