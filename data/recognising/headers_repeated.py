"""Headings that come back between the records, as on every page of a print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from data.cells.keys import heading_key, plain_words
from data.cells.predicates import heading_text, is_text
from data.recognising.matching import columns_for
from data.values.found_table import Table
from data.values.grid import Sheet

_ROWS_ABOVE = 2
_TITLE_ROWS = 15
_LONGEST = 90
_PAGE_NUMBER = re.compile(r"\b\d{1,3}\b")


class HeadingRows:
    """The heading rows of a table, to compare other rows with."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._kind = table.kind
        self._columns = {h.position: h.column for h in table.headings if h.column}
        self.places = [h.position for h in table.headings]
        last = table.header_row - sheet.first_row
        self._rows = [
            {
                place: heading_key(heading_text(cell))
                for place, cell in enumerate(row)
                if is_text(cell)
            }
            for row in sheet.rows[max(0, last - _ROWS_ABOVE) : last + 1]
        ]
        self._rows.append({h.position: heading_key(h.text) for h in table.headings if h.text})
        self._titles = {
            _without_page(cell)
            for row in sheet.rows[max(0, last - _TITLE_ROWS) : max(0, last)]
            for cell in row
            if isinstance(cell, str) and len(cell.split()) > 1
        }
        self._words = {key for row in self._rows for key in row.values() if key}
        self._meanings: dict[tuple[int, str], bool] = {}
        self._initials = {key[0] for key in self._words} | {"#", "(", "€"}

    def has_word(self, text: str) -> bool:
        """Whether a text is one of the headings."""
        if len(text) > _LONGEST or text.lstrip()[:1].lower() not in self._initials:
            return False
        return heading_key(text) in self._words

    def are_repeated_in(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Whether most texts of a row are the headings again, small differences aside."""
        if len(texts) <= 2 and all(self._is_title(text) for _, text in texts):
            return True
        if len(texts) < 2 or any(len(text) > _LONGEST for _, text in texts):
            return False
        if any(self._repeats(row, texts) for row in self._rows):
            return True
        if all(self.has_word(text) for _, text in texts):
            return True
        mapped = [(place, text) for place, text in texts if place in self._columns]
        enough = len(mapped) >= max(2, len(self._columns) / 2)
        return enough and _mostly(self._mean_the_same(mapped), len(mapped))

    def _is_title(self, text: str) -> bool:
        """Whether a text is a title above the table, printed again on a next page."""
        return len(text.split()) > 1 and _without_page(text) in self._titles

    def _repeats(self, row: dict[int, str], texts: Sequence[tuple[int, str]]) -> bool:
        wanted = len(row.keys() & self._columns.keys()) / 2
        same = (
            self.has_word(text) and row.get(place) == heading_key(text) for place, text in texts
        )
        return len(texts) >= wanted and _mostly(same, len(texts))

    def _mean_the_same(self, mapped: Sequence[tuple[int, str]]) -> Iterator[bool]:
        for place, text in mapped:
            if (place, text) not in self._meanings:
                meant = columns_for((heading_text(text),), self._kind)
                self._meanings[place, text] = self._columns[place] in meant
            yield self._meanings[place, text]


def _without_page(text: str) -> str:
    """The words of a title, the same on every page."""
    return _PAGE_NUMBER.sub("0", plain_words(text))


def _mostly(answers: Iterator[bool], count: int) -> bool:
    """Whether at least two and more than half of the answers are yes; asks no more than needed."""
    needed, yes = max(2, count // 2 + 1), 0
    for asked, answer in enumerate(answers, start=1):
        yes += answer
        if yes >= needed:
            return True
        if yes + count - asked < needed:
            return False
    return False
