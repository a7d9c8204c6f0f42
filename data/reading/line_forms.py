"""Texts whose lines are written in another way than Excel does: told by the line of headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_CLOSING = {'"': '"', "'": "'", "“": "”"}
_BETWEEN = r"([;,\t|^~ ] ?)"
_FEWEST = 2  # delimiters in a line of headings
_LONGEST = 20_000
_BARS = str.maketrans("│┃║", "|||")


class Form(NamedTuple):
    """How cells are parted and quoted; `tidy` makes a line as Excel would write it."""

    delimiter: str = ""  # empty: to be found
    quote: str = '"'
    spaced: bool = False  # a space stands between a delimiter and a quotation mark
    tidy: Callable[[str], str] | None = None


def form_of(head: str) -> Form:
    """The form of a text that begins so."""
    line = next((line.strip() for line in head.splitlines() if line.strip()), "")[:_LONGEST]
    delimiter, quote, spaced = _of_headings(line)
    if quote == "“":
        return Form(delimiter, '"', spaced, _straight(delimiter))
    if "│" in head and line[:1] in "┌│╔║":
        return Form("|", tidy=lambda line: line.translate(_BARS))
    if '="' in head:
        return Form(delimiter, quote, spaced, _without_formulas)
    if '\\"' in head:
        return Form(delimiter, quote, spaced, _doubled)
    return Form(delimiter, quote, spaced)


def _of_headings(line: str) -> tuple[str, str, bool]:
    """Delimiter, quotation mark and space of headings that stand in quotes, all of them."""
    quote = line[:1]
    closing = _CLOSING.get(quote)
    if not closing or not line.endswith(closing):
        return "", '"', False
    found = re.findall(closing + _BETWEEN + quote, line)
    if len(found) < _FEWEST or len(set(found)) > 1:
        return "", '"', False
    return found[0][0], quote, len(found[0]) > 1


def _straight(delimiter: str) -> Callable[[str], str]:
    """Curly quotation marks around a cell as straight ones."""
    mark = re.escape(delimiter)
    opening = re.compile(rf"(^|{mark} ?)“")
    closing = re.compile(rf"”(?={mark}|[\r\n]|\Z)")
    return lambda line: closing.sub('"', opening.sub(r'\1"', line))


# `="0012"`, by which a program keeps Excel from making a number of it; in quotes as `"=""0012"""`.
_FORMULA = re.compile(r'(?<![^;,\t|])="([^"\r\n]{0,300})"(?=[;,\t|\r\n]|\Z)')
_QUOTED_FORMULA = re.compile(r'"=""([^"\r\n]{0,300})"""')


def _without_formulas(line: str) -> str:
    return _QUOTED_FORMULA.sub(r'"\1"', _FORMULA.sub(r'"\1"', line))


_ESCAPED_QUOTE = re.compile(r'\\"(?![;,\t|\r\n]|\Z)')


def _doubled(line: str) -> str:
    r"""The `\"` of many programs as the `""` of Excel; not where it ends a cell, such as a path."""
    return _ESCAPED_QUOTE.sub('""', line)
