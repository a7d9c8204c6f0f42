"""More departments or themes than any city has: a column of remarks may be read as names."""

from __future__ import annotations

from data import columns as c
from data.cells.keys import plain_words
from data.cells.text import clean_text
from data.doubts import messages
from data.doubts.looked_at import LookedAt


def look(found: LookedAt) -> None:
    """Ask whether so many new names are meant; else the rows with them are rejected."""
    most = {c.DEPARTMENT: found.settings.max_departments, c.THEME: found.settings.max_themes}
    for kind, bound in most.items():
        heading = found.candidates.heading(kind)
        if heading is None:
            continue
        cells = found.candidates.cells(heading)
        words = {
            cell: plain_words(clean_text(cell)) for cell in set(cells) if isinstance(cell, str)
        }
        new = set(words.values()) - set(found.names.known.get(kind, ())) - {""}
        total = found.names.counts.get(kind, 0) + len(new)
        if not new or total <= bound:
            continue
        rows = [row for row, cell in enumerate(cells) if words.get(str(cell)) in new]
        of_department = kind == c.DEPARTMENT
        told = messages.MANY_DEPARTMENTS if of_department else messages.MANY_THEMES
        reason = messages.IS_MANY_DEPARTMENTS if of_department else messages.IS_MANY_THEMES
        question = told(n=len(new), total=total, most=bound)
        found.ask(f"many_names:{kind}", question, rows, reason(most=bound), heading)
