"""What a dossier is made of: parts with sentences, tables and the numbers of charts.

A writer takes a `Dossier` and gives bytes; it adds no sentence and no number.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from data.values.meeting import HouseStyle
from texts import formats

if TYPE_CHECKING:
    from analysis.findings.meeting.facts import Meeting
    from reports.dossier.money import YearMoney

TEXT, COUNT, PERCENT, EURO, DECIMAL = "text", "count", "percent", "euro", "decimal"
_LYING = 8
Value = str | int | float | Decimal | None


@dataclass(frozen=True)
class Sentence:
    """A sentence with the name by which somebody may change it; a point of a list, or a paragraph.

    `own` says that it was typed in or changed: it is no finding.
    """

    key: str
    text: str
    point: bool = False
    own: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, what its values are, and its width beside the others."""

    heading: str
    kind: str = TEXT
    width: int = 2

    def shown(self, value: Value) -> str:
        """A value as the language in force writes it; what is unknown stays empty."""
        if value is None or isinstance(value, str):
            return value or ""
        if self.kind == PERCENT:
            return formats.percent(value)
        if self.kind == EURO:
            return formats.money(value)
        return formats.number(value, 1 if self.kind == DECIMAL else 0)


@dataclass(frozen=True)
class Table:
    """A table; `key` names it in the command line of findings."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def narrow(self) -> bool:
        """Whether it has more columns than have room for headings that lie."""
        return len(self.columns) > _LYING

    @property
    def shown_rows(self) -> list[list[str]]:
        """The rows as the language in force writes them."""
        return [
            [column.shown(value) for column, value in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


@dataclass(frozen=True)
class Chart:
    """The numbers of a chart of bars; its title is a finding."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int | float | None, ...]], ...]
    lying: bool = False

    @property
    def alt(self) -> str:
        """The same numbers in words, for who cannot see the chart."""
        lines = (
            f"{name}: "
            + ", ".join(
                f"{category} {formats.number(value)}"
                for category, value in zip(self.categories, values, strict=True)
            )
            for name, values in self.series
        )
        return f"{self.title} {'; '.join(lines)}."


@dataclass(frozen=True)
class Part:
    """A part of the dossier, or an annex."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Dossier:
    """The whole document, in one language; `meeting` and `money` are what it is made of."""

    title: str
    subtitle: str
    language: str
    made_on: dt.date
    warnings: tuple[Sentence, ...]
    parts: tuple[Part, ...]
    annexes: tuple[Part, ...]
    meeting: Meeting
    money: YearMoney
    style: HouseStyle = field(default_factory=HouseStyle)

    @property
    def everything(self) -> tuple[Part, ...]:
        """The parts and the annexes."""
        return (*self.parts, *self.annexes)
