"""Names and years that stand once above their rows: filled in, and said to be."""

from __future__ import annotations

from dataclasses import replace

from data import columns as c
from data.cleaning import messages
from data.cleaning.blocks import fill_blocks
from data.cleaning.laid_out import STATED
from data.values.found_table import Heading
from data.values.grid import Sheet
from data.values.layouts import GroupedList, Layout, table_in
from texts import Message


def fill_groups(
    sheet: Sheet, layout: Layout, kinds: list[str | None]
) -> tuple[Sheet, list[Message]]:
    """The sheet with what stands once per group in every row, and remarks on what was filled.

    `kinds` tells per row under the headings why it is no record; the lines that only group become
    notes in it.
    """
    remarks: list[Message] = []
    table = table_in(layout)
    first = table.header_row - sheet.first_row + 1
    lines: set[int] = set()
    if isinstance(layout, GroupedList):
        lines = {index - first for index in layout.lines}
        remarks += _remarks_on_lines(layout)
    for at in lines:
        kinds[at] = c.NOTE
    own = tuple(h for h in table.headings if h.column not in _told(layout))
    sheet, filled, alone = fill_blocks(sheet, replace(table, headings=own), kinds)
    for at in alone:
        kinds[at] = c.NOTE
    return sheet, [*remarks, *map(_remark_on_block, filled)]


def _told(layout: Layout) -> set[str]:
    """The columns that lines of their own give."""
    return set(layout.told) if isinstance(layout, GroupedList) else set()


def _remarks_on_lines(layout: GroupedList) -> list[Message]:
    headings = {h.column: h.text for h in layout.table.headings}
    remarks = [
        messages.COLUMN_FROM_LINES(column=headings.get(column, column), example=text)
        for column, text in layout.told.items()
    ]
    if layout.department:
        remarks.append(messages.DEPARTMENT_OF_LIST(name=layout.department))
    if layout.stated:
        remarks.append(STATED[layout.stated.where](text=layout.stated.text))
    return remarks


def _remark_on_block(heading: Heading) -> Message:
    return messages.COLUMN_PER_BLOCK(column=heading.text)
