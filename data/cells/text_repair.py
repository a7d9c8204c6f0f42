"""Texts that another program spoilt: read in the wrong characters, or made for the web."""

from __future__ import annotations

import html
import re
from html.entities import html5

# UTF-8 that was read as Windows text: each sign became two or three, of which this is the first.
_MANGLED = re.compile(r"(?:[ÂÃÅ][^\x00-\x7f]|â€[^\x00-\x7f]?|â‚¬|ï»¿|Ã\u00a0)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ENTITY = re.compile(r"&(?:amp;){0,2}((?:[A-Za-z]{2,8}\d?|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});)")
# What a web address, a mail or a program writes for a letter: `%C3%B6`, `=C3=B6`, `\\u00f6`.
_ESCAPED = re.compile(
    r"(?:%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])+)|(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)"
    r"|(?<=[a-z])=[EF][0-9A-F](?=[a-z])|(?<=[A-Za-z])%2[06-9DEFdef](?=[A-Za-z])"
    r"|\\u0[01][0-9a-fA-F]{2}|&[aeiouAEIOU](?:uml|acute|grave|circ)(?!;)|&#\d{3}(?![\d;])"
)
_TAG = re.compile(
    r"</?(?:a|b|br|div|em|font|i|li|ol|p|span|strong|u|ul)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_AROUND = re.compile(r"<(?:div|p)\b", re.IGNORECASE)
_END, _END_TOO = "</div>", "</p>"
_AS_SPACE = {"&nbsp;": " ", "&#160;": " ", "&#10;": " ", "&#13;": " ", "&#9;": " ", "&quot;": "'"}


def repaired(text: str) -> str:
    """The text as it was meant: `CoÃ¶rdinatie` and `Co&ouml;rdinatie` are `Coördinatie`."""
    if text.isascii() and not may_be_escaped(text):
        return text  # most texts, at once
    return once_encoded(without_entities(without_escapes(text)))


def may_be_escaped(text: str) -> bool:
    """Whether a text may hold letters that a program wrote in signs."""
    return "%" in text or "=" in text or "&" in text or "\\" in text


def without_tags(text: str) -> str:
    """The text of a cell without the marks of a web page that a list of SharePoint puts around it.

    Other marks stay as they were typed.
    """
    if not text.startswith("<") or not _AROUND.match(text) or not text.endswith((_END, _END_TOO)):
        return text
    return _TAG.sub(" ", text)


def without_escapes(text: str) -> str:
    """The text with the letters that a web address, a mail or a program wrote in signs."""
    return _ESCAPED.sub(lambda found: _letter(found[0]), text) if may_be_escaped(text) else text


def _letter(escape: str) -> str:
    if escape[0] == "\\":
        letter = chr(int(escape[2:], 16))
        return letter if letter.isalpha() else escape
    if escape[0] == "&":
        return html.unescape(f"{escape};")
    try:
        letters = bytes.fromhex(escape.replace(escape[0], ""))
        return letters.decode("latin-1" if len(letters) == 1 else "utf-8")
    except UnicodeDecodeError:
        return escape


def once_encoded(text: str) -> str:
    """The text without UTF-8 that was taken for Windows text, and encoded again."""
    if text.isascii() or not _MANGLED.search(text):
        return text
    return _NOT_ASCII.sub(lambda run: _decoded(run[0]), text)


def _decoded(run: str) -> str:
    try:
        return b"".join(map(_byte_of, run)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run


def _byte_of(sign: str) -> bytes:
    """The byte that Windows shows as this sign; five bytes it shows as nothing, and keeps."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def without_entities(text: str) -> str:
    """The text with the signs that `&amp;`, `&ouml;` and `&#246;` stand for."""
    if "&" not in text or ";" not in text:
        return text
    return _ENTITY.sub(_sign, text)


def _sign(entity: re.Match[str]) -> str:
    """What an entity stands for; `Wonen &regie;` holds none, though `&reg` is one."""
    name = entity[1]
    if name[0] != "#" and name not in html5:
        return entity[0]
    return _AS_SPACE.get(f"&{name}") or html.unescape(f"&{name}")
