"""The sample: written the same every time, marked as fictitious, and read in as any other file."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from data.intake.preview import preview_file
from data.sample import BUDGET_FILE, FOLDER, HALF_YEAR_FILE, USAGE_FILE, read_in
from data.settings import Settings
from data.storing.frames import load_batches, load_budget, load_departments, load_themes, load_usage
from data.storing.store import Store, open_store
from data.values.results import SheetResult
from scripts.make_sample import sample_files
from scripts.sample.layouts import FICTITIOUS, half_year_layouts, usage_layouts
from scripts.sample.records import PLAN
from tests.users import NOOR

NO_USE_IN_2018 = {
    "Vastgoed",
    "Vergunningverlening, Toezicht en Handhaving",
    "Toerisme en Evenementen",
    "Veiligheid en Crisisbeheersing",
    "Financiën",
    "Informatievoorziening",
    "Communicatie",
}
SOCIAL = {
    "Jeugd, Onderwijs en Sport",
    "Maatschappelijke Ondersteuning",
    "Werk en Inkomen",
    "Schuldhulpverlening",
}


def _parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as package:
        return {name: canonicalize(package.read(name)) for name in package.namelist()}


@pytest.mark.parametrize("name", [USAGE_FILE, HALF_YEAR_FILE, BUDGET_FILE])
def test_script_reproduces_the_committed_workbook(name: str) -> None:
    # Part by part and in canonical form: how tightly a zip is packed differs between builds of
    # zlib, and how an empty element is written between writers of XML.
    assert _parts(sample_files()[name]) == _parts((FOLDER / name).read_bytes())


def test_script_writes_the_same_bytes_twice() -> None:
    assert sample_files() == sample_files()


@pytest.mark.parametrize("name", [USAGE_FILE, HALF_YEAR_FILE, BUDGET_FILE])
def test_every_sheet_says_that_it_is_fictitious(name: str) -> None:
    book = openpyxl.load_workbook(FOLDER / name)
    for sheet in book:
        first_lines = [cell for row in sheet.iter_rows(max_row=3, values_only=True) for cell in row]
        assert FICTITIOUS in first_lines, sheet.title


def test_the_plan_adds_up_to_the_sheets() -> None:
    # Counted by hand in the plan: 72, 69, 71, and 77 + 84 for the list of two years.
    written = {layout.title: layout.accepted for layout in usage_layouts()}
    assert written == {"2018": 72, "2019": 69, "2020": 71, "2021 en 2022": 161, "Toelichting": 0}
    half_year = {layout.title: layout.accepted for layout in half_year_layouts()}
    assert half_year == {"2023": 43, "Toelichting": 0}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('sample')}/sample.sqlite3")
    assert len(read_in(store, NOOR)) == 3
    yield store
    store.engine.dispose()


def _sheets(name: str, store: Store) -> Mapping[str, SheetResult]:
    content = (FOLDER / name).read_bytes()
    preview = preview_file(content, name, store=store, settings=Settings())
    assert preview.error is None
    return {sheet.sheet: sheet for sheet in preview.sheets}


@pytest.fixture(scope="module")
def usage_sheets(store: Store) -> Mapping[str, SheetResult]:
    return _sheets(USAGE_FILE, store)


@pytest.mark.parametrize(
    ("title", "rows", "accepted", "rejected", "skipped"),
    [
        ("2018", 74, 72, 0, {"blank": 1, "total": 1}),
        ("2019", 73, 69, 0, {"blank": 3, "total": 1}),
        ("2020", 73, 71, 1, {"repeated_header": 1}),
        ("2021 en 2022", 167, 161, 1, {"total": 3, "blank": 1, "note": 1}),
        ("Toelichting", 0, 0, 0, {}),
    ],
)
def test_every_row_is_accounted_for(
    usage_sheets: Mapping[str, SheetResult],
    title: str,
    rows: int,
    accepted: int,
    rejected: int,
    skipped: Mapping[str, int],
) -> None:
    sheet = usage_sheets[title]
    assert (sheet.rows, sheet.accepted, sheet.rejected) == (rows, accepted, rejected)
    assert {reason: n for reason, n in sheet.skipped_reasons.items() if n} == skipped


def test_the_hours_are_those_that_were_written(usage_sheets: Mapping[str, SheetResult]) -> None:
    for layout in usage_layouts():
        if layout.accepted:
            assert usage_sheets[layout.title].sums["hours"] == pytest.approx(layout.hours)


def test_half_a_year_is_read_with_a_note_of_who_is_late(store: Store) -> None:
    sheet = _sheets(HALF_YEAR_FILE, store)["2023"]
    assert (sheet.rows, sheet.accepted, sheet.rejected) == (45, 43, 0)
    assert {reason: n for reason, n in sheet.skipped_reasons.items() if n} == {
        "blank": 1, "note": 1,
    }  # fmt: skip
    assert sheet.sums["hours"] == 611  # the sum of column H in the workbook


def test_the_two_faults_are_named(usage_sheets: Mapping[str, SheetResult]) -> None:
    faults = [
        (title, fault.column, fault.value)
        for title, sheet in usage_sheets.items()
        for fault in sheet.faults
    ]
    assert faults == [("2020", "Datum", "31-02-2020"), ("2021 en 2022", "Uren", "-4")]


def test_only_the_explanation_is_hidden(usage_sheets: Mapping[str, SheetResult]) -> None:
    hidden = [title for title, sheet in usage_sheets.items() if sheet.hidden]
    assert hidden == ["Toelichting"]
    assert usage_sheets["Toelichting"].kind is None


def test_store_holds_what_was_planned(store: Store) -> None:
    usage = load_usage(store)
    assert usage["year"].value_counts().sort_index().to_dict() == {
        2018: 72, 2019: 69, 2020: 71, 2021: 77, 2022: 84, 2023: 43,
    }  # fmt: skip
    assert set(load_departments(store)["department"]) == set(PLAN)
    assert set(load_themes(store)["theme"]) == {t for themes in PLAN.values() for t in themes}
    for column in ("form", "channel", "share", "hours", "participants", "domain", "pillar"):
        assert usage[column].notna().all(), column


def test_every_name_finds_its_place(store: Store) -> None:
    departments = load_departments(store).set_index("department")["domain"]
    assert set(departments[departments == "sociaal"].index) == SOCIAL
    assert not (departments == "onbekend").any()
    assert not (load_themes(store)["pillar"] == "onbekend").any()


def test_2018_shows_what_the_decision_found(store: Store) -> None:
    usage = load_usage(store)
    first: pd.DataFrame = usage[usage["year"] == 2018]
    social = first["department"].isin(SOCIAL)
    sustainability = first["theme"] == "Duurzaamheid"
    assert (int((social | sustainability).sum()), len(first)) == (53, 72)
    assert set(PLAN) - set(first["department"]) == NO_USE_IN_2018


def test_budget_is_stored_line_by_line(store: Store) -> None:
    budget = load_budget(store).groupby(["year", "kind"], observed=True)["amount"].sum()
    assert budget.to_dict() == {
        (2018, "budget"): 27000, (2018, "actual"): 25500, (2018, "commitment"): 0,
        (2019, "budget"): 27000, (2019, "actual"): 27000, (2019, "commitment"): 0,
        (2020, "budget"): 29000, (2020, "actual"): 23500, (2020, "commitment"): 0,
        (2021, "budget"): 29000, (2021, "actual"): 28000, (2021, "commitment"): 0,
        (2022, "budget"): 29000, (2022, "actual"): 27500, (2022, "commitment"): 1000,
    }  # fmt: skip


def test_a_second_time_adds_nothing(store: Store) -> None:
    assert read_in(store, NOOR) == []
    assert load_batches(store)["sample"].tolist() == [True, True, True]
