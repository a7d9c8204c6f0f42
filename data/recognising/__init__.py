"""From a grid of cells to a table: which kind, which heading row, which rows are records."""

from data.cells.keys import heading_key
from data.recognising.blocks import fill_blocks
from data.recognising.crosstab import Crosstab
from data.recognising.grouped import GroupedList
from data.recognising.header_row import Said, find_table
from data.recognising.layout import find_layout, table_in
from data.recognising.merged import fill_merged
from data.recognising.name_evidence import NamesHeard
from data.recognising.regions import tables_on
from data.recognising.row_kinds import classify_rows
from data.recognising.wide import Wide

__all__ = [
    "Crosstab",
    "GroupedList",
    "NamesHeard",
    "Said",
    "Wide",
    "classify_rows",
    "fill_blocks",
    "fill_merged",
    "find_layout",
    "find_table",
    "heading_key",
    "table_in",
    "tables_on",
]
