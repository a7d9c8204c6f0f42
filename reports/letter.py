"""A letter of one page to the manager of a department, as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from data.formula_guard import guarded

FONT, SIZE = "Arial", 10.5
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True)
class Letter:
    """What stands in it: paragraphs in order, a list of points after the first of them."""

    subject: str
    date: str
    addressee: str
    greeting: str
    opening: str
    points: Sequence[str]
    paragraphs: Sequence[str]
    closing: Sequence[str]

    @property
    def text(self) -> str:
        """The same as plain text, for a mail."""
        points = "\n".join(f"- {point}" for point in self.points)
        parts = (self.greeting, self.opening, points, *self.paragraphs, "\n".join(self.closing))
        return "\n\n".join(part for part in parts if part)


def letter_document(letter: Letter, *, language: str) -> bytes:
    """The letter as .docx, on A4, its language set for who listens to it."""
    letter = _readable(letter)
    document = Document()
    _set_page(document)
    _set_style(document.styles["Normal"], _LANGUAGES[language])
    document.core_properties.title = letter.subject
    document.core_properties.author = letter.closing[1] if len(letter.closing) > 1 else ""
    document.core_properties.language = _LANGUAGES[language]
    document.add_paragraph(letter.date)
    document.add_paragraph(letter.addressee)
    document.add_paragraph().add_run(letter.subject).bold = True
    document.add_paragraph(letter.greeting)
    document.add_paragraph(letter.opening)
    for point in letter.points:
        document.add_paragraph(point, style="List Bullet").paragraph_format.space_after = Pt(3)
    for paragraph in letter.paragraphs:
        document.add_paragraph(paragraph)
    document.add_paragraph("\n".join(letter.closing))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _readable(letter: Letter) -> Letter:
    """The letter without the characters that no document may hold, and without formulas."""
    kept: dict[str, Any] = {
        field.name: _kept(value) if isinstance(value, str) else [_kept(text) for text in value]
        for field in fields(letter)
        for value in [getattr(letter, field.name)]
    }
    return Letter(**kept)


def _kept(text: str) -> str:
    return guarded("".join(character for character in text if character.isprintable()))


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)


def _set_style(style: ParagraphStyle, language: str) -> None:
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.paragraph_format.space_after = Pt(8)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    style.element.get_or_add_rPr().append(mark)
