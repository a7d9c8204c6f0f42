"""XML as a stream of events, with names stripped of their namespace, and without declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from xml.parsers import expat

from data.reading.refusals import Reason, RefusedError

Attributes = dict[str, str]


def parse_events(
    chunks: Iterable[bytes],
    start: Callable[[str, Attributes], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for what the XML holds; names come as `prefix:name`.

    Raises `expat.ExpatError` for XML that is not well-formed, which without any of the three is all
    that it does.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    if start:
        parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


@cache
def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise RefusedError(Reason.DECLARATIONS)
