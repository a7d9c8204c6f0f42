"""What came with an upload, taken out of the tables that count and packed, to be put back later.

Names stand in it as texts: by the time that an upload returns, its departments and themes may have
left the store, and then they return with it.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, DateTime, Select, Table, delete, insert, or_, select, update

from data.columns import DEPARTMENT, THEME
from data.storing import tables as t
from data.storing.arrays import fetch, insert_columns
from data.storing.column_copy import copy_again, forget_copy
from data.storing.names import NAME_TABLES, forget_batch, ids_by_name, load_spellings
from data.storing.replacing import replace_record, replaced_by, restore_replaced

_RECORDS = (t.usage_record, t.budget_line)  # many; they point at names
_MEMORY = (t.name_variant, t.heading_memory, t.answer_memory)  # few; what the upload taught
_NAMES, _RELEVANCE, _CORRECTED = "names", "relevance", "corrected"

Content = dict[str, Any]
Line = dict[str, Any]


def take_out(connection: Connection, batch_id: int) -> None:
    """Move what came with an active batch into its archive; names nothing refers to leave too."""
    packed = _packed(_collect(connection, batch_id))
    connection.execute(insert(t.batch_archive).values(batch_id=batch_id, content=packed))
    restore_replaced(connection, batch_id)
    forget_copy(connection, _sheets(batch_id))
    for table in (*_RECORDS, t.rejected_row):
        connection.execute(delete(table).where(table.c.sheet_id.in_(_sheets(batch_id))))
    forget_batch(connection, batch_id)


def put_back(connection: Connection, batch_id: int) -> None:
    """Put what is in the archive of a batch where it was, and remove the archive."""
    content = _unpacked(connection, batch_id)
    returned = {kind: _put_names(connection, kind, content[_NAMES][kind]) for kind in NAME_TABLES}
    ids = {kind: _ids_by_spelling(connection, kind) for kind in NAME_TABLES}
    _put_relevance(connection, content[_RELEVANCE], returned, ids)
    for table in _RECORDS:
        _put_records(connection, table, content[table.name], ids)
    for small in (t.rejected_row, *_MEMORY):
        _put_lines(connection, small, content[small.name])
    for sheet_id, place in content[_CORRECTED]:
        replace_record(connection, _numbers(connection, sheet_id)[place], batch_id)
    delete_archive(connection, batch_id)


def can_put_back(connection: Connection, batch_id: int) -> bool:
    """Whether the records that a batch corrects, if any, are in the tables that count."""
    corrected = _unpacked(connection, batch_id)[_CORRECTED]
    return all(place < len(_numbers(connection, sheet_id)) for sheet_id, place in corrected)


def delete_archive(connection: Connection, batch_id: int) -> None:
    """Forget what came with an undone batch, for good."""
    connection.execute(delete(t.batch_archive).where(t.batch_archive.c.batch_id == batch_id))


def forget_rejected(connection: Connection, batch_id: int) -> int:
    """Leave the rejected rows out of the archive of a batch, for good; how many."""
    content = _unpacked(connection, batch_id)
    n = len(content[t.rejected_row.name])
    if n:
        packed = _packed(content | {t.rejected_row.name: []})
        changed = update(t.batch_archive).where(t.batch_archive.c.batch_id == batch_id)
        connection.execute(changed.values(content=packed))
    return n


def archived(connection: Connection) -> set[int]:
    """The batches that can be put back."""
    return set(connection.execute(select(t.batch_archive.c.batch_id)).scalars())


def _unpacked(connection: Connection, batch_id: int) -> Content:
    chosen = select(t.batch_archive.c.content).where(t.batch_archive.c.batch_id == batch_id)
    content: Content = json.loads(zlib.decompress(connection.execute(chosen).scalar_one()))
    return content


def _packed(content: Content) -> bytes:
    return zlib.compress(json.dumps(content, default=_plain).encode(), 1)


def _sheets(batch_id: int) -> Select[tuple[int]]:
    return select(t.sheet_report.c.id).where(t.sheet_report.c.batch_id == batch_id)


def _collect(connection: Connection, batch_id: int) -> Content:
    content: Content = {}
    names = {
        kind: dict(connection.execute(select(table.c.id, table.c.name)).all())
        for kind, table in NAME_TABLES.items()
    }
    used = {kind: _added_by(connection, kind, batch_id) for kind in NAME_TABLES}
    for table in _RECORDS:
        of_batch = select(table).where(table.c.sheet_id.in_(_sheets(batch_id)))
        columns = dict(fetch(connection, of_batch.order_by(table.c.id)))
        for kind in NAME_TABLES:
            columns[kind] = [names[kind].get(key) for key in columns.pop(f"{kind}_id")]
            used[kind] |= set(columns[kind]) - {None}
        content[table.name] = columns
    for small in (t.rejected_row, *_MEMORY):
        content[small.name] = _lines(connection, _of_batch(small, batch_id))
    content[_CORRECTED] = _corrected(connection, batch_id)
    content[_NAMES] = {kind: _name_lines(connection, kind, used[kind]) for kind in NAME_TABLES}
    content[_RELEVANCE] = _relevance_lines(connection, used, names)
    return content


def _added_by(connection: Connection, kind: str, batch_id: int) -> set[str]:
    """The names that came with a batch, also those without any record."""
    table = NAME_TABLES[kind]
    chosen = select(table.c.name).where(table.c.added_by == batch_id)
    return set(connection.execute(chosen).scalars())


def _corrected(connection: Connection, batch_id: int) -> list[tuple[int, int]]:
    """The records that a batch stands in the place of: by sheet and place, not by number.

    A record that was taken out and put back may have another number.
    """
    u = t.usage_record.c
    chosen = select(u.sheet_id, u.id).where(u.id.in_(replaced_by(batch_id)))
    found = connection.execute(chosen).all()
    return [(line.sheet_id, _numbers(connection, line.sheet_id).index(line.id)) for line in found]


def _numbers(connection: Connection, sheet_id: int) -> list[int]:
    u = t.usage_record.c
    return list(
        connection.execute(select(u.id).where(u.sheet_id == sheet_id).order_by(u.id)).scalars()
    )


def _of_batch(table: Table, batch_id: int) -> Select[Any]:
    key = table.c.get("batch_id")
    of_batch = table.c.sheet_id.in_(_sheets(batch_id)) if key is None else key == batch_id
    return select(table).where(of_batch).order_by(table.c.id)


def _name_lines(connection: Connection, kind: str, used: set[str]) -> list[Line]:
    lines = _lines(connection, select(NAME_TABLES[kind]))
    return [line for line in lines if line["name"] in used]


def _relevance_lines(
    connection: Connection, used: Mapping[str, set[str]], names: Mapping[str, Mapping[int, str]]
) -> list[Line]:
    """What was decided on the names of the batch: it leaves with a name, and returns with it."""
    keys = {kind: [k for k, name in names[kind].items() if name in used[kind]] for kind in names}
    r = t.relevance.c
    concerned = or_(r.department_id.in_(keys[DEPARTMENT]), r.theme_id.in_(keys[THEME]))
    lines = _lines(connection, select(t.relevance).where(concerned))
    for line in lines:
        line[DEPARTMENT] = names[DEPARTMENT][line.pop("department_id")]
        line[THEME] = names[THEME][line.pop("theme_id")]
    return lines


def _lines(connection: Connection, chosen: Select[Any]) -> list[Line]:
    """The lines as plain values, without their own number."""
    found = [dict(line) for line in connection.execute(chosen).mappings()]
    for line in found:
        line.pop("id", None)
    return found


def _put_names(connection: Connection, kind: str, lines: Iterable[Line]) -> set[str]:
    """Add the names that left meanwhile, classified as they were; those names."""
    known = _ids_by_spelling(connection, kind)
    gone = [line for line in lines if line["name"] not in known]
    _put_lines(connection, NAME_TABLES[kind], gone)
    return {line["name"] for line in gone}


def _ids_by_spelling(connection: Connection, kind: str) -> dict[str, int]:
    """Name -> id, also for a name of which the spelling was mended meanwhile."""
    ids = ids_by_name(connection, NAME_TABLES[kind])
    spellings = load_spellings(connection, kind)
    return {spelling: ids[name] for spelling, name in spellings.items() if name in ids}


def _put_relevance(
    connection: Connection,
    lines: Iterable[Line],
    returned: Mapping[str, set[str]],
    ids: Mapping[str, Mapping[str, int]],
) -> None:
    kept = []
    for line in lines:
        department, theme = line.pop(DEPARTMENT), line.pop(THEME)
        left = department in returned[DEPARTMENT] or theme in returned[THEME]
        if left and department in ids[DEPARTMENT] and theme in ids[THEME]:
            keys = {"department_id": ids[DEPARTMENT][department], "theme_id": ids[THEME][theme]}
            kept.append(line | keys)
    _put_lines(connection, t.relevance, kept)


def _put_records(
    connection: Connection,
    table: Table,
    columns: dict[str, list[Any]],
    ids: Mapping[str, Mapping[str, int]],
) -> None:
    for kind in NAME_TABLES:
        columns[f"{kind}_id"] = [ids[kind].get(name) for name in columns.pop(kind)]
    if not _are_free(connection, table, columns["id"]):
        del columns["id"]
    insert_columns(connection, table, columns)
    if table is t.usage_record:
        copy_again(connection, columns)


def _are_free(connection: Connection, table: Table, numbers: list[int]) -> bool:
    """Whether the records can have the numbers back that they had: SQLite gives them out again."""
    if not numbers:
        return True
    taken = table.c.id.between(min(numbers), max(numbers))
    return connection.execute(select(table.c.id).where(taken).limit(1)).first() is None


def _put_lines(connection: Connection, table: Table, lines: list[Line]) -> None:
    moments = [column.name for column in table.columns if isinstance(column.type, DateTime)]
    for line in lines:
        for name in moments:
            line[name] = line[name] and dt.datetime.fromisoformat(line[name])
    if lines:
        connection.execute(insert(table), lines)


def _plain(value: object) -> str:
    """Dates and moments as ISO texts: what the drivers read again."""
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be kept")
