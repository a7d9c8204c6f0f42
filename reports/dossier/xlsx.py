"""The dossier as an Excel workbook: formulas that live, with the outcome stored beside each."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook

from data.formula_guard import starts_formula
from reports.dossier.documents import CREATOR, lightened
from reports.dossier.parts import COUNT, DECIMAL, EURO, PERCENT, TEXT, Dossier
from reports.dossier.sheets import Cell, Formula, Range, Sheet, sheets_of
from reports.workbook import SheetNames, clean_text, width_of

_QUOTED = "quoted"
_LINE = 15  # the height of a row of one line, in points
_FORMATS = {TEXT: "@", COUNT: "#,##0", DECIMAL: "#,##0.0###", PERCENT: "0.0%", EURO: "€ #,##0.00"}


def write_xlsx(dossier: Dossier) -> bytes:
    """The dossier as .xlsx."""
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(target, options)
    book.set_properties({"title": clean_text(dossier.title), "author": CREATOR})
    book.set_size(1600, 1000)
    taken = SheetNames()
    made = sheets_of(dossier)
    names = {sheet.name: taken.take(sheet.name) for sheet in made}
    formats = {
        kind: book.add_format({"num_format": text, "valign": "top", "text_wrap": kind == TEXT})
        for kind, text in _FORMATS.items()
    }
    # Stays text when somebody edits the cell.
    formats[_QUOTED] = book.add_format({"quote_prefix": True, "valign": "top", "text_wrap": True})
    heading = book.add_format(
        {"bold": True, "bg_color": f"#{lightened(dossier.style.first)}", "text_wrap": True}
    )
    for sheet in made:
        _write(book.add_worksheet(names[sheet.name]), sheet, names, formats, heading)
    book.close()
    return target.getvalue()


def _write(
    page: Any,  # noqa: ANN401 (a sheet of XlsxWriter)
    sheet: Sheet,
    names: dict[str, str],
    formats: dict[str, Any],
    heading: Any,  # noqa: ANN401 (a format of XlsxWriter)
) -> None:
    page.freeze_panes(1, 0)
    widths = []
    for column, text in enumerate(sheet.headings):
        page.write_string(0, column, clean_text(text), heading)
        shown = [text, *(row[column] for row in sheet.rows[:200])]
        widths.append(width_of("" if isinstance(v, Formula) else v for v in shown))
        page.set_column(column, column, widths[-1])
    for place, row in enumerate(sheet.rows, start=1):
        page.set_row(place, _height(row, widths))
        for column, (value, kind) in enumerate(zip(row, sheet.kinds, strict=True)):
            _put(page, place, column, value, kind, names, formats)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """What its longest text takes: LibreOffice does not make a row of a file higher by itself."""
    texts = [(v, w) for v, w in zip(row, widths, strict=True) if isinstance(v, str)]
    return _LINE * max((ceil(len(text) / width) for text, width in texts), default=1)


def _put(
    page: Any,  # noqa: ANN401 (a sheet of XlsxWriter)
    row: int,
    column: int,
    value: Cell,
    kind: str,
    names: dict[str, str],
    formats: dict[str, Any],
) -> None:
    if isinstance(value, Formula):
        page.write_formula(row, column, in_excel(value, names), formats[value.kind], value.value)
    elif isinstance(value, str):
        text = clean_text(value)
        page.write_string(row, column, text, formats[_QUOTED if starts_formula(text) else TEXT])
    elif value is not None:
        page.write_number(row, column, value, formats[kind])


def in_excel(formula: Formula, names: dict[str, str]) -> str:
    """A formula as Excel writes it."""
    return "=" + "".join(
        _range(piece, names) if isinstance(piece, Range) else _separated(piece)
        for piece in formula.pieces
    )


def _separated(piece: str) -> str:
    """The separators of arguments as commas; a text in quotes stays as it is."""
    return '"'.join(
        part if place % 2 else part.replace(";", ",") for place, part in enumerate(piece.split('"'))
    )


def _range(piece: Range, names: dict[str, str]) -> str:
    sheet = names[piece.sheet].replace("'", "''")
    return f"'{sheet}'!{piece.first}" + (f":{piece.last}" if piece.last else "")
