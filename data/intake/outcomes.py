"""What each step of reading a file came to, kept with what it went by: nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from data.values.candidates import ReadBefore

T = TypeVar("T")


@dataclass
class Outcomes:
    """The last outcome of each step of one file; a step is done anew only when it goes by other.

    Whoever holds this holds the sheets of the file as well: see `FileReader`.
    """

    _kept: dict[Hashable, tuple[tuple[object, ...], Any]] = field(default_factory=dict)
    _columns: dict[str, dict[str, ReadBefore]] = field(default_factory=dict)

    def once(
        self,
        step: Hashable,
        given: tuple[object, ...],
        do: Callable[[], T],
        *,
        still: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """What the step came to, done only when it was not, with the same `given`.

        `still` says of an earlier outcome whether it holds now.
        """
        before = self._kept.get(step)
        if before and _same(before[0], given) and still(before[1]):
            found: T = before[1]
            return found
        outcome = do()
        self._kept[step] = (given, outcome)
        return outcome

    def columns(self, table: str) -> dict[str, ReadBefore]:
        """The columns of a table (its key) as they were read last."""
        return self._columns.setdefault(table, {})


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(
        a is b or a == b for a, b in zip(before, now, strict=True)
    )
