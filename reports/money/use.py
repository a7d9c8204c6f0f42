"""40/60, the contribution per use, per theme, and that of every city, as formulas."""

from __future__ import annotations

import pandas as pd

from analysis.money.costs import cost_by_theme
from data import columns as c
from data.money.population import CBS_CODE, CERTAINTY, INHABITANTS, MUNICIPALITY, SOURCE
from reports.formulas import (
    COUNT,
    NOT_KNOWN,
    PERCENT,
    Formula,
    Number,
    Value,
    make_bold,
    write_table,
)
from reports.money.book import FIRST_ROW, MoneyBook, Places
from reports.money.checks import of_agreement
from reports.money.inputs import MEASURES, share_word
from texts import translate as _


def _sum_of_use(places: Places, column: str, **where: str) -> str:
    n = places.names
    chosen = ",".join(f"{n[f'use_{name}']},{value}" for name, value in where.items())
    return f"SUMIFS({n[f'use_{column}']},{chosen})"


def _word(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def write_split(places: Places, book: MoneyBook) -> None:
    """A row per year: what counts, the tailor-made part with its range, and all of it in euro."""
    rows = [
        _split_row(places, row, year) for row, year in enumerate(book.money.years, start=FIRST_ROW)
    ]
    headings = [
        _("Year"), _("General, uses"), _("Tailor-made, uses"), _("Records with hours"),
        _("General, hours"), _("Tailor-made, hours"), _("Sum of the squared hours"),
        _("Counted in"), _("General"), _("Tailor-made"), _("Worth so many equal records"),
        _("Tailor-made part"), _("At least (95%)"), _("At most (95%)"), _("Agreed"),
        _("Contribution"), _("General, as agreed"), _("Tailor-made, as agreed"),
        _("General, by use"), _("Tailor-made, by use"),
    ]  # fmt: skip
    write_table(places.split, headings, rows)


def _split_row(places: Places, row: int, year: int) -> list[Value]:
    n, at = places.names, f"$A{row}"
    general, tailored = (_word(share_word(share)) for share in (c.GENERAL, c.TAILORED))
    hours, uses = (_word(str(MEASURES[m])) for m in ("hours", "uses"))

    def both(column: str) -> str:
        parts = (_sum_of_use(places, column, year=at, share=s) for s in (general, tailored))
        return "+".join(parts)

    most = f"AND(B{row}+C{row}>0,D{row}>={n['most']}*(B{row}+C{row}))"
    z, p, k = n["z"], f"L{row}", f"K{row}"
    middle = f"({p}+{z}^2/(2*{k}))/(1+{z}^2/{k})"
    half = f"{z}*SQRT({p}*(1-{p})/{k}+{z}^2/(4*{k}^2))/(1+{z}^2/{k})"
    contribution = places.cell(places.check, "M", row)
    agreed = of_agreement(places, "general", at)
    return [
        year,
        Formula(_sum_of_use(places, "uses", year=at, share=general), COUNT),
        Formula(_sum_of_use(places, "uses", year=at, share=tailored), COUNT),
        Formula(both("given"), COUNT),
        Formula(_sum_of_use(places, "hours", year=at, share=general), "#,##0.00"),
        Formula(_sum_of_use(places, "hours", year=at, share=tailored), "#,##0.00"),
        Formula(both("squares"), "#,##0.00"),
        Formula(f"IF(AND({n['rule']}={hours},{most}),{hours},{uses})", "@"),
        Formula(f"IF(H{row}={hours},E{row},B{row})", "#,##0.00"),
        Formula(f"IF(H{row}={hours},F{row},C{row})", "#,##0.00"),
        Formula(
            f'IF(I{row}+J{row}=0,"",IF(H{row}={hours},(I{row}+J{row})^2/G{row},I{row}+J{row}))',
            "#,##0.00",
        ),
        Formula(f'IF(I{row}+J{row}=0,"",J{row}/(I{row}+J{row}))', PERCENT),
        Formula(f'IF({p}="","",MAX(0,{middle}-{half}))', PERCENT),
        Formula(f'IF({p}="","",MIN(1,{middle}+{half}))', PERCENT),
        Formula(of_agreement(places, "tailored", at), PERCENT),
        Formula(contribution),
        Formula(f'IF(OR(P{row}="",{agreed}=""),"",ROUND(P{row}*{agreed},2))'),
        Formula(f'IF(Q{row}="","",ROUND(P{row}-Q{row},2))'),
        Formula(f'IF(OR(P{row}="",{p}=""),"",ROUND(P{row}*I{row}/(I{row}+J{row}),2))'),
        Formula(f'IF(S{row}="","",ROUND(P{row}-S{row},2))'),
    ]


def write_costs(places: Places, book: MoneyBook) -> None:
    """A row per year: the contribution of the whole municipality per use and per hour."""
    n = places.names
    rows: list[list[Value]] = []
    for row, year in enumerate(book.money.years, start=FIRST_ROW):
        at = f"$A{row}"
        sums = (_sum_of_use(places, name, year=at) for name in ("uses", "given", "hours"))
        uses, given, hours = sums
        most = f"AND(C{row}>0,D{row}>={n['most']}*C{row},E{row}>0)"
        costs = (
            Formula(f'IF(OR(B{row}="",C{row}=0),"",ROUND(B{row}/C{row},2))'),
            Formula(f'IF(B{row}="","",IF({most},ROUND(B{row}/E{row},2),""))'),
        )
        rows.append(
            [
                year,
                Formula(places.cell(places.check, "M", row)),
                Formula(uses, COUNT),
                Formula(given, COUNT),
                Formula(hours, "#,##0.00"),
                *(costs if year in book.money.whole_years else (NOT_KNOWN, NOT_KNOWN)),
            ]
        )
    headings = [
        _("Year"), _("Contribution"), _("Uses"), _("Records with hours"), _("Hours"),
        _("Per use"), _("Per hour"),
    ]  # fmt: skip
    write_table(places.costs, headings, rows)


def write_themes(places: Places, book: MoneyBook) -> None:
    """The contribution of the chosen year over the themes, to the cent, by the chosen rule."""
    usage = book.money.usage[book.money.usage[c.YEAR] == book.money.year]
    frame, measure = cost_by_theme(usage, 0, book.money.rule)  # the order of the page
    last = FIRST_ROW + len(frame) - 1
    place = book.money.years.index(book.money.year) + FIRST_ROW
    contribution = f"N({places.cell(places.check, 'M', place)})"
    n = places.names
    rows: list[list[Value]] = []
    for row, theme in enumerate(frame[c.THEME], start=FIRST_ROW):
        column = "hours" if measure == "hours" else "uses"
        # Not SUMIFS: that would read a name such as `*x*` or `>5` as a pattern or a comparison.
        of_theme = f"({n['use_year']}={n['year']})*({n['use_theme']}=$A{row})"
        weight = f"SUMPRODUCT({of_theme}*{n[f'use_{column}']})"
        exact = f"ROUND({contribution}*100*B{row}/SUM(B${FIRST_ROW}:B${last}),6)"
        left = f"ROUND({contribution}*100,0)-SUM(E${FIRST_ROW}:E${last})"
        rank = f'COUNTIF(F${FIRST_ROW}:F${last},">"&F{row})+COUNTIF(F${FIRST_ROW}:F{row},F{row})'
        rows.append(
            [
                str(theme),
                Formula(weight, "#,##0.00"),
                Formula(f"B{row}/SUM(B${FIRST_ROW}:B${last})", PERCENT),
                Formula(exact, "0.000000"),
                Formula(f"INT(D{row})", "0"),
                Formula(f"ROUND(D{row}-E{row},6)", "0.000000"),
                Formula(f"IF({rank}<={left},1,0)", "0"),
                Formula(f"(E{row}+G{row})/100"),
            ]
        )
    if rows:  # of no rows at all a sum would add up itself
        added = [Formula(f"SUM({letter}{FIRST_ROW}:{letter}{last})", f) for letter, f in
                 (("B", "#,##0.00"), ("C", PERCENT))]  # fmt: skip
        total = Formula(f"SUM(H{FIRST_ROW}:H{last})")
        rows.append([_("Together"), *added, None, None, None, None, total])
    headings = [
        _("Theme"), _("Weight, in {what}").format(what=MEASURES[measure]), _("Part"),
        _("Cents, exact"), _("Cents, whole"), _("Rest"), _("Cent of the rest"), _("Allocated"),
    ]  # fmt: skip
    write_table(places.themes, headings, rows)
    make_bold(places.themes, len(rows) + 1)


def write_cities(places: Places, book: MoneyBook) -> None:
    """Every city at the rate, and their sum beside the stated total."""
    cities = book.population[book.population["year"] == book.cities_year]
    n = places.names
    rows: list[list[Value]] = [
        [
            row[MUNICIPALITY], row[CBS_CODE],
            Number(None if pd.isna(row[INHABITANTS]) else int(row[INHABITANTS]), COUNT),
            Formula(f'IF(C{place}="","",C{place}*{n["cities_rate"]})'),
            row[CERTAINTY], row[SOURCE],
        ]
        for place, row in enumerate(cities.to_dict("records"), start=FIRST_ROW)
    ]  # fmt: skip
    last = FIRST_ROW + len(rows) - 1
    column = f"C{FIRST_ROW}:C{last}"
    together, stated = last + 1, last + 2
    totals: list[list[Value]] = [
        [_("Together"), None, Formula(f"SUM({column})", COUNT),
         Formula(f"SUM(D{FIRST_ROW}:D{last})"), None, None],
        [_("Stated in the decision"), None, None,
         Formula(f'IF({n["cities_total"]}="","",{n["cities_total"]})'), None, None],
        [_("Difference"), None, None,
         Formula(f'IF(OR(D{stated}="",COUNT({column})<ROWS({column})),"",D{together}-D{stated})'),
         None, _("The decision does not explain it.")],
    ]  # fmt: skip
    rows += totals if rows else []  # of no rows at all a sum would add up itself
    headings = [
        _("City"), _("CBS code"), _("Inhabitants"), _("Contribution"), _("Certainty"), _("Source"),
    ]  # fmt: skip
    write_table(places.cities, headings, rows)
    for row in range(together, len(rows) + FIRST_ROW):
        make_bold(places.cities, row)
