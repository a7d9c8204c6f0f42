"""The workbook of the page Budget: inputs first, then a sheet per part of the page."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from reports.money.book import MoneyBook, Places
from reports.money.checks import write_budget, write_check, write_months
from reports.money.inputs import write_inputs, write_lines, write_sources, write_use
from reports.money.use import write_cities, write_costs, write_split, write_themes
from reports.stored_outcomes import saved_with_outcomes
from reports.workbook import SheetNames, put_text
from texts import formats
from texts import translate as _

_WRITERS = (
    write_inputs, write_lines, write_use, write_check, write_budget, write_months,
    write_split, write_costs, write_themes, write_cities, write_sources,
)  # fmt: skip


def money_workbook(book: MoneyBook, *, notes: Sequence[str] = ()) -> bytes:
    """The workbook as bytes; each formula with its outcome, computed anew by whoever can."""
    workbook = Workbook()
    names = SheetNames()
    about = workbook.active
    about.title = names.take(_("About"))
    _write_about(about, book, notes)

    def sheet(name: str) -> Worksheet:
        return workbook.create_sheet(names.take(name))

    places = Places(
        inputs=sheet(_("Inputs")),
        check=sheet(_("Contribution check")),
        budget=sheet(_("Budget against actual")),
        months=sheet(_("Through the year")),
        split=sheet(_("40-60")),
        costs=sheet(_("Use against money")),
        themes=sheet(_("Per theme")),
        cities=sheet(_("All G40 cities")),
        lines=sheet(_("Budget lines")),
        use=sheet(_("Use")),
        sources=sheet(_("Sources")),
    )
    for write in _WRITERS:
        write(places, book)
    for each in workbook.worksheets:
        _fit_on_paper(each)
    workbook.calculation.fullCalcOnLoad = True
    return saved_with_outcomes(workbook)


def _fit_on_paper(sheet: Worksheet) -> None:
    """Let a sheet be as wide as a page, and repeat its headings."""
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"


def _write_about(sheet: Worksheet, book: MoneyBook, notes: Sequence[str]) -> None:
    title = _("Budget of Platform31, {municipality}, {year}").format(
        municipality=book.money.called, year=book.money.year
    )
    sheet.column_dimensions["A"].width = 100
    put_text(sheet["A1"], title).font = Font(bold=True, size=14)
    lines = [
        _("Made on {date}.").format(date=formats.date(book.today)),
        _("Amounts are numbers and outcomes are formulas: change an input and they follow."),
        _("An empty cell is unknown; nothing is filled in by a guess."),
        *notes,
    ]
    for row, line in enumerate(lines, start=3):
        cell = put_text(sheet.cell(row, 1), line)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
