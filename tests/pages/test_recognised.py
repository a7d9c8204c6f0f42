"""The step "Recognised" of reading in: what a visitor changes is followed at once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.frames import load_batches, load_budget, load_usage
from data.storing.store import Store
from tests.pages.reading import HEADINGS, drop, listing, press, texts, workbook
from tests.users import NOOR

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
LISTING = [
    ["03-04-2018", "Jeugd en Onderwijs", "Duurzaamheid", "advies", 7.5],
    ["04-05-2018", "Vastgoed", "Woningmarkt", "advies", 2],
]


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def choose(page: AppTest, label: str, value: Any) -> AppTest:
    found(page, label).set_value(value)
    page.run()
    assert not page.exception
    return page


def found(page: AppTest, label: str) -> Any:
    (box,) = [box for box in page.selectbox if box.label.replace("\\", "") == label]
    return box


def counts(page: AppTest) -> str:
    """The lines with the counts of the sheets."""
    return next((m.value for m in page.markdown if "Blad" in m.value), "").replace("\\", "")


def meanings(page: AppTest) -> dict[str, str]:
    """What every column is read as, by its label."""
    boxes = [box for box in page.selectbox if str(box.key).startswith("upload_column_")]
    return {box.label.replace("\\", ""): box.value for box in boxes}


def picture_of(page: AppTest) -> str:
    return next(html.proto.body for html in page.get("html") if "<table>" in html.proto.body)


def test_the_top_of_the_sheet_is_shown_with_what_was_recognised(page: AppTest) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    (picture,) = [
        element.proto.body for element in page.get("html") if "<table>" in element.proto.body
    ]
    assert "▸ 1 <small>koppen</small>" in picture
    assert "✓ Afdeling" in picture
    assert "Jeugd en Onderwijs" in picture
    assert meanings(page) == {
        "A: Datum": "date", "B: Afdeling": "department", "C: Thema": "theme", "D: Vorm": "form",
        "E: Uren": "hours",
    }  # fmt: skip


def test_a_column_may_mean_something_else_and_there_is_a_way_back(page: AppTest) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    assert "Samen: 9,5 uren." in counts(page)
    choose(page, "E: Uren", "participants")
    assert meanings(page)["E: Uren"] == "participants"
    assert "Samen: 10 deelnemers." in counts(page) or "afgekeurd" in counts(page)
    press(page, "Terug naar wat er herkend was")
    assert meanings(page)["E: Uren"] == "hours"
    assert "Samen: 9,5 uren." in counts(page)
    assert "Terug naar wat er herkend was" not in [button.label for button in page.button]


def test_a_column_may_be_left_out(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    choose(page, "E: Uren", "")
    press(page, "Opslaan")
    assert load_usage(store)["hours"].isna().all()


def test_without_a_needed_column_the_table_stays_and_the_page_says_what_is_missing(
    page: AppTest,
) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    choose(page, "C: Thema", "")
    assert "Nog niet gevonden: Thema." in texts(page)
    assert "Opslaan" not in [button.label for button in page.button]
    choose(page, "D: Vorm", "theme")
    assert "Nog niet gevonden" not in texts(page)
    assert meanings(page)["D: Vorm"] == "theme"


def test_a_meaning_that_moves_to_another_column_leaves_the_first(page: AppTest) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    choose(page, "D: Vorm", "subject")
    choose(page, "E: Uren", "subject")
    assert [label for label, value in meanings(page).items() if value == "subject"] == ["E: Uren"]


def test_another_row_with_headings_may_be_pointed_at(page: AppTest) -> None:
    rows = [HEADINGS, *LISTING]
    drop(page, ("a.csv", listing(rows)))
    assert "3 rijen = 2 gelezen + 1 overgeslagen" in counts(page)
    choose(page, "De koppen staan in rij", 2)
    assert "2 rijen = 2 gelezen" in counts(page)
    assert found(page, "De koppen staan in rij").value == 2
    press(page, "Terug naar wat er herkend was")
    assert found(page, "De koppen staan in rij").value == 1


def test_a_sheet_may_be_left_out_and_taken_in_again(page: AppTest) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    choose(page, "Op dit blad staat", "neither")
    assert "Opslaan" not in [button.label for button in page.button]
    assert "Weggelaten door u" not in counts(page)
    press(page, "Terug naar wat er herkend was")
    assert "2 rijen = 2 gelezen" in counts(page)


def two_sheets() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Notities"
    for row in (["Wanneer zoal", "Wie dan", "Waarover"], ["03-04-2018", "Vastgoed", "Wonen"]):
        book.active.append(row)
    sheet = book.create_sheet("Gebruik")
    for row in (["Datum", "Afdeling", "Thema"], ["03-04-2018", "Griffie", "Wonen"]):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_sheet_in_which_nothing_was_found_can_be_told_what_it_holds(
    page: AppTest, store: Store
) -> None:
    drop(page, ("twee.xlsx", two_sheets()))
    assert found(page, "Blad").value == "Gebruik"
    choose(page, "Blad", "Notities")
    assert found(page, "Op dit blad staat").value == "neither"
    choose(page, "Op dit blad staat", "usage")
    choose(page, "De koppen staan in rij", 1)
    for label, meaning in (("A: Wanneer zoal", "date"), ("B: Wie dan", "department")):
        choose(page, label, meaning)
    choose(page, "C: Waarover", "theme")
    assert "Nog niet gevonden" not in texts(page)
    press(page, "Opslaan")
    assert sorted(load_usage(store)["department"]) == ["Griffie", "Vastgoed"]


BUDGET = [["Jaar", "Omschrijving", "Begroting (x € 1.000)"], [2019, "Bijdrage", 20]]


def test_the_unit_of_amounts_is_shown_and_can_be_overruled(page: AppTest, store: Store) -> None:
    drop(page, ("b.xlsx", workbook(BUDGET[1:], headings=BUDGET[0])))
    assert found(page, "De bedragen staan in").value == 1_000
    assert "€\u00a020.000,00" in counts(page)
    choose(page, "De bedragen staan in", 1)
    assert "€\u00a020,00" in counts(page)
    press(page, "Opslaan")
    assert load_budget(store, every=True)["amount"].tolist() == [20.0]


def test_a_table_without_amounts_asks_for_no_unit(page: AppTest) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    assert "De bedragen staan in" not in [box.label for box in page.selectbox]


def test_what_was_changed_is_remembered_and_the_next_upload_says_so(
    page: AppTest, store: Store
) -> None:
    headings = ["Datum", "Wie dan", "Thema", "Vorm", "Uren"]
    drop(page, ("a.xlsx", workbook(LISTING, headings=headings)))
    choose(page, "De koppen staan in rij", 1)
    choose(page, "B: Wie dan", "department")
    choose(page, "E: Uren", "")
    press(page, "Opslaan")
    drop(page, ("b.xlsx", workbook(LISTING[:1], headings=headings)))
    assert meanings(page)["B: Wie dan"] == "department"
    assert meanings(page)["E: Uren"] == ""
    assert picture_of(page).count("onthouden van een eerdere upload") == 2


def test_a_change_survives_leaving_the_page_and_another_upload(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing(LISTING)))
    choose(page, "E: Uren", "")
    other = preview_file(
        listing([["01-01-2019", "Griffie", "Wonen", "advies", 1]]), "x.csv", store=store,
        settings=Settings(),
    )  # fmt: skip
    store_preview(other, store=store, user=NOOR)
    page.run()
    assert meanings(page)["E: Uren"] == ""
    assert len(load_batches(store)) == 1


def test_two_visitors_change_their_own_file(page: AppTest) -> None:
    other = AppTest.from_file(PAGE, default_timeout=30).run()
    for visitor in (page, other):
        drop(visitor, ("a.csv", listing(LISTING)))
    choose(page, "E: Uren", "")
    other.run()
    assert meanings(other)["E: Uren"] == "hours"
    assert meanings(page)["E: Uren"] == ""
