"""Columns with a fixed set of answers: form, channel, share and the kind of an amount."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.cells.cell import Cell
from data.cells.name_keys import plain_words
from data.cells.text import cell_text, shorten
from data.fields import Choice
from texts import Message, Sentence

_DENIES = re.compile(r"\b(geen|niet|no|not|zonder|without|ipv|i p v|gepland|planned)\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def parse_choices(
    cells: Sequence[Cell], choices: Sequence[Choice], refusal: Sentence
) -> list[str | Message]:
    """The answer in each cell: one of `choices`, or `refusal` with the cell and the choices."""
    synonyms = _Synonyms({choice.value: choice.words for choice in choices})
    by_number = {choice.percent: choice.value for choice in choices if choice.percent}
    answers = (
        _by_words_or_number(cell, synonyms, by_number) if by_number else _by_words(cell, synonyms)
        for cell in map(cell_text, cells)
    )
    allowed = [choice.value for choice in choices]
    return [
        answer or _refused(refusal, cell, allowed)
        for cell, answer in zip(cells, answers, strict=True)
    ]


def _refused(refusal: Sentence, cell: Cell, allowed: list[str]) -> Message:
    told = {"value": shorten(cell_text(cell)), "allowed": allowed}
    return refusal(**{name: told[name] for name in refusal.placeholders})


class _Synonyms(dict[str, str]):
    """Each way of writing an answer, as bare words, with the answer."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        for answer, listed in spellings.items():
            for spelling in (answer, *listed.split(",")):
                self.setdefault(" ".join(plain_words(spelling)), answer)
        self.pop("", None)
        longest_first = sorted((s for s in self if len(s) >= 3), key=len, reverse=True)
        self.inside = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _by_words(cell: str, synonyms: _Synonyms) -> str | None:
    text = " ".join(plain_words(cell))
    if cell.rstrip().endswith("?"):
        return None
    if text in synonyms:
        return synonyms[text]
    typo = _typo_of(text, synonyms)
    if typo:
        return typo
    if _DENIES.search(text):
        return None
    inside = {synonyms[spelling] for spelling in synonyms.inside.findall(text)}
    return inside.pop() if len(inside) == 1 else None


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


def _by_words_or_number(
    cell: str, synonyms: _Synonyms, by_number: Mapping[float, str]
) -> str | None:
    """The one answer that the words and the numbers of a cell agree on."""
    answers = {by_number.get(_percent(number)) for number in _NUMBER.findall(cell)}
    in_words = _by_words(_NUMBER.sub(" ", cell), synonyms)
    if in_words:
        answers.add(in_words)
    return answers.pop() if len(answers) == 1 else None


def _percent(number: str) -> float:
    value = float(number.replace(",", "."))
    return round(value * 100 if value < 1 else value, 6)
