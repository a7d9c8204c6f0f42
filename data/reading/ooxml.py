"""Which part of an Office Open XML package holds which sheet."""

from __future__ import annotations

import posixpath
from struct import unpack_from

from data.reading.archive import Archive
from data.reading.binary_records import xlsb_records
from data.reading.xml_events import Attributes, local, parse_events

_BUNDLE_SHEET = 156  # [MS-XLSB] 2.4.311 BrtBundleSh


def workbook_part(archive: Archive) -> str:
    """The name of the part that lists the sheets."""
    for kind, target in _relations(archive, "").values():
        if kind == "officeDocument":
            return target
    return ""


def sheet_parts(archive: Archive, *, binary: bool = False) -> dict[str, str]:
    """Sheet name -> name of the part with its cells."""
    workbook = workbook_part(archive)
    content = archive.read(workbook)
    listed = _listed_in_binary(content) if binary else _listed_in_xml(content)
    relations = _relations(archive, workbook)
    return {name: relations[key][1] for name, key in listed if key in relations}


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> the last word of its type, and the part that it points at."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, path)

    content = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if content:
        parse_events([content], start)
    return found


def _listed_in_xml(content: bytes) -> list[tuple[str, str]]:
    listed = []

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == "sheet":
            key = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            listed.append((attributes.get("name", ""), key))

    parse_events([content], start)
    return listed


def _listed_in_binary(content: bytes) -> list[tuple[str, str]]:
    return [
        _bundle(content, start) for kind, start, _ in xlsb_records(content) if kind == _BUNDLE_SHEET
    ]


def _bundle(content: bytes, start: int) -> tuple[str, str]:
    key, after = _wide_string(content, start + 8)  # after hsState and iTabID
    name, _ = _wide_string(content, after)
    return name, key


def _wide_string(content: bytes, start: int) -> tuple[str, int]:
    """An XLWideString and where it ends; a null string is empty."""
    (length,) = unpack_from("<I", content, start)
    if length == 0xFFFFFFFF:
        return "", start + 4
    end = start + 4 + 2 * length
    return content[start + 4 : end].decode("utf-16-le"), end
