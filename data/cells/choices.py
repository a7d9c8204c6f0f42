"""Columns with a fixed set of answers: form, channel, share and the kind of an amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data import columns as c
from data.cells import choice_words as words
from data.cells import messages
from data.cells.cell import Cell
from data.cells.name_keys import plain_words
from data.cells.text import cell_text, shorten
from texts import Message

_SHARES_BY_NUMBER = {40.0: c.GENERAL, 60.0: c.TAILORED}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def parse_forms(cells: Sequence[Cell], forms: Sequence[str] = c.FORMS) -> list[str | Message]:
    """The form in each cell: one of `forms`, or a sentence that names them."""
    synonyms = _Synonyms({form: words.FORM_WORDS.get(form, "") for form in forms})
    return [_choose(cell, synonyms, _refuser(_not_a_form, forms)) for cell in cells]


def parse_channels(cells: Sequence[Cell]) -> list[str | Message]:
    """The channel in each cell: `direct` or `network`, or a sentence that names them."""
    synonyms = _Synonyms(words.CHANNEL_WORDS)
    return [_choose(cell, synonyms, _not_a_channel) for cell in cells]


def parse_shares(cells: Sequence[Cell]) -> list[str | Message]:
    """The share in each cell: `general` (40 %) or `tailored` (60 %), or a sentence."""
    synonyms = _Synonyms(words.SHARE_WORDS)
    return [_parse_share(cell, synonyms) for cell in cells]


def parse_budget_kinds(cells: Sequence[Cell]) -> list[str | Message]:
    """What kind of amount each cell names: `budget`, `actual`, `commitment`, or a sentence."""
    synonyms = _Synonyms(words.BUDGET_KIND_WORDS)
    return [_choose(cell, synonyms, _not_a_budget_kind) for cell in cells]


class _Synonyms(dict[str, str]):
    """Each way of writing an answer, as bare words, with the answer."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        for answer, listed in spellings.items():
            for spelling in (answer, *listed.split(",")):
                self.setdefault(" ".join(plain_words(spelling)), answer)
        self.pop("", None)
        longest_first = sorted((s for s in self if len(s) >= 3), key=len, reverse=True)
        self.inside = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _choose(cell: Cell, synonyms: _Synonyms, refuse: Callable[[str], Message]) -> str | Message:
    text = " ".join(plain_words(cell_text(cell)))
    if text in synonyms:
        return synonyms[text]
    typo = _typo_of(text, synonyms)
    if typo:
        return typo
    inside = {synonyms[spelling] for spelling in synonyms.inside.findall(text)}
    return inside.pop() if len(inside) == 1 else refuse(cell_text(cell))


def _typo_of(text: str, synonyms: Mapping[str, str]) -> str | None:
    """The one answer that `text` is a slip of the keyboard away from."""
    if len(text) < 6 or any(sign.isdigit() for sign in text):
        return None
    slips = 2 if len(text) >= 12 else 1
    close = process.extract(
        text, list(synonyms), scorer=OSA.distance, score_cutoff=slips, limit=None
    )
    answers = {synonyms[spelling] for spelling, _, _ in close if spelling[0] == text[0]}
    return answers.pop() if len(answers) == 1 else None


def _parse_share(cell: Cell, synonyms: _Synonyms) -> str | Message:
    text = cell_text(cell)
    answers = {_share_of_number(number) for number in _NUMBER.findall(text)}
    in_words = _choose(_NUMBER.sub(" ", text), synonyms, _not_a_share)
    if not isinstance(in_words, Message):
        answers.add(in_words)
    answer = answers.pop() if len(answers) == 1 else None
    return answer or _not_a_share(text)


def _share_of_number(number: str) -> str | None:
    value = float(number.replace(",", "."))
    return _SHARES_BY_NUMBER.get(round(value * 100 if value < 1 else value, 6))


def _refuser(
    message: Callable[[str, Sequence[str]], Message], allowed: Sequence[str]
) -> Callable[[str], Message]:
    return lambda text: message(text, allowed)


def _not_a_form(text: str, forms: Sequence[str]) -> Message:
    return messages.FORM_UNKNOWN(value=shorten(text), allowed=", ".join(forms))


def _not_a_channel(text: str) -> Message:
    return messages.CHANNEL_UNKNOWN(value=shorten(text))


def _not_a_share(text: str) -> Message:
    return messages.SHARE_UNKNOWN(value=shorten(text))


def _not_a_budget_kind(text: str) -> Message:
    return messages.AMOUNT_KIND_UNKNOWN(value=shorten(text))
