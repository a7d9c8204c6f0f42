"""Which names of a file a visitor may say more of, brought together over its sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.columns import DEPARTMENT, THEME
from data.values.corrections import Corrections
from data.values.results import DOUBTFUL, NEW, FilePreview, NameQuestion

# The answers: a name is same as another (`same_as(name)`), new, left out, or not decided yet.
UNDECIDED = ""
AS_NEW = "new"
LEAVE_OUT = "out"
_SAME = "="


@dataclass(frozen=True)
class Asked:
    """One question: spellings that share an answer, how they were read, and in how many rows.

    `kind` is department or theme; `name` what they are read as by themselves; see `NameQuestion`.
    """

    kind: str
    spellings: tuple[str, ...]
    found: str
    rows: int
    name: str | None = None
    candidates: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The spelling that stands for them all, and the name that they get as a new one."""
        return self.name if self.found == NEW and self.name else self.spellings[0]

    @property
    def by_itself(self) -> str:
        """The answer when nobody says anything."""
        if self.found == DOUBTFUL:
            return UNDECIDED
        return AS_NEW if self.found == NEW else same_as(self.name or self.label)


def same_as(name: str) -> str:
    """The answer "same as this name"."""
    return _SAME + name


def name_in(answer: str) -> str | None:
    """The name of an answer "same as"; None for another answer."""
    return answer[len(_SAME) :] if answer.startswith(_SAME) else None


def questions(preview: FilePreview) -> list[Asked]:
    """Every question of a file, in its order; the spellings of one new name are one question."""
    found: dict[tuple[str, str, str], Asked] = {}
    for kind, question in _each(preview):
        key = (kind, question.found, question.name or question.spelling)
        if question.found != NEW:
            key = (kind, "", question.spelling)
        found[key] = _joined(found.get(key), kind, question)
    return list(found.values())


def _each(preview: FilePreview) -> Iterable[tuple[str, NameQuestion]]:
    for sheet in preview.sheets:
        for kind in (DEPARTMENT, THEME):
            if kind in sheet.names:
                yield from ((kind, question) for question in sheet.names[kind].questions)


def _joined(before: Asked | None, kind: str, question: NameQuestion) -> Asked:
    if before is None:
        of_one = (question.spelling,)
        return Asked(
            kind, of_one, question.found, question.rows, question.name, question.candidates
        )
    spellings = tuple(dict.fromkeys((*before.spellings, question.spelling)))
    return replace(before, spellings=spellings, rows=before.rows + question.rows)


def answer_to(asked: Asked, corrections: Corrections) -> str:
    """What counts now: what the visitor said, or else what was found."""
    said = corrections.names.get(asked.kind, {})
    if asked.spellings[0] not in said:
        return asked.by_itself
    name = said[asked.spellings[0]]
    if name is None:
        return LEAVE_OUT
    return AS_NEW if name == asked.label else same_as(name)


def with_answers(corrections: Corrections, answers: Mapping[Asked, str]) -> Corrections:
    """The corrections with these answers; an answer that needs no saying is not kept."""
    for asked, answer in answers.items():
        corrections = corrections.without_names(asked.kind, *asked.spellings)
        if answer not in (asked.by_itself, UNDECIDED):
            name = asked.label if answer == AS_NEW else name_in(answer)
            corrections = corrections.with_names(asked.kind, dict.fromkeys(asked.spellings, name))
    return corrections


def nearest(asked: Asked) -> str | None:
    """The answer that lies nearest to a doubtful name."""
    return same_as(asked.candidates[0]) if asked.candidates else None


def options(asked: Asked, known: Iterable[str], answer: str) -> list[str]:
    """Every answer there is, the likely ones first; `answer` is the one that counts now."""
    likely = [same_as(name) for name in asked.candidates]
    others = [same_as(name) for name in sorted(known, key=str.casefold) if name != asked.label]
    first = [UNDECIDED] if asked.by_itself == UNDECIDED else []
    before = [AS_NEW] if asked.found == NEW else []
    after = [] if before else [AS_NEW]
    every = [*first, *before, *likely, *after, LEAVE_OUT, *others]
    return list(dict.fromkeys(every if answer in every else [answer, *every]))
