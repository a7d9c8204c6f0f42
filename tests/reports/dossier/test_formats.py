"""Every format of the dossier says what the command line says: taken out of the files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from odf import teletype
from odf.opendocument import load as load_odf
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import H, P

from data.storing.store import Store
from reports.__main__ import FORMATS
from reports.__main__ import main as reports_main
from reports.dossier.formats import WRITERS
from reports.dossier.gather import dossier_of
from reports.dossier.pdf import sheets_of
from tests.office import converted, needs_office, needs_poppler, text_of_pdf
from tests.reports.dossier.towns import YEAR, town
from texts import formats, use_language

Rows = list[list[str]]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = town(tmp_path_factory.mktemp("town"))
    yield store
    store.close()


@pytest.fixture(scope="module")
def files(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every format, made by the command line."""
    folder = tmp_path_factory.mktemp("files")
    for kind in FORMATS:
        out = str(folder / f"d.{kind}")
        arguments = ["dossier", "--store", store.url, "--year", str(YEAR), "--format", kind]
        assert reports_main([*arguments, "--out", out]) == 0
    return {kind: folder / f"d.{kind}" for kind in FORMATS}


@pytest.fixture
def said(store: Store, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What `python -m reports findings --json` says of the year."""
    capsys.readouterr()
    years = ["--from", str(YEAR), "--to", str(YEAR)]
    assert reports_main(["findings", "--store", store.url, *years, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_formats_of_the_command_line_are_those_that_there_are() -> None:
    assert set(FORMATS) == set(WRITERS)


def paragraphs_of(kind: str, file: Path) -> tuple[list[str], list[Rows]]:
    """The paragraphs outside tables, and the tables, of a text document."""
    if kind == "docx":
        document = docx.Document(str(file))
        tables = [[[c.text for c in row.cells] for row in t.rows] for t in document.tables]
        return [p.text for p in document.paragraphs if p.text.strip()], tables
    document = load_odf(str(file))
    tables = [
        [[teletype.extractText(c) for c in row.getElementsByType(TableCell)]
         for row in table.getElementsByType(TableRow)]
        for table in document.getElementsByType(OdfTable)
    ]  # fmt: skip
    within = {id(p) for c in document.getElementsByType(TableCell) for p in c.getElementsByType(P)}
    outside = [p for p in document.getElementsByType(P) if id(p) not in within]
    heads = document.getElementsByType(H)
    return [teletype.extractText(p) for p in (*heads, *outside)], tables


def with_heading(tables: Iterable[Rows], heading: str) -> list[Rows]:
    return [rows for rows in tables if rows[0][0] == heading]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_text_document_says_the_sentences_of_the_findings(
    kind: str, files: dict[str, Path], said: dict[str, Any], store: Store
) -> None:
    paragraphs, _tables = paragraphs_of(kind, files[kind])
    sentences = set(said["meeting"]["sentences"].values())
    assert sentences <= set(paragraphs)
    with use_language("nl"):
        dossier = dossier_of(store, YEAR)
    assert dossier is not None
    framing = {dossier.title, dossier.subtitle}
    framing |= {part.heading for part in dossier.everything}
    framing |= {table.caption for part in dossier.everything for table in part.tables}
    assert set(paragraphs) <= sentences | framing | set(said["warnings"])


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_the_tables_hold_the_figures_of_the_findings(
    kind: str, files: dict[str, Path], said: dict[str, Any]
) -> None:
    _paragraphs, tables = paragraphs_of(kind, files[kind])
    meeting = said["meeting"]
    themes = with_heading(tables, "Thema")[-1][1:]
    assert [row[0] for row in themes] == [line["theme"] for line in meeting["themes"]]
    for row, line in zip(themes, meeting["themes"], strict=True):
        step = line["now"] - line["before"]
        assert row[1:] == [str(n) for n in (line["uses"], line["before"], line["now"], step)]
    departments = next(t for t in with_heading(tables, "Afdeling") if t[0][1] == "Domein")[1:]
    for row, line in zip(departments, meeting["departments"], strict=True):
        counts = [line[name] for name in ("uses", "network_uses", "used", "relevant")]
        assert row[:1] + row[2:6] == [line["department"], *map(str, counts)]
    (figures,) = with_heading(tables, "Gegeven")
    for row, line in zip(figures[1:], said["figures"], strict=True):
        assert row[2:4] == ["" if line[name] is None else str(line[name]) for name in ("k", "n")]
    signs = [sign for table in with_heading(tables, "Afdeling") for row in table[1:]
             for sign in row[1:] if len(sign) == 1 and not sign.isdigit()]  # fmt: skip
    assert signs.count("✓") == said["map"]["used"]
    assert signs.count("→") == said["map"]["planned"]
    proposed = next(t for t in with_heading(tables, "Afdeling") if "Waarom" in t[0])[1:]
    assert [row[:3] for row in proposed] == [
        [one["department"], one["theme"], one["reason"]] for one in said["opportunities"][:5]
    ]


def numbers_in(value: Any) -> Iterator[str]:
    """Every number that the findings hold, as it stands in a text or as a reader writes it."""
    if isinstance(value, dict):
        for part in value.values():
            yield from numbers_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from numbers_in(part)
    elif isinstance(value, str):
        yield from _NUMBER.findall(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        written = (formats.number(value), formats.number(value, 1), formats.number(value * 100, 1))
        yield from (number.lstrip("-") for number in written)


@needs_poppler
def test_the_pdf_holds_no_number_that_the_findings_do_not(
    files: dict[str, Path], said: dict[str, Any], store: Store
) -> None:
    pages = text_of_pdf(files["pdf"])
    with use_language("nl"):
        known = set(numbers_in(said))
        dossier = dossier_of(store, YEAR)
        assert dossier is not None
        known |= {str(n) for n in range(1, len(pages) + 1)}  # the numbers of the pages
        known |= set(_NUMBER.findall(dossier.subtitle))  # the day on which it was made
        steps = [line["now"] - line["before"] for line in said["meeting"]["themes"]]
        known |= {str(abs(step)) for step in steps} | {str(YEAR - 1)}
    assert set(_NUMBER.findall("\n".join(pages).replace("\u00a0", " "))) - known == set()
    flat = re.sub(r"\s+", " ", " ".join(pages))
    assert re.sub(r"\s+", " ", said["headline"]["text"][:60]) in flat


def test_the_charts_of_the_slides_hold_the_figures_of_the_findings(
    files: dict[str, Path], said: dict[str, Any]
) -> None:
    slides = pptx.Presentation(str(files["pptx"])).slides
    assert len(slides) <= 6
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    themes, states = (chart.plots[0] for chart in charts)
    shown = said["meeting"]["themes"][:8]
    assert list(themes.categories) == [line["theme"] for line in shown]
    assert [list(series.values) for series in themes.series] == [
        [line["before"] for line in shown], [line["now"] for line in shown],
    ]  # fmt: skip
    kept = [
        n for name, n in said["map"].items() if n and name not in ("relevant", "not_applicable")
    ]
    assert sorted(states.series[0].values) == sorted(kept)
    texts = [
        paragraph.text.removeprefix("• ")
        for slide in slides for shape in slide.shapes
        if shape.has_text_frame and shape != slide.shapes.title
        for paragraph in shape.text_frame.paragraphs
    ]  # fmt: skip
    known = {*said["meeting"]["sentences"].values(), *said["warnings"]}
    assert [text for text in texts[1:] if text and text not in known] == []


def values_of(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(file, data_only=True)
    found = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return found


def same_figures(sheets: dict[str, list[tuple[Any, ...]]], said: dict[str, Any]) -> None:
    figures = sheets["Cijfers"][1:]
    for row, line in zip(figures[:4], said["figures"], strict=True):
        for shown, value in zip(row[1:4], (line["value"], line["k"], line["n"]), strict=True):
            if value is None:
                assert shown is None
            else:
                assert shown == pytest.approx(value, abs=1e-5)
    assert figures[4][1] == said["map"]["relevant"]
    assert sum(row[1] for row in figures[5:]) == said["map"]["relevant"]
    for row, line in zip(sheets["Thema’s"][1:], said["meeting"]["themes"], strict=True):
        expected = [line["uses"], line["before"], line["now"], line["now"] - line["before"]]
        assert list(row) == [line["theme"], *expected]
    for row, line in zip(sheets["Afdelingen"][1:], said["meeting"]["departments"], strict=True):
        counts = [line[name] for name in ("uses", "network_uses", "used", "relevant")]
        assert list(row[:5]) == [line["department"], *counts]
    money, stated = sheets["Geld"][1:], said["meeting"]["money"]
    names = ("budget", "spent", "committed", "remainder", "rate", "inhabitants", "calculated",
             "budgeted", "difference")  # fmt: skip
    for row, name in zip(money, names, strict=False):
        if stated[name] is None:
            assert row[1] is None
        else:
            assert row[1] == pytest.approx(stated[name], abs=1e-9)
    assert money[11][1] == pytest.approx(stated["split"]["share"])


def test_the_workbook_stores_the_outcome_of_every_formula(
    files: dict[str, Path], said: dict[str, Any]
) -> None:
    same_figures(values_of(files["xlsx"]), said)


@needs_office
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_recalculated_workbook_says_the_same(
    kind: str, files: dict[str, Path], said: dict[str, Any], tmp_path: Path
) -> None:
    copy = tmp_path / files[kind].name
    copy.write_bytes(files[kind].read_bytes())
    through = converted(copy, "ods" if kind == "xlsx" else "xlsx")
    made = converted(through, "xlsx") if kind == "xlsx" else through
    same_figures(values_of(made), said)


def test_the_formulas_of_both_workbooks_live(files: dict[str, Path]) -> None:
    formulas = [
        cell.value
        for sheet in openpyxl.load_workbook(files["xlsx"])
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    cells = load_odf(str(files["ods"])).getElementsByType(TableCell)
    written = [c.getAttribute("formula") for c in cells if c.getAttribute("formula")]
    assert len(formulas) == len(written) > 50


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("departments", "themes", "busy"), [(9, 6, 0), (60, 30, 40)])
def test_it_takes_two_sheets_and_annexes(
    departments: int, themes: int, busy: int, language: str, tmp_path: Path
) -> None:
    store = town(tmp_path, departments=departments, themes=themes, busy=busy)
    with use_language(language):
        dossier = dossier_of(store, YEAR)
        assert dossier is not None
        assert sheets_of(dossier) <= 2
    store.close()


@needs_office
@needs_poppler
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_it_takes_two_sheets_in_a_word_processor_too(kind: str, tmp_path: Path) -> None:
    store = town(tmp_path, departments=60, themes=30, busy=40)
    with use_language("nl"):
        dossier = dossier_of(store, YEAR)
        assert dossier is not None
        file = tmp_path / f"d.{kind}"
        file.write_bytes(WRITERS[kind](dossier))
    store.close()
    pages = text_of_pdf(converted(file, "pdf"))
    first_annex = next(i for i, page in enumerate(pages) if dossier.annexes[0].heading in page)
    assert first_annex <= 2


def test_the_pdf_is_tagged_and_says_its_language(files: dict[str, Path]) -> None:
    content = files["pdf"].read_bytes()
    for part in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert part in content


def test_a_name_in_any_script_does_not_stop_the_pdf(tmp_path: Path) -> None:
    from tests.pages.stores import make_store

    names = ["🏠 Wonen", "北京", "قسم", "\u202eomgekeerd", "Ελλάς", "naïef’s"]
    store = make_store(tmp_path, [(f"{YEAR}-03-0{i + 1}", n, n) for i, n in enumerate(names)])
    with use_language("nl"):
        dossier = dossier_of(store, YEAR)
        assert dossier is not None
        for write in WRITERS.values():
            assert len(BytesIO(write(dossier)).getvalue()) > 1_000
    store.close()
