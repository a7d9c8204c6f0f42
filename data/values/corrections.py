"""What a person says about a file that was recognised otherwise: it overrules what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

NOT_NEEDED = ""  # what a column means that a person leaves out


@dataclass(frozen=True)
class SheetCorrections:
    """What a person says about one sheet, or about one table on it; None is "as recognised".

    `kind` is `usage` or `budget`; `header_row` Excel's number of the heading row; `columns` maps a
    position in the sheet's rows (from 0) to a column of `data.columns`, or to `NOT_NEEDED`; `unit`
    (1, 1 000 or 1 000 000) is what amounts are multiplied by; `cells` maps an Excel row and a
    position to the mended text; `blanked` are positions whose texts with personal data are blanked.
    `answers` maps the code of a question to its answer, see `data.values.questions`.
    Of a finance export: `sign` is -1 where its costs are negative, `year` the financial year where
    the sheet does not tell it.
    """

    left_out: bool = False
    kind: str | None = None
    header_row: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    unit: int | None = None
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    blanked: frozenset[int] = frozenset()
    sign: int | None = None
    year: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)

    def changed(self, **changes: Any) -> SheetCorrections:  # noqa: ANN401 (any of the fields)
        """The same with other values for some of its fields."""
        return replace(self, **changes)

    def with_answer(self, code: str, answer: str | None) -> SheetCorrections:
        """The same, with the answer to a question; None takes it back."""
        others = {k: v for k, v in self.answers.items() if k != code}
        return replace(self, answers=others | ({code: answer} if answer else {}))

    def with_cells(self, cells: Mapping[tuple[int, int], str]) -> SheetCorrections:
        """The same, with more mended cells."""
        return replace(self, cells={**self.cells, **cells})


@dataclass(frozen=True)
class Corrections:
    """What a person says about one file.

    `answers` are those that hold for every sheet. `sheets` is by `SheetResult.key`. `names` says
    per kind (`department` or `theme`) what a spelling in the file means: the name that is stored
    (itself for a new name), or None to leave its rows out.
    """

    sheets: Mapping[str, SheetCorrections] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> SheetCorrections:
        """What is said about one sheet."""
        said = self.sheets.get(key, AS_RECOGNISED)
        return said.changed(answers={**self.answers, **said.answers}) if self.answers else said

    def with_sheet(self, key: str, corrections: SheetCorrections) -> Corrections:
        """The same, with what is said about one sheet; nothing at all is not kept."""
        others = {k: v for k, v in self.sheets.items() if k != key}
        said = {key: corrections} if corrections != AS_RECOGNISED else {}
        return replace(self, sheets=others | said)

    def with_names(self, kind: str, names: Mapping[str, str | None]) -> Corrections:
        """The same, with what more spellings of one kind mean."""
        return replace(self, names={**self.names, kind: {**self.names.get(kind, {}), **names}})

    def overruled_by(self, others: Corrections) -> Corrections:
        """These, but for the sheets and the kinds of name of which the others say something."""
        return Corrections(
            {**self.sheets, **others.sheets},
            {**self.names, **others.names},
            {**self.answers, **others.answers},
        )

    def without_cells(self) -> Corrections:
        """The same, without the mended cells."""
        sheets = {key: said.changed(cells={}) for key, said in self.sheets.items()}
        return replace(self, sheets=sheets)

    def without_names(self, kind: str, *spellings: str) -> Corrections:
        """The same, with nothing said about these spellings."""
        left = {s: n for s, n in self.names.get(kind, {}).items() if s not in spellings}
        others = {k: v for k, v in self.names.items() if k != kind}
        return replace(self, names=others | ({kind: left} if left else {}))


AS_RECOGNISED = SheetCorrections()
NO_CORRECTIONS = Corrections()
