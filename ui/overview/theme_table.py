"""Use by theme: every theme, how much, and how that changed over the chosen years."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis import worklist as work
from analysis.findings import sentences
from analysis.period import Period
from analysis.reporting import Alike, NotAlike
from data import columns as c
from texts import ngettext
from texts import translate as _
from ui.shared import computed, formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.html_table import shows_all, text
from ui.shared.labels import column_label, pillar_label
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_MOST_ROWS = 12
_TABLE = "themes"


def show_use_by_theme(period: Period) -> None:
    """Every theme with its use, and the change between the ends of the period."""
    st.header(_("What it is used for"), anchor=False)
    st.html(_table(period))
    alike = computed.alike_ends(period)
    told = sentences.not_alike_in_words(alike) if isinstance(alike, NotAlike) else _compared(alike)
    st.caption(escape_markdown(told))


def _compared(alike: Alike) -> str:
    """Over what the change is counted."""
    n = len(alike.departments)
    if alike.whole:
        text = ngettext(
            "The change is counted over the same {n} department.",
            "The change is counted over the same {n} departments.",
            n,
        )
    else:
        text = ngettext(
            "The change is counted over the same {n} department, {first} up to and including "
            "{last}.",
            "The change is counted over the same {n} departments, {first} up to and including "
            "{last}.",
            n,
        )
    return text.format(
        n=formats.number(n), first=formats.date(alike.first), last=formats.date(alike.last)
    )


@cached_as_shown
def _table(period: Period) -> str:
    counts = theme_counts(period)
    alike = computed.alike_ends(period)
    heads = [column_label(c.THEME), _("Uses in {period}").format(period=period.label)]
    if not isinstance(alike, NotAlike):
        both = {"before": alike.before.label, "now": alike.period.label}
        heads.append(_("From {before} to {now}").format(**both))
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in heads)
    body = "".join(_row(row, heads, most=max(counts["uses"].max(), 1)) for row in rows_of(counts))
    caption = text(_("What it is used for"))
    return (
        f'<table class="work themes" id="{_TABLE}" aria-label="{caption}"><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table>" + shows_all(_TABLE, len(counts), _MOST_ROWS)
    )


def theme_counts(period: Period) -> pd.DataFrame:
    """A row per theme, most used first.

    Columns: theme, pillar, uses; before and now when the ends of the period can be compared.
    """
    themes = loaders.themes()
    used = period.select(loaders.usage())[c.THEME].astype("str").value_counts()
    found = themes[[c.THEME, c.PILLAR]].assign(
        uses=[int(used.get(name, 0)) for name in themes[c.THEME]]
    )
    alike = computed.alike_ends(period)
    if not isinstance(alike, NotAlike):
        both = work.theme_uses(alike, loaders.usage(), themes[c.THEME].tolist())
        found = found.merge(both, on=c.THEME)
    return found.sort_values(["uses", c.THEME], ascending=[False, True], ignore_index=True)


def _row(row: dict[str, Any], heads: list[str], *, most: int) -> str:
    part = f"{row['uses'] / most:.3f}"
    cells = [
        f'<td class="bar" data-head="{text(heads[1])}" style="--part: {part}">'
        f"<span>{formats.number(row['uses'])}</span></td>"
    ]
    if len(heads) > 2:
        cells.append(f'<td data-head="{text(heads[2])}">{text(_change(row))}</td>')
    name = f"{text(row[c.THEME])}<small>{text(pillar_label(row[c.PILLAR]))}</small>"
    return f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>'


def _change(row: dict[str, Any]) -> str:
    difference = row["now"] - row["before"]
    told = f"{formats.number(row['before'])} → {formats.number(row['now'])}"
    if not difference:
        return told
    return f"{told} ({formats.signed(difference)})"
