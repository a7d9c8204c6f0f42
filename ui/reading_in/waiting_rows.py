"""The rejected rows of a sheet that need no mending: they wait for an answer, or were left out."""

from __future__ import annotations

from data.cleaning import messages
from data.values.results import RejectedRow, SheetResult

_UNCERTAIN_NAMES = {
    sentence.code
    for sentence in (
        messages.DEPARTMENT_AMBIGUOUS,
        messages.THEME_AMBIGUOUS,
        messages.DEPARTMENT_RESEMBLES,
        messages.THEME_RESEMBLES,
    )
}


def split(sheet: SheetResult) -> tuple[list[RejectedRow], int, int]:
    """The rows to mend, how many rows wait for an answer, and how many somebody left out."""
    asked = _UNCERTAIN_NAMES | {q.reason for q in sheet.questions if q.answer is None}
    to_mend, waiting, left_out = [], 0, 0
    for row in sheet.rejected_rows:
        if row.left_out:
            left_out += 1
        elif all(fault.message.code in asked for fault in row.faults):
            waiting += 1
        else:
            to_mend.append(row)
    return to_mend, waiting, left_out
