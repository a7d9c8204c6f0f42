"""The questions about the rows of a file, on the page."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.store import Store
from tests.pages.reading import drop, listing
from tests.pages.test_recognised import PAGE

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
    shown = " ".join(element.value for element in [*page.markdown, *page.warning])
    return shown.replace("\\", "")


def test_a_question_is_asked_and_its_answer_counts(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS, HEADINGS)))
    (question,) = [box for box in page.selectbox if box.label == QUESTION]
    assert question.value is None
    assert "2 rijen = 1 gelezen + 1 afgekeurd" in told(page)
    assert "1 vraag moet worden beantwoord" in told(page)
    question.set_value("count").run()
    assert "2 rijen = 2 gelezen" in told(page)
    assert "moet worden beantwoord" not in told(page)
    (question,) = [box for box in page.selectbox if box.label == QUESTION]
    assert question.value == "count"


def test_a_sheet_that_is_not_read_says_why(page: AppTest) -> None:
    drop(page, ("a.csv", listing([["Vastgoed", "Wonen", 3]], ["Afdeling", "Thema", "Uren"])))
    assert "Afdeling en Thema gevonden, maar geen Datum. Voeg" in told(page)
