"""The rows of a table of use, with their values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.choices import parse_channels, parse_forms, parse_shares
from data.cells.counts import parse_counts
from data.cells.hours import HoursUnit, ParsedHours, parse_hours, unit_of_heading
from data.cells.parsed_column import Parsed
from data.cells.text import parse_texts
from data.cleaning import messages
from data.cleaning.name_matching import parse_names
from data.cleaning.row_dates import read_dates
from data.columns import AMOUNT_CENTS
from data.settings import Settings
from data.values.amount_columns import read_cents
from data.values.candidates import Candidates
from data.values.sums import euros
from texts import Message


def read_usage(candidates: Candidates, settings: Settings, forms: Sequence[str]) -> pd.DataFrame:
    """Every candidate row with the columns `USAGE_COLUMNS` (names as spelled) and `amount_cents`.

    Faults and remarks are kept in `candidates`.
    """
    frame = read_dates(candidates)
    frame[c.DEPARTMENT] = candidates.parse(c.DEPARTMENT, parse_names, longest=None).series("str")
    frame[c.THEME] = candidates.parse(c.THEME, parse_names, longest=None).series("str")
    frame[c.FORM] = candidates.parse(c.FORM, partial(parse_forms, forms=forms)).series("str")
    frame[c.CHANNEL] = candidates.parse(c.CHANNEL, parse_channels).series("str")
    frame[c.SHARE] = candidates.parse(c.SHARE, parse_shares).series("str")
    frame[c.SUBJECT] = candidates.parse(c.SUBJECT, parse_texts, longest=None).series("str")
    frame[c.HOURS] = _read_hours(candidates, settings)
    frame[c.PARTICIPANTS] = candidates.parse(c.PARTICIPANTS, parse_counts).series("float64")
    frame[AMOUNT_CENTS] = read_cents(candidates, c.AMOUNT)
    frame[c.AMOUNT] = euros(frame[AMOUNT_CENTS])
    return frame


def _read_hours(candidates: Candidates, settings: Settings) -> pd.Series:
    heading = candidates.heading(c.HOURS)
    unit = HoursUnit(unit_of_heading(heading.text if heading else ""), settings.hours_per_day)
    found: list[ParsedHours] = []

    def parse(cells: Sequence[Cell]) -> list[float | Message]:
        found.append(parse_hours(cells, unit))
        return found[-1].hours

    parsed: Parsed[float] = candidates.parse(c.HOURS, parse)
    if heading and found[0].days_used:
        candidates.remarks.append(
            messages.DAYS_TURNED_INTO_HOURS(column=heading.text, hours=settings.hours_per_day)
        )
    return parsed.series("float64")
