"""What the tool says of lists that are partial, through the real importer and the command line."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from data.command_line.commands import main as data_main
from reports.__main__ import main as reports_main

DEPARTMENTS = ["Jeugd", "Zorg", "Wonen", "Vastgoed", "Communicatie", "Financiën"]
USERS = DEPARTMENTS[:4]
Row = tuple[dt.date, str, str, str]


def rows_of(year: int, n: int, until: dt.date, names: Iterable[str] = USERS) -> list[Row]:
    """So many uses, spread over the days from 1 January on."""
    names, first = list(names), dt.date(year, 1, 1)
    span = (until - first).days
    return [
        (first + dt.timedelta(days=i * span // max(n - 1, 1)), names[i % len(names)],
         ("Wonen", "Energie", "Armoede")[i % 3], "direct")
        for i in range(n)
    ]  # fmt: skip


class Town:
    """A store that is filled and asked through the command lines."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.url = f"sqlite:///{folder / 'store.sqlite3'}"

    def read_in(self, rows: list[Row], *options: str) -> dict[str, Any]:
        path = self.folder / f"lijst {len(list(self.folder.glob('*.csv')))}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(["Datum", "Afdeling", "Thema", "Kanaal", "Uren"])
            writer.writerows([day.strftime("%d-%m-%Y"), *rest, 2] for day, *rest in rows)
        assert data_main(["import", str(path), "--json", "--store", self.url, *options]) == 0
        found: dict[str, Any] = json.loads(self.capsys.readouterr().out)
        return found

    def confirm(self) -> None:
        path = self.folder / "organisatie.txt"
        lines = [
            f"{name};{'sociaal' if i < 2 else 'fysiek'};;" for i, name in enumerate(DEPARTMENTS)
        ]
        path.write_text("Afdeling;Domein;Vanaf;Tot\n" + "\n".join(lines) + "\n", encoding="utf-8")
        assert data_main(["organisation", str(path), "--confirm", "--store", self.url]) == 0
        self.capsys.readouterr()

    def said(self, *options: str) -> dict[str, Any]:
        assert reports_main(["findings", "--json", "--store", self.url, *options]) == 0
        found: dict[str, Any] = json.loads(self.capsys.readouterr().out)
        return found


def whole(year: int) -> list[str]:
    return ["--covers-from", f"{year}-01-01", "--covers-to", f"{year}-12-31",
            "--departments", "all", "--channels", "all"]  # fmt: skip


@pytest.fixture
def town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Town:
    return Town(tmp_path, capsys)


def figure(found: dict[str, Any], name: str) -> dict[str, Any]:
    (line,) = [line for line in found["figures"] if line["name"] == name]
    return line


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


def test_an_empty_store_says_so(town: Town) -> None:
    assert town.said() == {"empty": True}


def test_an_unfinished_year_stands_beside_the_same_days_of_the_year_before(town: Town) -> None:
    town.confirm()
    nine = [*rows_of(2025, 57, dt.date(2025, 9, 30)),
            *[(dt.date(2025, 11, 3), "Zorg", "Energie", "direct")] * 20]  # fmt: skip
    town.read_in(nine, *whole(2025))
    town.read_in(
        rows_of(2026, 70, dt.date(2026, 9, 30)), "--covers-from", "2026-01-01",
        "--covers-to", "2026-09-30", "--departments", "all", "--channels", "all",
    )  # fmt: skip
    assert town.said()["period"] == {
        "first": 2025, "last": 2025, "state": "complete", "through": "2025-12-31",
    }  # fmt: skip
    found = town.said("--from", "2026", "--to", "2026")
    assert found["period"]["state"] == "partial"
    assert found["period"]["through"] == "2026-09-30"
    change = figure(found, "uses")["change"]
    assert (change["from"], change["to"], change["departments"]) == (57, 70, 6)
    assert change["through_day"] == "09-30"
    assert "meer" in change["text"]
    assert found["map"]["lapsed"] == 0
    assert "t/m 30 september" in found["headline"]["text"]


def test_two_rows_of_one_manager_do_not_make_a_year(town: Town) -> None:
    town.confirm()
    town.read_in(rows_of(2022, 84, dt.date(2022, 12, 30)), *whole(2022))
    town.read_in(rows_of(2023, 2, dt.date(2023, 2, 1), ["Wonen"]))
    assert town.said()["period"]["first"] == 2022
    found = town.said("--from", "2023")
    uses = figure(found, "uses")
    assert uses["change"] is None
    assert uses["no_change_because"] == (
        "Over 2023 deed 1 van de 6 afdelingen opgave: te weinig om te vergelijken."
    )
    assert set(found["unknown_departments"]) == set(DEPARTMENTS) - {"Wonen"}
    assert found["organisation"]["reported"] == 1


def test_a_period_that_nobody_reported_is_no_comparison(town: Town) -> None:
    town.confirm()
    for year in range(2018, 2023):
        town.read_in(rows_of(year, 20, dt.date(year, 12, 30)), *whole(year))
    found = town.said("--from", "2019", "--to", "2022")
    assert figure(found, "uses")["no_change_because"] == "2015–2017 is niet opgegeven."


def test_of_a_first_list_nothing_is_said_of_all_departments(town: Town) -> None:
    taken = town.read_in(rows_of(2018, 72, dt.date(2018, 12, 20)))
    assert taken["files"][0]["sheets"][0]["report"] == {
        "from": "2018-01-01", "to": "2018-12-20", "departments": "listed", "channels": "direct",
        "themes": "all", "complete": True, "stated": False,
    }  # fmt: skip
    found = town.said()
    assert found["organisation"] == {"departments": 4, "confirmed": False, "reported": 4}
    reach = figure(found, "reach")
    assert (reach["value"], reach["k"], reach["n"]) == (None, 4, None)
    assert "4 afdelingen komen in uw lijsten voor" in found["headline"]["text"]
    told = " ".join(texts(found)).casefold()
    assert not [word for word in ("100", "elke ", "alle ") if word in told]


def test_a_list_of_two_departments_says_nothing_of_the_others(town: Town) -> None:
    town.confirm()
    town.read_in(rows_of(2024, 24, dt.date(2024, 12, 31), ["Jeugd", "Zorg"]))
    found = town.said()
    assert found["not_using"] == []
    assert len(found["unknown_departments"]) == 4
    assert found["map"]["open"] + found["map"]["used"] <= 6
    assert figure(found, "reach")["n"] == 2


def test_a_list_of_theme_groups_says_nothing_of_direct_use(town: Town) -> None:
    town.confirm()
    rows = [(day, name, theme, "netwerk") for day, name, theme, _ in
            rows_of(2024, 30, dt.date(2024, 12, 31))]  # fmt: skip
    town.read_in(rows, *whole(2024)[:-1], "network")
    found = town.said()
    assert found["not_using"] == []
    assert figure(found, "reach")["value"] is None
    assert found["map"]["open"] == 0
    assert figure(found, "uses")["value"] == 30


def test_a_theme_that_comes_later_does_not_lower_the_coverage_of_before(town: Town) -> None:
    town.confirm()
    town.read_in(rows_of(2024, 24, dt.date(2024, 12, 30)), *whole(2024))
    before = figure(town.said("--from", "2024"), "coverage")
    town.read_in([(dt.date(2026, 3, 1), "Zorg", "Nieuw thema", "direct")], *whole(2026))
    after = figure(town.said("--from", "2024", "--to", "2024"), "coverage")
    assert (after["k"], after["n"]) == (before["k"], before["n"])


def test_no_sentence_is_about_a_year_outside_the_period(town: Town) -> None:
    town.confirm()
    for year, n in ((2022, 20), (2023, 14), (2024, 18), (2025, 30), (2026, 24)):
        town.read_in(rows_of(year, n, dt.date(year, 12, 30)), *whole(year))
    found = town.said("--from", "2022", "--to", "2024")
    moved = found["through_time"]["text"]
    assert moved.startswith("In 2024: 18 keer, 4 meer dan in 2023 (14)")
    assert not [text for text in texts(found) if "2025" in text or "2026" in text]


def test_the_parts_of_the_map_add_up(town: Town) -> None:
    town.confirm()
    town.read_in(rows_of(2024, 24, dt.date(2024, 12, 30)), *whole(2024))
    counts = town.said()["map"]
    relevant, apart = counts.pop("relevant"), counts.pop("not_applicable")
    assert sum(counts.values()) == relevant
    assert relevant + apart == 6 * 3


@pytest.mark.parametrize("arguments", [["--from", "2024", "--to", "2022"], ["--from", "zes"]])
def test_wrong_use_ends_with_2(town: Town, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        reports_main(["findings", "--store", town.url, *arguments])
    assert ended.value.code == 2


@pytest.mark.parametrize("kind", ["departments", "themes", "relevance", "reports"])
def test_what_figures_rest_on_can_be_taken_out(
    town: Town, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    town.confirm()
    town.read_in(rows_of(2024, 24, dt.date(2024, 12, 30)), *whole(2024))
    assert data_main(["export", "--kind", kind, "--format", "json", "--store", town.url]) == 0
    lines = json.loads(capsys.readouterr().out)
    assert len(lines) == {"departments": 6, "themes": 3, "relevance": 18, "reports": 1}[kind]
