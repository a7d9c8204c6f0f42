"""Frames as an Excel workbook to take away: numbers as numbers, texts never as formulas."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from data.formula_guard import starts_formula
from reports.chart_data import ChartData
from reports.native_chart import add_chart_sheet
from texts import translate as _

MAX_TEXT = 32_767  # what Excel allows in one cell
MAX_SHEET_NAME = 31
MAX_ROWS = 1_048_575  # Excel's rows, less the heading
NARROWEST, WIDEST = 8, 60
SAMPLED_ROWS = 500  # enough to choose a width by

WHOLE = "0"
DECIMALS = "#,##0.00"
DAY = "dd-mm-yyyy"
MOMENT = "dd-mm-yyyy hh:mm"

# What XML cannot hold, and halves of characters that no encoding can write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADING_FILL = PatternFill("solid", fgColor="FFE8EDF2")


def workbook_of(
    frames: Mapping[str, pd.DataFrame],
    *,
    title: str,
    notes: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
    drawn: ChartData | None = None,
) -> bytes:
    """One sheet per frame, after a first sheet with the title and the notes.

    The headings are the frames' columns, the index is left out. `formats` gives a column another
    number format than its values suggest, such as `0.0%`. `drawn` is drawn on a sheet of its own,
    the first that is seen. No text can become a formula.
    """
    book = Workbook(write_only=True)
    names = SheetNames()
    about = book.create_sheet(names.take(_("About")))
    about.column_dimensions["A"].width = 100
    for row in about_rows(about, title, notes):
        about.append(row)
    if drawn:
        add_chart_sheet(book, names.take(_("Chart")), drawn, put_text)
    for name, frame in frames.items():
        _write_frame(book.create_sheet(names.take(name)), frame, formats or {})
    if len(book.worksheets) > 1:
        book.active = 1
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    book.properties.creator = "Verbredingsmonitor"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class SheetNames:
    """Makes names that Excel allows for a sheet, each different from the ones before."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """The name nearest to `wanted` that is allowed and still free."""
        legal = re.sub(r"[\[\]:*?/\\\t\r\n]", " ", clean_text(wanted)).strip().strip("'").strip()
        if not legal or legal.lower() == "history":  # Excel keeps that name for itself
            legal = (legal + "_") if legal else _("Sheet")
        name, number = legal[:MAX_SHEET_NAME].rstrip("' "), 1
        while name.lower() in self._taken:
            number += 1
            ending = f" ({number})"
            name = legal[: MAX_SHEET_NAME - len(ending)] + ending
        self._taken.add(name.lower())
        return name


def clean_text(value: object) -> str:
    """The value as a text that a workbook can hold: without control characters, cut to length."""
    return _UNWRITABLE.sub("", str(value))[:MAX_TEXT]


def put_text(cell: Cell, value: object) -> Cell:
    """Write `value` as text, also when it looks like a formula or an error."""
    text = clean_text(value)
    cell.value = text
    cell.data_type = "s"
    if starts_formula(text):
        cell.quotePrefix = True  # so that it stays text when somebody edits the cell
    return cell


def heading_style(cell: Cell) -> Cell:
    """Make the cell look like a heading."""
    cell.font = Font(bold=True)
    cell.fill = _HEADING_FILL
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def about_rows(sheet: Any, title: str, notes: Iterable[str]) -> list[list[Cell]]:  # noqa: ANN401
    """The rows of a sheet that says what the workbook holds."""
    heading = put_text(WriteOnlyCell(sheet), title)
    heading.font = Font(bold=True, size=14)
    rows = [[heading]]
    for note in notes:
        cell = put_text(WriteOnlyCell(sheet), note)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        rows.append([cell])
    return rows


def width_of(texts: Iterable[object]) -> float:
    """A column width, in characters, that suits these texts."""
    longest = max((len(line) for text in texts for line in str(text).split("\n")), default=0)
    return float(min(max(longest + 2, NARROWEST), WIDEST))


def _write_frame(sheet: Any, frame: pd.DataFrame, formats: Mapping[str, str]) -> None:  # noqa: ANN401
    frame = frame.iloc[:MAX_ROWS]
    headings = [clean_text(name) for name in frame.columns]
    values = [_values(frame.iloc[:, place]) for place in range(frame.shape[1])]
    chosen = [formats.get(h) or _format_of(v) for h, v in zip(headings, values, strict=True)]
    sheet.freeze_panes = "A2"
    for place, heading in enumerate(headings):
        shown = [heading, *(_shown(v) for v in values[place][:SAMPLED_ROWS])]
        sheet.column_dimensions[get_column_letter(place + 1)].width = width_of(shown)
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(frame) + 1}"
    sheet.append([heading_style(put_text(WriteOnlyCell(sheet), h)) for h in headings])
    # A row is written as soon as it is appended, so one cell per column serves all rows.
    cells = [WriteOnlyCell(sheet) for _column in chosen]
    for cell, number_format in zip(cells, chosen, strict=True):
        cell.number_format = number_format
    for row in zip(*values, strict=True):
        sheet.append([_cell(sheet, c, v) for c, v in zip(cells, row, strict=True)])


def _cell(sheet: Any, cell: Cell, value: Any) -> Any:  # noqa: ANN401
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        # Most texts are plain; a cell of its own for each would double the time.
        plain = value and value[0].isalpha()
        return clean_text(value) if plain else put_text(WriteOnlyCell(sheet), value)
    cell.value = value
    return cell


def _values(column: pd.Series) -> list[Any]:
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        column = column.dt.tz_localize(None)
    return [_plain(value) for value in column.astype(object)]


def _plain(value: Any) -> Any:  # noqa: ANN401
    """The value as Python's own text, number, date or truth value; None when it is missing."""
    if hasattr(value, "item"):
        value = value.item()
    if value is None or value is pd.NaT or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, str | bool | int | float | Decimal | dt.date):
        return value
    return None if value is pd.NA else str(value)


def _format_of(values: Sequence[Any]) -> str:
    moments = [v for v in values if isinstance(v, dt.date)]
    if moments:
        with_time = any(isinstance(v, dt.datetime) and v.time() != dt.time() for v in moments)
        return MOMENT if with_time else DAY
    broken = any(isinstance(v, Decimal) or (isinstance(v, float) and v % 1) for v in values)
    return DECIMALS if broken else WHOLE


def _shown(value: object) -> str:
    if isinstance(value, dt.date):
        return DAY
    if value is None:
        return ""
    return f"{value:,.2f}" if isinstance(value, float | Decimal) else str(value)
