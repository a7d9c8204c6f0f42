"""The names on one sheet: how they are read, what a person says of them, what may be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from data import columns as c
from data.cleaning import messages
from data.cleaning.name_matching import (
    MAX_COMPARED,
    Doubt,
    KnownNames,
    NameResolver,
    match_names,
    settle_new_names,
)
from data.values.candidates import Candidates
from data.values.results import (
    DOUBTFUL,
    MATCHED,
    NEW,
    REMEMBERED,
    NameMatches,
    NameQuestion,
    left_out,
)
from texts import Message

Answer = str | Doubt | None

_KINDS = (c.DEPARTMENT, c.THEME)


def match_sheet_names(
    candidates: Candidates, frame: pd.DataFrame, known: KnownNames
) -> dict[str, NameMatches]:
    """Put the stored name in the place of each spelling; kind -> what was done.

    Rejects the rows in which a name is doubtful, and those that a person leaves out.
    """
    names = {kind: _Names(kind, _to_match(candidates, frame, kind), known) for kind in _KINDS}
    for kind, found in names.items():
        refused = found.refused()
        for row, spelling in frame[kind][frame[kind].isin(list(refused))].items():
            candidates.reject(int(str(row)), kind, refused[spelling])
    accepted = candidates.accepted
    matches = {kind: found.matches(frame.loc[accepted, kind]) for kind, found in names.items()}
    for kind, matched in matches.items():
        frame[kind] = frame[kind].map(dict(matched.canonical)).astype("str")
    return matches


def _to_match(candidates: Candidates, frame: pd.DataFrame, kind: str) -> pd.Series:
    """The spellings, without those of rows that were refused for this name already."""
    return frame[kind].drop(candidates.faulty_rows(kind))


class _Names:
    """The spellings of one kind of name on a sheet, and what each means."""

    def __init__(self, kind: str, spellings: pd.Series, known: KnownNames) -> None:
        self._counts = _counts(spellings)
        self._known = known.of(kind)
        self._resolver = NameResolver(kind, known, thorough=len(self._counts) <= MAX_COMPARED)
        self._found: dict[str, Answer] = {s: self._resolver.resolve(s) for s in self._counts}
        said = known.chosen.get(kind, {})
        self._chosen = {s: said[s] for s in self._counts if s in said}
        self._only = known.only if kind == c.DEPARTMENT else None

    def refused(self) -> dict[str, Message]:
        """Spelling -> why the rows with it are rejected."""
        doubtful = {s: a.message for s, a in self._found.items() if isinstance(a, Doubt)}
        undecided = {s: message for s, message in doubtful.items() if s not in self._chosen}
        said = {s: left_out(s) for s, name in self._chosen.items() if name is None}
        return undecided | said | self._of_others()

    def _of_others(self) -> dict[str, Message]:
        """The spellings of other departments, when the file may tell of one only."""
        if self._only is None:
            return {}
        sure = {s: a for s, a in self._found.items() if not isinstance(a, Doubt)} | self._chosen
        return {
            spelling: messages.DEPARTMENT_OF_OTHERS(department=name or spelling, only=self._only)
            for spelling, name in sure.items()
            if (name or spelling) != self._only
        }

    def matches(self, accepted: pd.Series) -> NameMatches:
        """What becomes of the spellings in the accepted rows, and what may be asked."""
        found = {s: answer for s, answer in self._found.items() if isinstance(answer, str)}
        resolved = found | {s: name for s, name in self._chosen.items() if name is not None}
        names = set(self._known.values())
        counts = _counts(accepted)
        fresh = {name for name in self._chosen.values() if name and name not in names}
        matches = match_names(counts, resolved, fresh=fresh)
        return NameMatches(
            matches.canonical, matches.new, matches.matched, tuple(self._questions(counts))
        )

    def _questions(self, accepted: Mapping[str, int]) -> Iterator[NameQuestion]:
        """A new name in rejected rows alone is no question yet; a doubtful one always is."""
        unknown = {s: n for s, n in self._counts.items() if self._found[s] is None}
        settled = settle_new_names(unknown)
        for spelling, rows in self._counts.items():
            answer = self._found[spelling]
            if isinstance(answer, Doubt):
                yield NameQuestion(spelling, DOUBTFUL, rows, None, answer.candidates)
            elif spelling not in accepted and spelling not in self._chosen:
                continue
            elif answer is None:
                near = self._resolver.nearest(spelling)
                yield NameQuestion(spelling, NEW, rows, settled[spelling], near)
            elif answer != spelling:
                how = REMEMBERED if spelling in self._known else MATCHED
                near = self._resolver.nearest(spelling)
                others = [name for name in near if name != answer]
                yield NameQuestion(spelling, how, rows, answer, (answer, *others))


def _counts(spellings: pd.Series) -> dict[str, int]:
    """How often each spelling stands there, in order of first appearance."""
    codes, distinct = pd.factorize(spellings)
    counts = pd.Series(codes[codes >= 0]).value_counts()
    return {spelling: int(counts[code]) for code, spelling in enumerate(distinct)}
