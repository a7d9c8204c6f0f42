"""The dossiers of the yearly meeting: what is made of the proposal, and what is established."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, insert, select, update

from data.columns import YEAR
from data.storing import acts
from data.storing import tables as t
from data.storing.batch_log import now
from data.storing.errors import ChangedMeanwhileError, ReasonMissingError
from data.storing.query import frame_of
from data.storing.store import Store
from data.users import User
from data.values.meeting import COLOUR, Edits, FrozenFile, HouseStyle


@dataclass(frozen=True)
class Draft:
    """What was made of the proposal so far; `version` is 0 before the first change."""

    content: Edits
    version: int = 0


@dataclass(frozen=True)
class Established:
    """What is kept with a dossier when it is established, beside its files."""

    year: int
    language: str
    title: str
    reason: str
    tool_version: str
    figures: Mapping[str, Any]
    frozen_at: dt.datetime | None = None  # in UTC; by default now


def load_draft(store: Store, year: int, language: str) -> Draft:
    """What was made of the proposed dossier of a year in a language."""
    d = t.dossier_draft.c
    chosen = select(d.content, d.version).where(d.year == year, d.language == language)
    with store.reading() as connection:
        found = connection.execute(chosen).first()
    return Draft(Edits.from_json(found.content), found.version) if found else Draft(Edits())


def edit_dossier(
    store: Store, user: User, year: int, language: str, edits: Edits, *, version: int
) -> None:
    """Keep what was made of the proposal that was opened at `version`.

    Raises `ChangedMeanwhileError` when somebody else changed it since; then nothing is changed.
    """
    d, table = t.dossier_draft.c, t.dossier_draft
    with store.writing(user, acts.CHANGE, acts.DOSSIER) as change:
        where = (d.year == year) & (d.language == language)
        before = change.connection.execute(select(d.content, d.version).where(where)).first()
        if (before.version if before else 0) != version:
            raise ChangedMeanwhileError
        content = edits.as_json()
        if content == (before.content if before else Edits().as_json()):
            change.allow_nothing()
            return
        values = {
            "content": content, "version": version + 1, "edited_at": now(), "user_name": user.name,
        }  # fmt: skip
        if before:
            change.connection.execute(update(table).where(where).values(values))
        else:
            line = {YEAR: year, "language": language} | values
            change.connection.execute(insert(table).values(line))
        after = {name: value for name, value in content.items() if value}
        change.note(year, after={YEAR: year, "language": language} | after)


def freeze_dossier(
    store: Store, user: User, dossier: Established, files: Sequence[FrozenFile]
) -> int:
    """Keep a dossier as it is: figures, files, uploads, who and when; its number.

    Raises `ReasonMissingError` when it takes the place of another without saying why.
    """
    v = t.dossier_version.c
    with store.writing(user, acts.FREEZE, acts.DOSSIER) as change:
        connection = change.connection
        last = select(func.max(v.version)).where(v.year == dossier.year)
        number = (connection.execute(last).scalar() or 0) + 1
        if number > 1 and not dossier.reason.strip():
            raise ReasonMissingError
        line = {
            YEAR: dossier.year, "language": dossier.language, "version": number,
            "title": dossier.title, "reason": dossier.reason.strip(),
            "frozen_at": dossier.frozen_at or now(),
            "user_name": user.name, "tool_version": dossier.tool_version,
            "figures": dict(dossier.figures), "uploads": _uploads(connection),
        }  # fmt: skip
        added = insert(t.dossier_version).values(line).returning(v.id)
        dossier_id: int = connection.execute(added).scalar_one()
        kept = [
            {"dossier_id": dossier_id, "format": file.format, "name": file.name,
             "content": file.content, "sha256": file.sha256, "size": len(file.content)}
            for file in files
        ]  # fmt: skip
        connection.execute(insert(t.dossier_file), kept)
        told = {YEAR: dossier.year, "version": number, "reason": line["reason"]}
        change.note(dossier_id, after=told | {file.name: file.sha256 for file in files})
    return dossier_id


def load_dossiers(store: Store) -> pd.DataFrame:
    """Every established dossier, the newest first, without its files.

    Columns: id, year, language, version, title, reason, frozen_at (UTC), user, tool_version,
    figures (dict), uploads (list of dicts).
    """
    v = t.dossier_version.c
    chosen = select(
        v.id, v.year, v.language, v.version, v.title, v.reason, v.frozen_at,
        v.user_name.label("user"), v.tool_version, v.figures, v.uploads,
    ).order_by(v.year.desc(), v.version.desc())  # fmt: skip
    with store.reading() as connection:
        frame = frame_of(connection, chosen)
    frame["frozen_at"] = pd.to_datetime(frame["frozen_at"]).astype("datetime64[us]")
    return frame.astype({"id": "int64", YEAR: "int64", "version": "int64"})


def load_dossier_files(store: Store, dossier_id: int) -> list[FrozenFile]:
    """The files of an established dossier, byte for byte."""
    f = t.dossier_file.c
    chosen = select(f.format, f.name, f.content, f.sha256).where(f.dossier_id == dossier_id)
    with store.reading() as connection:
        return [FrozenFile(*row) for row in connection.execute(chosen.order_by(f.id))]


def frozen_file(format: str, name: str, content: bytes) -> FrozenFile:  # noqa: A002
    """A file with its fingerprint."""
    return FrozenFile(format, name, content, hashlib.sha256(content).hexdigest())


def last_meeting(store: Store, year: int) -> dt.date | None:
    """The day on which the dossier of the year before was established; None without one."""
    v = t.dossier_version.c
    chosen = select(func.min(v.frozen_at)).where(v.year == year - 1)
    with store.reading() as connection:
        found = connection.execute(chosen).scalar()
    return found.date() if found else None


def load_house_style(store: Store) -> HouseStyle:
    """The colours and the logo of documents."""
    h = t.house_style.c
    chosen = select(h.first, h.second, h.logo).order_by(h.id.desc())
    with store.reading() as connection:
        found = connection.execute(chosen).first()
    return HouseStyle(*found) if found else HouseStyle()


def set_house_style(store: Store, user: User, style: HouseStyle) -> None:
    """Let documents have these colours and this logo. `ValueError` for what is no colour."""
    with store.writing(user, acts.CHANGE, acts.HOUSE_STYLE) as change:
        for colour in (style.first, style.second):
            if not COLOUR.fullmatch(colour):
                raise ValueError(f"no colour: {colour}")
        line = {
            "first": style.first, "second": style.second, "logo": style.logo,
            "stated_at": now(), "user_name": user.name,
        }  # fmt: skip
        change.connection.execute(insert(t.house_style).values(line))
        logo = hashlib.sha256(style.logo).hexdigest() if style.logo else None
        change.note(after={"first": style.first, "second": style.second, "logo": logo})


def _uploads(connection: Connection) -> list[dict[str, Any]]:
    """The uploads that count now, with their fingerprints."""
    b = t.batch.c
    chosen = select(b.id, b.file, b.sha256).where(b.undone_at.is_(None)).order_by(b.id)
    return [dict(row) for row in connection.execute(chosen).mappings()]
