"""A list whose truth is known, as a workbook or a text, and what was read of it held against that.

What counts: every record that would be stored is in the truth, and what is missing was asked about,
rejected or refused. Hours may be missing when a remark says so.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from data.columns import BUDGET, USAGE
from data.intake.preview import preview_file
from data.settings import Settings
from data.storing.store import Store
from data.values.results import FilePreview

Row = list[Any]
Record = tuple[str, str, str, float | None]
HEADINGS = ["Datum", "Afdeling", "Thema", "Uren", "Onderwerp"]
DATE, DEPARTMENT, THEME, HOURS, SUBJECT = range(5)
DEPARTMENTS = ("Vastgoed", "Werk en Inkomen", "Jeugd, Onderwijs en Sport", "Omgevingsbeleid")
THEMES = ("Wonen", "Energietransitie", "Zorg en welzijn", "Mobiliteit")
SUBJECTS = (
    "advies huurbeleid",
    "leerkring warmte",
    "vraag over beschermd wonen",
    "sessie parkeren",
)
RIGHT, ASKED, REFUSED, WRONG = "right", "asked", "refused", "wrong"


@dataclass
class Book:
    """A list with its headings, what stands on other sheets, and how it is written.

    `truth` is what may be stored; `marked` changes the worksheet once it is filled in.
    """

    rows: list[Row]
    truth: list[Row]
    name: str = "gebruik platform31"
    others: dict[str, list[Row]] = field(default_factory=dict)
    marked: list[Callable[[Worksheet], None]] = field(default_factory=list)
    text: Callable[[list[Row]], bytes] | None = None
    changes: list[str] = field(default_factory=list)

    @property
    def records(self) -> list[Row]:
        """The rows under the headings."""
        return self.rows[1:]

    def column(self, heading: str, cells: list[Any]) -> None:
        """Add a column."""
        self.rows[0].append(heading)
        for row, cell in zip(self.records, cells, strict=True):
            row.append(cell)

    def content(self) -> tuple[bytes, str]:
        """The bytes and the name of the file."""
        if self.text:
            return self.text(self.rows), f"{self.name}.csv"
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Lijst"
        for row in self.rows:
            sheet.append(row)
        for mark in self.marked:
            mark(sheet)
        for title, rows in self.others.items():
            other = book.create_sheet(title)
            for row in rows:
                other.append(row)
        target = BytesIO()
        book.save(target)
        return target.getvalue(), f"{self.name}.xlsx"


def a_book(rng: random.Random) -> Book:
    """A tidy list of a few records; no two are alike."""
    days = rng.sample(range(365), rng.randint(6, 12))
    truth = [
        [
            dt.date(2021, 1, 1) + dt.timedelta(days=day),
            rng.choice(DEPARTMENTS),
            rng.choice(THEMES),
            rng.choice((1, 1.5, 2, 2.5, 3, 4, 6, 7.5)),
            rng.choice(SUBJECTS),
        ]
        for day in days
    ]
    return Book([HEADINGS.copy(), *(row.copy() for row in truth)], truth)


def as_text(delimiter: str = ";", encoding: str = "utf-8", decimal: str = ",") -> Any:
    """Writes rows as a text, dates and numbers as a Dutch Excel does."""

    def written(cell: object) -> str:
        if isinstance(cell, dt.date):
            return f"{cell:%d-%m-%Y}"
        shown = str(cell).replace(".", decimal) if isinstance(cell, float) else str(cell)
        shown = "" if cell is None else shown
        quoted = isinstance(cell, str) and delimiter in shown
        return f'"{shown}"' if quoted else shown

    def write(rows: list[Row]) -> bytes:
        return "\r\n".join(delimiter.join(map(written, row)) for row in rows).encode(encoding)

    return write


def verdict(book: Book, store: Store) -> tuple[str, FilePreview]:
    """What became of a book: right, asked, refused or wrong."""
    content, name = book.content()
    preview = preview_file(content, name, store=store, settings=Settings())
    if preview.error:
        return REFUSED, preview
    sheets = preview.sheets
    told = any(sheet.remarks for sheet in sheets)
    asked = any(sheet.rejected or sheet.questions or sheet.reason for sheet in sheets)
    stored: Counter[Record] = Counter()
    for sheet in sheets:
        if sheet.kind == BUDGET and len(sheet.records):
            return WRONG, preview
        if sheet.kind == USAGE:
            stored.update(map(_record, sheet.records.to_dict("records")))
    truth = Counter(_record(dict(zip(_NAMES, row, strict=False))) for row in book.truth)
    extra, missing = stored - truth, truth - stored
    if not extra:
        return (RIGHT if not missing else ASKED if asked else WRONG), preview
    without_hours = all(record[3] is None for record in extra)
    same_use = not (_uses(extra) - _uses(missing))
    return (ASKED if without_hours and same_use and told else WRONG), preview


_NAMES = ("date", "department", "theme", "hours")


def _record(values: dict[str, Any]) -> Record:
    hours = values["hours"]
    known = hours is not None and hours == hours
    return (
        str(values["date"])[:10],
        values["department"],
        values["theme"],
        round(float(hours), 4) if known else None,
    )


def _uses(records: Counter[Record]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for (day, department, theme, _), often in records.items():
        found[day, department, theme] += often
    return found
