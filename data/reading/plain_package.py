"""An .xlsx as Excel lays it out: calamine knows no other layout, and Excel opens many.

Other programs keep the parts elsewhere, write them in UTF-16, or write as the size of a sheet what
is none. A sheet of macros, or one that is missing, would keep calamine from the sheets beside it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from data.reading.archive import Archive
from data.reading.far_cells import with_parts
from data.reading.ooxml import (
    Relation,
    relations_of,
    sheets_listed,
    told_workbook,
    without_listed,
    workbook_part,
)
from data.reading.refusals import Reason
from data.reading.xml_encoding import HEAD_BYTES, in_utf8, is_recoded

_WORKBOOK, _TEXTS, _STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_CELLS = "worksheet"
_MACROS = ("xlMacrosheet", "xlIntlMacrosheet")
_READ = (_CELLS, "sharedStrings", "styles")
_HEAD_BYTES = 4096
_SIZE = re.compile(rb"""<(?:\w+:)?dimension\b[^<>]*\sref=["']([^"'<>]*)["'][^<>]*/>""")
_CORNERS = re.compile(rb"[A-Za-z]{1,3}[1-9]\d{0,19}(:[A-Za-z]{1,3}[1-9]\d{0,19})?")
_LISTED = re.compile(rb"""<(?:\w+:)?sheet\s(?:[^<>]*\s)?\w+:id=["']([^"'<>]*)["'][^<>]*/>""")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Plain(NamedTuple):
    """The content that calamine can read, and the sheets that are not in there: name -> reason."""

    content: bytes
    left_out: Mapping[str, Reason] = MappingProxyType({})


def plain_package(content: bytes, archive: Archive) -> Plain:
    """What is read of an .xlsx, each part where Excel has it; as it was when that is so already."""
    workbook = workbook_part(archive)
    relations = relations_of(archive, workbook)
    listed = [(name, relations[key]) for name, key in sheets_listed(archive) if key in relations]
    left_out = {name: Reason.MACROS for name, relation in listed if relation.kind in _MACROS}
    left_out |= {
        name: Reason.NO_PART
        for name, relation in listed
        if relation.kind == _CELLS and relation.part not in archive.names
    }
    read = [one.part for one in relations.values() if one.kind in _READ]
    is_odd = any(_is_odd(archive, part) for part in [workbook, *read])
    if not left_out and not is_odd and _is_plain(told_workbook(archive), relations.values()):
        return Plain(content)
    return Plain(_laid_out(archive, workbook, relations), left_out)


def plain_binary(content: bytes, archive: Archive) -> Plain:
    """The same of an .xlsb, which only Excel writes: without its sheets of macros."""
    workbook = workbook_part(archive)
    relations = relations_of(archive, workbook)
    macros = {key for key, relation in relations.items() if relation.kind in _MACROS}
    if not macros:
        return Plain(content)
    names = [name for name, key in sheets_listed(archive, binary=True) if key in macros]
    kept = without_listed(archive.read(workbook), macros)
    return Plain(with_parts(content, {workbook: kept}), dict.fromkeys(names, Reason.MACROS))


def _is_plain(workbook: str, relations: Iterable[Relation]) -> bool:
    """Whether calamine finds every part."""
    usual = {"sharedStrings": _TEXTS.lower(), "styles": _STYLES, _CELLS: ""}
    found = [relation for relation in relations if relation.kind in usual]
    return workbook == _WORKBOOK and not any(
        "./" in one.target or (usual[one.kind] or one.part) != one.part for one in found
    )


def _is_odd(archive: Archive, part: str) -> bool:
    """Whether calamine stumbles over a part, or over its absence."""
    if part not in archive.names:
        return True
    head = archive.head(part, _HEAD_BYTES)
    return _has_wrong_size(head) or is_recoded(head[:HEAD_BYTES])


def _has_wrong_size(head: bytes) -> bool:
    size = _SIZE.search(head)
    return size is not None and not _CORNERS.fullmatch(size[1])


def _laid_out(archive: Archive, workbook: str, relations: Mapping[str, Relation]) -> bytes:
    """A package of the sheets with cells and of what they share, and of nothing else."""
    target = BytesIO()
    told: dict[str, tuple[str, str]] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (key, (kind, part, _target)) in enumerate(relations.items(), 1):
            place = {"sharedStrings": _TEXTS, "styles": _STYLES}.get(kind)
            place = f"xl/worksheets/sheet{number}.xml" if kind == _CELLS else place
            if place and part in archive.names:
                told[key] = kind, place
                package.writestr(place, _without_wrong_size(in_utf8(archive.read(part))))
        kept = in_utf8(archive.read(workbook))
        kept = _LISTED.sub(lambda one: one[0] if one[1].decode() in told else b"", kept)
        package.writestr(_WORKBOOK, kept)
        package.writestr("xl/_rels/workbook.xml.rels", _relations(told))
        package.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", _WORKBOOK)}))
    return target.getvalue()


def _without_wrong_size(content: bytes) -> bytes:
    if not _has_wrong_size(content[:_HEAD_BYTES]):
        return content
    return _SIZE.sub(b"", content, count=1)


def _relations(told: Mapping[str, tuple[str, str]]) -> str:
    lines = (
        f'<Relationship Id={quoteattr(key)} Type="{_OFFICE}/{kind}" Target="/{part}"/>'
        for key, (kind, part) in told.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'
