"""Which data changed: a number per kind of data, raised by every transaction that writes that kind.

Who keeps something in memory keeps these numbers with it, and loads anew only what changed. What a
transaction writes is seen from its statements, so no act can forget to say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, event, insert, select, update

from data.storing.store_failures import failing_in_a_sentence
from data.storing.tables import meta

if TYPE_CHECKING:
    from data.storing.store import Store

USAGE, BUDGET, UPLOADS, NAMES, RELEVANCE = "usage", "budget", "uploads", "names", "relevance"
STRUCTURE, LEARNED, AGREEMENTS, SETTINGS, LOG = (
    "structure", "learned", "agreements", "settings", "log",
)  # fmt: skip
ACTIONS, CONFIRMATIONS, PROPOSALS = "actions", "confirmations", "proposals"
REPORTS, ORGANISATION = "reports", "organisation"
ACCOUNTS, SIGN_INS = "accounts", "sign_ins"
REQUESTS, AGREED, DOSSIERS = "requests", "agreed", "dossiers"

KIND_OF_TABLE: Mapping[str, str] = {
    "usage_record": USAGE,
    "replaced_record": USAGE,
    "usage_columns": USAGE,
    "budget_line": BUDGET,
    "finance_rule": BUDGET,
    "money_source": BUDGET,
    "batch": UPLOADS,
    "batch_change": UPLOADS,
    "batch_archive": UPLOADS,
    "batch_overlap": UPLOADS,
    "sheet_report": UPLOADS,
    "rejected_row": UPLOADS,
    "report": REPORTS,
    "organisation_fact": ORGANISATION,
    "department": NAMES,
    "theme": NAMES,
    "form": NAMES,
    "relevance": RELEVANCE,
    "reorganisation": STRUCTURE,
    "succession": STRUCTURE,
    "name_variant": LEARNED,
    "heading_memory": LEARNED,
    "answer_memory": LEARNED,
    "agreement_figure": AGREEMENTS,
    "inhabitants_figure": AGREEMENTS,
    "action": ACTIONS,
    "conversation": ACTIONS,
    "draw": ACTIONS,
    "drawn_cell": ACTIONS,
    "confirmation": CONFIRMATIONS,
    "proposal": PROPOSALS,
    "setting": SETTINGS,
    "unmet_request": REQUESTS,
    "meeting_agreement": AGREED,
    "dossier_draft": DOSSIERS,
    "dossier_version": DOSSIERS,
    "dossier_file": DOSSIERS,
    "house_style": DOSSIERS,
    "account": ACCOUNTS,
    "account_department": ACCOUNTS,
    "sign_in": SIGN_INS,
    "change_log": LOG,
}
# What reading in a file looks at: when it changed, a file that waits is looked at anew.
READ_BY_INTAKE = (USAGE, BUDGET, UPLOADS, NAMES, LEARNED, SETTINGS)
ALL_KINDS = frozenset(KIND_OF_TABLE.values())

WRITTEN = "store_written"  # an option of a connection that writes: the tables that it wrote
_OF_THE_STORE_ITSELF = ("meta", "alembic_version")
IDENTITY = "identity"  # another one in every store, so that two are never taken for one
_PREFIX = "version of "
_WRITES = re.compile(r'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)
_ASK = "SELECT name, value FROM meta"

# Kind of data -> its number (what was never written is not in it), and the identity of the store.
Versions = Mapping[str, int]


def watch(engine: Engine) -> None:
    """Have every connection of it that writes remember which tables it wrote."""
    event.listen(engine, "before_cursor_execute", _note_table)


def raise_versions(connection: Connection, tables: Collection[str]) -> None:
    """Raise the number of every kind of data that is in these tables."""
    touched = set(tables) - {*_OF_THE_STORE_ITSELF}
    kinds: set[str] = set()
    for table in touched:
        kinds |= {KIND_OF_TABLE[table]} if table in KIND_OF_TABLE else ALL_KINDS
    names = {_PREFIX + kind for kind in kinds}
    if not names:
        return
    chosen = meta.c.name.in_(names)
    known = set(connection.execute(select(meta.c.name).where(chosen)).scalars())
    connection.execute(update(meta).where(chosen).values(value=meta.c.value + 1))
    if new := names - known:
        connection.execute(insert(meta), [{"name": name, "value": 1} for name in sorted(new)])


def load_versions(store: Store) -> Versions:
    """The number of every kind of data as it is now, and the identity of the store."""
    # By the driver itself, since every click asks it: SQLAlchemy would take five times as long.
    with failing_in_a_sentence():
        raw = store.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute(_ASK)
            found = cursor.fetchall()
        finally:
            raw.close()
    return {
        name.removeprefix(_PREFIX): value
        for name, value in found
        if name == IDENTITY or _PREFIX in name
    }


def _note_table(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    _context: object,
    _many: bool,
) -> None:
    written = connection.get_execution_options().get(WRITTEN)
    if written is not None and (found := _WRITES.match(statement)):
        written.add(found[1].lower())


_listeners: list[Callable[[], Any]] = []


def on_writing(listener: Callable[[], Any]) -> None:
    """Call this in the thread of whoever wrote, once it is committed."""
    _listeners.append(listener)


def tell_written() -> None:
    """Say that something was committed."""
    for listener in _listeners:
        listener()
