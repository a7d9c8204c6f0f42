"""What a terminal is sent: no orders that hide in a cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.command_line.commands import main
from data.command_line.output import _ORDERS


def test_a_command_prints_no_control_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = "\x1b[2J\x9b31m\x07\u202e"
    file = tmp_path / "lijst.csv"
    text = f"Datum;Afdeling;Thema{orders}\n03-04-2019;Zorg{orders};Wonen\nx;{orders};{orders}\n"
    file.write_text(text, "utf-8")
    main(["import", str(file), "--store", f"sqlite:///{tmp_path / 'store.sqlite3'}"])
    main(["import", "\x1b]0;weg\x07", "--store", f"sqlite:///{tmp_path / 'store.sqlite3'}"])
    told = capsys.readouterr()
    assert "lijst.csv" in told.out
    assert set("\x1b\x9b\x07\u202e") & set(told.out + told.err) == set()


@given(st.text())
def test_ends_of_lines_and_tabs_are_all_that_is_let_through(text: str) -> None:
    plain = _ORDERS.sub("", text)
    assert all(sign in "\n\t" or not (ord(sign) < 32 or 127 <= ord(sign) < 160) for sign in plain)
    assert _ORDERS.sub("", "a\tb\nc é") == "a\tb\nc é"
