"""The same thing twice: rows that a list repeats, and sheets that hold the rows of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import columns as c
from data import fields
from data.fields import Sort
from data.values.found_table import CROSSTAB, LIST
from data.values.results import SheetResult

_KEYS = {
    c.USAGE: [c.DATE, c.DEPARTMENT, c.THEME],
    c.BUDGET: [c.DATE, c.BUDGET_KIND, c.DESCRIPTION, c.DEPARTMENT, c.ACCOUNT],
}
_VALUES = {
    kind: [
        field.name if field.sort is Sort.NAME else field.kept_as
        for field in fields.of(kind)
        if field.headings.strong and field.name not in (*keys, c.YEAR)
    ]
    for kind, keys in _KEYS.items()
}
_OLDER = re.compile(
    r"\b(oud|oude|old|kopie|copy|backup|concept|archief|versie ?\d*|v\d+)\b|\(\d+\)\s*$",
    re.IGNORECASE,
)
_MOST = 0.6  # of the keys of a sheet; then it is another version of the same
_FEWEST, _SURELY, _SHOWN = 2, 3, 3
_DAYS_OFF = (1, -1, 1462, -1462)
_MEASURES = fields.measures()


@dataclass(frozen=True)
class Repetition:
    """A sheet whose rows stand on another as well: all of them, or their days and names."""

    key: str
    other: str
    whole: bool


def repetitions_in(results: Sequence[SheetResult]) -> list[Repetition]:
    """The sheets of a file that repeat another, each with the one that stays."""
    found: list[Repetition] = []
    for kind in c.KINDS:
        of_kind = [(place, r) for place, r in enumerate(results) if _counts(r, kind)]
        if len(of_kind) < 2:
            continue  # nothing to repeat: to count 100,000 rows takes as long as to read them
        found += _repetitions([_Rows(result, place, kind) for place, result in of_kind])
    return found


def _repetitions(tables: Sequence[_Rows]) -> Iterator[Repetition]:
    left: set[str] = set()
    together = sum((x.rows for x in tables), Counter[tuple[object, ...]]())
    for one in sorted(tables, key=lambda rows: rows.rank):
        others = [x for x in tables if x is not one and x.result.key not in left]
        repetition = next(filter(None, (one.repeats(x) for x in others)), None)
        repetition = repetition or one.is_spread_over(others, together)
        if repetition:
            yield repetition
            left.add(one.result.key)
            together -= one.rows


def rows_on_others(results: Sequence[SheetResult]) -> dict[str, tuple[str, int]]:
    """The sheets of use that share some rows with an earlier one: key -> its name, how many."""
    found: dict[str, tuple[str, int]] = {}
    earlier: list[tuple[str, Counter[tuple[object, ...]]]] = []
    tables = [r for r in results if _counts(r, c.USAGE) and r.table and r.table.layout == LIST]
    for result in tables if len(tables) > 1 else ():
        columns = [*_KEYS[c.USAGE], *_VALUES[c.USAGE]]
        exact = result.records[result.records[c.DATE_PRECISION] == c.DAY_PRECISION]
        told = exact[[x for x in _VALUES[c.USAGE] if x in exact]].notna().any(axis=1)
        rows = Counter(_tuples(exact[told], columns))
        for name, others in earlier:
            if result.key not in found and (same := sum((rows & others).values())):
                found[result.key] = (name, same)
        earlier.append((result.title, rows))
    return found


def rows_alike(records: pd.DataFrame, kind: str) -> int:
    """How many records are equal to an earlier one in all that is stored, and tell enough."""
    telling = [x for x in _VALUES[kind] if x in records]
    ids = np.zeros(len(records), np.int64)
    # Column by column, texts first: in most lists no two rows are alike, which shows at once.
    for column in [*reversed(telling), *_KEYS[kind]]:
        codes, values = pd.factorize(records[column], use_na_sentinel=False)
        ids, distinct = pd.factorize(ids * len(values) + codes)
        if len(distinct) == len(ids):
            return 0
    told = records[telling].notna().any(axis=1).to_numpy()
    return int((pd.Series(ids).duplicated().to_numpy() & told).sum())


def _counts(result: SheetResult, kind: str) -> bool:
    return result.kind == kind and len(result.records) > 0 and result.finance is None


class _Rows:
    """The records of a table, as they are compared."""

    def __init__(self, result: SheetResult, place: int, kind: str) -> None:
        self.result, self._kind = result, kind
        records = result.records
        self._filled = [x for x in _VALUES[kind] if x in records and records[x].notna().any()]
        self.rows = Counter(_tuples(records, [*_KEYS[kind], *_VALUES[kind]]))
        self._exact = bool((records[c.DATE_PRECISION] == c.DAY_PRECISION).all())
        self._keys = Counter(_tuples(records, _KEYS[kind]))
        old = bool(_OLDER.search(result.sheet))
        # What is hidden, called old, shorter or later stands back for the others.
        self.rank = (not result.hidden, not old, len(records), -place)
        self._is_older = result.hidden or old

    def repeats(self, other: _Rows) -> Repetition | None:
        """That all rows stand on the other as well, or that it is another version of it."""
        name = other.result.title
        same = sum((self.rows & other.rows).values())
        if same == self.rows.total():
            alone = self._kind == c.USAGE and same == 1 and other.rows.total() < _FEWEST + 1
            return None if alone else Repetition(self.result.key, name, True)
        if self._exact and self._tells_less_than(other):
            return Repetition(self.result.key, name, True)
        if self.result.sheet == other.result.sheet:
            return None
        keys = sum((self._keys & other._keys).values())
        few = _SURELY if self._filled != other._filled else _SURELY + 1
        if self._exact and few <= self._keys.total() == keys:
            return Repetition(self.result.key, name, False)
        if self._is_otherwise_named(other) or self._is_named_one_to_one(other):
            return Repetition(self.result.key, name, False)
        if self._is_days_off(other) or self._is_other_measure(other):
            return Repetition(self.result.key, name, False)
        if self._is_older and keys >= max(_FEWEST, _MOST * self._keys.total()):
            return Repetition(self.result.key, name, False)
        if same >= max(_FEWEST, _MOST * self.rows.total()):
            return Repetition(self.result.key, name, False)
        return None

    def is_spread_over(
        self, others: Sequence[_Rows], together: Counter[tuple[object, ...]]
    ) -> Repetition | None:
        """That each row stands on one of several others, as a list per theme beside one per team.

        `together` counts the rows of this table and the others.
        """
        if self.rows.total() < _FEWEST or any(together[x] < 2 * n for x, n in self.rows.items()):
            return None
        holding = [x.result.title for x in others if self.rows & x.rows]
        return Repetition(self.result.key, ", ".join(holding[:_SHOWN]), True)

    def _is_days_off(self, other: _Rows) -> bool:
        """Whether all rows stand on the other a day off, or as many as the calendar of 1904."""
        if not self._exact or not self._filled or len(self.result.records) <= _SURELY:
            return False
        columns, records = [*_KEYS[self._kind], *_VALUES[self._kind]], self.result.records
        for days in _DAYS_OFF:
            moved = records.assign(**{c.DATE: records[c.DATE] + pd.Timedelta(days=days)})
            if next(iter(_tuples(moved.head(1), columns))) not in other.rows:
                continue  # nearly always, at once
            if not Counter(_tuples(moved, columns)) - other.rows:
                return True
        return False

    def _is_other_measure(self, other: _Rows) -> bool:
        """Whether of two crosstabs the same cells are filled, with another measure."""
        tables = (self.result.table, other.result.table)
        across = all(table and table.layout == CROSSTAB for table in tables)
        cells = set(self._keys)
        differ = self._filled != other._filled
        return across and differ and len(cells) >= _SURELY and cells <= set(other._keys)

    def _is_named_one_to_one(self, other: _Rows) -> bool:
        """Whether the days and measures are the same and each name stands for one on the other."""
        measured = [x for x in self._filled if x in _MEASURES]
        if not self._exact or not measured or len(self.result.records) <= _SURELY:
            return False
        columns = [c.DATE, *measured]
        mine, others = (x.result.records.drop_duplicates(columns) for x in (self, other))
        if any(x not in others for x in columns) or len(mine) < len(self.result.records):
            return False
        pairs = mine.merge(others, on=columns, suffixes=("", "_other"))
        return len(pairs) == len(mine) and all(
            _are_one_to_one(pairs[name], pairs[f"{name}_other"]) for name in (c.DEPARTMENT, c.THEME)
        )

    def _tells_less_than(self, other: _Rows) -> bool:
        """Whether the same rows, with fewer columns filled, stand on the other."""
        if self._filled == other._filled or len(self.result.records) < _FEWEST:
            return False
        columns = [*_KEYS[self._kind], *self._filled]
        mine = Counter(_tuples(self.result.records, columns))
        return not mine - Counter(_tuples(other.result.records, columns))

    def _is_otherwise_named(self, other: _Rows) -> bool:
        """Whether only the names of departments, or of themes, differ: codes on one of the two."""
        if not self._exact or not self._filled or len(self.result.records) < _SURELY + 1:
            return False
        for name in (c.DEPARTMENT, c.THEME):
            if self.result.records[name].nunique() < _FEWEST:
                continue  # two departments may well have been at the same meetings
            columns = [x for x in (*_KEYS[self._kind], *self._filled) if x != name]
            mine = Counter(_tuples(self.result.records, columns))
            if len(mine) > _SURELY and not mine - Counter(_tuples(other.result.records, columns)):
                return True
        return False


def _are_one_to_one(names: pd.Series, others: pd.Series) -> bool:
    """Whether several names each go with one other name, and no two with the same."""
    pairs = set(zip(names, others, strict=True))
    return 1 < len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})


def _tuples(records: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    present = [column for column in columns if column in records]
    shown = records[present].astype(object)
    yield from shown.where(shown.notna(), None).itertuples(index=False, name=None)
