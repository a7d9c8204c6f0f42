"""Small workbooks after kinds of untidiness that people reported in public, with what is in them.

Each was made for this project; what must be read was worked out by hand. What is not certain is
asked, and its rows are rejected until somebody answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import open_store
from data.values.corrections import Corrections

FOLDER = Path(__file__).parent / "import_cases"


class Told(NamedTuple):
    """What a file yields: rows read and rejected, hours, euros, and the questions about it."""

    accepted: int
    rejected: int = 0
    hours: float = 0
    amount: float = 0
    asked: tuple[str, ...] = ()


CASES = {
    "r01-formula-without-result.xlsx": Told(0, 4),
    "r04-filtered-rows.xlsx": Told(3, 3, 6, asked=("hidden_rows",)),
    "r05-hidden-column.xlsx": Told(3, 0, 10),
    "r06-struck-through.xlsx": Told(3, 2, 6, asked=("struck_rows",)),
    "r07-status-cancelled.xlsx": Told(3, 2, 6, asked=("status:geannuleerd", "status:afgezegd")),
    "r08-planned-not-held.xlsx": Told(2, 2, 5, asked=("status:nee",)),
    "r10-swapped-real-dates.xlsx": Told(6, 0, 21),
    "r11-utc-midnight.csv": Told(4, 0, 14),
    "r12-weeks.xlsx": Told(4, 0, 10),
    "r16-vague-years.xlsx": Told(1, 4, amount=20_762),
    "r20-several-departments.xlsx": Told(2, 5, 8, asked=("several_names:department",)),
    "r22-sharepoint-lookup.csv": Told(3, 1, 10, asked=("several_names:theme",)),
    "r23-ditto.xlsx": Told(7, 0, 32),
    "r24-code-before-name.xlsx": Told(5, 0, 20),
    "r30-crosstab-x.xlsx": Told(5),
    "r32-crosstab-check.xlsx": Told(5),
    "r43-hours-dot-minutes.xlsx": Told(4, 0, 7.5),
    "r47-debit-credit-sign.xlsx": Told(3, amount=21_762),
    "r4a-clock-is-no-duration.xlsx": Told(3),
    "r4b-fte.xlsx": Told(2),
    "r4c-minutes-in-heading.xlsx": Told(3, 0, 3.25),
    "r50-comma-decimal-unquoted.csv": Told(1, 3, 4),
    "r51-line-in-quotes.csv": Told(3, 0, 6.75),
    "r54-macintosh.csv": Told(3, 0, 6.75),
    "r56-encoded-twice.csv": Told(3, 0, 6.75),
    "r70-copied-sheet.xlsx": Told(6, 0, 22, asked=("repeated:Gebruik 2019 (2)",)),
    "r71-master-and-parts.xlsx": Told(
        6, 0, 22,
        asked=("repeated:Vastgoed", "repeated:Omgevingsbeleid", "repeated:Economische Zaken"),
    ),
    "r81-levels-of-budget.xlsx": Told(3, amount=60_762, asked=("all_ours",)),
    "r83-cumulative-columns.xlsx": Told(2, amount=22_012),
    "r85-unit-in-sheet-name.xlsx": Told(2, amount=41_524),
    "r88-merged-hours.xlsx": Told(3, 0, 10),
    "r8c-fields-down.xlsx": Told(0),
    "r92-topdesk.csv": Told(0, 4, asked=("status:open", "is_it_use")),
    "s03-crosstab-planned.xlsx": Told(0, 9, asked=("is_it_use",)),
    "s08-crosstab-sigma.xlsx": Told(3),
    "s14-two-levels-of-lines.xlsx": Told(3, 0, 9),
    "s20-hours-of-both.xlsx": Told(2, 0, 8),
    "s22-offer-is-no-use.xlsx": Told(0, 2, asked=("is_it_use",)),
    "s27-double-entry.xlsx": Told(1, 4, amount=17_158.68, asked=("both_sides",)),
    "s2d-repeated-rows.xlsx": Told(6, 0, 24),  # told as rows that are alike
    "s38-html-entities.csv": Told(4, 0, 10),
    "t01-budget-words-over-codes.csv": Told(3, amount=42_510),
    "t02-budget-heading-over-names.csv": Told(2, amount=41_262),
    "t04-cost-centre-is-no-amount.csv": Told(0),
    "t06-one-wide-sheet.xlsx": Told(2, 0, 8.5),
    "t07-actual-per-date.xlsx": Told(2, amount=81_024),
    "u01-durations.ods": Told(3, 0, 39),
}  # fmt: skip


def told(name: str, answers: dict[str, str] | None = None) -> Told:
    store = open_store("sqlite://")
    preview = preview_file(
        (FOLDER / name).read_bytes(), name, store=store, settings=Settings(),
        corrections=Corrections(answers=answers or {}),
    )  # fmt: skip
    store.close()
    assert preview.error is None
    sheets = preview.sheets
    return Told(
        sum(sheet.accepted for sheet in sheets),
        sum(sheet.rejected for sheet in sheets),
        round(sum(sheet.sums.get("hours", 0) for sheet in sheets), 6),
        round(sum(sheet.sums.get("amount", 0) for sheet in sheets), 2),
        tuple(q.code for sheet in sheets for q in sheet.questions if q.answer is None),
    )


def test_every_file_has_its_values() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(CASES)


@pytest.mark.parametrize(("name", "expected"), CASES.items(), ids=CASES)
def test_what_is_read_of_a_file(name: str, expected: Told) -> None:
    assert told(name) == expected


@pytest.mark.parametrize("name", [name for name, expected in CASES.items() if expected.asked])
def test_every_question_can_be_answered(name: str) -> None:
    choices = {code: "first" if "several" in code else "count" for code in CASES[name].asked}
    answered = told(name, choices)
    assert answered.asked == ()
    assert answered.rejected == 0
    stored_anyway = CASES[name].asked == ("all_ours",)  # of money: without counting
    assert stored_anyway or answered.accepted > CASES[name].accepted
