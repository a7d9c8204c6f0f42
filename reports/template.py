"""The empty workbook that departments fill in: dropdowns, checks on input, and an explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data import columns as c
from data import fields
from data.fields import Entry, Field, Sort
from reports.workbook import DAY, DECIMALS, WHOLE, heading_style, put_text, saved
from texts import translate as _

LAST_ROW = 2_000  # as many records as one department will ever fill in by hand
LAST_CHOICE = 500
EARLIEST = 36_526  # 1 January 2000, as Excel counts days
LARGEST = 999_999_999


_FORMATS = {
    Sort.DAY: DAY, Sort.HOURS: DECIMALS, Sort.COUNT: WHOLE, Sort.AMOUNT: DECIMALS,
}  # fmt: skip
_CHECKS = {
    Sort.DAY: ("date", str(EARLIEST), str(LARGEST // 1000)),
    Sort.HOURS: ("decimal", "0", str(LARGEST)),
    Sort.COUNT: ("whole", "0", str(LARGEST)),
    Sort.AMOUNT: ("decimal", str(-LARGEST), str(LARGEST)),
}


@dataclass(frozen=True)
class _Column:
    """One column of the template: what is declared of it, and the choices of this moment."""

    field: Field
    entry: Entry
    choices: tuple[str, ...] | None = None

    @property
    def heading(self) -> str:
        """What stands above it."""
        return str(self.entry.heading or self.field.label)

    @property
    def example(self) -> str:
        """What could stand in it: the first of the choices, if there are any."""
        return self.choices[0] if self.choices else str(self.entry.example)

    @property
    def is_open(self) -> bool:
        """Whether something else than the choices may be typed in."""
        return self.field.sort is Sort.NAME

    @property
    def check(self) -> tuple[str, str, str] | None:
        """What Excel lets somebody type: of what kind, from and up to."""
        return _CHECKS.get(self.field.sort)


def template_workbook(
    departments: Sequence[str], themes: Sequence[str], forms: Sequence[str]
) -> bytes:
    """The template, in the language in force: a sheet to fill in, an explanation, the choices.

    A department or theme that is not in the list may be typed in; form, channel and share may not.
    """
    lists = {c.DEPARTMENT: departments, c.THEME: themes, c.FORM: forms}
    columns = [
        _Column(field, field.entry, _choices_of(field, lists))
        for field in fields.of(c.USAGE)
        if field.entry
    ]
    book = Workbook()
    usage = book.active
    usage.title = _("Usage")
    explanation = book.create_sheet(_("Explanation"))
    choices = book.create_sheet(_("Lists"))
    _fill_lists(choices, columns)
    _fill_usage(usage, columns, choices.title)
    _fill_explanation(explanation, columns)
    return saved(book)


def _choices_of(field: Field, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """What can be chosen; None where anything may be typed in."""
    if field.name in lists:
        return tuple(lists[field.name])
    if not field.choices:
        return None
    return tuple(str(choice.written or choice.value) for choice in field.choices)


def _fill_lists(sheet: Worksheet, columns: Sequence[_Column]) -> None:
    with_choices = [column for column in columns if column.choices is not None]
    for number, column in enumerate(with_choices, start=1):
        heading = _("Choices for {column}").format(column=column.heading)
        heading_style(put_text(sheet.cell(1, number), heading))
        sheet.column_dimensions[get_column_letter(number)].width = column.entry.width
        for row, choice in enumerate(column.choices or (), start=2):
            put_text(sheet.cell(row, number), choice)
    sheet.freeze_panes = "A2"


def _fill_usage(sheet: Worksheet, columns: Sequence[_Column], lists_name: str) -> None:
    list_number = 0
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        heading_style(put_text(sheet.cell(1, number), column.heading))
        sheet.column_dimensions[letter].width = column.entry.width
        sheet.column_dimensions[letter].number_format = _FORMATS.get(column.field.sort, "General")
        source = ""
        if column.choices is not None:
            list_number += 1
            source = _list_range(lists_name, get_column_letter(list_number))
        validation = _validation(column, source)
        validation.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{LAST_ROW}"


def _list_range(sheet_name: str, letter: str) -> str:
    """The filled part of a list, so that a name added below it is offered as well."""
    quoted = "'" + sheet_name.replace("'", "''") + "'"
    count = f"COUNTA({quoted}!${letter}$2:${letter}${LAST_CHOICE})"
    return f"OFFSET({quoted}!${letter}$2,0,0,MAX(1,{count}),1)"


def _validation(column: _Column, source: str) -> DataValidation:
    validation = DataValidation(
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=column.check is not None or source != "",
        promptTitle=column.heading,
        prompt=str(column.entry.explanation),
        errorTitle=column.heading,
        errorStyle="stop",
        error=_("Choose from the list."),
    )
    if source:
        validation.type, validation.formula1 = "list", source
        if column.is_open:
            validation.errorStyle = "warning"
            validation.error = _("This name is not in the list. Keep it as a new name?")
    elif column.check:
        validation.type, validation.formula1, validation.formula2 = column.check
        validation.operator = "between"
        validation.error = (
            _("Enter a date such as {example}.")
            if column.check[0] == "date"
            else _("Enter a number such as {example}.")
        )
        validation.error = validation.error.format(example=column.example)
    return validation


def _fill_explanation(sheet: Worksheet, columns: Sequence[_Column]) -> None:
    put_text(sheet.cell(1, 1), _("How to fill in this workbook")).font = Font(bold=True, size=14)
    for row, line in enumerate(_instructions(), start=2):
        put_text(sheet.cell(row, 1), line)
    first = len(_instructions()) + 3
    headings = (_("Column"), _("Required"), _("What to fill in"), _("Example"))
    for number, heading in enumerate(headings, start=1):
        heading_style(put_text(sheet.cell(first, number), heading))
    for row, column in enumerate(columns, start=first + 1):
        required = _("yes") if column.field.always else _("no")
        texts = (column.heading, required, column.entry.explanation, column.example)
        for number, text in enumerate(texts, start=1):
            cell = put_text(sheet.cell(row, number), text)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for letter, width in zip("ABCD", (18, 12, 70, 28), strict=True):
        sheet.column_dimensions[letter].width = width


def _instructions() -> list[str]:
    return [
        _("Put one use of Platform31 on each row of the first sheet."),
        _("Date, department and theme are required; leave the rest empty if you do not know it."),
        _("Save the workbook and read it in on the page Read in, or send it to the coordinator."),
    ]
