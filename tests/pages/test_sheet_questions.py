"""The questions about the rows of a file, on the page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.storing.frames import load_usage
from data.storing.store import Store
from tests.pages.reading import drop, listing, press
from tests.pages.test_recognised import PAGE, picture_of

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren", "Status"]
ROWS = [
    ["07-01-2019", "Vastgoed", "Wonen", 3, "Afgerond"],
    ["08-01-2019", "Vastgoed", "Wonen", 5, "Geannuleerd"],
]
QUESTION = "In de kolom “Status” staat “Geannuleerd” bij 1 rij. Telt die mee als gebruik?"


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def told(page: AppTest) -> str:
    shown = (element.value for element in (*page.markdown, *page.warning, *page.caption))
    return " ".join(shown).replace("\\", "")


def question(page: AppTest, label: str = QUESTION) -> Any:
    (asked,) = [radio for radio in page.radio if radio.label == label]
    return asked


def test_a_question_is_asked_and_its_answer_counts(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS, HEADINGS)))
    assert question(page).value is None
    assert "2 rijen = 1 gelezen + 1 wacht op uw antwoord" in told(page)
    assert "Beantwoord eerst 1 vraag" in told(page)
    assert "Rij 3: 08-01-2019 · Vastgoed · Wonen · 5 · Geannuleerd" in told(page)
    question(page).set_value("count").run()
    assert "2 rijen = 2 gelezen." in told(page)
    assert "moet worden beantwoord" not in told(page)
    assert question(page).value == "count"


@pytest.mark.parametrize(("language", "shown"), [("nl", "1234,5"), ("en", "1234.5")])
def test_numbers_of_a_workbook_are_shown_as_the_language_writes_them(
    page: AppTest, language: str, shown: str
) -> None:
    page.query_params["taal"] = language
    rows = [["07-01-2019", "Vastgoed", "Wonen", hours, "Geannuleerd"] for hours in (1234.5, 2)]
    drop(page, ("a.xlsx", two_sheets(januari=[*ROWS[:1], *rows])))
    assert f"3: 07-01-2019 · Vastgoed · Wonen · {shown} · Geannuleerd" in told(page)
    assert f"<td>{shown}</td>" in picture_of(page)


def test_rows_that_wait_or_were_left_out_are_not_offered_to_mend(
    page: AppTest, store: Store
) -> None:
    drop(page, ("a.csv", listing(ROWS, HEADINGS)))
    assert not _to_mend(page)
    question(page).set_value("leave_out").run()
    assert "2 rijen = 1 gelezen + 1 door u weggelaten" in told(page)
    assert not _to_mend(page)
    press(page, "Opslaan")
    assert len(load_usage(store)) == 1
    assert "afgekeurd en nog niet opgeslagen" not in told(page)


def test_a_file_of_which_only_the_asked_rows_may_be_new_says_so(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS[:1], HEADINGS)))
    press(page, "Opslaan")
    press(page, "Sluiten")
    drop(page, ("b.csv", listing(ROWS, HEADINGS)))
    said = [info.value.replace("\\", "") for info in page.info]
    assert said == [
        "De enige gelezen rij staat al in upload 1. Wat op uw antwoord wacht, kan nog nieuw zijn."
    ]
    question(page).set_value("count").run()
    assert "Van de 2 gelezen rijen staat er 1 al in upload 1." in told(page)
    press(page, "Opslaan")


def test_a_file_of_which_every_row_was_left_out_says_so(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS[1:], HEADINGS)))
    question(page).set_value("leave_out").run()
    said = [info.value for info in page.info]
    assert said == ["U hebt elke gelezen rij weggelaten: er valt niets op te slaan."]
    assert not page.warning


def _to_mend(page: AppTest) -> list[str]:
    return [part.label for part in page.expander if "verbeteren" in part.label]


def test_what_is_asked_of_two_sheets_is_one_question_about_both(page: AppTest) -> None:
    other = [
        ["07-02-2019", "Wmo", "Wonen", 1, "Afgerond"],
        ["08-02-2019", "Wmo", "Zorg", 2, "Afgerond"],
        ["09-02-2019", "Wmo", "Zorg", 4, "Geannuleerd"],
    ]
    drop(page, ("a.xlsx", two_sheets(januari=ROWS, februari=other)))
    label = (
        "januari en februari: In de kolom “Status” staat “Geannuleerd” bij 2 rijen. "
        "Tellen die mee als gebruik?"
    )
    question(page, label).set_value("count").run()
    assert not page.exception
    assert "Blad januari (gebruik): 2 rijen = 2 gelezen." in told(page)
    assert "Blad februari (gebruik): 3 rijen = 3 gelezen." in told(page)


def test_sheets_that_repeat_another_are_one_question_that_stays(page: AppTest) -> None:
    rows = [[f"{day:02d}-01-2019", "Wmo", "Zorg", day, "Afgerond"] for day in range(1, 7)]
    drop(page, ("a.xlsx", two_sheets(Alle=rows, een=rows[:3], twee=rows[3:])))
    assert "Bladen een en twee, elk: Dit werkblad is niet gelezen" in told(page)
    label = (
        "Werkbladen een en twee lijken hetzelfde te bevatten als werkblad “Alle”. "
        "Tellen die daarnaast mee?"
    )
    question(page, label).set_value("count").run()
    assert "Blad een (gebruik): 3 rijen = 3 gelezen." in told(page)
    question(page, label).set_value("leave_out").run()
    assert "Bladen een en twee, elk: Dit werkblad is niet gelezen" in told(page)


def two_sheets(**rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        for line in (HEADINGS, *lines):
            sheet.append(line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_values_of_a_column_are_asked_together_and_answered_at_once(
    page: AppTest, store: Store
) -> None:
    called = ("Geannuleerd", "Concept", "Afgewezen", "Afgerond")
    rows = [[f"0{n}-01-2019", "Wmo", "Zorg", n, status] for n, status in enumerate(called, 1)]
    drop(page, ("a.csv", listing(rows, HEADINGS)))
    assert "Onder “Status” staan waarden die misschien geen gebruik zijn." in told(page)
    assert {q.label for q in page.radio if "in 1 rij" in q.label} == {
        "“Geannuleerd”, in 1 rij", "“Concept”, in 1 rij", "“Afgewezen”, in 1 rij",
    }  # fmt: skip
    press(page, "Alle 3: nee, weglaten")
    assert "Beantwoord eerst" not in told(page)
    question(page, "“Concept”, in 1 rij").set_value("count").run()
    press(page, "Opslaan")
    assert sorted(load_usage(store)["hours"]) == [2, 4]


OF_FORMS = ["Datum", "Afdeling", "Thema", "Vorm"]


def test_what_an_unknown_form_is_is_asked_once_and_remembered(page: AppTest, store: Store) -> None:
    rows = [["07-01-2019", "Vastgoed", "Wonen", form] for form in ("koffietafel", "Koffietafel")]
    drop(page, ("a.csv", listing(rows, OF_FORMS)))
    assert "2 rijen = 2 gelezen." in told(page)
    assert "moet worden beantwoord" not in told(page)
    (asked,) = [box for box in page.selectbox if "koffietafel" in box.label]
    assert asked.label == "“koffietafel” onder “Vorm” is niet bekend, in 2 rijen. Wat is het?"
    asked.set_value("bijeenkomst").run()
    press(page, "Opslaan")
    assert load_usage(store)["form"].tolist() == ["bijeenkomst", "bijeenkomst"]
    drop(page, ("b.csv", listing([["08-01-2019", "Wmo", "Zorg", "koffietafel"]], OF_FORMS)))
    assert "1 antwoord onthouden van een eerdere upload" in [part.label for part in page.expander]
    press(page, "Opslaan")
    assert load_usage(store)["form"].tolist() == ["bijeenkomst"] * 3


def test_many_values_that_may_stay_empty_are_folded_and_answered_at_once(
    page: AppTest, store: Store
) -> None:
    forms = ("koffietafel", "kijkje", "rondje")
    rows = [["07-01-2019", "Vastgoed", "Wonen", form] for form in forms]
    drop(page, ("a.csv", listing(rows, OF_FORMS)))
    folds = [(part.label, part.proto.expanded) for part in page.expander]
    assert ("3 vragen die u mag overslaan: de waarden tellen dan als leeg", False) in folds
    (every,) = [box for box in page.selectbox if box.label == "Hetzelfde antwoord voor alle 3"]
    every.set_value("overig").run()
    press(page, "Opslaan")
    assert load_usage(store)["form"].tolist() == ["overig"] * 3


def test_a_column_with_known_names_is_offered(page: AppTest, store: Store) -> None:
    known = [["07-01-2018", "Vastgoed", "Wonen", ""], ["08-01-2018", "Wmo", "Zorg", ""]]
    press(drop(page, ("a.csv", listing(known, OF_FORMS))), "Opslaan")
    rows = [["07-01-2019", "Wmo", "algemeen", "Wonen"], ["08-01-2019", "Wmo", "overig", "Zorg"]]
    drop(page, ("b.csv", listing(rows, ["Datum", "Afdeling", "Thema", "Soort vraag"])))
    (offer,) = [info.value.replace("\\", "") for info in page.info]
    assert "Onder “Soort vraag” staan thema's die u kent: Wonen; Zorg." in offer
    press(page, "Ja, deze kolom lezen")
    assert not page.info
    press(page, "Opslaan")
    assert load_usage(store)["theme"].tolist() == ["Wonen", "Zorg", "Wonen", "Zorg"]


def test_a_sheet_that_is_not_read_says_why(page: AppTest) -> None:
    drop(page, ("a.csv", listing([["Vastgoed", "Wonen", 3]], ["Afdeling", "Thema", "Uren"])))
    assert "Afdeling en Thema gevonden, maar geen Datum. Voeg" in told(page)


def test_a_list_with_too_many_new_names_is_asked_about_and_not_called_missing(
    page: AppTest,
) -> None:
    rows = [["07-01-2019", f"Afdeling {n}", "Wonen", 1] for n in range(20_001)]
    drop(page, ("a.csv", listing(rows, HEADINGS[:4])))
    question(page, "“Afdeling” heeft meer dan 500 nieuwe namen: is dit de goede kolom?")
    assert "is geen tabel met gebruik" not in told(page)
    assert "Beantwoord eerst 1 vraag" in told(page)


def test_rows_that_name_two_departments_wait_for_the_answer(page: AppTest) -> None:
    rows = [
        ["07-01-2019", "Vastgoed", "Wonen", 3],
        ["08-01-2019", "Wmo", "Wonen", 5],
        ["09-01-2019", "Vastgoed / Wmo", "Wonen", 2],
    ]
    drop(page, ("a.csv", listing(rows, HEADINGS[:4])))
    assert "3 rijen = 2 gelezen + 1 wacht op uw antwoord" in told(page)
    assert not _to_mend(page)
