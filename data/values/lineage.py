"""What the store holds of one file, by way of the file itself and of workbooks that mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.values.results import Fault

Record = tuple[Any, ...]  # its values in the order of `data.values.record_values`


@dataclass(frozen=True)
class StoredTable:
    """What the store holds of one table.

    `records` maps a row of the file to its records, `rejected` the rows that were rejected when the
    file itself was read to their faults; None when that file is not stored.
    """

    records: Mapping[int, Sequence[Record]] = field(default_factory=dict)
    rejected: Mapping[int, Sequence[Fault]] | None = None


@dataclass(frozen=True)
class Lineage:
    """The active batches with rows of one file, oldest first, and what they hold, by
    `SheetResult.key`.

    `original` is the batch of the file itself; None when that is not stored. `sample` is that
    of the oldest.
    """

    batches: tuple[int, ...] = ()
    original: int | None = None
    sample: bool = False
    tables: Mapping[str, StoredTable] = field(default_factory=dict)

    def table(self, key: str) -> StoredTable:
        """What is stored of one table; a sheet that was left out is a table without rejected rows.

        Nothing of it is stored when the file is not.
        """
        whole: dict[int, Sequence[Fault]] | None = {} if self.original is not None else None
        return self.tables.get(key, StoredTable(rejected=whole))


NOTHING_STORED = Lineage()
