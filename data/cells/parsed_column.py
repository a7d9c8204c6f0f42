"""One column at a time: every distinct cell is read once, then spread over the rows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
import pandas as pd

from data.cells import messages
from data.cells.cell import Cell
from data.cells.text import cell_text, clean_text, is_empty, is_error, shorten
from texts import Message

T = TypeVar("T")


class Column:
    """The cells of a column, which nobody changes; its distinct cells are found once.

    `distinct` holds them in the order in which they first stand, `codes` says for each row which
    one of them it has.
    """

    def __init__(self, cells: list[Cell]) -> None:
        self.cells = cells

    @property
    def distinct(self) -> list[Cell]:
        """Each cell once; True, 1 and 1.0 are three."""
        return self._numbered[1]

    @property
    def codes(self) -> np.ndarray:
        """For each row, which of the distinct cells it has."""
        return self._numbered[0]

    @cached_property
    def texts(self) -> list[str]:
        """The distinct texts."""
        return [cell for cell in self.distinct if isinstance(cell, str)]

    def texts_with(self, stems: Iterable[str]) -> list[str]:
        """The distinct texts with one of these parts of words, in lower case; mostly none.

        All texts are searched at once: one by one, a hundred thousand take long.
        """
        present = [stem for stem in stems if stem in self._in_lower_case]
        if not present:
            return []
        lowered = ((text, text.lower()) for text in self.texts)
        return [text for text, lower in lowered if any(stem in lower for stem in present)]

    @cached_property
    def _in_lower_case(self) -> str:
        return "\n".join(self.texts).lower()

    def rows_where(self, test: Callable[[Cell], object]) -> list[int]:
        """The rows whose cell passes a test, which is put to each distinct cell once."""
        hits = np.fromiter((bool(test(cell)) for cell in self.distinct), bool, len(self.distinct))
        return np.flatnonzero(hits[self.codes]).tolist() if hits.any() else []

    @cached_property
    def _numbered(self) -> tuple[np.ndarray, list[Cell]]:
        return _distinct(self.cells)


@dataclass(frozen=True)
class Parsed(Generic[T]):
    """A column that is read.

    `distinct` holds the value of each distinct cell (None: empty or faulty), `codes` says for each
    row which one it has, `faults` maps a code to the sentence about it.
    """

    codes: np.ndarray
    distinct: list[T | None]
    faults: dict[int, Message]

    def series(self, dtype: Any) -> pd.Series:  # noqa: ANN401 - whatever pandas takes as a dtype
        """The values, one per row."""
        return pd.Series(self.distinct, dtype=dtype).take(self.codes).reset_index(drop=True)

    def faulty_rows(self) -> Iterator[tuple[int, Message]]:
        """The rows whose cell could not be read, each with its sentence."""
        if not self.faults:
            return
        for row in np.flatnonzero(np.isin(self.codes, list(self.faults))):
            yield int(row), self.faults[int(self.codes[row])]

    @property
    def filled(self) -> np.ndarray:
        """Which rows have a value or a faulty cell, so anything but an empty one."""
        known = np.array(
            [v is not None or c in self.faults for c, v in enumerate(self.distinct)], bool
        )
        return known[self.codes] if len(known) else np.zeros(len(self.codes), bool)


MAX_VALUE_LENGTH = 200  # no date, number or choice is as long; what is longer is prose


def parse_column(
    column: Column,
    parse: Callable[[list[Any]], Sequence[T | Message | None]],
    *,
    longest: int | None = MAX_VALUE_LENGTH,
) -> Parsed[T]:
    """Read a column: `parse` gets its distinct cells, tidied, and gives a value or a sentence each.

    Empty cells, errors of the spreadsheet and texts longer than `longest` never reach `parse`.
    """
    results: list[Any] = [_tidied(cell, longest) for cell in column.distinct]
    wanted = [
        i for i, cell in enumerate(results) if cell is not None and not isinstance(cell, Message)
    ]
    for i, value in zip(wanted, parse([results[i] for i in wanted]), strict=True):
        results[i] = value
    faults = {i: value for i, value in enumerate(results) if isinstance(value, Message)}
    for i in faults:
        results[i] = None
    return Parsed(column.codes, results, faults)


def _tidied(cell: Cell, longest: int | None) -> Any:  # noqa: ANN401 - what `tidy` gives
    found = tidy(cell)
    if longest is None or not isinstance(found, str) or len(found) <= longest:
        return found
    return messages.CELL_TOO_LONG(value=shorten(found))


def _distinct(cells: Sequence[Cell]) -> tuple[np.ndarray, list[Cell]]:
    # The type belongs to the key: True, 1 and 1.0 are equal, and so are an error and its text.
    codes: defaultdict[Any, int] = defaultdict()
    codes.default_factory = codes.__len__
    types = set(map(type, cells))
    alone = len(types) == 1 or types <= {str, dt.datetime}  # nothing of the one equals the other
    keys = cells if alone else zip(map(type, cells), cells, strict=True)
    numbered = np.fromiter(map(codes.__getitem__, keys), dtype=np.int32, count=len(cells))
    return numbered, [*codes] if alone else [cell for _, cell in codes]


def tidy(cell: Cell) -> Cell | Message | None:
    """A cell ready to be read: cleaned text, None when empty, a sentence when it is an error."""
    if isinstance(cell, str):
        if is_error(cell):
            return messages.CELL_HOLDS_ERROR(value=shorten(cell_text(cell)))
        text = clean_text(cell)
        return None if is_empty(text) else text
    if isinstance(cell, float) and cell != cell:
        return None
    return cell
