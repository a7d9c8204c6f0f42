"""Which free texts of a table hold personal data: per column, per kind, in which rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import pandas as pd

from data import columns as c
from data import fields
from data.cells.personal import BSN, EMAIL, IBAN, PHONE, find_personal, may_hold_personal
from data.values.found_table import Table
from data.values.results import PersonalData, RejectedRow

_AT_ONCE = 1_000


def personal_data_in(
    records: pd.DataFrame, rejected: Sequence[RejectedRow], table: Table
) -> tuple[PersonalData, ...]:
    """What the free texts of these records and rejected rows hold: per column, per kind, where."""
    found = []
    free_texts = fields.names(table.kind, fields.Sort.TEXT)
    looked_at = [h for h in table.headings if h.column in free_texts and h.column in records]
    left = [(row.row, [row.cell(h.position) for h in looked_at]) for row in rejected]
    for at, heading in enumerate(looked_at):
        rejected_texts = ((row, cells[at]) for row, cells in left)
        parts = chain(_parts_of(records, heading.column), [rejected_texts])
        for kind, rows in _rows_by_kind(parts).items():
            found.append(PersonalData(heading.position, heading.text, kind, tuple(sorted(rows))))
    return tuple(found)


def _parts_of(records: pd.DataFrame, column: str | None) -> Iterator[Iterable[tuple[int, object]]]:
    """Rows and their texts, some at a time: all of them at once would take much memory."""
    for start in range(0, len(records), _AT_ONCE):
        part = records[[c.ROW, column]].iloc[start : start + _AT_ONCE]
        yield zip(part[c.ROW].tolist(), part[column].to_numpy(dtype=object).tolist(), strict=True)


def _rows_by_kind(parts: Iterable[Iterable[tuple[int, object]]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for some in parts:
        part = [(row, text) for row, text in some if isinstance(text, str)]
        if not may_hold_personal("|".join(text for _row, text in part)):
            continue  # the usual case, ten times as fast as one by one
        for row, text in part:
            for kind, _begin, _end in find_personal(text):
                found.setdefault(kind, set()).add(int(row))
    return {kind: found[kind] for kind in (EMAIL, IBAN, BSN, PHONE) if kind in found}
