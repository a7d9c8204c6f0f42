"""What kind of workbook it is, and what calamine leaves out of it: error cells, merged ranges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple
from xml.parsers import expat

from data.reading import file_kind
from data.reading.archive import Archive
from data.reading.binary_marks import read_xlsb_styles, xls_marks, xlsb_marks
from data.reading.binary_records import xls_errors, xlsb_errors
from data.reading.collecting import Errors
from data.reading.compound_file import CompoundFile
from data.reading.far_cells import with_parts, without_far_cells
from data.reading.notes import add_notes
from data.reading.ods_marks import MARKS as ODS_MARKS
from data.reading.ods_marks import Merged, TableMarks, ods_marks, ods_styles
from data.reading.ooxml import relations_of, sheet_parts, workbook_part
from data.reading.plain_package import plain_binary, plain_package
from data.reading.refusals import Limits, Reason, RefusedError
from data.reading.sheet_marks import SheetMarks
from data.reading.xlsx_errors import MARKS as XLSX_MARKS
from data.reading.xlsx_errors import xlsx_errors
from data.reading.xlsx_marks import HINTS as XLSX_HINTS
from data.reading.xlsx_marks import MOST_COLOURED_BYTES, read_styles, xlsx_marks
from data.reading.xml_encoding import HEAD_BYTES, in_utf8, is_recoded
from data.reading.xml_events import parse_events

_HEAD_BYTES = 1024**2  # of a content.xml: its own styles stand there


class Extra(NamedTuple):
    """What calamine leaves out of a sheet."""

    errors: Errors
    merged: list[Merged]
    marks: SheetMarks


Extras = Callable[[int, str], Extra]  # of the sheet with this number (from 0) and this name


class Examined(NamedTuple):
    """The kind of a workbook, its extras, its content as calamine can read it, and the sheets that
    are not in there, each with its reason.
    """

    kind: str
    extras: Extras
    content: bytes
    left_out: Mapping[str, Reason] = MappingProxyType({})


def examine(content: bytes, limits: Limits) -> Examined:
    """What is to be known of a workbook before it is read; raises `RefusedError` for a trap or
    another file.
    """
    if content.startswith(b"PK"):
        return _examine_archive(content, limits)
    compound = CompoundFile(content)
    kind = file_kind.kind_of_compound(compound)
    stream = next(name for name in file_kind.WORKBOOK_STREAMS if name in compound.names)
    records = compound.read(stream)
    found, marks = xls_errors(records), xls_marks(records)

    def extras(number: int, _: str) -> Extra:
        if number >= len(found):
            return Extra({}, [], SheetMarks())
        return Extra(found[number], [], marks[number])

    return Examined(kind, extras, content)


def _marks_of(part: str) -> tuple[bytes, ...]:
    """What is looked for in a part: in most parts nothing."""
    if part == "content.xml":
        return ODS_MARKS
    return XLSX_MARKS + XLSX_HINTS if "/worksheets/" in part or "sheet" in part else ()


def _examine_archive(content: bytes, limits: Limits) -> Examined:
    archive = Archive(content)
    marked = archive.check(limits.max_unpacked_bytes, _marks_of)
    kind = file_kind.kind_of_archive(archive)
    if kind == file_kind.ODS:
        recoded = _in_utf8(content, archive, "content.xml")
        if recoded is not content:
            content, archive = recoded, Archive(recoded)
            marked = archive.check(limits.max_unpacked_bytes, _marks_of)
        parse_events(archive.chunks("content.xml"))  # one that is cut off keeps calamine for ever
        has_marks = bool(marked.get("content.xml", set()) & set(ODS_MARKS))
        return Examined(kind, _open_document_extras(archive, has_marks), content)
    plain = plain_package if kind == file_kind.XLSX else plain_binary
    read, left_out = plain(content, archive)
    if read is not content:
        content, archive = read, Archive(read)
        marked = archive.check(limits.max_unpacked_bytes, _marks_of)
    if kind == file_kind.XLSX:
        _check_styles(archive)
    parts = sheet_parts(archive, binary=kind == file_kind.XLSB)
    sheets = [part.lstrip("/").lower() for part in parts.values()] if kind == file_kind.XLSX else ()
    changed, far = without_far_cells(archive, sheets, limits)
    if changed:
        content = with_parts(content, changed)
        archive = Archive(content)
    styles = cache(lambda: read_styles(archive))
    binary_styles = cache(lambda: read_xlsb_styles(archive))

    def extras(_: int, name: str) -> Extra:
        part = parts[name]
        if kind == file_kind.XLSB:
            content = archive.read(part)
            return Extra(xlsb_errors(content), [], xlsb_marks(content, binary_styles()))
        hints = marked.get(part, set())
        told = bool(styles().told or styles().struck_texts or styles().striking)
        told |= bool(styles().colours) and archive.size(part) <= MOST_COLOURED_BYTES
        beyond = far.get(part.lstrip("/").lower(), ())
        marks, errors = SheetMarks(from_1904=styles().from_1904), {}
        if hints & set(XLSX_MARKS + XLSX_HINTS) or told:
            content = archive.read(part)
            errors = xlsx_errors(content) if hints & set(XLSX_MARKS) else {}
            marks = xlsx_marks(content, styles(), hints)
        marks.far = beyond
        add_notes(marks, archive, part)
        return Extra(errors, [], marks)

    return Examined(kind, extras, content, left_out)


def _in_utf8(content: bytes, archive: Archive, part: str) -> bytes:
    """The package with a part in UTF-8; as it was when that is so already."""
    if not is_recoded(archive.head(part, HEAD_BYTES)):
        return content
    return with_parts(content, {part: in_utf8(archive.read(part))})


def _check_styles(archive: Archive) -> None:
    """Without its styles a workbook tells no date from a number."""
    relations = relations_of(archive, workbook_part(archive)).values()
    for part in [one.part for one in relations if one.kind == "styles"]:
        try:
            parse_events(archive.chunks(part))
        except expat.ExpatError:
            raise RefusedError(Reason.STYLES) from None


def _open_document_extras(archive: Archive, marked: bool) -> Extras:
    tables: list[TableMarks] = []
    chunks = archive.chunks("styles.xml") if "styles.xml" in archive.names else [b"<none/>"]
    styles = ods_styles(chunks)
    marked = marked or styles.shown_in(archive.head("content.xml", _HEAD_BYTES))

    def extras(number: int, _: str) -> Extra:
        if marked and not tables:  # only now, because by now calamine has found the content sound
            tables.extend(ods_marks(archive.chunks("content.xml"), styles))
        if number >= len(tables):
            return Extra({}, [], SheetMarks())
        return Extra(tables[number].errors, tables[number].merged, tables[number].shown)

    return extras
