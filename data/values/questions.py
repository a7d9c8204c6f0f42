"""What a person must say before the rows concerned count."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.cells.keys import heading_key
from texts import Message

# What may be answered; a question may have choices of its own besides.
COUNT, LEAVE_OUT = "count", "leave_out"
SIDES_TURNED, SIDES_AS_SIGNED = "turned", "as_signed"
TURN, AS_IT_IS = "turn", "as_it_is"
EMPTY = "empty"
VALUE = "value"  # what an answer means that nobody knows: its rows count all the same

# Questions of money on which every amount of a sheet depends: unanswered, none of them counts.
SIDES, SIGN, BUDGET_VERSION = "sides", "sign", "budget_version"
# Of a wide table another budget is recognised by it, so that it is not remembered.
WIDE_BUDGET_VERSION = "wide_budget_version"
BOTH_SIDES = "both_sides"  # asked of the balance accounts of a ledger that holds every side
NO_CONTRA = "no_contra"  # asked where both sides stand in it and no account is of the balance
WITH_VAT = "with_vat"
SUPPLIERS_ONCE, FILL_DOWN = "suppliers_once", "fill_down"
HOLDING = frozenset(
    {SIDES, SIGN, BUDGET_VERSION, WIDE_BUDGET_VERSION, NO_CONTRA, WITH_VAT, SUPPLIERS_ONCE}
)

# What holds for a column of this kind of file, and so for the next file too. What was asked of
# particular rows (hidden, struck through, alike) is asked anew every time; so is the sign, as it
# depends on the amounts: a file with credit notes alone would be turned round.
LASTING = (
    "status", "no_name", "hours_unit", "hours_notation", "hours_fraction",
    "short_years", "date_order", "date_meaning", "quarter_or_month", "hours_beside", VALUE,
    "municipality", "budgeted_or_spent", BUDGET_VERSION, WIDE_BUDGET_VERSION,
)  # fmt: skip


Example = tuple[int, tuple[str, ...]]  # of a row: Excel's number, and what stands in it


@dataclass(frozen=True)
class Question:
    """One question about a sheet: `code` names it, `rows` tells of how many rows it is.

    `choices` are what may be answered, `answer` what was. Without an answer the rows are rejected,
    or, of money, stored without counting. `key` is under what an answer is kept for later files,
    empty when it is not; `remembered` says that the answer came from there. `examples` are the
    first of the rows. `reason` is the code of the fault of
    rows that only wait for the answer.
    """

    code: str
    message: Message
    choices: tuple[str, ...]
    rows: int
    answer: str | None = None
    key: str = ""
    remembered: bool = False
    examples: tuple[Example, ...] = ()
    reason: str = ""

    @property
    def is_optional(self) -> bool:
        """Whether its rows count without an answer too."""
        return self.code.startswith(f"{VALUE}:")

    @property
    def about(self) -> str:
        """The heading that it is of; its code when it is of none."""
        return str(dict(self.message.values).get("column", self.code))


@dataclass
class Questions:
    """The questions about one sheet as they come up, and the answers that are there already.

    `answers` are by code; one that is none of the choices asks anew what was remembered.
    `remembered` is what was answered of earlier files, by `Question.key`; `of_table` tells which
    table it is, for the questions that are of no column.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    remembered: Mapping[str, str] = field(default_factory=dict)
    of_table: str = ""

    def ask(
        self,
        code: str,
        message: Message,
        rows: int,
        choices: tuple[str, ...] = (LEAVE_OUT, COUNT),
        *,
        examples: tuple[Example, ...] = (),
        reason: str = "",
    ) -> str | None:
        """The answer to a question, None when there is none that it knows."""
        key = self._key(code, message)
        remembered = code not in self.answers and key in self.remembered
        answer = self.remembered[key] if remembered else self.answers.get(code)
        known = answer if answer in choices else None
        if code not in {question.code for question in self.asked}:
            self.asked.append(
                Question(
                    code,
                    message,
                    choices,
                    rows,
                    known,
                    key=key,
                    remembered=remembered and known is not None,
                    examples=examples,
                    reason=reason,
                )
            )
        return known

    def _key(self, code: str, message: Message) -> str:
        if not code.startswith(LASTING):
            return ""
        column = message.values.get("column")
        about = heading_key(str(column)) if column else self.of_table
        return f"{code}|{about}" if about else ""

    def was_asked(self, code: str) -> bool:
        """Whether this question came up, answered or not."""
        return any(question.code == code for question in self.asked)

    @property
    def hold(self) -> bool:
        """Whether a question is open on which every amount depends."""
        return any(q.code in HOLDING and q.answer is None for q in self.asked)


def table_key(headings: Iterable[str]) -> str:
    """What tells one kind of table from another: its headings, whatever their order."""
    keys = "\n".join(sorted(filter(None, map(heading_key, headings))))
    return hashlib.sha256(keys.encode()).hexdigest()[:16] if keys else ""
