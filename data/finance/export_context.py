"""What stands around a finance export and holds for all of it: year, period and kind of amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data import columns as c
from data.cells.amount_kinds import kinds_named_in
from data.cells.cell import Cell
from data.cells.keys import unaccented
from data.cells.months import ANY_MONTH, MONTHS
from data.cells.predicates import is_blank
from data.cells.text import cell_text
from data.values.found_table import Table
from data.values.grid import Sheet

IN_TITLE, IN_HEADINGS, IN_SHEET_NAME, IN_FILE_NAME, BY_PERSON = (
    "title", "headings", "sheet_name", "file_name", "person",
)  # fmt: skip

_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_ANY_YEAR = re.compile(_YEAR)
_TOLD_YEAR = re.compile(
    rf"(?:boekjaar|begrotingsjaar|dienstjaar|verslagjaar|jaar|begroting|jaarrekening|realisatie"
    rf"|proefbalans|saldibalans|periode|fiscal year|year)\b\D{{0,20}}{_YEAR}"
)
_PRINTED = re.compile(
    r"afgedrukt|afdruk|print|gegenereerd|uitgedraaid|uitdraai|export|aangemaakt|opgesteld|download"
)
_IV3_REPORT = re.compile(r"(?<!\d)((?:19|20)\d\d)x?00([0-5])(?!\d)")
_THROUGH_PERIOD = re.compile(
    r"(?:t/m|tot en met|tm|through)\s*(?:periode|maand|period)?\s*(?:(?:19|20)\d\d[-/ ])?"
    r"(1[0-2]|0?[1-9])(?!\d)(?![-/.]\d)"
)
_THROUGH_MONTH = re.compile(
    r"(?:t/m|tot en met|tm|through|per|ultimo)\s*(?:\d{1,2}\s+)?(" + ANY_MONTH + r")\b"
)
_THROUGH_DAY = re.compile(
    r"(?:t/m|tot en met|per|ultimo|-|–)\s*\d{1,2}[-/.](1[0-2]|0?[1-9])[-/.](?:19|20)\d\d"
)


@dataclass(frozen=True)
class ExportContext:
    """What holds for a whole sheet; None and empty where nothing says it.

    `year_from` says where the year was found, `month` through which month its amounts count,
    `kind` what they are.
    """

    year: int | None = None
    year_from: str = ""
    month: int | None = None
    kind: str | None = None


def look_around(sheet: Sheet, table: Table, file_name: str = "") -> ExportContext:
    """What the titles, the headings, the name of the sheet and of the file say, in this order.

    `file_name` comes without its ending.
    """
    lines = _lines_above(sheet.rows[: table.header_row - sheet.first_row])
    headings = " ".join(heading.text for heading in table.headings)
    named = [
        (_plain(headings), IN_HEADINGS),
        (_plain(sheet.name), IN_SHEET_NAME),
        (_plain(file_name), IN_FILE_NAME),
    ]
    year, source = _year_in(lines), IN_TITLE
    for text, place in named:
        if year is None:
            year, source = _year_in([text]), place
    told = [*lines, *(text for text, place in named if place != IN_HEADINGS)]
    return ExportContext(year, source if year else "", _month_in(lines), _kind_in(told))


def year_and_kind_of_report(text: str) -> tuple[int | None, str | None, int | None]:
    """Year, kind of amount and quarter of a report of Iv3, as in `2023X005`; None for what not.

    000 is the budget, 005 the annual accounts, 001 to 004 are the quarters.
    """
    found = _IV3_REPORT.search(_plain(text))
    if not found:
        year = _ANY_YEAR.search(text)
        return (int(year[1]) if year else None), _kind_in([_plain(text)]), None
    part = int(found[2])
    return int(found[1]), c.BUDGETED if part == 0 else c.ACTUAL, part if 1 <= part <= 4 else None


def _lines_above(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Each row above the headings as one text, without the lines that tell of the printing."""
    joined = [
        _plain(" ".join(cell_text(cell) for cell in row if not is_blank(cell))) for row in rows
    ]
    return [line for line in joined if line and not _PRINTED.search(line)]


def _plain(text: str) -> str:
    return unaccented(text).casefold().replace("_", " ")


def _year_in(lines: Sequence[str]) -> int | None:
    """The year that a line tells as such, or else the only one that stands there."""
    for pattern in (_IV3_REPORT, _TOLD_YEAR, _ANY_YEAR):
        years = {int(found[1]) for line in lines for found in pattern.finditer(line)}
        if len(years) == 1:
            return years.pop()
        if years:
            return None
    return None


def _month_in(lines: Sequence[str]) -> int | None:
    for line in lines:
        for pattern in (_THROUGH_MONTH, _THROUGH_DAY, _THROUGH_PERIOD):
            found = pattern.search(line)
            if found:
                return MONTHS.get(found[1]) or int(found[1])
    return None


def _kind_in(texts: Sequence[str]) -> str | None:
    """Budget or actual amounts, when the texts name one of the two."""
    for text in texts:
        report = _IV3_REPORT.search(text)
        if report:
            return c.BUDGETED if report[2] == "0" else c.ACTUAL
    kinds = kinds_named_in(texts)
    return kinds.pop() if len(kinds) == 1 else None
