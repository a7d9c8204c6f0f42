"""The rule of finance exports on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.command_line.commands import main

LEDGER = """Boekdatum;Grootboekrekening;Boekstuk;Crediteur;Omschrijving;Bedrag
05-02-2022;4431;1;Stichting Platform31;Bijdrage;20.762,00
07-03-2022;4432;2;Delta;Leerkring;2.855,00
"""


def test_it_tells_what_changes_and_changes_earlier_uploads_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, file = f"sqlite:///{tmp_path}/store.db", tmp_path / "grootboek 2022.csv"
    file.write_text(LEDGER, encoding="utf-8")

    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main([*arguments, "--store", store]) == 0
        return capsys.readouterr().out

    def counting() -> float:
        lines = json.loads(run("export", "--kind", "budget", "--format", "json"))
        return sum(line["amount"] for line in lines if line["counts"])

    run("import", str(file))
    assert counting() == 20_762
    adding = ("rule", "--add", "account=4432", "--json")
    tried = json.loads(run(*adding, "--earlier", "--dry-run"))
    assert (tried["saved"], counting()) == (False, 20_762)
    (effect,) = json.loads(run(*adding, "--earlier"))["earlier_uploads"]
    assert effect["lines"] == {"before": 1, "after": 2}
    assert effect["amount"] == {"before": 20_762.0, "after": 23_617.0}
    assert (effect["changed"], counting()) == (True, 23_617)
    assert "account=4432" in run("rule").splitlines()
    run("rule", "--remove", "account=4432", "--earlier")
    assert counting() == 20_762


def test_a_field_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--add", "naam=P31", "--store", "sqlite://"]) == 2
    assert "naam" in capsys.readouterr().err
