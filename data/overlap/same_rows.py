"""When two records are the same: all that they say is the same, whatever file they came from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from data import columns as c
from data import fields

Codes = npt.NDArray[np.int64]

# What tells which use or which amount a record is about; the other columns are what it says of it.
IDENTITY = {kind: tuple(field.name for field in fields.of(kind) if field.tells) for kind in c.KINDS}
_OF_THE_STORE = {c.DECIDED_BY, c.CONTRIBUTION}  # no part of what a file says
COLUMNS = {
    kind: tuple(name for name in fields.names(kind) if name not in _OF_THE_STORE)
    for kind in c.KINDS
}
VALUES = {
    kind: tuple(name for name in COLUMNS[kind] if name not in IDENTITY[kind]) for kind in c.KINDS
}

_NUMBERS = {
    name for kind in c.KINDS for name in fields.names(kind, *fields.MEASURES, fields.Sort.CALENDAR)
}
_FLAGS = {name for kind in c.KINDS for name in fields.names(kind, fields.Sort.FLAG)}
_DECIMALS = 6  # beyond cents and seconds: what a sum of fractions leaves behind is no difference


def row_codes(frames: Sequence[pd.DataFrame], columns: Sequence[str]) -> list[Codes]:
    """Per frame a number per row: the same number for rows that say the same in these columns.

    A missing value and an empty text are the same.
    """
    sizes = [len(frame) for frame in frames]
    codes: Codes = np.zeros(sum(sizes), dtype=np.int64)
    for column in columns:
        values = pd.concat([canonical(frame, column) for frame in frames], ignore_index=True)
        of_column, distinct = pd.factorize(values, use_na_sentinel=False)
        together, _ = pd.factorize(codes * max(len(distinct), 1) + of_column)
        codes = np.asarray(together, dtype=np.int64)
    return np.split(codes, np.cumsum(sizes)[:-1])


def canonical(frame: pd.DataFrame, column: str) -> pd.Series:
    """A column in the form in which it is compared: days, rounded numbers, or plain texts."""
    if column not in frame:
        return canonical(pd.DataFrame({column: [None] * len(frame)}), column)
    values = frame[column]
    if column == c.DATE:
        return pd.to_datetime(values).astype("datetime64[us]").dt.normalize()
    if column in _NUMBERS:
        return pd.to_numeric(values).astype("float64").round(_DECIMALS)
    if column in _FLAGS:
        return values.astype("boolean").astype("Float64").astype("float64")
    return values.astype("str").fillna("").str.replace("\0", "", regex=False)


def occurrence(codes: Codes) -> Codes:
    """Per row how many rows with the same number stand before it."""
    return np.asarray(pd.Series(codes).groupby(codes).cumcount(), dtype=np.int64)


def counts(codes: Codes, size: int) -> Codes:
    """How often each number from 0 up to `size` occurs."""
    return np.bincount(codes, minlength=size).astype(np.int64)
