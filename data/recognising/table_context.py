"""What stands around a table and holds for all of it: its period, what its numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data import columns as c
from data.cells.cell import Cell
from data.cells.hours_heading import tells_hours
from data.cells.keys import plain_words
from data.cells.labels import starts_as_note
from data.cells.predicates import is_text
from data.recognising.axis import split_period
from data.values.grid import Sheet
from data.values.layouts import IN_FILE_NAME, IN_SHEET_NAME, IN_TITLE, StatedPeriod, Surroundings

_USE = re.compile(
    r"\b(platform ?31|p31|gebruik\w*|inzet\w*|advie\w+|ondersteuning\w*|kennisvra\w+|use|usage"
    r"|support|afname)\b"
)
_MONEY = re.compile(
    r"€|\b(euro|eur|bedrag(en)?|kosten|lasten|baten|begro\w+|raming|budget\w*|realisatie"
    r"|uitgaven|costs?|amounts?|financ\w*|jaarrekening|meerjaren\w*|subsidies?|inkoop\w*"
    r"|crediteuren|leveranciers)\b"
)
_FOREIGN = re.compile(
    r"%|\b(procent\w*|percentages?|aandeel|fte\w*|formatie|bezetting|inwoner\w*|bevolking"
    r"|population|inhabitants|rapportcijfer\w*|score\w*|tevredenheid|prioriteit\w*|verzuim"
    r"|ziekteverzuim|relevantie|leeftijd\w*|huishoudens|woningen)\b"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UP_TO_A_DAY = re.compile(r"\b(?:t/m|tot en met|tot|until|up to)\s+\d{1,2}[-./ ]", re.I)
_FROM_OR_UP_TO = re.compile(
    r"\b(?:t/m|tot en met|tm|sinds|vanaf|sedert|until|up to|since|through)\s+(?:19|20)\d\d\b", re.I
)
_COUNTED = re.compile(r"\b(gebruik\w*|aantal\w*|usage|uses)\b")
_PLANNED = re.compile(r"\b(begro\w+|meerjaren\w*|raming\w*|geraamd\w*|budget\w*|plan\w*)")
_SPENT = re.compile(
    r"\b(realisat\w+|gerealis\w+|werkelijk\w*|besteed\w*|besteding\w*|uitgegeven|uitgaven"
    r"|jaarrekening|actuals?|spent)\b"
)
_UNTIL = re.compile(r"\b(t/m|tot en met|t\.e\.m\.|tot|through|until|stand)\b", re.IGNORECASE)


@dataclass(frozen=True)
class TableContext:
    """The texts above a table, the name of its sheet and that of its file."""

    texts: Sequence[str] = ()
    sheet: str = ""
    file: str = ""

    @classmethod
    def of(cls, sheet: Sheet, first: int, file: str = "") -> TableContext:
        """What stands above the row at place `first`."""
        return cls(_texts(sheet.rows[:first]), sheet.name, file)

    @property
    def words(self) -> str:
        """All of it in lower case, signs kept."""
        return " ".join((*self.texts, self.sheet)).lower()

    def mentions(self, column: str) -> bool:
        """Whether departments or themes are spoken of."""
        stem = {c.DEPARTMENT: "afdeling|department|vakafd", c.THEME: "thema|theme"}[column]
        return bool(re.search(rf"\b({stem})", self.words))

    @property
    def is_of_use(self) -> bool:
        """Whether it speaks of use, in a title, the name of the sheet or that of the file."""
        return speaks_of_use(f"{self.words} {self.file}")

    @property
    def _words_of_amounts(self) -> str:
        """The words that say what numbers are: of the file's name where nothing nearer does."""
        told = _MONEY.search(self.words) or speaks_of_use(self.words) or self.is_of_hours
        return self.words if told else f"{self.words} {plain_words(self.file)}"

    @property
    def kind(self) -> str:
        """`budget` when it speaks of amounts and not of how much or how often, else `usage`."""
        words = self._words_of_amounts
        counted = self.is_of_hours or _COUNTED.search(words)
        return c.BUDGET if _MONEY.search(words) and not (counted and "€" not in words) else c.USAGE

    @property
    def amount_kind(self) -> str:
        """`budget` or `actual` for amounts; empty when it speaks of neither, or of both."""
        planned, spent = _kinds_in(self.words)
        if not (planned or spent):
            planned, spent = _kinds_in(plain_words(self.file))
        if planned == spent:
            return ""
        return c.BUDGETED if planned else c.ACTUAL

    @property
    def speaks_of_both(self) -> bool:
        """Whether it speaks of budgeted and of spent amounts."""
        return all(_kinds_in(self.words))

    @property
    def is_of_hours(self) -> bool:
        """Whether it speaks of hours or days."""
        return tells_hours(self.words)

    @property
    def is_foreign(self) -> bool:
        """Whether it speaks of quantities that are no use: inhabitants, posts, percentages."""
        return bool(_FOREIGN.search(self.words))

    def told(self) -> Surroundings:
        """What it says, as a value that goes along with the table."""
        return Surroundings(
            self.texts, self.amount_kind, self.speaks_of_both, self.is_of_hours, self.period()
        )

    def period(self) -> StatedPeriod | None:
        """The one period that the nearest text names: in a title, the sheet's or file's name.

        `Gebruik t/m 2021` and `sinds 2019` tell of more years than the one that they name.
        """
        if any(map(_tells_of_more_years, self.texts)):
            return None
        for where, texts in (
            (IN_TITLE, self.texts), (IN_SHEET_NAME, [self.sheet]), (IN_FILE_NAME, [self.file]),
        ):  # fmt: skip
            told = [(parts, text) for text in texts if (parts := _period_in(text))]
            if len({parts.get(c.YEAR) or parts.get(c.DATE) for parts, _ in told}) > 1:
                return None
            if told:
                parts, text = max(told, key=lambda x: len(x[0]))
                return StatedPeriod(parts, text, where)
            if where == IN_SHEET_NAME and any(len(_YEARS.findall(x)) > 1 for x in self.texts):
                return None  # `2018-2022` in the title: the name of the file knows no better
        return None


def speaks_of_use(text: str) -> bool:
    """Whether a text speaks of use: `Gebruik`, `Inzet`, `Adviezen`, `Platform31`."""
    return bool(_USE.search(plain_words(text)))


def _kinds_in(words: str) -> tuple[bool, bool]:
    """Whether words speak of budgeted and whether they speak of spent amounts."""
    return bool(_PLANNED.search(words)), bool(_SPENT.search(words))


def _texts(rows: Iterable[Sequence[Cell]]) -> list[str]:
    texts = [cell for row in rows for cell in row if is_text(cell) and isinstance(cell, str)]
    texts += [
        str(cell)
        for row in rows
        for cell in row
        if isinstance(cell, (int, float)) and 1990 <= cell <= 2100 and cell == int(cell)
    ]
    return texts


def _tells_of_more_years(text: str) -> bool:
    """Whether a title names the last or the first of several years, and no other."""
    return bool(_FROM_OR_UP_TO.search(text)) and len(set(_YEARS.findall(text))) == 1


def _period_in(text: str) -> dict[str, str]:
    """The parts of the period that a title names; without a year it is none."""
    if starts_as_note(text):
        return {}
    parts, _ = split_period(text.replace("_", " "))
    if c.DATE in parts and _UP_TO_A_DAY.search(text):
        return {c.YEAR: _YEARS.findall(text)[0]} if _YEARS.search(text) else {}
    if c.DATE in parts:
        return parts
    if c.YEAR not in parts:
        return {}
    return {c.YEAR: parts[c.YEAR]} if _UNTIL.search(text) else parts
