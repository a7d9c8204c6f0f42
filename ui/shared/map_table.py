"""The map of department x theme as a table: its heads stay in view, its cells can be clicked.

On a narrow screen it is a list of departments, each with its themes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pandas as pd

from analysis.findings.meeting.facts import ASKED
from data import columns as c
from data.states import STATES
from texts import ngettext
from texts import translate as _
from ui.figures.template import INK, fill_of
from ui.shared.formats import number
from ui.shared.html_table import sends, text
from ui.shared.labels import column_label, domain_label, pillar_label, state_label
from ui.shared.tables import rows_of

Row = dict[str, Any]
_ASKED = "!"  # the sign of a request that was not delivered
TO = "map"  # the receiver of what is clicked: "row,column"


def map_table(cells: pd.DataFrame, counts: Mapping[str, int], *, caption: str) -> str:
    """The cells of `analysis.cells.cell_states` as HTML, wide and narrow; `counts` per state.

    Rows are the departments, columns the themes, each in the order of the frame.
    """
    themes = cells[[c.THEME, c.PILLAR]].drop_duplicates(c.THEME)
    rows = [list(part) for _name, part in groupby(rows_of(cells), lambda row: row[c.DEPARTMENT])]
    wide = "".join(
        [
            f'<div class="map-scroller"><table class="map" role="grid" data-to="{TO}" '
            f'aria-label="{text(caption)}">',
            _heads(themes),
            "<tbody>",
            *_bodies(rows, len(themes)),
            "</tbody></table></div>",
        ]
    )
    narrow = "".join(_department(place, row) for place, row in enumerate(rows))
    asked = int(cells[ASKED].sum()) if ASKED in cells else 0
    return f'{_colours()}{wide}<div class="map-list">{narrow}</div>{legend(counts, asked)}'


def chosen_mark(row: int, column: int) -> str:
    """What rings the chosen cell; apart, so that the map itself stays as it is."""
    cell = f'table.map tr[data-row="{row}"] > td:nth-child({column + 2})'
    return f"<style>{cell} {{ box-shadow: 0 0 0 3px var(--accent); z-index: 1; }}</style>"


def legend(counts: Mapping[str, int], asked: int = 0) -> str:
    """The states that occur: sign, colour, name and how many; and the requests not delivered."""
    items = "".join(
        f'<li><span class="cell {state}">{text(STATES[state].sign)}</span> '
        f"{text(state_label(state))} ({number(counts[state])})</li>"
        for state in STATES
        if counts[state]
    )
    if asked:
        told = text(_("Asked and not delivered"))
        items += f'<li><span class="cell">{_ASKED}</span> {told} ({number(asked)})</li>'
    return f'<ul class="map-legend">{items}</ul>'


def _colours() -> str:
    rules = [
        f".cell.{state.name}, table.map td.{state.name} {{ background: {fill_of(state)}; "
        + (f"color: {INK}; border-color: {state.outline}; " if state.outline else "")
        + "}"
        for state in STATES.values()
    ]
    return f"<style>{''.join(rules)}</style>"


def _heads(themes: pd.DataFrame) -> str:
    groups = [
        (pillar_label(pillar), len(list(part)))
        for pillar, part in groupby(themes[c.PILLAR].tolist())
    ]
    pillars = "".join(
        f'<th colspan="{n}" scope="colgroup">{text(label)}</th>' for label, n in groups
    )
    names = "".join(f'<th scope="col"><span>{text(name)}</span></th>' for name in themes[c.THEME])
    corner = text(column_label(c.DEPARTMENT))
    return (
        f'<thead><tr><td class="corner"></td>{pillars}</tr>'
        f'<tr><th scope="col">{corner}</th>{names}</tr></thead>'
    )


def _bodies(rows: list[list[Row]], width: int) -> Iterator[str]:
    last, places = None, {uses: _times(uses) for row in rows for uses in {r["uses"] for r in row}}
    for place, row in enumerate(rows):
        if row[0][c.DOMAIN] != last:
            last = row[0][c.DOMAIN]
            domain = text(domain_label(last))
            yield f'<tr><th colspan="{width + 1}" scope="rowgroup">{domain}</th></tr>'
        cells = "".join(
            f'<td class="{cell[c.STATE]}"{" tabindex=0" if place == at == 0 else ""} '
            f'aria-label="{_in_words(cell, places)}">{_shown(cell)}</td>'
            for at, cell in enumerate(row)
        )
        yield (
            f'<tr data-row="{place}"><th scope="row">{text(row[0][c.DEPARTMENT])}</th>{cells}</tr>'
        )


def _department(place: int, row: list[Row]) -> str:
    """A department of the list for a narrow screen, its relevant themes folded away."""
    shown = [(at, cell) for at, cell in enumerate(row) if cell[c.STATE] != c.NOT_APPLICABLE]
    used = sum(cell[c.STATE] == c.USED for _at, cell in shown)
    told = _("{k} of the {n} themes used").format(k=number(used), n=number(len(shown)))
    items = "".join(
        f'<li><button type="button" {sends(TO, f"{place},{at}")}>'
        f'<span class="cell {cell[c.STATE]}">{_shown(cell)}</span> {text(cell[c.THEME])}'
        f"<small>{text(state_label(cell[c.STATE]))}</small></button></li>"
        for at, cell in shown
    )
    name = text(row[0][c.DEPARTMENT])
    return (
        f"<details><summary>{name}<small>{text(told)}</small></summary><ul>{items}</ul></details>"
    )


def _shown(cell: Row) -> str:
    sign = text(STATES[cell[c.STATE]].sign)
    count = cell["uses"] if cell[c.STATE] == c.USED else cell["network_uses"]
    shown = f"{sign}{count}" if count and cell[c.STATE] in (c.USED, c.NETWORK_ONLY) else sign
    return shown + (f"<sup>{_ASKED}</sup>" if cell.get(ASKED) else "")


def _in_words(cell: Row, times: Mapping[int, str]) -> str:
    parts = [text(state_label(cell[c.STATE]))]
    if cell["uses"]:
        parts.append(times[cell["uses"]])
    if asked := cell.get(ASKED):
        told = ngettext("{n} request not delivered", "{n} requests not delivered", asked)
        parts.append(text(told.format(n=number(asked))))
    return ", ".join(parts)


def _times(uses: int) -> str:
    return ngettext("{n} use", "{n} uses", uses).format(n=number(uses))
