"""Tables of our own in the page: heads that stay in view, and places in them that can be clicked.

A place that bears `sends(...)` tells the server about a click: `page.js` puts what it says in a
field that nobody sees, which Streamlit reports as it does every field. Everything that comes from a
file goes through `text`.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from texts import ngettext
from texts import translate as _
from ui.shared.formats import number
from ui.shared.safe import one_line

_STAMP = "\t"  # behind it what makes two equal clicks differ


def text(value: object) -> str:
    """The value as it stands, for between tags or within an attribute."""
    return html.escape(one_line(value), quote=True)


def sends(to: str, value: object) -> str:
    """The attributes of a place that, clicked, hands `value` to the receiver `to`."""
    return f'data-to="{text(to)}" data-value="{text(value)}"'


def rows_table(
    name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, most: int
) -> str:
    """A table of which no text is cut off; on a phone a row is a card. `most` rows show at first.

    The cells are HTML; the first of a row is its head.
    """
    head = "".join(f'<th scope="col">{text(title)}</th>' for title in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(
            f'<td data-head="{text(title)}">{cell}</td>'
            for title, cell in zip(heads[1:], row[1:], strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<table class="work rows" id="{name}" aria-label="{text(caption)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    ) + shows_all(name, len(rows), most)


def shows_all(table: str, n: int, most: int) -> str:
    """The button that shows the rest of a table with its rows folded away beyond the first."""
    if n <= most:
        return ""
    label = ngettext("Show all {n} row", "Show all {n} rows", n).format(n=number(n))
    fewer = _("Show fewer")
    return (
        f'<button type="button" class="own-button" data-shows-all="{table}" aria-expanded="false">'
        f'<span class="more">{text(label)}</span><span class="fewer">{text(fewer)}</span></button>'
    )


def receiver(name: str, on_value: Callable[[str], None]) -> None:
    """Have `on_value` called with what is sent to `name`, before the page is made anew."""
    key = f"receiver_{name}"
    with st.container(key=f"hidden_{name}"):
        st.text_input(name, key=key, on_change=partial(_received, key, on_value))


def _received(key: str, on_value: Callable[[str], None]) -> None:
    value, stamp, _rest = st.session_state[key].partition(_STAMP)
    if stamp:
        on_value(value)
