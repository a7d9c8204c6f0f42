"""The questions of a file in their order: those of one column together, once for all its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.values.questions import Question
from data.values.results import FilePreview
from ui.reading_in import upload_words

REPEATED = "repeated"


@dataclass(frozen=True)
class Asked:
    """One question, put once for all the sheets that it comes up on."""

    sheets: tuple[str, ...]  # their keys
    names: tuple[str, ...]
    question: Question

    @property
    def code(self) -> str:
        """The code of the question; that of each sheet which repeats another is its own."""
        several = len(self.sheets) > 1 and self.question.code.startswith(f"{REPEATED}:")
        return REPEATED if several else self.question.code

    @property
    def is_open(self) -> bool:
        """Whether rows wait for the answer."""
        return self.question.answer is None and not self.question.is_optional


Group = tuple[Asked, ...]  # alike but for the value that each is about


def questions_of(preview: FilePreview) -> list[Asked]:
    """Every question of a file, those about most rows first.

    What is asked of several sheets alike is one question.
    """
    found: dict[tuple[object, ...], Asked] = {}
    for sheet in preview.sheets:
        name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
        for question in sheet.questions:
            new = Asked((sheet.key,), (name,), question)
            alike: tuple[object, ...] = (question.code, question.message.code, question.choices)
            if question.code.startswith(f"{REPEATED}:"):
                alike = (REPEATED, question.message.code, question.message.values.get("other"))
            found[alike] = _together(found[alike], new) if alike in found else new
    return sorted(found.values(), key=lambda asked: -asked.question.rows)


def _together(one: Asked, other: Asked) -> Asked:
    first, second = one.question, other.question
    rows = first.rows + second.rows
    values = first.message.values
    message = replace(first.message, values={**values, "n": rows} if "n" in values else values)
    question = replace(
        first,
        message=message,
        rows=rows,
        answer=first.answer if first.answer == second.answer else None,
        remembered=first.remembered and second.remembered and first.answer == second.answer,
    )
    return Asked(one.sheets + other.sheets, one.names + other.names, question)


def grouped(asked: Iterable[Asked]) -> list[Group]:
    """The questions about the values of one column together, where the first of them stands."""
    found: dict[tuple[object, ...], Group] = {}
    for one in asked:
        message = one.question.message
        told = {name: value for name, value in message.values.items() if name not in ("value", "n")}
        alike = (one.sheets, message.code, tuple(map(str, told.values())), one.question.choices)
        found[alike] = (*found.get(alike, ()), one)
    return list(found.values())
