"""All G40 cities: what each would pay at the rate, and the sum beside the stated total."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from analysis.money.cities import all_cities, by_city
from data.money.agreements import decision, stated_total
from data.money.population import CBS_CODE, CERTAINTY, INHABITANTS, MUNICIPALITY, SOURCE
from data.storing.money import load_population_history
from data.storing.versions import AGREEMENTS
from reports.money import words as money_words
from texts import translate as _
from ui.budget import budget_choices
from ui.budget.budget_data import Money, ready
from ui.budget.contribution_check import certainty_label
from ui.budget.stated_figures import edit_inhabitants, may_state
from ui.figures.bars import bars
from ui.shared import formats, loaders
from ui.shared.chart import Chart, excel_button, show_chart
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of, with_money


def show_cities(money: Money) -> None:
    """One city, then all of them, then the sum beside the total of the decision."""
    terms = decision()
    rate = (money.agreement.rate if money.agreement else None) or terms.rate
    if rate is None:
        return
    with st.container(horizontal=True):
        code = budget_choices.city_choice(money.municipality)
        year = budget_choices.count_year_choice(counted_years(money), terms.first_year)
    cities = ready(money, _cities, year, rate)
    st.markdown(escape_markdown(city_in_words(cities, code, year, rate)))
    show_chart(ready(money, _sum_chart, year, rate))
    table, shown = ready(money, _cities_tables, year, rate)
    st.dataframe(
        shown, hide_index=True, height=390,
        column_config={
            _("Inhabitants"): st.column_config.NumberColumn(format="localized"),
            _("Contribution"): st.column_config.Column(alignment="right"),
        },
        alt=_("Inhabitants and contribution of each city"),
    )  # fmt: skip
    title = _("Contribution of all G40 cities, {year}").format(year=year)
    excel_button("cities", lambda: {title: table}, title=title, notes=[_cbs()])
    st.caption(_("Inhabitants on 1 January: CBS, licence CC BY 4.0. Unknown stays empty."))
    if may_state():
        with st.expander(_("Fill in a number of inhabitants")):
            edit_inhabitants(code, year)
    history = loaders.loaded("population history", (AGREEMENTS,), load_population_history)
    if len(history):
        with st.expander(_("Inhabitants that were filled in")):
            st.dataframe(
                history_table(history), hide_index=True, alt=_("Inhabitants that were filled in")
            )


def _cities(money: Money, year: int, rate: Decimal) -> pd.DataFrame:
    return by_city(money.population, year, rate)


def _cities_tables(money: Money, year: int, rate: Decimal) -> tuple[pd.DataFrame, pd.DataFrame]:
    """As it goes into Excel, and as it is shown."""
    table = cities_table(_cities(money, year, rate))
    return table, with_money(table)


def counted_years(money: Money) -> list[int]:
    """The years of which the inhabitants of any city are known, the last one first."""
    counted = money.population[money.population[INHABITANTS].notna()]
    return sorted({int(year) for year in counted["year"]}, reverse=True)


def city_in_words(cities: pd.DataFrame, code: str, year: int, rate: Decimal) -> str:
    """What one city would pay in the year."""
    row = rows_of(cities[cities[CBS_CODE] == code])[0]
    if row["contribution"] is None:
        return _("Of {city} the number of inhabitants in {year} is unknown.").format(
            city=row[MUNICIPALITY], year=year
        )
    return _("{city}: {inhabitants} inhabitants on 1 January {year} × {rate} = {amount}.").format(
        city=row[MUNICIPALITY], inhabitants=formats.number(row[INHABITANTS]), year=year,
        rate=formats.rate(rate), amount=formats.money(row["contribution"]),
    )  # fmt: skip


def cities_table(cities: pd.DataFrame) -> pd.DataFrame:
    """A row per city: code, name, inhabitants, contribution, certainty and source."""
    return pd.DataFrame(
        {
            _("City"): cities[MUNICIPALITY],
            _("CBS code"): cities[CBS_CODE],
            _("Inhabitants"): cities[INHABITANTS],
            _("Contribution"): cities["contribution"],
            _("Certainty"): [certainty_label(value) for value in cities[CERTAINTY]],
            _("Source"): cities[SOURCE],
        }
    )


def history_table(history: pd.DataFrame) -> pd.DataFrame:
    """Every number of inhabitants that was filled in here, the newest first."""
    rows = rows_of(history)
    return pd.DataFrame(
        {
            _("When"): [formats.moment(row["edited_at"]) for row in rows],
            _("Who"): [row["user"] or _("not signed in") for row in rows],
            _("City"): [row[MUNICIPALITY] for row in rows],
            _("Year"): [str(row["year"]) for row in rows],
            _("Inhabitants"): [
                _("unknown") if pd.isna(row[INHABITANTS]) else formats.number(row[INHABITANTS])
                for row in rows
            ],
            _("Source"): [row[SOURCE] for row in rows],
        }
    )


def _sum_chart(money: Money, year: int, rate: Decimal) -> Chart:
    found = all_cities(money.population, year, rate, stated_total(money.municipality))
    title = money_words.all_cities_in_words(found, rate)
    name = _("{known} cities × {rate}").format(
        known=formats.number(found.known), rate=formats.rate(rate)
    )
    values = {name: found.contribution}
    if found.total is not None:
        values[_("Stated in the decision")] = found.total
    frame = pd.DataFrame({"what": list(values), "value": [float(v) for v in values.values()]})
    return Chart(
        key="all_cities",
        title=title,
        figure=bars(
            frame, category="what", unit="",
            shown=lambda value: formats.money(value, cents=False),
        ),
        table=pd.DataFrame({_("What"): list(values), _("Amount"): list(values.values())}),
        units=_("euro"),
        n=None,
        alt=" ".join([_("Bar chart."), title]),
        note="" if found.total is None
        else _("The decision rounds its total and does not say whether it is per year."),
        source=_cbs(),
    )  # fmt: skip


def _cbs() -> str:
    return _("Source of the inhabitants: CBS, licence CC BY 4.0; of the total: the decision.")
