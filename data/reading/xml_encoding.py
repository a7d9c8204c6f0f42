"""Parts of XML in other characters than UTF-8, which Excel reads and calamine does not."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from data.reading.refusals import Reason, RefusedError

HEAD_BYTES = 256
_USUAL = "utf-8"
_DECLARED = re.compile(
    r"""\A\ufeff?\s{0,99}<\?xml(?:\s[^<>]{0,99})?\sencoding=["']([\w.-]{1,40})["'][^<>]{0,99}\?>"""
)
_KNOWN = frozenset({"iso8859-1", "iso8859-15", "cp1250", "cp1252", "mac-roman", "cp850", "utf-16"})
_WIDE = {
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le", b"\0<": "utf-16-be",
}  # fmt: skip


def is_recoded(head: bytes) -> bool:
    """Whether a part that begins so is in other characters than UTF-8; raises `RefusedError`."""
    return _encoding(head) != _USUAL


def in_utf8(content: bytes) -> bytes:
    """The part in UTF-8; as it was when its characters are not known."""
    encoding = _encoding(content[:HEAD_BYTES])
    if encoding == _USUAL:
        return content
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return content
    return _DECLARED.sub("", text, count=1).removeprefix("\ufeff").encode()


def _encoding(head: bytes) -> str:
    for start, encoding in _WIDE.items():
        if head.startswith(start):
            return encoding
    if b"\0" in head[:4]:  # calamine would find the sheet empty
        raise RefusedError(Reason.DAMAGED)
    declared = _DECLARED.match(head.decode("latin-1").removeprefix("ï»¿"))
    with suppress(LookupError):
        name = codecs.lookup(declared[1]).name if declared else _USUAL
        return name if name in _KNOWN else _USUAL
    return _USUAL
