"""Rows of the store as arrays, quickly: a frame of 200,000 records is built from these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, Select, Table

# A column as a driver gives it, or packed.
Values: TypeAlias = Sequence[Any] | np.ndarray | pa.ChunkedArray
Columns = dict[str, Sequence[Any]]
_ROWS_AT_ONCE = 20_000


def fetch(connection: Connection, chosen: Select[Any]) -> Columns:
    """The columns of a query, as the driver gives them.

    The driver's own rows are three times as fast as SQLAlchemy's; dates come as ISO texts from
    SQLite, see `dates`.
    """
    names = list(chosen.selected_columns.keys())
    statement = str(
        chosen.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    )
    cursor = connection.exec_driver_sql(statement).cursor
    columns: list[list[Any]] = [[] for _ in names]
    share = _Shared()
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            # Equal texts are one object, not one per row: a third of the memory.
            column += map(share.__getitem__, values) if str in map(type, values) else values
    return dict(zip(names, columns, strict=True))


class _Shared(dict[Any, Any]):
    """Gives the first of equal values."""

    def __missing__(self, value: object) -> object:
        self[value] = value
        return value


def insert_columns(
    connection: Connection, table: Table, columns: Mapping[str, Iterable[Any]]
) -> None:
    """Add lines by the driver itself: three times as fast as through SQLAlchemy's expressions.

    One of the columns at least must end.
    """
    lines = list(zip(*columns.values(), strict=False))
    if not lines:
        return
    dialect = connection.dialect
    quote = dialect.identifier_preparer.quote
    names = ", ".join(quote(name) for name in columns)
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(columns))
    statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608 (ours)
    connection.exec_driver_sql(statement, lines)


def fetch_by_id(connection: Connection, chosen: Select[Any]) -> pd.DataFrame:
    """The rows of a short query, indexed by their column `id`."""
    frame = pd.DataFrame(fetch(connection, chosen))
    return frame.set_index("id")


def integers(values: Values) -> np.ndarray:
    """Whole numbers; -1 for what is missing."""
    if isinstance(values, pa.ChunkedArray):
        return values.fill_null(-1).to_numpy()
    if None in values:
        values = [-1 if value is None else value for value in values]
    return np.asarray(values, dtype=np.int64)


def floats(values: Values) -> np.ndarray:
    """Numbers; NaN for what is missing."""
    if isinstance(values, pa.ChunkedArray):
        return values.cast(pa.float64()).fill_null(np.nan).to_numpy()
    return np.asarray(values, dtype=np.float64)


def texts(values: Values) -> pd.api.extensions.ExtensionArray:
    """Texts of pandas' own kind."""
    if isinstance(values, pa.ChunkedArray):
        return pd.Series(values.to_pandas(), dtype="str").array
    return pd.array(np.asarray(values, dtype=object), dtype="str")


def dates(values: Values) -> pd.Series:
    """Days; the few different ones are parsed once each."""
    if isinstance(values, pa.ChunkedArray):
        days = values.cast(pa.int32()).to_numpy()
        return pd.Series(days.astype("datetime64[D]").astype("datetime64[us]"))
    codes, different = pd.factorize(np.asarray(values, dtype=object))
    parsed = pd.to_datetime(pd.Series(different, dtype=object)).astype("datetime64[us]")
    return parsed.reindex(codes).reset_index(drop=True)


def category(values: Values, order: Sequence[str] = ()) -> pd.Categorical:
    """A category with the values that occur: those of `order` first, in that order."""
    codes, different = _factorized(values)
    found = pd.Index(different, dtype="str")
    return _ordered(pd.Categorical.from_codes(codes, categories=found, validate=False), order)


def _factorized(values: Values) -> tuple[np.ndarray, Sequence[Any]]:
    if not isinstance(values, pa.ChunkedArray):
        codes, different = pd.factorize(np.asarray(values, dtype=object))
        return codes, different.tolist()
    encoded = values.combine_chunks()
    if not pa.types.is_dictionary(encoded.type):
        encoded = encoded.dictionary_encode()
    return encoded.indices.fill_null(-1).to_numpy(), encoded.dictionary.to_pylist()


def attribute(
    keys: np.ndarray, table: pd.DataFrame, column: str, order: Sequence[str] = ()
) -> pd.Categorical:
    """A category: `column` of the line of `table` that each key points at.

    Without `order` the categories stand in the order of the table.
    """
    of_line = pd.Categorical(table[column], categories=table[column].dropna().unique())
    codes = np.append(of_line.codes, -1)[table.index.get_indexer(pd.Index(keys))]
    found = pd.Categorical.from_codes(codes, categories=of_line.categories, validate=False)
    return _ordered(found, order)


def _ordered(values: pd.Categorical, order: Sequence[str]) -> pd.Categorical:
    """The same with the categories that occur only: those of `order` first, the others by name."""
    codes = values.codes.astype(np.int64)  # -1 takes the last place below
    occurs = np.bincount(codes + 1, minlength=len(values.categories) + 1)[1:] > 0
    names = values.categories[occurs].tolist()
    if order:
        known = set(names) & set(order)
        names = [*dict.fromkeys(n for n in order if n in known), *sorted(set(names) - known)]
    place = {name: new for new, name in enumerate(names)}
    places = np.array([*(place.get(name, -1) for name in values.categories), -1], dtype=np.int64)
    found = pd.Index(names, dtype="str")
    return pd.Categorical.from_codes(places[codes], categories=found, validate=False)
