"""Layouts of systems and of municipalities: what counts is right to the cent, or it is asked."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store
from data.values.corrections import Corrections
from tests.data.finance import ledger_layouts, overview_layouts
from tests.data.finance.ledgers import csv
from tests.data.reading import builders
from tests.data.reading.builders import Page

CASES = ledger_layouts.CASES | overview_layouts.CASES
_NUMBER = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(-?)")
_DAY = re.compile(r"(\d\d)[-.](\d\d)[-.](\d{4})")


def typed(text: str) -> object:
    """The cell as a spreadsheet holds it: a number, a day, or the text."""
    if day := _DAY.fullmatch(text):
        return dt.datetime(int(day[3]), int(day[2]), int(day[1]))
    number = _NUMBER.fullmatch(text)
    if not number or (text.startswith("0") and len(text) > 1 and text[1] != ","):
        return text
    value = float(f"{number[2].replace('.', '')}.{number[3] or 0}")
    return -value if number[1] or number[4] else value


def read(name: str, ending: str, store: Store, **answers: str) -> tuple[dict, list[str]]:
    """What counts, by year and kind, and the open questions."""
    text, _truth, _answers, file = CASES[name]
    rows: list[list[object]] = [list(line.split(";")) for line in text.splitlines()]
    if ending == "xlsx":
        rows = [[typed(str(cell)) for cell in row] for row in rows]
    preview = preview_file(
        {"csv": csv, "xlsx": builders.xlsx}[ending](Page(rows)), f"{file}.{ending}", store=store,
        settings=Settings(), corrections=Corrections(answers=answers),
    )  # fmt: skip
    (sheet,) = preview.sheets
    ours = sheet.records[sheet.records["concerns"].fillna(False).astype(bool)]
    sums = ours.groupby(["year", "kind"], observed=True)["amount_cents"].sum() / 100
    found = {key: cents for key, cents in sums.to_dict().items() if cents}
    return found, [q.code for q in sheet.questions if q.answer is None]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", CASES)
def test_it_counts_to_the_cent_or_is_asked(name: str, ending: str, store: Store) -> None:
    _text, truth, answers, _file = CASES[name]
    counted, asked = read(name, ending, store)
    assert bool(asked) == bool(answers)
    assert asked or counted == truth
    assert read(name, ending, store, **answers) == (truth, [])
