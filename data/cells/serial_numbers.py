"""Numbers that name a budget or a project instead of counting euros: `6170101`, `6170102`."""

from __future__ import annotations

from collections.abc import Iterable

from data.cells.cell import Cell
from data.cells.figures import is_numeric

_FEWEST, _FEW = 3, 8
_SHORTEST, _LONG = 5, 6  # digits: amounts of five come near to each other by chance
_STEP = 5  # between two of them, when they were given out one after another


def are_serial_numbers(cells: Iterable[Cell]) -> bool:
    """Whether cells hold whole numbers that follow each other as closely as no amounts do."""
    numbers = _as_long(cells)
    close = max(numbers) - min(numbers) <= _STEP * len(numbers) if numbers else False
    long = len(str(min(numbers, default=0))) >= _LONG
    return close and len(numbers) >= (_FEWEST - long)


def may_be_serial_numbers(cells: Iterable[Cell]) -> bool:
    """Whether cells may be such numbers: long, equally long, none of them round."""
    filled = [cell for cell in cells if cell != ""]
    numbers = _as_long(filled)
    if len(numbers) < _FEWEST or len(str(numbers[0])) < _LONG:
        return False
    if any(number % 100 == 0 for number in numbers):
        return False
    begin_alike = len({str(number)[:3] for number in numbers}) == 1
    return begin_alike or len(numbers) >= _FEW


def _as_long(cells: Iterable[Cell]) -> list[int]:
    """The different whole numbers in the cells; none when one is no number or of another length."""
    texts = {_digits(cell) for cell in cells}
    whole = all(text.isdigit() and not text.startswith("0") for text in texts)
    if not texts or not whole or len({*map(len, texts)}) > 1 or len(min(texts)) < _SHORTEST:
        return []
    return sorted(map(int, texts))


def _digits(cell: Cell) -> str:
    return f"{cell:.15g}" if is_numeric(cell) else str(cell).strip()
