"""Which lines of a finance export concern Platform31: a rule of words and codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.keys import unaccented
from data.cells.text import clean_text

WORDS = c.DESCRIPTION  # words in the text of a booking or in the description of an account
FIELDS = (c.SUPPLIER, c.ACCOUNT, c.COST_CENTRE, WORDS)
LONGEST_VALUE = 100

_TEXTS = {WORDS: (c.DESCRIPTION, c.BOOKING), c.SUPPLIER: (c.SUPPLIER,)}
_PARTED = re.compile(r"\b(platform|p|g)[\s-]+(31|40|32)\b")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Condition:
    """One way for a line to concern Platform31: what `field` says.

    Of a supplier and of words, the line holds `value`; an account and a cost centre are `value`.
    """

    field: str
    value: str


@dataclass(frozen=True)
class Rule:
    """A line concerns Platform31 when any of the conditions holds."""

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def of(cls, conditions: Iterable[tuple[str, str]]) -> Rule:
        """The rule with these (field, value), each once; empty values are left out."""
        tidy = ((name, clean_text(value)[:LONGEST_VALUE]) for name, value in conditions)
        kept = dict.fromkeys(Condition(f, v) for f, v in tidy if f in FIELDS and _words(v).strip())
        return cls(tuple(kept))

    def values(self, field: str) -> list[str]:
        """What the rule asks of one field."""
        return [each.value for each in self.conditions if each.field == field]

    def keeps(self, lines: pd.DataFrame) -> np.ndarray:
        """Which lines concern Platform31; a column that the lines do not have never does."""
        kept = np.zeros(len(lines), bool)
        for each in self.conditions:
            for column in _TEXTS.get(each.field, (each.field,)):
                if column in lines:
                    kept |= _holds(lines[column], each)
        return kept


DEFAULT_RULE = Rule((Condition(c.SUPPLIER, "Platform31"), Condition(WORDS, "Platform31")))
HINTS = ("P31", "G40")  # often of Platform31, not always: proposed, never taken by themselves


def hints_in(lines: pd.DataFrame, kept: np.ndarray) -> dict[str, int]:
    """How many lines that the rule leaves hold one of the `HINTS`."""
    left = lines[~kept]
    found = {
        hint: int(Rule.of([(WORDS, hint), (c.SUPPLIER, hint)]).keeps(left).sum()) for hint in HINTS
    }
    return {hint: count for hint, count in found.items() if count}


def _holds(column: pd.Series, condition: Condition) -> np.ndarray:
    codes, distinct = pd.factorize(column)
    test = _has_words if condition.field in _TEXTS else _is_code
    answers = np.array([test(str(text), condition.value) for text in distinct] + [False], bool)
    return answers[codes]


def _has_words(text: str, wanted: str) -> bool:
    return _words(wanted) in _words(text)


def _is_code(text: str, wanted: str) -> bool:
    """Whether a cell is a code, also where its description stands behind it."""
    code, wanted = clean_text(text).casefold(), clean_text(wanted).casefold()
    return code == wanted or (
        code.startswith(wanted) and not (code[len(wanted)].isalnum() or code[len(wanted)] in ".,")
    )


def _words(text: str) -> str:
    """The words of a text between spaces; `Platform 31` and `Platform-31` are one word."""
    folded = _PARTED.sub(r"\1\2", unaccented(text).casefold())
    return f" {_NO_WORD.sub(' ', folded).strip()} "
