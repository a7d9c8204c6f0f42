"""A picture of the top of a sheet, as HTML: its rows as they stand, with what was recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from data.values.found_table import Heading
from data.values.results import SheetResult, Top
from texts import translate as _
from ui.reading_in import upload_words
from ui.shared import formats

MAX_ROWS = 14
MAX_COLUMNS = 30
_ABOVE = 5  # rows shown above the headings


class Row(NamedTuple):
    """A row of the picture: Excel's number, the texts, whether the headings stand in it."""

    number: int
    texts: tuple[str, ...]
    carries_headings: bool


def column_letter(number: int) -> str:
    """Excel's letter of a column, counted from 1: 1 is A, 28 is AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shown_rows(sheet: SheetResult) -> list[Row]:
    """The rows to look at: from a little above the headings on, or from the top."""
    top, heading_row = sheet.top, sheet.table.header_row if sheet.table else 0
    first = max(0, heading_row - top.first_row - _ABOVE)
    numbered = enumerate(top.rows[first : first + MAX_ROWS], top.first_row + first)
    return [Row(number, texts, number == heading_row) for number, texts in numbered]


def picture(sheet: SheetResult) -> str:
    """The top of the sheet as a table that a screen reader can read too; it scrolls when wide."""
    width = min(sheet.top.width, MAX_COLUMNS)
    body = "".join(_row(row, width) for row in shown_rows(sheet))
    summary = escape(in_words(sheet))
    return (
        f'<div class="sheet-picture" role="region" tabindex="0" aria-label="{summary}">'
        f"<table><caption>{summary}</caption>"
        f"<thead>{_letters(sheet.top, width)}{_meanings(sheet, width)}</thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def in_words(sheet: SheetResult) -> str:
    """What the picture shows, in a sentence. Plain text, not escaped."""
    if sheet.table is None:
        return _("The top of sheet {sheet}; no headings were recognised.").format(sheet=sheet.sheet)
    read = (
        f"{_letter(sheet.top, heading)} {upload_words.meaning_label(heading.column)}"
        for heading in sheet.table.headings
        if heading.column
    )
    text = _("The top of sheet {sheet}; headings in row {row}. Read: {columns}.")
    if not any(heading.text for heading in sheet.table.headings):  # a list without any
        text = _("The top of sheet {sheet}, a list without headings. Read: {columns}.")
    columns = upload_words.names_listed(read)
    return text.format(sheet=sheet.sheet, row=sheet.table.header_row, columns=columns)


def _letter(top: Top, heading: Heading) -> str:
    return column_letter(top.first_column + heading.position)


def _letters(top: Top, width: int) -> str:
    letters = (column_letter(top.first_column + place) for place in range(width))
    cells = "".join(f'<th scope="col">{letter}</th>' for letter in letters)
    return f'<tr><th scope="col">{escape(_("Row"))}</th>{cells}</tr>'


def _meanings(sheet: SheetResult, width: int) -> str:
    """The row that tells of each column what it was read as."""
    if sheet.table is None:
        return ""
    headings = {heading.position: heading for heading in sheet.table.headings}
    cells = "".join(_meaning(headings.get(place)) for place in range(width))
    return f'<tr class="meanings"><th scope="row">{escape(_("Read as"))}</th>{cells}</tr>'


def _meaning(heading: Heading | None) -> str:
    if heading is None:
        return "<td></td>"
    told = f"<small>{escape(upload_words.how_label(heading))}</small>" if _tells(heading) else ""
    if heading.column:
        return f"<td><b>✓ {escape(upload_words.meaning_label(heading.column))}</b>{told}</td>"
    return f'<td class="ignored">{escape(_("not needed"))}{told}</td>'


def _tells(heading: Heading) -> bool:
    """Whether it is worth saying how a column was recognised: not for what speaks for itself."""
    return heading.how not in ("known", "ignored")


def _row(row: Row, width: int) -> str:
    texts = [*row.texts, *[""] * width][:width]
    cells = _cells(texts)
    if not row.carries_headings:
        return f'<tr><th scope="row">{row.number}</th>{cells}</tr>'
    mark = f"{row.number} <small>{escape(_('headings'))}</small>"
    return f'<tr class="headings"><th scope="row">▸ {mark}</th>{cells}</tr>'


def _cells(texts: Iterable[str]) -> str:
    return "".join(f"<td>{escape(formats.cell(text))}</td>" for text in texts)


def heading_row_label(number: int, texts: Sequence[str], length: int = 70) -> str:
    """A row as a choice: its number and what stands in it. Plain text, not escaped."""
    filled = " | ".join(formats.cell(text) for text in texts if text)
    cut = filled if len(filled) <= length else filled[: length - 1].rstrip() + "…"
    return f"{number}: {cut}"
