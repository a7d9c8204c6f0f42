"""Thousands of made-up names: what is quadratic in names stays bounded, and the file can go again.

Cells are counted, not seconds.
"""

from __future__ import annotations

from typing import Any

import pytest

from analysis import cells as cell_map
from data.settings import Settings
from data.storing import frames
from data.storing.frames import load_batches
from tests.pages.conftest import Open
from tests.pages.reading import press
from ui.reading_in.changes import Figures
from ui.shared import loaders

NAMES = 1_500  # of each: 2,250,000 cells
MANY = [
    (f"2022-{1 + i % 12:02d}-{1 + i % 28:02d}", f"Afdeling {i:04d}", f"Thema {i:04d}")
    for i in range(NAMES)
]
MOST_CELLS = Settings.max_departments * Settings.max_themes


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of what is made of department x theme."""
    sizes: list[int] = []

    def counting(compute: Any) -> Any:
        def count(*args: Any, **options: Any) -> Any:
            found = compute(*args, **options)
            sizes.append(len(found))
            return found

        return count

    monkeypatch.setattr(frames, "load_relevance", counting(frames.load_relevance))
    monkeypatch.setattr(cell_map, "cell_states", counting(cell_map.cell_states))
    return sizes


@pytest.mark.parametrize("key", ["overview", "broadening", "department", "reading_in", "actions"])
def test_no_page_makes_a_full_table_of_made_up_names(
    key: str, open_page: Open, counted: list[int]
) -> None:
    page = open_page(key, MANY)
    assert not page.exception
    assert len(page.warning) == 1
    assert "250 afdelingen en 100 thema's" in page.warning[0].value
    assert all(size <= MOST_CELLS for size in counted)
    assert key in ("department", "reading_in") or counted


def test_the_names_with_the_most_use_stay(open_page: Open) -> None:
    regular = [("2022-05-05", "Vastgoed", "Duurzaamheid")] * 3
    open_page("overview", [*MANY, *regular])
    assert "Vastgoed" in loaders.departments()["department"].tolist()
    assert "Duurzaamheid" in loaders.themes()["theme"].tolist()
    assert loaders.left_out() == (NAMES + 1 - 250, NAMES + 1 - 100)


def test_few_names_are_all_taken_and_nothing_is_said(open_page: Open) -> None:
    page = open_page("overview", [("2022-05-05", "Vastgoed", "Duurzaamheid")])
    assert loaders.left_out() == (0, 0)
    assert not page.warning


def test_taking_back_needs_no_figure(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page("reading_in", MANY)

    def fail() -> Figures:
        raise MemoryError

    monkeypatch.setattr(Figures, "now", fail)
    press(page, "Ja, terugdraaien")
    assert not page.exception
    assert load_batches(loaders.store())["undone_at"].notna().all()
    assert any("niet worden berekend" in line.value for line in page.markdown)
