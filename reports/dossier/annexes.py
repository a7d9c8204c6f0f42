"""The annexes of a dossier: the map, the tables, the figures and how each was computed."""

from __future__ import annotations

from analysis.findings import facts
from analysis.findings.facts import Findings
from analysis.findings.meeting import sentences as met
from analysis.findings.meeting.facts import Meeting
from data.states import STATES
from reports.dossier import tables
from reports.dossier.money import YearMoney
from reports.dossier.parts import COUNT, DECIMAL, Column, Part, Sentence, Table
from texts import Text
from texts import translate as _

THEMES_A_MAP = 15  # as many themes as fit beside each other on a sheet

FIGURES = {
    facts.USES: Text("Use"),
    facts.REACH: Text("Reach"),
    facts.COVERAGE: Text("Coverage"),
    facts.EFFECTIVE_THEMES: Text("Effective number of themes"),
}


def annexes_of(meeting: Meeting, money: YearMoney) -> tuple[Part, ...]:
    """Every annex; one that holds nothing is left out."""
    parts = (
        Part(
            "annex_map",
            _("The map of departments and themes"),
            (Sentence("annex_map.legend", legend()),),
            maps_of(meeting.found),
        ),
        Part("annex_departments", _("The departments"), (), (tables.department_table(meeting),)),
        Part("annex_themes", _("The themes"), (), (tables.theme_table(meeting),)),
        Part("annex_requests", _("The requests"), (), _if_rows(tables.request_table(meeting))),
        Part(
            "annex_agreements", _("The agreements"), (), _if_rows(tables.agreement_table(meeting))
        ),
        Part("annex_figures", _("The figures"), (), (figure_table(meeting.found),)),
        Part("annex_computed", _("How it was computed"), computed(meeting, money)),
    )
    return tuple(part for part in parts if part.tables or part.sentences)


def legend() -> str:
    """The signs of the map, each with its meaning."""
    return _("Signs: {signs}.").format(
        signs=", ".join(f"{state.sign} {state.label}".lower() for state in STATES.values())
    )


def maps_of(found: Findings) -> tuple[Table, ...]:
    """The map, in as many tables as its themes need."""
    whole = tables.map_table(found)
    first, themes = whole.columns[0], whole.columns[1:]
    starts = range(0, len(themes), THEMES_A_MAP)
    return tuple(
        Table(
            whole.key,
            whole.caption,
            (first, *themes[start : start + THEMES_A_MAP]),
            tuple((row[0], *row[1 + start : 1 + start + THEMES_A_MAP]) for row in whole.rows),
        )
        for start in starts
    )


def figure_table(found: Findings) -> Table:
    """Each figure with k, n and how it is computed."""
    columns = (
        Column(_("Figure"), width=3),
        Column(_("Value"), DECIMAL),
        Column("k", COUNT, 1),
        Column("n", COUNT, 1),
        Column(_("How it is computed"), width=8),
    )
    rows = tuple(
        (
            str(FIGURES[name]),
            met.value_of(name, figure.counted),
            figure.counted.k,
            figure.counted.n,
            str(met.COMPUTED[name]),
        )
        for name, figure in found.figures.items()
    )
    return Table("figures", _("The figures of the year"), columns, rows)


def computed(meeting: Meeting, _money: YearMoney) -> tuple[Sentence, ...]:
    """What every reader may recompute, and from what."""
    return tuple(
        Sentence(f"annex_computed.{name}", text) for name, text in met.how_computed(meeting) if text
    )


def _if_rows(table: Table) -> tuple[Table, ...]:
    return (table,) if table.rows else ()
