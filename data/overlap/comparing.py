"""What of a file is in the store already, and how it differs from each earlier upload.

Records are compared as multisets: when a file holds a use three times and the store holds it twice,
two of the three are in the store already and one is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.columns import BATCH_ID
from data.overlap import KEEP, REPLACE, RETURNING, SKIP
from data.overlap.same_rows import (
    COLUMNS,
    IDENTITY,
    VALUES,
    Codes,
    canonical,
    counts,
    occurrence,
    row_codes,
)

CHANGED, GONE = "changed", "gone"
DIFFERENCE_COLUMNS = ("change", "column", "before", "after")

Records = Mapping[str, pd.DataFrame]  # kind -> records


@dataclass(frozen=True)
class Comparison:
    """A file beside one earlier upload.

    `rows` records of that upload = `same` + `changed` + `gone`: the same in the file, about the
    same use but with another value in the file, not in the file; `new` records of the file are not
    in that upload. `changed` means: the columns of `IDENTITY` are the same, and another is not.
    """

    batch_id: int
    rows: int
    same: int
    changed: int
    new: int

    @property
    def gone(self) -> int:
        """The records of the upload that are not in the file."""
        return self.rows - self.same - self.changed

    @property
    def overlaps(self) -> bool:
        """Whether the two have to do with each other.

        One record that is the same is enough; records that only resemble each other count when
        they are at least half of the upload, or of the file.
        """
        return self.same > 0 or 0 < min(self.rows, self.new + self.changed) <= 2 * self.changed

    @property
    def is_earlier_version(self) -> bool:
        """Whether most of the upload returns in the file."""
        return self.overlaps and self.same + self.changed >= RETURNING * self.rows


@dataclass(frozen=True)
class Overlap:
    """What a file has in common with the store.

    Of its `rows` records `held` are stored already. `uploads` are the earlier uploads that it has
    to do with, the nearest first.
    """

    rows: int
    held: int
    uploads: tuple[Comparison, ...]

    @property
    def versions(self) -> tuple[int, ...]:
        """The uploads that are an earlier version of the file."""
        return tuple(found.batch_id for found in self.uploads if found.is_earlier_version)

    @property
    def replaceable(self) -> tuple[int, ...]:
        """What the file may take the place of: its earlier versions, or else the nearest upload."""
        return self.versions or tuple(found.batch_id for found in self.uploads[:1])

    @property
    def recommended(self) -> str:
        """What is best done: replace an earlier version that says otherwise, else skip."""
        if not self.uploads:
            return KEEP
        versions = [found for found in self.uploads if found.is_earlier_version]
        return REPLACE if any(found.changed or found.gone for found in versions) else SKIP


def look_at(new: Records, stored: Records) -> Overlap:
    """What a file has in common with the store; both per kind, the store's with batch_id."""
    held = sum(
        int((already_stored(records, stored[kind], kind) > 0).sum())
        for kind, records in new.items()
    )
    rows = sum(len(records) for records in new.values())
    return Overlap(rows, held, tuple(compare_with_uploads(new, stored)))


def repeated(records: pd.DataFrame, kind: str) -> int:
    """How many records are the same as one before them."""
    (codes,) = row_codes([records], COLUMNS[kind])
    return len(codes) - len(np.unique(codes))


def already_stored(new: pd.DataFrame, stored: pd.DataFrame, kind: str) -> Codes:
    """Per record of a file the upload that holds the same one; 0 for a record that is new."""
    of_new, of_stored = row_codes([new, stored], COLUMNS[kind])
    held = _counted(of_stored).assign(**{BATCH_ID: stored[BATCH_ID].to_numpy()})
    found = _counted(of_new).merge(held, on=["code", "nth"], how="left")[BATCH_ID]
    return found.fillna(0).to_numpy(dtype=np.int64)


def compare_with_uploads(new: Records, stored: Records) -> list[Comparison]:
    """The earlier uploads that a file has to do with, the one with most in common first.

    `new` and `stored` hold per kind the records of the file and of the store (with batch_id).
    """
    tallies = [
        _tally(new.get(kind), records, kind) for kind, records in stored.items() if len(records)
    ]
    if not tallies:
        return []
    together = pd.concat(tallies).groupby(level=0).sum()
    size = sum(len(records) for records in new.values())
    found = [
        Comparison(int(str(batch_id)), rows, same, alike - same, size - alike)
        for batch_id, rows, same, alike in together.itertuples()
    ]
    overlapping = [comparison for comparison in found if comparison.overlaps]
    return sorted(overlapping, key=lambda c: (-c.same - c.changed, -c.batch_id))


def _tally(new: pd.DataFrame | None, stored: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Per upload: its records, those that are the same in the file, those about the same."""
    new = stored.iloc[:0] if new is None else new
    return pd.DataFrame(
        {
            "rows": stored.groupby(BATCH_ID).size(),
            "same": _in_common(new, stored, COLUMNS[kind]),
            "alike": _in_common(new, stored, IDENTITY[kind]),
        }
    )


def _in_common(new: pd.DataFrame, stored: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    of_new, of_stored = row_codes([new, stored], columns)
    per_batch = pd.DataFrame({BATCH_ID: stored[BATCH_ID].to_numpy(), "code": of_stored})
    held = per_batch.groupby([BATCH_ID, "code"]).size()
    codes = held.index.get_level_values("code").to_numpy()
    in_file = counts(of_new, int(codes.max(initial=-1)) + 1)[codes]
    return np.minimum(held, in_file).groupby(level=BATCH_ID).sum()


def differences(
    new: pd.DataFrame, upload: pd.DataFrame, kind: str, *, first: int | None = None
) -> pd.DataFrame:
    """What changed in a file and what is gone from it, beside the records of one earlier upload.

    Columns: those of `IDENTITY`, then `change` (`changed` or `gone`), and for what changed
    `column`, `before` and `after`: one line per value. Changed first; of both the `first` records.
    """
    new, upload = _with_every_column(new, kind), _with_every_column(upload, kind)
    of_new, of_upload = row_codes([new, upload], COLUMNS[kind])
    rest_new = new[_beyond(of_new, of_upload)].reset_index(drop=True)
    rest = upload[_beyond(of_upload, of_new)].reset_index(drop=True)
    id_new, id_rest = row_codes([rest_new, rest], IDENTITY[kind])
    pairs = _counted(id_rest, "old").merge(
        _counted(id_new, "new"), on=["code", "nth"], how="left", sort=False
    )
    is_gone = pairs["new"].isna()
    shown = len(pairs) if first is None else first
    changed, without = pairs[~is_gone].head(shown), pairs[is_gone].head(shown)
    old = rest.iloc[changed["old"]].reset_index(drop=True)
    now = rest_new.iloc[changed["new"].astype(int)].reset_index(drop=True)
    gone = rest.iloc[without["old"]]
    lines = [*_changed_lines(old, now, kind), gone[list(IDENTITY[kind])].assign(change=GONE)]
    found = pd.concat([part for part in lines if len(part)] or lines[-1:], ignore_index=True)
    return found.reindex(columns=[*IDENTITY[kind], *DIFFERENCE_COLUMNS])


def _with_every_column(records: pd.DataFrame, kind: str) -> pd.DataFrame:
    return records.assign(**{name: None for name in COLUMNS[kind] if name not in records})


def _counted(codes: Codes, place: str = "place") -> pd.DataFrame:
    """Per row its number, how often that stood before, and the place of the row."""
    return pd.DataFrame({"code": codes, "nth": occurrence(codes), place: range(len(codes))})


def _beyond(codes: Codes, others: Codes) -> npt.NDArray[np.bool_]:
    """The rows that the others do not hold, or not as often."""
    size = int(max(codes.max(initial=-1), others.max(initial=-1))) + 1
    return occurrence(codes) >= counts(others, size)[codes]


def _changed_lines(old: pd.DataFrame, now: pd.DataFrame, kind: str) -> Iterator[pd.DataFrame]:
    for column in VALUES[kind]:
        before, after = canonical(old, column), canonical(now, column)
        differs = (before != after) & ~(before.isna() & after.isna())
        if differs.any():
            yield old.loc[differs, list(IDENTITY[kind])].assign(
                change=CHANGED,
                column=column,
                before=before[differs].astype(object),
                after=after[differs].astype(object),
            )
