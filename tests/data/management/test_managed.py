"""All that is managed: taken out as a workbook, read again, and put back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from data.columns import DEPARTMENT, THEME
from data.intake.store_upload import store_preview
from data.management.managed import Managed, collect, differences, put
from data.management.workbook import LAYOUT, UnusableWorkbookError, managed_in
from data.reading import read_file
from data.settings import Settings
from data.storing import organisation, reference
from data.storing.change_log import load_changes
from data.storing.chosen_settings import choose_settings, load_settings
from data.storing.reorganising import Reorganisation, reorganise
from data.storing.store import Store, data_version, open_store
from data.users import NotAllowedError
from tests.data.storing.examples import ARMOEDE, JOS, VASTGOED, preview, usage_sheet, use
from tests.users import NOOR, coordinator, manager
from ui.management.workbook_exchange import management_workbook

COORDINATOR = coordinator("Noor")


@pytest.fixture
def filled(tmp_path: Path) -> Store:
    store = open_store(f"sqlite:///{tmp_path / 'filled.sqlite3'}")
    rows = [use("2019-01-01", JOS, ARMOEDE), use("2019-02-01", VASTGOED, ARMOEDE, form="advies")]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    known = {"manager": "afdelingsmanager", "employees": 60, "valid_from": 2010}
    reference.edit_names(store, COORDINATOR, DEPARTMENT, {JOS: known})
    reference.set_relevance(store, COORDINATOR, {(JOS, ARMOEDE): False})
    organisation.add_variant(store, COORDINATOR, THEME, "=schulden", ARMOEDE)
    choose_settings(store, COORDINATOR, {"hours_per_day": "7.5", "support_is_included": "False"})
    parts = {VASTGOED: {"Grond": 70, "Stenen": 30}}
    reorganise(store, COORDINATOR, Reorganisation(2021, parts))
    yield store
    store.close()


def read(content: bytes) -> Managed:
    return managed_in(read_file(content, "beheer.xlsx", Settings()))


def changed(content: bytes, sheet: str, cell: str, value: object) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    book[sheet][cell] = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_what_is_taken_out_is_read_as_it_was(filled: Store) -> None:
    now = collect(filled)
    assert now.departments[JOS]["employees"] == 60
    assert now.spellings == {(THEME, "=schulden"): ARMOEDE}
    again = read(management_workbook(now))
    assert differences(now, again) == []
    version = data_version(filled)
    put(filled, COORDINATOR, again)
    assert differences(now, collect(filled)) == []
    assert data_version(filled) == version  # nothing was written


def test_a_new_store_gets_all_of_it(filled: Store, tmp_path: Path) -> None:
    content = management_workbook(collect(filled))
    other = open_store(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    put(other, COORDINATOR, read(content))
    assert differences(collect(filled), collect(other)) == []
    assert load_settings(other).hours_per_day == 7.5
    assert load_settings(other).support_is_included is False
    other.close()


def test_only_what_differs_is_changed_and_logged(filled: Store) -> None:
    content = management_workbook(collect(filled))
    (row,) = [
        i for i, line in enumerate(sheet_rows(content, "Afdelingen"), start=1) if line[0] == JOS
    ]
    content = changed(content, "Afdelingen", f"D{row}", 55)
    (found,) = differences(collect(filled), read(content))
    assert (found.subject, found.name) == (DEPARTMENT, JOS)
    assert (found.before["employees"], found.after["employees"]) == (60, 55)
    before = len(load_changes(filled))
    put(filled, COORDINATOR, read(content))
    log = load_changes(filled)
    assert len(log) == before + 2
    assert log["subject"].tolist()[:2] == [DEPARTMENT, "managed"]
    assert log["after"].iloc[0] == {"name": JOS, "employees": 55}


def sheet_rows(content: bytes, sheet: str) -> list[tuple]:
    return list(openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("Afdelingen", "B2", "verkeerd", "Blad Afdelingen, rij 2: “verkeerd” kan niet onder"),
        ("Afdelingen", "D2", "veel", "onder Medewerkers staan"),
        ("Afdelingen", "A2", None, "rij 2: “” kan niet onder Afdeling staan"),
        ("Relevantie", "C2", "misschien", "onder Relevant staan"),
        ("Instellingen", "B2", "100", "onder Waarde staan"),
        ("Instellingen", "A2", "max_file_bytes", "onder Waarde staan"),
        ("Vormen", "A1", "Soort", "Blad Vormen moet de kolommen Vorm hebben."),
    ],
)
def test_a_fault_is_named_with_its_place(
    filled: Store, sheet: str, cell: str, value: object, said: str
) -> None:
    content = changed(management_workbook(collect(filled)), sheet, cell, value)
    with pytest.raises(UnusableWorkbookError) as caught:
        read(content)
    assert said in str(caught.value.message)


def test_another_workbook_is_refused(filled: Store) -> None:
    book = openpyxl.Workbook()
    target = BytesIO()
    book.save(target)
    with pytest.raises(UnusableWorkbookError):
        read(target.getvalue())


def test_nothing_is_changed_when_one_thing_cannot_be(filled: Store) -> None:
    now = collect(filled)
    wanted = Managed(departments={JOS: {"domain": "bestuur"}}, forms=["alleen dit"])
    with pytest.raises(organisation.FormInUseError):
        put(filled, COORDINATOR, wanted)
    assert differences(now, collect(filled)) == []


def test_a_manager_puts_nothing(filled: Store) -> None:
    with pytest.raises(NotAllowedError):
        put(filled, manager(JOS, name="Sam"), Managed(departments={JOS: {"domain": "bestuur"}}))


def test_sheets_have_the_names_that_they_need() -> None:
    assert all(len(name) <= 31 for name in LAYOUT)
