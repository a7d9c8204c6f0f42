from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from data.formula_guard import starts_formula
from reports.workbook import SheetNames, workbook_of
from texts import use_language

HOSTILE = ["=1+1", "+31 23 511", "-12,50", "@SUM(A1)", "\t=1+1", "\r=1+1", "#N/A", "=", "0.10"]


def read_back(content: bytes, sheet: str) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(content))[sheet]


def test_numbers_dates_texts_and_gaps_come_back_as_what_they_are() -> None:
    frame = pd.DataFrame(
        {
            "Datum": pd.to_datetime(["2018-04-03", None]),
            "Afdeling": pd.Categorical(["Jeugd", None]),
            "Uren": [7.5, float("nan")],
            "Jaar": [2018, 2019],
            "Relevant": [True, False],
        }
    )
    sheet = read_back(workbook_of({"Gebruik": frame}, title="Gebruik"), "Gebruik")
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [
        ["Datum", "Afdeling", "Uren", "Jaar", "Relevant"],
        [dt.datetime(2018, 4, 3), "Jeugd", 7.5, 2018, True],
        [None, None, None, 2019, False],
    ]
    assert [c.number_format for c in sheet[2]][:4] == ["dd-mm-yyyy", "General", "#,##0.00", "0"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(text: str) -> None:
    frame = pd.DataFrame({text: [text]})
    content = workbook_of({"Blad": frame}, title=text, notes=[text])
    xml = "".join(
        zipfile.ZipFile(BytesIO(content)).read(f"xl/worksheets/sheet{n}.xml").decode()
        for n in (1, 2)
    )
    assert "<f>" not in xml
    assert 't="e"' not in xml
    cell = read_back(content, "Blad")["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == starts_formula(text)
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("Blad").to_python()
    assert [cell.strip() for row in rows for cell in row] == [text.strip()] * 2


def test_what_excel_cannot_hold_is_left_out() -> None:
    frame = pd.DataFrame({"a": ["een\x00twee\x1b", "half \ud800", "x" * 40_000, float("inf")]})
    sheet = read_back(workbook_of({"Blad": frame}, title="t"), "Blad")
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == [
        "eentwee",
        "half ",
        "x" * 32_767,
        None,
    ]


def test_the_heading_stays_in_sight_and_can_be_filtered() -> None:
    frame = pd.DataFrame({"Thema": ["Duurzaamheid en energie"], "n": [1]})
    sheet = read_back(workbook_of({"Blad": frame}, title="t"), "Blad")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == 25  # 23 letters and a little air
    assert sheet.column_dimensions["B"].width == 8


def test_the_first_sheet_says_what_it_is_and_the_data_are_opened() -> None:
    frames = {"Gebruik": pd.DataFrame({"a": [1]})}
    with use_language("nl"):
        content = workbook_of(frames, title="Gebruik 2018", notes=["Bron: export", "Stand: nu"])
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Toelichting", "Gebruik"]
    assert [c.value for c in book["Toelichting"]["A"]] == [
        "Gebruik 2018",
        "Bron: export",
        "Stand: nu",
    ]
    assert book.active.title == "Gebruik"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["Blad1"], ["Blad1"]),
        (["a/b:c*[d]?"], ["a b c  d"]),
        (["'Wonen'"], ["Wonen"]),
        ([""], ["Sheet"]),
        (["History"], ["History_"]),
        (["Jeugd", "jeugd", "JEUGD"], ["Jeugd", "jeugd (2)", "JEUGD (3)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
    ],
)
def test_sheet_names_are_legal_and_unique(wanted: list[str], expected: list[str]) -> None:
    names = SheetNames()
    with use_language("en"):
        assert [names.take(name) for name in wanted] == expected


@pytest.mark.parametrize("frame", [pd.DataFrame(), pd.DataFrame({"a": pd.Series([], dtype=float)})])
def test_an_empty_frame_gives_a_readable_workbook(frame: pd.DataFrame) -> None:
    sheet = read_back(workbook_of({"Leeg": frame}, title="t"), "Leeg")
    assert sheet.max_row == 1


def test_a_moment_keeps_its_time_without_a_zone() -> None:
    frame = pd.DataFrame({"Tijd": pd.to_datetime(["2026-01-02 13:45"], utc=True)})
    cell = read_back(workbook_of({"Blad": frame}, title="t"), "Blad")["A2"]
    assert cell.value == dt.datetime(2026, 1, 2, 13, 45)
    assert cell.number_format == "dd-mm-yyyy hh:mm"


def test_a_format_can_be_chosen() -> None:
    frame = pd.DataFrame({"Aandeel": [0.25]})
    content = workbook_of({"Blad": frame}, title="t", formats={"Aandeel": "0%"})
    assert read_back(content, "Blad")["A2"].number_format == "0%"


def test_the_frame_is_not_changed() -> None:
    frame = pd.DataFrame({"Tijd": pd.to_datetime(["2026-01-02"], utc=True), "a": ["=1"]})
    before = frame.copy()
    workbook_of({"Blad": frame}, title="t")
    pd.testing.assert_frame_equal(frame, before)
