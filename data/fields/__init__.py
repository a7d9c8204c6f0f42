"""Every column of a usage record and of a budget line, declared once.

Whatever needs to know of a column asks here: reading, rules, store, export, pages, template.
"""

from __future__ import annotations

from data.columns import BUDGET, USAGE
from data.fields import budget, usage
from data.fields.field import MEASURES, Choice, Entry, Field, Sort, Tiers

__all__ = [
    "FIELDS",
    "MEASURES",
    "Choice",
    "Entry",
    "Field",
    "Sort",
    "Tiers",
    "names",
    "of",
    "read",
]

FIELDS: dict[str, tuple[Field, ...]] = {USAGE: usage.USAGE, BUDGET: budget.BUDGET}


def read(kind: str | None) -> tuple[Field, ...]:
    """What can be read of a kind of record, also what is not stored; nothing for no kind."""
    return FIELDS.get(kind or "", ())


def of(kind: str | None, *sorts: Sort) -> tuple[Field, ...]:
    """What is stored of a kind of record; with `sorts` only the columns of these sorts."""
    return tuple(f for f in read(kind) if f.stored and (not sorts or f.sort in sorts))


def names(kind: str | None, *sorts: Sort) -> tuple[str, ...]:
    """The names of what is stored, in their order."""
    return tuple(field.name for field in of(kind, *sorts))
