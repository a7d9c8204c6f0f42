"""What holds for any list: rows are conserved, spellings mean the same, undoing is fair."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analysis.reporting import reported_years
from data.cleaning.name_matching import KnownNames
from data.intake.preview import preview_file
from data.intake.restoring import undo_batch
from data.intake.store_upload import store_preview
from data.settings import Settings
from data.storing import frames
from data.storing.names import load_headings, load_spellings
from data.storing.store import Store, open_store
from data.values.grid import Sheet
from data.values.results import FilePreview
from tests.data.one_sheet import read_sheet
from tests.users import NOOR

SETTINGS = Settings(latest_date=dt.date(2023, 12, 31))
COMMON = settings(max_examples=40)
SLOWER = settings(max_examples=10)

DEPARTMENTS = ("Wonen", "Jeugd, Onderwijs en Sport", "Vastgoed", "Burgerzaken")
THEMES = ("Duurzaamheid", "Armoede en schulden", "Wijkteams")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
VARIANTS = {"Jeugd, Onderwijs en Sport": "jeugd, onderwijs & sport", "Wonen": "WONEN"}

# Any list: the equation holds

cells = st.one_of(
    st.none(),
    st.sampled_from(
        ["Datum", "Afdeling", "Thema", "Uren", "Jaar", "Bedrag", "Totaal", "Subtotaal", "-",
         "n.v.t.", "03-04-2019", "31-02-2019", "3 mrt 2019", "7,5", "7u30", "€ 12,50", "#N/B",
         *DEPARTMENTS]
    ),
    st.text(max_size=12),
    st.integers(-10, 100_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.booleans(),
)  # fmt: skip
grids = st.lists(st.lists(cells, max_size=6), max_size=12)
HEADINGS = [["Datum", "Afdeling", "Thema", "Uren"], ["Jaar", "Omschrijving", "Begroot"], []]


@COMMON
@given(
    st.sampled_from(HEADINGS), st.lists(st.lists(cells, max_size=6), max_size=12), st.integers(0, 3)
)
def test_every_row_is_accepted_rejected_or_skipped(
    headings: list[Any], rows: list[list[Any]], above: int
) -> None:
    grid = [*rows[:above], headings, *rows[above:]]
    sheet = Sheet("Blad1", [["" if cell is None else cell for cell in row] for row in grid])
    result = read_sheet(sheet, known=KnownNames.empty(), settings=SETTINGS)
    assert result.rows == result.accepted + result.rejected + result.skipped
    if result.table:
        filled = [i for i, row in enumerate(sheet.rows, 1) if any(str(c).strip() for c in row)]
        assert result.rows >= filled[-1] - result.table.header_row
        assert all(str(fault.message) for fault in result.faults)


# Any spelling: the same records


@dataclass(frozen=True)
class Spelling:
    """How somebody writes a list down."""

    headings: tuple[str, ...]
    date: str
    comma: bool
    euro: str
    title: bool
    total: bool
    as_text: str  # the delimiter, or empty for a workbook


spellings = st.builds(
    Spelling,
    st.sampled_from(
        [
            ("Datum", "Afdeling", "Thema", "Uren", "Deelnemers", "Bedrag"),
            ("Datum gesprek", "Afd.", "Beleidsthema", "Aantal uren", "Aantal deelnemers", "Kosten"),
            ("Date", "Department", "Theme", "Hours", "Participants", "Amount"),
        ]
    ),
    st.sampled_from(["dutch", "iso", "words", "cell", "serial"]),
    st.booleans(),
    st.sampled_from(["", "€ ", "EUR "]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", ";", "\t", "|"]),
)
record = st.tuples(
    st.dates(dt.date(2018, 1, 1), dt.date(2022, 12, 31)),
    st.sampled_from(DEPARTMENTS),
    st.sampled_from(THEMES),
    st.integers(1, 400).map(lambda quarters: quarters / 4),
    st.one_of(st.none(), st.integers(0, 500)),
    st.one_of(st.none(), st.integers(-500_000, 5_000_000)),  # cents
)
records = st.lists(record, min_size=2, max_size=8)


@SLOWER
@given(records, spellings)
def test_a_list_in_any_spelling_is_read_back_the_same(
    rows: list[tuple[Any, ...]], spelling: Spelling
) -> None:
    with closing(open_store("sqlite://")) as store:
        preview = preview_file(written(rows, spelling), "lijst", store=store, settings=SETTINGS)
    (sheet,) = preview.sheets
    assert [str(fault.message) for fault in sheet.faults] == []
    found = sheet.records[["date", "department", "theme", "hours", "participants", "amount"]]
    expected = pd.DataFrame(rows, columns=found.columns).astype(
        {"date": "datetime64[us]", "participants": "float64", "amount": "float64"}
    )
    expected["amount"] /= 100
    assert_frame_equal(found, expected, check_dtype=False)
    assert sheet.skipped == spelling.total


def written(rows: list[tuple[Any, ...]], spelling: Spelling) -> bytes:
    """The list as this person writes it."""
    lines: list[list[Any]] = [["Overzicht gebruik", "", "", "", "", ""], [""] * 6] * spelling.title
    lines += [list(spelling.headings), *(spelled(row, spelling) for row in rows)]
    if spelling.total:
        lines.append(["Totaal", "", "", number(sum(row[3] for row in rows), spelling), "", ""])
    if spelling.as_text:
        return "\n".join(
            spelling.as_text.join('"' + str(cell) + '"' for cell in line) for line in lines
        ).encode("utf-8")
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append([None if cell == "" else cell for cell in line])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def spelled(row: tuple[Any, ...], spelling: Spelling) -> list[Any]:
    day, department, theme, hours, people, cents = row
    amount = "" if cents is None else spelling.euro + euros(cents, comma=spelling.comma)
    people = "" if people is None else people
    return [date(day, spelling), department, theme, number(hours, spelling), people, amount]


def date(day: dt.date, spelling: Spelling) -> Any:
    if spelling.date == "words":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if spelling.date == "serial":
        return (day - dt.date(1899, 12, 30)).days
    if spelling.date == "cell" and not spelling.as_text:
        return day
    return f"{day:%Y-%m-%d}" if spelling.date == "iso" else f"{day:%d-%m-%Y}"


def number(value: float, spelling: Spelling) -> Any:
    if not spelling.as_text and not spelling.comma:
        return value
    text = f"{value:.2f}"
    return text.replace(".", ",") if spelling.comma else text


def euros(cents: int, *, comma: bool) -> str:
    text = f"{cents / 100:,.2f}"
    return text.translate(str.maketrans(",.", ".,")) if comma else text


# Any two uploads: undoing and order


def figures(store: Store) -> list[object]:
    """All that the store tells, and all that it learned."""
    with store.reading() as connection:
        learned = [load_spellings(connection, kind) for kind in ("department", "theme")]
        headings = load_headings(connection)
    loads = (frames.load_usage, frames.load_departments, frames.load_themes, frames.load_reported)
    return [*(load(store).to_dict("list") for load in loads), *learned, headings]


def read(rows: list[tuple[Any, ...]], store: Store, *, name: str) -> FilePreview:
    spelling = Spelling(
        ("Datum", "Afdeling", "Thema", "Uren", "Deelnemers", "Bedrag"),
        "dutch", True, "", False, False, ";",
    )  # fmt: skip
    return preview_file(written(rows, spelling), name, store=store, settings=SETTINGS)


@SLOWER
@given(records, records)
def test_reading_in_and_undoing_leaves_the_store_as_it_was(
    first: list[tuple[Any, ...]], second: list[tuple[Any, ...]]
) -> None:
    with closing(open_store("sqlite://")) as store:
        store_preview(read(first, store, name="a.csv"), store=store, user=NOOR)
        before = repr(figures(store))
        second = [(row[0], VARIANTS.get(row[1], row[1]), *row[2:-1], 1) for row in second]
        undo_batch(
            store_preview(read(second, store, name="b.csv"), store=store, user=NOOR),
            store=store,
            user=NOOR,
        )
        assert repr(figures(store)) == before


@SLOWER
@given(records, records)
def test_the_order_of_uploads_does_not_change_the_figures(
    first: list[tuple[Any, ...]], second: list[tuple[Any, ...]]
) -> None:
    second = [(row[0], VARIANTS.get(row[1], row[1]), *row[2:-1], 1) for row in second]
    assert totals(first, second) == totals(second, first)


def totals(*lists: list[tuple[Any, ...]]) -> list[object]:
    """The uses, hours and participants per department, theme and year, by whatever name."""
    with closing(open_store("sqlite://")) as store:
        for number, rows in enumerate(lists):
            preview = read(rows, store, name=f"{number}.csv")
            store_preview(preview, store=store, user=NOOR)
        usage = frames.load_usage(store).astype({"department": "str", "theme": "str"})
        reported = len(reported_years(frames.load_reported(store)))
    usage["department"] = usage["department"].str.casefold().str.replace("&", "en")
    groups = usage.groupby(["department", "theme", "year"])
    found = groups.agg(n=("id", "size"), hours=("hours", "sum"), people=("participants", "sum"))
    return [found.reset_index().to_dict("list"), usage["amount"].sum(), reported]
