"""Which heading gets which column: each column to at most one heading, the best."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.figures import is_year
from data.cells.keys import heading_key, plain_words, word_set
from data.recognising.answers import answers_in
from data.recognising.evidence import are_dated, supports
from data.recognising.headings import HOURS_OF_OTHERS
from data.recognising.matching import (
    CHOSEN,
    REMEMBERED,
    SIMILAR,
    WEAK_TIER,
    Match,
    columns_for,
)
from data.values.found_table import Table
from data.values.hints import Remembered

"""(Kind, `heading_key`) -> column, or `""` for a heading that is not needed: what was learned."""

REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    c.USAGE: ((c.DEPARTMENT,), (c.THEME,), (c.DATE, c.YEAR)),
    c.BUDGET: ((c.AMOUNT, c.BUDGETED, c.ACTUAL, c.COMMITMENT), (c.YEAR, c.DATE)),
}
_CALENDAR_PARTS = (c.YEAR, c.QUARTER, c.MONTH)
_REMEMBERED_SCORE = 1000.0
_FAIR_TIER = 1
_CHOSEN_SCORE = 2000.0
_BY_VALUES_SCORE = 40.0
_HIDDEN = 0.6
_THEIRS = word_set("p31 platform31 platform pf31")
_OURS = word_set(
    "gemeente gemeentelijk gemeentelijke eigen intern interne ambtelijk ambtelijke zelf"
)


@dataclass(frozen=True)
class Candidate:
    """A heading that could be a column: its place in the sheet's rows and how well it matches."""

    position: int
    column: str
    match: Match


@dataclass
class Assignment:
    """Which place has which column; `kind` is what the headings were read as."""

    kind: str
    taken: dict[int, Candidate] = field(default_factory=dict)

    @property
    def columns(self) -> set[str]:
        """The columns that have a heading."""
        return {candidate.column for candidate in self.taken.values()}

    @property
    def score(self) -> float:
        """How good the headings are together."""
        return sum(min(candidate.match.score, 100.0) for candidate in self.taken.values())

    @property
    def missing(self) -> list[tuple[str, ...]]:
        """The required columns that no heading has; of each group one is enough."""
        return [group for group in REQUIRED[self.kind] if not self.columns & set(group)]

    @property
    def is_complete(self) -> bool:
        """Whether every required column is there, and at most one of them on weak grounds."""
        weak = [
            candidate
            for candidate in self.taken.values()
            if candidate.match.tier == WEAK_TIER and candidate.column in _required(self.kind)
        ]
        return not self.missing and len(weak) <= 1


def is_complete(table: Table) -> bool:
    """Whether a table has a heading for every required column."""
    columns = set(table.columns.values())
    return all(columns & set(group) for group in REQUIRED[table.kind])


def assign(
    headings: Mapping[int, Sequence[str]],
    kind: str,
    values: Callable[[int], Sequence[Cell]],
    remembered: Remembered,
    chosen: Mapping[int, str],
    hidden: Collection[int] = (),
) -> Assignment:
    """Give the columns of `kind` to the headings (place -> parts, top first).

    `values` gives the cells under a place; `chosen` maps a place to a
    column, as a person says; `""` is "not needed". A place that is `hidden` in the spreadsheet
    stands back for one that a reader sees.
    """
    others = {place: parts for place, parts in headings.items() if place not in chosen}
    candidates = [
        *_chosen_candidates(chosen, kind),
        *_candidates(others, kind, values, remembered, hidden),
    ]
    result = Assignment(kind)
    _take(result, [x for x in candidates if x.match.tier < WEAK_TIER])
    for group in REQUIRED[kind]:
        _fill_required(result, group, candidates)
    _take(result, [x for x in candidates if x.match.tier < WEAK_TIER])
    _take(result, [x for x in candidates if _may_fill(x, result)])
    return result


def possible_columns(parts: Sequence[str], kind: str, remembered: Remembered) -> set[str]:
    """Every column that the words of a heading could stand for, whatever is under it."""
    recalled = recall(parts, kind, remembered)
    return {recalled} - {""} if recalled is not None else set(columns_for(parts, kind))


def _chosen_candidates(chosen: Mapping[int, str], kind: str) -> list[Candidate]:
    match = Match(_CHOSEN_SCORE, 0, CHOSEN)
    known = _all_columns(kind)
    return [Candidate(place, name, match) for place, name in chosen.items() if name in known]


def _candidates(
    headings: Mapping[int, Sequence[str]],
    kind: str,
    values: Callable[[int], Sequence[Cell]],
    remembered: Remembered,
    hidden: Collection[int],
) -> list[Candidate]:
    found: list[Candidate] = []
    blocks = _blocks(headings, kind, remembered)
    for position, parts in headings.items():
        recalled = recall(parts, kind, remembered)
        if recalled is not None and _may_be_again(kind, recalled, partial(values, position)):
            match = Match(_REMEMBERED_SCORE, 0, REMEMBERED)
            found += [Candidate(position, recalled, match)] if recalled else []
            continue
        matches = _dated_parts(columns_for(parts, kind), values, position)
        supported = _supported(kind, matches, values, position) or _supported(
            kind, _by_values(kind, parts, values, position), values, position
        )
        found += [
            Candidate(
                position,
                column,
                _seen(_by_owner(match, column, parts), blocks[position], position in hidden),
            )
            for column, match in supported.items()
            if not _is_of_others(column, kind, parts)
        ]
    return sorted(found, key=lambda x: (-x.match.score, x.position))


def _may_be_again(kind: str, column: str, under: Callable[[], Sequence[Cell]]) -> bool:
    """Whether what a heading meant before may stand under it here too.

    A measure is judged by its values every time: `Tijd` was hours, and may be the time of day now.
    """
    return column not in fields.measures() or supports(kind, column, _FAIR_TIER, under)


def _supported(
    kind: str,
    matches: Mapping[str, Match],
    values: Callable[[int], Sequence[Cell]],
    position: int,
) -> Mapping[str, Match]:
    """The columns that the values under a place may be of."""
    under = partial(values, position)
    return {x: match for x, match in matches.items() if supports(kind, x, match.tier, under)}


def _by_values(
    kind: str, parts: Sequence[str], values: Callable[[int], Sequence[Cell]], position: int
) -> Mapping[str, Match]:
    """The column whose answers stand under a heading that says nothing: `Hoe`, `rechtstreeks`."""
    texts = [cell for cell in values(position) if isinstance(cell, str)]
    match = Match(_BY_VALUES_SCORE, 1, SIMILAR)
    choices = fields.of(kind, fields.Sort.CHOICE) if kind == c.USAGE else ()
    if "percentage" in heading_key(" ".join(parts)).split():
        return {}  # `% maatwerk` with 40% says how much, and no answer
    return {x.name: match for x in choices if len(texts) > 1 and answers_in(texts, x)}


def _by_owner(match: Match, column: str, parts: Sequence[str]) -> Match:
    """The match of a measure, better when it is that of Platform31, worse when it is our own."""
    words = set(plain_words(" ".join(parts)).split())
    if column not in (c.HOURS, c.AMOUNT, c.ACTUAL) or not words:
        return match
    if words & _THEIRS:
        return match._replace(score=match.score + 1)
    return match._replace(score=match.score * 0.6) if words & _OURS else match


def _is_of_others(column: str, kind: str, parts: Sequence[str]) -> bool:
    """Whether a heading speaks of hours that somebody else than Platform31 made."""
    words = set(plain_words(" ".join(parts)).split())
    return (
        kind == c.USAGE
        and column == c.HOURS
        and bool(words & HOURS_OF_OTHERS)
        and not words & _THEIRS
    )


def _seen(match: Match, block: int, hidden: bool) -> Match:
    """The match with its block counted in; what only the values tell is never called known."""
    how = SIMILAR if match.tier == WEAK_TIER else match.how
    score = match.score * (_HIDDEN if hidden else 1.0)
    return match._replace(score=score + 0.01 * block, how=how)


def recall(parts: Sequence[str], kind: str, remembered: Remembered) -> str | None:
    """What was remembered of a heading: a column, `""` for "not needed", None for nothing."""
    if not remembered:
        return None
    column = remembered.get((kind, heading_key(" ".join(parts))))
    if column is None and parts:
        column = remembered.get((kind, heading_key(parts[-1])))
    if column and column not in _all_columns(kind):
        return None
    return column


def _all_columns(kind: str) -> set[str]:
    return {field.name for field in fields.read(kind) if field.headings.strong}


def _dated_parts(
    matches: Mapping[str, Match], values: Callable[[int], Sequence[Cell]], position: int
) -> Mapping[str, Match]:
    """A column `Maand` with `mrt 2019` under it, or with real dates, is a date."""
    if not matches.keys() & set(_CALENDAR_PARTS):
        return matches
    under = values(position)
    if not are_dated(under) or all(map(is_year, under)):
        return matches
    others = {k: v for k, v in matches.items() if k not in _CALENDAR_PARTS}
    best = max(matches.values())
    return others | {c.DATE: Match(min(best.score, 70.0), 1, best.how)}


def _blocks(
    headings: Mapping[int, Sequence[str]], kind: str, remembered: Remembered
) -> dict[int, int]:
    """Per place: how many columns its run of adjoining headings could hold.

    A list for a dropdown often stands beside the table, with some of the same headings.
    """
    sizes: dict[int, int] = {}
    run: list[int] = []
    for position in [*sorted(headings), -1]:
        if run and position != run[-1] + 1:
            held = set().union(*(possible_columns(headings[p], kind, remembered) for p in run))
            sizes |= dict.fromkeys(run, len(held))
            run = []
        run.append(position)
    return sizes


def _take(result: Assignment, candidates: Sequence[Candidate]) -> None:
    for candidate in candidates:
        if candidate.position not in result.taken and candidate.column not in result.columns:
            result.taken[candidate.position] = candidate


def _fill_required(
    result: Assignment, group: tuple[str, ...], candidates: Sequence[Candidate]
) -> None:
    """Give a missing required column to a heading that is free or has an optional column."""
    for candidate in candidates:
        if result.columns & set(group):
            return
        holder = result.taken.get(candidate.position)
        if candidate.column in group and not (holder and holder.column in _required(result.kind)):
            result.taken[candidate.position] = candidate


def _may_fill(candidate: Candidate, result: Assignment) -> bool:
    """A weak heading may add an optional column, except where it would add doubt to the date."""
    if candidate.column in (c.DATE, c.YEAR):
        return False
    if candidate.column in (c.QUARTER, c.MONTH):
        return c.YEAR in result.columns and c.DATE not in result.columns
    return candidate.column not in (c.DEPARTMENT, c.THEME, *REQUIRED[c.BUDGET][0])


def _required(kind: str) -> set[str]:
    return {column for group in REQUIRED[kind] for column in group}
