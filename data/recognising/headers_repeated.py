"""Headings that come back between the records, as on every page of a print."""

from __future__ import annotations

from collections.abc import Sequence

from data.reading.grid import Sheet
from data.recognising.cells import heading_text, is_text
from data.recognising.keys import heading_key
from data.recognising.matching import columns_for
from data.results import Table

_ROWS_ABOVE = 2


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
        self._words = {key for row in self._rows for key in row.values() if key}

    def has_word(self, text: str) -> bool:
        """Whether a text is one of the headings."""
        return len(text) <= 90 and heading_key(text) in self._words

    def are_repeated_in(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Whether most texts of a row are the headings again, small differences aside."""
        if len(texts) < 2 or max(len(text) for _, text in texts) > 90:
            return False
        keys = {place: heading_key(text) for place, text in texts}
        for row in self._rows:
            same = sum(bool(key) and row.get(place) == key for place, key in keys.items())
            if same >= 2 and same > len(texts) / 2 and 2 * same >= len(row.keys() & self._columns):
                return True
        return self._mean_the_same(texts)

    def _mean_the_same(self, texts: Sequence[tuple[int, str]]) -> bool:
        mapped = [(place, text) for place, text in texts if place in self._columns]
        if len(mapped) < max(2, len(self._columns) / 2):
            return False
        same = sum(
            self._columns[place] in columns_for((heading_text(text),), self._kind)
            for place, text in mapped
        )
        return same >= 2 and same > 0.6 * len(mapped)
