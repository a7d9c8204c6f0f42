"""Reorganisations: departments that are renamed, merged or split from a year on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data.errors import NotDoneError
from data.fields.choices import CLASSES
from data.storing.reorganising import Reorganisation, reorganise, undo_reorganisation
from texts import Text, clock
from texts import translate as _
from ui.management.consequences import show_consequence
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import Draft, draft, edit_table
from ui.shared.editors import saved
from ui.shared.labels import domain_label
from ui.shared.notices import show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_KINDS: Mapping[str, Text] = {
    c.RENAMED: Text("Renamed"),
    c.MERGED: Text("Merged"),
    c.SPLIT: Text("Split"),
}
_MOST_PARTS = 6
_NEW, _PARTS = "new_reorganisation", "parts_of_split"  # what is being filled in
_EARLIEST, _LATEST = 1990, 2100


def show_reorganisations() -> None:
    """What changed so far, each with the button to undo it; and a new one."""
    st.markdown(
        _(
            "Nothing is rewritten: every record keeps the department that it came with. The "
            "figures are shown by today's departments; next to the period another year can be "
            "chosen."
        )
    )
    _list()
    st.subheader(_("New reorganisation"), anchor=False)
    _ask()


def _list() -> None:
    found = loaders.frame("reorganisations")
    if found.empty:
        st.info(_("No reorganisation yet."))
    for line in rows_of(found):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_line(line), width="stretch")
            st.button(
                _("Undo"),
                key=f"undo_reorganisation_{line['id']}",
                on_click=_undo,
                args=(line["id"],),
            )
    if failed := st.session_state.pop("reorganisation_failed", None):
        st.warning(escape_markdown(failed))


def _line(line: Mapping[str, Any]) -> str:
    kind = _KINDS[line["kind"]]
    head = _("{kind} from {year} on").format(kind=kind, year=line["year"])
    words = [in_words(loaders.successions(), line["id"]), line["note"]]
    return f"**{escape_markdown(head)}** · " + escape_markdown(" · ".join(filter(None, words)))


def in_words(successions: pd.DataFrame, number: int) -> str:
    """`A, B → C`, or `A → B (60%), C (40%)`, of one reorganisation."""
    lines = successions[successions[c.REORGANISATION] == number]
    before = lines[c.DEPARTMENT].unique().tolist()
    after = [
        name if percent == 100 else f"{name} ({formats.percent(percent / 100)})"
        for name, percent in zip(lines[c.SUCCESSOR], lines[c.PERCENT], strict=True)
    ]
    return f"{', '.join(before)} → {', '.join(dict.fromkeys(after))}"


def _undo(number: int) -> None:
    try:
        undo_reorganisation(loaders.store(), visitor.current_user(), number)
    except NotDoneError as error:
        st.session_state["reorganisation_failed"] = error.message


def _ask() -> None:
    known, one = loaders.departments()[c.DEPARTMENT].tolist(), draft(_NEW)
    kind = st.segmented_control(
        _("What happens"),
        list(_KINDS),
        required=True,
        format_func=lambda name: str(_KINDS[name]),
        key=one.field("kind", c.RENAMED),
    )
    key = one.field("year", clock.today().year)
    year = st.number_input(
        _("First year of the new structure"), _EARLIEST, _LATEST, key=key, width=260
    )
    if kind == c.SPLIT:
        successors = _ask_split(one, known)
    else:
        successors = _ask_one(one, known, several=kind == c.MERGED)
    domain = st.selectbox(
        _("Domain of a new department"),
        CLASSES[c.DOMAIN],
        index=None,
        placeholder=_("As its name suggests"),
        format_func=domain_label,
        key=one.field(c.DOMAIN),
        width=320,
    )
    note = st.text_input(_("Note"), max_chars=200, key=one.field("note", ""))
    planned = _planned(int(year), successors, known, domain or "", note)
    if planned.successors and all(planned.names):
        user = visitor.current_user()
        show_consequence(lambda store: reorganise(store, user, planned))
    clicked = st.button(_("Store this reorganisation"), type="primary", key="store_reorganisation")
    show_notice(_NEW)
    if not clicked:
        return
    try:
        reorganise(loaders.store(), visitor.current_user(), planned)
    except NotDoneError as error:
        st.warning(escape_markdown(error.message))
        return
    draft(_PARTS).finish()
    saved(_NEW, at=_NEW)


def _planned(
    year: int, successors: dict[str, dict[str, int]], known: list[str], domain: str, note: str
) -> Reorganisation:
    new = {name for parts in successors.values() for name in parts} - set(known)
    return Reorganisation(year, successors, dict.fromkeys(new, domain), note)


def _ask_one(one: Draft, known: list[str], *, several: bool) -> dict[str, dict[str, int]]:
    """One successor, of one department or of several."""
    label = _("Departments that are merged") if several else _("Department that gets another name")
    if several:
        key = one.field("merged", [], among=known)
        before = st.multiselect(label, known, key=key, placeholder=_("Choose"))
    else:
        key = one.field("renamed", among=known)
        old = st.selectbox(label, known, index=None, key=key, placeholder=_("Choose"))
        before = [old] if old else []
    after = st.text_input(_("New name"), max_chars=120, key=one.field("new_name", "")).strip()
    return {name: {after: 100} for name in before}


def _ask_split(one: Draft, known: list[str]) -> dict[str, dict[str, int]]:
    """One department, and the parts that it becomes with their percentages."""
    key = one.field("split", among=known)
    before = st.selectbox(
        _("Department that is split"), known, index=None, key=key, placeholder=_("Choose")
    )
    st.caption(
        _(
            "The records of the years before are divided by these percentages, theme by theme; "
            "each record stays whole."
        )
    )
    start = pd.DataFrame({"name": ["", ""], "percent": [50, 50]}).astype({"name": "str"})
    _begun, edited = edit_table(_PARTS, start, _parts_editor)
    parts = {
        str(name).strip(): int(percent)
        for name, percent in edited.head(_MOST_PARTS).itertuples(index=False)
        if not pd.isna(name) and str(name).strip() and not pd.isna(percent)
    }
    return {before: parts} if before and parts else {}


def _parts_editor(start: pd.DataFrame, key: str) -> pd.DataFrame:
    return st.data_editor(
        start,
        hide_index=True,
        num_rows="dynamic",
        column_config={
            "name": st.column_config.TextColumn(_("New department"), max_chars=120, required=True),
            "percent": st.column_config.NumberColumn(
                _("Part in %"), min_value=1, max_value=100, step=1, required=True
            ),
        },
        key=key,
        alt=_("The parts of the department that is split"),
        width=480,
    )
