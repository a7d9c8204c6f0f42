"""The step "Names" of reading in: what a visitor says of a name is followed and remembered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.intake.restoring import undo_batch
from data.storing.frames import load_rejected, load_usage
from data.storing.store import Store
from tests.pages.reading import drop, listing, press, texts
from tests.pages.stores import add_uses
from tests.users import NOOR
from ui.reading_in import pending_files

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
DOUBTFUL = "Afdeling “Jeugd en Sport” (2 rijen)"
ROWS = [
    ["03-04-2018", "Jeugd en Sport", "Wonen", "advies", 7.5],
    ["04-05-2018", "Jeugd en Sport", "Wonen", "advies", 2],
    ["05-05-2018", "Griffie", "Wonen", "advies", 3],
]


@pytest.fixture
def page(store: Store) -> AppTest:
    add_uses(store, [("2017-01-01", "Jeugd, Onderwijs en Sport", "Wonen")])
    return AppTest.from_file(PAGE, default_timeout=30).run()


def questions(page: AppTest) -> dict[str, Any]:
    """The choices of the step, by their label."""
    boxes = [box for box in page.selectbox if str(box.key).startswith("upload_name_")]
    return {box.label.replace("\\", ""): box for box in boxes}


def answer(page: AppTest, label: str, value: str) -> AppTest:
    questions(page)[label].set_value(value)
    page.run()
    assert not page.exception
    return page


def test_uncertain_and_new_names_are_asked_about(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS)))
    assert {label: box.value for label, box in questions(page).items()} == {
        DOUBTFUL: "",
        "Afdeling “Griffie” (1 rij)": "new",
    }
    assert "1 naam is niet zeker. 2 rijen wachten op uw keuze." in texts(page)
    assert questions(page)[DOUBTFUL].options[:4] == [
        "Kies", "hetzelfde als Jeugd, Onderwijs en Sport", "een nieuwe afdeling",
        "deze rijen weglaten",
    ]  # fmt: skip


def test_same_as_a_known_name(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing(ROWS)))
    answer(page, DOUBTFUL, "=Jeugd, Onderwijs en Sport")
    assert "3 rijen = 3 gelezen." in texts(page)
    press(page, "Opslaan")
    assert load_usage(store)["department"].tolist().count("Jeugd, Onderwijs en Sport") == 3
    drop(page, ("b.csv", listing([["01-01-2019", "Jeugd en Sport", "Wonen", "advies", 1]])))
    assert "Afdeling “Jeugd en Sport” (1 rij, onthouden van een eerdere upload)" in questions(page)
    assert "1 rij = 1 gelezen" in texts(page)


def test_a_new_name_of_its_own_until_the_upload_is_undone(page: AppTest, store: Store) -> None:
    content = listing(ROWS)
    drop(page, ("a.csv", content))
    answer(page, DOUBTFUL, "new")
    press(page, "Opslaan")
    assert load_usage(store)["department"].tolist().count("Jeugd en Sport") == 2
    drop(page, ("b.csv", listing([["01-01-2019", "Jeugd en Sport", "Wonen", "advies", 1]])))
    assert questions(page) == {}
    undo_batch(2, store=store, user=NOOR)
    page.run()
    assert [box.value for box in questions(page).values()] == [""]


def test_leaving_rows_out_keeps_the_counts_whole(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing(ROWS)))
    answer(page, DOUBTFUL, "out")
    assert "3 rijen = 1 gelezen + 2 door u weggelaten" in texts(page)
    assert "U hebt van elke onzekere naam gezegd wat ermee bedoeld is." in texts(page)
    press(page, "Opslaan")
    faults = load_rejected(store, 2)["faults"]
    assert {str(fault.message) for row in faults for fault in row} == {
        "Weggelaten door u: de rijen met “Jeugd en Sport”."
    }


def test_a_choice_can_be_changed_and_undone(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS)))
    answer(page, DOUBTFUL, "out")
    answer(page, DOUBTFUL, "new")
    assert "3 rijen = 3 gelezen" in texts(page)
    answer(page, DOUBTFUL, "")
    assert "3 rijen = 1 gelezen + 2 wachten op uw antwoord" in texts(page)


def test_a_file_with_only_uncertain_names_can_be_answered(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS[:2])))
    assert "Opslaan" not in [button.label for button in page.button]
    answer(page, DOUBTFUL, "=Jeugd, Onderwijs en Sport")
    assert "Opslaan" in [button.label for button in page.button]


def test_a_name_read_as_another_can_be_overruled(page: AppTest, store: Store) -> None:
    drop(page, ("a.csv", listing([["01-01-2019", "JOS", "Wonen", "advies", 1]])))
    assert questions(page)["Afdeling “JOS” (1 rij)"].value == "=Jeugd, Onderwijs en Sport"
    answer(page, "Afdeling “JOS” (1 rij)", "new")
    press(page, "Opslaan")
    assert "JOS" in load_usage(store)["department"].tolist()


def many(count: int) -> bytes:
    """Departments that each resemble the known one too much to be new, and not enough to be it."""
    letters = "abcdefghijklmnop"
    endings = [f"{first}{second}q" for first in letters for second in letters][:count]
    rows = [["01-01-2019", f"Jeugd, Onderwijs en S{end}", "Wonen", "advies", 1] for end in endings]
    return listing(rows)


def test_many_uncertain_names_are_shown_by_the_dozen_and_answered_at_once(page: AppTest) -> None:
    drop(page, ("a.csv", many(200)))
    waiting = [label for label, box in questions(page).items() if box.value == ""]
    assert len(waiting) == 12
    assert "200 namen zijn niet zeker. 200 rijen wachten op uw keuze." in texts(page)
    press(page, "Neem voor alle 200 de naam die het meest lijkt")
    assert "200 rijen = 200 gelezen" in texts(page)
    assert {box.value for box in questions(page).values()} == {"=Jeugd, Onderwijs en Sport"}


def test_two_choices_in_quick_succession_both_count(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(page, ("a.csv", listing(ROWS)))
    monkeypatch.setattr(
        pending_files, "_read_again", pending_files._queue
    )  # as if reading took long
    questions(page)[DOUBTFUL].set_value("new")
    answer(page, "Afdeling “Griffie” (1 rij)", "out")
    page.run()
    assert "3 rijen = 2 gelezen + 1 door u weggelaten" in texts(page)


def test_what_a_file_calls_a_department_is_never_markup(page: AppTest) -> None:
    nasty = "**vet** <script>alert(1)</script> [x](http://y)"
    drop(page, ("a.csv", listing([["01-01-2019", nasty, "Wonen", "advies", 1]])))
    (box,) = [b for b in page.selectbox if str(b.key).startswith("upload_name_")]
    assert "\\*\\*vet\\*\\*" in box.label
    assert "<script" not in box.label.replace("\\<", "")


@pytest.mark.parametrize(("domain", "warned"), [("onbekend", True), ("sociaal", False)])
def test_the_warning_about_a_name_goes_once_it_is_told_where_it_belongs(
    page: AppTest, domain: str, warned: bool
) -> None:
    page.session_state["upload_choices_department_1"] = {"Xyzzy": (domain,)}
    drop(page, ("a.csv", listing([["01-01-2019", "Xyzzy", "Wonen", "advies", 1]])))
    said = [w.value for w in page.warning if "Xyzzy" in w.value]
    assert bool(said) is warned


def test_which_spelling_of_a_new_name_is_the_official_one_is_asked(
    page: AppTest, store: Store
) -> None:
    spellings = ("Ruimte & Wonen", "Ruimte & Wonen", "Ruimte en Wonen", "griffie", "Griffie")
    rows = [[f"0{n}-05-2018", name, "Wonen", "advies", n] for n, name in enumerate(spellings, 1)]
    drop(page, ("a.csv", listing(rows)))
    assert "1 nieuwe naam staat er op meer dan één manier" in texts(page)
    (asked,) = [box for box in page.selectbox if str(box.key).startswith("upload_spelling_")]
    assert (asked.label, asked.value) == ("Afdeling (3 rijen)", "Ruimte & Wonen")
    asked.set_value("Ruimte en Wonen").run()
    press(page, "Opslaan")
    stored = load_usage(store)["department"].tolist()
    assert stored.count("Ruimte en Wonen") == 3
    assert stored.count("Griffie") == 2
