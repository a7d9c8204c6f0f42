"""What a person must say before the rows concerned count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from texts import Message

# What may be answered; a question may have choices of its own besides.
COUNT, LEAVE_OUT = "count", "leave_out"
SIDES_TURNED, SIDES_AS_SIGNED = "turned", "as_signed"
TURN, AS_IT_IS = "turn", "as_it_is"
ORIGINAL, REVISED = "original", "revised"

# Questions of money on which every amount of a sheet depends: unanswered, none of them counts.
SIDES, SIGN, BUDGET_VERSION = "sides", "sign", "budget_version"
BOTH_SIDES = "both_sides"  # asked of the balance accounts of a ledger that holds every side
HOLDING = frozenset({SIDES, SIGN, BUDGET_VERSION})


@dataclass(frozen=True)
class Question:
    """One question about a sheet: `code` names it, `rows` tells of how many rows it is.

    `choices` are what may be answered, `answer` what was. Without an answer the rows are rejected,
    or, of money, stored without counting.
    """

    code: str
    message: Message
    choices: tuple[str, ...]
    rows: int
    answer: str | None = None


@dataclass
class Questions:
    """The questions about one sheet as they come up, and the answers that are there already."""

    answers: Mapping[str, str] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)

    def ask(
        self,
        code: str,
        message: Message,
        rows: int,
        choices: tuple[str, ...] = (LEAVE_OUT, COUNT),
    ) -> str | None:
        """The answer to a question, None when there is none that it knows."""
        answer = self.answers.get(code)
        known = answer if answer in choices else None
        if code not in {question.code for question in self.asked}:
            self.asked.append(Question(code, message, choices, rows, known))
        return known

    def was_asked(self, code: str) -> bool:
        """Whether this question came up, answered or not."""
        return any(question.code == code for question in self.asked)

    @property
    def hold(self) -> bool:
        """Whether a question is open on which every amount depends."""
        return any(q.code in HOLDING and q.answer is None for q in self.asked)
