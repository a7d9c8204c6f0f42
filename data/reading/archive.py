"""The zip archive that most workbooks are, and what it must not be: a trap."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from data.reading.refusals import Reason, RefusedError

MAX_PARTS = 10_000  # a workbook of 1,000 sheets, each with a drawing and a comment, has 5,000
CHUNK_BYTES = 1024**2
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only ones that workbooks may use
_DECLARATIONS = [
    text.encode(encoding)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]
_XML = (".xml", ".rels")
# Parts that nobody here opens. LibreOffice declares a document type in its macros.
_UNREAD = ("basic/", "dialogs/", "customxml/")


class Archive:
    """A zip archive by the names of its parts: small letters, forward slashes."""

    def __init__(self, content: bytes) -> None:
        # Counted before the directory is read, because each entry costs memory.
        if content.count(_DIRECTORY_ENTRY) > MAX_PARTS:
            raise RefusedError(Reason.TOO_MANY_PARTS, limit=MAX_PARTS)
        self._zip = zipfile.ZipFile(BytesIO(content))
        self._parts = {_plain(part.filename): part for part in self._zip.infolist()}

    @property
    def names(self) -> list[str]:
        """The plain names of the parts."""
        return list(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece."""
        return self._read(self._parts[_plain(name)])

    def read(self, name: str) -> bytes:
        """A part, whole; nothing for a part that is not there."""
        return b"".join(self.chunks(name)) if _plain(name) in self._parts else b""

    def size(self, name: str) -> int:
        """How many bytes a part has."""
        part = self._parts.get(_plain(name))
        return part.file_size if part else 0

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a part; nothing for a part that is not there."""
        if _plain(name) not in self._parts:
            return b""
        with self._zip.open(self._parts[_plain(name)]) as stream:
            return stream.read(size)

    def check(
        self, max_unpacked_bytes: int, marks_of: Callable[[str], tuple[bytes, ...]]
    ) -> dict[str, set[bytes]]:
        """Refuse an archive that is a trap; which of its marks each part of XML holds."""
        parts = self._zip.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise RefusedError(Reason.PASSWORD)
        if any(part.compress_type not in _METHODS for part in parts):
            raise RefusedError(Reason.DAMAGED)
        room = max_unpacked_bytes
        marked: dict[str, set[bytes]] = {}
        for part in parts:
            name = _plain(part.filename)
            marks = marks_of(name) if name.endswith(_XML) else ()
            found = marked.setdefault(name, set())
            for piece, fresh in _with_overlap(self._read(part)):
                room -= fresh
                if room < 0:
                    raise RefusedError(Reason.UNPACKED_TOO_LARGE, limit=max_unpacked_bytes)
                _refuse_traps(name, piece)
                found.update(m for m in marks if m not in found and _holds(piece, m))
        return marked

    def _read(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        whole = copy.copy(part)
        whole.file_size = 2**62  # zipfile stops at the size it is told, and that may be a lie
        real = 0
        with self._zip.open(whole) as stream:
            while chunk := stream.read(CHUNK_BYTES):
                real += len(chunk)
                yield chunk
        if real != part.file_size:
            raise RefusedError(Reason.DAMAGED)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _with_overlap(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Each chunk with the end of the one before, so that no mark falls between two."""
    tail = b""
    for chunk in chunks:
        yield tail + chunk, len(chunk)
        tail = chunk[-64:]


def _holds(piece: bytes, mark: bytes) -> bool:
    """Whether a mark is there."""
    if len(mark) != 2:
        return mark in piece
    at = piece.find(mark[1:])  # a letter alone is found many times as fast as `<` and a letter
    while at >= 0 and piece[at - 1 : at] != mark[:1]:
        at = piece.find(mark[1:], at + 1)
    return at > 0


def _refuse_traps(name: str, piece: bytes) -> None:
    if not name.endswith(_XML) or name.startswith(_UNREAD):
        return
    if len(piece) >= CHUNK_BYTES and b"<" not in piece and piece.strip():  # no cell is as long
        raise RefusedError(Reason.TEXT_TOO_LONG, limit=CHUNK_BYTES)
    if b"!" in piece and any(mark in piece for mark in _DECLARATIONS):
        raise RefusedError(Reason.DECLARATIONS)
