from __future__ import annotations

from pathlib import Path

import pytest

from scripts.update_catalogues import HEADER, catalogue_of, outdated, texts_in, update

DATES = """
from texts import sentence

NO_DATE = sentence("no_date", "No date.")
ROWS = sentence(
    "rows",
    "{n} row.",
    "{n} rows.",
)
"""
PAGE = """
import streamlit as st
from texts import translate as _

st.title(_("Overview"))
st.caption(_("No date."))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with two rooms, and catalogues that nobody kept up."""
    for name, source in (("data/cells/messages.py", DATES), ("ui/overview/page.py", PAGE)):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(source, "utf-8")
    folder = tmp_path / "texts" / "nl"
    folder.mkdir(parents=True)
    (folder / "old.po").write_text(
        HEADER
        + """
msgid "Overview"
msgstr "Overzicht"
msgid "Overview"
msgstr "Overzicht"

#: data/gone.py
msgid "No date."
msgstr "Geen datum."

msgid "Nobody uses this."
msgstr "Niemand gebruikt dit."
""",
        "utf-8",
    )
    (tmp_path / "app.py").write_text("", "utf-8")
    return tmp_path


def test_one_run_moves_adds_drops_and_tells_where_each_text_stands(root: Path) -> None:
    folder = root / "texts" / "nl"
    changes = update(folder, root)
    assert changes.added == [("{n} row.", "{n} rows.")]
    assert changes.untranslated == [("{n} row.", "{n} rows.")]
    assert changes.dropped == [(("Nobody uses this.",), ("Niemand gebruikt dit.",))]
    assert sorted(path.name for path in folder.iterdir()) == ["data.cells.po", "ui.overview.po"]
    assert (
        (folder / "data.cells.po").read_text("utf-8")
        == HEADER
        + """
#: data/cells/messages.py
#: ui/overview/page.py
msgid "No date."
msgstr "Geen datum."

#: data/cells/messages.py
msgid "{n} row."
msgid_plural "{n} rows."
msgstr[0] ""
msgstr[1] ""
"""
    )
    assert (
        (folder / "ui.overview.po").read_text("utf-8")
        == HEADER
        + """
#: ui/overview/page.py
msgid "Overview"
msgstr "Overzicht"
"""
    )


def test_a_second_run_changes_nothing(root: Path) -> None:
    folder = root / "texts" / "nl"
    assert outdated(folder, root) == ["data.cells.po", "old.po", "ui.overview.po"]
    update(folder, root)
    assert outdated(folder, root) == []
    assert update(folder, root).files == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("data/cells/dates.py", "data.cells.po"),
        ("data/storing/tables/batch.py", "data.storing.po"),
        ("data/settings.py", "data.po"),
        ("app.py", "app.po"),
    ],
)
def test_a_folder_has_one_catalogue(path: str, name: str) -> None:
    assert catalogue_of(path) == name


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('_("Year")', [("Year",)]),
        ('_("One " "text")', [("One text",)]),
        ('Text("Row {n}", {"n": 1})', [("Row {n}",)]),
        ('sentence("rows", "{n} row", "{n} rows")', [("{n} row", "{n} rows")]),
        ('ngettext("{n} row", "{n} rows", 2)', [("{n} row", "{n} rows")]),
        ('ngettext("a" if x else "b", "as" if x else "bs", 2)', [("a", "as"), ("b", "bs")]),
        ('_("yes" if x else "no")', [("no",), ("yes",)]),
        ('told = "No row"\nText(told)', [("No row",)]),
        ('f(_("Second"), _("Third"))\n_("Fourth")', [("Second",), ("Third",), ("Fourth",)]),
        ("_(label)", []),
        ('print("Year")', []),
    ],
)
def test_texts_are_found_in_a_source(source: str, texts: list[tuple[str, ...]]) -> None:
    assert sorted(texts_in(source)) == sorted(texts)
