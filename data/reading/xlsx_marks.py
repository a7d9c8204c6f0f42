"""What an .xlsx shows of its cells besides their values; see `data.values.marks`.

A worksheet is only searched for a mark when a cheap hint says that it may hold it: most hold none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from data.cells.column_names import column_number
from data.reading import notes
from data.reading.archive import Archive
from data.reading.number_formats import BUILT_IN, shows_nothing, words_of
from data.reading.ooxml import workbook_part
from data.reading.sheet_marks import SheetMarks
from data.reading.xml_events import Attributes, local, parse_events

HIDDEN, FORMULA, FLAT, THIN, STRUCK = b"hidden=", b"<f", b' ht="0', b' width="0', b"strike"
HINTS = (HIDDEN, FORMULA, FLAT, THIN, STRUCK, *notes.HINTS)

_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
# Hidden by hand or by a filter, or made so low or narrow that nothing is seen of it.
_IS_HIDDEN = re.compile(rb"""\s(?:hidden=["'](?:1|true)["']|(?:ht|width)=["']0(?:\.0{1,9})?["'])""")
_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_FROM = re.compile(rb"""\smin=["'](\d{1,5})["']""")
_TO = re.compile(rb"""\smax=["'](\d{1,5})["']""")
_FILTER = re.compile(rb"<(?:\w+:)?(?:filterColumn|autoFilter)\b")
_REFERENCE = re.compile(rb"""\sr=["']([A-Za-z]{1,3})(\d{1,7})["']""")
_EMPTY_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?"
    rb"\s*</(?:\w+:)?c>"
)
_ZERO_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*/>)\s*<(?:\w+:)?v>\s*0\s*</(?:\w+:)?v>"
)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*(?:<(?:\w+:)?f\b[^<>]*/>|<(?:\w+:)?f\b[^<>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_SHARED_TEXT = re.compile(
    rb"""<(?:\w+:)?c\b([^<>]*\st=["']s["'][^<>]*)>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*</"""
)
_TEXT_IN_PLACE = re.compile(
    rb"""<(?:\w+:)?c\b([^<>]*\st=["']inlineStr["'][^<>]*)>(.*?)</(?:\w+:)?c>""", re.DOTALL
)
_STRIKE = re.compile(rb"""<(?:\w+:)?strike\b(?![^<>]*\sval=["'](?:0|false)["'])""")
_IS_TEXT = re.compile(rb"""\st=["'](?:str|e|b)["']""")

_RULES = re.compile(
    rb"""<(?:\w+:)?conditionalFormatting\b[^<>]*\ssqref=["']([^"'<>]{1,500})["'][^<>]*>"""
    rb"(.{0,4000}?)</(?:\w+:)?conditionalFormatting>",
    re.DOTALL,
)
_RULE = re.compile(rb"<(?:\w+:)?cfRule\b([^<>]*)>\s*<(?:\w+:)?formula>([^<]{1,300})<")
_RULE_ATTRIBUTE = re.compile(rb"""\s(\w+)=["']([^"']*)["']""")
_AREA = re.compile(rb"([A-Z]{1,3})(\d{1,7})")

_LAST_COLUMN = 16_384
# Nobody colours the rows of a larger sheet by hand.
MOST_COLOURED_BYTES = 2**20


@dataclass
class Styles:
    """What the styles of a workbook say: style -> struck through, or the words in its format.

    `struck_texts` are the numbers of the shared texts that are struck through, wholly or in part.
    """

    struck: set[int] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    struck_texts: set[int] = field(default_factory=set)
    words: dict[int, str] = field(default_factory=dict)
    colours: dict[int, str] = field(default_factory=dict)  # of the cell, else of its letters
    striking: set[int] = field(default_factory=set)  # what rules of format may strike through
    from_1904: bool = False
    works_out_later: bool = False  # the outcomes in the file are not to be trusted

    @property
    def told(self) -> set[int]:
        """The styles that say anything."""
        return self.struck | self.unseen | self.words.keys()


def read_styles(archive: Archive) -> Styles:
    """What the workbook says of all its sheets."""
    reader = _StylesReader()
    workbook = workbook_part(archive)
    folder = workbook.rpartition("/")[0]
    for part, start in ((workbook, reader.of_workbook), (f"{folder}/styles.xml", reader.start)):
        content = archive.read(part.lstrip("/"))
        if content:
            parse_events([content], start, reader.end)
    texts = archive.read(f"{folder}/sharedStrings.xml".lstrip("/"))
    if STRUCK in texts:
        reader.styles.struck_texts = _struck_texts(texts)
    return reader.styles


def _struck_texts(content: bytes) -> set[int]:
    """The numbers of the shared texts with a part that is struck through."""
    texts = re.split(rb"<(?:\w+:)?si\b", content)[1:]
    return {number for number, text in enumerate(texts) if _STRIKE.search(text)}


class _StylesReader:
    def __init__(self) -> None:
        self.styles = Styles()
        self._formats: dict[int, str] = dict(BUILT_IN)
        self._empty_formats: set[int] = set()
        self._struck_fonts: set[int] = set()
        self._white_fonts: set[int] = set()
        self._dark_fills: set[int] = set()
        self._fill_colours: dict[int, str] = {}
        self._letter_colours: dict[int, str] = {}
        self._fonts = self._fills = self._count = self._rules = 0
        self._within: list[str] = []

    def of_workbook(self, tag: str, attributes: Attributes) -> None:
        self._within.append(tag)
        name = local(tag)
        if name == "workbookPr":
            self.styles.from_1904 = _is_on(attributes.get("date1904", "0"))
        elif name == "calcPr":
            self.styles.works_out_later = _is_on(attributes.get("fullCalcOnLoad", "0"))

    def start(self, tag: str, attributes: Attributes) -> None:
        name = local(tag)
        inside = self._within[-1] if self._within else ""
        self._within.append(name)
        if name == "numFmt" and inside == "numFmts":
            words = words_of(attributes.get("formatCode", ""))
            number = int(attributes.get("numFmtId", "-1"))
            if words:
                self._formats[number] = words
            if shows_nothing(attributes.get("formatCode", "")):
                self._empty_formats.add(number)
        elif name == "font" and inside == "fonts":
            self._fonts += 1
        elif name == "dxf" and inside == "dxfs":
            self._rules += 1
        elif name == "strike" and inside == "font" and _is_on(attributes.get("val", "1")):
            if "fonts" in self._within:
                self._struck_fonts.add(self._fonts - 1)
            elif "dxfs" in self._within:
                self.styles.striking.add(self._rules - 1)
        elif name == "color" and inside == "font" and "fonts" in self._within:
            if _is_white(attributes):
                self._white_fonts.add(self._fonts - 1)
            elif attributes.get("rgb", "")[-6:].upper() not in ("", "000000"):
                self._letter_colours[self._fonts - 1] = attributes["rgb"]
        elif name == "fill" and inside == "fills":
            self._fills += 1
        elif name == "patternFill" and "fills" in self._within:
            if attributes.get("patternType", "none") != "none":
                self._dark_fills.add(self._fills - 1)
        elif name == "gradientFill" and "fills" in self._within:
            self._dark_fills.add(self._fills - 1)
        elif name == "fgColor" and inside == "patternFill" and "fills" in self._within:
            if _is_white(attributes):
                self._dark_fills.discard(self._fills - 1)
            else:
                self._fill_colours[self._fills - 1] = "/".join(sorted(attributes.values()))
        elif name == "xf" and inside == "cellXfs":
            self._take_style(attributes)

    def _take_style(self, attributes: Attributes) -> None:
        font = int(attributes.get("fontId", "-1"))
        if font in self._struck_fonts:
            self.styles.struck.add(self._count)
        is_white = font in self._white_fonts
        if is_white and int(attributes.get("fillId", "0")) not in self._dark_fills:
            self.styles.unseen.add(self._count)
        if int(attributes.get("numFmtId", "0")) in self._empty_formats:
            self.styles.unseen.add(self._count)
        colour = self._letter_colours.get(font)
        if int(attributes.get("fillId", "0")) in self._dark_fills:
            colour = self._fill_colours.get(int(attributes["fillId"]), colour)
        if colour:
            self.styles.colours[self._count] = colour
        words = self._formats.get(int(attributes.get("numFmtId", "0")), "")
        if words:
            self.styles.words[self._count] = words
        self._count += 1

    def end(self, _: str) -> None:
        self._within.pop()


def _is_white(color: Attributes) -> bool:
    """Whether a colour is white: by its own value, of the first theme, or of the old palette."""
    tint = color.get("tint", "0").strip("0.-") == ""
    return (
        color.get("rgb", "").upper().endswith("FFFFFF")
        or (color.get("theme") == "0" and tint)
        or color.get("indexed") in ("1", "9")
    )


def _is_on(value: str) -> bool:
    return value.strip() in ("1", "true")


def xlsx_marks(content: bytes, styles: Styles, hints: Iterable[bytes]) -> SheetMarks:
    """The marks in the XML of a worksheet; `hints` are those of `HINTS` that it holds."""
    marks = SheetMarks(from_1904=styles.from_1904)
    if {HIDDEN, FLAT, THIN} & set(hints):
        marks.hidden_rows = set(_hidden_rows(content))
        marks.hidden_columns = set(_hidden_columns(content))
        marks.filtered = bool(marks.hidden_rows) and bool(_FILTER.search(content))
    if styles.told:
        _take_styled(content, styles, marks)
    if styles.striking:
        marks.striking = tuple(_striking_rules(content, styles.striking))
    if styles.colours and len(content) <= MOST_COLOURED_BYTES:
        _take_colours(content, styles, marks)
    if styles.struck_texts or STRUCK in hints:
        _take_struck_texts(content, styles, marks)
    if FORMULA in hints:
        _take_formulas(content, styles, marks)
    if {notes.HEADER, notes.FOOTER} & set(hints):
        marks.said = tuple(notes.margins(content))
    if notes.PROMPT in hints:
        marks.notes = notes.prompts(content)
    return marks


def _hidden_rows(content: bytes) -> Iterator[int]:
    number = 0
    for row in _ROW.finditer(content):
        told = _NUMBER.search(row[1])
        number = int(told[1]) if told else number + 1
        if _IS_HIDDEN.search(row[1]):
            yield number


def _hidden_columns(content: bytes) -> Iterator[int]:
    for column in _COLUMN.finditer(content):
        first, last = _FROM.search(column[1]), _TO.search(column[1])
        if first and last and _IS_HIDDEN.search(column[1]):
            yield from range(int(first[1]), min(int(last[1]), _LAST_COLUMN) + 1)


def _take_styled(content: bytes, styles: Styles, marks: SheetMarks) -> None:
    numbers = b"|".join(str(number).encode() for number in sorted(styles.told))
    pattern = re.compile(
        rb"""<(?:\w+:)?c\b(?=[^<>]*\ss=["'](%s)["'])(?=[^<>]*[^/]>)([^<>]*)>""" % numbers
    )
    for cell in pattern.finditer(content):
        place = _place(cell[2])
        if not place:
            continue
        style = int(cell[1])
        if style in styles.struck:
            marks.struck.setdefault(place[0], set()).add(place[1])
        if style in styles.unseen:
            marks.unseen.setdefault(place[0], set()).add(place[1])
        if words := styles.words.get(style):
            marks.shown_as.setdefault(place[1], {}).setdefault(words, set()).add(place[0])


def _striking_rules(content: bytes, striking: set[int]) -> Iterator[tuple[int, int, str]]:
    """The rules of format that strike through: first row, last row and the condition."""
    for block in _RULES.finditer(content):
        places = [(int(row), letters.decode()) for letters, row in _AREA.findall(block[1])]
        for rule in _RULE.finditer(block[2]) if places else ():
            told = dict(_RULE_ATTRIBUTE.findall(rule[1]))
            if int(told.get(b"dxfId", b"-1")) in striking:
                formula = html.unescape(rule[2].decode("utf-8", "replace"))
                if told.get(b"type") == b"cellIs":
                    sign = "=" if told.get(b"operator") == b"equal" else "?"
                    formula = f"{places[0][1]}{places[0][0]}{sign}{formula}"
                yield min(places)[0], max(places)[0], formula


def _take_colours(content: bytes, styles: Styles, marks: SheetMarks) -> None:
    numbers = b"|".join(str(number).encode() for number in sorted(styles.colours))
    pattern = re.compile(rb"""<(?:\w+:)?c\b(?=[^<>]*\ss=["'](%s)["'])([^<>]*)>""" % numbers)
    for cell in pattern.finditer(content):
        place = _place(cell[2])
        if place:
            marks.coloured.setdefault(place[0], {})[place[1]] = styles.colours[int(cell[1])]


def _take_struck_texts(content: bytes, styles: Styles, marks: SheetMarks) -> None:
    """Texts of which a part is struck through, shared ones and those in the cell itself."""
    shared = _SHARED_TEXT.finditer(content) if styles.struck_texts else ()
    places = [_place(cell[1]) for cell in shared if int(cell[2]) in styles.struck_texts]
    places += [
        _place(cell[1]) for cell in _TEXT_IN_PLACE.finditer(content) if _STRIKE.search(cell[2])
    ]
    for row, column in filter(None, places):
        marks.struck.setdefault(row, set()).add(column)


def _take_formulas(content: bytes, styles: Styles, marks: SheetMarks) -> None:
    """Formulas without an outcome; where all outcomes are zero, nobody worked them out."""
    if not _EMPTY_RESULT.search(content) and not _ZERO_RESULT.search(content):
        return
    empty: list[tuple[int, int]] = []
    zero: list[tuple[int, int]] = []
    others = False
    for cell in _FORMULA_CELL.finditer(content):
        place, value = _place(cell[1]), (cell[2] or b"").strip()
        if not place or (not value and _IS_TEXT.search(cell[1])):
            continue
        if value in (b"", b"0"):
            (zero if value else empty).append(place)
        else:
            others = True
    worked_out = others or not (styles.works_out_later or len(zero) > 1)
    for row, column in empty if worked_out else [*empty, *zero]:
        marks.unworked.setdefault(row, set()).add(column)


def _place(attributes: bytes) -> tuple[int, int] | None:
    """Excel's row and column of a cell."""
    found = _REFERENCE.search(attributes)
    return (int(found[2]), column_number(found[1])) if found else None
