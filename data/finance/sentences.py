"""What a reader must know of a finance export, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

from data.columns import ACTUAL, BUDGETED, COMMITMENT, DEBIT
from data.finance.export_context import (
    BY_PERSON,
    IN_FILE_NAME,
    IN_HEADINGS,
    IN_SHEET_NAME,
    IN_TITLE,
)
from data.finance.formats import BY_KEY, IV3_BY_TASK_FIELD, IV3_LINES
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
)
from texts import Message

_YEAR_FROM = {
    IN_TITLE: Message("The year {year} comes from the title above the table."),
    IN_HEADINGS: Message("The year {year} comes from the headings."),
    IN_SHEET_NAME: Message("The year {year} comes from the name of the sheet."),
    IN_FILE_NAME: Message("The year {year} comes from the name of the file."),
    BY_PERSON: Message("The year {year} was filled in by you."),
}
_FAULTS = {
    SIGN: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}: the"
        " sign is turned round."
    ),
    SIDES: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}, which"
        " is the sum of the other column: debit and credit changed places."
    ),
    UNIT: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}: the"
        " unit differs by a factor of {factor}."
    ),
    ONE_SIGN: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}. The"
        " difference is twice the amount in row {line}: the sign of that line is turned round."
    ),
    UNREADABLE: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}. There"
        " are amounts that could not be read: mend those first."
    ),
    DIFFERENCE: Message(
        "The lines add up to {counted}; the total in row {row} (“{column}”) says {printed}:"
        " {difference} is missing or too much."
    ),
}
_KINDS = {
    BUDGETED: Message("budgeted {amount}"),
    ACTUAL: Message("actual {amount}"),
    COMMITMENT: Message("commitment {amount}"),
}


def sentences(reading: FinanceReading) -> Iterator[Message]:
    """The format, the sign, the year, the printed totals and the rule, each in a sentence."""
    yield Message("Recognised as: {name}.", {"name": reading.name})
    yield _sign(reading)
    if reading.year and reading.year_from in _YEAR_FROM:
        yield Message(_YEAR_FROM[reading.year_from].msgid, {"year": reading.year})
    if reading.unit != reading.unit_found:
        yield Message(
            "You chose amounts in {chosen}; the file itself says {found}.",
            {"chosen": unit_name(reading.unit), "found": unit_name(reading.unit_found)},
        )
    yield from totals(reading)
    yield rule(reading)


def totals(reading: FinanceReading) -> Iterator[Message]:
    """Whether the lines add up to what the export itself prints."""
    if not reading.totals:
        yield Message("No printed total was found to check the lines against.")
        return
    yield from map(fault, reading.faults)
    agreeing = len(reading.totals) - len(reading.faults)
    if agreeing:
        yield Message(
            "Printed totals that the lines add up to, to the cent: {n} of {all}.",
            {"n": agreeing, "all": len(reading.totals)},
        )


def fault(total: PrintedTotal) -> Message:
    """What is wrong between a printed total and its lines."""
    values: dict[str, object] = {
        "counted": money(total.counted),
        "printed": money(total.printed),
        "row": total.row,
        "column": total.column,
    }
    if total.fault == UNIT:
        values["factor"] = f"{total.factor:,}".replace(",", ".")
    elif total.fault == ONE_SIGN:
        values["line"] = total.line
    elif total.fault == DIFFERENCE:
        values["difference"] = money(abs(total.printed - total.counted))
    return Message(_FAULTS[total.fault].msgid, values)


def rule(reading: FinanceReading) -> Message:
    """What the rule keeps and leaves."""
    if reading.format in (IV3_LINES.key, IV3_BY_TASK_FIELD.key) and not reading.kept.rows:
        return Message(
            "Iv3 lines are totals per task field: none of them is of Platform31 alone. They do not"
            " count on the page Budget."
        )
    return Message(
        "Lines that concern Platform31 by the rule: {kept} ({kept_sums}). Other lines:"
        " {left} ({left_sums}); of those no names and texts are kept, and they do not count on the"
        " page Budget.",
        {
            "kept": reading.kept.rows,
            "kept_sums": sums(reading.kept),
            "left": reading.left.rows,
            "left_sums": sums(reading.left),
        },
    )


def sums(division: Division) -> Message | str:
    """The amounts of some lines, by kind."""
    parts = [amount_of_kind(kind, cents) for kind, cents in division.cents.items()]
    if not parts:
        return money(0)
    return reduce(lambda a, b: Message("{these} and {last}", {"these": a, "last": b}), parts)


def amount_of_kind(kind: str, cents: int) -> Message:
    """`budgeted € 20.762,00`."""
    return Message(_KINDS[kind].msgid, {"amount": money(cents)})


def unit_name(unit: int) -> Message:
    """What amounts count in."""
    return _UNITS[unit]


_UNITS: Mapping[int, Message] = {
    1: Message("euros"),
    1_000: Message("thousands of euros (x € 1,000)"),
    1_000_000: Message("millions of euros"),
}


def money(cents: int) -> str:
    """Cents as Dutch people write euros: `€ -1.234,00`."""
    whole, rest = divmod(abs(cents), 100)
    digits = f"{whole:,}".replace(",", ".")
    return f"€ {'-' if cents < 0 else ''}{digits},{rest:02d}"


def _sign(reading: FinanceReading) -> Message:
    if reading.sign < 0:
        return Message("You turned the sign round: costs are negative in this file.")
    if DEBIT in BY_KEY[reading.format].headings:
        return Message("The amount of a line is its debit less its credit: costs are positive.")
    return Message("Costs are positive, income is negative.")
