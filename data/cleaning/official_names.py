"""The spelling of a new name that most rows of the whole file have, not that of its first sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data import columns as c
from data.cleaning.name_matching import likeliest_spelling
from data.values.corrections import Corrections
from data.values.results import MATCHED, NEW, NameMatches, NameQuestion, SheetResult

_KINDS = (c.DEPARTMENT, c.THEME)


def with_official_names(
    results: Sequence[SheetResult], corrections: Corrections
) -> tuple[SheetResult, ...]:
    """The results with each new name as most rows of the file spell it.

    A name of which a person said something stays as that person called it.
    """
    renamed = {kind: _renamed(kind, results, corrections.names.get(kind, {})) for kind in _KINDS}
    if not any(renamed.values()):
        return tuple(results)
    return tuple(_with_names(result, renamed) for result in results)


def _renamed(
    kind: str, results: Sequence[SheetResult], said: Mapping[str, str | None]
) -> dict[str, str]:
    """New name -> the spelling that stands for it, where that is another."""
    new = {name for result in results if kind in result.names for name in result.names[kind].new}
    counts: dict[str, Counter[str]] = {name: Counter() for name in new}
    for question in _questions(kind, results):
        if question.found in (NEW, MATCHED) and question.name in counts:
            counts[question.name][question.spelling] += question.rows
    likeliest = {
        name: likeliest_spelling(spelt)
        for name, spelt in counts.items()
        if len(spelt) > 1 and not said.keys() & spelt.keys()
    }
    return {name: other for name, other in likeliest.items() if other not in new}


def _questions(kind: str, results: Sequence[SheetResult]) -> Iterator[NameQuestion]:
    for result in results:
        if kind in result.names:
            yield from result.names[kind].questions


def _with_names(result: SheetResult, renamed: Mapping[str, Mapping[str, str]]) -> SheetResult:
    records, names = result.records, dict(result.names)
    for kind, others in renamed.items():
        if kind in names and others:
            names[kind] = _as_called(names[kind], others)
        if kind in records and records[kind].isin(list(others)).any():
            called = records[kind].map(lambda name, others=others: others.get(name, name))
            records = records.assign(**{kind: called.astype(records[kind].dtype)})
    return replace(result, records=records, names=names)


def _as_called(found: NameMatches, others: Mapping[str, str]) -> NameMatches:
    canonical = {spelling: others.get(name, name) for spelling, name in found.canonical.items()}
    return NameMatches(
        canonical=canonical,
        new=tuple(others.get(name, name) for name in found.new),
        matched={spelling: name for spelling, name in canonical.items() if spelling != name},
        questions=tuple(_question(question, others) for question in found.questions),
    )


def _question(question: NameQuestion, others: Mapping[str, str]) -> NameQuestion:
    name = others.get(question.name or "")
    if name is None:
        return question
    near = tuple(others.get(candidate, candidate) for candidate in question.candidates)
    found = NEW if question.spelling == name else question.found
    return replace(question, name=name, found=found, candidates=near)
