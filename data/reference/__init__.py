"""Keyword tables: which domain, pillar and task a new name is proposed for, and what is relevant.

Only proposals: the coordinator sees them before they are stored and can change each of them.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from data.columns import DOMAIN, PILLAR, UNCLASSIFIED
from data.fields.choices import CLASSES

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Classification:
    """What names belong to: department -> domain, theme -> (pillar, task)."""

    domains: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Stem:
    pattern: re.Pattern[str]
    words: int
    answer: tuple[str, ...]


def propose_domain(department: str) -> str:
    """The domain that the words of a department's name point at, else `onbekend`."""
    return _vote(department, _stems("domains.csv", ("domain",)))[0] or UNCLASSIFIED


def propose_theme(theme: str) -> tuple[str, str]:
    """The pillar and the task that the words of a theme's name point at, else `onbekend`."""
    pillar, task = _vote(theme, _stems("themes.csv", ("pillar", "task")))
    return pillar or UNCLASSIFIED, task or UNCLASSIFIED


@cache
def default_relevance() -> dict[tuple[str, str], bool]:
    """(domain, pillar) -> whether such a combination makes sense, until somebody says otherwise.

    What nobody has classified counts as relevant: a white spot is never hidden by ignorance.
    """
    stated = {
        (r["domain"], r["pillar"]): r["relevant"] == "yes" for r in read_table("relevance.csv")
    }
    return {(d, p): stated.get((d, p), True) for d in CLASSES[DOMAIN] for p in CLASSES[PILLAR]}


def _vote(name: str, stems: tuple[_Stem, ...]) -> tuple[str, ...]:
    """The answer that most words of `name` speak for; the first word decides between equals."""
    rest = _plain(name)
    votes: list[Counter[str]] = [Counter() for _ in stems[0].answer]
    first: dict[str, int] = {}
    for stem in stems:
        while match := stem.pattern.search(rest):
            rest = rest[: match.start()] + "." * len(match[0]) + rest[match.end() :]
            for counter, answer in zip(votes, stem.answer, strict=True):
                counter[answer] += stem.words
                first[answer] = min(first.get(answer, match.start()), match.start())
    return tuple(
        max(counter, key=lambda answer: (counter[answer], -first[answer]), default="")
        for counter in votes
    )


@cache
def _stems(file: str, columns: tuple[str, ...]) -> tuple[_Stem, ...]:
    """The stems of a table, longest first, so that a part of a longer one never counts as well."""
    stems = [
        _Stem(
            _pattern(row["stem"], row["match"]),
            len(row["stem"].split()),
            tuple(row[column] for column in columns),
        )
        for row in read_table(file)
    ]
    return tuple(sorted(stems, key=lambda stem: -len(stem.pattern.pattern)))


def _pattern(stem: str, match: str) -> re.Pattern[str]:
    before = "" if match == "inside" else r"\b"
    after = r"\b" if match == "word" else ""
    return re.compile(before + re.escape(_plain(stem)) + after)


def _plain(name: str) -> str:
    """Lower case, no accents, words apart by one space."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def read_table(file: str) -> list[dict[str, str]]:
    """The rows of a CSV file in this folder, heading -> text."""
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
