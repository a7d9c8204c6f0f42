"""Names of departments and themes: which stored name a spelling means, and which are new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self, TypeVar

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from data.cells.cell import Cell
from data.cells.name_keys import (
    NameKey,
    has_generic_word,
    name_key,
    same_name,
    slip_of,
    stands_for,
)
from data.cells.text import cell_text, clean_text, shorten
from data.cleaning import messages
from data.columns import DEPARTMENT, THEME
from data.values.results import NameMatches
from texts import Message

MAX_NAME_LENGTH = 200
CLOSE = 82.0  # of 100: below this two names do not resemble each other
FAIRLY_CLOSE = 60.0  # of 100: worth showing to a person who says what a new name means
MAX_CANDIDATES = 5  # more would not help a reader to choose
MIN_COMPARED_LENGTH = 5  # letters: shorter names resemble each other by chance
MAX_COMPARED = 1_000  # beyond this many names comparing each with each takes too long

T = TypeVar("T")


@dataclass(frozen=True)
class KnownNames:
    """The names that are known: every spelling (canonical or remembered) -> canonical name.

    `fresh` holds the canonical names that are new in the file being read: a name that merely
    resembles one of those is a name of its own. `chosen` is what a person says of the spellings in
    the file, as in `Corrections.names`. `only` is the department that the file may tell of, when
    whoever brings it speaks for that one alone.
    """

    departments: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    fresh: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chosen: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    only: str | None = None

    @classmethod
    def empty(cls) -> Self:
        """Nothing is known yet."""
        return cls()

    def of(self, kind: str) -> Mapping[str, str]:
        """The spellings of one kind: `department` or `theme`."""
        return {DEPARTMENT: self.departments, THEME: self.themes}[kind]

    def with_new(self, names: Mapping[str, NameMatches]) -> KnownNames:
        """These names and those that a sheet added: what the next sheet of the file knows."""
        added = {kind: found.canonical for kind, found in names.items()}
        new = {kind: frozenset(found.new) for kind, found in names.items()}
        return replace(
            self,
            departments={**added.get(DEPARTMENT, {}), **self.departments},
            themes={**added.get(THEME, {}), **self.themes},
            fresh={
                kind: self.fresh.get(kind, frozenset()) | new.get(kind, frozenset())
                for kind in (DEPARTMENT, THEME)
            },
        )


class Doubt(NamedTuple):
    """A spelling that could be several names, or is close to one: the sentence, and the names."""

    message: Message
    candidates: tuple[str, ...]


class _Pool:
    """Names that a spelling can be compared with: each spelling's key and its canonical name."""

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        self.entries = [(name_key(spelling), name) for spelling, name in spellings]
        self._by_form: dict[str, list[tuple[NameKey, str]]] = {}
        for key, name in self.entries:
            for form in {key.compact, key.full}:
                self._by_form.setdefault(form, []).append((key, name))
        self._compacts = [key.compact for key, _ in self.entries]
        self._in_words = [" ".join(key.words) for key, _ in self.entries]
        self._sorted_words = [" ".join(sorted(key.words)) for key, _ in self.entries]
        self._shorts = [entry for entry in self.entries if entry[0].may_be_short]

    def same(self, key: NameKey) -> list[str]:
        """The names that it is equal to, but for case, punctuation and the like."""
        near = [*self._by_form.get(key.compact, ()), *self._by_form.get(key.full, ())]
        return _unique(name for other, name in near if same_name(key, other))

    def short_or_long(self, key: NameKey) -> list[str]:
        """The names that it abbreviates, or that abbreviate it."""
        longer = self.entries if key.may_be_short else ()
        return _unique(
            [name for other, name in longer if stands_for(key, other)]
            + [name for other, name in self._shorts if stands_for(other, key)]
        )

    def slips(self, key: NameKey) -> list[str]:
        """The names that it is a slip of the keyboard away from."""
        near = process.extract(
            key.compact, self._compacts, scorer=OSA.distance, score_cutoff=2, limit=None
        )
        found = [self.entries[i] for _, _, i in sorted(near, key=lambda hit: hit[2])]
        return _unique(name for other, name in found if slip_of(key, other))

    def close(self, key: NameKey) -> list[str]:
        """The names that it resembles too much to be called new, the nearest first."""
        scores: dict[str, float] = {}
        for score, (other, name) in self._resembling(key):
            if key.digits == other.digits:  # Wijkteam 2 and Wijkteam 3 are two teams
                scores[name] = max(score, scores.get(name, 0.0))
        return sorted(scores, key=lambda name: (-scores[name], name))[:MAX_CANDIDATES]

    def nearest(self, key: NameKey) -> list[str]:
        """The names that a person may think of, the nearest first: looser than `close`."""
        near = process.extract(
            " ".join(key.words),
            self._in_words,
            scorer=fuzz.WRatio,
            score_cutoff=FAIRLY_CLOSE,
            limit=None,
        )
        return _unique(self.entries[i][1] for _, _, i in near)[:MAX_CANDIDATES]

    def _resembling(self, key: NameKey) -> Iterator[tuple[float, tuple[NameKey, str]]]:
        forms = (
            (key.compact, self._compacts),
            (" ".join(sorted(key.words)), self._sorted_words),
        )
        for form, others in forms:
            near = process.extract(form, others, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None)
            for other, score, i in near:
                if min(len(form), len(other)) >= MIN_COMPARED_LENGTH:
                    yield score, self.entries[i]
        words = set(key.words)
        for entry in self.entries:
            if _part_of(words, key, entry[0]) or _shortened_words(key, entry[0]):
                yield CLOSE, entry


class NameResolver:
    """Finds the stored name that a spelling means, for one kind of name.

    Without `thorough` only spellings that are equal but for case and punctuation are found.
    """

    def __init__(self, kind: str, known: KnownNames, *, thorough: bool = True) -> None:
        self._kind = kind
        self._thorough = thorough
        self._spellings = known.of(kind)
        fresh = known.fresh.get(kind, frozenset())
        pairs = _unique([*self._spellings.items(), *((n, n) for n in self._spellings.values())])
        self._stored = _Pool(pair for pair in pairs if pair[1] not in fresh)
        self._fresh = _Pool(pair for pair in pairs if pair[1] in fresh)

    def resolve(self, spelling: str) -> str | Doubt | None:
        """The canonical name, a doubt when it could be several, None when it is new."""
        exact = self._spellings.get(spelling)
        if exact:
            return exact
        key = name_key(spelling)
        tiers = (_Pool.same, _Pool.short_or_long, _Pool.slips)
        for tier in tiers if self._thorough else tiers[:1]:
            for pool in (self._stored, self._fresh):
                found = tier(pool, key)
                if len(found) == 1:
                    return found[0]
                if found and pool is self._stored:
                    return _could_be_several(spelling, self._kind, found)
        close = self._stored.close(key) if self._thorough else []
        return _resembles(spelling, self._kind, close) if close else None

    def nearest(self, spelling: str) -> tuple[str, ...]:
        """The known names that come nearest to a new one."""
        return tuple(self._stored.nearest(name_key(spelling))) if self._thorough else ()


def _unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))


def _part_of(words: set[str], key: NameKey, other: NameKey) -> bool:
    """Whether it is the larger part of the words of the other name."""
    return 2 * len(key.compact) >= len(other.compact) and words < set(other.words)


def _shortened_words(key: NameKey, other: NameKey) -> bool:
    """Whether it is the other name with words cut short: "Maatsch Ondersteuning"."""
    if len(key.words) != len(other.words) or len(key.words) < 2 or key.words == other.words:
        return False
    pairs = list(zip(key.words, other.words, strict=True))
    return any(a == b for a, b in pairs) and all(
        a == b or (len(a) >= 3 and b.startswith(a)) for a, b in pairs
    )


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


_AMBIGUOUS = {DEPARTMENT: messages.DEPARTMENT_AMBIGUOUS, THEME: messages.THEME_AMBIGUOUS}
_RESEMBLES = {DEPARTMENT: messages.DEPARTMENT_RESEMBLES, THEME: messages.THEME_RESEMBLES}


def _could_be_several(spelling: str, kind: str, candidates: Sequence[str]) -> Doubt:
    shown = candidates[:MAX_CANDIDATES]
    message = _AMBIGUOUS[kind](value=shorten(spelling), candidates=_quoted(shown))
    return Doubt(message, tuple(shown))


def _resembles(spelling: str, kind: str, candidates: Sequence[str]) -> Doubt:
    message = _RESEMBLES[kind](value=shorten(spelling), candidates=_quoted(candidates))
    return Doubt(message, tuple(candidates))


def parse_names(cells: Sequence[Cell]) -> list[str | Message]:
    """The spelling in each cell of a column of names, or a sentence why it is no name."""
    return [_parse_name(cell) for cell in cells]


def _parse_name(cell: Cell) -> str | Message:
    text = clean_text(cell_text(cell))
    if isinstance(cell, bool) or not any(sign.isalpha() for sign in text):
        return messages.NAME_WITHOUT_LETTERS(value=shorten(text))
    if len(text) > MAX_NAME_LENGTH:
        return messages.NAME_TOO_LONG(value=shorten(text), limit=MAX_NAME_LENGTH)
    return text


def settle_new_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Which spelling stands for each of the names that are all new in one file.

    `counts` says how often each spelling stands in the file, in order of first appearance. Only
    spellings that certainly mean the same are brought together.
    """
    groups = [_Group(tuple(spellings), counts) for spellings in _equal_spellings(counts)]
    if len(groups) <= MAX_COMPARED:
        groups = _merge_certain(groups)
    return {spelling: group.canonical for group in groups for spelling in group.spellings}


def likeliest_spelling(counts: Mapping[str, int]) -> str:
    """Which of the spellings of one name stands for it; see `_Group`."""
    return _Group(tuple(counts), counts).canonical


@dataclass(frozen=True)
class _Group:
    """Spellings of one name; `canonical` is the most frequent full one.

    In a tie it is the one that looks like a name, `Vastgoed` and not `vastgoed`; else the first.
    """

    spellings: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def canonical(self) -> str:
        if len(self.spellings) == 1:
            return self.spellings[0]
        full = [spelling for spelling in self.spellings if not name_key(spelling).short]
        bare = [spelling for spelling in full if not name_key(spelling).code]
        among = bare or full or self.spellings
        return max(among, key=lambda spelling: (self.counts[spelling], _looks_official(spelling)))

    @property
    def key(self) -> NameKey:
        return name_key(self.canonical)

    @property
    def keys(self) -> list[NameKey]:
        """The keys of its spellings; one of them may carry a code that the others lack."""
        return [name_key(spelling) for spelling in self.spellings]

    @property
    def count(self) -> int:
        return sum(self.counts[spelling] for spelling in self.spellings)


def _looks_official(spelling: str) -> tuple[bool, bool]:
    """How much a spelling looks like the name itself: a capital first, and no generic word."""
    shouted = spelling.isupper() and len(spelling) > MIN_COMPARED_LENGTH
    return spelling[:1].isupper() and not shouted, not has_generic_word(spelling)


def _equal_spellings(counts: Mapping[str, int]) -> list[list[str]]:
    """The spellings that are equal but for case, accents, punctuation and a code."""
    keys = {spelling: name_key(spelling) for spelling in counts}
    codes: dict[str, set[str]] = {}
    for key in keys.values():
        codes.setdefault(key.compact, set()).add(key.code)
    groups: dict[tuple[str, str], list[str]] = {}
    full_forms: dict[str, str] = {}
    for spelling, key in keys.items():
        several_codes = len(codes[key.compact] - {""}) > 1
        compact = full_forms.setdefault(key.full, key.compact)
        groups.setdefault((compact, key.code if several_codes else ""), []).append(spelling)
    return list(groups.values())


def _merge_certain(groups: Sequence[_Group]) -> list[_Group]:
    """Bring abbreviations and slips of the keyboard to the one name they certainly mean."""
    settled: list[_Group] = []
    keys: list[list[NameKey]] = []
    for group in sorted(groups, key=lambda group: (group.key.short, -group.count)):
        matches = [i for i, others in enumerate(keys) if _certainly_same(group.key, others)]
        if len(matches) == 1:
            other = settled[matches[0]]
            settled[matches[0]] = replace(other, spellings=other.spellings + group.spellings)
            keys[matches[0]] += group.keys
        else:
            settled.append(group)
            keys.append(group.keys)
    return settled


def _certainly_same(key: NameKey, others: Iterable[NameKey]) -> bool:
    return any(
        stands_for(key, other) or stands_for(other, key) or slip_of(key, other) for other in others
    )


def match_names(
    counts: Mapping[str, int], resolved: Mapping[str, str], *, fresh: Collection[str] = ()
) -> NameMatches:
    """What becomes of the spellings in the accepted rows.

    `counts` holds them in order of first appearance, `resolved` those that mean a known name, or
    one of the `fresh` names that a person calls new.
    """
    unknown = {spelling: n for spelling, n in counts.items() if spelling not in resolved}
    settled = settle_new_names(unknown)
    canonical = {spelling: resolved.get(spelling) or settled[spelling] for spelling in counts}
    return NameMatches(
        canonical=canonical,
        new=tuple(_unique(n for s, n in canonical.items() if s in unknown or n in fresh)),
        matched={spelling: name for spelling, name in canonical.items() if spelling != name},
    )
