"""Establishing a dossier: every file of it, its figures and its metadata, kept as they are."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data.storing.batch_log import now
from data.storing.dossiers import Established, freeze_dossier, frozen_file
from data.storing.store import Store
from data.users import User
from data.values.meeting import FrozenFile
from reports.dossier import mdto
from reports.dossier.as_json import as_json
from reports.dossier.formats import WRITERS
from reports.dossier.parts import Dossier
from reports.findings import as_json as findings_as_json
from texts import use_language

METADATA = "xml"


def figures_of(dossier: Dossier) -> dict[str, Any]:
    """Every figure and sentence of the dossier, as the command line of findings gives them."""
    return {**findings_as_json(dossier.meeting.found), "meeting": as_json(dossier)}


def establish(store: Store, user: User, dossier: Dossier, *, reason: str, tool_version: str) -> int:
    """Make every file of the dossier and keep them as they are; its number.

    Raises `ReasonMissingError` when it takes the place of another without saying why.
    """
    with use_language(dossier.language):
        figures = figures_of(dossier)
        files = _files(dossier, figures)
    year, moment = dossier.meeting.year, now()
    record = mdto.Record(
        number=f"platform31-{year}-{moment:%Y%m%dT%H%M%S}",
        title=dossier.title,
        municipality=dossier.meeting.found.municipality or mdto.SOURCE,
        year=year,
        language=dossier.language,
        reason=reason,
        frozen_at=moment,
        user=user.name,
        tool_version=tool_version,
    )
    kept = Established(
        year, dossier.language, dossier.title, reason, tool_version, figures, frozen_at=moment
    )
    return freeze_dossier(store, user, kept, [*files, *_metadata(record, files)])


def zipped(files: list[FrozenFile]) -> bytes:
    """The files of an established dossier in one; the same bytes each time."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(ZipInfo(file.name), file.content)
    return target.getvalue()


def _files(dossier: Dossier, figures: dict[str, Any]) -> list[FrozenFile]:
    name = f"platform31-dossier-{dossier.meeting.year}"
    made = [frozen_file(kind, f"{name}.{kind}", write(dossier)) for kind, write in WRITERS.items()]
    told = json.dumps(figures, ensure_ascii=False, allow_nan=False, indent=2)
    return [*made, frozen_file("json", f"{name}.json", told.encode())]


def _metadata(record: mdto.Record, files: list[FrozenFile]) -> list[FrozenFile]:
    whole = frozen_file(
        METADATA,
        f"platform31-dossier-{record.year}.mdto.xml",
        mdto.information_object(record, files),
    )
    each = [
        replace(
            frozen_file(METADATA, "", mdto.file_object(record, file)),
            name=f"{file.name}.bestand.mdto.xml",
        )
        for file in files
    ]
    return [whole, *each]
