"""Which part of an Office Open XML package holds which sheet."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from contextlib import suppress
from struct import unpack_from
from typing import NamedTuple
from xml.parsers import expat

from data.reading.archive import Archive
from data.reading.binary_records import xlsb_records
from data.reading.xml_events import Attributes, local, parse_events

_BUNDLE_SHEET = 156  # [MS-XLSB] 2.4.311 BrtBundleSh


_USUAL_WORKBOOK = "xl/workbook.xml"


class Relation(NamedTuple):
    """What one part says of another: the last word of the type, the other part, how it is told."""

    kind: str
    part: str
    target: str


def workbook_part(archive: Archive) -> str:
    """The name of the part that lists the sheets; the usual one when nothing says which it is."""
    return told_workbook(archive) or (_USUAL_WORKBOOK if _USUAL_WORKBOOK in archive.names else "")


def told_workbook(archive: Archive) -> str:
    """The part that the package names as the one that lists the sheets; empty when it does not."""
    with suppress(expat.ExpatError):
        for one in relations_of(archive, "").values():
            if one.kind == "officeDocument":
                return one.part
    return ""


def sheet_parts(archive: Archive, *, binary: bool = False) -> dict[str, str]:
    """Sheet name -> name of the part with its cells."""
    relations = relations_of(archive, workbook_part(archive))
    listed = sheets_listed(archive, binary=binary)
    return {name: relations[key].part for name, key in listed if key in relations}


def sheets_listed(archive: Archive, *, binary: bool = False) -> list[tuple[str, str]]:
    """The name of each sheet and the id of its relation, in the order of the tabs."""
    content = archive.read(workbook_part(archive))
    return _listed_in_binary(content) if binary else _listed_in_xml(content)


def relations_of(archive: Archive, part: str) -> dict[str, Relation]:
    """The relations of a part, or of the package (`""`), by their ids."""
    folder, name = posixpath.split(part)
    found: dict[str, Relation] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(kind, path, target)

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


def without_listed(content: bytes, keys: Collection[str]) -> bytes:
    """The list of sheets of an .xlsb without those whose relations have these ids."""
    for kind, start, length in reversed(list(xlsb_records(content))):
        if kind == _BUNDLE_SHEET and _bundle(content, start)[1] in keys:
            head = 2 + (1 if length < 0x80 else 2)  # the kind and the length, seven bits a byte
            content = content[: start - head] + content[start + length :]
    return content


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
