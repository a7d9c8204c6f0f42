"""Writes the three sample workbooks: `python -m scripts.make_sample`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from data.sample import BUDGET_FILE, FOLDER, HALF_YEAR_FILE, USAGE_FILE
from scripts.sample.layouts import Layout, budget_layouts, half_year_layouts, usage_layouts

WRITTEN = (2023, 1, 16, 9, 0, 0)  # one moment, so that the bytes are the same every time
WIDTH = 18


def sample_files() -> Mapping[str, bytes]:
    """File name -> content of the sample workbooks; the same bytes every time."""
    return {
        USAGE_FILE: workbook_bytes(usage_layouts()),
        HALF_YEAR_FILE: workbook_bytes(half_year_layouts()),
        BUDGET_FILE: workbook_bytes(budget_layouts()),
    }


def workbook_bytes(layouts: Sequence[Layout]) -> bytes:
    """The sheets as one .xlsx without any trace of the moment of writing."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for layout in layouts:
        _fill(book.create_sheet(layout.title), layout)
    target = BytesIO()
    book.save(target)
    return _without_clock(target.getvalue())


def _fill(sheet: Worksheet, layout: Layout) -> None:
    for row, line in enumerate(layout.lines, start=1):
        for column, value in enumerate(line, start=layout.first_column):
            if value is not None:
                cell = sheet.cell(row, column, value)
                if isinstance(value, dt.date):
                    cell.number_format = "dd-mm-yyyy"
    sheet.cell(1, layout.first_column).font = Font(bold=True)
    if layout.header_row:
        _style_header(sheet, layout.header_row)
    for first, last in layout.merged:
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
        sheet.cell(first, 1).alignment = Alignment(vertical="top", wrap_text=True)
    sheet.sheet_state = "hidden" if layout.hidden else "visible"


def _style_header(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = WIDTH


def _without_clock(content: bytes) -> bytes:
    stamp = dt.datetime(*WRITTEN).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part)
            info = ZipInfo(name, WRITTEN)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # otherwise it tells on which system it was written
            copy.writestr(info, part)
    return target.getvalue()


def main() -> None:
    """Write the workbooks where they are read from."""
    for name, content in sample_files().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
