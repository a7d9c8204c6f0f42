"""In which characters a text is written, judged by its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from data.reading.refusals import Reason, RefusedError

_CHUNK_BYTES = 1024**2
_LOOK_BYTES = 64 * 1024
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_MOST_ZEROS, _FEW_ZEROS = 0.6, 0.05

# Of a text that is no UTF-8: the first wins when several do equally well.
_LATIN = "iso8859_15"
_OLD = ("cp1252", _LATIN, "mac_roman", "cp858")
_USUAL = frozenset("éëïöüèêçàáóñÉËÏÖÜÈ")
_OPENING, _CLOSING = frozenset("“‘„«"), frozenset("”’»")
_PUNCTUATION = frozenset("–—…•·²³½¼¾°×±§\u00a0©®†€£")
_CONTROLS = re.compile(rb"[\x80-\x9f]")  # in Latin; letters elsewhere
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_OF_UTF8 = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SIGNS_LOOKED_AT = 2_000
_HIGH = bytes(range(0x80, 0x100))
STRAY = "stray"  # how a stray byte is decoded: one of Windows in a text of UTF-8


def wide_encoding(content: bytes) -> str:
    """`utf-32`, `utf-16`, `utf-16-le` or `utf-16-be`; empty for a text with one byte per sign."""
    for mark, encoding in _WIDE.items():
        if content.startswith(mark):
            return encoding
    head = content[: _LOOK_BYTES - _LOOK_BYTES % 2]
    if len(head) < 4 or b"\0" not in head:
        return ""
    first, second = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    for zeros, others, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if zeros > _MOST_ZEROS * half and others < _FEW_ZEROS * half:
            return encoding
    return ""


def encoding_of(content: bytes) -> str:
    """The encoding of a text; raises `RefusedError` when it is none that we know.

    To be decoded with `STRAY` for the errors: UTF-8 may hold a line of another file.
    """
    wide = wide_encoding(content)
    if wide:
        if _decodes(content, wide):
            return wide
        raise RefusedError(Reason.ENCODING)
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return (
        "utf-8"
        if _decodes(content, "utf-8") or _is_mostly_utf8(content)
        else _old_encoding(content)
    )


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether more signs of UTF-8 than stray bytes stand in a text."""
    signs = _OF_UTF8.findall(content)
    strays = len(content) - len(content.translate(None, _HIGH)) - sum(map(len, signs))
    return bool(signs) and len(signs) >= strays


def _decode_stray(fault: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 as Windows has it; the mark of a lost letter where the text ends."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    if fault.reason == "unexpected end of data":
        return "\ufffd", fault.end
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(STRAY, _decode_stray)


def _old_encoding(content: bytes) -> str:
    """Windows, Macintosh or MS-DOS: the one in which most signs are letters that we use."""
    scores = {
        encoding: _score(content, partial(bytes.decode, encoding=encoding))
        for encoding in _OLD
        if _decodes(content, encoding) and (encoding != _LATIN or not _CONTROLS.search(content))
    }
    best = max(scores, key=lambda name: scores[name], default="")
    if not best or (scores[best] < 0 and "cp1252" not in scores):
        raise RefusedError(Reason.ENCODING)
    return best


def _score(content: bytes, decode: Callable[[bytes], str]) -> int:
    """How much a text looks like ours: letters with accents, and quotes where they belong."""
    return sum(
        _worth(
            decode(
                (content[match.start() - 1 : match.start()] or b" ")
                + content[match.start() : match.end() + 1]
            )
        )
        for match in islice(_NOT_ASCII.finditer(content), _SIGNS_LOOKED_AT)
    )


def _worth(around: str) -> int:
    """What one sign, with its neighbours, says for an encoding."""
    before, sign, after = around[0], around[1], around[2:3] or " "
    within = before.isalnum() and after.isalnum()
    if sign in _USUAL:
        return 2 if before.isalpha() or after.isalpha() else 0
    if sign in _OPENING:
        return 1 if not before.isalnum() else -2
    if sign in _CLOSING:
        return 1 if before.isalnum() and (sign == "’" or not after.isalnum()) else -1
    if sign in _PUNCTUATION:
        return -2 if within else 1
    return -1 if sign.isalpha() else -2


def _decodes(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), _CHUNK_BYTES):
            decoder.decode(content[start : start + _CHUNK_BYTES])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True
