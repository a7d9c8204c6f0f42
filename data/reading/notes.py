"""What people wrote over a sheet instead of in it: notes at cells, text boxes, the printed margins.

Only the .xlsx is read here; what other formats hold is found where their cells are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from xml.parsers import expat

from data.cells.column_names import column_number
from data.reading.archive import Archive
from data.reading.ooxml import relations_of
from data.reading.sheet_marks import SheetMarks
from data.reading.xml_events import Attributes, local, parse_events

MOST, LONGEST = 2_000, 300  # notes of a sheet, and characters of each
WHOLE_COLUMN = 0  # the row of what Excel shows at every cell of a column

HEADER, FOOTER, PROMPT = b"Header>", b"Footer>", b"prompt="
HINTS = (HEADER, FOOTER, PROMPT)

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MARGINS = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]{1,2000})<")
# [ECMA-376] 18.3.1.46: the parts left, centre and right, and the letters for fonts and fields.
_PARTS = re.compile(r"&[LCR]")
_CODES = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f+-]{2,6}|[A-Z])')
_OF_A_PAGE = frozenset({"pagina", "page", "blad", "seite", "van", "of", "von"})
_PROMPT = re.compile(rb"<(?:\w+:)?dataValidation\b([^<>]*\sprompt=[^<>]*)>")
_ATTRIBUTE = re.compile(rb"""\s(promptTitle|prompt|sqref)=(?:"([^"]*)"|'([^']*)')""")

# Beside a thread Excel keeps a note for its older versions, that first says what they lack.
_OF_A_THREAD = "linkid=870924"
# The sort of part -> the element of a note, and that of its text.
_OF_NOTES = {"threadedComment": ("threadedComment", "text"), "comments": ("comment", "t")}

Notes = dict[int, dict[int, str]]


def tidy(text: str, author: str = "") -> str:
    """A note without the name of its author, which Excel puts on the first line."""
    first, _, rest = text.strip().partition("\n")
    if rest.strip() and (first.rstrip().endswith(":") or first.strip() == author):
        text = rest
    return " ".join(text.split())[:LONGEST]


def put(notes: Notes, row: int, column: int, text: str) -> None:
    """Keep a note of a cell; what answers it comes behind it."""
    if not text or (len(notes) >= MOST and row not in notes):
        return
    of_row = notes.setdefault(row, {})
    before = of_row.get(column)
    of_row[column] = f"{before} / {text}"[:LONGEST] if before else text


def add_notes(marks: SheetMarks, archive: Archive, part: str) -> None:
    """Add the notes at the cells of a worksheet of an .xlsx, and the texts in boxes over it."""
    related = sorted({(one.kind, one.part) for one in relations_of(archive, part).values()})
    for kind, (tag, inner) in _OF_NOTES.items():
        for name in (name for of_kind, name in related if of_kind == kind):
            _take_notes(archive.read(name), marks.notes, _Texts(tag, inner))
    boxes = [
        text
        for kind, name in related
        if kind == "drawing"
        for text in _texts_of_boxes(archive.read(name))
    ]
    marks.said = tuple(dict.fromkeys([*marks.said, *boxes]))[:MOST]


def _take_notes(content: bytes, notes: Notes, reader: _Texts) -> None:
    reader.read(content)
    known = {(row, column) for row, of_row in notes.items() for column in of_row}
    for attributes, text in reader.found:
        place = _PLACE.fullmatch(attributes.get("ref", ""))
        if not place:
            continue
        at = int(place[2]), column_number(place[1].encode())
        if _OF_A_THREAD in text:
            text = "" if at in known else text.partition(_OF_A_THREAD)[2].partition("\n\n")[2]
        put(notes, *at, tidy(text))


def _texts_of_boxes(content: bytes) -> list[str]:
    reader = _Texts("sp", "t")
    reader.read(content)
    texts = (" ".join(text.split())[:LONGEST] for _, text in reader.found[:MOST])
    return [text for text in texts if text]


class _Texts:
    """The text within every element with one name, a line for each paragraph."""

    def __init__(self, tag: str, inner: str) -> None:
        self.found: list[tuple[Attributes, str]] = []
        self._tag, self._inner = tag, inner
        self._within = self._is_text = False
        self._parts: list[str] = []
        self._attributes: Attributes = {}

    def read(self, content: bytes) -> None:
        """Read a part; of a damaged one what stands before the damage."""
        if content:
            with suppress(expat.ExpatError):
                parse_events([content], self.start, self.end, self.text)

    def start(self, tag: str, attributes: Attributes) -> None:
        name = local(tag)
        if name == self._tag:
            self._within, self._parts, self._attributes = True, [], attributes
        self._is_text = self._within and name == self._inner

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        name = local(tag)
        self._is_text = False
        if name == self._tag and self._within:
            self._within = False
            self.found.append((self._attributes, "".join(self._parts)))
        elif name == "p":
            self._parts.append("\n")


def margins(content: bytes) -> list[str]:
    """What stands above and below every printed page, without numbers of pages and the like."""
    texts = (html.unescape(raw.decode("utf-8", "replace")) for raw in _MARGINS.findall(content))
    return sorted({part for text in texts for part in margin(text)})


def margin(text: str) -> Iterator[str]:
    """The parts of what stands above or below a page: left, in the middle and right."""
    for part in _PARTS.split(text.replace("&&", "\0")):
        text = " ".join(_CODES.sub(" ", part).replace("\0", "&").split())
        if set(re.findall(r"[^\W\d_]+", text.lower())) - _OF_A_PAGE:
            yield text[:LONGEST]


def prompts(content: bytes) -> Notes:
    """What Excel shows whoever fills in a cell, by the column of the first such cell."""
    notes: Notes = {}
    for found in _PROMPT.findall(content):
        told = {
            name.decode(): html.unescape((one or other).decode("utf-8", "replace"))
            for name, one, other in _ATTRIBUTE.findall(found)
        }
        place = _PLACE.match(told.get("sqref", ""))
        if place:
            text = tidy(told.get("prompt", ""))
            put(notes, WHOLE_COLUMN, column_number(place[1].encode()), text)
    return notes
