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
NOT = "not:"  # before a field: what a line must not say
KEEPING = (c.SUPPLIER, c.ACCOUNT, c.COST_CENTRE, WORDS)
LEAVING_OUT = (f"{NOT}{c.SUPPLIER}", f"{NOT}{c.ACCOUNT}", f"{NOT}{WORDS}")
FIELDS = (*KEEPING, *LEAVING_OUT)
LONGEST_VALUE = 100

_TEXTS = {WORDS: (c.DESCRIPTION, c.BOOKING), c.SUPPLIER: (c.SUPPLIER,)}
_PARTED = re.compile(r"\b(platform|p|g)[\s-]+(31|40|32)\b")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Condition:
    """One way for a line to concern Platform31, or (`NOT` before its field) not to.

    Of a supplier and of words, the line holds `value`; an account and a cost centre are `value`.
    """

    field: str
    value: str


@dataclass(frozen=True)
class Rule:
    """A line concerns Platform31 when a condition keeps it and none leaves it out.

    Words that leave out do not overrule a supplier that keeps: Platform31 does write of stations.
    """

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
        by_words = self.meets(lines, f"{NOT}{WORDS}")
        others = [field for field in LEAVING_OUT if field != f"{NOT}{WORDS}"]
        kept = self.meets(lines, *KEEPING) & ~by_words | self.meets(lines, c.SUPPLIER)
        return kept & ~self.meets(lines, *others)

    def excepts(self, lines: pd.DataFrame) -> np.ndarray:
        """Which lines meet an exception in one of their texts."""
        return self.meets(lines, f"{NOT}{WORDS}", f"{NOT}{c.SUPPLIER}")

    def meets(self, lines: pd.DataFrame, *fields: str) -> np.ndarray:
        """Which lines meet any of the conditions on these fields."""
        met = np.zeros(len(lines), bool)
        for each in self.conditions:
            name = each.field.removeprefix(NOT)
            for column in _TEXTS.get(name, (name,)) if each.field in fields else ():
                if column in lines:
                    met |= _holds(lines[column], name, each.value)
        return met

    def names(self, text: str) -> bool:
        """Whether a text holds the words that keep a line, and none that leave it out."""
        return bool(self.keeps(pd.DataFrame({WORDS: pd.Series([text], dtype="str")}))[0])


_RAILWAY = ("perron", "spoor", "station", "trein", "treinen", "ProRail")
_OF_RAILWAY = ("ProRail", "NS Stations", "Nederlandse Spoorwegen")
DEFAULT_RULE = Rule(
    (
        Condition(c.SUPPLIER, "Platform31"),
        Condition(WORDS, "Platform31"),
        *(Condition(f"{NOT}{WORDS}", word) for word in _RAILWAY),
        *(Condition(f"{NOT}{c.SUPPLIER}", name) for name in _OF_RAILWAY),
    )
)
HINTS = ("P31", "G40")  # often of Platform31, not always: proposed, never taken by themselves


def hints_in(lines: pd.DataFrame, kept: np.ndarray) -> dict[str, int]:
    """How many lines that the rule leaves hold one of the `HINTS`."""
    left = lines[~kept]
    found = {
        hint: int(Rule.of([(WORDS, hint), (c.SUPPLIER, hint)]).keeps(left).sum()) for hint in HINTS
    }
    return {hint: count for hint, count in found.items() if count}


def closest_to(rule: Rule, lines: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    """The places of the lines that the rule only just leaves: by an exception, or with a hint."""
    hinted = Rule.of((field, hint) for hint in HINTS for field in (WORDS, c.SUPPLIER)).keeps(lines)
    excepted = rule.meets(lines, *KEEPING) & ~rule.keeps(lines)
    return np.flatnonzero((excepted | hinted) & ~kept)


def _holds(column: pd.Series, field: str, value: str) -> np.ndarray:
    codes, distinct = pd.factorize(column)
    test = _has_words if field in _TEXTS else _is_code
    answers = np.array([test(str(text), value) for text in distinct] + [False], bool)
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
