"""What can be wrong with a workbook of mended rows, in sentences with a code."""

from __future__ import annotations

from texts import sentence

MENDED_SHEET_LACKS_COLUMN = sentence(
    "mended_sheet_lacks_column",
    "Sheet “{sheet}” has lost its column “{column}”, which says which row is which: download "
    "the workbook with the faulty rows again and mend it there, without removing columns.",
)
ROW_STORED_OTHERWISE = sentence(
    "row_stored_otherwise",
    "This row is stored already, and it stands here otherwise. It counts as it was. To change "
    "it: take the earlier upload back, and read in this workbook once more.",
)
