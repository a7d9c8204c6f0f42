from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.frames import load_batches, load_budget, load_usage
from data.storing.store import open_store
from data.storing.uploads import has_rows_to_mend
from data.values.corrections import Corrections, SheetCorrections
from data.values.results import FilePreview
from reports.mendable import MendableSheet
from reports.rejected import mending_workbook
from tests.data.mending.workbooks import edited, read, sheet_of
from tests.users import NOOR
from texts import use_language
from ui.reading_in import earlier_uploads, rejected_workbook, upload_words
from ui.shared import loaders

CONTENT = (
    b"Datum;Afdeling;Thema;Uren\n"
    b"03-04-2018;Jeugd;Wonen;7,5\n"
    b"31-02-2018;Jeugd;Wonen;2\n"
    b";;;\n"
    b"04-04-2018;JEUGD;Wonen;-1\n"
)
SAID = Corrections({"gebruik": SheetCorrections(kind="usage", header_row=1)})


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FilePreview]:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    st.cache_resource.clear()
    store = open_store(url)
    found = preview_file(CONTENT, "gebruik.csv", store=store, settings=Settings())
    store_preview(found, store=store, user=NOOR)
    yield found
    store.close()
    st.cache_resource.clear()


def test_what_was_rejected_comes_back_whole(preview: FilePreview) -> None:
    (sheet,) = preview.sheets
    assert [row.row for row in sheet.rejected_rows] == [3, 5]
    assert sheet.table
    kept = MendableSheet.kept("gebruik", sheet.table.headings, sheet.rejected_rows)
    assert rejected_workbook.rejected_sheets(1) == ([kept], SAID)


def made(batch_id: int) -> bytes:
    """The workbook with the rejected rows of an upload, as the button makes it."""
    line = load_batches(loaders.store()).set_index("batch_id", drop=False).loc[batch_id]
    sha256 = line["mends"] if pd.notna(line["mends"]) else line["sha256"]
    sheets, said = rejected_workbook.rejected_sheets(batch_id)
    return mending_workbook(
        sheets, file_name=line["file"], sha256=sha256, notes=[], corrections=said
    )


def test_rejected_rows_can_be_mended_in_several_goes(preview: FilePreview) -> None:
    store = loaders.store()
    first = made(1)
    once = edited(first, "gebruik", {"A2": "28-02-2018"})
    assert store_preview(read(once, store, "rijen.xlsx"), store=store, user=NOOR) == 2
    # What is left is taken from the second upload; its row 3 is row 5 of the file.
    second = made(2)
    assert [[c.value for c in row][4] for row in sheet_of(second, "gebruik").iter_rows()][1:] == [5]
    twice = read(edited(second, "gebruik", {"D2": "1"}), store, "rest.xlsx")
    assert (twice.sheets[0].rows, twice.sheets[0].accepted) == (1, 1)
    store_preview(twice, store=store, user=NOOR)
    assert sorted(load_usage(store)["hours"]) == [1, 2, 7.5]
    # The first workbook, mended whole, has nothing new by then.
    whole = read(edited(once, "gebruik", {"D3": "1"}), store)
    assert whole.sheets[0].skipped_reasons == {"duplicate": 2}


def test_amounts_in_thousands_stay_so_without_the_title_that_said_it(preview: FilePreview) -> None:
    store = loaders.store()
    content = (
        "Begroting P31, bedragen x € 1.000\nJaar;Omschrijving;Begroting\n"
        "2018;Bijdrage;24\n2019;Bijdrage;25\n20X0;Projecten;6\n"
    )
    budget = read(content.encode(), store, "begroting.csv")
    assert [row.row for row in budget.sheets[0].rejected_rows] == [5]
    batch_id = store_preview(budget, store=store, user=NOOR)
    mended = read(edited(made(batch_id), "begroting", {"A2": 2020}), store, "rijen.xlsx")
    assert store_preview(mended, store=store, user=NOOR) == batch_id + 1
    assert sorted(load_budget(store)["amount"]) == [6000, 24000, 25000]


def test_what_a_person_said_of_a_column_holds_for_its_rejected_rows(preview: FilePreview) -> None:
    store = loaders.store()
    content = b"Datum;Wie;Thema;Uren\n03-04-2018;Jeugd;Wonen;1\n31-02-2018;Zorg;Wonen;2\n"
    said = Corrections({"lijst": SheetCorrections(columns={1: "department"})})
    batch_id = store_preview(read(content, store, "lijst.csv", said), store=store, user=NOOR)
    mended = read(edited(made(batch_id), "lijst", {"A2": "28-02-2018"}), store, "rijen.xlsx")
    assert mended.sheets[0].records["department"].tolist() == ["Zorg"]


def test_rows_that_somebody_left_out_are_not_offered_to_mend(preview: FilePreview) -> None:
    store = loaders.store()
    content = b"Datum;Afdeling;Thema;Uren\n03-04-2018;Jeugd;Wonen;1\n04-04-2018;Zorg;Wonen;2\n"
    said = Corrections(names={"department": {"Zorg": None}})
    batch_id = store_preview(read(content, store, "lijst.csv", said), store=store, user=NOOR)
    assert rejected_workbook.rejected_sheets(batch_id) == ([], Corrections())
    assert [has_rows_to_mend(store, number) for number in (1, batch_id)] == [True, False]
    assert [downloads(number) for number in (1, batch_id)] == [1, 0]


def downloads(batch_id: int) -> int:
    """How many buttons an upload in the list has to download its rejected rows."""

    def script(batch_id: int) -> None:
        from ui.reading_in import earlier_uploads
        from ui.shared import loaders

        batches = loaders.batches()
        (line,) = batches[batches["batch_id"] == batch_id].to_dict("records")
        earlier_uploads._show(line)

    page = AppTest.from_function(script, kwargs={"batch_id": batch_id}).run()
    assert not page.exception
    return len(page.get("download_button"))


def test_a_stored_sheet_reads_as_it_did_before(preview: FilePreview) -> None:
    with use_language("nl"):
        (line, *_rest) = earlier_uploads.sheet_lines(1)
        assert line == upload_words.sheet_line(preview.sheets[0])
        assert "4 rijen = 1 gelezen + 2 afgekeurd + 1 overgeslagen (1 leeg)" in line
