"""What is declared of a column: its words, how it is read and kept, its rules, where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from data.fields import messages
from data.fields.rules import Rule
from texts import Sentence, Text


class Sort(Enum):
    """The sorts of values. What is done with a value depends on its sort, not on its column."""

    DAY = "day"
    PRECISION = "precision"  # how exact the day is; worked out, never read
    CALENDAR = "calendar"  # a year, a quarter or a month: together they are a day
    NAME = "name"  # of a department or a theme
    CHOICE = "choice"  # one of a few answers
    TEXT = "text"  # in people's own words; personal data in it are pointed out
    CODE = "code"  # as it is written: `0.10` is not `0.1`
    HOURS = "hours"
    COUNT = "count"  # of people
    AMOUNT = "amount"  # of money: kept as whole cents, shown in euros
    FLAG = "flag"  # yes, no, or nobody said so


MEASURES = (Sort.HOURS, Sort.COUNT, Sort.AMOUNT)  # what can be added up


@dataclass(frozen=True)
class Tiers:
    """What people call a column, comma-separated, by how much it can be trusted.

    Strong: hardly ever means anything else. Fair: used when no strong heading is there and the
    values do not contradict. Weak: used only when the column is otherwise missing and the values
    speak for it. Earlier in a tier is better.
    """

    strong: str = ""
    fair: str = ""
    weak: str = ""


@dataclass(frozen=True)
class Choice:
    """One of the answers that a column can have.

    `words` is what people write for it, comma-separated; `stems` are parts of words under a heading
    that speak for the column; `written` is what stands in the template, if not the value itself.
    """

    value: str
    label: Text
    words: str = ""
    stems: str = ""
    written: Text | None = None
    percent: float | None = None  # the number that stands for it, as in 40/60


@dataclass(frozen=True)
class Entry:
    """How somebody fills a column in: on the template, and on the form of a record when `asked`."""

    explanation: Text
    example: Text | str = ""
    width: float = 12
    heading: Text | None = None  # on the template, where it is not the label
    asked: bool = True


@dataclass(frozen=True)
class Field:
    """One column of a usage record or of a budget line.

    `meaning` is what the data model says of it. `compound` ends a Dutch compound that means the
    column: an adviesdatum is a datum. `refusal` is said of an answer that is none of the `choices`;
    it can hold `{value}` and `{allowed}`. A column that is not `stored` is only read, to work a
    record out; one that is `always` there cannot be empty in the store. `tells` says that it
    belongs to what a record is about; the other columns are what it says of that. `address` is the
    name of its filter in the address of a page; empty: no filter. `total` is its sum in words,
    where the number alone does not tell.
    """

    name: str
    label: Text
    sort: Sort
    meaning: str = ""
    headings: Tiers = Tiers()
    compound: str = ""
    choices: tuple[Choice, ...] = ()
    refusal: Sentence = messages.VALUE_NOT_ALLOWED
    rules: tuple[Rule, ...] = ()
    stored: bool = True
    always: bool = False
    tells: bool = False
    address: str = ""
    total: Text | None = None
    entry: Entry | None = None

    @property
    def kept_as(self) -> str:
        """The column of the store: an amount is kept in cents, a name by its number."""
        endings = {Sort.AMOUNT: "_cents", Sort.NAME: "_id"}
        return self.name + endings.get(self.sort, "")

    @property
    def is_measure(self) -> bool:
        """Whether its values can be added up."""
        return self.sort in MEASURES
