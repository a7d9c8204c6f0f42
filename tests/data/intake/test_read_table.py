"""One sheet as a whole: counts, sums, faults, names, what is kept of a rejected row."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

import numpy as np
import pandas as pd
import pytest

from data import columns as c
from data import fields
from data.cells.cell import Cell, ErrorCell
from data.cleaning.name_matching import KnownNames
from data.settings import Settings
from data.values.corrections import SheetCorrections
from data.values.grid import MergedRange, Sheet
from data.values.results import PersonalData, SheetResult
from tests.data.one_sheet import read_sheet
from texts import Message, use_language

SETTINGS = Settings(latest_date=dt.date(2022, 12, 31))
HEADINGS: list[Cell] = [
    "Datum", "Afdeling", "Thema", "Vorm", "Kanaal", "40/60", "Onderwerp", "Uren", "Deelnemers",
    "Bedrag",
]  # fmt: skip
GOOD: list[Cell] = [
    dt.date(2019, 4, 3), "Vastgoed", "Wonen", "advies", "direct", "60%", "Vraag", 7.5, 3, 100.0,
]  # fmt: skip


def good(**changes: Cell) -> list[Cell]:
    """A faultless row, with other cells under some headings."""
    row = list(GOOD)
    for heading, cell in changes.items():
        row[HEADINGS.index(heading)] = cell
    return row


def read(rows: list[list[Cell]], known: KnownNames | None = None, **sheet: object) -> SheetResult:
    """What a sheet with these rows yields."""
    grid = Sheet("Blad1", rows, **sheet)  # type: ignore[arg-type]
    return read_sheet(grid, known=known or KnownNames.empty(), settings=SETTINGS)


def test_records_are_typed() -> None:
    records = read([HEADINGS, GOOD, good(Uren="", Deelnemers="-", Bedrag="", Vorm="")]).records
    assert list(records.columns) == [*fields.names(c.USAGE), "amount_cents", c.ROW]
    assert str(records[c.DATE].dtype).startswith("datetime64")
    for column in (c.DATE_PRECISION, c.DEPARTMENT, c.THEME, c.FORM, c.CHANNEL, c.SHARE, c.SUBJECT):
        assert records[column].dtype == "str"
    for column in (c.HOURS, c.PARTICIPANTS, c.AMOUNT):
        assert records[column].dtype == np.float64
    assert records["amount_cents"].dtype == pd.Int64Dtype()
    first, second = records.to_dict("records")
    assert first == {
        c.DATE: pd.Timestamp(2019, 4, 3), c.DATE_PRECISION: "day", c.DEPARTMENT: "Vastgoed",
        c.THEME: "Wonen", c.FORM: "advies", c.CHANNEL: "direct", c.SHARE: "tailored",
        c.SUBJECT: "Vraag", c.HOURS: 7.5, c.PARTICIPANTS: 3.0, c.AMOUNT: 100.0,
        "amount_cents": 10000, c.ROW: 2,
    }  # fmt: skip
    assert all(pd.isna(second[x]) for x in (c.FORM, c.HOURS, c.PARTICIPANTS, c.AMOUNT))


def test_sheet_without_table() -> None:
    result = read([["Notities"], ["Bellen met Jan"]], hidden=True)
    assert (result.kind, result.rows, result.accepted, result.hidden) == (None, 0, 0, True)
    assert dict(result.sums) == {}


def test_table_without_records() -> None:
    result = read([HEADINGS])
    assert (result.kind, result.rows, result.accepted, result.rejected) == ("usage", 0, 0, 0)
    assert dict(result.sums) == {"hours": 0.0, "participants": 0, "amount": 0.0}
    assert result.records.empty


@pytest.mark.parametrize(
    ("changes", "dutch"),
    [
        ({"Datum": ""}, "De datum ontbreekt. Vul een datum in"),
        ({"Datum": "n.v.t."}, "De datum ontbreekt. Vul een datum in"),
        ({"Datum": "31-02-2019"}, "31-02-2019 bestaat niet. Vul een bestaande datum in"),
        ({"Datum": "gisteren"}, "“gisteren” is geen datum. Vul één datum in"),
        ({"Datum": dt.date(2023, 1, 1)}, "01-01-2023 ligt in de toekomst"),
        ({"Datum": "2023"}, "2023 ligt in de toekomst"),
        ({"Datum": dt.date(1905, 7, 11)}, "11-07-1905 ligt voor 1 januari 2000"),
        ({"Afdeling": ""}, "De afdeling ontbreekt. Vul de naam"),
        ({"Afdeling": "-"}, "De afdeling ontbreekt. Vul de naam"),
        ({"Afdeling": 4310}, "“4310” is geen naam"),
        ({"Thema": "  "}, "Het thema ontbreekt. Vul de naam"),
        ({"Uren": -1}, "-1 is minder dan nul. Vul het aantal uren in zonder minteken."),
        ({"Uren": 2000.5}, "2000.5 is meer dan 2.000 uur"),
        ({"Uren": 1e300}, "1e+300 is meer dan 2.000 uur"),
        ({"Uren": "9" * 50}, "9" * 50 + " is meer dan 2.000 uur"),
        ({"Uren": "veel"}, "“veel” is geen aantal uren. Vul uren in"),
        ({"Deelnemers": -1}, "-1 is minder dan nul. Vul het aantal deelnemers in"),
        ({"Deelnemers": 2.5}, "“2.5” is geen heel getal."),
        ({"Deelnemers": 10_001}, "10001 is meer dan 10.000 deelnemers"),
        ({"Bedrag": "veel"}, "“veel” is geen bedrag. Vul een bedrag in euro's in"),
        ({"Uren": ErrorCell("#REF!")}, "In deze cel staat de foutmelding #REF! van Excel."),
        ({"Onderwerp": ErrorCell("#N/A")}, "In deze cel staat de foutmelding #N/A van Excel."),
        ({"Datum": "#VERW!"}, "In deze cel staat de foutmelding #VERW! van Excel."),
    ],
)
def test_fault_names_row_column_value_and_the_way_out(changes: dict[str, Cell], dutch: str) -> None:
    result = read([["Titel"], HEADINGS, GOOD, good(**changes), GOOD])
    assert (result.rows, result.accepted, result.rejected, result.skipped) == (3, 2, 1, 0)
    (fault,) = result.faults
    ((heading, _cell),) = changes.items()
    assert (fault.row, fault.column) == (4, heading)
    assert str(fault.message).startswith(dutch)
    assert str(fault.message).endswith(".")


@pytest.mark.parametrize(
    ("heading", "column", "cells", "dutch"),
    [
        (
            "Vorm", c.FORM, ["raadsel", "advies", "raadsel", "spel"],
            "“Vorm” telt als leeg in 3 rijen: “raadsel” en “spel”. "
            "“raadsel” is geen bekende vorm. Kies een van deze: advies",
        ),
        (
            "Kanaal", c.CHANNEL, ["fax"],
            "“Kanaal” telt als leeg in 1 rij: “fax”. “fax” is geen bekend kanaal. Vul “direct”",
        ),
        (
            "40/60", c.SHARE, ["50%", "60%"],
            "“40/60” telt als leeg in 1 rij: “50%”. “50%” is geen bekend deel. Vul “algemeen”",
        ),
        (
            "Vorm", c.FORM, [ErrorCell("#REF!")],
            "“Vorm” telt als leeg in 1 rij: “#REF!”. In deze cel staat de foutmelding #REF!",
        ),
        (
            "Kanaal", c.CHANNEL, [f"fax {sign}" for sign in "abcdef"],
            "“Kanaal” telt als leeg in 6 rijen: “fax a”, “fax b”, “fax c”, “fax d”, “fax e” "
            "en 1 andere. ",
        ),
    ],
)  # fmt: skip
def test_an_unknown_answer_leaves_the_record_and_is_told_once(
    heading: str, column: str, cells: list[Cell], dutch: str
) -> None:
    result = read([HEADINGS, *(good(**{heading: cell}) for cell in cells)])
    assert (result.accepted, result.rejected) == (len(cells), 0)
    known = [cell in ("advies", "60%") for cell in cells]
    assert result.records[column].notna().tolist() == known
    (remark,) = [r for r in result.remarks if r.code == "answers_unknown"]
    assert str(remark).startswith(dutch)


def test_faults_are_in_english_too() -> None:
    (fault,) = read([HEADINGS, good(Thema="")]).faults
    with use_language("en"):
        assert str(fault.message) == "The theme is missing. Fill in the name of the theme."


@pytest.mark.parametrize(
    "changes",
    [
        {"Datum": dt.date(2022, 12, 31)}, {"Datum": "2022"}, {"Datum": dt.date(2000, 1, 1)},
        {"Uren": 0}, {"Uren": 2000}, {"Deelnemers": 0}, {"Deelnemers": 10_000},
        {"Vorm": "", "Kanaal": "nvt", "40/60": "-"},
    ],
)  # fmt: skip
def test_bounds_themselves_are_allowed(changes: dict[str, Cell]) -> None:
    assert read([HEADINGS, good(**changes)]).accepted == 1


def test_row_with_several_faults_lists_each_once_in_sheet_order() -> None:
    row = good(Datum="31-02-2019", Thema="", Uren=-7.5, Bedrag="x")
    result = read([HEADINGS, GOOD, row])
    assert result.rejected == 1
    assert [(f.column, f.value) for f in result.faults] == [
        ("Datum", "31-02-2019"), ("Thema", ""), ("Uren", "-7.5"), ("Bedrag", "x"),
    ]  # fmt: skip


def test_rejected_row_keeps_its_cells_whole() -> None:
    headings = [*HEADINGS, "Opmerking"]
    row: list[Cell] = [*good(Uren=-1, Datum=dt.date(2019, 5, 6)), "let op"]
    (rejected,) = read([headings, row]).rejected_rows
    assert rejected.row == 2
    assert rejected.cells == (
        "06-05-2019", "Vastgoed", "Wonen", "advies", "direct", "60%", "Vraag", "-1", "3", "100",
        "let op",
    )  # fmt: skip


def test_rejected_rows_add_no_names_and_no_sums() -> None:
    result = read([HEADINGS, GOOD, good(Afdeling="Burgerzaken", Thema="Zorg", Uren=-1)])
    assert result.names[c.DEPARTMENT].new == ("Vastgoed",)
    assert result.names[c.THEME].new == ("Wonen",)
    assert result.sums == {"hours": 7.5, "participants": 3, "amount": 100.0}


def test_doubtful_name_rejects_its_rows_with_the_candidates() -> None:
    known = KnownNames(themes={"Wonen en zorg": "Wonen en zorg"})
    result = read([HEADINGS, GOOD, good(Thema="wonen & zorg"), good(Thema="Energie")], known)
    assert (result.accepted, result.rejected) == (2, 1)
    assert "Wonen en zorg" in str(result.faults[0].message)
    assert result.records[c.THEME].tolist() == ["Wonen en zorg", "Energie"]
    assert result.names[c.THEME].new == ("Energie",)
    assert dict(result.names[c.THEME].matched) == {"wonen & zorg": "Wonen en zorg"}


def test_sums_of_cents_stay_exact() -> None:
    result = read([HEADINGS, *(good(Bedrag=0.1, Uren=0.1) for _ in range(30))])
    assert result.sums == {"hours": 3.0, "participants": 90, "amount": 3.0}


def test_merged_cells_hold_for_every_row_they_cover() -> None:
    rows = [HEADINGS, GOOD, good(Afdeling="", Datum=""), good(Afdeling="")]
    merged = (MergedRange(2, 2, 4, 2), MergedRange(2, 1, 3, 1))
    records = read(rows, merged=merged).records
    assert records[c.DEPARTMENT].tolist() == ["Vastgoed"] * 3
    assert records[c.DATE].tolist() == [pd.Timestamp(2019, 4, 3)] * 3


def test_row_numbers_are_those_of_excel() -> None:
    result = read([HEADINGS, GOOD, good(Thema="")], first_row=10, first_column=3)
    assert result.records[c.ROW].tolist() == [11]
    assert result.faults[0].row == 12


def test_settings_are_followed() -> None:
    settings = Settings(
        latest_date=dt.date(2030, 1, 1), hours_per_day=7.2, max_hours_per_record=20,
        earliest_date=dt.date(2019, 4, 4),
    )  # fmt: skip
    rows = [HEADINGS, GOOD, good(Datum="2029"), good(Datum="2020", Uren="2 dgn"),
            good(Datum="2020", Uren=21)]  # fmt: skip
    result = read_sheet(Sheet("Blad1", rows), known=KnownNames.empty(), settings=settings)
    assert [fault.row for fault in result.faults] == [2, 5]
    assert result.records[c.HOURS].tolist() == [7.5, 14.4]
    assert "1 dag = 7,2 uur" in " ".join(map(str, result.remarks))


def test_kind_can_be_asked_for() -> None:
    rows: list[list[Cell]] = [["Jaar", "Afdeling", "Thema", "Bedrag"], [2019, "Vastgoed", "W", 5]]
    grid = Sheet("Blad1", rows)
    for kind in (c.USAGE, c.BUDGET):
        result = read_sheet(grid, known=KnownNames.empty(), settings=SETTINGS, kind=kind)
        assert (result.kind, result.accepted) == (kind, 1)


def test_messages_hold_plain_values_only() -> None:
    rows = [HEADINGS, good(Datum="x", Afdeling=1, Uren=-1, Deelnemers=1e9, Bedrag=True)]
    for fault in read(rows).faults:
        assert isinstance(fault.message, Message)
        filled_in = asdict(fault.message)["values"]
        assert {type(filled_in[name]) for name in filled_in} <= {str, int}


# What a person says about a sheet


def corrected(rows: list[list[Cell]], said: SheetCorrections) -> SheetResult:
    """What a sheet with these rows yields when a person says this about it."""
    known = KnownNames.empty()
    return read_sheet(Sheet("Blad1", rows), known=known, settings=SETTINGS, corrections=said)


def test_a_person_may_say_what_a_sheet_holds() -> None:
    rows: list[list[Cell]] = [["Jaar", "Afdeling", "Thema", "Bedrag"], [2019, "Vastgoed", "W", 5]]
    for kind in (c.USAGE, c.BUDGET):
        assert corrected(rows, SheetCorrections(kind=kind)).kind == kind


def test_a_person_may_point_at_the_heading_row() -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Afdeling", "Thema"],
        [dt.date(2018, 1, 1), "Oud", "Wonen"],
        ["Wanneer was het", "Van wie", "Waarover"],
        [dt.date(2019, 1, 1), "Vastgoed", "Wonen"],
    ]
    said = SheetCorrections(header_row=3)
    result = corrected(rows, said)
    assert result.table
    assert (result.table.header_row, result.rows, result.accepted) == (3, 1, 0)
    named = said.changed(columns={0: c.DATE, 1: c.DEPARTMENT, 2: c.THEME})
    result = corrected(rows, named)
    assert (result.rows, result.accepted, result.rejected) == (1, 1, 0)
    assert result.table
    assert [h.how for h in result.table.headings] == ["chosen"] * 3
    assert corrected(rows, SheetCorrections(header_row=99)).rows == 3


def test_a_person_may_say_what_a_column_means() -> None:
    rows: list[list[Cell]] = [["Datum", "Afdeling", "Team", "Thema"], *[
        [dt.date(2019, 1, day), "Vastgoed", "Grond", "Wonen"] for day in (1, 2)
    ]]  # fmt: skip
    result = corrected(rows, SheetCorrections(columns={1: "", 2: c.DEPARTMENT}))
    assert result.records[c.DEPARTMENT].tolist() == ["Grond", "Grond"]
    assert result.table
    assert result.table.columns["Team"] == c.DEPARTMENT
    assert result.table.ignored_columns == ["Afdeling"]


def test_a_person_may_give_a_column_without_heading_a_meaning() -> None:
    rows: list[list[Cell]] = [["Datum", "", "Thema"], [dt.date(2019, 1, 1), "Vastgoed", "Wonen"]]
    assert corrected(rows, SheetCorrections()).kind is None
    assert corrected(rows, SheetCorrections(columns={1: c.DEPARTMENT})).accepted == 1


@pytest.mark.parametrize(
    ("heading", "said", "unit", "amount"),
    [
        ("Bedrag (x € 1.000)", None, 1000, 2500.0),
        ("Bedrag (x € 1.000)", 1, 1, 2.5),
        ("Bedrag", None, 1, 2.5),
        ("Bedrag", 1000, 1000, 2500.0),
    ],
)
def test_the_unit_is_told_and_can_be_overruled(
    heading: str, said: int | None, unit: int, amount: float
) -> None:
    result = corrected([["Jaar", "Post", heading], [2019, "P31", 2.5]], SheetCorrections(unit=said))
    assert result.unit == unit
    assert result.sums[c.AMOUNT] == amount


def test_mended_cells_are_read_and_personal_data_are_blanked() -> None:
    rows = [HEADINGS, good(), good(Datum="31-02-2019", Onderwerp="bel Jan 06-12345678")]
    said = SheetCorrections(cells={(3, 0): "28-02-2019", (99, 0): "x"}, blanked=frozenset({6}))
    result = corrected(rows, said)
    assert (result.accepted, result.rejected) == (2, 0)
    assert result.records[c.DATE].tolist()[1] == pd.Timestamp(2019, 2, 28)
    assert result.records[c.SUBJECT].tolist()[1] == "bel Jan […]"
    assert result.personal == ()
    assert corrected(rows, SheetCorrections()).personal == (
        PersonalData(6, "Onderwerp", "phone", (3,)),
    )
    assert rows[2][0] == "31-02-2019"
