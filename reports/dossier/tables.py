"""The tables of a dossier, of the facts of a meeting."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd

from analysis.findings import sentences as said
from analysis.findings.facts import Findings
from analysis.findings.meeting import sentences as met
from analysis.findings.meeting.facts import Meeting
from data.columns import (
    ASKED_ON,
    DEPARTMENT,
    DUE_ON,
    OUTCOME,
    OWNER,
    STATE,
    STATUS,
    SUBJECT,
    TEXT,
    THEME,
)
from data.states import STATES
from reports.dossier.parts import COUNT, Column, Table, Value
from texts import formats
from texts import translate as _


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, column -> value."""
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def theme_table(meeting: Meeting, *, most: int | None = None) -> Table:
    """The use per theme, and how it moved over what this year and the one before share."""
    year = meeting.year
    columns = [Column(_("Theme"), width=5), Column(str(year), COUNT)]
    rows: list[list[Value]] = [[t.theme, t.uses] for t in meeting.themes[:most]]
    if meeting.themes and meeting.themes[0].now is not None:
        columns += [
            Column(_("{year}, alike").format(year=year - 1), COUNT),
            Column(_("{year}, alike").format(year=year), COUNT),
            Column(_("Difference"), COUNT),
        ]
        rows = [
            [*row, theme.before, theme.now, (theme.now or 0) - (theme.before or 0)]
            for row, theme in zip(rows, meeting.themes, strict=False)
        ]
    caption = _("Use per theme") if most is None else _("The most used themes")
    return Table("themes", caption, tuple(columns), tuple(tuple(row) for row in rows))


def department_table(meeting: Meeting) -> Table:
    """Every department: direct use, through theme groups, and how much of what is relevant."""
    columns = (
        Column(_("Department"), width=5),
        Column(_("Domain"), width=3),
        Column(_("Direct"), COUNT),
        Column(_("Theme group"), COUNT),
        Column(_("Relevant themes used"), COUNT),
        Column(_("Relevant themes"), COUNT),
        Column(_("Reported"), width=3),
    )
    rows = tuple(
        (
            line.department, said.domain_in_a_sentence(line.domain), line.uses, line.network_uses,
            line.used, line.relevant, met.reported_in_words(line.state),
        )
        for line in meeting.departments
    )  # fmt: skip
    return Table("departments", _("Use per department"), columns, rows)


def proposal_table(found: Findings, *, most: int | None = None) -> Table:
    """The white spots that are worth acting on first, each with its reason."""
    columns = (
        Column(_("Department"), width=3),
        Column(_("Theme"), width=3),
        Column(_("Why"), width=7),
        Column(_("Ask"), width=3),
    )
    rows = tuple(
        (
            row[DEPARTMENT],
            row[THEME],
            said.opportunity_reason(row),
            row["colleague"] if isinstance(row["colleague"], str) else "",
        )
        for row in rows_of(found.opportunities.head(most or len(found.opportunities)))
    )
    return Table("opportunities", _("Proposed next"), columns, rows)


def map_table(found: Findings) -> Table:
    """The map: a row per department, a column per theme, the sign of each cell."""
    cells = found.cells
    wide = cells.pivot_table(
        index=DEPARTMENT, columns=THEME, values=STATE, aggfunc="first", sort=False, observed=True
    )
    columns = (Column(_("Department"), width=6), *(Column(str(t), width=1) for t in wide.columns))
    rows = tuple(
        (str(name), *(STATES[state].sign for state in line))
        for name, line in zip(wide.index, wide.to_numpy(), strict=True)
    )
    return Table("map", _("Department by theme"), columns, rows)


def request_table(meeting: Meeting) -> Table:
    """Every request of the year that was not delivered."""
    columns = (
        Column(_("Date"), width=2),
        Column(_("Department"), width=3),
        Column(_("Theme"), width=3),
        Column(_("Request"), width=5),
        Column(_("What became of it"), width=3),
    )
    rows = tuple(
        (
            formats.date(row[ASKED_ON]), row[DEPARTMENT], row[THEME], row[SUBJECT],
            " ".join(part for part in (str(met.OUTCOMES[row[OUTCOME]]), row["note"]) if part),
        )
        for row in rows_of(meeting.requests)
    )  # fmt: skip
    return Table("requests", _("Asked and not delivered"), columns, rows)


def agreement_table(meeting: Meeting) -> Table:
    """Every agreement of the meeting before, and what became of it."""
    columns = (
        Column(_("Agreement"), width=6),
        Column(_("Owner"), width=2),
        Column(_("Before"), width=2),
        Column(_("What became of it"), width=4),
    )
    rows = tuple(
        (
            row[TEXT],
            row[OWNER],
            formats.date(row[DUE_ON]) if row[DUE_ON] == row[DUE_ON] else "",
            " ".join(
                part for part in (str(met.AGREEMENT_LABELS[row[STATUS]]), row[OUTCOME]) if part
            ),
        )
        for row in rows_of(meeting.agreements)
    )
    return Table("agreements", _("Agreements of the last meeting"), columns, rows)
