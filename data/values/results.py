"""What reading in yields: records, rejected rows with reasons, and counts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.columns import BUDGET, USAGE
from data.values import messages
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.finance_reading import FinanceReading
from data.values.found_table import Heading, Table
from data.values.packed import Packed
from data.values.questions import Question
from texts import Message, Text

# How a spelling that is no stored name to the letter was read; see `NameQuestion`.
DOUBTFUL = "doubtful"
NEW = "new"
REMEMBERED = "remembered"
MATCHED = "matched"


def left_out(value: str) -> Message:
    """The reason of a row that a person leaves out because of a name in it."""
    return messages.LEFT_OUT(value=value)


LEFT_OUT_CODES = frozenset({messages.LEFT_OUT.code, messages.LEFT_OUT_BY_ANSWER.code})

_KIND_LABELS: Mapping[str, Text] = {
    USAGE: Text("use"),
    BUDGET: Text("budget"),
    f"{USAGE}+{BUDGET}": Text("use and budget"),
}


def kind_label(kind: str | None) -> str:
    """What a sheet or an upload (`usage+budget`) holds, in words."""
    return str(_KIND_LABELS.get(kind or "", Text("neither use nor budget")))


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell: Excel's row number, heading, cell as text, a sentence."""

    row: int
    column: str
    value: str
    message: Message


@dataclass(frozen=True)
class RejectedRow:
    """A row that is not stored as a record: its cells as text, whole, and its faults.

    `private` are the positions of cells that are nobody's business here, and are never stored.
    """

    row: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...]
    private: frozenset[int] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its faults."""
        return frozenset(fault.message.code for fault in self.faults)

    @property
    def left_out(self) -> bool:
        """Whether a person chose to leave the row out: there is nothing to mend then."""
        return not LEFT_OUT_CODES.isdisjoint(self.codes)

    def cell(self, position: int) -> str:
        """One of the cells; a row may be shorter than its headings."""
        return self.cells[position] if position < len(self.cells) else ""

    def position_of(self, fault: Fault, headings: Iterable[Heading]) -> int | None:
        """Where the cell with this fault stands; None for a fault that is no single cell's.

        Of several headings with one text, the one above the value that the fault names.
        """
        named = [h.position for h in headings if h.text and h.text == fault.column]
        return next((p for p in named if self.cell(p) == fault.value), next(iter(named), None))


RejectedRows = Packed[RejectedRow, frozenset[str]]  # by the codes of their faults


def _codes_of(row: RejectedRow) -> frozenset[str]:
    return row.codes


def rejected(rows: Iterable[RejectedRow]) -> RejectedRows:
    """The rejected rows of a table, in little room."""
    return Packed(rows, _codes_of)


@dataclass(frozen=True)
class PersonalData:
    """Personal data in a column of free text: of one kind, with Excel's numbers of the rows.

    `kind` is `email`, `iban`, `bsn` or `phone`. The data themselves are not kept here.
    """

    position: int
    heading: str
    kind: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class NameQuestion:
    """A spelling that is no stored name to the letter, so that a person may say what it means.

    `found` tells how it is read when nobody says anything: as `NEW`, as `REMEMBERED` from an
    earlier upload, as `MATCHED` because it is certain, or not at all: `DOUBTFUL`. `name` is the
    name that it is then read as, `candidates` are the known names that it resembles, the nearest
    first, and `rows` tells in how many rows it stands.
    """

    spelling: str
    found: str
    rows: int
    name: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameMatches:
    """What reading in did with the names of one kind (department or theme).

    `canonical` maps each spelling in the file to the name that is stored; `new` are names that
    nobody knew; `matched` are the spellings that were taken for another name, with that name;
    `questions` are the spellings that a person may say more of.
    """

    canonical: Mapping[str, str] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    matched: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[NameQuestion, ...] = ()


@dataclass(frozen=True)
class Top:
    """A few rows of a sheet as they stand, around its headings, as texts.

    `rows[i][j]` is the text in Excel's row `first_row + i` and column `first_column + j`; `j` is
    the position that `Heading` and `SheetCorrections` tell of. Wider rows are cut off after
    some sixty columns; `width` is how many columns the sheet has there.
    """

    first_row: int = 1
    first_column: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    width: int = 0


def table_key(sheet: str, number: int) -> str:
    """What a table is called within its file, by its sheet and its number there (from 1)."""
    return sheet if number == 1 else f"{sheet}#{number}"


@dataclass(frozen=True)
class SheetResult:
    """What one sheet yields.

    `records` holds what will be stored: for use one line per accepted row with the columns of
    `data.fields.usage` and `row`; for a budget those of `data.fields.budget` and `row`, and a line
    per amount, so a row with a budgeted and an actual amount gives two. Always
    `rows == accepted + rejected + skipped`. `table_number` tells several tables on one sheet apart,
    from 1; `left_out` says that a person leaves the sheet or the table out. `unit` is what the
    amounts are counted in (1, 1,000 or 1,000,000 euros); None for a table without amounts.
    `origins` says of a sheet with mended rows which row of the file a row is, where that is another
    (0: of none). `personal` says which free texts hold personal data. `finance` is how a finance
    export was read. `questions` is what a person must say before some rows count, `reason` why a
    sheet holds no table.
    """

    sheet: str
    hidden: bool = False
    table_number: int = 1
    left_out: bool = False
    table: Table | None = None
    rows: int = 0
    accepted: int = 0
    rejected_rows: RejectedRows = field(default_factory=lambda: rejected(()))
    skipped_reasons: Mapping[str, int] = field(default_factory=Counter)
    records: pd.DataFrame = field(default_factory=pd.DataFrame)
    sums: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, NameMatches] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    reason: Message | None = None
    unit: int | None = None
    top: Top = Top()
    origins: Mapping[int, int] = field(default_factory=dict)
    personal: tuple[PersonalData, ...] = ()
    finance: FinanceReading | None = None

    @property
    def key(self) -> str:
        """What the sheet, or the table on it, is called within its file; see `Corrections`."""
        return table_key(self.sheet, self.table_number)

    @property
    def title(self) -> str:
        """What a person calls it: the sheet, with a number for a further table on it."""
        return self.sheet if self.table_number == 1 else f"{self.sheet} ({self.table_number})"

    @property
    def kind(self) -> str | None:
        """`usage`, `budget`, or None for a sheet that holds neither."""
        return self.table.kind if self.table else None

    @property
    def rejected(self) -> int:
        """How many rows are rejected."""
        return len(self.rejected_rows)

    @property
    def skipped(self) -> int:
        """How many rows are no records: blank, repeated headings, totals, notes, duplicates."""
        return sum(self.skipped_reasons.values())

    @property
    def faults(self) -> list[Fault]:
        """Every fault, in the order of the rows."""
        return [fault for row in self.rejected_rows for fault in row.faults]


@dataclass(frozen=True)
class Original:
    """The file that a file with mended rows belongs to, and what of it is stored.

    `batches` are the active uploads with rows of it, the oldest first, and `batch_id` the one of
    the file itself; `sample` is that of the oldest. `corrections` is what a person
    said of its sheets when the rows to mend were taken out.
    """

    sha256: str
    file_name: str
    batches: tuple[int, ...] = ()
    batch_id: int | None = None
    sample: bool = False
    corrections: Corrections = NO_CORRECTIONS


@dataclass(frozen=True)
class FilePreview:
    """What one file yields, before anything is stored.

    `error` is the sentence for a file that cannot be read at all (then `sheets` is empty);
    `stored_as` the batch that already holds this very file; `original` the file whose rows it
    mends, or the file itself when mended rows of it are stored already.
    """

    file_name: str
    sha256: str = ""
    size: int = 0
    sheets: tuple[SheetResult, ...] = ()
    error: Message | None = None
    stored_as: int | None = None
    original: Original | None = None
