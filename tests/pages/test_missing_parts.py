"""What a list lacks is asked where it is said, once for all the sheets with the same headings."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.storing.frames import load_usage
from data.storing.store import Store
from tests.pages.reading import drop, listing, press, texts
from tests.pages.test_recognised import PAGE, picture_of

MONTHS = ("januari", "februari", "maart")
ROWS = [
    ["03-04-2018", "Vastgoed", "Wonen", "advies", 7.5],
    ["04-05-2018", "Jeugd", "Zorg", "advies", 2],
]


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def book(sheets: dict[str, list[list[Any]]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def of_months(headings: list[str]) -> bytes:
    """Two rows of use per month, on a sheet each."""
    return book({
        month: [headings, *([f"{row[0][:2]}-0{n}-2018", *row[1:]] for row in ROWS)]
        for n, month in enumerate(MONTHS, 1)
    })  # fmt: skip


def asked(page: AppTest, label: str) -> Any:
    (box,) = [box for box in page.selectbox if label in box.label]
    return box


def buttons(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def test_a_missing_column_is_pointed_at_once_for_all_sheets(page: AppTest, store: Store) -> None:
    drop(page, ("a.xlsx", of_months(["Datum", "Onderdeel X", "Kopje Y", "Vorm", "Uren"])))
    said = texts(page)
    assert "Dit bestand is nog niet gelezen. Hieronder staat wat er ontbreekt." in said
    assert "Uw keuze geldt voor de 3 bladen met deze koppen." in said
    assert not [box for box in page.selectbox if "van welke afdeling" in box.label]
    theme = asked(page, "In welke kolom staat “Thema”?")
    assert "C: Kopje Y (Wonen; Zorg)" in theme.options
    theme.set_value(2).run()
    assert texts(page).count("2 rijen = 2 gelezen") == 3
    press(page, "Opslaan")
    assert sorted(load_usage(store)["theme"]) == ["Wonen"] * 3 + ["Zorg"] * 3


def test_unknown_headings_are_told_by_a_click_and_the_columns(page: AppTest, store: Store) -> None:
    drop(
        page,
        ("a.xlsx", of_months(["Wanneer", "Wie", "Waarover", "Op welke manier", "Tijd besteed"])),
    )
    press(page, "Gebruik van Platform31")
    assert "Nog niet gevonden: Afdeling; Thema." in texts(page)
    assert not [
        part.label for part in page.expander if "verbeteren" in part.label and part.proto.expanded
    ]
    asked(page, "In welke kolom staat “Afdeling”?").set_value(1).run()
    asked(page, "In welke kolom staat “Thema”?").set_value(2).run()
    press(page, "Opslaan")
    assert len(load_usage(store)) == 6


def test_the_tabs_of_departments_are_told_in_one_choice(page: AppTest, store: Store) -> None:
    rows = [["Datum", "Thema", "Uren"], ["03-04-2018", "Wonen", 2], ["03-05-2018", "Zorg", 1]]
    drop(page, ("a.xlsx", book({"Vastgoed": rows, "Jeugd": rows[:2]})))
    asked(page, "van welke afdeling").set_value("=").run()
    press(page, "Opslaan")
    assert sorted(load_usage(store)["department"]) == ["Jeugd", "Vastgoed", "Vastgoed"]


def test_the_name_of_a_sheet_that_says_nothing_is_no_department(page: AppTest) -> None:
    rows = [[day, theme, hours] for day, _, theme, _, hours in ROWS]
    drop(page, ("a.xlsx", book({"Blad1": [["Datum", "Thema", "Uren"], *rows]})))
    assert asked(page, "van welke afdeling").options == []


def test_lists_without_headings_need_no_headings_and_one_click(page: AppTest) -> None:
    drop(page, ("a.xlsx", book(dict.fromkeys(MONTHS, ROWS))))
    assert "u hoeft het bestand niet te veranderen" in texts(page)
    assert "voeg" not in texts(page)
    press(page, "De 3 lijsten hebben geen koppen")
    assert "gelezen" in texts(page)
    assert not [label for label in buttons(page) if "geen koppen" in label]


def test_a_column_of_figures_without_heading_is_asked(page: AppTest, store: Store) -> None:
    drop(page, ("lijst.csv", listing(ROWS[1:], headings=list(map(str, ROWS[0])))))
    press(page, "Deze lijst heeft geen koppen")
    assert "omdat ze geen kop hebben" not in texts(page)
    assert "een lijst zonder koppen" in picture_of(page)
    asked(page, "Kolom E (").set_value("hours").run()
    press(page, "Opslaan")
    assert sorted(load_usage(store)["hours"]) == [2.0, 7.5]


def test_a_department_named_in_a_title_or_a_mail_is_proposed(page: AppTest, store: Store) -> None:
    press(drop(page, ("a.csv", listing(ROWS))), "Opslaan")
    rows = [["Datum", "Thema", "Uren"], ["03-04-2019", "Wonen", 2], ["03-05-2019", "Zorg", 1]]
    title = ["Overzicht Platform31 van team Vastgoed 2019"]
    drop(page, ("b.xlsx", book({"Blad1": [title, [], *rows]})))
    press(page, "Deze lijst is van Vastgoed")
    press(page, "Opslaan")
    assert load_usage(store)["department"].tolist().count("Vastgoed") == 3
    mail = "\n".join(["Hoi,", *("\t".join(map(str, row)) for row in rows), "Petra, team Jeugd"])
    page.text_area(key="upload_pasted").set_value(mail)
    press(page, "Deze lijst lezen")
    assert "Deze lijst is van Jeugd" in buttons(page)
