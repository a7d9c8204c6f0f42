"""The rejected rows of a sheet: to mend, waiting for an answer, or left out by a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from data.cleaning import messages
from data.values.results import LEFT_OUT_CODES, RejectedRow, SheetResult

TO_MEND, WAITING, LEFT_OUT = "to_mend", "waiting", "left_out"
_UNCERTAIN_NAMES = {
    sentence.code
    for sentence in (
        messages.DEPARTMENT_AMBIGUOUS,
        messages.THEME_AMBIGUOUS,
        messages.DEPARTMENT_RESEMBLES,
        messages.THEME_RESEMBLES,
    )
}


def counts(sheet: SheetResult) -> Counter[str]:
    """How many rows are `TO_MEND`, `WAITING` and `LEFT_OUT`."""
    state_of, found = _states(sheet), Counter[str]()
    for codes, n in sheet.rejected_rows.kinds().items():
        found[state_of(codes)] += n
    return found


def waits(sheet: SheetResult) -> bool:
    """Whether a row waits for an answer."""
    return counts(sheet)[WAITING] > 0


def to_mend(sheet: SheetResult) -> Iterator[RejectedRow]:
    """The rows to mend, in order."""
    state_of = _states(sheet)
    return sheet.rejected_rows.of_kinds(lambda codes: state_of(codes) == TO_MEND)


def _states(sheet: SheetResult) -> Callable[[frozenset[str]], str]:
    asked = _UNCERTAIN_NAMES | {q.reason for q in sheet.questions if q.answer is None}

    def state_of(codes: frozenset[str]) -> str:
        if codes & LEFT_OUT_CODES:
            return LEFT_OUT
        return WAITING if codes <= asked else TO_MEND

    return state_of
