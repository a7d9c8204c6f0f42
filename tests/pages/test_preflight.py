"""Before storing: rows that are stored already, and what is unlike the year before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.frames import load_batches, load_usage
from data.storing.store import Store
from tests.pages.reading import drop, listing, press, texts

JAN = ["09-01-2019", "Jeugd", "Wonen", "advies", 2]
FEB = ["09-02-2019", "Jeugd", "Wonen", "advies", 3]
MAR = ["09-03-2019", "Zorg", "Wonen", "advies", 4]
APR = ["09-04-2019", "Zorg", "Wonen", "advies", 5]
PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
QUESTION = "Wat moet er gebeuren met de rijen die er al staan?"


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def store_file(page: AppTest, name: str, *rows: list[Any]) -> AppTest:
    return press(press(drop(page, (name, listing(list(rows)))), "Opslaan"), "Sluiten")


def question(page: AppTest) -> Any:
    found = [radio for radio in page.radio if radio.label == QUESTION]
    return found[0] if found else None


def days(store: Store) -> list[str]:
    return load_usage(store)["date"].dt.strftime("%m").tolist()


def test_a_file_that_has_nothing_in_common_raises_no_question(page: AppTest) -> None:
    store_file(page, "a.csv", JAN, FEB)
    drop(page, ("b.csv", listing([MAR, APR])))
    assert question(page) is None
    assert "Rijen die er al staan" not in texts(page)


def test_a_list_that_has_grown_is_skipped_as_far_as_it_is_known(
    page: AppTest, store: Store
) -> None:
    store_file(page, "jan.csv", JAN, FEB)
    drop(page, ("feb.csv", listing([JAN, FEB, MAR])))
    said = texts(page)
    assert "Van de 3 gelezen rijen staan er 2 al in upload 1." in said
    assert question(page).value == "skip"
    assert question(page).options == [
        "Overslaan (aanbevolen)", "Upload 1 vervangen door dit bestand", "Dubbel opslaan",
    ]  # fmt: skip
    assert tables_with(page, "Naast dit bestand")[0].to_numpy().tolist() == [
        ["1: jan.csv", "2 gelijk, 0 gewijzigd, 0 verdwenen; 1 nieuw in dit bestand"]
    ]
    press(page, "Opslaan")
    assert days(store) == ["01", "02", "03"]
    line = load_batches(store).iloc[0]
    assert line[["rows", "accepted", "skipped"]].tolist() == [3, 1, 2]


def tables_with(page: AppTest, heading: str) -> list[Any]:
    found = [element.value for element in (*page.table, *page.dataframe)]
    return [table.replace(r"\\", "", regex=True) for table in found if heading in table.columns]


def test_a_newer_version_of_a_list_takes_its_place_and_says_what_differs(
    page: AppTest, store: Store
) -> None:
    store_file(page, "oud.csv", JAN, FEB, MAR, APR, ["01-05-2019", "Zorg", "Wonen", "advies", 1])
    changed = [*FEB[:4], 8]
    drop(page, ("nieuw.csv", listing([JAN, changed, MAR, APR])))
    assert question(page).value == "replace"
    (table,) = tables_with(page, "Verschil")
    assert table[["Rij", "Verschil"]].to_numpy().tolist() == [
        ["09-02-2019, Jeugd, Wonen", "Uren: was 3, wordt 8"],
        ["01-05-2019, Zorg, Wonen", "verdwenen"],
    ]
    press(page, "Opslaan")
    assert days(store) == ["01", "02", "03", "04"]
    assert load_usage(store)["hours"].tolist() == [2, 8, 4, 5]
    assert "vervangt upload 1" in texts(page)
    page.button(key="upload_undo_list_2").click()
    page.run()
    assert load_usage(store)["hours"].tolist() == [2, 3, 4, 5, 1]


def test_storing_twice_has_to_be_chosen(page: AppTest, store: Store) -> None:
    store_file(page, "a.csv", JAN)
    drop(page, ("b.csv", listing([JAN, FEB])))
    question(page).set_value("keep")
    press(page.run(), "Opslaan")
    assert days(store) == ["01", "01", "02"]


def test_a_file_without_anything_new_cannot_be_stored_by_accident(
    page: AppTest, store: Store
) -> None:
    store_file(page, "a.csv", JAN, FEB)
    drop(page, ("b.csv", listing([FEB])))
    assert "De enige gelezen rij staat al in upload 1. Er valt niets op te slaan." in texts(page)
    assert "Vergelijken met wat er al staat, of toch opslaan" in texts(page)
    assert "Deze lijst gaat over" not in [radio.label for radio in page.radio]
    labels = [button.label for button in page.button]
    assert "Opslaan" not in labels
    assert "Sluiten" in labels
    question(page).set_value("keep")
    press(page.run(), "Opslaan")
    assert days(store) == ["01", "02", "02"]


def test_two_files_with_the_same_rows_stored_together_raise_the_question_after_all(
    page: AppTest, store: Store
) -> None:
    drop(page, ("a.csv", listing([JAN, FEB])), ("b.csv", listing([FEB, MAR])))
    assert question(page) is None
    press(page, "Alle 2 bestanden opslaan")
    assert days(store) == ["01", "02"]
    assert "Intussen zijn er rijen opgeslagen die ook in dit bestand staan." in texts(page)
    press(page, "Opslaan")
    assert days(store) == ["01", "02", "03"]


def test_rows_that_are_twice_in_one_file_are_kept_and_told(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing([JAN, JAN, FEB])))
    assert "1 rij is in alles wat is gelezen gelijk aan een eerdere. Zij telt mee" in texts(page)
    assert question(page) is None
    press(page, "Opslaan")
    assert days(store) == ["01", "01", "02"]


def test_what_is_far_from_a_year_before_is_told(page: AppTest, store: Store) -> None:
    before = [[f"{day:02d}-02-2018", "Jeugd", "Wonen", "advies", 2] for day in range(1, 25)]
    store_file(page, "2018.csv", *before, ["01-02-2018", "Zorg", "Wonen", "advies", 2])
    drop(page, ("2019.csv", listing([JAN, FEB, ["28-02-2019", "Zorg", "Europa", "advies", 120]])))
    said = texts(page)
    assert (
        "Jeugd: 2 keer gebruik van 1 januari 2019 t/m 28 februari 2019, tegen 24 keer in dezelfde "
        "dagen van 2018." in said
    )
    assert "Zorg: " not in said
    assert "Niet eerder ingelezen: 1 thema." in said


def test_what_a_file_says_is_never_read_as_markup(page: AppTest) -> None:
    nasty = ["09-01-2019", "<b>A</b> [x](http://y)", "**w** $a$", "advies", 1]
    store_file(page, "<i>.csv", nasty, JAN)
    drop(page, ("b.csv", listing([[*nasty[:4], 9], JAN])))
    shown = [e.value for e in page.markdown] + [
        str(cell) for e in page.table for cell in e.value.to_numpy().ravel()
    ]
    about = [text for text in shown if "http" in text or "<i" in text or "<b" in text]
    assert about
    assert not [text for text in about if "<b>" in text.replace("\\<", "") or "](http" in text]


def test_departments_that_stay_without_data_are_named(page: AppTest) -> None:
    store_file(page, "2018.csv", ["01-02-2018", "Zorg", "Wonen", "advies", 2])
    drop(page, ("2019.csv", listing([JAN])))
    assert "Over 2019 is nog niets bekend van: Zorg." in texts(page)
    (scope,) = [radio for radio in page.radio if radio.label == "Deze lijst gaat over"]
    scope.set_value("all")
    assert "is nog niets bekend" not in texts(page.run())
