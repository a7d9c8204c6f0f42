from __future__ import annotations

from typing import Any

import pytest

from data.command_line.import_report import error_report, file_report, report_lines
from data.fields.messages import HOURS_NEGATIVE
from data.reading.messages import FILE_EMPTY
from data.values.found_table import Heading, Table
from data.values.messages import AMOUNTS_FINER_THAN_CENT
from data.values.results import Fault, FilePreview, NameMatches, RejectedRow, SheetResult
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from texts import use_language

TOO_LOW = "-3 is minder dan nul. Vul het aantal uren in zonder minteken."
NOTHING = {"hours": 0.0, "participants": 0, "amount": 0.0}


def full_sheet(**other: Any) -> SheetResult:
    fault = Fault(8, "Uren", "-3", HOURS_NEGATIVE(value="-3"))
    return usage_sheet(
        [use("2018-01-01", JOS, ARMOEDE), use("2018-01-02", JOS, ARMOEDE)],
        headings=[Heading(0, "Datum", "date"), Heading(1, "Opm.", None, "ignored")],
        rejected=[RejectedRow(8, ("x", "-3"), (fault, fault))],
        skipped={"blank": 2, "total": 1, "note": 0},
        names={"department": NameMatches({"jos": JOS}, (JOS,), {"jos": JOS})},
        sums={"hours": 10 / 3, "participants": 12.0, "amount": 0.1 + 0.2},
        **other,
    )


def test_the_json_of_the_contract() -> None:
    fault = {
        "row": 8,
        "column": "Uren",
        "value": "-3",
        "code": "hours_negative",
        "message": TOO_LOW,
    }
    assert file_report(preview(full_sheet()), batch_id=3) == {
        "file": "gebruik 2018.xlsx",
        "error": None,
        "error_code": None,
        "batch_id": 3,
        "sheets": [
            {
                "sheet": "Blad1",
                "kind": "usage",
                "header_row": 5,
                "columns": {"Datum": "date"},
                "ignored_columns": ["Opm."],
                "rows": 6,
                "accepted": 2,
                "rejected": 1,
                "skipped": 3,
                "skipped_reasons": {"blank": 2, "total": 1},
                "sums": {"hours": 3.3333, "participants": 12, "amount": 0.3},
                "new_names": {"department": [JOS], "theme": []},
                "matched_names": {"department": {"jos": JOS}, "theme": {}},
                "errors": [fault, fault],
                "report": {
                    "from": "2018-01-01",
                    "to": "2018-01-02",
                    "departments": "listed",
                    "channels": "direct",
                    "themes": "all",
                    "complete": True,
                    "stated": False,
                },
            }
        ],
    }


def test_a_file_stored_before_counts_its_rows_as_duplicates() -> None:
    stored = FilePreview("g.xlsx", sheets=(full_sheet(),), stored_as=4)
    report = file_report(stored)
    sheet = report["sheets"][0]
    assert (report["batch_id"], report["already_stored"]) == (4, True)
    assert (sheet["rows"], sheet["accepted"], sheet["rejected"], sheet["skipped"]) == (6, 0, 1, 5)
    assert sheet["skipped_reasons"] == {"blank": 2, "total": 1, "duplicate": 2}
    assert sheet["sums"] == NOTHING
    assert file_report(stored, dry_run=True)["batch_id"] is None


def test_hidden_sheets_and_crosstabs_are_named_so() -> None:
    table = Table("usage", 2, (), layout="crosstab")
    sheet = file_report(preview(SheetResult("Kruis", hidden=True, table=table)))["sheets"][0]
    assert (sheet["layout"], sheet["hidden"]) == ("crosstab", True)
    plain = file_report(preview(full_sheet()))["sheets"][0]
    assert {"layout", "hidden", "remarks"}.isdisjoint(plain)


def test_a_sheet_that_holds_neither() -> None:
    sheet = file_report(preview(SheetResult("Toelichting")))["sheets"][0]
    assert (sheet["kind"], sheet["header_row"], sheet["columns"]) == (None, None, {})
    assert (sheet["rows"], sheet["accepted"], sheet["rejected"], sheet["skipped"]) == (0, 0, 0, 0)
    assert sheet["sums"] == NOTHING


def test_a_file_that_cannot_be_read() -> None:
    error = FILE_EMPTY(file="x.xlsx")
    sentence = "“x.xlsx” is leeg: kies het bestand waar de gegevens in staan."
    expected = {
        "file": "x.xlsx",
        "error": sentence,
        "error_code": "file_empty",
        "batch_id": None,
        "sheets": [],
    }
    assert error_report("x.xlsx", error) == expected
    assert file_report(FilePreview("x.xlsx", error=error)) == expected
    assert list(report_lines(expected)) == [sentence]


def test_a_remark_has_a_code_and_is_told_in_the_language_of_the_reader() -> None:
    sheet = full_sheet(remarks=(AMOUNTS_FINER_THAN_CENT(column="Bedrag", n=1200),))
    with use_language("en"):
        report = file_report(preview(sheet))
        lines = [line.strip() for line in report_lines(report)]
    told = (
        "Amounts under “Bedrag” that were finer than a cent: 1,200. They were rounded to whole "
        "cents."
    )
    assert report["sheets"][0]["remarks"] == [{"code": "amounts_finer_than_cent", "message": told}]
    assert told in lines


@pytest.mark.parametrize(
    ("language", "equation"),
    [
        ("nl", "6 rijen = 2 gelezen + 1 afgekeurd + 3 overgeslagen (2 leeg, 1 totaal)"),
        ("en", "6 rows = 2 read + 1 rejected + 3 skipped (2 blank, 1 total)"),
    ],
)
def test_the_equation_for_people(language: str, equation: str) -> None:
    with use_language(language):
        lines = [line.strip() for line in report_lines(file_report(preview(full_sheet())))]
    assert equation in lines


def test_the_text_in_dutch() -> None:
    lines = list(report_lines(file_report(preview(full_sheet(hidden=True)), batch_id=3)))
    assert lines == [
        "gebruik 2018.xlsx: opgeslagen als upload 3.",
        "  Blad Blad1 (verborgen): gebruik",
        "    Koppen in rij 5",
        "    6 rijen = 2 gelezen + 1 afgekeurd + 3 overgeslagen (2 leeg, 1 totaal)",
        "    Kolommen niet gebruikt: Opm.",
        f"    Nieuw als afdeling: {JOS}",
        f"    Gelezen als {JOS}: jos",
        f"    Rij 8, Uren, “-3”: {TOO_LOW}",
        f"    Rij 8, Uren, “-3”: {TOO_LOW}",
    ]


@pytest.mark.parametrize(
    ("faults", "last"),
    [
        (10, f"Rij 8, Uren, “-3”: {TOO_LOW}"),
        (11, "en nog 1 gebrek"),
        (13, "en nog 3 gebreken"),
    ],
)
def test_the_text_shows_the_first_faults(faults: int, last: str) -> None:
    fault = Fault(8, "Uren", "-3", HOURS_NEGATIVE(value="-3"))
    sheet = usage_sheet([], rejected=[RejectedRow(8, ("-3",), (fault,) * faults)])
    assert list(report_lines(file_report(preview(sheet))))[-1].strip() == last


@pytest.mark.parametrize(
    ("report", "dry_run", "ending"),
    [
        (file_report(FilePreview("g.xlsx", stored_as=4)), False, "niet nog eens opgeslagen."),
        (file_report(FilePreview("g.xlsx"), dry_run=True), True, "niets opgeslagen."),
        (file_report(FilePreview("g.xlsx")), False, "niets gevonden om op te slaan."),
    ],
)
def test_what_became_of_the_file(report: dict[str, Any], dry_run: bool, ending: str) -> None:
    assert next(report_lines(report, dry_run=dry_run)).endswith(ending)
