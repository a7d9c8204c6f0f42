"""A correction beside the first reading: `python -m benchmarks.correcting [ROWS…]`.

A visitor mends a cell, or says what a name means, and the file is read once more: from the grid of
cells, not from the bytes. The goal: a mended cell takes at most a third of the first reading.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks._large import large_workbook
from data.columns import DEPARTMENT
from data.intake.preview import FileReading
from data.settings import Settings
from data.storing.store import Store, open_store
from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections

ROWS = (10_000, 50_000)
TIMES = 3
GOAL = 1 / 3
HOURS = 7  # where the hours stand in a row


def main(rows: list[int]) -> None:
    """Measure each size, and print what a correction takes beside the first reading."""
    store = open_store("sqlite://")
    seconds_of(lambda: preview(first_reading(100), store))  # whatever is imported the first time
    for count in rows:
        found = [measured(count, store) for _ in range(TIMES)]
        first, cell, heading, name = (min(times) for times in zip(*found, strict=True))
        share = cell / first
        print(
            f"{count:7,} rows: first reading {first:.2f} s, a mended cell {cell:.2f} s"
            f" ({share:.2f} of it, goal {GOAL:.2f}), another meaning of a column {heading:.2f} s,"
            f" another name {name:.2f} s"
        )
        if share > GOAL:
            sys.exit("A correction takes more than a third of the first reading.")


def measured(rows: int, store: Store) -> tuple[float, float, float, float]:
    """The seconds of a first reading, and of three corrections that come on top of each other."""
    reading = first_reading(rows)
    cell = NO_CORRECTIONS.with_sheet("Gebruik", SheetCorrections(cells={(5, HOURS): "3,5"}))
    meaning = cell.with_sheet("Gebruik", cell.of("Gebruik").with_column(HOURS, ""))
    name = meaning.with_names(DEPARTMENT, {"Vastgoed": "Vastgoed en Gebouwen"})
    said = (NO_CORRECTIONS, cell, meaning, name)
    first, *others = (seconds_of(lambda x=x: preview(reading, store, x)) for x in said)
    return first, others[0], others[1], others[2]


def first_reading(rows: int) -> FileReading:
    """A workbook with this many rows, not read yet."""
    return FileReading(large_workbook(rows, seed=1), "gebruik.xlsx")


def preview(reading: FileReading, store: Store, said: Corrections = NO_CORRECTIONS) -> None:
    """Read it, by what is said."""
    found = reading.preview(store=store, settings=Settings(), corrections=said)
    if not any(sheet.accepted for sheet in found.sheets):
        raise RuntimeError(str(found.error))


def seconds_of(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or list(ROWS))
