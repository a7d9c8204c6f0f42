"""The dossier on the page: each part as it reads, and the fields to make something else of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.storing.dossiers import Draft as Stored
from data.storing.dossiers import edit_dossier
from data.users import ACT
from data.values.meeting import Edits
from reports.dossier.parts import Part, Table
from texts import Text, current_language
from texts import translate as _
from ui.meeting import meeting_data
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped
from ui.shared.tabs import fold

_MOST_OWN, _LONGEST = 12, 1_000


def show_proposal(year: int) -> None:
    """Every part of the dossier: how it reads, and the form to change it once it is asked for."""
    dossier, proposed = meeting_data.dossier(year), meeting_data.proposal(year)
    now = {part.key: part for part in dossier.parts}
    may_edit = visitor.current_user().may(ACT)
    stored = meeting_data.draft(year)
    for part in _every_part(proposed.parts, dossier.parts):
        with st.container(key=f"part_{part.key}"):
            one = draft(f"edit_{year}_{current_language()}_{part.key}")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.subheader(escape_markdown(part.heading), anchor=False, width="stretch")
                if may_edit:
                    _edit_button(one)
            _show_part(now.get(part.key))
            show_notice(f"part_{part.key}")
            if may_edit and st.session_state.get(one.key("box")):
                _edit_part(one, part, year, stored)


def _every_part(proposed: tuple[Part, ...], now: tuple[Part, ...]) -> list[Part]:
    """The proposed parts, and in their place those in which only the coordinator writes."""
    known = {part.key for part in proposed}
    return [*proposed, *(part for part in now if part.key not in known), *_empty(known, now)]


def _empty(known: set[str], now: tuple[Part, ...]) -> list[Part]:
    there = known | {part.key for part in now}
    return [
        Part(key, heading)
        for key, heading in (
            ("questions", _("Questions and wishes for next year")),
            ("own_points", _("Own points")),
        )
        if key not in there
    ]


def _show_part(part: Part | None) -> None:
    if part is None:
        st.caption(_("Nothing of this is in the dossier."))
        return
    lines = [
        ("- " if sentence.point else "") + escape_markdown(sentence.text)
        for sentence in part.sentences
    ]
    paragraphs = [line for line in lines if not line.startswith("- ")]
    points = [line for line in lines if line.startswith("- ")]
    if lines:
        st.markdown("\n\n".join([*paragraphs, "\n".join(points)]))
    for number, table in enumerate(part.tables):
        label, key = escape_markdown(table.caption), f"table_{part.key}_{number}"
        with fold(label, key=key, icon=":material/table:") as unfolded:
            if unfolded:
                _show_table(table)


def _show_table(table: Table) -> None:
    headings = [column.heading for column in table.columns]
    show_wrapped(pd.DataFrame(table.shown_rows, columns=headings), alt=table.caption)


def _edit_button(one: Draft) -> None:
    """What opens the form of a part, and closes it again."""
    box = one.key("box")
    opened = bool(st.session_state.get(box))
    st.button(
        _("Close") if opened else _("Change this part"),
        key=one.key("open"),
        type="tertiary",
        icon=":material/edit:",
        on_click=lambda: st.session_state.update({box: not opened}),
    )


def _edit_part(one: Draft, part: Part, year: int, stored: Stored) -> None:
    """The form of a part, which says of each sentence what it reads now."""
    edits = stored.content
    with st.container(border=True):
        st.checkbox(
            _("Leave this part out"), key=one.field("out", stored=part.key in edits.left_out)
        )
        for sentence in part.sentences:
            if sentence.key.startswith(f"{part.key}.own"):
                continue
            now = edits.texts.get(sentence.key, sentence.text)
            left_out = sentence.key in edits.left_out
            st.text_area(
                _("Sentence (empty leaves it out)"),
                key=one.field(sentence.key, "" if left_out else now),
                max_chars=_LONGEST,
                height="content",
            )
        st.text_area(
            _("Own sentences, each on a line of its own"),
            key=one.field("added", "\n".join(edits.added.get(part.key, ()))),
            max_chars=_MOST_OWN * _LONGEST,
            height=100,
        )
        proposed = {s.key: s.text for s in part.sentences}
        st.button(
            _("Save"), type="primary", key=one.key("save"),
            on_click=_save, args=(one, part.key, proposed, year, stored),
        )  # fmt: skip


def _save(one: Draft, part: str, proposed: Mapping[str, str], year: int, stored: Stored) -> None:
    typed = {
        name: str(text if (said := one.said(name)) is None else said).strip()
        for name, text in proposed.items()
        if not name.startswith(f"{part}.own")
    }
    own = tuple(line.strip() for line in one.said("added").splitlines() if line.strip())
    edits = edited(stored.content, part, proposed, typed, own, leave_out=one.said("out"))
    if attempt(
        lambda: edit_dossier(
            loaders.store(), visitor.current_user(), year, current_language(), edits,
            version=stored.version,
        ),
        Text("The dossier is saved."),
        at=f"part_{part}",
    ):  # fmt: skip
        one.finish()


def edited(
    edits: Edits,
    part: str,
    proposed: Mapping[str, str],
    typed: Mapping[str, str],
    own: tuple[str, ...],
    *,
    leave_out: bool,
) -> Edits:
    """The edits with what was typed in the form of one part.

    An empty sentence is left out; one that says what is proposed follows the figures again.
    """
    texts = {name: text for name, text in edits.texts.items() if name not in typed}
    texts |= {name: text for name, text in typed.items() if text and text != proposed[name]}
    left_out = {name for name in edits.left_out if name not in typed and name != part}
    left_out |= {name for name, text in typed.items() if not text}
    left_out |= {part} if leave_out else set()
    added = {name: lines for name, lines in edits.added.items() if name != part}
    added |= {part: own[:_MOST_OWN]} if own else {}
    return replace(edits, texts=texts, left_out=frozenset(left_out), added=added)
