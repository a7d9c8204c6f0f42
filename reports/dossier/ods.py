"""The dossier as an OpenDocument workbook: the same formulas, with the outcome stored beside."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from odf import dc
from odf.element import Element
from odf.number import (
    CurrencyStyle,
    CurrencySymbol,
    Number,
    NumberStyle,
    PercentageStyle,
    Text,
)
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TableColumnProperties, TextProperties
from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P

from reports.dossier.documents import clean, lightened
from reports.dossier.parts import COUNT, DECIMAL, EURO, PERCENT, TEXT, Column, Dossier
from reports.dossier.sheets import Cell, Formula, Range, Sheet, sheets_of
from reports.workbook import SheetNames, width_of

_CHARACTER = 0.2  # centimetres


def write_ods(dossier: Dossier) -> bytes:
    """The dossier as .ods."""
    document = OpenDocumentSpreadsheet()
    document.meta.addElement(dc.Title(text=clean(dossier.title)))
    document.meta.addElement(dc.Language(text=dossier.language))
    styles = _styles(document, dossier)
    taken = SheetNames()
    made = sheets_of(dossier)
    names = {sheet.name: taken.take(sheet.name) for sheet in made}
    for sheet in made:
        document.spreadsheet.addElement(_sheet(document, sheet, names, styles))
    target = BytesIO()
    document.write(target)
    return target.getvalue()


def _sheet(
    document: OpenDocumentSpreadsheet,
    sheet: Sheet,
    names: dict[str, str],
    styles: dict[str, Style],
) -> Element:
    table = Table(name=names[sheet.name])
    for place, heading in enumerate(sheet.headings):
        shown = [heading, *(row[place] for row in sheet.rows[:200])]
        wide = width_of("" if isinstance(value, Formula) else value for value in shown)
        name = f"{names[sheet.name]}_{place}"
        style = Style(name=name.replace(" ", "_"), family="table-column")
        style.addElement(TableColumnProperties(columnwidth=f"{wide * _CHARACTER:.2f}cm"))
        document.automaticstyles.addElement(style)
        table.addElement(TableColumn(stylename=style))
    first, heading_row = TableHeaderRows(), TableRow()
    for heading in sheet.headings:
        heading_row.addElement(_text(heading, styles["heading"]))
    first.addElement(heading_row)
    table.addElement(first)
    for row in sheet.rows:
        line = TableRow()
        for value, kind in zip(row, sheet.kinds, strict=True):
            line.addElement(_cell(value, kind, names, styles))
        table.addElement(line)
    return table


def _cell(value: Cell, kind: str, names: dict[str, str], styles: dict[str, Style]) -> Element:
    if isinstance(value, Formula):
        return _number(value.value, value.kind, styles, formula=in_calc(value, names))
    if isinstance(value, str):
        return _text(value, styles[TEXT])
    return TableCell() if value is None else _number(value, kind, styles)


def _text(text: str, style: Style) -> Element:
    cell = TableCell(valuetype="string", stylename=style)
    cell.addElement(P(text=clean(text)))
    return cell


def _number(
    value: float | int | Decimal | None,
    kind: str,
    styles: dict[str, Style],
    *,
    formula: str | None = None,
) -> Element:
    types = {PERCENT: "percentage", EURO: "currency"}
    more = {"formula": formula} if formula else {}
    if kind == EURO:
        more["currency"] = "EUR"
    cell = TableCell(
        valuetype=types.get(kind, "float"), value=str(value), stylename=styles[kind], **more
    )
    cell.addElement(P(text=Column("", kind).shown(value)))
    return cell


def in_calc(formula: Formula, names: dict[str, str]) -> str:
    """A formula as OpenFormula writes it."""
    return "of:=" + "".join(
        _range(piece, names) if isinstance(piece, Range) else piece for piece in formula.pieces
    )


def _range(piece: Range, names: dict[str, str]) -> str:
    sheet = names[piece.sheet].replace("'", "''")
    last = f":.{piece.last}" if piece.last else ""
    return f"[$'{sheet}'.{piece.first}{last}]"


def _styles(document: OpenDocumentSpreadsheet, dossier: Dossier) -> dict[str, Style]:
    euro = CurrencyStyle(name="euro")
    euro.addElement(CurrencySymbol(language="nl", country="NL", text="€ "))
    euro.addElement(Number(decimalplaces=2, minintegerdigits=1, grouping="true"))
    percent = PercentageStyle(name="percent")
    percent.addElement(Number(decimalplaces=1, minintegerdigits=1))
    percent.addElement(Text(text="%"))
    count = NumberStyle(name="count")
    count.addElement(Number(decimalplaces=0, minintegerdigits=1, grouping="true"))
    decimal = NumberStyle(name="decimal")
    decimal.addElement(Number(decimalplaces=2, minintegerdigits=1, grouping="true"))
    made = {}
    for kind, how in ((EURO, euro), (PERCENT, percent), (COUNT, count), (DECIMAL, decimal)):
        document.automaticstyles.addElement(how)
        made[kind] = Style(name=f"cell_{kind}", family="table-cell", datastylename=how)
    made[TEXT] = Style(name="cell_text", family="table-cell")
    made[TEXT].addElement(TableCellProperties(wrapoption="wrap", verticalalign="top"))
    made["heading"] = Style(name="cell_heading", family="table-cell")
    shade = f"#{lightened(dossier.style.first)}"
    made["heading"].addElement(TableCellProperties(backgroundcolor=shade, wrapoption="wrap"))
    made["heading"].addElement(TextProperties(fontweight="bold"))
    for style in made.values():
        document.automaticstyles.addElement(style)
    return made
