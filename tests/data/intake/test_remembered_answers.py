"""What was answered at one upload is taken for the next file of that kind, and may be forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.intake.preview import preview_file
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing.memory import forget, load_learned
from data.storing.store import Store, open_store
from data.users import COORDINATOR, User
from data.values.corrections import Corrections
from data.values.results import FilePreview, SheetResult

NOOR = User("Noor", COORDINATOR)
HEADINGS = "Datum;Afdeling;Thema;{hours};Status\n"
NO = Corrections(answers={"status:geannuleerd": "leave_out", "status:concept": "count"})


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def a_file(year: int, hours: str = "Uren", status: str = "Status") -> bytes:
    lines = [
        f"14-01-{year};Vastgoed;Wonen;2;klaar",
        f"18-02-{year};Vastgoed;Wonen;3;geannuleerd",
        f"22-03-{year};Werk;Bodem;4;concept",
    ]
    headings = HEADINGS.format(hours=hours).replace("Status", status)
    return (headings + "\n".join(lines)).encode()


def read(store: Store, content: bytes, said: Corrections | None = None) -> FilePreview:
    return preview_file(
        content, "x.csv", store=store, settings=Settings(), corrections=said or Corrections()
    )


def sheet_of(found: FilePreview) -> SheetResult:
    (sheet,) = found.sheets
    return sheet


def test_an_answer_counts_for_the_next_file_and_says_so(store: Store) -> None:
    store_preview(read(store, a_file(2018), NO), store=store, user=NOOR)
    sheet = sheet_of(read(store, a_file(2019)))
    assert (sheet.accepted, sheet.rejected) == (2, 1)
    assert [(q.answer, q.remembered) for q in sheet.questions] == [
        ("leave_out", True),
        ("count", True),
    ]
    assert [r.code for r in sheet.remarks].count("answer_remembered") == 2


def test_another_column_or_kind_of_file_is_asked_anew(store: Store) -> None:
    store_preview(read(store, a_file(2018), NO), store=store, user=NOOR)
    sheet = sheet_of(read(store, a_file(2019, status="Voortgang")))
    assert [q.answer for q in sheet.questions] == [None, None]


def test_an_answer_now_goes_before_what_was_remembered(store: Store) -> None:
    store_preview(read(store, a_file(2018), NO), store=store, user=NOOR)
    now = Corrections(answers={"status:concept": "leave_out", "status:geannuleerd": "ask"})
    sheet = sheet_of(read(store, a_file(2019), now))
    assert [(q.answer, q.remembered) for q in sheet.questions] == [
        (None, False),
        ("leave_out", False),
    ]


def test_a_unit_is_remembered_too(store: Store) -> None:
    said = Corrections(answers={**NO.answers, "hours_unit": "in_minutes"})
    rows = a_file(2018, "Duur").replace(b";2;", b";60;").replace(b";3;", b";90;")
    rows = rows.replace(b";4;", b";30;")
    store_preview(read(store, rows, said), store=store, user=NOOR)
    again = a_file(2019, "Duur").replace(b";2;", b";30;").replace(b";4;", b";45;")
    sheet = sheet_of(read(store, again.replace(b";3;", b";60;")))
    assert sheet.records["hours"].tolist() == [0.5, 0.75]


def test_what_is_asked_of_particular_rows_is_asked_every_time(store: Store) -> None:
    both = a_file(2018).replace(b"Werk;", b"Vastgoed / Werk;")
    said = Corrections(answers={**NO.answers, "several_names:department": "first"})
    store_preview(read(store, both, said), store=store, user=NOOR)
    assert {x.text.partition("|")[0] for x in load_learned(store)} == {
        "status:geannuleerd",
        "status:concept",
    }


def test_it_is_seen_and_forgotten(store: Store) -> None:
    store_preview(read(store, a_file(2018), NO), store=store, user=NOOR)
    learned = [x for x in load_learned(store) if x.is_answer]
    assert [(x.kind, x.text, x.meaning) for x in learned] == [
        ("usage", "status:concept|status", "count"),
        ("usage", "status:geannuleerd|status", "leave_out"),
    ]
    forget(store, NOOR, learned[1])
    sheet = sheet_of(read(store, a_file(2019)))
    assert [q.answer for q in sheet.questions] == [None, "count"]


def test_taking_the_upload_back_takes_its_answers_along(store: Store) -> None:
    batch = store_preview(read(store, a_file(2018), NO), store=store, user=NOOR)
    undo_batch(batch, store=store, user=NOOR)
    assert not load_learned(store)
