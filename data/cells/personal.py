"""Personal data in free text: found by their pattern and their check digits, and taken out.

A citizen service number (BSN) has nine digits that pass the eleven test, an IBAN passes modulo 97
(ISO 13616). Names of persons have no pattern; they are not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

EMAIL, IBAN, BSN, PHONE = "email", "iban", "bsn", "phone"
TAKEN_OUT = "[…]"

# Begins at the first digit of a row only: tried at each digit it takes nine times as long.
_EIGHT_DIGITS = re.compile(r"(?<!\d)(?:\d[\s.()/-]*+){8}")
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_BEGIN_OF_IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}\s?[A-Z]{4}", re.IGNORECASE)
_BSN = re.compile(
    r"(?<![\d.,/-])\d{4}\.?\d{2}\.?\d{3}(?![\d/-]|[.,]\d)|(?<!\d)\d{3} \d{3} \d{3}(?!\d)"
)
_PHONE = re.compile(
    r"""(?<![\d+])(?:\+31|0031)[\s-]?(?:\(0\)[\s-]?)?[1-9](?:[\s-]?\d){8}(?!\d)
      | (?<![\w.,/-])\(?0(?:6[\s-]?\d(?:[\s]?\d){7}            # 06-12345678
                       |[1-9]\d{8}                          # 0235115115
                       |[1-9]\d\)?[\s-]\d{3}[\s-]?\d{2}[\s-]?\d{2}   # 023-511 51 15
                       |[1-9]\d{2}\)?[\s-]\d{2}[\s-]?\d{2}[\s-]?\d{2})(?![\d/-])""",
    re.VERBOSE,
)


def may_hold_personal(text: str) -> bool:
    """False for what has neither an `@` nor eight digits, and so none of the four."""
    return "@" in text or bool(_EIGHT_DIGITS.search(text))


def find_personal(text: str) -> Iterator[tuple[str, int, int]]:
    """What personal data a text holds: the kind, where it begins, where it ends."""
    if not may_hold_personal(text):
        return
    taken: list[tuple[int, int]] = []
    for kind, pattern, is_one in _KINDS:
        for match in pattern.finditer(text):
            begin, end = match.start(), match.start() + is_one(match[0])
            if begin < end and not any(b < end and begin < e for b, e in taken):
                taken.append((begin, end))
                yield kind, begin, end


def without_personal(text: str) -> str:
    """The text with a mark in the place of the personal data in it."""
    for _kind, begin, end in sorted(find_personal(text), key=lambda found: -found[1]):
        text = text[:begin] + TAKEN_OUT + text[end:]
    return text


def looks_like_iban(text: str) -> bool:
    """Whether a text begins as the IBAN of a Dutch bank account does, right or wrong."""
    return bool(_BEGIN_OF_IBAN.search(text))


def _length_of_iban(text: str) -> int:
    """How many of these characters are an IBAN; words may follow it. 0: none."""
    for end in range(len(text), 14, -1):
        if text[end - 1] != " " and _passes_97(text[:end]):
            return end
    return 0


def _passes_97(text: str) -> bool:
    plain = text.replace(" ", "").upper()
    if len(plain) < 15:
        return False
    digits = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])
    return int(digits) % 97 == 1


def _length_of_bsn(text: str) -> int:
    digits = [int(sign) for sign in text if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(w * d for w, d in zip(weights, digits, strict=True))
    return len(text) if any(digits) and total % 11 == 0 else 0


_KINDS: Sequence[tuple[str, re.Pattern[str], Callable[[str], int]]] = (
    (EMAIL, _EMAIL, len),
    (IBAN, _IBAN, _length_of_iban),
    (PHONE, _PHONE, len),
    (BSN, _BSN, _length_of_bsn),
)
