"""What a reader must know of a finance export, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from data.columns import ACTUAL, BUDGETED, COMMITMENT, DEBIT
from data.finance import messages
from data.finance.export_context import (
    BY_PERSON,
    IN_FILE_NAME,
    IN_HEADINGS,
    IN_SHEET_NAME,
    IN_TITLE,
)
from data.finance.formats import BY_KEY
from data.values.finance_reading import (
    DIFFERENCE,
    ONE_SIGN,
    SIDES,
    SIGN,
    UNIT,
    UNREADABLE,
    Division,
    FinanceReading,
    PrintedTotal,
    RuleLine,
)
from texts import Message, Money

_YEAR_FROM = {
    IN_TITLE: messages.YEAR_FROM_TITLE,
    IN_HEADINGS: messages.YEAR_FROM_HEADINGS,
    IN_SHEET_NAME: messages.YEAR_FROM_SHEET_NAME,
    IN_FILE_NAME: messages.YEAR_FROM_FILE_NAME,
    BY_PERSON: messages.YEAR_FROM_PERSON,
}
_FAULTS = {
    SIGN: messages.TOTAL_HAS_OTHER_SIGN,
    SIDES: messages.TOTAL_OF_OTHER_SIDE,
    UNIT: messages.TOTAL_IN_OTHER_UNIT,
    ONE_SIGN: messages.TOTAL_TURNS_ONE_LINE,
    UNREADABLE: messages.TOTAL_WITH_UNREADABLE_LINES,
    DIFFERENCE: messages.TOTAL_DIFFERS,
}
_KINDS = {
    BUDGETED: messages.BUDGETED_AMOUNT,
    ACTUAL: messages.ACTUAL_AMOUNT,
    COMMITMENT: messages.COMMITTED_AMOUNT,
}
_UNITS = {
    1: messages.IN_EUROS(),
    1_000: messages.IN_THOUSANDS(),
    1_000_000: messages.IN_MILLIONS(),
}


def sentences(reading: FinanceReading) -> Iterator[Message]:
    """The format, the sign, the year, the printed totals and the rule, each in a sentence."""
    yield messages.FORMAT_RECOGNISED(name=reading.name)
    yield _sign(reading)
    yield from _examples(reading)
    if reading.year and reading.year_from in _YEAR_FROM:
        yield _YEAR_FROM[reading.year_from](year=reading.year)
    if reading.unit != reading.unit_found:
        yield messages.UNIT_CHOSEN(
            chosen=unit_name(reading.unit), found=unit_name(reading.unit_found)
        )
    yield from totals(reading)
    yield rule(reading)
    if reading.closest:
        yield messages.RULE_CLOSEST(lines=[_line(line) for line in reading.closest])


def totals(reading: FinanceReading) -> Iterator[Message]:
    """Whether the lines add up to what the export itself prints."""
    if reading.unreadable:
        yield messages.TOTALS_UNREADABLE(rows=[str(row) for row in reading.unreadable])
    if not reading.totals:
        yield messages.TOTALS_NOT_FOUND()
        return
    yield from map(fault, reading.faults)
    agreeing = len(reading.totals) - len(reading.faults)
    if agreeing:
        yield messages.TOTALS_AGREE(n=agreeing, all=len(reading.totals))


def fault(total: PrintedTotal) -> Message:
    """What is wrong between a printed total and its lines."""
    values = {
        "counted": Money(total.counted),
        "printed": Money(total.printed),
        "row": total.row,
        "column": total.column,
        "factor": total.factor,
        "line": total.line,
        "difference": Money(abs(total.printed - total.counted)),
    }
    told = _FAULTS[total.fault]
    return told(**{name: values[name] for name in told.placeholders})


def rule(reading: FinanceReading) -> Message:
    """What the rule keeps and leaves."""
    if BY_KEY[reading.format].of_iv3 and not reading.kept.rows:
        return messages.RULE_KEEPS_NO_IV3()
    return messages.RULE_KEEPS(
        kept=reading.kept.rows,
        kept_sums=sums(reading.kept),
        left=reading.left.rows,
        left_sums=sums(reading.left),
    )


def sums(division: Division) -> list[Message] | Money:
    """The amounts of some lines, by kind."""
    return [amount_of_kind(kind, cents) for kind, cents in division.cents.items()] or Money(0)


def amount_of_kind(kind: str, cents: int) -> Message:
    """`budgeted € 20.762,00`."""
    return _KINDS[kind](amount=Money(cents))


def unit_name(unit: int) -> Message:
    """What amounts count in."""
    return _UNITS[unit]


def _examples(reading: FinanceReading) -> Iterator[Message]:
    """Three lines that count, one of them with a minus where there is one."""
    lines = reading.kept.lines
    negative = [line for line in lines if line.cents < 0][:1]
    shown = [*[line for line in lines if line.cents > 0][: 3 - len(negative)], *negative]
    if BY_KEY[reading.format].bookings and shown:
        yield messages.SIGN_EXAMPLES(costs=[_line(line) for line in shown])


def _line(line: RuleLine) -> Message:
    return messages.LINE_WITH_AMOUNT(row=line.row, amount=Money(line.cents))


def _sign(reading: FinanceReading) -> Message:
    if reading.sign < 0:
        return messages.SIGN_TURNED()
    if DEBIT in BY_KEY[reading.format].headings:
        return messages.SIGN_DEBIT_LESS_CREDIT()
    return messages.SIGN_COSTS_POSITIVE()
