"""Everything on the page Budget as a workbook that recomputes itself."""

from __future__ import annotations

from decimal import Decimal

from data.money.agreements import decision, stated_total
from data.money.population import CERTAINTY
from reports.money.book import MoneyBook
from texts import clock
from texts import translate as _
from ui.budget import budget_choices
from ui.budget.agreement_form import NAMES
from ui.budget.budget_data import Money, ready
from ui.budget.cities import counted_years
from ui.budget.contribution_check import certainty_label
from ui.shared.chart import budget_source_line, file_name, source_line
from ui.shared.offering import offer


def show_download(money: Money) -> None:
    """A button; the workbook is made once it is asked for."""
    cities_year = _cities_year(money)

    def make() -> bytes:
        from reports.money.workbook import money_workbook

        notes = [budget_source_line(), source_line()]
        book = money_book(money, cities_year)
        return money_workbook(book, notes=[note for note in notes if note])

    title = _("Budget of Platform31, {municipality}, {year}").format(
        municipality=money.called, year=money.year
    )
    offer(_("Everything as Excel, with formulas"), make, file_name(title), key="budget_book")


def _cities_year(money: Money) -> int:
    """The year of the count as it is chosen on the page."""
    years, first = ready(money, counted_years), decision().first_year
    return budget_choices.now(budget_choices.COUNT_YEAR, years, first)


def money_book(money: Money, cities_year: int | None = None) -> MoneyBook:
    """What the workbook is made of; `cities_year` is the count by which cities are compared."""
    terms = decision()
    return MoneyBook(
        money=money,
        population=money.population.assign(
            certainty=[certainty_label(value) for value in money.population[CERTAINTY]]
        ),
        cities_year=cities_year or terms.first_year,
        cities_rate=(money.agreement.rate if money.agreement else None) or terms.rate or Decimal(0),
        cities_total=stated_total(money.municipality),
        figure_names={name: str(label) for name, label in NAMES.items()},
        today=clock.today(),
    )
