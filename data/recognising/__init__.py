"""From a grid of cells to a table: which kind, which heading row, which rows are records."""

from data.recognising.header_row import find_table
from data.recognising.layout import depends_on_names, find_layout
from data.recognising.merged import fill_merged
from data.recognising.nearest_miss import why_nothing
from data.recognising.regions import tables_on
from data.recognising.row_kinds import classify_rows

__all__ = [
    "classify_rows",
    "depends_on_names",
    "fill_merged",
    "find_layout",
    "find_table",
    "tables_on",
    "why_nothing",
]
