"""The worklist as a table: a row per department, on a phone a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from texts import translate as _
from ui.shared.html_table import sends, shows_all, text

TO = "worklist"  # the receiver of what is clicked: "what:department"
MESSAGE, START, OPEN = "message", "start", "open"
MOST_ROWS = 6  # at first; on a phone fewer, see style.css


@dataclass(frozen=True)
class Row:
    """What stands in the row of a department, in words.

    `proposals` are themes with their reason; `acts` what its buttons do, the first one first.
    """

    department: str
    domain: str
    now: str
    before: str
    last_used: str
    network: str
    proposals: Sequence[tuple[str, str]]
    state: str
    acts: Sequence[str] = ()
    urgent: bool = False


def worklist_table(rows: Sequence[Row], *, caption: str, heads: tuple[str, str]) -> str:
    """The rows as HTML; `heads` name the period and the one before."""
    columns = [
        _("Department"), *heads, _("Last used"), _("Via theme group"),
        _("Propose first"), _("Conversation"),
    ]  # fmt: skip
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    table = (
        f'<table class="work" id="{TO}" aria-label="{text(caption)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    return table + shows_all(TO, len(rows), MOST_ROWS)


def _row(row: Row, columns: Sequence[str]) -> str:
    cells = [
        f'<td class="number">{text(row.now)}</td>',
        f'<td class="number">{text(row.before)}</td>',
        f"<td>{text(row.last_used)}</td>",
        f'<td class="number">{text(row.network)}</td>',
        f"<td>{_proposals(row)}</td>",
        f'<td class="{"urgent" if row.urgent else ""}">{text(row.state)}{_buttons(row)}</td>',
    ]
    named = [
        cell.replace("<td", f'<td data-head="{text(head)}"', 1)
        for cell, head in zip(cells, columns[1:], strict=True)
    ]
    name = f"{text(row.department)}<small>{text(row.domain)}</small>"
    return f'<tr><th scope="row">{name}</th>{"".join(named)}</tr>'


def _proposals(row: Row) -> str:
    if not row.proposals:
        return "–"
    items = (f"<li>{text(theme)}<small>{text(why)}</small></li>" for theme, why in row.proposals)
    return f"<ul>{''.join(items)}</ul>"


def _buttons(row: Row) -> str:
    labels = {MESSAGE: _("Message"), START: _("Start an action"), OPEN: _("To the action")}
    buttons = "".join(
        f'<button type="button" class="own-button{" main" if act == MESSAGE else ""}" '
        f"{sends(TO, f'{act}:{row.department}')} "
        f'aria-label="{text(labels[act])}: {text(row.department)}">{text(labels[act])}</button>'
        for act in row.acts
    )
    return f'<div class="buttons">{buttons}</div>' if buttons else ""
