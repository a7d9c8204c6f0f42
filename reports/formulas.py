"""Sheets whose amounts are numbers and whose sums are formulas, so that a reader can check them.

A formula is only ever made by our own code; every text goes through `put_text`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.workbook import DAY, DECIMALS, WHOLE, heading_style, put_text, width_of

EUROS = "€ #,##0.00;[Red]-€ #,##0.00"
COUNT = "#,##0"
PERCENT = "0.0%"
RATE = "€ 0.00####"


@dataclass(frozen=True)
class Formula:
    """A formula without its `=`, and how its outcome is written."""

    text: str
    number_format: str = EUROS


@dataclass(frozen=True)
class Number:
    """A number with a format of its own."""

    value: Decimal | int | float | None
    number_format: str = EUROS


NOT_KNOWN = Formula('""')  # the outcome is not said, and stays a formula among its siblings
Value = Formula | Number | str | int | float | Decimal | dt.date | None


def put(cell: Any, value: Value) -> None:  # noqa: ANN401 (a cell of openpyxl)
    """Write a value: formulas as formulas, numbers as numbers, texts never as anything else."""
    if isinstance(value, Formula):
        cell.value, cell.number_format = f"={value.text}", value.number_format
    elif isinstance(value, Number):
        cell.value, cell.number_format = value.value, value.number_format
    elif isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value
        cell.number_format = _format_of(value)


def write_table(
    sheet: Worksheet, headings: Sequence[str], rows: Sequence[Sequence[Value]], *, first: int = 1
) -> None:
    """The headings in row `first`, the rows below; columns as wide as their texts."""
    for place, heading in enumerate(headings, start=1):
        heading_style(put_text(sheet.cell(first, place), heading))
    for number, row in enumerate(rows, start=first + 1):
        for place, value in enumerate(row, start=1):
            put(sheet.cell(number, place), value)
    for place, heading in enumerate(headings):
        texts = [row[place] for row in rows if isinstance(row[place], str)]
        column = get_column_letter(place + 1)
        now = sheet.column_dimensions[column].width if first > 1 else 0
        sheet.column_dimensions[column].width = max(now, width_of([heading, *texts, "0" * 12]))
    if first == 1:
        sheet.freeze_panes = "B2"


def make_bold(sheet: Worksheet, row: int) -> None:
    """Let a row stand out as a sum."""
    for cell in sheet[row]:
        cell.font = Font(bold=True)


def quoted(sheet: Worksheet) -> str:
    """The name of a sheet as a formula writes it."""
    return "'" + sheet.title.replace("'", "''") + "'"


def _format_of(value: Decimal | int | float | dt.date) -> str:
    if isinstance(value, dt.date):
        return DAY
    return WHOLE if isinstance(value, int) else DECIMALS
