"""Bringing uploads back, going back to an earlier moment, deleting for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.overlap import SKIP
from data.storing.frames import load_batches, load_usage
from data.storing.store import Store
from tests.data.storing.examples import (
    ARMOEDE,
    JOS,
    VASTGOED,
    budget_sheet,
    preview,
    usage_sheet,
    use,
)
from tests.pages.reading import press, texts
from tests.users import NOOR

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")


def put(store: Store, name: str, *days: str, department: str = JOS) -> int:
    sheet = usage_sheet([use(day, department, ARMOEDE) for day in days])
    money = budget_sheet([{"year": int(days[0][:4]), "kind": "budget", "amount": 10.0}])
    return store_preview(preview(sheet, money, file=name), store=store, user=NOOR, overlap=SKIP)


@pytest.fixture
def page(store: Store) -> AppTest:
    put(store, "jan.csv", "2018-01-01", "2018-01-02")
    put(store, "feb.csv", "2018-01-01", "2019-02-01", department=JOS)
    put(store, "mrt.csv", "2019-03-01", department=VASTGOED)
    return AppTest.from_file(PAGE, default_timeout=30).run()


def press_nth(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click()
    page.run()
    assert not page.exception
    return page


def active(store: Store) -> list[int]:
    batches = load_batches(store)
    return sorted(batches.loc[batches["undone_at"].isna(), "batch_id"])


def test_an_undone_upload_is_brought_back(page: AppTest, store: Store) -> None:
    before = load_usage(store)
    press_nth(page, "upload_undo_list_3")
    assert active(store) == [1, 2]
    assert "Verdwenen afdelingen: Vastgoed." in texts(page)
    press(page, "Ja, terughalen")
    assert load_usage(store).equals(before)
    assert "mrt.csv telt weer mee: 2 rijen." in texts(page)


def test_taking_back_warns_of_rows_that_others_left_out(page: AppTest) -> None:
    # A use and an amount of January.
    warning = "2 rijen hiervan zijn in upload 2 overgeslagen, omdat ze in deze upload staan."
    assert warning in texts(page)


def test_an_earlier_moment_is_looked_at_and_restored(page: AppTest, store: Store) -> None:
    (choice,) = [box for box in page.selectbox if box.label == "Zoals het was na"]
    assert [option.split(": ", 1)[1] for option in choice.options] == [
        "upload 2 (feb.csv) opgeslagen", "upload 1 (jan.csv) opgeslagen",
    ]  # fmt: skip
    choice.set_value(1)
    page.run()
    said = texts(page)
    assert "Telt niet meer mee: uploads 2 en 3." in said
    assert active(store) == [1, 2, 3]
    shown = [table.value.to_numpy().tolist() for table in page.table]
    assert [["2019", "2", "0", "−2"]] in shown
    press(page, "Ja, dit moment herstellen")
    assert active(store) == [1]
    assert "De uploads tellen weer mee zoals op dat moment." in texts(page)
    assert "Teruggedraaid: uploads 2 en 3." in texts(page)


def test_deleting_for_good_is_told_and_cannot_be_restored(page: AppTest, store: Store) -> None:
    press_nth(page, "upload_undo_list_3")
    press(page, "Ja, definitief verwijderen")
    assert "De rijen zijn verwijderd, dus terughalen kan niet." in texts(page)
    assert "Ja, terughalen" not in [button.label for button in page.button]
    (choice,) = [box for box in page.selectbox if box.label == "Zoals het was na"]
    choice.set_value(3)
    page.run()
    assert "Kan niet terug, omdat de rijen verwijderd zijn: upload 3." in texts(page)
    assert "Er verandert niets" in texts(page)


def test_a_replaced_upload_says_what_replaced_it(page: AppTest, store: Store) -> None:
    file = preview(usage_sheet([use("2020-01-01", JOS, ARMOEDE)]), file="nieuw.csv")
    store_preview(file, store=store, user=NOOR, overlap="replace", replaces=3)
    page.run()
    said = texts(page)
    assert "Vervangen door upload 4. Draai die terug, dan telt deze weer mee." in said
    assert "Dan telt weer mee: upload 3." in said
    press_nth(page, "upload_undo_list_4")
    assert active(store) == [1, 2, 3]
    assert "Telt weer mee: upload 3." in texts(page)


def test_what_cannot_be_done_any_more_is_told(page: AppTest, store: Store) -> None:
    undo_batch(3, store=store, user=NOOR)  # by somebody else, after this page was shown
    press_nth(page, "upload_undo_list_3")
    assert "Upload 3 is al eerder teruggedraaid." in texts(page)
