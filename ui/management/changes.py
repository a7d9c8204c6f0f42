"""Adding, renaming, merging and ending departments and themes, with what it changes shown first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from data import columns as c
from data.fields.choices import CLASSES
from data.intake.organisation_file import same_name
from data.reference import propose_domain, propose_theme
from data.storing.merging import merge_themes
from data.storing.organisation import correct_name
from data.storing.reference import add_names, edit_names
from data.storing.reorganising import WHOLE, Reorganisation, reorganise
from data.storing.store import Store
from data.users import User
from texts import Text
from texts import translate as _
from texts.clock import today
from ui.management.consequences import Act, show_consequence
from ui.shared import loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.labels import column_label, value_label
from ui.shared.notices import attempt, show_notice

_EARLIEST, _LATEST = 1990, 2100
_ADD, _RENAME, _MERGE, _END = "add", "rename", "merge", "end"
_KINDS: Mapping[str, Text] = {
    _ADD: Text("Add"), _RENAME: Text("Rename"), _MERGE: Text("Merge"), _END: Text("End"),
}  # fmt: skip


def show_changes(kind: str, names: list[str]) -> None:
    """Choose what happens to a department or theme, see what it changes, and do it."""
    at = f"change_{kind}"
    one = draft(at)
    st.subheader(_("Add, rename, merge or end"), anchor=False)
    what = st.segmented_control(
        _("What happens"),
        list(_KINDS),
        required=True,
        format_func=lambda name: str(_KINDS[name]),
        key=one.field("what", _ADD),
    )
    act = _FORMS[what or _ADD](one, kind, names)
    if act is not None:
        show_consequence(act)
        st.button(
            _("Store this change"), type="primary", key=f"{at}_store",
            on_click=_store, args=(one, act, at),
        )  # fmt: skip
    show_notice(at)


def _store(one: Draft, act: Act, at: str) -> None:
    if attempt(lambda: act(loaders.store()), Text("It is stored; the figures follow."), at=at):
        one.finish()


def _add(one: Draft, kind: str, names: list[str]) -> Act | None:
    name = st.text_input(_("Name"), max_chars=120, key=one.field("name", "")).strip()
    if not name:
        return None
    if same_name(name, names):
        st.warning(_("There is one by that name already. Choose another name."))
        return None
    proposed = {c.DOMAIN: propose_domain(name)}
    if kind == c.THEME:
        proposed = dict(zip((c.PILLAR, c.TASK), propose_theme(name), strict=True))
    chosen = {column: _class(one, column, value) for column, value in proposed.items()}
    year = _year(one, _("Exists from (empty: always)"), "from")
    values = {**chosen, c.VALID_FROM: year}
    return _by(lambda store, user: add_names(store, user, kind, {name: values}))


def _rename(one: Draft, kind: str, names: list[str]) -> Act | None:
    old, year = _one(one, _("Which one"), names, "renamed"), None
    new = st.text_input(_("New name"), max_chars=120, key=one.field("new_name", "")).strip()
    if kind == c.DEPARTMENT:
        year = _year(one, _("From (empty: it was misspelt)"), "renamed_from")
    if not old or not new:
        return None
    if year is None:
        return _by(lambda store, user: correct_name(store, user, kind, old, new))
    return _followed(int(year), {old: new})


def _merge(one: Draft, kind: str, names: list[str]) -> Act | None:
    old = _one(one, _("Which one disappears"), names, "merged")
    into = _one(one, _("Into which one"), [n for n in names if n != old], "into")
    year = None
    if kind == c.DEPARTMENT:
        year = _year(one, _("From"), "merged_from", today().year)
    else:
        st.caption(_("The records of both stand under one name. This cannot be undone."))
    if not old or not into:
        return None
    if year is None:
        return _by(lambda store, user: merge_themes(store, user, old, into))
    return _followed(int(year), {old: into, into: into})


def _end(one: Draft, kind: str, names: list[str]) -> Act | None:
    name = _one(one, _("Which one"), names, "ended")
    year = _year(one, _("Last year in which it exists"), "last_year", today().year - 1)
    if not name or year is None:
        return None
    return _by(lambda store, user: edit_names(store, user, kind, {name: {c.VALID_TO: year}}))


_FORMS: Mapping[str, Callable[[Draft, str, list[str]], Act | None]] = {
    _ADD: _add, _RENAME: _rename, _MERGE: _merge, _END: _end,
}  # fmt: skip


def _followed(year: int, successors: Mapping[str, str]) -> Act:
    planned = Reorganisation(year, {old: {new: WHOLE} for old, new in successors.items()})
    return _by(lambda store, user: reorganise(store, user, planned))


def _by(change: Callable[[Store, User], object]) -> Act:
    user = visitor.current_user()
    return lambda store: change(store, user)


def _one(one: Draft, label: str, names: list[str], field: str) -> str | None:
    key = one.field(field, among=names)
    return st.selectbox(label, names, index=None, key=key, placeholder=_("Choose"), width=420)


def _class(one: Draft, column: str, proposed: str) -> str:
    """The domain, pillar or task that is chosen; first the one that the name points at."""
    options = CLASSES[column]
    return st.selectbox(
        column_label(column),
        options,
        format_func=lambda value: value_label(column, value),
        key=one.field(column, proposed),
        width=420,
    )


def _year(one: Draft, label: str, field: str, start: int | None = None) -> int | None:
    key = one.field(field, start)
    year = st.number_input(label, _EARLIEST, _LATEST, None, step=1, key=key, width=260)
    return None if year is None else int(year)
