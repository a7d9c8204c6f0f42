"""The dossier as a Word document: headings, lists and tables that a screen reader knows."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell

from reports.dossier.documents import (
    CREATOR,
    FONT,
    LANGUAGES,
    SIZE,
    bare,
    clean,
    lightened,
    picture,
)
from reports.dossier.parts import TEXT, Dossier, Part, Table

_WIDTH, _MARGIN, _SMALL = 21.0, 1.9, 8.0  # centimetres, centimetres, points
_UPRIGHT = 3.4  # centimetres: the height of headings that stand upright


def write_docx(dossier: Dossier) -> bytes:
    """The dossier as .docx, on A4; the annexes begin on a page of their own."""
    document = Document()
    _set_up(document, dossier)
    if dossier.style.logo:
        document.add_picture(picture(dossier.style.logo), height=Cm(1.2))
        document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading(clean(dossier.title), 0)
    _paragraph(document, dossier.subtitle, "Subtitle")
    for warning in dossier.warnings:
        _paragraph(document, warning.text, "Intense Quote")
    shade = lightened(dossier.style.first)
    for part in dossier.parts:
        _write(document, part, shade)
    for place, part in enumerate(dossier.annexes):
        if not place:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        _write(document, part, shade)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _set_up(document: WordDocument, dossier: Dossier) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(_WIDTH), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(1.5)
    properties = document.core_properties
    properties.title, properties.author = clean(dossier.title), CREATOR
    properties.language = LANGUAGES[dossier.language]
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(3)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGES[dossier.language])
    normal.element.get_or_add_rPr().append(language)
    sizes = {
        "Title": 17, "Subtitle": 9, "Heading 1": 11.5, "Intense Quote": 8.5, "List Bullet": SIZE,
    }  # fmt: skip
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "")
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = Pt(7 if name == "Heading 1" else 0)
        style.paragraph_format.space_after = Pt(2)
        colour = dossier.style.second if name in ("Subtitle", "Intense Quote") else None
        if name in ("Title", "Heading 1"):
            colour = dossier.style.first
        if colour:
            style.font.color.rgb = RGBColor.from_string(bare(colour))


def _write(document: WordDocument, part: Part, shade: str) -> None:
    document.add_heading(clean(part.heading), 1)
    for sentence in part.sentences:
        _paragraph(document, sentence.text, "List Bullet" if sentence.point else "Normal")
    for table in part.tables:
        _write_table(document, table, shade)


def _paragraph(document: WordDocument, text: str, style: str) -> None:
    document.add_paragraph(clean(text), style=style)


def _write_table(document: WordDocument, table: Table, shade: str) -> None:
    caption = document.add_paragraph(style="Normal")
    caption.add_run(clean(table.caption)).bold = True
    caption.paragraph_format.keep_with_next = True
    rows = table.shown_rows
    made = document.add_table(rows=1 + len(rows), cols=len(table.columns))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _describe(made, table.caption)
    widths = _widths(table)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    lines = [[column.heading for column in table.columns], *rows]
    # python-docx finds every cell of a table anew each time that one is asked for.
    cells = made._cells
    for place, text in enumerate(text for line in lines for text in line):
        across = place % len(widths)
        cells[place].width = Cm(widths[across])
        _fill(cells[place], text, right=table.columns[across].kind != TEXT)
    for across, cell in enumerate(cells[: len(widths)]):
        _make_heading(cell, shade, upright=table.narrow and bool(across))
    _repeat(made, upright=table.narrow)
    _draw_lines(made)
    closing = document.add_paragraph().paragraph_format
    closing.space_after, closing.line_spacing = Pt(0), Pt(4)


def _fill(cell: _Cell, text: str, *, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(clean(text)).font.size = Pt(_SMALL)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(table: Table) -> list[float]:
    """The width of each column, in centimetres."""
    whole = sum(column.width for column in table.columns)
    return [(_WIDTH - 2 * _MARGIN) * column.width / whole for column in table.columns]


def _make_heading(cell: _Cell, shade: str, *, upright: bool) -> None:
    """Bold on a shade; upright when there are many narrow columns."""
    properties = cell._tc.get_or_add_tcPr()
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
        fill.set(qn(f"w:{name}"), value)
    properties.append(fill)
    if upright:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        properties.append(direction)
    cell.paragraphs[0].runs[0].font.bold = True


def _draw_lines(table: WordTable) -> None:
    """A thin line under each row."""
    lines = OxmlElement("w:tblBorders")
    for place in ("bottom", "insideH"):
        line = OxmlElement(f"w:{place}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "AAAAAA")):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    properties = table._tbl.tblPr
    properties.insert(list(properties).index(properties.find(qn("w:tblLayout"))), lines)


def _height(centimetres: float) -> BaseOxmlElement:
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(round(centimetres * 567)))
    height.set(qn("w:hRule"), "exact")
    return height


def _repeat(table: WordTable, *, upright: bool) -> None:
    """Say that the first row is the heading, on every page; no row breaks over two pages."""
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        if upright and not place:
            properties.append(_height(_UPRIGHT))
        for name in ("w:cantSplit",) if place else ("w:cantSplit", "w:tblHeader"):
            properties.append(OxmlElement(name))


def _describe(table: WordTable, caption: str) -> None:
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), clean(caption))
    table._tbl.tblPr.append(described)
