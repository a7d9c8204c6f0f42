from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from data.cleaning.messages import MONTH_BEFORE_DAY
from data.cleaning.summaries import SUMMARY
from data.columns import AMOUNT, BLANK, BUDGET_KIND, CONCERNS, DUPLICATE, REPEATED_HEADER, TOTAL
from data.doubts.times.messages import DATES_SWAPPED
from data.intake.messages import SHEET_LEFT_OUT, SHEET_REPEATS
from data.values.results import FilePreview, SheetResult, kind_label
from texts import Message, use_language
from ui.reading_in import read_in_words, upload_words


@pytest.mark.parametrize(
    ("counts", "reasons", "layout", "expected"),
    [
        (
            (120, 110, 7),
            {BLANK: 2, TOTAL: 1},
            "list",
            "120 rijen = 110 gelezen + 7 afgekeurd + 3 overgeslagen (2 leeg, 1 totaalregel)",
        ),
        ((1, 1, 0), {}, "list", "1 rij = 1 gelezen"),
        ((0, 0, 0), {BLANK: 0}, "list", "0 rijen = 0 gelezen"),
        (
            (1234, 1230, 0),
            {REPEATED_HEADER: 2, DUPLICATE: 2},
            "list",
            "1.234 rijen = 1.230 gelezen + 4 overgeslagen (2 herhaalde koppen, 2 al opgeslagen)",
        ),
        ((5, 5, 0), {}, "crosstab", "5 gevulde cellen = 5 gelezen"),
    ],
)
def test_the_counts_are_a_sum_in_words(
    counts: tuple[int, int, int], reasons: Mapping[str, int], layout: str, expected: str
) -> None:
    with use_language("nl"):
        assert upload_words.equation(*counts, reasons, layout) == expected


def test_the_sum_is_in_english_too() -> None:
    with use_language("en"):
        assert upload_words.equation(3, 1, 0, {TOTAL: 2}) == (
            "3 rows = 1 read + 2 skipped (2 totals)"
        )


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        (
            {"hours": 412.5, "participants": 96, "amount": 540.0},
            "Samen: 412,5 uren, 96 deelnemers en €\u00a0540,00.",
        ),
        ({"hours": 8.0, "participants": 0, "amount": 0.0}, "Samen: 8 uren."),
        ({"hours": 0.0}, ""),
        ({}, ""),
    ],
)
def test_what_is_nothing_is_not_summed(sums: Mapping[str, float], expected: str) -> None:
    with use_language("nl"):
        assert upload_words.sums_sentence(sums) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(2018, 2018, "2018"), (2018, 2022, "2018–2022"), (pd.NA, pd.NA, ""), (None, None, "")],
)
def test_the_period_of_an_upload(first: object, last: object, expected: str) -> None:
    assert upload_words.years_label(first, last) == expected


@pytest.mark.parametrize(
    ("size", "expected"), [(10, "1 kB"), (20_480, "20 kB"), (1_572_864, "1,5 MB")]
)
def test_the_size_of_a_file(size: int, expected: str) -> None:
    with use_language("nl"):
        assert upload_words.size_label(size) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("usage", "gebruik"),
        ("budget", "begroting"),
        ("usage+budget", "gebruik en begroting"),
        (None, "geen gebruik en geen begroting"),
    ],
)
def test_what_a_sheet_holds(kind: str | None, expected: str) -> None:
    with use_language("nl"):
        assert kind_label(kind) == expected


def test_a_sheet_that_is_not_read_says_why() -> None:
    sheet = SheetResult("Draai", hidden=True, remarks=(SUMMARY,))
    with use_language("nl"):
        ((line, _told),) = read_in_words.lines_of(FilePreview("a.xlsx", sheets=(sheet,)))
    assert line.startswith("Blad Draai (verborgen blad): Deze kruistabel telt op")


def test_sheets_that_are_not_read_for_one_reason_are_named_together() -> None:
    why = SHEET_LEFT_OUT(other="Alle")
    sheets = [SheetResult(name, reason=why) for name in ("Jan", "Feb")]
    refused = SheetResult("Velden", reason=SHEET_REPEATS(sheet="Velden", other="Alle", n=2))
    with use_language("nl"):
        lines = [x for x, _ in read_in_words.lines_of(FilePreview("a", sheets=(*sheets, refused)))]
    assert lines[0].startswith("Bladen Jan en Feb, elk: Dit werkblad is niet gelezen")
    assert lines[1].startswith("Alle 2 rijen van werkblad “Velden” staan")


@pytest.mark.parametrize(
    ("remarks", "said"),
    [
        ([MONTH_BEFORE_DAY(column="Datum")], ["In “Datum” staat de maand"]),
        (
            [
                DATES_SWAPPED(column="Datum", value="04/25/2019", n=3),
                MONTH_BEFORE_DAY(column="Datum"),
            ],
            ["Onder “Datum” staat de maand"],
        ),
    ],
)
def test_what_one_remark_says_another_does_not_repeat(
    remarks: list[Message], said: list[str]
) -> None:
    with use_language("nl"):
        told = read_in_words.remarks_on(SheetResult("Blad1", remarks=tuple(remarks)))
    assert [x.startswith(y) for x, y in zip(told, said, strict=True)] == [True]


def test_amounts_that_do_not_count_are_no_part_of_the_sum() -> None:
    records = pd.DataFrame(
        {
            BUDGET_KIND: ["budget", "budget", "actual", "budget"],
            AMOUNT: [100.0, 20.0, 30.0, 7.0],
            CONCERNS: [True, False, False, None],
        }
    )
    with use_language("nl"):
        said = upload_words.sums_of_budget(records).replace("\xa0", " ")
    assert said == ("Samen: begroot € 100,00. Telt niet mee: begroot € 27,00 en werkelijk € 30,00.")
