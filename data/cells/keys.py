"""Headings as people type them, made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|_x000d_", re.IGNORECASE)
_HYPHENATED = re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
_CAMEL_CASE = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_OPTIONAL_ENDING = re.compile(r"(?<=[a-z])\(['’]?(s|e|n|en)\)")
_APOSTROPHE = re.compile(r"['’`´]")
_NUMBERING = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_PLATFORM = re.compile(r"\b(platform|p|g)[ -]?(31|40)\b")

# "in duizenden" says how to read the amounts, not what the column means.
_MONEY_UNIT = re.compile(
    r"""(\b(in|x)\s*|[x×*]\s*)?(€|\beur(o|os)?\b)?\s*[x×*]?\s*\b1[.,]?000([.,]?000)?\b
      | \b(in|x)\s+(€|k€|\beur(o|os)?\b)
      | \bin\ (duizenden|miljoenen)(\ (euro|euros|€))?
      | \b(x|in)\s*(€|euro|eur)?\s*(1\s*)?(mln|mil|miljoen|k)\b
      | €|\beur(o|os)?\b
      | \b(in|ex|incl|excl|inclusief|exclusief)\.?\s*(de\s)?btw\b""",
    re.VERBOSE,
)
_DATE_FORMAT = re.compile(
    r"\b(d{1,2}[-/. ]m{1,4}[-/. ][jy]{2,4}|m{2}[-/. ][jy]{2,4}|j{4}|y{4}|[uh]{1,2}[.:]m{1,2})\b"
)
_INSTRUCTION = re.compile(
    r"[(\[](verplicht|optioneel|required|optional|kies uit( de)? lijst|keuzelijst)[)\]]"
)
_IN_MINUTES = re.compile(r"\s*[(\[]\s*(in\s+)?min\.?\s*[)\]]|\s+in\s+min\.?$")
_PARENTHESES = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONGEST_HEADING = 300  # characters: what is longer is prose, and no pattern may take long over it
_NO_WORD = re.compile(r"[^a-z0-9]+")


def visible_text(text: str) -> str:
    """The text as a reader sees it: line breaks and repeated spaces folded to one space."""
    return " ".join(_INVISIBLE.sub("", text).split())


def unaccented(text: str) -> str:
    """`text` without accents and ligatures."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def plain_words(text: str) -> str:
    """Lower case, accents folded, words parted by one space, every other sign left out."""
    folded = unaccented(visible_text(text))
    return _NO_WORD.sub(" ", _APOSTROPHE.sub("", folded.lower())).strip()


def word_set(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """The heading normalised for matching and for memory.

    Case, accents, line breaks, hyphenation, punctuation, `(€)`, `x € 1.000`, `excl. btw` and
    `(dd-mm-jjjj)` make no difference; a heading that is only a unit keeps it.
    """
    shown = visible_text(text[:_LONGEST_HEADING]).replace("_", " ")
    words = _NUMBERING.sub("", _CAMEL_CASE.sub(" ", shown)).lower()
    words = unaccented(words)
    words = _APOSTROPHE.sub("", _OPTIONAL_ENDING.sub(r"\1", _HYPHENATED.sub("", words)))
    words = words.replace("#", " aantal ").replace("&", " en ").replace("+", " en ")
    words = words.replace("%", " percentage ") if "40" not in words else words
    words = _IN_MINUTES.sub(" minuten", words)
    words = _DATE_FORMAT.sub(" ", _INSTRUCTION.sub(" ", words))
    without_unit = plain_words(_MONEY_UNIT.sub(" ", words))
    key = without_unit or plain_words(words.replace("€", " eur "))
    return _PLATFORM.sub(r"\1\2", key)


def without_parentheses(text: str) -> str:
    """The text outside its brackets: `Afdeling (aanvrager)` -> `Afdeling`."""
    return _PARENTHESES.sub(" ", text[:_LONGEST_HEADING])


def words_in_parentheses(text: str) -> list[str]:
    """The words between brackets."""
    return plain_words(" ".join(_PARENTHESES.findall(text[:_LONGEST_HEADING]))).split()
