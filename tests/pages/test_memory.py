"""What reading in learned, on the page Inlezen: looked at, and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.intake.store_upload import store_preview
from data.storing.memory import load_learned
from data.storing.store import Store
from data.values.found_table import Heading
from data.values.results import NameMatches
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.pages.reading import drop, listing, press, texts
from tests.users import NOOR

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")


def teach(store: Store, spellings: list[str]) -> None:
    names = {"department": NameMatches(dict.fromkeys(spellings, JOS))}
    headings = [Heading(0, "Uurtjes", "hours", "chosen"), Heading(1, "Wie", None, "chosen")]
    sheet = usage_sheet([use("2018-01-01", JOS, ARMOEDE)], names=names, headings=headings)
    store_preview(preview(sheet), store=store, user=NOOR)


@pytest.fixture
def page(store: Store) -> AppTest:
    at = AppTest.from_file(PAGE, default_timeout=30)
    at.session_state["upload_memory"] = True  # unfolded
    return at


def test_nothing_learned(page: AppTest) -> None:
    assert "Er is nog niets geleerd." in texts(page.run())


def test_what_was_learned_is_told_with_its_origin(page: AppTest, store: Store) -> None:
    teach(store, ["jos", "**vet**"])
    said = texts(page.run())
    assert "Op een blad met gebruik betekent de kop “uurtjes”: Uren." in said
    assert "Op een blad met gebruik betekent de kop “wie”: niet nodig." in said
    assert f"Afdeling “jos” is hetzelfde als “{JOS}”." in said
    assert "Geleerd van upload 1," in said
    raw = "".join(element.value for element in page.markdown)
    assert "\\*\\*vet\\*\\*" in raw


def test_a_line_can_be_forgotten(page: AppTest, store: Store) -> None:
    teach(store, ["jos"])
    press(page.run(), "Vergeet “jos”")
    assert "is hetzelfde als" not in texts(page)
    assert [x.text for x in load_learned(store)] == ["uurtjes", "wie"]


def test_in_a_long_list_one_can_look_for_a_name(page: AppTest, store: Store) -> None:
    teach(store, [f"naam {n}" for n in range(30)])
    page.run()
    assert len([b for b in page.button if b.label.startswith("Vergeet")]) == 10
    page.text_input[0].set_value("NAAM 17")
    page.run()
    assert [b.label for b in page.button if b.label.startswith("Vergeet")] == ["Vergeet “naam 17”"]


def test_of_two_answers_the_later_is_told_to_count(page: AppTest) -> None:
    page.run()
    headings = ["Datum", "Afdeling", "Thema", "Status"]
    for year, answer in ((2018, "leave_out"), (2019, "count")):
        states = ["uitgevoerd", "uitgevoerd", "geannuleerd"]
        rows = [[f"0{n}-01-{year}", "Zorg", "Wonen", state] for n, state in enumerate(states, 1)]
        drop(page, (f"{year}.csv", listing(rows, headings)))
        for radio in [x for x in page.radio if "Status" in x.label]:
            radio.set_value(answer).run()
        press(page, "Opslaan")
    told = [x.value.replace("\\", "") for x in page.markdown if "geannuleerd" in x.value]
    later = ["Een latere upload zegt iets anders" in x for x in told if "het antwoord" in x]
    assert sorted(later) == [False, True]
    assert "Vergeet “geannuleerd”" in [button.label for button in page.button]
