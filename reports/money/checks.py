"""The contribution check, budget against actual, and the months of a year, as formulas."""

from __future__ import annotations

from data import columns as c
from reports.formulas import COUNT, NOT_KNOWN, PERCENT, RATE, Formula, Value, make_bold, write_table
from reports.money.book import FIRST_ROW, MoneyBook, Places
from reports.money.inputs import KINDS
from texts import translate as _

_MONTHS = 12


def word(kind: str) -> str:
    """The word of a kind of line as a formula compares it."""
    return '"' + str(KINDS[kind]).replace('"', '""') + '"'


def of_agreement(places: Places, name: str, year: str) -> str:
    """The figure of the agreement that holds in the year of a cell; empty when unknown."""
    match = f"MATCH({year},{places.names['agreement_first']},1)"
    found = f"INDEX({places.names[f'agreement_{name}']},{match})"
    ended = f"{year}>INDEX({places.names['agreement_last']},{match})"
    return f'IFERROR(IF({ended},"",IF({found}="","",{found})),"")'


def sum_of_lines(places: Places, year: str, kind: str, extra: str = "") -> str:
    """The sum of the lines of a kind in a year; empty when there is no such line."""
    n = places.names
    chosen = f"{n['line_year']},{year},{n['line_kind']},{word(kind)}{extra}"
    return f'IF(COUNTIFS({chosen})=0,"",ROUND(SUMIFS({n["line_amount"]},{chosen}),2))'


def write_check(places: Places, book: MoneyBook) -> None:
    """A row per year: budgeted, calculated, invoiced, differences, the inhabitants implied."""
    contribution = f",{places.names['line_fixed']},1"
    rows: list[list[Value]] = []
    for row, year in enumerate(book.money.years, start=FIRST_ROW):
        at = f"$A{row}"
        invoiced = sum_of_lines(places, at, c.ACTUAL, contribution)
        rows.append(
            [
                year,
                Formula(of_agreement(places, "rate", at), RATE),
                Formula(of_agreement(places, "inhabitants", at), COUNT),
                Formula(of_agreement(places, "budgeted", at)),
                Formula(f'IF(OR(B{row}="",C{row}=""),"",B{row}*C{row})'),
                Formula(_less(f"E{row}", f"D{row}")),
                Formula(invoiced),
                Formula(_less(f"G{row}", f"E{row}")),
                *_implied(f"D{row}", f"B{row}"),
                *_implied(f"G{row}", f"B{row}"),
                Formula(f'IF(G{row}<>"",G{row},D{row})'),
            ]
        )
    rows.append(_together(places, book))
    headings = [
        _("Year"), _("Rate per inhabitant"), _("Inhabitants"), _("Budgeted"),
        _("Rate × inhabitants"), _("Difference"), _("Invoiced"), _("Invoiced less calculated"),
        _("Inhabitants by the budget, at least"), _("Inhabitants by the budget, at most"),
        _("Inhabitants by the invoice, at least"), _("Inhabitants by the invoice, at most"),
        _("Contribution: invoiced, or else budgeted"),
    ]  # fmt: skip
    write_table(places.check, headings, rows)
    make_bold(places.check, len(rows) + 1)


def _together(places: Places, book: MoneyBook) -> list[Value]:
    """The sum over the years of the agreement that holds in the chosen year."""
    last = FIRST_ROW + len(book.money.years) - 1
    year = places.names["year"]
    begin, end = (of_agreement(places, name, year) for name in ("first", "last"))
    years = f"$A${FIRST_ROW}:$A${last}"
    inside = f"({years}>={begin})*({years}<={end})"

    def total(letter: str) -> Formula:
        column = f"{letter}${FIRST_ROW}:{letter}${last}"
        known = f"SUMPRODUCT(ISNUMBER({column})*{inside})=SUMPRODUCT({inside})"
        added = f'SUMIFS({column},{years},">="&{begin},{years},"<="&{end})'
        agreed = f'AND({begin}<>"",{known})'
        return Formula(f'IFERROR(IF({agreed},ROUND({added},2),""),"")')

    label = _("Together, the agreement of the chosen year")
    return [label, None, None, *(total(letter) for letter in "DEFGH"), None, None, None, None, None]


def _less(left: str, right: str) -> str:
    return f'IF(OR({left}="",{right}=""),"",ROUND({left}-{right},6))'


def _implied(amount: str, rate: str) -> tuple[Formula, Formula]:
    """The fewest and the most inhabitants whose contribution rounds to the amount."""
    unknown = f'OR({amount}="",N({rate})=0)'
    half = f"IF({amount}=INT({amount}),0.5,0.005)"
    # Rounded before rounding up: a spreadsheet counts in binary, and 19 may come out as 19 + 1e-15.
    lowest = f"ROUNDUP(ROUND(({amount}-{half})/{rate},6),0)"
    highest = f"ROUNDUP(ROUND(({amount}+{half})/{rate},6),0)-1"
    fits = f"{lowest}<={highest}"
    return (
        Formula(f'IF({unknown},"",IF({fits},{lowest},""))', COUNT),
        Formula(f'IF({unknown},"",IF({fits},{highest},""))', COUNT),
    )


def write_budget(places: Places, book: MoneyBook) -> None:
    """A row per year: budget, spent, committed, left, and whether it is to be explained."""
    n = places.names
    yes, no, runs = (f'"{text}"' for text in (_("yes"), _("no"), _("still running")))
    rows: list[list[Value]] = []
    for row, year in enumerate(book.money.years, start=FIRST_ROW):
        at = f"$A{row}"
        sums = [sum_of_lines(places, at, kind) for kind in (c.BUDGETED, c.ACTUAL, c.COMMITMENT)]
        unknown = f'OR(B{row}="",C{row}="")'
        left = f'IF({unknown},"",ROUND(B{row}-C{row}-N(D{row}),2))'
        apart = f"ROUND(ABS(B{row}-C{row}),2)"
        due = f"AND({apart}>={n['euros']},{apart}>=ROUND({n['percent']}*ABS(B{row}),6))"
        bookings = f"COUNTIFS({n['line_year']},{at},{n['line_kind']},{word(c.ACTUAL)})"
        rows.append(
            [
                year,
                *(Formula(text) for text in sums),
                Formula(left) if year in book.money.settled_years else NOT_KNOWN,
                Formula(f'IF({unknown},"",IF(B{row}=0,"",C{row}/B{row}))', PERCENT),
                Formula(
                    f"IF({at}>={n['running']},{runs},IF({unknown},{no},IF({due},{yes},{no})))",
                    "@",
                ),
                Formula(bookings, COUNT),
            ]
        )
    headings = [
        _("Year"), _("Budget"), _("Spent"), _("Committed"), _("Left"), _("Spent of budget"),
        _("To be explained"), _("Bookings"),
    ]  # fmt: skip
    write_table(places.budget, headings, rows)


def write_months(places: Places, _book: MoneyBook) -> None:
    """What was booked in each month of the chosen year."""
    n = places.names
    actual = f"{n['line_year']},{n['year']},{n['line_kind']},{word(c.ACTUAL)}"
    rows: list[list[Value]] = []
    for row, month in enumerate(range(1, _MONTHS + 1), start=FIRST_ROW):
        booked = f"ROUND(SUMIFS({n['line_amount']},{actual},{n['line_month']},$A{row}),2)"
        rows.append([month, Formula(booked), Formula(f"SUM(B${FIRST_ROW}:B{row})")])
    write_table(places.months, [_("Month"), _("Booked"), _("Cumulative")], rows)
