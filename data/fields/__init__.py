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
    "measures",
    "names",
    "of",
    "of_use_only",
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


def measures(*sorts: Sort) -> frozenset[str]:
    """The names of what can be added up, of any kind of record; with `sorts` only of these."""
    read_of_all = (field for kind in FIELDS for field in read(kind))
    return frozenset(field.name for field in read_of_all if field.sort in (sorts or MEASURES))


def of_use_only() -> tuple[str, ...]:
    """What only a usage record has, texts left out: where it stands, a list is one of use."""
    of_budget = names(BUDGET)
    kept = (field for field in of(USAGE) if field.sort is not Sort.TEXT)
    return tuple(field.name for field in kept if field.name not in of_budget)
