"""How a sheet is laid out: as a list, plain or grouped, as a wide table, or as a crosstab."""

from __future__ import annotations

from data import columns as c
from data.recognising.assignment import is_complete
from data.recognising.crosstab import find_crosstab
from data.recognising.grouped import find_grouped, has_captions
from data.recognising.header_row import find_table
from data.recognising.headless import NO_HEADINGS, headless_table
from data.recognising.records_across import records_stand_across
from data.recognising.wide import find_wide, periods_of
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.hints import Said
from data.values.layouts import Layout, Wide


def find_layout(sheet: Sheet, said: Said | None = None) -> Layout | None:
    """The table of usage or budget on a sheet, in whatever layout; None when it holds neither.

    A list goes before the others, but not before columns for several periods.
    """
    if said and said.header_row == NO_HEADINGS:
        return headless_table(sheet, said)
    table = find_table(sheet, said)
    if table and is_complete(table) and not _may_be_wide(table):
        return (find_grouped(sheet, said) if has_captions(sheet, table) else None) or table
    wide = find_wide(sheet, said)
    if table and is_complete(table):
        same = wide and wide.table.header_row == table.header_row
        if wide and wide.income and wide.table.header_row >= table.header_row:
            return wide
        return wide if wide and same and (periods_of(wide) > 1 or wide.cumulative) else table
    if wide:
        return wide
    if records_stand_across(sheet):
        return None
    return find_crosstab(sheet, said) or find_grouped(sheet, said) or table


def depends_on_names(layout: Layout | None) -> bool:
    """Whether other known names might lead to another layout; a whole list is one in any case."""
    if isinstance(layout, Table):
        return not is_complete(layout)
    return not isinstance(layout, Wide)


def _may_be_wide(table: Table) -> bool:
    """Whether a list of a budget leaves out columns, which may be those of other periods."""
    return table.kind == c.BUDGET and bool(table.ignored_columns)
