"""The empty workbook that departments fill in: dropdowns, checks on input, and an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.workbook import DAY, DECIMALS, WHOLE, heading_style, put_text, saved
from texts import translate as _

LAST_ROW = 2_000  # as many records as one department will ever fill in by hand
LAST_CHOICE = 500
EARLIEST = 36_526  # 1 January 2000, as Excel counts days
LARGEST = 999_999_999


@dataclass(frozen=True)
class _Field:
    """One column of the template: what it is called, what goes in, and how it is checked."""

    heading: str
    required: bool
    explanation: str
    example: str
    width: float
    number_format: str = "General"
    choices: tuple[str, ...] | None = None
    open_list: bool = False
    check: tuple[str, str, str] | None = None


def template_workbook(
    departments: Sequence[str], themes: Sequence[str], forms: Sequence[str]
) -> bytes:
    """The template, in the language in force: a sheet to fill in, an explanation, the choices.

    A department or theme that is not in the list may be typed in; form, channel and share may not.
    """
    fields = _fields(tuple(departments), tuple(themes), tuple(forms))
    book = Workbook()
    usage = book.active
    usage.title = _("Usage")
    explanation = book.create_sheet(_("Explanation"))
    lists = book.create_sheet(_("Lists"))
    _fill_lists(lists, fields)
    _fill_usage(usage, fields, lists.title)
    _fill_explanation(explanation, fields)
    return saved(book)


def _fields(
    departments: tuple[str, ...], themes: tuple[str, ...], forms: tuple[str, ...]
) -> tuple[_Field, ...]:
    channels = (_("direct"), _("network"))
    shares = (_("general"), _("tailored"))
    positive = ("decimal", "0", str(LARGEST))
    return (
        _Field(
            _("Date"), True, _("The day on which it took place."), "03-04-2019", 12, DAY,
            check=("date", str(EARLIEST), str(LARGEST // 1000)),
        ),
        _Field(
            _("Department"), True,
            _("Your department. Not in the list? Type the name in full."),
            departments[0] if departments else _("Youth and Education"), 32,
            choices=departments, open_list=True,
        ),
        _Field(
            _("Theme"), True,
            _("What it was about. Not in the list? Type the name in full."),
            themes[0] if themes else _("Housing market"), 32,
            choices=themes, open_list=True,
        ),
        _Field(
            _("Form"), False, _("What kind of support it was."), forms[0] if forms else "", 22,
            choices=forms,
        ),
        _Field(
            _("Channel"), False,
            _("Direct: your department itself. Network: through a G40 theme group."),
            channels[0], 12, choices=channels,
        ),
        _Field(
            _("Share"), False,
            _("General: open to all cities (the 40 %). Tailored: for our city alone (the 60 %)."),
            shares[0], 12, choices=shares,
        ),
        _Field(
            _("Subject"), False, _("A few words that others recognise. No names of persons."),
            _("Advice on rent policy"), 44,
        ),
        _Field(
            _("Hours"), False, _("Hours that Platform31 spent on it."), "7,5", 10, DECIMALS,
            check=positive,
        ),
        _Field(
            _("Participants"), False, _("How many people of your department took part."), "3", 12,
            WHOLE, check=("whole", "0", str(LARGEST)),
        ),
        _Field(
            _("Amount"), False, _("Extra costs in euros, if any. Leave empty if there were none."),
            "540,00", 14, DECIMALS, check=("decimal", str(-LARGEST), str(LARGEST)),
        ),
    )  # fmt: skip


def _fill_lists(sheet: Worksheet, fields: Sequence[_Field]) -> None:
    with_choices = [field for field in fields if field.choices is not None]
    for number, field in enumerate(with_choices, start=1):
        heading = _("Choices for {column}").format(column=field.heading)
        heading_style(put_text(sheet.cell(1, number), heading))
        sheet.column_dimensions[get_column_letter(number)].width = field.width
        for row, choice in enumerate(field.choices or (), start=2):
            put_text(sheet.cell(row, number), choice)
    sheet.freeze_panes = "A2"


def _fill_usage(sheet: Worksheet, fields: Sequence[_Field], lists_name: str) -> None:
    list_number = 0
    for number, field in enumerate(fields, start=1):
        letter = get_column_letter(number)
        heading_style(put_text(sheet.cell(1, number), field.heading))
        sheet.column_dimensions[letter].width = field.width
        sheet.column_dimensions[letter].number_format = field.number_format
        source = ""
        if field.choices is not None:
            list_number += 1
            source = _list_range(lists_name, get_column_letter(list_number))
        validation = _validation(field, source)
        validation.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{LAST_ROW}"


def _list_range(sheet_name: str, letter: str) -> str:
    """The filled part of a list, so that a name added below it is offered as well."""
    quoted = "'" + sheet_name.replace("'", "''") + "'"
    count = f"COUNTA({quoted}!${letter}$2:${letter}${LAST_CHOICE})"
    return f"OFFSET({quoted}!${letter}$2,0,0,MAX(1,{count}),1)"


def _validation(field: _Field, source: str) -> DataValidation:
    validation = DataValidation(
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=field.check is not None or source != "",
        promptTitle=field.heading,
        prompt=field.explanation,
        errorTitle=field.heading,
        errorStyle="stop",
        error=_("Choose from the list."),
    )
    if source:
        validation.type, validation.formula1 = "list", source
        if field.open_list:
            validation.errorStyle = "warning"
            validation.error = _("This name is not in the list. Keep it as a new name?")
    elif field.check:
        validation.type, validation.formula1, validation.formula2 = field.check
        validation.operator = "between"
        validation.error = (
            _("Enter a date such as {example}.")
            if field.check[0] == "date"
            else _("Enter a number such as {example}.")
        )
        validation.error = validation.error.format(example=field.example)
    return validation


def _fill_explanation(sheet: Worksheet, fields: Sequence[_Field]) -> None:
    put_text(sheet.cell(1, 1), _("How to fill in this workbook")).font = Font(bold=True, size=14)
    for row, line in enumerate(_instructions(), start=2):
        put_text(sheet.cell(row, 1), line)
    first = len(_instructions()) + 3
    headings = (_("Column"), _("Required"), _("What to fill in"), _("Example"))
    for number, heading in enumerate(headings, start=1):
        heading_style(put_text(sheet.cell(first, number), heading))
    for row, field in enumerate(fields, start=first + 1):
        required = _("yes") if field.required else _("no")
        texts = (field.heading, required, field.explanation, field.example)
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
