from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from data.importing import preview_file, store_preview
from data.results import FilePreview
from data.settings import Settings
from data.storing.store import open_store
from reports.rejected import MendableSheet
from texts import use_language
from ui.upload import stored, words

CONTENT = (
    b"Datum;Afdeling;Thema;Uren\n"
    b"03-04-2018;Jeugd;Wonen;7,5\n"
    b"31-02-2018;Jeugd;Wonen;2\n"
    b";;;\n"
    b"04-04-2018;JEUGD;Wonen;-1\n"
)


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FilePreview]:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    st.cache_resource.clear()
    store = open_store(url)
    found = preview_file(CONTENT, "gebruik.csv", store=store, settings=Settings())
    store_preview(found, store=store)
    yield found
    store.close()
    st.cache_resource.clear()


def test_what_was_rejected_comes_back_whole(preview: FilePreview) -> None:
    (sheet,) = preview.sheets
    assert [row.row for row in sheet.rejected_rows] == [3, 5]
    assert sheet.table
    kept = MendableSheet.kept("gebruik", sheet.table.headings, sheet.rejected_rows)
    assert stored.rejected_sheets(1) == [kept]


def test_a_stored_sheet_reads_as_it_did_before(preview: FilePreview) -> None:
    with use_language("nl"):
        (line, *_rest) = stored.sheet_lines(1)
        assert line == words.sheet_line(preview.sheets[0])
        assert "4 rijen = 1 gelezen + 2 afgekeurd + 1 overgeslagen (1 leeg)" in line
