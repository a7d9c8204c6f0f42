"""How the sample's sheets look: as untidy as real exports, each sheet in its own way."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.cells.months import SHORT
from data.columns import BLANK, NOTE, REPEATED_HEADER, TOTAL
from scripts.sample.records import BUDGET_LINES, HALF_YEAR, LATE, Use, uses_of

FICTITIOUS = "Fictieve voorbeeldgegevens – geen echte registratie"
OTHER_SPELLING = {"Jeugd, Onderwijs en Sport": "Jeugd, Onderwijs & Sport"}

Value = str | int | float | dt.date | None


@dataclass
class Layout:
    """One sheet as it will be written, and what a reader must find on it.

    `lines` are the sheet's rows from row 1; `merged` are (first row, last row) of the department
    column; `skipped` counts the rows under the header that are no records, by reason.
    """

    title: str
    lines: list[list[Value]]
    header_row: int = 0
    first_column: int = 1
    hidden: bool = False
    merged: list[tuple[int, int]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    rejected: int = 0
    hours: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows stand under the header."""
        return len(self.lines) - self.header_row if self.header_row else 0

    def add_header(self, headings: Sequence[str]) -> None:
        """Put the headings on the next line."""
        self.lines.append(list(headings))
        self.header_row = len(self.lines)

    def add_use(self, cells: Sequence[Value], use: Use) -> None:
        """Put a use that can be read on the next line."""
        self.lines.append(list(cells))
        self.accepted += 1
        self.hours += use.hours

    def add_fault(self, cells: Sequence[Value]) -> None:
        """Put a use that must be rejected on the next line."""
        self.lines.append(list(cells))
        self.rejected += 1

    def skip(self, reason: str, cells: Sequence[Value] = ()) -> None:
        """Put a line that is no record on the next line."""
        self.lines.append(list(cells))
        self.skipped[reason] += 1


def usage_layouts() -> list[Layout]:
    """The sheets of the usage workbook, in their order."""
    return [_sheet_2018(), _sheet_2019(), _sheet_2020(), _sheet_2021_2022(), _usage_notes()]


def half_year_layouts() -> list[Layout]:
    """The sheets of the workbook with the first half of a year, in their order."""
    return [_half_year(), _usage_notes()]


def budget_layouts() -> list[Layout]:
    """The sheets of the budget workbook, in their order."""
    notes = [[FICTITIOUS], [], ["De bedragen zijn verzonnen en rond gemaakt."]]
    return [_budget(), Layout("Toelichting", list(map(list, notes)), hidden=True)]


def _sheet_2018() -> Layout:
    """Grouped by department, whose cells are merged downwards; some dates are text."""
    sheet = Layout(
        "2018", [["Gebruik Platform31 2018"], [FICTITIOUS], ["Peildatum: 31-01-2019"], []]
    )
    sheet.add_header(
        ("Afdeling", "Datum", "Thema", "Vorm", "Kanaal", "Deel", "Onderwerp", "Uren", "Deelnemers")
    )
    uses = sorted(uses_of(2018), key=lambda use: (use.department, use.date))
    previous, first = "", 0
    for number, use in enumerate(uses):
        if use.department != previous:
            previous, first = use.department, len(sheet.lines) + 1
            sheet.merged.append((first, first))
        row = len(sheet.lines) + 1
        sheet.merged[-1] = (first, row)
        date: Value = _written(use.date) if number % 4 == 3 else use.date
        department = use.department if row == first else None
        sheet.add_use((department, date, *_words(use), use.hours, use.participants), use)
    sheet.skip(BLANK)
    sheet.skip(TOTAL, ("Totaal", None, None, None, None, None, None, sheet.hours, None))
    return sheet


def _sheet_2019() -> Layout:
    """Starts in column B; hours are text with a comma; a department has two spellings."""
    sheet = Layout("2019", [["Overzicht inzet 2019"], [FICTITIOUS], []], first_column=2)
    sheet.add_header(
        (
            "Datum",
            "Afd.",
            "Thema",
            "Vorm",
            "Kanaal",
            "Deel",
            "Onderwerp",
            "Uren",
            "Aantal deelnemers",
        )
    )
    quarter = 0
    for number, use in enumerate(uses_of(2019)):
        if quarter and (use.date.month - 1) // 3 != quarter - 1:
            sheet.skip(BLANK)
        quarter = (use.date.month - 1) // 3 + 1
        spelling = OTHER_SPELLING.get(use.department, use.department)
        department = spelling if number % 2 else use.department
        date: Value = f"{use.date:%d-%m-%Y}" if number % 3 == 0 else use.date
        sheet.add_use((date, department, *_words(use), _comma(use.hours), use.participants), use)
    sheet.skip(TOTAL, ("Totaal", None, None, None, None, None, None, _comma(sheet.hours), None))
    return sheet


def _sheet_2020() -> Layout:
    """Its header stands there twice, as on a second printed page; one date does not exist."""
    headings = (
        "Thema", "Vorm", "Kanaal", "Deel", "Onderwerp", "Afdeling", "Datum", "Uren", "Deelnemers",
    )  # fmt: skip
    sheet = Layout("2020", [["Platform31 – registratie 2020"], [FICTITIOUS]])
    sheet.add_header(headings)
    for number, use in enumerate(uses_of(2020)):
        if number == 40:
            sheet.skip(REPEATED_HEADER, headings)
        if number == 12:
            sheet.add_fault((*_words(use), use.department, "31-02-2020", 6, 4))
        cells = (*_words(use), use.department, use.date, use.hours, use.participants)
        sheet.add_use(cells, use)
    return sheet


def _sheet_2021_2022() -> Layout:
    """Two years in one list, with subtotals, a column nobody needs, and a note under the table."""
    sheet = Layout(
        "2021 en 2022", [["Gebruik Platform31"], [FICTITIOUS], [], ["Bron: opgave afdelingen"], []]
    )
    headings = (
        "Datum", "Afdeling", "Thema", "Vorm", "Kanaal", "Deel", "Onderwerp", "Uren", "Deelnemers",
        "Opmerking intern",
    )  # fmt: skip
    sheet.add_header(headings)
    before = 0.0
    for year in (2021, 2022):
        for number, use in enumerate(uses_of(year)):
            if (year, number) == (2022, 20):
                sheet.add_fault((use.date, use.department, *_words(use), -4, 3, "nagaan"))
            remark = "nabellen" if number % 17 == 5 else None
            cells = (
                use.date, use.department, *_words(use), use.hours, use.participants, remark,
            )  # fmt: skip
            sheet.add_use(cells, use)
        subtotal = sheet.hours - before
        sheet.skip(TOTAL, (f"Subtotaal {year}", *[None] * 6, subtotal, None, None))
        before = sheet.hours
    sheet.skip(TOTAL, ("Eindtotaal", *[None] * 6, sheet.hours, None, None))
    sheet.skip(BLANK)
    sheet.skip(NOTE, ("Uren zoals opgegeven door de afdelingen.",))
    return sheet


def _half_year() -> Layout:
    """Half a year, in a list that says who did not hand anything in yet."""
    sheet = Layout(
        str(HALF_YEAR),
        [[f"Platform31, eerste halfjaar {HALF_YEAR}"], [FICTITIOUS], ["Peildatum: 30-06-2023"], []],
    )
    headings = (
        "Afdeling", "Thema", "Vorm", "Kanaal", "Deel", "Onderwerp", "Datum", "Uren", "Deelnemers",
    )  # fmt: skip
    sheet.add_header(headings)
    for use in uses_of(HALF_YEAR):
        sheet.add_use((use.department, *_words(use), use.date, use.hours, use.participants), use)
    sheet.skip(BLANK)
    sheet.skip(NOTE, (f"{LATE} levert de uren later aan.",))
    return sheet


def _usage_notes() -> Layout:
    lines: list[list[Value]] = [
        ["Toelichting"],
        [FICTITIOUS],
        [],
        ["Deze werkmap laat zien hoe een opgave eruit kan zien. Alle regels zijn verzonnen."],
        ["Direct: de afdeling zelf. Themagroep: via een themagroep van de G40."],
        ["Algemeen: het deel voor alle steden. Maatwerk: alleen voor de eigen stad."],
    ]
    return Layout("Toelichting", lines, hidden=True)


def _budget() -> Layout:
    sheet = Layout(
        "Begroting",
        [["Begroting en realisatie Platform31"], [FICTITIOUS], ["Bedragen in euro"], []],
    )
    sheet.add_header(("Jaar", "Omschrijving", "Begroting", "Realisatie", "Verplichtingen"))
    for line in BUDGET_LINES:
        budget: Value = _euro(line.budget) if line.year == 2019 else line.budget
        sheet.lines.append([line.year, line.description, budget, line.actual, line.committed])
        sheet.accepted += 1
    budget_total = sum(line.budget for line in BUDGET_LINES)
    actual_total = sum(line.actual for line in BUDGET_LINES)
    committed_total = sum(line.committed for line in BUDGET_LINES)
    sheet.skip(BLANK)
    sheet.skip(TOTAL, ("Totaal", None, budget_total, actual_total, committed_total))
    return sheet


def _words(use: Use) -> tuple[str, str, str, str, str]:
    channel = "themagroep" if use.network else "direct"
    share = "maatwerk" if use.tailored else "algemeen"
    return use.theme, use.form, channel, share, use.subject


def _written(date: dt.date) -> str:
    return f"{date.day} {SHORT[date.month - 1]} {date.year}"


def _comma(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")


def _euro(amount: int) -> str:
    return f"€ {amount:,}".replace(",", ".") + ",00"
