from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import open_store
from data.values.results import SheetResult
from reports.template import template_workbook
from texts import use_language

HEADINGS = [
    "Datum",
    "Afdeling",
    "Thema",
    "Vorm",
    "Kanaal",
    "Deel",
    "Onderwerp",
    "Uren",
    "Deelnemers",
    "Bedrag",
]


def template(language: str = "nl") -> openpyxl.Workbook:
    with use_language(language):
        content = template_workbook(["Jeugd", "=1+1"], ["Wonen"], ["advies", "overig"])
    return openpyxl.load_workbook(BytesIO(content))


def test_the_first_sheet_has_the_headings_and_no_rows() -> None:
    book = template()
    assert book.sheetnames == ["Gebruik", "Uitleg", "Lijsten"]
    assert [c.value for c in book["Gebruik"][1]] == HEADINGS
    assert book["Gebruik"].max_row == 1
    assert book.active.title == "Gebruik"


def test_every_choice_stands_on_the_sheet_with_lists() -> None:
    lists = template()["Lijsten"]
    columns = [[c.value for c in column if c.value is not None] for column in lists.columns]
    assert [column[1:] for column in columns] == [
        ["Jeugd", "=1+1"],
        ["Wonen"],
        ["advies", "overig"],
        ["direct", "netwerk"],
        ["algemeen", "maatwerk"],
    ]
    assert lists["A3"].data_type == "s"


@pytest.mark.parametrize(
    ("column", "kind", "style", "list_column"),
    [
        ("A", "date", "stop", None),
        ("B", "list", "warning", "A"),
        ("C", "list", "warning", "B"),
        ("D", "list", "stop", "C"),
        ("E", "list", "stop", "D"),
        ("F", "list", "stop", "E"),
        ("H", "decimal", "stop", None),
        ("I", "whole", "stop", None),
        ("J", "decimal", "stop", None),
    ],
)
def test_what_is_typed_is_checked(
    column: str, kind: str, style: str, list_column: str | None
) -> None:
    validations = template()["Gebruik"].data_validations.dataValidation
    (found,) = [v for v in validations if str(v.sqref) == f"{column}2:{column}2000"]
    assert (found.type, found.errorStyle) == (kind, style)
    if list_column:
        assert f"'Lijsten'!${list_column}$2" in found.formula1
    assert len(found.prompt) <= 255  # Excel calls the workbook broken beyond that
    assert len(found.promptTitle) <= 32


def test_the_explanation_names_every_column() -> None:
    texts = [c.value for c in template()["Uitleg"]["A"]]
    assert [text for text in texts if text in HEADINGS] == HEADINGS


def test_the_english_template_is_english() -> None:
    book = template("en")
    assert book.sheetnames == ["Usage", "Explanation", "Lists"]
    assert [c.value for c in book["Usage"][1]][:4] == ["Date", "Department", "Theme", "Form"]


def test_without_known_names_it_is_still_a_template() -> None:
    with use_language("nl"):
        book = openpyxl.load_workbook(BytesIO(template_workbook([], [], [])))
    assert [c.value for c in book["Gebruik"][1]] == HEADINGS


def read_in(book: openpyxl.Workbook) -> list[SheetResult]:
    out = BytesIO()
    book.save(out)
    store = open_store("sqlite:///:memory:")
    preview = preview_file(out.getvalue(), "t.xlsx", store=store, settings=Settings())
    store.close()
    return list(preview.sheets)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_importer_reads_the_empty_template_as_use_without_rows(language: str) -> None:
    usage, explanation, lists = read_in(template(language))
    assert (usage.kind, usage.rows) == ("usage", 0)
    assert usage.table is not None
    assert usage.table.ignored_columns == []
    assert len(usage.table.columns) == 10
    assert [explanation.kind, lists.kind] == [None, None]


@pytest.mark.parametrize(
    ("language", "channel", "share"),
    [("nl", "netwerk", "maatwerk"), ("en", "network", "tailored")],
)
def test_the_importer_reads_what_was_filled_in(language: str, channel: str, share: str) -> None:
    book = template(language)
    for day in (3, 4, 5):
        row = [
            dt.date(2019, 4, day),
            "Jeugd",
            "Wonen",
            "advies",
            channel,
            share,
            "huur",
            7.5,
            3,
            54,
        ]
        book.worksheets[0].append(row)
    usage = read_in(book)[0]
    assert (usage.rows, usage.accepted) == (3, 3)
    assert usage.records["date"].dt.day.tolist() == [3, 4, 5]
    columns = ["department", "theme", "form", "channel", "share", "subject", "hours", "amount"]
    assert usage.records.loc[2, columns].tolist() == [
        "Jeugd",
        "Wonen",
        "advies",
        "network",
        "tailored",
        "huur",
        7.5,
        54.0,
    ]
