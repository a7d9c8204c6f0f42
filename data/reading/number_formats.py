"""The words that the format of a number adds to what a reader sees: `0,0 "dagen"`."""

from __future__ import annotations

import re

from data.values.marks import CLOCK, MINUS, MONTH, SCALE, YEAR

_PARTS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([dmyhsDMYHS]+)|(.)')
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]|[%±~]")
_LONGEST = 255  # what Excel allows
_SECTIONS = 3  # for positive numbers, negative ones and zero
_CURRENCY = re.compile(r"\[\$([^\]\-]+)[^\]]*\]")  # `[$$-409]` for dollars
_LANGUAGE = re.compile(r"\[\$-[^\]]*\]")
_OF_A_DURATION = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_OTHER_MONEY = re.compile(r"[$£¥]|\b(?:usd|gbp|chf)\b", re.IGNORECASE)
_EUROS = ("€", "eur", "euro")
_SCALED = re.compile(r"[0#?](,{1,3})(?![0#?,])")
_CONDITION = re.compile(r"\[[<>=]")
_PLACEHOLDER = re.compile(r"[0#?@]|general|standaard", re.IGNORECASE)
# `0":"00` shows 130 as 1:30, so that nobody has to type the colon.
_CLOCK = re.compile(r"""[0#]+(?:"[:uh]"|\\[:uh]|:)00(?![0#])""")
BUILT_IN = {9: "%", 10: "%", 17: MONTH}  # no styles.xml tells these formats


def words_of(code: str) -> str:
    """The words in a number format for positive numbers; empty for a whole date or a currency.

    Formats that change more give a word of `data.values.marks`, such as `MONTH`.
    """
    sections = code[:_LONGEST].split(";")
    words = _words_of_section(sections[0])
    if not _CONDITION.search(code):
        return words
    others = [_words_of_section(section) for section in sections[1:_SECTIONS]]
    return " / ".join([words, *(other for other in others if other[:2] != words[:2])])


def _words_of_section(section: str) -> str:
    section = _LANGUAGE.sub("", section)
    currency = _CURRENCY.search(section)
    if currency and currency[1].casefold() not in _EUROS:
        return currency[1]
    foreign = _OTHER_MONEY.search(_CURRENCY.sub("", section))
    if foreign:
        return foreign[0]
    if _CLOCK.search(section):
        return CLOCK
    words, pattern = _parted(section)
    if "general" not in pattern.lower() and _DATE.search(pattern):
        return _part_of_a_date(section)
    if not _PLACEHOLDER.search(pattern):
        return ""
    scaled = _SCALED.search(pattern)
    if scaled:  # what is stored is whole; only the view leaves thousands out
        return f"{SCALE}{1000 ** len(scaled[1])}"
    if _is_negative(pattern):
        return MINUS
    return words if added_word(words) else ""


def _parted(section: str) -> tuple[str, str]:
    """The words of a part of a format, and the signs that stand for digits or parts of a date."""
    words: list[str] = []
    bare: list[str] = []
    for part in _PARTS.finditer(section):
        quoted, escaped, date, other = part.groups()
        words.append(quoted or escaped or ("%" if other == "%" else " "))
        bare.append(date or other or "")
    return " ".join("".join(words).split()), "".join(bare)


def _part_of_a_date(section: str) -> str:
    if _OF_A_DURATION.search(section):
        return ""
    letters = "".join(sorted(set(_parted(section)[1].lower()) & set("ymdhs")))
    return {"my": MONTH, "m": MONTH, "y": YEAR}.get(letters, "")


def _is_negative(pattern: str) -> bool:
    """Whether positive numbers are shown with a minus, or in brackets."""
    bare = pattern.strip(" €")
    return bare.startswith("-") or (bare.startswith("(") and bare.endswith(")"))


def shows_nothing(code: str) -> bool:
    """Whether a number format leaves every number out of sight: `;;;`, or a word for it."""
    sections = [section.replace('"', "").strip() for section in code.split(";")]
    if len(sections) >= _SECTIONS and not any(sections[:_SECTIONS]):
        return True
    words, pattern = _parted(code[:_LONGEST].split(";")[0])
    return bool(words) and not pattern.strip(" €-") and "[" not in code


def added_word(text: str) -> bool:
    """Whether the text is a word that says what the number counts, and no currency."""
    return bool(_LETTERS.search(text)) and text.casefold() not in ("eur", "euro", "e")
