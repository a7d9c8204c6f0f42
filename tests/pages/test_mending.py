from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.frames import load_usage
from data.storing.store import Store
from data.values.corrections import Corrections
from tests.data.mending.workbooks import edited, error_workbook
from tests.pages.reading import drop, listing, press, texts
from ui.reading_in import mending, pending_files

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
NAME = "gebruik.csv"
ROWS = [
    ["03-04-2018", "Jeugd en Onderwijs", "Duurzaamheid", "advies", 7.5],
    ["04-05-2018", "Vastgoed", "Woningmarkt", "advies", 2],
    ["31-02-2018", "Vastgoed", "Woningmarkt", "advies", 3],
    ["05-05-2018", "Vastgoed", "Woningmarkt", "advies", "=-4"],
    ["Totaal", None, None, None, 12.5],
]


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def mended_workbook(store: Store) -> bytes:
    return edited(error_workbook(listing(ROWS), store, NAME), "gebruik", {"A4": "28-02-2018"})


def test_a_mended_workbook_takes_the_place_of_the_file_that_waits(
    page: AppTest, store: Store
) -> None:
    drop(page, (NAME, listing(ROWS)))
    drop(page, ("fouten.xlsx", mended_workbook(store)))
    assert [h.value.replace("\\", "") for h in page.subheader] == ["fouten.xlsx"]
    said = texts(page)
    assert "Dit is het verbeterde foutenbestand van gebruik.csv." in said
    assert "5 rijen = 3 gelezen + 1 afgekeurd + 1 overgeslagen (1 totaalregel)" in said
    press(page, "Opslaan")
    assert sorted(load_usage(store)["hours"]) == [2, 3, 7.5]


def test_what_was_said_of_the_waiting_file_holds_for_its_mended_rows(
    page: AppTest, store: Store
) -> None:
    drop(page, (NAME, listing(ROWS)))
    (item,) = page.session_state["upload_pending"].values()
    said = Corrections(names={"department": {"Vastgoed": "Gebouwen"}})
    page.session_state["upload_pending"][item.number] = pending_files.replace(
        item, corrections=said
    )
    drop(page, ("fouten.xlsx", mended_workbook(store)))
    (item,) = page.session_state["upload_pending"].values()
    assert item.corrections == said
    assert item.preview.sheets[0].records["department"].tolist() == [
        "Jeugd en Onderwijs", "Gebouwen", "Gebouwen",
    ]  # fmt: skip


def test_of_a_stored_file_only_the_mended_rows_are_new(page: AppTest, store: Store) -> None:
    press(drop(page, (NAME, listing(ROWS))), "Opslaan")
    assert "2 rijen · afgekeurde rijen wachten" in texts(page)
    drop(page, ("fouten.xlsx", mended_workbook(store)))
    said = texts(page)
    assert "1 rij is nieuw; de rijen die al zijn opgeslagen tellen niet opnieuw mee." in said
    assert "2 al opgeslagen" in said
    press(page, "Opslaan")
    assert sorted(load_usage(store)["hours"]) == [2, 3, 7.5]
    said = texts(page)
    waiting = [part.label for part in page.expander if "afgekeurde rijen wachten" in part.label]
    assert len(waiting) == 1  # the row that is not mended waits with the workbook now
    assert "fouten.xlsx" in waiting[0].replace("\\", "")
    assert "1 afgekeurde rij ervan is verbeterd, in upload 2." in said


def test_a_workbook_without_anything_new_says_so(page: AppTest, store: Store) -> None:
    press(drop(page, (NAME, listing(ROWS[:2]))), "Opslaan")
    drop(page, ("fouten.xlsx", error_workbook(listing(ROWS[:2]), store, NAME)))
    assert "Alle rijen van dit bestand zijn al opgeslagen." in texts(page)
    assert "Opslaan" not in [button.label for button in page.button]


def test_many_different_reasons_are_not_all_told_below_the_rows(page: AppTest) -> None:
    rows = [[f"31-02-{year}", "Jeugd", "Wonen", "advies", 2] for year in range(2000, 2020)]
    drop(page, ("a.csv", listing(rows)))
    assert len(page.table[0].value) == mending.REASONS_SHOWN
    assert "Wat er mis is met de andere rijen, staat achter elke rij" in texts(page)
