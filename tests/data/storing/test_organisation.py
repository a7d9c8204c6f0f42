"""Departments, themes and forms as they are managed."""

from __future__ import annotations

import pytest

from data.columns import DEPARTMENT, THEME
from data.intake.store_upload import store_preview
from data.storing.change_log import load_changes
from data.storing.frames import load_usage
from data.storing.names import load_forms, load_spellings
from data.storing.organisation import (
    FormInUseError,
    NameTakenError,
    add_variant,
    correct_name,
    load_all_departments,
    load_all_themes,
    set_forms,
)
from data.storing.reference import edit_names
from data.storing.store import Store
from tests.data.storing.examples import ARMOEDE, JOS, VASTGOED, preview, usage_sheet, use
from tests.users import NOOR, coordinator

COORDINATOR = coordinator("Noor")


@pytest.fixture
def filled(store: Store) -> Store:
    rows = [
        use("2019-01-01", JOS, ARMOEDE, form="advies"),
        use("2019-02-01", VASTGOED, ARMOEDE, form=None),
    ]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    return store


def spellings(store: Store, kind: str) -> dict[str, str]:
    with store.reading() as connection:
        return load_spellings(connection, kind)


def test_departments_with_everything_known_of_them(filled: Store) -> None:
    edit_names(
        filled, COORDINATOR, DEPARTMENT,
        {JOS: {"manager": "afdelingsmanager", "employees": 60, "valid_to": 2021}},
    )  # fmt: skip
    frame = load_all_departments(filled).set_index("department")
    assert frame.loc[JOS, ["manager", "employees", "valid_to"]].tolist() == [
        "afdelingsmanager", 60, 2021,
    ]  # fmt: skip
    assert frame.loc[VASTGOED].isna().sum() == 4
    assert load_all_themes(filled)["theme"].tolist() == [ARMOEDE]


def test_a_spelling_given_by_hand_counts_most(filled: Store) -> None:
    add_variant(filled, COORDINATOR, DEPARTMENT, " Jeugd-OS ", JOS)
    assert spellings(filled, DEPARTMENT)["Jeugd-OS"] == JOS
    add_variant(filled, COORDINATOR, DEPARTMENT, "Jeugd-OS", VASTGOED)
    assert spellings(filled, DEPARTMENT)["Jeugd-OS"] == VASTGOED
    with pytest.raises(KeyError):
        add_variant(filled, COORDINATOR, THEME, "x", "Onzin")


def test_a_mended_name_stays_known_by_its_old_spelling(filled: Store) -> None:
    correct_name(filled, COORDINATOR, DEPARTMENT, VASTGOED, "Vastgoed en Grond")
    assert set(load_usage(filled)["department"]) == {JOS, "Vastgoed en Grond"}
    assert spellings(filled, DEPARTMENT)[VASTGOED] == "Vastgoed en Grond"
    for taken in (JOS, "  "):
        with pytest.raises(NameTakenError):
            correct_name(filled, COORDINATOR, DEPARTMENT, "Vastgoed en Grond", taken)
    with pytest.raises(KeyError):
        correct_name(filled, COORDINATOR, DEPARTMENT, "Onzin", "Nieuw")


def test_forms_are_added_ordered_and_removed_unless_in_use(filled: Store) -> None:
    with filled.reading() as connection:
        before = load_forms(connection)
    set_forms(filled, COORDINATOR, ["werkbezoek", *before[:-1], "werkbezoek", " "])
    with filled.reading() as connection:
        assert load_forms(connection) == ("werkbezoek", *before[:-1])
    with pytest.raises(FormInUseError) as caught:
        set_forms(filled, COORDINATOR, ["werkbezoek"])
    assert "“advies”" in str(caught.value.message)
    log = load_changes(filled)
    assert log["subject"].tolist() == ["form", "form", "upload"]
    assert log["result"].tolist() == ["refused", "done", "done"]
    assert log["reason"].iloc[0] == caught.value.message
