"""The dossier as an OpenDocument text, which Dutch government gives where a text can be edited."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from odf import dc, meta
from odf.draw import Frame, Image
from odf.element import Element
from odf.opendocument import OpenDocumentText
from odf.style import (
    ListLevelProperties,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableProperties,
    TableRowProperties,
    TextProperties,
)
from odf.svg import Desc
from odf.table import Table as OdfTable
from odf.table import TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import H, List, ListItem, ListLevelStyleBullet, ListStyle, P

from reports.dossier.documents import CREATOR, FONT, SIZE, clean, lightened
from reports.dossier.parts import TEXT, Column, Dossier, Part, Table

_MARGIN, _INNER = "1.9cm", 17.2  # centimetres between the margins


def write_odt(dossier: Dossier) -> bytes:
    """The dossier as .odt, on A4; the annexes begin on a page of their own."""
    document = OpenDocumentText()
    styles = _styles(document, dossier)
    document.meta.addElement(dc.Title(text=clean(dossier.title)))
    document.meta.addElement(dc.Creator(text=CREATOR))
    document.meta.addElement(dc.Language(text=dossier.language))
    document.meta.addElement(meta.Generator(text=CREATOR))
    body = document.text
    if dossier.style.logo:
        body.addElement(_logo(document, dossier.style.logo))
    body.addElement(P(stylename=styles["title"], text=clean(dossier.title)))
    body.addElement(P(stylename=styles["subtitle"], text=clean(dossier.subtitle)))
    for warning in dossier.warnings:
        body.addElement(P(stylename=styles["warning"], text=clean(warning.text)))
    for part in dossier.parts:
        _write(body, part, styles)
    for place, part in enumerate(dossier.annexes):
        _write(body, part, styles, heading="heading" if place else "first_annex")
    target = BytesIO()
    document.write(target)
    return target.getvalue()


def _write(
    body: Element, part: Part, styles: Mapping[str, Style], *, heading: str = "heading"
) -> None:
    body.addElement(H(outlinelevel=1, stylename=styles[heading], text=clean(part.heading)))
    for sentence in part.sentences:
        if not sentence.point:
            body.addElement(P(stylename=styles["text"], text=clean(sentence.text)))
    points = [sentence for sentence in part.sentences if sentence.point]
    if points:
        made = List(stylename=styles["list"])
        for sentence in points:
            item = ListItem()
            item.addElement(P(stylename=styles["point"], text=clean(sentence.text)))
            made.addElement(item)
        body.addElement(made)
    for place, table in enumerate(part.tables):
        body.addElement(P(stylename=styles["caption"], text=clean(table.caption)))
        body.addElement(_table(table, styles, f"{part.key}_{place}"))


def _table(table: Table, styles: Mapping[str, Style], name: str) -> Element:
    made = OdfTable(name=name, stylename=styles["table"])
    for column in table.columns:
        made.addElement(TableColumn(stylename=styles[_width_of(column, table)]))
    heading = TableHeaderRows()
    kinds = [column.kind != TEXT for column in table.columns]
    upright = [table.narrow and place > 0 for place in range(len(kinds))]
    row = TableRow(stylename=styles["tall"]) if table.narrow else TableRow()
    for column, stands, right in zip(table.columns, upright, kinds, strict=True):
        cell = TableCell(stylename=styles["head"])
        style = styles["upright" if stands else "bold_right" if right else "bold"]
        cell.addElement(P(stylename=style, text=clean(column.heading)))
        row.addElement(cell)
    heading.addElement(row)
    made.addElement(heading)
    for line in table.shown_rows:
        row = TableRow()
        for text, right in zip(line, kinds, strict=True):
            cell = TableCell(stylename=styles["cell"])
            cell.addElement(P(stylename=styles["right" if right else "small"], text=clean(text)))
            row.addElement(cell)
        made.addElement(row)
    return made


def _width_of(column: Column, table: Table) -> str:
    """The width of a column of a table, as a style is named after it."""
    return f"{_INNER * column.width / sum(one.width for one in table.columns):.2f}cm"


def _logo(document: OpenDocumentText, logo: bytes) -> Element:
    suffix = "png" if logo.startswith(b"\x89PNG") else "jpg"
    address = document.addPicture(f"logo.{suffix}", f"image/{suffix}", logo)
    paragraph = P()
    frame = Frame(width="3cm", height="1.2cm", anchortype="as-char")
    frame.addElement(Image(href=address))
    frame.addElement(Desc(text="Logo"))
    paragraph.addElement(frame)
    return paragraph


def _styles(document: OpenDocumentText, dossier: Dossier) -> dict[str, Style]:
    first, second = dossier.style.first, dossier.style.second
    country = {"nl": "NL", "en": "GB"}[dossier.language]
    plain = {
        "fontname": FONT, "fontfamily": FONT, "language": dossier.language, "country": country,
    }  # fmt: skip
    layout = PageLayout(name="sheet")
    layout.addElement(
        PageLayoutProperties(
            pagewidth="21cm", pageheight="29.7cm", marginleft=_MARGIN, marginright=_MARGIN,
            margintop="1.5cm", marginbottom="1.5cm",
        )
    )  # fmt: skip
    document.automaticstyles.addElement(layout)
    document.masterstyles.addElement(MasterPage(name="Standard", pagelayoutname=layout))

    def paragraph(
        name: str, size: float, *, above: float = 0, below: float = 2, bold: bool = False,
        colour: str = "#000000", **more: str,
    ) -> Style:  # fmt: skip
        made = Style(name=name, family="paragraph")
        made.addElement(
            ParagraphProperties(margintop=f"{above}pt", marginbottom=f"{below}pt", **more)
        )
        weight = {"fontweight": "bold"} if bold else {}
        made.addElement(TextProperties(fontsize=f"{size}pt", color=colour, **weight, **plain))
        document.styles.addElement(made)
        return made

    styles = {
        "title": paragraph("Dossier Title", 17, bold=True, colour=first),
        "subtitle": paragraph("Dossier Subtitle", 9, colour=second),
        "warning": paragraph("Warning", 8.5, colour=second),
        "heading": paragraph("Heading 1", 11.5, above=7, bold=True, colour=first,
                             keepwithnext="always"),
        "first_annex": paragraph("First annex", 11.5, bold=True, colour=first,
                                 breakbefore="page", keepwithnext="always"),
        "text": paragraph("Text", SIZE, below=3),
        "point": paragraph("Point", SIZE),
        "caption": paragraph("Table caption", SIZE, above=3, bold=True, keepwithnext="always"),
        "bold": paragraph("Cell heading", 8, below=0, bold=True),
        "bold_right": paragraph("Cell heading number", 8, below=0, bold=True, textalign="end"),
        "upright": paragraph("Cell heading upright", 8, below=0, bold=True),
        "small": paragraph("Cell", 8, below=0),
        "right": paragraph("Cell number", 8, below=0, textalign="end"),
    }  # fmt: skip
    styles["upright"].addElement(TextProperties(textrotationangle="90"))
    styles["list"] = _bullets(document)
    return styles | _table_styles(document, dossier)


def _bullets(document: OpenDocumentText) -> Style:
    bullets = ListStyle(name="Points")
    level = ListLevelStyleBullet(level="1", bulletchar="•")
    level.addElement(ListLevelProperties(spacebefore="0.2cm", minlabelwidth="0.4cm"))
    bullets.addElement(level)
    document.styles.addElement(bullets)
    return bullets


def _table_styles(document: OpenDocumentText, dossier: Dossier) -> dict[str, Style]:
    line = {"borderbottom": "0.5pt solid #aaaaaa", "padding": "0.03cm"}
    shade = f"#{lightened(dossier.style.first)}"
    made: dict[str, Style] = {}
    cells: Mapping[str, Mapping[str, str]] = {
        "cell": line,
        "head": line | {"backgroundcolor": shade},
    }
    for name, properties in cells.items():
        made[name] = Style(name=f"dossier_{name}", family="table-cell")
        made[name].addElement(TableCellProperties(**properties))
    made["tall"] = Style(name="dossier_tall", family="table-row")
    made["tall"].addElement(TableRowProperties(rowheight="3.4cm"))
    made["table"] = Style(name="dossier_table", family="table")
    made["table"].addElement(TableProperties(width=f"{_INNER}cm", align="left"))
    columns = [(c, t) for part in dossier.everything for t in part.tables for c in t.columns]
    for name in {_width_of(column, table) for column, table in columns}:
        made[name] = Style(name=f"dossier_{name.replace('.', '_')}", family="table-column")
        made[name].addElement(TableColumnProperties(columnwidth=name))
    for style in made.values():
        document.automaticstyles.addElement(style)
    return made
