"""Nasty texts on every page: shown as they are, and never a formula in what goes out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.command_line.commands import main
from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.store import Store, open_store
from tests.nasty import NASTY, NASTY_FILE, TRACE, nasty_workbook
from tests.pages.reading import XLSX
from tests.users import NOOR
from ui.shared.registry import PAGES, Page, page_of

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
# Markup that nobody escaped; in Markdown, what a backslash stands before is text.
TAGS = re.compile(rf"(?<!\\)(?:<script|<img src=x|<b id={TRACE})")
RAW = re.compile(TAGS.pattern + r"|(?<!\\)(?:\]\(javascript|!\[x\]|\$\\frac)")
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with every nasty text in it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('nasty') / 'store.sqlite3'}"
    store = open_store(url)
    preview = preview_file(nasty_workbook(), NASTY_FILE, store=store, settings=Settings())
    store_preview(preview, store=store, user=NOOR)
    store.close()
    assert sum(sheet.accepted for sheet in preview.sheets) > len(NASTY)
    return url


@pytest.fixture
def downloads(filled: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Any]]]:
    """The file name and the data of every download button that a page shows."""
    found: list[tuple[str, Any]] = []
    button = st.download_button

    def note(label: str, data: Any, file_name: str | None = None, **options: Any) -> bool:
        found.append((file_name or "", data))
        return button(label, data, file_name, **options)

    monkeypatch.setenv("DATABASE_URL", filled)
    monkeypatch.setattr(st, "download_button", note)
    st.cache_resource.clear()
    yield found
    st.cache_resource.clear()


def opened(page: Page) -> AppTest:
    at = AppTest.from_file(str(page.path), default_timeout=60).run()
    assert not at.exception
    return at


def taken_for_markup(at: AppTest) -> list[str]:
    """What Streamlit takes for Markdown or HTML, and holds a nasty text as it is."""
    kinds = (
        "title", "header", "subheader", "markdown", "caption", "info", "warning", "error",
        "success", "metric", "button", "checkbox", "toggle", "radio", "selectbox", "multiselect",
        "expander", "tabs",
    )  # fmt: skip
    texts = [
        str(getattr(element, name, None) or "")
        for kind in kinds
        for element in at.get(kind)
        for name in ("value", "label", "help")
        if not (kind in ("selectbox", "multiselect", "radio") and name == "value")
    ]
    bodies = [str(element.proto.body).replace("<script>document", "") for element in at.get("html")]
    assert len(texts) > 5
    return [text for text in texts if RAW.search(text)] + [b for b in bodies if TAGS.search(b)]


@every_page
def test_no_text_is_taken_for_markup(page: Page, downloads: list[Any]) -> None:
    assert taken_for_markup(opened(page)) == []


def test_a_file_that_waits_is_shown_as_it_is(downloads: list[Any]) -> None:
    at = opened(page_of("reading_in"))
    content = nasty_workbook(faulty=4)
    at.file_uploader[0].set_value([(NASTY_FILE, content, XLSX)])
    at.run()
    assert not at.exception
    assert taken_for_markup(at) == []
    check_all(downloads)


@every_page
def test_no_download_holds_a_formula_made_of_a_text(page: Page, downloads: list[Any]) -> None:
    opened(page)
    check_all(downloads)


def check_all(downloads: list[tuple[str, Any]]) -> None:
    """Every download that the page showed, made as when somebody presses the button."""
    for name, data in downloads:
        content = data() if callable(data) else data
        content = content.read() if hasattr(content, "read") else content
        check_download(name, content.encode() if isinstance(content, str) else content)


def check_download(name: str, content: bytes) -> None:
    if zipfile.is_zipfile(io.BytesIO(content)):
        if name.endswith(".xlsx"):
            check_workbook(content)
    elif name.endswith(".csv"):
        check_csv(content.decode("utf-8-sig"))


def check_workbook(content: bytes) -> None:
    nasty = {text.strip() for text in NASTY}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.strip() in nasty:
                    assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
                    assert cell.hyperlink is None
                    assert cell.quotePrefix or not cell.value.startswith(DANGEROUS)


def check_csv(text: str) -> None:
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            number = re.fullmatch(r"-?[\d.]+", cell)
            assert number or not cell.startswith(DANGEROUS), cell


def test_the_export_of_the_command_line_holds_no_formula(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--kind", "usage", "--format", "csv", "--store", filled]) == 0
    said = capsys.readouterr().out
    assert len(said.splitlines()) > len(NASTY)
    check_csv(said)


def test_the_checks_see_what_they_should(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=A1+1"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(AssertionError):
        check_workbook((tmp_path / "x.xlsx").read_bytes())
    with pytest.raises(AssertionError):
        check_csv("a,=1+1\n")
    assert RAW.search(NASTY[0])
    assert not RAW.search("\\<script\\>")


def test_every_text_comes_back_from_the_store(filled: str) -> None:
    store: Store = open_store(filled)
    with store.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM department").scalars().all()
    store.close()
    assert "=A1+1" in names
    assert NASTY[0] in names
    assert any("emoji" in name for name in names)
