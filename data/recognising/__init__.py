"""From a grid of cells to a table: which kind, which heading row, which rows are records."""

from data.recognising.assignment import is_complete
from data.recognising.crosstab import Crosstab, find_crosstab
from data.recognising.header_row import Said, find_table
from data.recognising.keys import heading_key
from data.recognising.merged import fill_merged
from data.recognising.names import NamesHeard
from data.recognising.row_kinds import classify_rows

__all__ = [
    "Crosstab",
    "NamesHeard",
    "Said",
    "classify_rows",
    "fill_merged",
    "find_crosstab",
    "find_table",
    "heading_key",
    "is_complete",
]
