"""The sheets with numbers only: choices, agreements, budget lines, use, sources."""

from __future__ import annotations

from decimal import Decimal
from statistics import NormalDist

import pandas as pd

from analysis.money.euros import in_cents, in_euros
from analysis.money.execution import has_month
from analysis.money.split import MOST_GIVE_HOURS
from analysis.use import Measure
from data import columns as c
from reports.formulas import COUNT, PERCENT, RATE, Number, Value, write_table
from reports.money.book import MoneyBook, Places
from texts import Text
from texts import translate as _

_AGREEMENTS_ROW = 15
_COLUMNS = "ABCDEFGHI"
KINDS = {
    c.BUDGETED: Text("Budget"),
    c.ACTUAL: Text("Spent"),
    c.COMMITMENT: Text("Committed"),
}
MEASURES: dict[Measure, Text] = {"hours": Text("hours"), "uses": Text("uses")}


def write_inputs(places: Places, book: MoneyBook) -> None:
    """The choices with their names, then a row per agreement."""
    choices: dict[str, tuple[str, Value]] = {
        "year": (_("Year"), book.money.year),
        "rule": (_("Weigh use"), str(MEASURES[book.money.rule])),
        "percent": (
            _("Explain from this part of the budget"),
            Number(book.money.settings.explain_from_percent / 100, PERCENT),
        ),
        "euros": (_("Explain from this amount"), Number(book.money.settings.explain_from_euros)),
        "running": (_("Year that still runs"), book.today.year),
        "most": (_("Part of the records that must give hours"), Number(MOST_GIVE_HOURS, PERCENT)),
        "z": (_("z of 95% certainty"), Number(NormalDist().inv_cdf(0.975), "0.000000")),
        "cities_year": (_("Inhabitants of the cities on 1 January"), book.cities_year),
        "cities_rate": (_("Rate of the cities"), Number(book.cities_rate, RATE)),
        "cities_total": (_("Stated total of all cities"), Number(book.cities_total)),
    }
    write_table(places.inputs, [_("Input"), _("Value")], list(choices.values()))
    for row, name in enumerate(choices, start=2):
        places.names[name] = places.cell(places.inputs, "B", row)
    _write_agreements(places, book)


def _write_agreements(places: Places, book: MoneyBook) -> None:
    headings = [
        _("First year"), _("Last year"), _("Rate per inhabitant"), _("Inhabitants"),
        _("Reference date"), _("Budgeted"), _("General"), _("Tailor-made"), _("Total"),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [
            a.first_year, a.last_year, Number(a.rate, RATE), Number(a.inhabitants, COUNT),
            a.reference_date, Number(a.contribution), _percent(a.general_percent),
            _percent(a.tailored_percent), Number(a.total),
        ]
        for a in book.money.agreements
    ]  # fmt: skip
    write_table(places.inputs, headings, rows, first=_AGREEMENTS_ROW)
    names = (
        "first", "last", "rate", "inhabitants", "date", "budgeted", "general", "tailored", "total",
    )  # fmt: skip
    for name, letter in zip(names, _COLUMNS, strict=True):
        places.names[f"agreement_{name}"] = places.column(
            places.inputs, letter, len(rows), _AGREEMENTS_ROW + 1
        )


def _percent(value: Decimal | None) -> Number:
    return Number(None if value is None else value / 100, PERCENT)


def write_lines(places: Places, book: MoneyBook) -> None:
    """Every budget line: kind in words, amount as a number, 1 when it is the contribution."""
    lines = book.money.lines
    headings = [
        _("Year"), _("Month"), _("Kind"), _("Description"), _("Account"), _("Amount"),
        _("Counts as contribution"), _("File"), _("Row"),
    ]  # fmt: skip
    columns = zip(
        lines[c.YEAR].tolist(), months_of(lines), lines[c.BUDGET_KIND].astype(str),
        lines[c.DESCRIPTION].tolist(), lines[c.ACCOUNT].tolist(), in_cents(lines).tolist(),
        book.money.fixed.tolist(), lines[c.FILE].astype(str), lines[c.ROW].tolist(), strict=True,
    )  # fmt: skip
    rows: list[list[Value]] = [
        [year, month, str(KINDS[kind]), _text(text), _text(account), Number(in_euros(cents)),
         int(fixed), file, row]
        for year, month, kind, text, account, cents, fixed, file, row in columns
    ]  # fmt: skip
    write_table(places.lines, headings, rows)
    names = ("year", "month", "kind", "text", "account", "amount", "fixed")
    for name, letter in zip(names, _COLUMNS, strict=False):
        places.names[f"line_{name}"] = places.column(places.lines, letter, len(rows))


def months_of(lines: pd.DataFrame) -> list[int | None]:
    """Per line the month that its amount belongs to; None when there is none."""
    months = lines[c.DATE].dt.month
    return [int(m) if known else None for m, known in zip(months, has_month(lines), strict=True)]


def write_use(places: Places, book: MoneyBook) -> None:
    """The use per year, theme and share: how many records, with hours, and their hours."""
    usage = book.money.usage
    frame = pd.DataFrame(
        {
            "year": usage[c.YEAR],
            "theme": usage[c.THEME].astype("str").fillna(c.UNCLASSIFIED),
            "share": usage[c.SHARE].astype("str").fillna(""),
            "hours": usage[c.HOURS],
            "positive": (usage[c.HOURS] > 0).astype("int64"),
            "squares": usage[c.HOURS] ** 2,
        }
    )
    grouped = frame.groupby(["year", "theme", "share"], sort=True).agg(
        uses=("positive", "size"), given=("hours", "count"), positive=("positive", "sum"),
        hours=("hours", "sum"), squares=("squares", "sum"),
    )  # fmt: skip
    headings = [
        _("Year"), _("Theme"), _("Part (40/60)"), _("Uses"), _("Records with hours"),
        _("Records with more than no hours"), _("Hours"), _("Sum of the squared hours"),
    ]  # fmt: skip
    keys, sums = grouped.index.tolist(), grouped.to_numpy(dtype=float).tolist()
    rows: list[list[Value]] = [
        [year, theme, share_word(share), int(uses), int(given), int(positive), hours, squares]
        for (year, theme, share), (uses, given, positive, hours, squares) in zip(
            keys, sums, strict=True
        )
    ]
    write_table(places.use, headings, rows)
    names = ("year", "theme", "share", "uses", "given", "positive", "hours", "squares")
    for name, letter in zip(names, _COLUMNS, strict=False):
        places.names[f"use_{name}"] = places.column(places.use, letter, len(rows))


def share_word(share: str) -> str:
    """What the column of shares calls one."""
    return {c.GENERAL: _("General"), c.TAILORED: _("Tailor-made")}.get(share, _("Not given"))


def write_sources(places: Places, book: MoneyBook) -> None:
    """Where each figure of the agreements comes from."""
    headings = [_("Agreement"), _("Figure"), _("Value"), _("Source")]
    rows: list[list[Value]] = [
        [agreement.term, book.figure_names[name], stated.value or _("unknown"), stated.source]
        for agreement in book.money.agreements
        for name, stated in agreement.stated.items()
    ]
    write_table(places.sources, headings, rows)


def _text(value: object) -> str | None:
    return None if value is None or value != value else str(value)
