"""What the rules look at: a table on its sheet, its rows, and the questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from data import columns as c
from data.cells.cell import Cell
from data.cells.parsed_column import Column
from data.cells.predicates import cell_at, is_blank
from data.cells.text import shorten, shown_text
from data.settings import Settings
from data.values.candidates import Candidates
from data.values.found_table import LIST, WIDE, Heading, Table
from data.values.grid import Sheet
from data.values.hints import NamesHeard
from data.values.messages import LEFT_OUT_BY_ANSWER
from data.values.questions import COUNT, LEAVE_OUT, Example, Questions
from texts import Figure, Message

ROW = "row"  # under which a fault stands that is no single cell's
EXAMPLES = 3  # rows that are shown with a question


@dataclass(frozen=True)
class LookedAt:
    """A table that was found: `candidates` are the rows (or cells) that may be records.

    `file` is the name of the file, without its ending; `names` are those that are known.
    `kind_is_told` says that a person called it use, or a budget; `sheets` are the names of all
    sheets of the file.
    """

    sheet: Sheet
    table: Table
    candidates: Candidates
    questions: Questions
    file: str = ""
    names: NamesHeard = field(default_factory=NamesHeard)
    settings: Settings = field(default_factory=Settings)
    kind_is_told: bool = False
    sheets: Sequence[str] = ()

    def number_of(self, place: int) -> int:
        """Excel's number of the column at a place in the rows."""
        return self.sheet.first_column + place

    def headings(self, *columns: str) -> list[Heading]:
        """The headings with one of these columns; without any, all that are read."""
        wanted = set(columns)
        return [h for h in self.table.headings if h.column and (not wanted or h.column in wanted)]

    def unread(self) -> list[Heading]:
        """The headings of the columns that are not read."""
        return [h for h in self.table.headings if not h.column and h.text]

    def column(self, heading: Heading) -> Column:
        """The column under a heading in the rows that may be records, blanks included."""
        if self.table.layout == LIST:
            return self.candidates.column(heading)
        rows = map(self.candidates.row_on_sheet, range(len(self.candidates)))
        return Column([cell_at(row, heading.position) for row in rows])

    def values(self, heading: Heading) -> list[Cell]:
        """The cells under a heading in the rows that may be records, blanks included."""
        return self.column(heading).cells

    @cached_property
    def label_places(self) -> set[int]:
        """Where in a crosstab the names stand that hold for a whole row of the sheet."""
        rows = range(len(self.candidates))
        return set.intersection(*(set(self.candidates.places_on_sheet(row)) for row in rows))

    def filled(self, heading: Heading) -> list[Cell]:
        """The cells under a heading that are not blank."""
        return [cell for cell in self.values(heading) if not is_blank(cell)]

    def rows_with(self, marked: Mapping[int, frozenset[int]]) -> list[int]:
        """The rows with a mark (Excel's row -> columns) on a cell that is read."""
        return [
            row
            for row, number in enumerate(self.candidates.numbers)
            if number in marked
            and marked[number] & set(map(self.number_of, self.candidates.places_on_sheet(row)))
        ]

    def remark(self, message: Message) -> None:
        """Tell something that a person should look at."""
        if message not in self.candidates.remarks:
            self.candidates.remarks.append(message)

    def change(self, heading: Heading, cells: Mapping[int, Cell]) -> None:
        """Read other cells under a heading of a list, or other amounts of a wide table."""
        if cells and self.table.layout == LIST:
            self.candidates.change(heading, cells)
        column = self.candidates.heading(str(heading.column))
        if column and self.table.layout == WIDE and heading.column in c.BUDGET_AMOUNTS:
            own = {n for n in cells if heading.position in self.candidates.places_on_sheet(n)}
            self.candidates.change(column, {n: cells[n] for n in cells if n in own})

    def read_instead(self, read: Heading, chosen: Heading) -> None:
        """Read what stands under another heading in the place of this one."""
        if chosen is not read:
            self.change(read, dict(enumerate(self.values(chosen))))

    def reject(self, rows: Iterable[int], message: Message, heading: Heading | None = None) -> None:
        """Reject rows, by their places among the candidates."""
        column = heading.column or heading.text if heading else ROW
        for row in rows:
            self.candidates.reject(row, column, message, heading)

    def ask(
        self,
        code: str,
        question: Message,
        rows: Sequence[int],
        reason: Message,
        heading: Heading | None = None,
    ) -> bool:
        """Ask whether rows count; reject them when they do not. Whether they count."""
        if not rows:
            return True
        examples, why = self._examples(rows), reason.code
        answer = self.questions.ask(code, question, len(rows), examples=examples, reason=why)
        if answer != COUNT:
            left_out = answer == LEAVE_OUT
            self.reject(rows, LEFT_OUT_BY_ANSWER() if left_out else reason, heading)
        return answer == COUNT

    def choose(
        self,
        code: str,
        question: Message,
        rows: Sequence[int],
        choices: tuple[str, ...],
        reason: Message | None = None,
        heading: Heading | None = None,
        *,
        fault: str = "",
    ) -> str | None:
        """The answer to a question with choices of its own; rejects the rows that wait for it.

        Without a `reason` the caller says what becomes of the rows; `fault` is the code of the
        fault that it gives to those that wait.
        """
        examples, why = self._examples(rows), reason.code if reason else fault
        answer = self.questions.ask(
            code, question, len(rows), choices, examples=examples, reason=why
        )
        if answer is None and reason:
            self.reject(rows, reason, heading)
        return answer

    def _examples(self, rows: Sequence[int]) -> tuple[Example, ...]:
        return tuple((self.candidates.numbers[row], self._texts_in(row)) for row in rows[:EXAMPLES])

    def _texts_in(self, row: int) -> tuple[str, ...]:
        """What stands in the row under a heading: all that a person needs to judge it by."""
        cells = self.candidates.row_on_sheet(row)
        under = (cell_at(cells, h.position) for h in self.table.headings if h.text)
        texts = (x if isinstance(x, Figure) else shorten(x) for x in map(shown_text, under))
        return tuple(text for text in texts if text)
