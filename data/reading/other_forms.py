"""Tables in another form than a workbook or a text: of a mail, and of a flat OpenDocument file."""

from __future__ import annotations

import email
import re
import zipfile
from collections.abc import Iterator
from email.message import Message
from io import BytesIO

from data.reading.encodings import STRAY, encoding_of
from data.reading.refusals import Reason, RefusedError

# The heads that only a program writes; somebody who pastes a mail has `From:` and `Subject:` too.
_OF_A_PROGRAM = re.compile(r"^(?:mime-version|received|return-path|message-id|delivered-to):", re.M)
_HEAD = re.compile(r"[a-z][a-z0-9-]{1,60}:")
_TABLE = "<table"
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv")


def is_mail(text: str) -> bool:
    """Whether a text, in small letters, begins with the heads of a mail."""
    heads = text.partition("\n\n")[0] if "\r" not in text else text.partition("\r\n\r\n")[0]
    return bool(_HEAD.match(heads)) and bool(_OF_A_PROGRAM.search(heads))


def page_in_mail(content: bytes) -> bytes:
    """The pages with tables in a mail, or its text; raises `RefusedError` where a workbook is."""
    try:
        message = email.message_from_bytes(content)
        parts = [part for part in message.walk() if not part.is_multipart()]
        if any((part.get_filename() or "").lower().endswith(_WORKBOOKS) for part in parts):
            raise RefusedError(Reason.MAIL)
        pages = [text for text in _texts(parts, "text/html") if _TABLE in text.lower()]
        texts = pages or [text for text in _texts(parts, "text/plain") if text.strip()]
    except RecursionError:  # parts within parts within parts
        texts = []
    if not texts:
        raise RefusedError(Reason.MAIL)
    return "\n".join(texts).lstrip().encode()


def _texts(parts: list[Message], kind: str) -> Iterator[str]:
    for part in parts:
        content = part.get_payload(decode=True)
        if part.get_content_type() == kind and isinstance(content, bytes):
            yield content.decode(encoding_of(content), STRAY)


def package_of(flat: bytes) -> bytes:
    """A flat OpenDocument workbook, which is one part of XML, as the package that it might be."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", flat)
    return target.getvalue()
