"""The commands themselves: what each does with the store, and what it prints."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from data.command_line import messages
from data.command_line.arguments import WRONG_USE, find_language, parse
from data.command_line.importing import import_files, state_organisation
from data.command_line.output import plain_output
from data.command_line.rule import change_rule
from data.command_line.shared import ALL_READ, as_json, failure_number, local_user, tell
from data.formula_guard import guarded
from texts import translate as _
from texts import use_language

if TYPE_CHECKING:
    from data.storing.backup import Held
    from data.storing.store import Store

LOG_NOT_WHOLE = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status (0 done, 1 some file unreadable, 2 wrong use)."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    with use_language(find_language(arguments)), plain_output():
        options = parse(arguments)
        _configure_logging()
        return _carry_out(options)
    return ALL_READ  # to a reader that had enough


def _carry_out(options: argparse.Namespace) -> int:
    from data.errors import NotDoneError

    store = None
    try:
        if options.command == "restore":
            return restore(options)
        store = _open(options)
        return WRONG_USE if store is None else COMMANDS[options.command](options, store)
    except NotDoneError as error:
        tell(str(error.message))
        return WRONG_USE
    except BrokenPipeError:
        raise
    except Exception as error:
        tell(str(messages.COMMAND_FAILED(number=failure_number(options.command, error))))
        return WRONG_USE
    finally:
        if store:
            store.close()


def list_batches(options: argparse.Namespace, store: Store) -> int:
    """List the uploads, the newest first."""
    from data.storing.uploads import load_batches
    from data.values.results import kind_label

    batches = load_batches(store)
    if options.json:
        lines = [_batch_object(batch) for batch in batches.to_dict("records")]
        print(as_json({"batches": lines}))
        return ALL_READ
    if batches.empty:
        print(_("No uploads yet."))
    for batch in map(_batch_object, batches.to_dict("records")):
        line = _("{id}  {time}  {kind}  {rows} rows ({accepted} read)  {file}").format(
            **batch | {"kind": kind_label(batch["kind"])}
        )
        print(line + ("  " + _("(undone)") if batch["undone"] else ""))
    return ALL_READ


def undo(options: argparse.Namespace, store: Store) -> int:
    """Take one upload back."""
    from data.intake.restoring import undo_batch

    undo_batch(options.batch_id, store=store, user=local_user(store))
    print(_("Upload {batch_id} is taken back.").format(batch_id=options.batch_id))
    return ALL_READ


def export(options: argparse.Namespace, store: Store) -> int:
    """Write every stored row of one kind to standard output."""
    from data.storing.exporting import EXPORT_COLUMNS, export_rows

    rows = export_rows(store, options.kind)
    if options.format == "json":
        objects = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
        print("[" + ",\n".join(objects) + "]")
        return ALL_READ
    writer = csv.DictWriter(sys.stdout, EXPORT_COLUMNS[options.kind], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _csv_cell(name, value) for name, value in row.items()} for row in rows)
    return ALL_READ


def prepare(_options: argparse.Namespace, store: Store) -> int:
    """Make the store ready for the app: the sample is read in when nothing ever was."""
    from data.storing.uploads import load_batches

    if load_batches(store).empty:
        from data.sample import read_in

        read_in(store, local_user(store))
        print(_("The store is new: the sample is read in."))
    print(_("The store is ready: {store}").format(store=store.url))
    return ALL_READ


def backup(options: argparse.Namespace, store: Store) -> int:
    """Write a whole copy of the store, also while the app runs."""
    from data.storing.backup import back_up

    held = back_up(store, local_user(store), options.file)
    print(_("The copy is written and checked: {held}.").format(held=_held(held)))
    return ALL_READ


def restore(options: argparse.Namespace) -> int:
    """Put a copy back; the store need not be one that can be opened."""
    from data.storing.backup import restore_backup
    from data.storing.store import default_url

    url = options.store or default_url()
    running = options.while_running
    restored = restore_backup(url, options.file, local_user, while_running=running)
    print(_("The copy is put back: {held}.").format(held=_held(restored.held)))
    if restored.kept:
        print(_("What it replaced is kept in {file}.").format(file=restored.kept))
    return ALL_READ


def tidy(_options: argparse.Namespace, store: Store) -> int:
    """Delete what the settings no longer keep."""
    from data.storing.chosen_settings import load_settings
    from data.storing.retention import delete_old

    deleted = delete_old(store, local_user(store), load_settings(store))
    text = _(
        "Deleted: visits {visits}, rejected rows {rejected_rows}, names {names}, lines of the log "
        "{log_lines}."
    )
    print(text.format(**deleted.plain()))
    return ALL_READ


def look_after_log(_options: argparse.Namespace, store: Store) -> int:
    """Prove that the log is whole."""
    from data.storing.log_keeping import verify

    found = verify(store)
    if found.whole:
        text = _("The log is whole. Lines: {n}. Hash of the last: {hash}.")
        print(text.format(n=found.lines, hash=found.last))
        return ALL_READ
    if found.changed is not None:
        text = _("The log is not whole: line {line} or the one before it was changed or left out.")
        tell(text.format(line=found.changed))
    else:
        text = _("The log is not whole. Lines that are left out at the end: {n}.")
        tell(text.format(n=found.missing))
    return LOG_NOT_WHOLE


def _held(held: Held) -> str:
    return _("uploads: {uploads}, uses: {uses}, budget lines: {lines}").format(
        uploads=held.uploads, uses=held.uses, lines=held.budget_lines
    )


def _configure_logging() -> None:
    """What a command prints is for who gave it; the log shows only what went wrong."""
    from dataclasses import replace

    from data.logging_setup import configure_logging
    from data.settings import Settings, environment

    settings = Settings.in_force({})
    quiet = settings if "log_level" in environment() else replace(settings, log_level="error")
    configure_logging(quiet)


def _open(options: argparse.Namespace) -> Store | None:
    from sqlalchemy.exc import ArgumentError

    from data.errors import NotDoneError
    from data.storing.engine import sqlite_file
    from data.storing.store import default_url, open_store

    url = options.store or default_url()
    try:
        file = sqlite_file(url)
        if getattr(options, "dry_run", False) and file and not file.exists():
            url = "sqlite://"  # a trial leaves nothing behind, not even an empty store
        return open_store(url)
    except NotDoneError as error:
        tell(str(error.message))
    except (ArgumentError, ModuleNotFoundError):  # no URL, or one of a database that we do not know
        tell(_("The store cannot be opened. Check --store or DATABASE_URL."))
    return None


def _batch_object(batch: Mapping[Any, Any]) -> dict[str, Any]:
    import pandas as pd

    def moment(value: pd.Timestamp) -> str | None:
        return None if pd.isna(value) else value.isoformat(timespec="seconds")

    counts = ("rows", "accepted", "rejected", "skipped")
    return {
        "id": batch["batch_id"],
        "batch_id": batch["batch_id"],  # as `import` and `undo` call it
        "time": moment(batch["created_at"]),
        "file": batch["file"],
        "kind": batch["kind"],
        **{count: batch[count] for count in counts},
        "sample": batch["sample"],
        "undone": not pd.isna(batch["undone_at"]),
        "undone_at": moment(batch["undone_at"]),
    }


def _csv_cell(name: str, value: object) -> object:
    """The value as text that no spreadsheet takes for a formula; amounts with their cents."""
    if isinstance(value, str):
        # A return alone would not be quoted, and begin a row for who takes it for a line end.
        return guarded(value.replace("\r\n", "\n").replace("\r", "\n"))
    return f"{value:.2f}" if name == "amount" and value is not None else value


COMMANDS = {
    "import": import_files,
    "batches": list_batches,
    "undo": undo,
    "export": export,
    "organisation": state_organisation,
    "prepare": prepare,
    "backup": backup,
    "tidy": tidy,
    "log": look_after_log,
    "rule": change_rule,
}
