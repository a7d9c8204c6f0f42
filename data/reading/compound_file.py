"""The streams in an OLE compound file, as old Office files and encrypted ones are ([MS-CFB])."""

from __future__ import annotations

from struct import Struct, unpack_from

_HEADER_BYTES = 512
_FIRST_DIFAT_ENTRIES = 109
_LAST_SECTOR = 0xFFFFFFFA  # numbers above are marks: end of chain, free, and the like
_NO_ENTRY = 0xFFFFFFFF
_STREAM, _ROOT = 2, 5
_ENTRY_BYTES = 128
_ENTRY = Struct("<64sHBBIII36xII4x")  # name, length, type, colour, left, right, child, start, size


class CompoundFile:
    """The streams at the root of a compound file, by their names in small letters.

    What is damaged is left out: the reader of the workbook says what is wrong with it.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._sector_bytes = 1 << min(unpack_from("<H", content, 30)[0], 12)
        self._mini_bytes = 1 << min(unpack_from("<H", content, 32)[0], 12)
        self._cutoff = unpack_from("<I", content, 56)[0]
        self._fat = self._read_fat()
        self._mini_fat = _numbers(self._join(unpack_from("<I", content, 60)[0]))
        directory = self._join(unpack_from("<I", content, 48)[0])
        whole = len(directory) - len(directory) % _ENTRY_BYTES
        self._entries = list(_ENTRY.iter_unpack(directory[:whole]))
        self._streams = self._root_streams()

    @property
    def names(self) -> list[str]:
        """The names of the streams and folders at the root, in small letters."""
        return list(self._streams)

    def read(self, name: str) -> bytes:
        """The content of a stream at the root."""
        *_, kind, start, size = self._streams[name]
        if kind != _STREAM:
            return b""
        if size >= self._cutoff:
            return self._join(start)[:size]
        return self._join_mini(start)[:size]

    def _sector(self, number: int) -> bytes:
        start = _HEADER_BYTES + number * self._sector_bytes
        return self._content[start : start + self._sector_bytes]

    def _chain(self, number: int, table: tuple[int, ...]) -> list[int]:
        """The sectors from `number` on; a chain cannot be longer than its table."""
        chain: list[int] = []
        while number < len(table) and len(chain) <= len(table):
            chain.append(number)
            number = table[number]
        return chain

    def _join(self, number: int) -> bytes:
        return b"".join(map(self._sector, self._chain(number, self._fat)))

    def _join_mini(self, number: int) -> bytes:
        root = self._join(self._entries[0][-2])
        size = self._mini_bytes
        return b"".join(
            root[n * size : (n + 1) * size] for n in self._chain(number, self._mini_fat)
        )

    def _read_fat(self) -> tuple[int, ...]:
        sectors = list(unpack_from(f"<{_FIRST_DIFAT_ENTRIES}I", self._content, 76))
        number = unpack_from("<I", self._content, 68)[0]
        most = len(self._content) // self._sector_bytes
        for _ in range(most):
            if number > _LAST_SECTOR or not self._sector(number):
                break
            *more, number = _numbers(self._sector(number))
            sectors += more
        known = [s for s in sectors if s <= _LAST_SECTOR][:most]
        return _numbers(b"".join(map(self._sector, known)))

    def _root_streams(self) -> dict[str, tuple]:
        found: dict[str, tuple] = {}
        waiting = [self._entries[0][6]] if self._entries else []
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            raw, length, kind, _, left, right, _, start, size = self._entries[number]
            name = raw[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()
            found.setdefault(name, (kind, start, size))
            waiting += [left, right]
        return found


def _numbers(content: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(content) // 4}I", content)
