"""The workbook of a dossier, whatever program it is for: values, and formulas with their outcome.

The figures are formulas over the sheets of combinations, themes and departments, so that a reader
sees how they are computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils import get_column_letter

from analysis.findings import facts, sentences
from analysis.findings.meeting import sentences as met
from analysis.findings.meeting.facts import Meeting
from analysis.money.euros import in_euros
from data.columns import DEPARTMENT, DOMAIN, STATE, THEME, USED
from data.states import STATES
from reports.dossier.annexes import FIGURES
from reports.dossier.money import YearMoney
from reports.dossier.parts import COUNT, DECIMAL, EURO, PERCENT, TEXT, Dossier
from texts import translate as _


@dataclass(frozen=True)
class Range:
    """A block of cells of a sheet, as a formula names it: columns and rows from 1."""

    sheet: str
    column: int
    row: int
    last_row: int | None = None

    @property
    def first(self) -> str:
        """Its first cell, fixed: $A$1."""
        return f"${get_column_letter(self.column)}${self.row}"

    @property
    def last(self) -> str:
        """Its last cell; empty when it is one cell."""
        end = self.last_row
        return f"${get_column_letter(self.column)}${end}" if end is not None else ""


@dataclass(frozen=True)
class Formula:
    """A formula in pieces (text and ranges), its outcome, and what that is.

    Arguments are separated by `;`, which each program writes in its own way.
    """

    pieces: tuple[str | Range, ...]
    value: float | int | Decimal | None
    kind: str = COUNT


Cell = str | int | float | Decimal | None | Formula


@dataclass(frozen=True)
class Sheet:
    """A sheet: its headings and what kind each column holds, and its rows."""

    name: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class _Columns:
    """Where the columns of a sheet stand."""

    sheet: str
    rows: int

    def column(self, number: int) -> Range:
        """All values of a column; of a sheet without rows its first, which is empty."""
        return Range(self.sheet, number, 2, max(self.rows, 1) + 1)


def sheets_of(dossier: Dossier) -> tuple[Sheet, ...]:
    """Every sheet of the workbook, the texts first."""
    meeting, money = dossier.meeting, dossier.money
    names = {
        "cells": _("Combinations"), "themes": _("Themes"), "departments": _("Departments"),
    }  # fmt: skip
    cells = _cells(meeting, names["cells"])
    columns = _Columns(cells.name, len(cells.rows))
    themes = _themes(meeting, columns, names["themes"])
    departments = _departments(meeting, columns, names["departments"])
    return (
        _texts(dossier),
        _figures(meeting, columns, _Columns(themes.name, len(themes.rows)),
                 _Columns(departments.name, len(departments.rows))),
        _money(money),
        themes,
        departments,
        cells,
        *_tables(dossier),
    )  # fmt: skip


def _texts(dossier: Dossier) -> Sheet:
    rows: list[tuple[Cell, ...]] = [("", dossier.title), ("", dossier.subtitle)]
    rows += [("", warning.text) for warning in dossier.warnings]
    for part in dossier.everything:
        rows += [(part.heading, sentence.text) for sentence in part.sentences]
    return Sheet(_("Dossier"), (_("Part"), _("Text")), (TEXT, TEXT), tuple(rows))


def _cells(meeting: Meeting, name: str) -> Sheet:
    cells = meeting.found.cells
    lines = zip(
        cells[DEPARTMENT], cells[DOMAIN], cells[THEME], cells["relevant"], cells["reported"],
        cells[STATE], cells["uses"], cells["network_uses"], strict=True,
    )  # fmt: skip
    rows = tuple(
        (d, sentences.domain_in_a_sentence(domain), theme, int(relevant), int(reported),
         str(STATES[state].label), int(uses), int(network))
        for d, domain, theme, relevant, reported, state, uses, network in lines
    )  # fmt: skip
    headings = (
        _("Department"), _("Domain"), _("Theme"), _("Relevant (1 is yes)"),
        _("Reported (1 is yes)"), _("State"), _("Direct"), _("Theme group"),
    )  # fmt: skip
    return Sheet(name, headings, (TEXT, TEXT, TEXT, COUNT, COUNT, TEXT, COUNT, COUNT), rows)


_DEPARTMENT, _THEME, _RELEVANT, _REPORTED, _STATE, _DIRECT, _NETWORK = 1, 3, 4, 5, 6, 7, 8


def _themes(meeting: Meeting, cells: _Columns, name: str) -> Sheet:
    year = meeting.year
    rows: list[tuple[Cell, ...]] = []
    for place, theme in enumerate(meeting.themes, start=2):
        own = Range(name, 1, place)
        uses = Formula(
            ("SUMIFS(", cells.column(_DIRECT), ";", cells.column(_THEME), ";", own, ")+SUMIFS(",
             cells.column(_NETWORK), ";", cells.column(_THEME), ";", own, ")"),
            theme.uses,
        )  # fmt: skip
        step = None
        if theme.now is not None and theme.before is not None:
            step = Formula((Range(name, 4, place), "-", Range(name, 3, place)),
                           theme.now - theme.before)  # fmt: skip
        rows.append((theme.theme, uses, theme.before, theme.now, step))
    headings = (
        _("Theme"), str(year), _("{year}, alike").format(year=year - 1),
        _("{year}, alike").format(year=year), _("Difference"),
    )  # fmt: skip
    return Sheet(name, headings, (TEXT, COUNT, COUNT, COUNT, COUNT), tuple(rows))


def _departments(meeting: Meeting, cells: _Columns, name: str) -> Sheet:
    department = cells.column(_DEPARTMENT)
    rows: list[tuple[Cell, ...]] = []
    for place, line in enumerate(meeting.departments, start=2):
        own = Range(name, 1, place)

        def counted(
            column: int, value: int, own: Range = own, more: Sequence[str | Range] = ()
        ) -> Formula:
            pieces = ("SUMIFS(", cells.column(column), ";", department, ";", own, *more, ")")
            return Formula(pieces, value)

        relevant = (";", cells.column(_RELEVANT), ";1")
        reported = int(
            meeting.found.cells.loc[
                meeting.found.cells[DEPARTMENT] == line.department, "reported"
            ].sum()
        )
        used = Formula(
            ("COUNTIFS(", department, ";", own, *relevant, ";", cells.column(_STATE), ';"',
             str(STATES[USED].label), '")'),
            line.used,
        )  # fmt: skip
        rows.append(
            (
                line.department,
                counted(_DIRECT, line.uses),
                counted(_NETWORK, line.network_uses),
                used,
                counted(_RELEVANT, line.relevant),
                counted(_REPORTED, reported),
            )
        )
    headings = (
        _("Department"), _("Direct"), _("Theme group"), _("Relevant themes used"),
        _("Relevant themes"), _("Reported combinations"),
    )  # fmt: skip
    return Sheet(name, headings, (TEXT, *[COUNT] * 5), tuple(rows))


def _figures(meeting: Meeting, cells: _Columns, themes: _Columns, departments: _Columns) -> Sheet:
    found, name = meeting.found, _("Figures")
    counted = {key: figure.counted for key, figure in found.figures.items()}
    relevant, reported = cells.column(_RELEVANT), cells.column(_REPORTED)
    uses, column = themes.column(2), departments.column
    whole = ("SUM(", uses, ")")
    both = (relevant, ";1;", reported, ";1")
    pieces: dict[str, tuple[tuple[str | Range, ...], tuple[str | Range, ...]]] = {
        facts.REACH: (
            ("COUNTIFS(", column(2), ';">0")'),
            ("COUNTIFS(", column(6), ';">0")'),
        ),
        facts.COVERAGE: (
            ("COUNTIFS(", *both, ";", cells.column(_DIRECT), ';">0")'),
            ("COUNTIFS(", *both, ")"),
        ),
    }
    rows: list[tuple[Cell, ...]] = []
    for place, (key, one) in enumerate(counted.items(), start=2):
        value: Cell = None
        k: Cell = one.k if one.value is None else None
        n: Cell = None
        if one.value is None:
            pass
        elif key == facts.USES:
            value = k = Formula(whole, one.k)
        elif key == facts.EFFECTIVE_THEMES:
            # 0 × ln 0 counts as 0; the smallest addition keeps LN from failing there.
            part = (uses, "/", *whole)
            value = Formula(
                ("EXP(-SUMPRODUCT(", *part, ";LN((", uses, "+(", uses, "=0))/", *whole, ")))"),
                one.value, DECIMAL,
            )  # fmt: skip
        else:
            k, n = (Formula(p, v) for p, v in zip(pieces[key], (one.k, one.n), strict=True))
            value = Formula((Range(name, 3, place), "/", Range(name, 4, place)), one.value, PERCENT)
        rows.append((str(FIGURES[key]), value, k, n, str(met.COMPUTED[key])))
    rows += _map_counts(meeting, cells)
    headings = (_("Figure"), _("Value"), "k", "n", _("How it is computed"))
    return Sheet(name, headings, (TEXT, COUNT, COUNT, COUNT, TEXT), tuple(rows))


def _map_counts(meeting: Meeting, cells: _Columns) -> list[tuple[Cell, ...]]:
    """How many relevant combinations are in each state."""
    counts = meeting.found.map
    relevant = cells.column(_RELEVANT)
    rows: list[tuple[Cell, ...]] = [
        (_("Relevant combinations"), Formula(("SUM(", relevant, ")"), counts["relevant"]))
    ]
    for state in STATES.values():
        if state.name in counts and state.name != "not_applicable":
            label = str(state.label)
            pieces = ("COUNTIFS(", relevant, ";1;", cells.column(_STATE), f';"{label}")')
            rows.append((label, Formula(pieces, counts[state.name])))
    return [(*row, None, None, None) for row in rows]


def _money(money: YearMoney) -> Sheet:
    """The inputs, and what follows from them as formulas."""
    name = _("Money")
    result, check, split = money.result, money.check, money.split

    def euro(cents: int | None) -> Decimal | None:
        return None if cents is None else in_euros(cents)

    def cell(row: int) -> Range:
        return Range(name, 2, row)

    def needs(formula: Formula, *parts: object) -> Cell:
        return formula if all(part is not None for part in parts) else None

    rate, inhabitants = (check.rate, check.inhabitants) if check else (None, None)
    budgeted = check.budgeted if check else None
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("Budget"), euro(result.budget)),
        (_("Spent"), euro(result.actual)),
        (_("Committed"), euro(result.commitment)),
        (_("What is left"), needs(
            Formula((cell(2), "-", cell(3), "-", cell(4)), euro(result.remainder), EURO),
            result.remainder)),
        (_("Rate per inhabitant"), rate),
        (_("Inhabitants"), inhabitants),
        (_("Rate × inhabitants"), needs(
            Formula((cell(6), "*", cell(7)), check.calculated if check else None, EURO),
            rate, inhabitants)),
        (_("Contribution budgeted"), budgeted),
        (_("Difference"), needs(
            Formula((cell(8), "-", cell(9)), check.difference if check else None, EURO),
            rate, inhabitants, budgeted)),
        (_("General support"), split.general),
        (_("Tailor-made support"), split.tailored),
        (_("Part that is tailor-made"), needs(
            Formula((cell(12), "/(", cell(11), "+", cell(12), ")"), split.share, PERCENT),
            split.share)),
    )  # fmt: skip
    return Sheet(name, (_("Of the year"), str(money.year)), (TEXT, DECIMAL), rows)


def _tables(dossier: Dossier) -> list[Sheet]:
    """The tables that hold no figures of the other sheets: proposals, requests, agreements."""
    wanted = ("opportunities", "requests", "agreements")
    found = {t.key: t for part in dossier.everything for t in part.tables if t.key in wanted}
    return [
        Sheet(
            table.caption,
            tuple(column.heading for column in table.columns),
            tuple(column.kind for column in table.columns),
            table.rows,
        )
        for table in found.values()
    ]
