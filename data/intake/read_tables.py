"""Every table of a file, sheet by sheet; a summary of another table is not read twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.cleaning.corrected_cells import cells_within, with_mended_cells
from data.cleaning.name_matching import KnownNames
from data.cleaning.official_names import with_official_names
from data.cleaning.repeated import repetitions_in, rows_on_others
from data.cleaning.summaries import SUMMARY, summaries_in, sums_of_others
from data.doubts import TooManyNamesError
from data.fields.choices import FORM_NAMES
from data.finance.export_table import find_finance_table
from data.intake import messages
from data.intake.outcomes import Outcomes
from data.intake.read_table import (
    Context,
    Recognised,
    RowsRead,
    names_heard,
    read_rows,
    recognise,
    recognised_as,
    settle,
)
from data.intake.sheet_top import top_of
from data.recognising import tables_on, why_nothing
from data.settings import Settings
from data.values.corrections import NO_CORRECTIONS, Corrections, SheetCorrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from data.values.grid import Sheet
from data.values.hints import NO_NAMES, NamesHeard, Said
from data.values.questions import COUNT, Questions
from data.values.results import SheetResult, table_key
from texts import Sentence

_NO_TABLE = SheetResult("")


@dataclass(frozen=True)
class TablePlace:
    """Where a table stands: on which sheet, as which one of it (from 1), and on which part.

    `seen` is what was recognised of it while the sheet was taken apart, by `hints`: a finance
    export, a layout, or nothing yet (None); then it is no finance export.
    """

    sheet: Sheet
    number: int
    part: Sheet
    hints: Said
    seen: Recognised | None = None

    @property
    def key(self) -> str:
        """What the table is called within its file, as `SheetResult.key`."""
        return table_key(self.sheet.name, self.number)

    def part_for(self, said: SheetCorrections) -> Sheet:
        """The part, or the whole sheet when a person points at a heading row outside it."""
        last = self.part.first_row + len(self.part.rows) - 1
        row = said.header_row
        return self.sheet if row and not self.part.first_row <= row <= last else self.part


@dataclass(frozen=True)
class Reader:
    """What is known before a file is read; see `data.intake.read_table.Context`.

    `known` holds the names that the store knows, `corrections` what a person says of the tables,
    by `SheetResult.key`.
    """

    known: KnownNames
    settings: Settings
    kind: str | None = None
    remembered_headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    remembered_answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    forms: Sequence[str] = FORM_NAMES
    corrections: Corrections = NO_CORRECTIONS
    file_name: str = ""
    rule: Rule = DEFAULT_RULE

    def read(
        self, sheets: Sequence[Sheet], outcomes: Outcomes | None = None
    ) -> tuple[SheetResult, ...]:
        """What every table yields; a sheet without one gives a result that says so.

        `outcomes` holds what the steps came to when these sheets were read before.
        """
        return _Reading(self, outcomes or Outcomes()).read(sheets)

    @property
    def context(self) -> Context:
        """What holds for every table."""
        return Context(
            self.settings,
            self.kind,
            self.remembered_headings,
            self.remembered_answers,
            self.forms,
            self.rule,
            self.file_name,
        )


class _Reading:
    """One time that a file is read."""

    def __init__(self, reader: Reader, outcomes: Outcomes) -> None:
        self._known, self._corrections = reader.known, reader.corrections
        self._context, self._outcomes = reader.context, outcomes

    def read(self, sheets: Sequence[Sheet]) -> tuple[SheetResult, ...]:
        self._context = replace(self._context, sheets=tuple(sheet.name for sheet in sheets))
        places = [place for i, sheet in enumerate(sheets) for place in self._places_on(i, sheet)]
        results = tuple(self._read(places))
        summaries = summaries_in([r for r in results if not self._told(r.key)], results)
        left = dict.fromkeys(summaries, replace(_NO_TABLE, remarks=(SUMMARY,)))
        repeated = self._repeated([r for r in results if r.key not in summaries])
        left |= {key: told for key, told in repeated.items() if told.reason}
        read = tuple(self._read(places, left)) if left else results
        asked = (_still_asked(r, repeated[r.key]) if r.key in repeated else r for r in read)
        return with_official_names(_told_of_shared(tuple(asked)), self._corrections)

    def _repeated(self, results: Sequence[SheetResult]) -> dict[str, SheetResult]:
        """The sheets that repeat another, as what is told instead of them.

        One that counts besides has no reason to be left out, only the question that was answered.
        """
        repeated: dict[str, SheetResult] = {}
        by_key = {result.key: result for result in results}
        for key, other, told in _repetitions(results):
            result = by_key[key]
            message = told(sheet=result.title, other=other, n=result.accepted)
            answers = self._corrections.of(key).answers
            code = f"repeated:{key}"
            questions = Questions({**answers, code: answers.get(code, answers.get("repeated", ""))})
            answer = questions.ask(code, message, result.accepted)
            reason = None if answer == COUNT else messages.SHEET_LEFT_OUT(other=other)
            repeated[key] = replace(_NO_TABLE, reason=reason, questions=tuple(questions.asked))
        return repeated

    def _places_on(self, index: int, sheet: Sheet) -> tuple[TablePlace, ...]:
        """The tables of a sheet; what a person says of them does not move them about."""
        hints = self._context.hints(names_heard(self._known))
        return self._outcomes.once(
            ("places", index), (sheet, hints), lambda: tuple(_places_on(sheet, hints))
        )

    def _told(self, key: str) -> bool:
        """Whether a person says what the table holds."""
        return self._corrections.of(key).kind is not None

    def _read(
        self, places: Sequence[TablePlace], left: Mapping[str, SheetResult] | None = None
    ) -> Iterator[SheetResult]:
        known = self._known
        for place in places:
            if left and place.key in left:
                told = left[place.key]
                result = replace(
                    _nothing_on(place),
                    remarks=told.remarks,
                    reason=told.reason,
                    questions=told.questions,
                )
            else:
                result = self._read_table(place, known)
            known = known.with_new(result.names)
            yield replace(result, top=top_of(place.sheet, result.table))

    def _read_table(self, place: TablePlace, known: KnownNames) -> SheetResult:
        said = self._corrections.of(place.key)
        if said.left_out:
            return replace(_nothing_on(place), left_out=True)
        found = self._recognise(place, said, names_heard(known))
        try:
            rows = self._outcomes.once(
                ("rows", place.key),
                (found, self._context, said),
                lambda: read_rows(found, self._context, said, self._outcomes.columns(place.key)),
            )
        except TooManyNamesError as left:
            asked = tuple(left.questions.asked)
            return replace(_nothing_on(place), reason=left.reason, questions=asked)
        if rows:
            return self._settle(place, rows, known)
        reason = place.sheet.refused or why_nothing(found.sheet, found.hints)
        return replace(_nothing_on(place), reason=reason)

    def _recognise(
        self, place: TablePlace, said: SheetCorrections, names: NamesHeard
    ) -> Recognised:
        """The table of a place; names are a reason to look anew only where they might matter."""
        part = place.part_for(said)
        cells = cells_within(part, said.cells)
        hints = self._context.hints(names, said)
        nameless = replace(hints, names=NO_NAMES)

        def holds(found: Recognised) -> bool:
            return not found.depends_on_names or found.hints.names == names

        def look() -> Recognised:
            if cells or part is not place.part or nameless != replace(place.hints, names=NO_NAMES):
                return recognise(with_mended_cells(part, cells), hints)
            if place.seen and holds(place.seen):
                return place.seen
            return recognise(part, hints, may_be_finance=False)

        return self._outcomes.once(("table", place.key), (part, cells, nameless), look, still=holds)

    def _settle(self, place: TablePlace, rows: RowsRead, known: KnownNames) -> SheetResult:
        return self._outcomes.once(
            ("result", place.key),
            (rows, known),
            lambda: replace(settle(rows, known, place.sheet), table_number=place.number),
        )


def _still_asked(result: SheetResult, repeated: SheetResult) -> SheetResult:
    """A sheet that counts besides the one that it repeats, with the question that says so."""
    if repeated.reason:
        return result  # it has the question already
    return replace(result, questions=(*repeated.questions, *result.questions))


def _told_of_shared(results: tuple[SheetResult, ...]) -> tuple[SheetResult, ...]:
    """The results, with a remark where rows stand on another sheet as well."""
    shared = rows_on_others(results)
    return tuple(
        replace(r, remarks=(*r.remarks, messages.ROWS_ON_OTHER(sheet=x[0], n=x[1])))
        if (x := shared.get(r.key))
        else r
        for r in results
    )


def _repetitions(results: Sequence[SheetResult]) -> Iterator[tuple[str, str, Sentence]]:
    """The key of what is there twice, where else it stands, and what is to be said of it."""
    found = repetitions_in(results)
    for one in found:
        told = messages.SHEET_REPEATS if one.whole else messages.SHEET_IS_OTHER_VERSION
        yield one.key, one.other, told
    repeated = {one.key for one in found}
    others = [result for result in results if result.key not in repeated]
    for key, other in sums_of_others(others).items():
        yield key, other, messages.SHEET_ADDS_UP


def _places_on(sheet: Sheet, hints: Said) -> Iterator[TablePlace]:
    finance = find_finance_table(sheet, hints)
    if finance:
        yield TablePlace(sheet, 1, sheet, hints, recognised_as(sheet, hints, finance))
        return
    parts = tables_on(sheet, hints)
    for number, part in enumerate(parts, 1):
        finance = find_finance_table(part.sheet, hints) if len(parts) > 1 else None
        layout = finance or part.layout
        seen = recognised_as(part.sheet, hints, layout) if layout else None
        yield TablePlace(sheet, number, part.sheet, hints, seen)


def _nothing_on(place: TablePlace) -> SheetResult:
    sheet = place.sheet
    return SheetResult(sheet.name, hidden=sheet.hidden, table_number=place.number)
