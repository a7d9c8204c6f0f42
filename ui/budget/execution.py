"""Budget against actual: through the years, and in the year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from analysis.money import execution
from analysis.money.euros import in_cents, in_euros
from analysis.money.execution import YearResult
from data import columns as c
from reports.money import words as money_words
from texts import ngettext
from texts import translate as _
from ui.budget import budget_choices
from ui.budget.budget_data import Money, ready
from ui.figures.bullet import bullet
from ui.figures.waterfall import waterfall
from ui.figures.year_line import year_line
from ui.shared import formats
from ui.shared.chart import Chart, budget_source_line, show_chart
from ui.shared.safe import escape_markdown


def show_execution(money: Money) -> None:
    """The years as a bullet chart, the year as a waterfall, then the months of it."""
    if money.lines.empty:
        st.info(_("No budget lines were read in yet. Read in the export of the finance system."))
        return
    grid = st.grid(2, min_column_width=380, gap="large")
    with grid.cell():
        show_chart(ready(money, _years_chart))
    with grid.cell():
        if money.result.remainder is not None:
            show_chart(ready(money, _year_chart))
        else:
            st.info(escape_markdown(_not_settled(money)))
    st.markdown(escape_markdown(_threshold_in_words(money)))
    _show_months(money)


def _not_settled(money: Money) -> str:
    """Why it is not said what is left of the year."""
    if not money.result.over:
        return _("{year} is not over: what is left is not known yet.").format(year=money.year)
    if money.result.unknown_posts:
        return ngettext(
            "Of {n} budget line of {year} it is unknown what was spent, and so what is left.",
            "Of {n} budget lines of {year} it is unknown what was spent, and so what is left.",
            money.result.unknown_posts,
        ).format(n=formats.number(money.result.unknown_posts), year=money.year)
    return _("Of {year} budget or spending is missing.").format(year=money.year)


def years_table(money: Money) -> pd.DataFrame:
    """Budget, spent, committed, left and what is to be explained, a row per year."""
    return pd.DataFrame(
        [
            {
                _("Year"): str(result.year),
                _("Budget"): _exact(result.budget),
                _("Spent"): _exact(result.actual),
                _("Committed"): _exact(result.commitment),
                _("Left"): _exact(result.remainder),
                _("Spent of budget"): formats.percent(
                    result.actual / result.budget if result.actual and result.budget else None
                ),
                _("To be explained"): _due_in_words(money, result),
                _("Bookings"): result.bookings,
            }
            for result in money.results
        ]
    )


def _years_chart(money: Money) -> Chart:
    explained = [str(result.year) for result in money.results if _due(money, result)]
    if explained:
        title = _("Difference to be explained in {years}.").format(years=", ".join(explained))
    elif all(result.budget is None or result.actual is None for result in money.results):
        title = _("Of no year both the budget and what was spent are known.")
    else:
        title = _("No year differs enough from its budget to need explaining.")
    named = "; ".join(
        _("{year}: {actual} of {budget}").format(
            year=r.year, actual=money_words.cents(r.actual), budget=money_words.cents(r.budget)
        )
        for r in money.results
    )
    return Chart(
        key="budget_years",
        title=title,
        figure=bullet(_frame(money.results), chosen=money.year),
        table=years_table(money),
        units=_("euro"),
        n=len(money.lines),
        alt=" ".join([_("Bars with a mark for the budget."), title, named]),
        source=budget_source_line(),
    )


def _year_chart(money: Money) -> Chart:
    result = money.result
    budget, left = _("Budget"), _("Left")
    steps = {budget: _step(result.budget), _("Spent"): -_step(result.actual)}
    if result.commitment:
        steps[_("Committed")] = -_step(result.commitment)
    steps[left] = _step(result.remainder)
    title = _("{year}: from budget to what is left.").format(year=money.year)
    of_year = money.lines[money.lines[c.YEAR] == money.year]
    return Chart(
        key="budget_year",
        title=title,
        figure=waterfall(
            pd.DataFrame({"name": list(steps), "value": list(steps.values())}),
            ends={budget, left},
        ),
        table=lines_table(of_year, money.fixed.loc[of_year.index]),
        units=_("euro"),
        n=len(of_year),
        alt=" ".join(
            [
                _("Waterfall."),
                *(f"{name}: {formats.money(value)}." for name, value in steps.items()),
            ]
        ),
        source=budget_source_line(),
    )


def lines_table(lines: pd.DataFrame, fixed: pd.Series) -> pd.DataFrame:
    """The budget lines themselves, each with whether it counts as the contribution."""
    kinds = {c.BUDGETED: _("Budget"), c.ACTUAL: _("Spent"), c.COMMITMENT: _("Committed")}
    return pd.DataFrame(
        {
            _("Year"): lines[c.YEAR].astype(str),
            _("Kind"): lines[c.BUDGET_KIND].astype(str).map(kinds),
            _("Description"): lines[c.DESCRIPTION].astype("str").fillna(""),
            _("Account"): lines[c.ACCOUNT].astype("str").fillna(""),
            _("Amount"): _euros(in_cents(lines)),
            _("Counts as contribution"): fixed.map({True: _("yes"), False: _("no")}),
            _("File"): lines[c.FILE].astype("str"),
            _("Row"): lines[c.ROW],
        }
    )


def _due(money: Money, result: YearResult) -> bool:
    """Whether the year is over and is to be explained, by the limits of the municipality."""
    settings = money.settings
    return result.needs_explaining(
        percent=settings.explain_from_percent, euros=settings.explain_from_euros
    )


def _due_in_words(money: Money, result: YearResult) -> str:
    if not result.over:
        return _("still running")
    return _("yes") if _due(money, result) else _("no")


def _frame(results: Sequence[YearResult]) -> pd.DataFrame:
    """The years in euros for a figure; None where a year is unknown."""
    rows = [(r.year, _place(r.budget), _place(r.actual), _place(r.commitment)) for r in results]
    return pd.DataFrame(rows, columns=["year", "budget", "actual", "commitment"], dtype=object)


def _threshold_in_words(money: Money) -> str:
    settings = money.settings
    return _(
        "A difference with the budget is explained from {percent} on, unless it is less than "
        "{amount}. The municipality can set both limits."
    ).format(
        percent=formats.percent(settings.explain_from_percent / 100),
        amount=formats.money(settings.explain_from_euros, cents=False),
    )


def _show_months(money: Money) -> None:
    """What was booked through the year, with where it is heading when that can be said."""
    count, cents = execution.undated(money.lines, money.year)
    if ready(money, _months).empty:
        st.caption(
            _("The bookings of {year} have no month, so there is no line through the year.").format(
                year=money.year
            )
        )
        return
    until = budget_choices.month_choice(_last_known_month(money))
    show_chart(ready(money, _months_chart, until))
    if count:
        text = ngettext(
            "{n} booking ({amount}) has no month and is not in this line.",
            "{n} bookings ({amount}) have no month and are not in this line.",
            count,
        )
        st.caption(
            escape_markdown(text.format(n=formats.number(count), amount=money_words.cents(cents)))
        )


def _last_known_month(money: Money) -> int:
    """The month of the last booking, or December of a year that is over."""
    last = execution.last_month(money.lines, money.year)
    return execution.MONTHS if last is None or money.result.over else last


def _months(money: Money) -> pd.DataFrame:
    return execution.through_the_year(money.lines, money.year)


def _months_chart(money: Money, until: int) -> Chart:
    frame = _months(money)
    booked = int(frame.loc[frame["month"] <= until, "cumulative"].iloc[-1])
    title = _("Booked up to and including {month} {year}: {amount}.").format(
        month=formats.month_name(until), year=money.year, amount=money_words.cents(booked)
    )
    euros = frame.assign(cumulative=frame["cumulative"] / 100)
    return Chart(
        key="budget_months",
        title=title,
        figure=year_line(euros, until=until, budget=_place(money.result.budget)),
        table=pd.DataFrame(
            {
                _("Month"): [formats.month_name(month) for month in frame["month"]],
                _("Booked"): _euros(frame["booked"]),
                _("Cumulative"): _euros(frame["cumulative"]),
            }
        ),
        units=_("euro"),
        n=int((money.lines[c.BUDGET_KIND] == c.ACTUAL).sum()),
        alt=" ".join([_("Line through the year."), title]),
        source=budget_source_line(),
    )


def _euros(cents: pd.Series) -> pd.Series:
    """Cents as exact amounts."""
    return pd.Series([in_euros(value) for value in cents], index=cents.index, dtype=object)


def _exact(cents: int | None) -> Decimal | None:
    return None if cents is None else in_euros(cents)


def _place(cents: int | None) -> float | None:
    """Cents as a place on an axis."""
    return None if cents is None else cents / 100


def _step(cents: int | None) -> float:
    """Cents as a step of a waterfall."""
    return (cents or 0) / 100
