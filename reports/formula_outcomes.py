"""What the formulas of a workbook come to, worked out from its cells.

Protected View and phones compute nothing: they show what is stored beside a formula. Only the part
of the language that our own formulas use is known here; anything else raises ValueError.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils.cell import range_boundaries

# Why own code: a library such as `formulas` compiles a whole workbook to compute some cells of it,
# and our own measures written beside the formulas (`write_formula(…, value=…)`) would hide it when
# the two differ. The tests let LibreOffice work out every formula anew.
Outcome = str | float | None
_Later = Callable[[], Any]  # an outcome, or a column of them, once it is asked for

_DIGITS = 15  # of which a spreadsheet is sure
_BINDING = {"^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2}
_COMPARING: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "<>": operator.ne, ">=": operator.ge, "<=": operator.le,
    ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_COUNTING: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "^": operator.pow,
    "/": operator.truediv,
}  # fmt: skip


class FormulaError(Exception):
    """A formula comes to an error; `code` is what its cell then shows."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Outcomes:
    """The outcome of any cell of a workbook; each is worked out once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, int, int], Outcome] = {}
        self._columns: dict[tuple[str, str], list[Outcome]] = {}

    def of(self, sheet: str, row: int, column: int) -> Outcome:
        """What the cell holds or comes to; None when it is empty. Raises FormulaError."""
        key = (sheet, row, column)
        if key not in self._known:
            cell = self._book[sheet].cell(row, column)
            self._known[key] = (
                self._computed(cell.value, sheet) if cell.data_type == "f" else _plain(cell.value)
            )
        return self._known[key]

    def at(self, sheet: str, address: str) -> Any:  # noqa: ANN401 (an outcome or a column)
        """The outcome of the cell at an address, or those of a column of cells, as a list."""
        left, top, _right, bottom = range_boundaries(address)
        if ":" not in address:
            return self.of(sheet, top, left)
        key = (sheet, address.replace("$", ""))
        if key not in self._columns:
            self._columns[key] = [self.of(sheet, row, left) for row in range(top, bottom + 1)]
        return self._columns[key]

    def _computed(self, formula: str, sheet: str) -> Outcome:
        outcome = _Reader(formula, sheet, self).expression()()
        return 0 if outcome is None else outcome  # so a spreadsheet shows a bare reference


class _Reader:
    """Reads a formula, from left to right."""

    def __init__(self, formula: str, sheet: str, cells: Outcomes) -> None:
        self._tokens = [t for t in Tokenizer(formula).items if t.type != Token.WSPACE]
        self._sheet, self._cells = sheet, cells

    def expression(self, least: int = 1) -> _Later:
        """Everything up to a sign that binds less than `least`."""
        left = self._operand()
        while self._tokens and self._tokens[0].type == Token.OP_IN:
            sign = self._tokens[0].value
            binding = _BINDING.get(sign, 1)
            if binding < least:
                break
            del self._tokens[0]
            left = _joined(sign, left, self.expression(binding + 1))
        return left

    def _operand(self) -> _Later:
        token = self._tokens.pop(0)
        if token.type == Token.PAREN:
            inside = self.expression()
            del self._tokens[0]
            return inside
        if token.type == Token.FUNC:
            return self._call(token.value[:-1])
        if token.subtype == Token.NUMBER:
            return lambda: float(token.value)
        if token.subtype == Token.TEXT:
            return lambda: token.value[1:-1].replace('""', '"')
        if token.subtype == Token.RANGE:
            name, _mark, address = token.value.rpartition("!")
            sheet = name.strip("'").replace("''", "'") or self._sheet
            return lambda: self._cells.at(sheet, address)
        raise ValueError(f"not known in a formula: {token.value}")

    def _call(self, name: str) -> _Later:
        arguments = []
        while self._tokens[0].subtype != Token.CLOSE:
            arguments.append(self.expression())
            if self._tokens[0].type == Token.SEP:
                del self._tokens[0]
        del self._tokens[0]
        if name in _LAZY:
            return lambda: _LAZY[name](*arguments)
        if name not in _FUNCTIONS:
            raise ValueError(f"not known in a formula: {name}")
        return lambda: _FUNCTIONS[name](*(argument() for argument in arguments))


def _joined(sign: str, left: _Later, right: _Later) -> _Later:
    def outcome() -> Any:  # noqa: ANN401 (an outcome or a column)
        first, second = left(), right()
        if not isinstance(first, list) and not isinstance(second, list):
            return _operated(sign, first, second)
        rows = len(first if isinstance(first, list) else second)
        pairs = zip(_repeated(first, rows), _repeated(second, rows), strict=True)
        return [_operated(sign, one, other) for one, other in pairs]

    return outcome


def _repeated(value: Any, rows: int) -> list[Outcome]:  # noqa: ANN401 (an outcome or a column)
    return value if isinstance(value, list) else [value] * rows


def _operated(sign: str, left: Outcome, right: Outcome) -> Outcome:
    if sign in _COMPARING:
        return _COMPARING[sign](_ranked(left, right), _ranked(right, left))
    if sign == "&":
        return _text(left) + _text(right)
    try:
        return _COUNTING[sign](_number(left), _number(right))
    except ZeroDivisionError:
        raise FormulaError("#DIV/0!") from None


def _ranked(value: Outcome, other: Outcome) -> tuple[int, Any]:
    """Any text is more than any number; an empty cell equals both no text and 0."""
    if value is None:
        value = "" if isinstance(other, str) else 0
    return (1, value.casefold()) if isinstance(value, str) else (0, float(_sure(value)))


def _sure(value: float) -> Decimal:
    """The number in the digits a spreadsheet is sure of: 0.1 + 0.2 is 0.3."""
    return Decimal(f"{value:.{_DIGITS}g}")


def _plain(value: Any) -> Outcome:  # noqa: ANN401 (whatever openpyxl holds)
    return float(value) if isinstance(value, Decimal) else value


def _number(value: Outcome) -> float:
    if isinstance(value, str):
        raise FormulaError("#VALUE!")
    return value or 0


def _text(value: Outcome) -> str:
    return value if isinstance(value, str) else f"{_number(value):.{_DIGITS}g}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _numbers(values: Sequence[Outcome]) -> list[float]:
    return [value for value in values if value is not None and not isinstance(value, str)]


def _if(condition: _Later, yes: _Later, no: _Later) -> Outcome:
    return yes() if condition() else no()


def _if_error(wanted: _Later, otherwise: _Later) -> Outcome:
    try:
        return wanted()
    except FormulaError:
        return otherwise()


def _rounded(value: Outcome, places: float, how: str = ROUND_HALF_UP) -> float:
    return float(_sure(_number(value)).quantize(Decimal(1).scaleb(-int(places)), how))


def _root(value: Outcome) -> float:
    if _number(value) < 0:
        raise FormulaError("#NUM!")
    return math.sqrt(_number(value))


def _last_not_above(wanted: Outcome, ascending: list[Outcome], _kind: float) -> int:
    places = [
        place for place, value in enumerate(ascending, start=1)
        if value is not None and _operated("<=", value, wanted)
    ]  # fmt: skip
    if not places or isinstance(wanted, str):
        raise FormulaError("#N/A")
    return places[-1]


def _chosen(criteria: Sequence[Any]) -> list[int]:
    """The places that suit all criteria: a column, what it must be, the next column, …"""
    chosen = list(range(len(criteria[0])))
    for column, wanted in zip(criteria[::2], criteria[1::2], strict=True):
        suits = _criterion(wanted)
        chosen = [place for place in chosen if suits(column[place])]
    return chosen


def _criterion(wanted: Outcome) -> Callable[[Outcome], bool]:
    if not isinstance(wanted, str):
        return lambda value: value == _number(wanted)
    sign = next((s for s in (">=", "<=", ">", "<") if wanted.startswith(s)), "")
    if not sign:
        text = wanted.casefold()
        return lambda value: isinstance(value, str) and value.casefold() == text
    try:
        bound = float(wanted.removeprefix(sign))
    except ValueError:
        return lambda _value: False
    return lambda value: _is_number(value) and bool(_operated(sign, value, bound))


def _sum_of_chosen(column: list[Outcome], *criteria: Any) -> float:  # noqa: ANN401
    return math.fsum(_numbers([column[place] for place in _chosen(criteria)]))


def _sum(column: list[Outcome]) -> float:
    return math.fsum(_numbers(column))


_LAZY: dict[str, Callable[..., Any]] = {"IF": _if, "IFERROR": _if_error}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ABS": lambda value: abs(_number(value)),
    "AND": lambda *values: all(values),
    "COUNT": lambda column: len(_numbers(column)),
    "COUNTIF": lambda *criteria: len(_chosen(criteria)),
    "COUNTIFS": lambda *criteria: len(_chosen(criteria)),
    "INDEX": lambda column, place: column[int(place) - 1],
    "INT": lambda value: math.floor(_number(value)),
    "ISNUMBER": lambda column: [_is_number(value) for value in column],
    "MATCH": _last_not_above,
    "MAX": max,
    "MIN": min,
    "N": lambda value: 0 if isinstance(value, str) else _number(value),
    "OR": lambda *values: any(values),
    "ROUND": _rounded,
    "ROUNDUP": lambda value, places: _rounded(value, places, ROUND_UP),
    "ROWS": len,
    "SQRT": _root,
    "SUM": _sum,
    "SUMIFS": _sum_of_chosen,
    "SUMPRODUCT": lambda column: math.fsum(_number(value) for value in column),
}
