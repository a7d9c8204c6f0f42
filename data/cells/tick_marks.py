"""Marks that say yes or no in a cell: `x`, `✓`, `ja`, `WAAR`."""

from __future__ import annotations

from data.cells.cell import Cell

_YES = frozenset({"x", "v", "✓", "✔", "√", "☑", "☒", "✗", "✘", "●", "•", "■", "ja", "j", "yes", "y",
                  "waar", "true", "xx", "*", "þ", "ü"})  # fmt: skip
_NO = frozenset({"nee", "n", "no", "neen", "onwaar", "false", "☐", "□", "○"})


def is_tick(cell: Cell) -> bool:
    """Whether a cell only says yes."""
    if isinstance(cell, bool):
        return cell
    return isinstance(cell, str) and len(cell) < 8 and cell.strip().casefold() in _YES


def is_no_tick(cell: Cell) -> bool:
    """Whether a cell only says no."""
    if isinstance(cell, bool):
        return not cell
    return isinstance(cell, str) and len(cell) < 8 and cell.strip().casefold() in _NO


def ticks_as_ones(row: list[Cell]) -> list[Cell]:
    """The row with a 1 for each yes, and nothing for each no."""
    if not any(is_tick(cell) or is_no_tick(cell) for cell in row):
        return row
    return [1 if is_tick(cell) else "" if is_no_tick(cell) else cell for cell in row]
