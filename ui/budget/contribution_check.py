"""The contribution check, year by year, and what the rate would give on later counts."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from analysis.money.contribution import Range, YearCheck, contribution, over_years
from data import columns as c
from data.money.population import CERTAINTY, INHABITANTS, SOURCE
from reports.money import words as money_words
from texts import translate as _
from ui.budget.budget_data import Money, ready
from ui.budget.contribution_lines import show_contribution_lines
from ui.figures.waterfall import waterfall
from ui.shared import formats
from ui.shared.chart import Chart, budget_source_line, show_on_demand, show_table
from ui.shared.labels import value_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import ReadyTable, rows_of


def show_check(money: Money) -> None:
    """Budgeted, calculated and invoiced beside each other, with what each amount implies."""
    checks = list(money.term_checks)
    check = next((check for check in checks if check.year == money.year), None)
    drawn = check is not None and check.budgeted is not None and check.calculated is not None
    chart = ready(money, _check_chart, check.year) if check and drawn else None
    if chart:
        st.subheader(escape_markdown(chart.title), anchor=False)
    show_table(ready(money, _ready_checks), alt=_("The contribution check"))
    if chart:
        show_on_demand(chart)
    st.caption(_("An empty cell is unknown; nothing is filled in by a guess."))
    show_contribution_lines(money)
    with st.expander(_("What the rate would give on the inhabitants of each year")):
        st.caption(
            _(
                "Whether the contribution follows the inhabitants every year is not known: the "
                "decision does not say so. This is a calculation, not a claim."
            )
        )
        alt = _("The rate times the inhabitants of each year")
        show_table(ready(money, _ready_following), alt=alt)


def _ready_checks(money: Money) -> ReadyTable:
    return ReadyTable.of(check_table(list(money.term_checks)))


def _ready_following(money: Money) -> ReadyTable:
    return ReadyTable.of(following_table(money))


def check_table(checks: list[YearCheck]) -> pd.DataFrame:
    """A row per year and a last row for all of them together; unknown stays empty."""
    rows = [
        {
            _("Year"): str(check.year),
            _("Budgeted"): check.budgeted,
            _("Rate × inhabitants"): check.calculated,
            _("Difference"): check.difference,
            _("Invoiced"): check.invoiced,
            _("Invoiced less calculated"): check.invoice_difference,
            _("Inhabitants by the budget"): _implied(
                check, check.budgeted, check.implied_by_budget
            ),
            _("Inhabitants by the invoice"): _implied(
                check, check.invoiced, check.implied_by_invoice
            ),
        }
        for check in checks
    ]
    whole: dict[str, object] = {
        _("Year"): _("Together"),
        _("Budgeted"): over_years(check.budgeted for check in checks),
        _("Rate × inhabitants"): over_years(check.calculated for check in checks),
        _("Difference"): over_years(check.difference for check in checks),
        _("Invoiced"): over_years(check.invoiced for check in checks),
        _("Invoiced less calculated"): over_years(check.invoice_difference for check in checks),
        _("Inhabitants by the budget"): "",
        _("Inhabitants by the invoice"): "",
    }
    return pd.DataFrame([*rows, whole])


def following_table(money: Money) -> pd.DataFrame:
    """The inhabitants of the municipality on 1 January of each year, times the rate."""
    rate = money.agreement.rate if money.agreement else None
    rows = rows_of(money.city_population)
    return pd.DataFrame(
        {
            _("Year"): [str(row["year"]) for row in rows],
            _("Inhabitants"): [_count(row[INHABITANTS]) for row in rows],
            _("Rate × inhabitants"): [
                contribution(rate, None if pd.isna(row[INHABITANTS]) else int(row[INHABITANTS]))
                for row in rows
            ],
            _("Certainty"): [certainty_label(row[CERTAINTY]) for row in rows],
            _("Source"): [row[SOURCE] for row in rows],
        }
    )


def certainty_label(certainty: str) -> str:
    """How certain a number of inhabitants is, in words; of an unknown number: unknown."""
    return value_label(CERTAINTY, certainty) if certainty else _("unknown")


def _implied(check: YearCheck, amount: Decimal | None, implied: Range | None) -> str:
    return "" if amount is None or check.rate is None else money_words.range_in_words(implied)


def _count(value: object) -> str:
    return "" if pd.isna(value) else formats.number(int(value))  # type: ignore[call-overload]


def _check_chart(money: Money, year: int) -> Chart:
    (check,) = (check for check in money.term_checks if check.year == year)
    budgeted, calculated = _("Budgeted"), _("Rate × inhabitants")
    steps = {
        budgeted: check.budgeted, _("Difference"): check.difference, calculated: check.calculated,
    }  # fmt: skip
    if check.invoiced is not None:
        steps[_("Invoiced less calculated")] = check.invoice_difference
        steps[_("Invoiced")] = check.invoiced
    title = money_words.contribution_in_words(check)
    named = (f"{name}: {formats.money(value)}." for name, value in steps.items())
    figure = waterfall(
        pd.DataFrame(
            {"name": list(steps), "value": [float(value or 0) for value in steps.values()]}
        ),
        ends={budgeted, calculated, _("Invoiced")},
    )
    stated = money.agreement.stated.get("contribution") if money.agreement else None
    sources = [_("Source: {source}.").format(source=stated.source)] if stated else []
    invoices = int((money.fixed & (money.lines[c.YEAR] == year)).sum())
    if invoices:
        sources.append(budget_source_line())
    return Chart(
        key="contribution_check",
        title=title,
        figure=figure,
        table=pd.DataFrame({_("What"): list(steps), _("Amount"): list(steps.values())}),
        units=_("euro a year"),
        n=invoices or None,
        alt=" ".join([_("Waterfall."), title, *named]),
        source=" ".join(sources),
    )
