from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import data.intake.preview
import data.sample
from data.command_line.commands import main
from data.storing.store import Store
from data.users import User

ROOT = Path(__file__).parents[3]
USAGE_CSV = """Overzicht gebruik Platform31
Datum;Afdeling;Thema;Vorm;Onderwerp;Uren;Bedrag
04-03-2019;Vastgoed;Duurzaamheid;advies;=1+1;7,5;1.234,50
31-02-2019;Vastgoed;Duurzaamheid;advies;Label C;2;
05-03-2020;Griffie;Armoede;onderzoek;Schuld, de wet;;
Totaal;;;;;9,5;
"""
BUDGET_CSV = "Jaar;Omschrijving;Begroot\n2019;Bijdrage Platform31;20.762\n"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store' / 'store.sqlite3'}"


@pytest.fixture
def run(store_url: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line on a store of its own: the exit status and standard output."""

    def run_it(*arguments: str | Path) -> tuple[int, str]:
        capsys.readouterr()
        status = main([*map(str, arguments), "--store", store_url])
        return status, capsys.readouterr().out

    return run_it


@pytest.fixture
def usage_file(tmp_path: Path) -> Path:
    file = tmp_path / "gebruik 2019.csv"
    file.write_text(USAGE_CSV, encoding="utf-8")
    return file


@pytest.fixture
def budget_file(tmp_path: Path) -> Path:
    file = tmp_path / "begroting.csv"
    file.write_text(BUDGET_CSV, encoding="utf-8")
    return file


def exported(run: Run, kind: str = "usage") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run("export", "--kind", kind, "--format", "json")[1])
    return rows


def test_reading_in_answers_one_json_object(run: Run, usage_file: Path) -> None:
    status, out = run("import", usage_file, "--json")
    answer = json.loads(out)
    file = answer["files"][0]
    sheet = file["sheets"][0]
    assert status == 0
    assert list(answer) == ["files"]
    assert (file["file"], file["error"], file["batch_id"]) == ("gebruik 2019.csv", None, 1)
    assert (sheet["kind"], sheet["header_row"]) == ("usage", 2)
    assert sheet["columns"]["Uren"] == "hours"
    counts = (sheet["rows"], sheet["accepted"], sheet["rejected"], sheet["skipped"])
    assert counts == (4, 2, 1, 1)
    assert sheet["skipped_reasons"] == {"total": 1}
    assert sheet["sums"] == {"hours": 7.5, "participants": 0, "amount": 1234.5}
    assert sheet["new_names"]["department"] == ["Vastgoed", "Griffie"]
    faults = [(fault["row"], fault["column"], fault["value"]) for fault in sheet["errors"]]
    assert faults == [(4, "Datum", "31-02-2019")]


def test_the_same_file_again_stores_nothing(run: Run, usage_file: Path, tmp_path: Path) -> None:
    run("import", usage_file)
    copy = tmp_path / "kopie.csv"
    copy.write_bytes(usage_file.read_bytes())
    status, out = run("import", copy, "--json")
    file = json.loads(out)["files"][0]
    sheet = file["sheets"][0]
    assert (status, file["batch_id"], file["already_stored"]) == (0, 1, True)
    assert (sheet["rows"], sheet["accepted"], sheet["rejected"], sheet["skipped"]) == (4, 0, 1, 3)
    assert sheet["skipped_reasons"] == {"total": 1, "duplicate": 2}
    assert len(exported(run)) == 2


MORE_CSV = USAGE_CSV + "06-03-2020;Griffie;Armoede;advies;Nieuw;1;\n"


@pytest.mark.parametrize(
    ("choice", "counts", "stored", "batches"),
    [
        ([], (5, 3, 1, 1), 5, [False, False]),
        (["--overlap", "keep"], (5, 3, 1, 1), 5, [False, False]),
        (["--overlap", "skip"], (5, 1, 1, 3), 3, [False, False]),
        (["--overlap", "replace"], (5, 3, 1, 1), 3, [False, True]),
    ],
)
def test_rows_that_are_stored_already(
    run: Run,
    usage_file: Path,
    tmp_path: Path,
    choice: list[str],
    counts: tuple[int, ...],
    stored: int,
    batches: list[bool],
) -> None:
    run("import", usage_file)
    longer = tmp_path / "gebruik 2020.csv"
    longer.write_text(MORE_CSV, encoding="utf-8")
    trial = json.loads(run("import", longer, "--dry-run", "--json", *choice)[1])["files"][0]
    status, out = run("import", longer, "--json", *choice)
    file = json.loads(out)["files"][0]
    sheet = file["sheets"][0]
    assert (status, file["batch_id"], file["error"]) == (0, 2, None)
    assert tuple(sheet[n] for n in ("rows", "accepted", "rejected", "skipped")) == counts
    assert trial["sheets"] == file["sheets"]
    assert len(exported(run)) == stored
    found = json.loads(run("batches", "--json")[1])["batches"]
    assert [batch["undone"] for batch in found] == batches
    run("undo", "2")
    assert len(exported(run)) == 2


HOURS_CHANGED = USAGE_CSV.replace("7,5;1.234,50", "8;1.234,50")
BY_YEAR = "Jaar;Afdeling;Thema;Uren\n2019;Vastgoed;Duurzaamheid;7,5\n"


@pytest.mark.parametrize(
    ("text", "choice", "codes"),
    [
        (MORE_CSV, [], {"rows_stored": 2}),
        (MORE_CSV, ["--overlap", "skip"], {}),
        (MORE_CSV, ["--overlap", "replace"], {}),
        (HOURS_CHANGED, ["--overlap", "skip"], {"rows_stored_otherwise": 1}),
        (BY_YEAR, [], {"rows_of_other_periods": 1}),
        (USAGE_CSV.replace("2019", "2017").replace("2020", "2018"), [], {}),
    ],
)
def test_uses_that_are_stored_already_are_told_of(
    run: Run, usage_file: Path, tmp_path: Path, text: str, choice: list[str], codes: dict[str, int]
) -> None:
    run("import", usage_file)
    later = tmp_path / "later.csv"
    later.write_text(text, encoding="utf-8")
    sheet = json.loads(run("import", later, "--json", *choice)[1])["files"][0]["sheets"][0]
    told = [x for x in sheet.get("remarks", []) if x["code"].startswith("rows_")]
    assert {x["code"]: int(x["message"].split()[0]) for x in told} == codes


def test_a_file_without_a_new_row_is_told_and_not_stored(
    run: Run, usage_file: Path, tmp_path: Path
) -> None:
    run("import", usage_file)
    again = tmp_path / "deel.csv"
    again.write_text(
        "Datum;Afdeling;Thema;Vorm;Onderwerp;Uren;Bedrag\n"
        "05-03-2020;Griffie;Armoede;onderzoek;Schuld, de wet;;\n",
        encoding="utf-8",
    )
    status, out = run("import", again, "--json", "--overlap", "skip")
    file = json.loads(out)["files"][0]
    assert (status, file["batch_id"]) == (0, None)
    assert file["sheets"][0]["skipped_reasons"] == {"duplicate": 1}
    assert "niets" in run("import", again, "--overlap", "skip")[1]


def test_a_file_named_twice_in_one_command_is_stored_once(run: Run, usage_file: Path) -> None:
    _, out = run("import", usage_file, usage_file, "--json")
    first, second = json.loads(out)["files"]
    assert (first["batch_id"], "already_stored" in first) == (1, False)
    assert (second["batch_id"], second["already_stored"]) == (1, True)


def test_a_trial_stores_nothing_not_even_a_store(
    run: Run, usage_file: Path, tmp_path: Path
) -> None:
    status, out = run("import", usage_file, "--dry-run", "--json")
    file = json.loads(out)["files"][0]
    assert (status, file["batch_id"], file["sheets"][0]["accepted"]) == (0, None, 2)
    assert not (tmp_path / "store").exists()


def test_a_trial_on_a_store_knows_its_names(run: Run, usage_file: Path, tmp_path: Path) -> None:
    run("import", usage_file)
    other = tmp_path / "later.csv"
    other.write_text(USAGE_CSV.replace("2019", "2021"), encoding="utf-8")
    _, out = run("import", other, "--dry-run", "--json")
    assert json.loads(out)["files"][0]["sheets"][0]["new_names"]["department"] == []
    assert len(exported(run)) == 2


def test_files_that_cannot_be_read_do_not_stop_the_others(
    run: Run, usage_file: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "leeg.xlsx"
    empty.touch()
    status, out = run("import", tmp_path / "weg.xlsx", tmp_path, empty, usage_file, "--json")
    files = json.loads(out)["files"]
    assert status == 1
    assert files[0]["error"] == "“weg.xlsx” bestaat niet: controleer de naam en de map."
    assert files[1]["error"] == f"“{tmp_path.name}” is een map: noem de bestanden die erin staan."
    assert "leeg.xlsx" in files[2]["error"]
    for file in files[:3]:
        assert (file["batch_id"], file["sheets"]) == (None, [])
    assert (files[3]["error"], files[3]["batch_id"]) == (None, 1)


def test_a_file_without_anything_of_ours(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "boodschappen.csv"
    file.write_text("Artikel;Aantal\nMelk;2\nBrood;1\n", encoding="utf-8")
    status, out = run("import", file, "--json")
    answer = json.loads(out)["files"][0]
    assert (status, answer["error"], answer["batch_id"]) == (0, None, None)
    assert answer["sheets"][0]["kind"] is None
    assert json.loads(run("batches", "--json")[1]) == {"batches": []}


def test_a_mistake_of_the_program_stays_with_its_file(
    run: Run, usage_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(data.intake.preview, "preview_file", break_down)
    status, out = run("import", usage_file, "--json")
    file = json.loads(out)["files"][0]
    assert (status, file["batch_id"]) == (1, None)
    assert file["error"].startswith("“gebruik 2019.csv” kon door een gebrek in het programma")


def test_the_report_for_people(run: Run, usage_file: Path) -> None:
    status, out = run("import", usage_file)
    assert status == 0
    assert "gebruik 2019.csv: opgeslagen als upload 1." in out
    assert "4 rijen = 2 gelezen + 1 afgekeurd + 1 overgeslagen (1 totaal)" in out
    assert (
        "4 rows = 0 read + 1 rejected + 3 skipped" in run("import", usage_file, "--lang", "en")[1]
    )


def test_every_sheet_of_a_workbook(run: Run, tmp_path: Path) -> None:
    workbook = Workbook()
    first = workbook.active
    first.title = "Gebruik"
    for row in csv.reader(io.StringIO(USAGE_CSV), delimiter=";"):
        first.append(row)
    second = workbook.create_sheet("Budget")
    for row in csv.reader(io.StringIO(BUDGET_CSV), delimiter=";"):
        second.append(row)
    second.sheet_state = "hidden"
    workbook.save(tmp_path / "alles.xlsx")
    _, out = run("import", tmp_path / "alles.xlsx", "--json")
    usage, budget = json.loads(out)["files"][0]["sheets"]
    assert (usage["sheet"], usage["kind"], "hidden" in usage) == ("Gebruik", "usage", False)
    assert (budget["sheet"], budget["kind"], budget["hidden"]) == ("Budget", "budget", True)
    assert json.loads(run("batches", "--json")[1])["batches"][0]["kind"] == "usage+budget"


def test_uploads_are_listed_and_undone(run: Run, usage_file: Path, budget_file: Path) -> None:
    run("import", usage_file, budget_file)
    assert run("undo", "1")[0] == 0
    listed = json.loads(run("batches", "--json")[1])["batches"]
    found = [
        (line["id"], line["file"], line["kind"], line["rows"], line["undone"]) for line in listed
    ]
    assert found == [
        (2, "begroting.csv", "budget", 1, False),
        (1, "gebruik 2019.csv", "usage", 4, True),
    ]
    assert exported(run) == []
    assert "(teruggedraaid)" in run("batches")[1]


@pytest.mark.parametrize("times", [1, 2])
def test_undoing_what_cannot_be_undone(
    run: Run, usage_file: Path, capsys: pytest.CaptureFixture[str], store_url: str, times: int
) -> None:
    run("import", usage_file)
    assert run("undo", "1")[0] == 0
    number = {1: "1", 2: "99"}[times]
    assert main(["undo", number, "--store", store_url]) == 2
    assert capsys.readouterr().err.startswith(f"Upload {number} ")


def test_export_gives_back_what_was_read_in(run: Run, usage_file: Path, budget_file: Path) -> None:
    run("import", usage_file, budget_file)
    assert exported(run)[0] == {
        "date": "2019-03-04",
        "date_precision": "day",
        "department": "Vastgoed",
        "theme": "Duurzaamheid",
        "form": "advies",
        "channel": None,
        "share": None,
        "subject": "=1+1",
        "hours": 7.5,
        "participants": None,
        "amount": 1234.5,
        "batch_id": 1,
        "file": "gebruik 2019.csv",
        "sheet": exported(run)[0]["sheet"],
        "row": 3,
    }
    budget = exported(run, "budget")[0]
    assert (budget["year"], budget["kind"], budget["amount"]) == (2019, "budget", 20762.0)


def test_csv_holds_no_formula_and_no_dutch_decimals(run: Run, usage_file: Path) -> None:
    run("import", usage_file)
    out = run("export", "--kind", "usage")[1]
    first, second = csv.DictReader(io.StringIO(out))
    assert out.splitlines()[0] == (
        "date,date_precision,department,theme,form,channel,share,subject,hours,participants,"
        "amount,batch_id,file,sheet,row"
    )
    assert (first["subject"], first["hours"], first["amount"]) == ("'=1+1", "7.5", "1234.50")
    assert (second["subject"], second["hours"], second["amount"]) == ("Schuld, de wet", "", "")


def test_what_export_writes_can_be_read_in_again(
    run: Run, usage_file: Path, tmp_path: Path
) -> None:
    run("import", usage_file)
    before = exported(run)
    again = tmp_path / "uitvoer.csv"
    again.write_text(run("export", "--kind", "usage")[1], encoding="utf-8")
    run("undo", "1")
    sheet = json.loads(run("import", again, "--json")[1])["files"][0]["sheets"][0]
    assert (sheet["rows"], sheet["accepted"]) == (2, 2)
    same = ("date", "department", "theme", "form", "hours", "amount")
    for earlier, now in zip(before, exported(run), strict=True):
        assert {name: now[name] for name in same} == {name: earlier[name] for name in same}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["import"],
        ["undo", "een"],
        ["export"],
        ["export", "--kind", "onzin"],
        ["import", "x.xlsx", "--as", "onzin"],
        ["batches", "--lang", "fr"],
    ],
)
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert captured.out == ""
    assert captured.err.startswith("Zo kan deze opdracht niet worden uitgevoerd.")


@pytest.mark.parametrize("url", ["onzin", "sqlitex:///x"])
def test_a_store_that_cannot_be_opened(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batches", "--store", url]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("De opslag kan niet worden geopend.")


def test_preparing_reads_the_sample_into_a_new_store_only(
    run: Run, monkeypatch: pytest.MonkeyPatch, usage_file: Path
) -> None:
    read_into: list[str] = []

    def read_in(store: Store, user: User) -> None:
        read_into.append(f"{store.url} by {user.origin}")

    monkeypatch.setattr(data.sample, "read_in", read_in)
    assert run("prepare")[0] == 0
    assert len(read_into) == 1
    run("import", usage_file)
    run("undo", "1")
    assert run("prepare")[0] == 0
    assert len(read_into) == 1


def test_the_program_itself_writes_utf8_whatever_the_machine_says(
    usage_file: Path, store_url: str
) -> None:
    file = usage_file.rename(usage_file.with_name("geb\u0159uik €.csv"))
    command = [sys.executable, "-m", "data", "import", str(file), "weg.csv", "--json"]
    done = subprocess.run(
        [*command, "--store", store_url],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "latin-1", "PATH": ""},
    )
    answer = json.loads(done.stdout.decode("utf-8"))
    assert done.returncode == 1
    assert [entry["file"] for entry in answer["files"]] == ["geb\u0159uik €.csv", "weg.csv"]
    assert "“weg.csv” bestaat niet" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("asked", ["data export --kind usage", "reports findings"])
def test_a_reader_that_stops_early_is_no_mistake(
    asked: str, usage_file: Path, store_url: str
) -> None:
    main(["import", str(usage_file), "--store", store_url])
    command = f"{sys.executable} -m {asked} --store {store_url} | true"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
