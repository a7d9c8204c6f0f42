"""The records of use once more, column by column: what a frame of a million of them is made of.

Read row by row a million records take 7 seconds of work, packed by column 0.3. What else was tried:
an Arrow driver (ADBC) takes 0.8, but brings a second copy of SQLite into the process, and closing
one of its files lets go of the locks of the other; texts joined by SQLite itself take 2.2; a file
beside the store would be state of one process, while several may share a store. So the copy stands
in the store: written in the transaction that writes the records, and gone with them. It is used
only as long as number and numbers of the records are those of the rows; else the rows are read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import ipc
from sqlalchemy import (
    Column,
    Connection,
    Date,
    Float,
    Integer,
    Select,
    delete,
    func,
    insert,
    select,
)

from data.storing import tables as t
from data.storing.arrays import fetch

Values = Mapping[str, Sequence[Any]]

_ALL_DIFFERENT = ("subject",)  # of each record another text
_OF_RECORD = [column for column in t.usage_record.columns if column.name not in ("id", "sheet_id")]


class ColumnCopy:
    """The copy of the records of one sheet, while they are being stored part by part."""

    def __init__(self) -> None:
        self._parts: list[pa.RecordBatch] = []

    def add(self, values: Values) -> None:
        """Add records, in the order in which they are stored."""
        arrays = [_array(values[column.name], column) for column in _OF_RECORD]
        self._parts.append(pa.RecordBatch.from_arrays(arrays, _SCHEMA.names))

    def store(self, connection: Connection, sheet_id: int) -> None:
        """Put the copy in the store; the records must be there."""
        numbers = _numbers(connection, sheet_id)
        if not len(numbers):
            return
        table = pa.Table.from_batches(self._parts, _SCHEMA)
        line = {
            "sheet_id": sheet_id,
            "records": len(numbers),
            "numbers": int(numbers.sum()),
            "content": _packed(table.append_column("id", pa.array(numbers))),
        }
        connection.execute(insert(t.usage_columns).values(line))


def _numbers(connection: Connection, sheet_id: int) -> np.ndarray:
    """The numbers of the records of a sheet, ascending."""
    u = t.usage_record.c
    bounds = select(func.count(), func.min(u.id), func.max(u.id)).where(u.sheet_id == sheet_id)
    n, first, last = connection.execute(bounds).one()
    if n and last - first + 1 == n:  # what is stored at once is numbered in one go
        return np.arange(first, last + 1)
    chosen = select(u.id).where(u.sheet_id == sheet_id).order_by(u.id)
    return np.asarray(fetch(connection, chosen)["id"], dtype=np.int64)


def copy_again(connection: Connection, values: Values) -> None:
    """Put the copy of records in the store that are there again, of one sheet or of several."""
    sheets = values["sheet_id"]
    for sheet_id in dict.fromkeys(sheets):
        places = [place for place, of in enumerate(sheets) if of == sheet_id]
        copy = ColumnCopy()
        copy.add({column.name: [values[column.name][n] for n in places] for column in _OF_RECORD})
        copy.store(connection, sheet_id)


def forget_copy(connection: Connection, sheets: Select[tuple[int]]) -> None:
    """Remove the copy of sheets of which the records leave."""
    connection.execute(delete(t.usage_columns).where(t.usage_columns.c.sheet_id.in_(sheets)))


def load_columns(connection: Connection) -> pa.Table:
    """Every record of use, counted or not: the columns of `usage_record`, in any order."""
    u, copied = t.usage_record.c, t.usage_columns.c
    per_sheet = select(u.sheet_id, func.count().label("n"), func.sum(u.id).label("numbers"))
    found = fetch(connection, per_sheet.group_by(u.sheet_id))
    there = {
        sheet: (n, int(numbers))
        for sheet, n, numbers in zip(found["sheet_id"], found["n"], found["numbers"], strict=True)
    }
    parts: list[pa.Table] = []
    lines = connection.execute(
        select(copied.sheet_id, copied.records, copied.numbers, copied.content)
    )
    for sheet_id, records, numbers, content in lines:
        if there.get(sheet_id) == (records, numbers):
            del there[sheet_id]
            parts.append(_unpacked(content, sheet_id, records))
    if there:
        parts.append(_rows(connection, list(there)))
    whole = pa.concat_tables(parts).combine_chunks() if parts else _WHOLE.empty_table()
    for place, field in enumerate(_WHOLE):  # a few different texts: numbers are moved faster
        if field.type == pa.large_string() and field.name not in _ALL_DIFFERENT:
            whole = whole.set_column(place, field.name, whole[place].dictionary_encode())
    return whole


def _rows(connection: Connection, sheets: Sequence[int]) -> pa.Table:
    """The records of these sheets, from the rows themselves."""
    of_sheets = select(t.usage_record).where(t.usage_record.c.sheet_id.in_(sheets))
    rows = fetch(connection, of_sheets)
    arrays = [_array(rows[column.name], column) for column in t.usage_record.columns]
    return pa.Table.from_arrays(arrays, [c.name for c in t.usage_record.columns]).select(
        _WHOLE.names
    )


def _type(column: Column[Any]) -> pa.DataType:
    for sort, arrow in ((Integer, pa.int64()), (Float, pa.float64()), (Date, pa.date32())):
        if isinstance(column.type, sort):
            return arrow
    return pa.large_string()


_SCHEMA = pa.schema([(column.name, _type(column)) for column in _OF_RECORD])
_WHOLE = _SCHEMA.append(pa.field("id", pa.int64())).append(pa.field("sheet_id", pa.int64()))


def _array(values: Sequence[Any], column: Column[Any]) -> pa.Array:
    wanted = _type(column)
    if wanted == pa.date32() and any(isinstance(value, str) for value in values[:1]):
        return pc.cast(pa.array(values, pa.string()), wanted)  # a day as an ISO text
    return pa.array(values, wanted)


def _packed(table: pa.Table) -> bytes:
    target = pa.BufferOutputStream()
    options = ipc.IpcWriteOptions(compression=pa.Codec("zstd", compression_level=1))
    with ipc.new_stream(target, table.schema, options=options) as writer:
        writer.write_table(table.combine_chunks())
    return target.getvalue().to_pybytes()


def _unpacked(content: bytes, sheet_id: int, records: int) -> pa.Table:
    table = ipc.open_stream(content).read_all()
    for field in _SCHEMA:  # a column that came after this was stored
        if field.name not in table.column_names:
            table = table.append_column(field, pa.nulls(records, field.type))
    sheet = pa.repeat(pa.scalar(sheet_id, pa.int64()), records)
    return table.append_column("sheet_id", sheet).select(_WHOLE.names)
