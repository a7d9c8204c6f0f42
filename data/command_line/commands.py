"""The commands themselves: what each does with the store, and what it prints."""

from __future__ import annotations

import argparse
import csv
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.columns import DEPARTMENT
from data.command_line import messages
from data.command_line.arguments import WRONG_USE, find_language, parse
from data.command_line.output import plain_output
from data.formula_guard import guarded
from texts import Message, use_language
from texts import translate as _

if TYPE_CHECKING:
    from data.settings import Settings
    from data.storing.backup import Held
    from data.storing.store import Store
    from data.users import User
    from data.values.report import Statement
    from data.values.results import FilePreview

log = logging.getLogger(__name__)

ALL_READ, SOME_UNREADABLE = 0, 1
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
        _tell(str(error.message))
        return WRONG_USE
    except BrokenPipeError:
        raise
    except Exception as error:
        _tell(str(messages.COMMAND_FAILED(number=_failure(options.command, error))))
        return WRONG_USE
    finally:
        if store:
            store.close()


def import_files(options: argparse.Namespace, store: Store) -> int:
    """Read files in, each as one upload of its own."""
    from data.command_line.import_report import report_lines
    from data.storing.chosen_settings import load_settings

    settings = load_settings(store)
    reports = []
    for path in options.files:
        report = _import_file(path, options, store, settings)
        reports.append(report)
        if not options.json:
            print(*report_lines(report, dry_run=options.dry_run), sep="\n", flush=True)
        elif report["error"]:
            _tell(report["error"])
    if options.json:
        print(_json({"files": reports}))
    return SOME_UNREADABLE if any(report["error"] for report in reports) else ALL_READ


def list_batches(options: argparse.Namespace, store: Store) -> int:
    """List the uploads, the newest first."""
    from data.storing.uploads import load_batches
    from data.values.results import kind_label

    batches = load_batches(store)
    if options.json:
        lines = [_batch_object(batch) for batch in batches.to_dict("records")]
        print(_json({"batches": lines}))
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

    undo_batch(options.batch_id, store=store, user=_local_user(store))
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

        read_in(store, _local_user(store))
        print(_("The store is new: the sample is read in."))
    print(_("The store is ready: {store}").format(store=store.url))
    return ALL_READ


def backup(options: argparse.Namespace, store: Store) -> int:
    """Write a whole copy of the store, also while the app runs."""
    from data.storing.backup import back_up

    held = back_up(store, _local_user(store), options.file)
    print(_("The copy is written and checked: {held}.").format(held=_held(held)))
    return ALL_READ


def restore(options: argparse.Namespace) -> int:
    """Put a copy back; the store need not be one that can be opened."""
    from data.storing.backup import restore_backup
    from data.storing.store import default_url

    url = options.store or default_url()
    running = options.while_running
    restored = restore_backup(url, options.file, _local_user, while_running=running)
    print(_("The copy is put back: {held}.").format(held=_held(restored.held)))
    if restored.kept:
        print(_("What it replaced is kept in {file}.").format(file=restored.kept))
    return ALL_READ


def tidy(_options: argparse.Namespace, store: Store) -> int:
    """Delete what the settings no longer keep."""
    from data.storing.chosen_settings import load_settings
    from data.storing.retention import delete_old

    deleted = delete_old(store, _local_user(store), load_settings(store))
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
        _tell(text.format(line=found.changed))
    else:
        text = _("The log is not whole. Lines that are left out at the end: {n}.")
        _tell(text.format(n=found.missing))
    return LOG_NOT_WHOLE


def _held(held: Held) -> str:
    return _("uploads: {uploads}, uses: {uses}, budget lines: {lines}").format(
        uploads=held.uploads, uses=held.uses, lines=held.budget_lines
    )


def _import_file(
    path: Path, options: argparse.Namespace, store: Store, settings: Settings
) -> dict[str, Any]:
    """Read one file in; whatever goes wrong with it, the other files go on."""
    from data.command_line.import_report import error_report, file_report
    from data.errors import NotDoneError

    try:
        # One byte too many is enough to see that a file is too large.
        with path.open("rb") as file:
            content = file.read(settings.max_file_bytes + 1)
    except OSError as error:
        return error_report(path.name, _unreadable(path.name, error))
    try:
        preview, batch_id = _read_in(content, path.name, options, store, settings)
        return file_report(
            preview, batch_id=batch_id, dry_run=options.dry_run, statement=_statement(options)
        )
    except NotDoneError as error:
        return error_report(path.name, error.message)
    except Exception as error:
        number = _failure(options.command, error)
        return error_report(path.name, messages.FILE_MADE_US_FAIL(file=path.name, number=number))


def _read_in(
    content: bytes, name: str, options: argparse.Namespace, store: Store, settings: Settings
) -> tuple[FilePreview, int | None]:
    from dataclasses import replace

    from data.intake.preview import has_content, preview_file
    from data.intake.store_upload import store_preview, without_stored
    from data.storing.errors import AlreadyStoredError, NothingNewError
    from data.values.corrections import Corrections

    of_department = {DEPARTMENT: options.department} if options.department else {}
    preview = preview_file(
        content,
        name,
        store=store,
        settings=settings,
        kind=options.kind,
        corrections=Corrections(answers=dict(options.answers) | of_department),
        overlap=options.overlap,
    )
    if preview.stored_as is not None or not has_content(preview):
        return preview, None
    found = without_stored(preview, store=store, overlap=options.overlap)
    if options.dry_run:
        return found, None
    try:
        return found, store_preview(
            preview,
            store=store,
            user=_local_user(store),
            overlap=options.overlap,
            statement=_statement(options),
        )
    except NothingNewError:
        return found, None
    except AlreadyStoredError as error:  # somebody else was first, after our look
        return replace(preview, stored_as=error.batch_id), None


def _statement(options: argparse.Namespace) -> Statement:
    from data.values.report import Statement

    return Statement(options.covers_from, options.covers_to, options.departments, options.channels)


def state_organisation(options: argparse.Namespace, store: Store) -> int:
    """Keep the departments and themes that the files state."""
    from data.intake.organisation_file import read_organisation
    from data.storing.chosen_settings import load_settings
    from data.storing.organisation_facts import put_organisation
    from data.values.organisation_input import OrganisationInput, StatedName
    from data.values.unreadable import UnreadableFileError

    settings = load_settings(store)
    departments: dict[str, StatedName] = {}
    themes: dict[str, StatedName] = {}
    for path in options.files:
        try:
            found = read_organisation(path.read_bytes(), path.name, settings)
        except OSError as error:
            _tell(str(_unreadable(path.name, error)))
            return SOME_UNREADABLE
        except UnreadableFileError as error:
            _tell(str(error.message))
            return SOME_UNREADABLE
        departments |= dict(found.departments)
        themes |= dict(found.themes)
        for place, text in found.unread:
            _tell(_("{place}: “{text}” is not known as a domain or pillar.").format(
                place=place, text=text
            ))  # fmt: skip
    if not departments and not themes:
        _tell(_("There is no list of departments or themes in this file."))
        return SOME_UNREADABLE
    put_organisation(
        store,
        _local_user(store),
        OrganisationInput(departments, themes),
        municipality=options.municipality,
        all_of_them=options.confirm,
    )
    print(_("Departments: {departments}; themes: {themes}.").format(
        departments=len(departments), themes=len(themes)
    ))  # fmt: skip
    return ALL_READ


def _unreadable(name: str, error: OSError) -> Message:
    sentence = messages.FILE_NOT_OPENED
    if isinstance(error, FileNotFoundError):
        sentence = messages.FILE_NOT_THERE
    elif isinstance(error, IsADirectoryError):
        sentence = messages.FILE_IS_FOLDER
    elif isinstance(error, PermissionError):
        sentence = messages.FILE_ACCESS_DENIED
    return sentence(file=name)


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
        _tell(str(error.message))
    except (ArgumentError, ModuleNotFoundError):  # no URL, or one of a database that we do not know
        _tell(_("The store cannot be opened. Check --store or DATABASE_URL."))
    return None


def _local_user(store: Store) -> User:
    """Who works at this command line: whoever may open the store may do everything with it."""
    from data.storing.chosen_settings import load_settings
    from data.users import COMMAND_LINE, COORDINATOR, User

    return User(load_settings(store).user_name, COORDINATOR, origin=COMMAND_LINE)


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


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def _failure(command: str, error: Exception) -> str:
    """The number under which the log says what went wrong, without a word of what was read."""
    from data.failures import log_failure

    return log_failure(log, command, error)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


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
}
