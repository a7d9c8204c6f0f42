"""Columns that are not read and yet sort the rows, such as `Akkoord: ja, nee`: never in silence."""

from __future__ import annotations

from data.cells.keys import plain_words
from data.cells.predicates import is_blank
from data.cells.text import cell_text
from data.doubts.columns import messages
from data.doubts.looked_at import LookedAt
from data.doubts.measures import hours_beside
from data.values.found_table import LIST, Heading

_ANSWERS = frozenset({"ja", "nee", "j", "n", "yes", "no", "y", "waar", "onwaar", "true", "false"})
_MARKS = frozenset({"✓", "✔", "✗", "✘", "☑", "☐", "☒", "+", "-", "±", "x", "v", "o"})
_FEW, _MOST_WORDS, _SAMPLE = 6, 3, 2000


def look(found: LookedAt) -> None:
    """Tell which columns sort the rows and are not read."""
    if found.table.layout != LIST or found.table.format:
        return
    messages_so_far = [*(q.message for q in found.questions.asked), *found.candidates.remarks]
    told = {str(message.values.get("column", "")) for message in messages_so_far}
    told |= {h.text for h in hours_beside.twins(found)}  # asked about, or told
    names = [h.text for h in found.unread() if h.text not in told and _sorts(found, h)]
    if names:
        found.remark(messages.COLUMNS_SORT(columns=names))


def _sorts(found: LookedAt, heading: Heading) -> bool:
    """Whether a few short values come back under a heading, or yes and no do."""
    cells = found.values(heading)[:_SAMPLE]
    values = {plain_words(cell_text(cell)) for cell in set(cells) if not is_blank(cell)}
    signs = {cell_text(cell).strip().lower() for cell in set(cells)} - {""}
    if len(signs) > 1 and signs <= _MARKS:
        return True
    filled = sum(not is_blank(cell) for cell in cells)
    if len(signs) == 1 and (signs <= _MARKS | _ANSWERS):
        return filled < len(cells)  # some rows are ticked, and some are not
    if not 1 < len(values) <= _FEW:
        return False
    if values <= _ANSWERS:
        return True
    words = all(len(v.split()) <= _MOST_WORDS for v in values)
    return words and filled > len(values)
