"""Rows that carry headings: which can, and how two of them make one heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from data.cells.cell import Cell
from data.cells.figures import is_year
from data.cells.keys import plain_words, word_set
from data.cells.predicates import cell_at, heading_text, is_blank, is_text, looks_like_value
from data.recognising.headings import GROUP_WORDS
from data.values.grid import Sheet

Parts = Mapping[int, tuple[str, ...]]

_IN_BRACKETS = re.compile(r"^\s*[(\[].*[)\]]\s*$", re.DOTALL)
_MAX_GROUP_LENGTH = 40
_UNITS = word_set(
    """uren uur u h dagen euro eur jjjj jaar aantal tekst getal verplicht optioneel keuzelijst
    vrije in x 1000 1 000 dd mm yyyy of ja nee kies uit lijst required optional text number
    date hours days pers personen kolom invullen automatisch"""
)


def may_carry_headings(row: Sequence[Cell]) -> bool:
    """Whether a row consists of texts: some years among the headings do no harm, a date does."""
    filled = [cell for cell in row if not is_blank(cell)]
    texts = [cell for cell in filled if is_text(cell) and not looks_like_value(cell)]
    captions = [cell for cell in texts if isinstance(cell, str) and cell.rstrip().endswith(":")]
    if len(captions) < len(filled) and 3 * len(captions) >= len(filled):
        return False  # labels with their values beside them: `Afdeling:  Concern  Thema:  alle`
    return len(texts) >= 2 and len(texts) >= 0.6 * len(filled)


def holds_only_words(row: Sequence[Cell]) -> bool:
    """Whether a row holds texts and nothing that is a number, an amount or a date."""
    filled = [cell for cell in row if not is_blank(cell)]
    return bool(filled) and all(is_text(cell) and not looks_like_value(cell) for cell in filled)


def single_parts(row: Sequence[Cell]) -> Parts:
    """Place -> heading, for one heading row."""
    return {place: (heading_text(cell),) for place, cell in enumerate(row) if not is_blank(cell)}


def stacked_parts(sheet: Sheet, upper: int, lower: int) -> Parts:
    """Place -> heading parts of two rows, the upper spread over the columns that it covers."""
    above = spread(sheet, upper, lower)
    below = single_parts(sheet.rows[lower])
    both: dict[int, tuple[str, ...]] = {}
    for place in sorted({*above, *below}):
        parts = [above.get(place, ""), *below.get(place, ())]
        both[place] = tuple(dict.fromkeys(part for part in parts if part))
    return both


def may_be_upper(row: Sequence[Cell]) -> bool:
    """Whether a row may be the upper of two heading rows: short texts, nothing like `Naam:`."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) >= 2 and all(_may_group(cell) for cell in filled)


def groups_columns(sheet: Sheet, upper: int, places: Sequence[int]) -> bool:
    """Whether the row groups the headings under it; a title or a filter line does not."""
    row = sheet.rows[upper]
    filled = [place for place, cell in enumerate(row) if not is_blank(cell)]
    if not places or not filled or not all(_may_group(row[place]) for place in filled):
        return False
    if filled[0] < min(places) or filled[-1] > max(places) or filled == [min(places)]:
        return False
    widths = [end - start + 1 for start, end in _merged_across(sheet, upper).items()]
    if any(1 < width < len(places) for width in widths):
        return True
    plain = [set(plain_words(str(row[place])).split()) for place in filled]
    return len(filled) >= 2 and 2 * sum(bool(group & GROUP_WORDS) for group in plain) > len(filled)


def explains_headings(row: Sequence[Cell], places: Sequence[int]) -> bool:
    """Whether the row under the headings only gives units, instructions or column numbers."""
    filled = [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]
    numbers = [str(number) for number in range(1, len(filled) + 1)]
    if len(filled) >= max(3, len(places)) and [heading_text(x) for _, x in filled] == numbers:
        return True
    return bool(filled) and all(place in places and _is_unit(cell) for place, cell in filled)


def _may_group(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return is_year(cell)
    text = cell.strip()
    return (
        is_text(cell)
        and (not looks_like_value(cell) or is_year(cell))
        and len(text) <= _MAX_GROUP_LENGTH
        and not text.endswith(":")
    )


def _is_unit(cell: Cell) -> bool:
    if not is_text(cell) or not isinstance(cell, str):
        return False
    if _IN_BRACKETS.match(cell) or ("€" in cell and not any(s.isdigit() for s in cell)):
        return True
    words = plain_words(cell.replace("€", " eur ")).split()
    return bool(words) and set(words) <= _UNITS and not words[0].isdigit()


def spread(sheet: Sheet, upper: int, lower: int) -> dict[int, str]:
    """Place -> text of an upper heading row, over every column of row `lower` that it covers."""
    row, under = sheet.rows[upper], sheet.rows[lower]
    merged = _merged_across(sheet, upper)
    covered_by: dict[int, str] = {}
    for place, cell in enumerate(row):
        if is_blank(cell):
            continue
        text = covered_by[place] = heading_text(cell)
        end = merged.get(place, place)
        if not merged and not is_blank(cell_at(under, place)):
            end = _end_of_gap(row, under, place)
        for covered in range(place + 1, end + 1):
            covered_by[covered] = text
    return covered_by


def _end_of_gap(row: Sequence[Cell], under: Sequence[Cell], place: int) -> int:
    """The last place before the next text in `row` that has a heading under it."""
    end = place
    while is_blank(cell_at(row, end + 1)) and not is_blank(cell_at(under, end + 1)):
        end += 1
    return end


def _merged_across(sheet: Sheet, index: int) -> dict[int, int]:
    """First place -> last place of the cells merged across columns in one row."""
    number = sheet.first_row + index
    return {
        area.first_column - sheet.first_column: area.last_column - sheet.first_column
        for area in sheet.merged
        if area.first_row <= number <= area.last_row and area.first_column < area.last_column
    }
