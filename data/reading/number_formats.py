"""The words that the format of a number adds to what a reader sees: `0,0 "dagen"`."""

from __future__ import annotations

import re

_PARTS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([dmyhsDMYHS]+)|(.)')
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]|%")
_LONGEST = 255  # what Excel allows
_SECTIONS = 3  # for positive numbers, negative ones and zero
_CURRENCY = re.compile(r"\[\$([^\]\-]+)[^\]]*\]")  # `[$$-409]` for dollars
_OTHER_MONEY = re.compile(r"[$£¥]|\b(?:usd|gbp|chf)\b", re.IGNORECASE)
_EUROS = ("€", "eur", "euro")
_SCALED = re.compile(r"[0#?],+(?![0#?])")


def words_of(code: str) -> str:
    """The words in a number format for positive numbers; empty for a date or a currency."""
    section = code[:_LONGEST].split(";")[0]
    currency = _CURRENCY.search(section)
    if currency and currency[1].casefold() not in _EUROS:
        return currency[1]
    foreign = _OTHER_MONEY.search(_CURRENCY.sub("", section))
    if foreign:
        return foreign[0]
    words: list[str] = []
    bare: list[str] = []
    for part in _PARTS.finditer(section):
        quoted, escaped, date, other = part.groups()
        words.append(quoted or escaped or ("%" if other == "%" else " "))
        bare.append(date or other or "")
    pattern = "".join(bare)
    if _DATE.search(pattern) or "0" not in pattern.replace("#", "0").replace("?", "0"):
        return ""
    if _SCALED.search(pattern):  # what is stored is whole; only the view leaves thousands out
        return ""
    text = " ".join("".join(words).split())
    return text if added_word(text) else ""


def shows_nothing(code: str) -> bool:
    """Whether a number format leaves every number out of sight: `;;;`."""
    sections = [section.replace('"', "").strip() for section in code.split(";")]
    return len(sections) >= _SECTIONS and not any(sections[:_SECTIONS])


def added_word(text: str) -> bool:
    """Whether the text is a word that says what the number counts, and no currency."""
    return bool(_LETTERS.search(text)) and text.casefold() not in ("eur", "euro", "e")
