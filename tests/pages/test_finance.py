"""A finance export on the page: shown with its totals and rule, and changed before it is stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.finance import load_rule
from data.storing.frames import load_budget, load_changes
from data.storing.store import Store
from data.values.finance_rule import Rule
from tests.data.finance.workbooks import NOBODY, exact
from tests.pages import reading
from tests.pages.reading import drop, press

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
HEAD = "Grootboekrekening;Omschrijving;Debet;Credit"


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def texts(page: AppTest) -> str:
    return reading.texts(page).replace("\u00a0", " ")


def balance(*lines: str, name: str = "balans 2019.csv") -> tuple[str, bytes]:
    return name, "\n".join((HEAD, *lines)).encode()


def rule_of(store: Store) -> Rule:
    with store.reading() as connection:
        return load_rule(connection)


def choose(page: AppTest, label: str, value: object) -> AppTest:
    (box,) = [box for box in page.selectbox if box.label == label]
    box.set_value(value).run()
    assert not page.exception
    return page


def test_shows_format_totals_and_both_sides_of_the_rule(page: AppTest) -> None:
    found = exact()
    shown = texts(drop(page, (found.file_name, found.content)))
    assert "Herkend als: boekingen uit Exact Online." in shown
    assert "3 totalen uit het bestand, gecontroleerd" in shown
    assert "Regels over Platform31: 2 (werkelijk € 22.012,50)" in shown
    assert "Andere regels: 3 (werkelijk € 300,00)" in shown
    tables = [table.value.to_string() for table in page.dataframe]
    assert NOBODY in "".join(tables)  # seen, and not stored


def test_a_turned_sign_is_said_and_can_be_turned_back(page: AppTest, store: Store) -> None:
    drop(page, balance("4431;Contributie Platform31;-20.762,00;", "Totaal;;20.762,00;"))
    assert "tellen op tot € -20.762,00; het totaal in rij 3 (“Debet”) zegt € 20.762,00" in texts(
        page
    )
    choose(page, "Lasten zijn in dit bestand", -1)
    assert "U hebt het teken omgedraaid" in texts(page)
    press(page, "Opslaan")
    assert load_budget(store)["amount"].tolist() == [20762.0]


def test_a_year_that_stands_nowhere_is_asked(page: AppTest, store: Store) -> None:
    drop(page, balance("4431;Contributie Platform31;20.762,00;", name="balans.csv"))
    assert "Het boekjaar staat nergens" in str([table.value for table in page.table]) + texts(page)
    (year,) = [box for box in page.number_input if box.label == "Boekjaar"]
    year.set_value(2021).run()
    assert "Het jaar 2021 hebt u zelf ingevuld." in texts(page)
    press(page, "Opslaan")
    assert load_budget(store)["year"].tolist() == [2021]


def test_the_rule_is_changed_and_remembered(page: AppTest, store: Store) -> None:
    drop(page, balance("4431;Contributie;20.762,00;", "4432;Overig;10,00;"))
    assert "gaat geen enkele regel over Platform31" in texts(page)
    (accounts,) = [box for box in page.multiselect if box.label == "Grootboekrekening is"]
    accounts.set_value(["4431"])
    press(page, "Filterregel onthouden")
    assert rule_of(store).values("account") == ["4431"]
    assert "Regels over Platform31: 1 (werkelijk € 20.762,00)" in texts(page)
    press(page, "Opslaan")
    assert load_budget(store)["amount"].tolist() == [20762.0]
    assert load_changes(store)["subject"].tolist() == ["upload", "finance_rule"]


def test_a_rule_that_changes_earlier_uploads_says_so_first(page: AppTest, store: Store) -> None:
    drop(page, balance("4431;Contributie Platform31;20.762,00;", "4432;Overig;10,00;"))
    press(page, "Opslaan")
    drop(page, balance("4440;Iets anders;1,00;", name="balans 2020.csv"))
    (accounts,) = [box for box in page.multiselect if box.label == "Grootboekrekening is"]
    accounts.set_value(["4432"])
    press(page, "Filterregel onthouden")
    assert rule_of(store).values("account") == []
    assert "tellen van 1 eerdere upload andere regels mee" in texts(page)
    (table,) = [x.value for x in page.dataframe if "Regels nu" in x.value]
    assert table[["Regels nu", "Regels straks"]].to_numpy().tolist() == [[1, 2]]
    assert [x.replace("\u00a0", " ") for x in table["Bedrag straks"]] == ["€ 20.772,00"]
    press(page, "Ook eerdere uploads wijzigen")
    assert rule_of(store).values("account") == ["4432"]
    assert sorted(load_budget(store)["amount"]) == [10.0, 20762.0]
    assert "andere regels mee" not in texts(page)
