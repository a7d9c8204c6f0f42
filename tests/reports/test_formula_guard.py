"""One table of texts, tried on everything that is taken away."""

from __future__ import annotations

import csv
import io

import openpyxl
import pandas as pd
import pytest
from docx import Document

from data.command_line.commands import main
from data.formula_guard import guarded, starts_formula
from data.intake.store_upload import store_preview
from data.storing.store import open_store
from reports.formulas import put
from reports.letter import Letter, letter_document
from reports.workbook import workbook_of
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.users import NOOR

# What a spreadsheet could take for a formula, and what it could not.
FORMULAS = (
    "=1+1", "+31+A1", "-A1+1", "@SUM(A1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)",
    "\t=1+1", "\r=1+1", "\n=1+1", "\ttekst", " =1+1", "\u00a0=1+1", "\u200b=1+1", "\ufeff=1+1",
    "=HYPERLINK(\"https://b.example\";\"x\")", "=cmd|' /C calc'!A0",
)  # fmt: skip
PLAIN = ("Jeugd", "a=1+1", "1-2", "'=1+1", "(=1)", "", " ", "€ 5", "5 = 5", "–5", "Ｊ＝1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_seen(text: str) -> None:
    assert starts_formula(text)
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", PLAIN)
def test_any_other_text_goes_out_as_it_is(text: str) -> None:
    assert not starts_formula(text)
    assert guarded(text) == text


@pytest.mark.parametrize("text", [*FORMULAS, *PLAIN])
def test_in_a_workbook_the_cell_is_marked_as_text(text: str) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(workbook_of({"Blad": pd.DataFrame({text: [text]})}, title=text, notes=[text]))
    )
    for cell in (book["Blad"]["A1"], book["Blad"]["A2"], book.worksheets[0]["A1"]):
        if text.strip():
            assert cell.data_type == "s", cell
            assert cell.quotePrefix == (text in FORMULAS), cell


@pytest.mark.parametrize("text", FORMULAS)
def test_beside_formulas_of_our_own_a_text_stays_a_text(text: str) -> None:
    cell = openpyxl.Workbook().active["A1"]
    put(cell, text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_in_csv_an_apostrophe_stands_before_it(
    tmp_path_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path_url)
    texts = [*FORMULAS, *PLAIN]
    rows = [use("2019-03-04", JOS, ARMOEDE, subject=text) for text in texts]
    store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    store.close()
    assert main(["export", "--kind", "usage", "--store", tmp_path_url]) == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    expected = [guarded(text).replace("\r", "\n") for text in texts]
    assert [line["subject"] for line in lines] == expected


@pytest.fixture
def tmp_path_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite3'}"


@pytest.mark.parametrize("text", FORMULAS)
def test_in_a_letter_no_paragraph_begins_as_a_formula(text: str) -> None:
    fields = (text,) * 5
    letter = Letter(*fields, points=[text], paragraphs=[text], closing=[text, text])
    document = Document(io.BytesIO(letter_document(letter, language="nl")))
    shown = [paragraph.text for paragraph in document.paragraphs]
    assert len(shown) == 8
    # A letter holds no control characters; of what is left nothing begins a formula.
    assert not [part for one in shown for part in one.split("\n") if starts_formula(part)]
