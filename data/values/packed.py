"""Many values in little room: a file may have half a million rejected rows."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

AT_ONCE = 2_000
_QUICKLY = 1  # how hard zlib tries: rejected rows are much alike


class _Part(NamedTuple):
    packed: bytes
    kinds: Counter[Any]


class Packed(Sequence[T], Generic[T, K]):
    """A sequence of which all but the last few values stand packed, part by part.

    `kind_of`, a function of a module, tells the kind of a value. Those of a kind are counted
    without a look at any of them, and found with a look at only the parts that hold one.
    """

    def __init__(self, values: Iterable[T], kind_of: Callable[[T], K]) -> None:
        self._kind_of = kind_of
        self._parts: list[_Part] = []
        self._rest: tuple[T, ...] = ()
        for part in _in_parts(values):
            if len(part) == AT_ONCE:
                packed = zlib.compress(pickle.dumps(part, protocol=5), _QUICKLY)
                self._parts.append(_Part(packed, Counter(map(kind_of, part))))
            else:
                self._rest = part

    def __len__(self) -> int:
        return len(self._parts) * AT_ONCE + len(self._rest)

    def __iter__(self) -> Iterator[T]:
        for part in self._parts:
            yield from _unpacked(part)
        yield from self._rest

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        at = range(len(self))[index]
        part, place = divmod(at, AT_ONCE)
        found: T = (_unpacked(self._parts[part]) if part < len(self._parts) else self._rest)[place]
        return found

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(a == b for a, b in zip(self, other, strict=True))

    @property
    def packed_bytes(self) -> int:
        """How much room the packed parts take."""
        return sum(len(part.packed) for part in self._parts)

    def kinds(self) -> Counter[K]:
        """How many values there are of each kind."""
        found = Counter(map(self._kind_of, self._rest))
        for part in self._parts:
            found.update(part.kinds)
        return found

    def of_kinds(self, wanted: Callable[[K], bool]) -> Iterator[T]:
        """The values whose kind is wanted, in order."""
        for part in self._parts:
            if any(map(wanted, part.kinds)):
                yield from (v for v in _unpacked(part) if wanted(self._kind_of(v)))
        yield from (value for value in self._rest if wanted(self._kind_of(value)))


def _in_parts(values: Iterable[T]) -> Iterator[tuple[T, ...]]:
    left = iter(values)
    while part := tuple(islice(left, AT_ONCE)):
        yield part


def _unpacked(part: _Part) -> tuple[Any, ...]:
    found: tuple[Any, ...] = pickle.loads(zlib.decompress(part.packed))  # noqa: S301 - our own
    return found
