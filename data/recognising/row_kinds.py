"""Which rows under the headings are records, and why the others are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data import columns as c
from data import fields
from data.cells.cell import Cell, ErrorCell
from data.cells.figures import has_digit, is_dated
from data.cells.labels import Label, is_balance_label, is_caption, starts_as_note, total_label
from data.cells.predicates import cell_at, is_blank, is_text, last_filled_row, looks_like_value
from data.recognising.headers_repeated import HeadingRows
from data.recognising.levels import mark_levels
from data.recognising.sums import mark_unlabelled_totals
from data.values.found_table import Table
from data.values.grid import Sheet

_MEASURES = tuple(fields.measures())
_CALENDAR = (c.DATE, c.YEAR, c.QUARTER, c.MONTH)
_PARTS_OF_DATE = (c.YEAR, c.QUARTER, c.MONTH)
_EMPTY_DATE_YEARS = (1899, 1900, 1904)  # what =JAAR() says of an empty cell
_SENTENCE_WORDS = 3


def classify_rows(sheet: Sheet, table: Table) -> list[str | None]:
    """Per row under the headings, down to the last row with content: None, or why it is skipped.

    None is a candidate record; the others are `blank`, `repeated_header`, `total` or `note`.
    """
    first = table.header_row - sheet.first_row + 1
    rows = sheet.rows[first : last_filled_row(sheet.rows) + 1]
    reader = _RowReader(sheet, table)
    is_whole = reader.whole_record_test()
    kinds: list[str | None] = []
    suspects: list[int] = []
    last_record = -1
    for index, row in enumerate(rows):
        whole = is_whole(row)
        kind = None if whole else reader.kind_of(row)
        kinds.append(kind)
        if kind is None and not whole and not reader.names_anything(row):
            suspects.append(index)
        if whole or (kind is None and reader.looks_like_record(row)):
            last_record = index
    for index in range(last_record + 1, len(rows)):
        if kinds[index] is None and reader.is_note_outside(rows[index]):
            kinds[index] = c.NOTE
    _mark_titles_between(rows, kinds, reader)
    mapped = set(reader.mapped) - set(reader.undescribed)
    mark_unlabelled_totals(rows, kinds, reader.places(_MEASURES), mapped, suspects)
    mark_levels(rows, kinds, table)
    return kinds


def _mark_titles_between(
    rows: Sequence[Sequence[Cell]], kinds: list[str | None], reader: _RowReader
) -> None:
    """Set `note` where a line of text stands above headings that come back."""
    for index in [i for i, kind in enumerate(kinds) if kind == c.REPEATED_HEADER]:
        above = index - 1
        while above >= 0 and (
            kinds[above] in (c.BLANK, c.NOTE)
            or (kinds[above] is None and reader.is_note_outside(rows[above]))
        ):
            kinds[above] = kinds[above] or c.NOTE
            above -= 1


class _RowReader:
    """Judges single rows of one table."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self.kind = table.kind
        self.mapped = {h.position: h.column for h in table.headings if h.column}
        self.headings = HeadingRows(sheet, table)
        measures = self.places(_MEASURES)
        self.names = [p for p in self.mapped if p not in measures]
        # `=JAAR(B7)` of an empty date still says something.
        self.works_out_date = bool(self.places((c.DATE,)))
        self.when = self.places((c.DATE, c.YEAR))
        if self.kind == c.USAGE:
            self.keys = [self.when, *([p] for p in self.places((c.DEPARTMENT, c.THEME)))]
        else:
            self.keys = [self.when, measures]
            described = self.places((c.DESCRIPTION,))
            self.keys += [described] if described else []
            # In a wide table the headings say when.
            self.keys = [places for places in self.keys if places]
        self.label_places = self._places_of_labels()
        # In a budget with descriptions a year alone names nothing.
        lists_posts = self.kind == c.BUDGET and bool(self.places((c.DESCRIPTION,)))
        self.undescribed = self.places(_CALENDAR) if lists_posts else []

    def places(self, columns: Sequence[str]) -> list[int]:
        """Where these columns stand."""
        return [place for place, column in self.mapped.items() if column in columns]

    def whole_record_test(self) -> Callable[[Sequence[Cell]], bool]:
        """A quick test for the common case: every required cell is there and is no label."""
        texts, plain = self.label_places, _PlainTexts(self.headings)
        when = _PlainTexts(self.headings, with_figures=True)
        keys = [(when if places is self.when else plain, places) for places in self.keys]

        def is_whole(row: Sequence[Cell]) -> bool:
            width = len(row)
            for good, places in keys:
                for place in places:
                    if place < width and row[place] != "" and good[row[place]]:
                        break
                else:
                    return False
            for place in texts:  # a loop: `all` of a generator takes twice as long
                if place < width and row[place] != "" and not plain[row[place]]:
                    return False
            return True

        return is_whole

    def _places_of_labels(self) -> list[int]:
        """Where a total's label overrules that all required cells are filled."""
        if self.kind == c.USAGE:
            return [place for places in self.keys for place in places]
        if self.places((c.DESCRIPTION,)):
            return self.names
        return [h for h in self.headings.places if h not in self.places(_MEASURES)]

    def kind_of(self, row: Sequence[Cell]) -> str | None:
        """Why one row is skipped, judged without its neighbours; None when it is not."""
        filled = [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]
        if self._tells_nothing(filled):
            return c.BLANK
        texts = [(place, cell) for place, cell in filled if is_text(cell) and isinstance(cell, str)]
        if not texts:
            return None
        has_values = any(not is_text(cell) for place, cell in filled if place in self.mapped)
        if not has_values and self.headings.are_repeated_in(texts):
            return c.REPEATED_HEADER
        if self._is_total(row, texts):
            return c.TOTAL
        return c.NOTE if self._is_note(filled, texts) else None

    def _tells_nothing(self, filled: list[tuple[int, Cell]]) -> bool:
        """No content, or only what stood there beforehand: numbering, zeros, formulas."""
        return all(
            (self.works_out_date and self.mapped.get(place) in _PARTS_OF_DATE)
            or (_is_leftover(cell) if place in self.mapped else not is_text(cell))
            for place, cell in filled
        )

    def _is_total(self, row: Sequence[Cell], texts: list[tuple[int, str]]) -> bool:
        labels = [(place, self._label(place, text)) for place, text in texts]
        labels = [(place, label) for place, label in labels if label is not Label.NONE]
        if not labels:
            return False
        missing = sum(not self._is_filled(row, places) for places in self.keys)
        few = 2 if self.kind == c.USAGE else 1
        return any(
            place in self.label_places or missing >= few or (missing > 0 and label is Label.TOTAL)
            for place, label in labels
        )

    def _label(self, place: int, text: str) -> Label:
        if self.kind == c.BUDGET and place in self.names and is_balance_label(text):
            return Label.TOTAL
        return total_label(text)

    def _is_filled(self, row: Sequence[Cell], places: Sequence[int]) -> bool:
        return any(
            not is_blank(cell)
            and not (isinstance(cell, str) and total_label(cell) is not Label.NONE)
            for cell in (cell_at(row, place) for place in places)
        )

    def _is_note(self, filled: list[tuple[int, Cell]], texts: list[tuple[int, str]]) -> bool:
        if not any(place in self.mapped for place, _ in filled):
            return True
        if len(filled) > 1 or len(texts) != 1:
            return False
        place, text = texts[0]
        if starts_as_note(text):
            return True
        sentence = len(text.split()) >= _SENTENCE_WORDS and not has_digit(text[:1])
        return self.mapped.get(place) in _CALENDAR and sentence and not is_dated(text)

    def names_anything(self, row: Sequence[Cell]) -> bool:
        """Whether any column but the measures has content."""
        return any(
            place < len(row) and not is_blank(row[place])
            for place in self.names
            if place not in self.undescribed
        )

    def looks_like_record(self, row: Sequence[Cell]) -> bool:
        """Whether a row without a kind is a record, be it a broken one: two cells or more."""
        filled = [(p, row[p]) for p in self.mapped if p < len(row) and not is_blank(row[p])]
        return len(filled) >= 2 and not self.is_note_outside(row)

    def is_note_outside(self, row: Sequence[Cell]) -> bool:
        """Whether a row below the records or between tables is a text or a label with a value."""
        filled = [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]
        place, first = filled[0] if filled else (0, "")
        if not isinstance(first, str) or not is_text(first):
            return False
        if len(filled) == 1:
            return not looks_like_value(first) and not is_dated(first)
        if is_caption(first) or starts_as_note(first):
            return True
        second = filled[1][1]
        return (
            len(filled) == 2
            and self.mapped.get(place) in _CALENDAR
            and not has_digit(first)
            and not isinstance(second, str)
            and self.mapped.get(filled[1][0]) not in _MEASURES
        )


class _PlainTexts(dict[Cell, bool]):
    """Cell -> whether it is content and neither a label of a total nor a heading."""

    def __init__(self, headings: HeadingRows, *, with_figures: bool = False) -> None:
        super().__init__()
        self._headings = headings
        self._with_figures = with_figures

    def __missing__(self, cell: Cell) -> bool:
        plain = (
            not isinstance(cell, str)
            or isinstance(cell, ErrorCell)
            or (
                not is_blank(cell)
                and total_label(cell) is Label.NONE
                and not is_balance_label(cell)
                and not self._headings.has_word(cell)
                and (has_digit(cell) or not self._with_figures)
            )
        )
        self[cell] = plain
        return plain


def _is_leftover(cell: Cell) -> bool:
    if isinstance(cell, str) or not isinstance(cell, (bool, int, float)):
        return False
    return cell in (0, False) or cell in _EMPTY_DATE_YEARS
