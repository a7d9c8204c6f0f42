"""How Excel names its columns: A to XFD."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=2_000)
def column_number(letters: bytes) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column, numbered from 1."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
