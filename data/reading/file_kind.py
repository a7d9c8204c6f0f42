"""What a file is, judged by its content; its name may say anything."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from data.reading.archive import Archive
from data.reading.compound_file import CompoundFile
from data.reading.encodings import wide_encoding
from data.reading.other_forms import is_mail
from data.reading.refusals import Reason, RefusedError

ZIP, OLE, TEXT, MARKUP, MAIL, FLAT = "zip", "ole", "text", "markup", "mail", "flat"
XLSX, XLSB, XLS, ODS = "xlsx", "xlsb", "xls", "ods"
WORKBOOK_STREAMS = ("workbook", "book")

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_ZIP_START = b"PK\x03\x04"
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STARTS = (
    (b"\x89PNG\r\n", Reason.IMAGE),
    (b"\xff\xd8\xff", Reason.IMAGE),
    (b"GIF87a", Reason.IMAGE),
    (b"GIF89a", Reason.IMAGE),
    (b"II*\x00", Reason.IMAGE),
    (b"MM\x00*", Reason.IMAGE),
    (b"{\\rtf", Reason.WORD),
    (b"SQLite format 3\x00", Reason.DATABASE),
    (b"\x00\x01\x00\x00Standard", Reason.DATABASE),  # Access
    (b"Rar!", Reason.ZIP),
    (b"7z\xbc\xaf", Reason.ZIP),
    (b"\x1f\x8b", Reason.ZIP),
    (b"\xfd7zXZ", Reason.ZIP),
    (b"PK\x05\x06", Reason.ZIP),  # a zip without anything in it
    (b"\x09\x00\x04\x00", Reason.OLD_EXCEL),  # Excel 2, 3 and 4
    (b"\x09\x02\x06\x00", Reason.OLD_EXCEL),
    (b"\x09\x04\x06\x00", Reason.OLD_EXCEL),
)
_WEB_PAGE = re.compile(
    r"(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|meta|body|table|style|div)\b",
    re.DOTALL,
)
# What somebody may take for a workbook, by how it begins, and what it is called.
_FORMS = (
    (b"PAR1", "Parquet"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"<stata_dta>", "Stata"),
    (b"\x00\x00\x02\x00", "Lotus"),
    (b"\x00\x00\x1a\x00", "Lotus"),
    (b"ID;P", "SYLK"),
    (b"TABLE\r\n0,1", "DIF"),
    (b"BEGIN:VCALENDAR", "iCalendar"),
    (b"BEGIN:VCARD", "vCard"),
)
_FORM_PARTS = (("datamodel", "Power BI"), ("datamashup", "Power BI"), ("visio/", "Visio"))
_SHORTCUTS = (b"[InternetShortcut]", b"[{000214A0", b"L\x00\x00\x00\x01\x14\x02\x00")
_JSON = re.compile(
    r'[\[{]\s{0,99}(?:[\[{]\s{0,99})?"[^"\n]{1,200}"\s?:|\[\s{0,99}(?:[\[\]]|"[^"]*",)'
)
_ELEMENT = re.compile(r"<[a-z][\w:.-]{0,60}[\s>/]")
_DBASE = re.compile(
    rb"[\x03\x30\x31\x83\x8b\xf5].[\x01-\x0c][\x01-\x1f].{28}[A-Z_]{1,10}\0", re.DOTALL
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f]")
_LOOK_BYTES = 64 * 1024
_MOST_CONTROL = 0.01  # a text from an old system may hold a stray control character


def package_within(content: bytes) -> bytes:
    """The package alone where a web server wrote something before it, such as a mark of UTF-8."""
    at = content.find(_ZIP_START, 0, _LOOK_BYTES)
    if at > 0 and not content.startswith(_OLE_START) and zipfile.is_zipfile(BytesIO(content)):
        return content[at:]
    return content


def container_of(content: bytes) -> str:
    """`ZIP`, `OLE`, `TEXT`, `MARKUP`, `MAIL` or `FLAT`; any other kind is refused by its name."""
    if not content:
        raise RefusedError(Reason.EMPTY)
    for start, reason in _STARTS:
        if content.startswith(start):
            raise RefusedError(reason)
    for start, form in _FORMS:
        if content.startswith(start):
            raise RefusedError(Reason.OTHER_FORM, form=form)
    if content.startswith(_SHORTCUTS):
        raise RefusedError(Reason.SHORTCUT)
    if _DBASE.match(content):
        raise RefusedError(Reason.OTHER_FORM, form="dBase")
    if b"%PDF-" in content[:1024]:
        raise RefusedError(Reason.PDF)
    if (content[:4] == b"RIFF" and content[8:12] == b"WEBP") or content[4:8] == b"ftyp":
        raise RefusedError(Reason.IMAGE)
    if content.startswith(_ZIP_START):
        return ZIP
    if content.startswith(_OLE_START):
        return OLE
    return _kind_of_text(content)


def _kind_of_text(content: bytes) -> str:
    head = content[:_LOOK_BYTES]
    wide = wide_encoding(content)
    if not wide and _is_binary(content, head):
        raise RefusedError(Reason.UNKNOWN)
    text = head.decode(wide or "latin-1", "ignore")
    text = text.removeprefix("ï»¿").lstrip().lower()  # the mark of UTF-8, as Latin-1 shows it
    if not text:
        raise RefusedError(Reason.EMPTY)
    if text.startswith("<"):
        return _kind_of_markup(text, content)
    if is_mail(text):
        return MAIL
    if _JSON.match(text):
        if '"doc_id"' in text or '"resource_id"' in text:  # a link of Google Drive
            raise RefusedError(Reason.SHORTCUT)
        raise RefusedError(Reason.OTHER_FORM, form="JSON")
    return TEXT


def _kind_of_markup(text: str, content: bytes) -> str:
    if "urn:schemas-microsoft-com:office:spreadsheet" in text:
        return MARKUP
    if "<office:document " in text and "opendocument.spreadsheet" in text:
        return FLAT
    if _WEB_PAGE.match(text) or "<html" in text or "<table" in text:
        return MARKUP
    if "<plist" in text:
        raise RefusedError(Reason.SHORTCUT)
    if text.startswith("<?xml") or (_ELEMENT.match(text) and content.rstrip().endswith(b">")):
        raise RefusedError(Reason.XML)
    return TEXT


def _is_binary(content: bytes, head: bytes) -> bool:
    """Whether there are more control characters and zeros in it than in a text of an old system."""
    filled = content.rstrip(b"\0")  # some systems fill a file up with them
    zeros, controls = filled.count(0), len(_CONTROL.findall(head))
    return zeros > _MOST_CONTROL * len(filled) or controls > _MOST_CONTROL * len(head)


def kind_of_archive(archive: Archive) -> str:
    """`XLSX`, `XLSB` or `ODS`; any other kind is refused by its name."""
    names = archive.names
    if "encrypted-package" in names:  # OpenDocument 1.4
        raise RefusedError(Reason.PASSWORD)
    if "xl/workbook.bin" in names:
        return XLSB
    if "xl/workbook.xml" in names:
        return XLSX
    if "mimetype" in names:
        return _kind_of_open_document(archive)
    types = archive.read("[Content_Types].xml")
    if b"spreadsheetml" in types:
        return XLSX
    for mark, reason in (
        (b"wordprocessingml", Reason.WORD),
        (b"presentationml", Reason.POWERPOINT),
    ):
        if mark in types:
            raise RefusedError(reason)
    if any(name.endswith(".iwa") or name.startswith("quicklook/") for name in names):
        raise RefusedError(Reason.APPLE)
    for part, form in _FORM_PARTS:
        if any(name.startswith(part) for name in names):
            raise RefusedError(Reason.OTHER_FORM, form=form)
    raise RefusedError(Reason.ZIP)


def _kind_of_open_document(archive: Archive) -> str:
    kind = archive.read("mimetype").strip()
    if kind.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise RefusedError(Reason.PASSWORD)
        return ODS
    if kind.startswith(_OPEN_DOCUMENT + b"text"):
        raise RefusedError(Reason.WORD)
    if kind.startswith(_OPEN_DOCUMENT + b"presentation"):
        raise RefusedError(Reason.POWERPOINT)
    raise RefusedError(Reason.ZIP)


def kind_of_compound(compound: CompoundFile) -> str:
    """`XLS`; any other kind is refused by its name."""
    names = compound.names
    if "encryptedpackage" in names:
        raise RefusedError(Reason.PASSWORD)
    if any(name in names for name in WORKBOOK_STREAMS):
        return XLS
    for mark, reason in (
        ("worddocument", Reason.WORD),
        ("powerpoint document", Reason.POWERPOINT),
        ("__properties_version1.0", Reason.MAIL),
    ):
        if mark in names:
            raise RefusedError(reason)
    raise RefusedError(Reason.DAMAGED)
