"""Reading files in on the command line: use and budgets, and what the municipality consists of."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.columns import DEPARTMENT
from data.command_line import messages
from data.command_line.limited import limited
from data.command_line.shared import (
    ALL_READ,
    SOME_UNREADABLE,
    as_json,
    failure_number,
    local_user,
    not_opened,
    tell,
)
from texts import translate as _

if TYPE_CHECKING:
    from data.settings import Settings
    from data.storing.store import Store
    from data.values.report import Statement
    from data.values.results import FilePreview


def import_files(options: argparse.Namespace, store: Store) -> int:
    """Read files in, each as one upload of its own."""
    from data.command_line.import_report import report_lines
    from data.storing.chosen_settings import load_settings
    from data.storing.organisation_facts import load_organisation_facts

    settings, name = load_settings(store), load_organisation_facts(store).municipality
    settings = replace(settings, municipality=name) if name else settings
    reports = []
    for path in options.files:
        report = _import_file(path, options, store, settings)
        reports.append(report)
        if not options.json:
            print(*report_lines(report, dry_run=options.dry_run), sep="\n", flush=True)
        elif report["error"]:
            tell(report["error"])
    if options.json:
        print(as_json({"files": reports}))
    return SOME_UNREADABLE if any(report["error"] for report in reports) else ALL_READ


def _import_file(
    path: Path, options: argparse.Namespace, store: Store, settings: Settings
) -> dict[str, Any]:
    """Read one file in; whatever goes wrong with it, the other files go on."""
    from data.command_line.import_report import error_report, file_report
    from data.errors import NotDoneError
    from data.values.unreadable import UnreadableFileError

    try:
        # One byte too many is enough to see that a file is too large.
        with path.open("rb") as file:
            content = file.read(settings.max_file_bytes + 1)
    except OSError as error:
        return error_report(path.name, not_opened(path.name, error))
    try:
        preview, batch_id = _read_in(content, path.name, options, store, settings)
        return file_report(
            preview, batch_id=batch_id, dry_run=options.dry_run, statement=_statement(options)
        )
    except (NotDoneError, UnreadableFileError) as error:
        return error_report(path.name, error.message)
    except Exception as error:
        number = failure_number(options.command, error)
        return error_report(path.name, messages.FILE_MADE_US_FAIL(file=path.name, number=number))


def _read_in(
    content: bytes, name: str, options: argparse.Namespace, store: Store, settings: Settings
) -> tuple[FilePreview, int | None]:

    from data.intake.preview import has_content, preview_file
    from data.intake.store_upload import store_preview, with_remarks_on_stored, without_stored
    from data.overlap import REPLACE
    from data.storing.errors import AlreadyStoredError, NothingNewError
    from data.values.corrections import Corrections

    of_department = {DEPARTMENT: options.department} if options.department else {}
    with limited(name, settings):
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
    if options.overlap != REPLACE:
        found = with_remarks_on_stored(found, store=store)
    if options.dry_run:
        return found, None
    try:
        return found, store_preview(
            preview,
            store=store,
            user=local_user(store),
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
            tell(str(not_opened(path.name, error)))
            return SOME_UNREADABLE
        except UnreadableFileError as error:
            tell(str(error.message))
            return SOME_UNREADABLE
        departments |= dict(found.departments)
        themes |= dict(found.themes)
        for place, text in found.unread:
            tell(_("{place}: “{text}” is not known as a domain or pillar.").format(
                place=place, text=text
            ))  # fmt: skip
    if not departments and not themes:
        tell(_("There is no list of departments or themes in this file."))
        return SOME_UNREADABLE
    put_organisation(
        store,
        local_user(store),
        OrganisationInput(departments, themes),
        municipality=options.municipality,
        all_of_them=options.confirm,
    )
    print(_("Departments: {departments}; themes: {themes}.").format(
        departments=len(departments), themes=len(themes)
    ))  # fmt: skip
    return ALL_READ
