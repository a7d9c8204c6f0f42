"""Records that an accepted proposal put another in the place of: kept, restored, never lost."""

from __future__ import annotations

from sqlalchemy import Connection, Select, delete, insert, select

from data.storing import tables as t


def replaced_ids() -> Select[tuple[int]]:
    """The records that do not count, because another stands in their place."""
    return select(t.replaced_record.c.record_id)


def replaced_by(batch_id: int) -> Select[tuple[int]]:
    """The records that do not count, because one of this batch stands in their place."""
    return replaced_ids().where(t.replaced_record.c.batch_id == batch_id)


def replace_record(connection: Connection, record_id: int, batch_id: int) -> None:
    """Let a record no longer count, until `batch_id` is taken back."""
    line = {"record_id": record_id, "batch_id": batch_id}
    connection.execute(insert(t.replaced_record).values(line))


def restore_replaced(connection: Connection, batch_id: int) -> None:
    """Let the records count again that this batch put others in the place of."""
    connection.execute(delete(t.replaced_record).where(t.replaced_record.c.batch_id == batch_id))


def corrections_of(connection: Connection, batch_id: int) -> list[int]:
    """The active batches that stand in the place of a record of this one."""
    chosen = (
        select(t.replaced_record.c.batch_id)
        .select_from(t.replaced_record)
        .join(t.usage_record)
        .join(t.sheet_report)
        .where(t.sheet_report.c.batch_id == batch_id)
        .distinct()
    )
    return list(connection.execute(chosen).scalars())
