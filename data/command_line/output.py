"""What every command of the program does with its output."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

# A cell can hold what clears the screen, moves the cursor or turns the reading order around.
_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@contextmanager
def plain_output() -> Iterator[None]:
    """Write UTF-8 with plain line ends, whatever the machine's own, and no control characters.

    Ends in silence when the reader, such as `head`, has had enough.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    out, err = cast("TextIO", _Plain(sys.stdout)), cast("TextIO", _Plain(sys.stderr))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            yield
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Plain:
    """A stream that shows a sign in the place of every control character."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(_ORDERS.sub("\N{REPLACEMENT CHARACTER}", text))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever else a stream can do)
        return getattr(self._stream, name)
