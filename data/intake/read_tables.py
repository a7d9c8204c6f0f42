"""Every table of a file, sheet by sheet; a summary of another table is not read twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data import columns as c
from data.cleaning.name_matching import KnownNames
from data.cleaning.summaries import SUMMARY, summaries_in
from data.finance.export_table import find_finance_table
from data.intake.read_sheet import names_heard, read_sheet
from data.intake.sheet_top import top_of
from data.recognising import tables_on
from data.settings import Settings
from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.results import SheetResult


@dataclass(frozen=True)
class Reader:
    """What is known before a file is read; see `data.intake.read_sheet.read_sheet`.

    `corrections` is what a person says of the tables, by `SheetResult.key`.
    """

    known: KnownNames
    settings: Settings
    kind: str | None = None
    remembered_headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    forms: Sequence[str] = c.FORMS
    corrections: Corrections = NO_CORRECTIONS
    file_name: str = ""
    rule: Rule = DEFAULT_RULE

    def read(self, sheets: Sequence[Sheet]) -> tuple[SheetResult, ...]:
        """What every table yields; a sheet without one gives a result that says so."""
        parts = {index: self._tables_on(sheet) for index, sheet in enumerate(sheets)}
        tables = [
            (sheet, part) for i, sheet in enumerate(sheets) for part in enumerate(parts[i], 1)
        ]
        results = tuple(self._read(tables))
        summaries = summaries_in([r for r in results if not self._told(r.key)], results)
        return tuple(self._read(tables, summaries)) if summaries else results

    def _tables_on(self, sheet: Sheet) -> list[Sheet]:
        said = Said(
            kind=self.kind,
            remembered=self.remembered_headings,
            names=names_heard(self.known),
            file=self.file_name,
        )
        return [sheet] if find_finance_table(sheet, said) else tables_on(sheet, said)

    def _told(self, key: str) -> bool:
        """Whether a person says what the table holds."""
        return self.corrections.of(key).kind is not None

    def _read(
        self,
        tables: Sequence[tuple[Sheet, tuple[int, Sheet]]],
        summaries: Collection[str] = (),
    ) -> Iterator[SheetResult]:
        known = self.known
        for sheet, (number, part) in tables:
            empty = SheetResult(sheet.name, hidden=sheet.hidden, table_number=number)
            if empty.key in summaries:
                result = replace(empty, remarks=(SUMMARY,))
            else:
                said = self.corrections.of(empty.key)
                found = self._read_table(_part_said(sheet, part, said), said, known)
                result = replace(found, table_number=number)
            known = known.with_new(result.names)
            yield replace(result, top=top_of(sheet, result.table))

    def _read_table(self, part: Sheet, said: SheetCorrections, known: KnownNames) -> SheetResult:
        return read_sheet(
            part,
            known=known,
            settings=self.settings,
            kind=self.kind,
            remembered_headings=self.remembered_headings,
            forms=self.forms,
            corrections=said,
            file_name=self.file_name,
            rule=self.rule,
        )


def _part_said(sheet: Sheet, part: Sheet, said: SheetCorrections) -> Sheet:
    """The part of a sheet, or all of it when a person points at a heading row outside that part."""
    last = part.first_row + len(part.rows) - 1
    outside = said.header_row is not None and not part.first_row <= said.header_row <= last
    return sheet if outside else part
