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
from ui.shared.labels import column_label, value_label
from ui.shared.notices import attempt, show_notice

_FILLED_IN = ("add_", "rename_", "merge_", "end_")  # the fields, which are empty once it is done
_EARLIEST, _LATEST = 1990, 2100
_ADD, _RENAME, _MERGE, _END = "add", "rename", "merge", "end"
_KINDS: Mapping[str, Text] = {
    _ADD: Text("Add"), _RENAME: Text("Rename"), _MERGE: Text("Merge"), _END: Text("End"),
}  # fmt: skip


def show_changes(kind: str, names: list[str]) -> None:
    """Choose what happens to a department or theme, see what it changes, and do it."""
    at = f"change_{kind}"
    show_notice(at)
    st.subheader(_("Add, rename, merge or end"), anchor=False)
    what = st.segmented_control(
        _("What happens"),
        list(_KINDS),
        default=_ADD,
        required=True,
        format_func=lambda name: str(_KINDS[name]),
        key=f"{at}_what",
    )
    act = _FORMS[what or _ADD](kind, names)
    if act is None:
        return
    show_consequence(act)
    st.button(
        _("Store this change"), type="primary", key=f"{at}_store",
        on_click=_store, args=(act, at),
    )  # fmt: skip


def _store(act: Act, at: str) -> None:
    done = attempt(lambda: act(loaders.store()), Text("It is stored; the figures follow."), at=at)
    for key in [key for key in st.session_state if done and str(key).startswith(_FILLED_IN)]:
        del st.session_state[key]


def _add(kind: str, names: list[str]) -> Act | None:
    name = st.text_input(_("Name"), max_chars=120, key=f"add_{kind}").strip()
    if not name:
        return None
    if same_name(name, names):
        st.warning(_("There is one by that name already. Choose another name."))
        return None
    proposed = {c.DOMAIN: propose_domain(name)}
    if kind == c.THEME:
        proposed = dict(zip((c.PILLAR, c.TASK), propose_theme(name), strict=True))
    chosen = {column: _class(column, value, f"{kind}_{name}") for column, value in proposed.items()}
    year = _year(_("Exists from (empty: always)"), f"add_from_{kind}")
    values = {**chosen, c.VALID_FROM: year}
    return _by(lambda store, user: add_names(store, user, kind, {name: values}))


def _rename(kind: str, names: list[str]) -> Act | None:
    old, year = _one(_("Which one"), names, f"rename_{kind}"), None
    new = st.text_input(_("New name"), max_chars=120, key=f"rename_new_{kind}").strip()
    if kind == c.DEPARTMENT:
        year = _year(_("From (empty: it was misspelt)"), f"rename_from_{kind}")
    if not old or not new:
        return None
    if year is None:
        return _by(lambda store, user: correct_name(store, user, kind, old, new))
    return _followed(int(year), {old: new})


def _merge(kind: str, names: list[str]) -> Act | None:
    old = _one(_("Which one disappears"), names, f"merge_{kind}")
    into = _one(_("Into which one"), [n for n in names if n != old], f"merge_into_{kind}")
    year = None
    if kind == c.DEPARTMENT:
        year = _year(_("From"), f"merge_from_{kind}", today().year)
    else:
        st.caption(_("The records of both stand under one name. This cannot be undone."))
    if not old or not into:
        return None
    if year is None:
        return _by(lambda store, user: merge_themes(store, user, old, into))
    return _followed(int(year), {old: into, into: into})


def _end(kind: str, names: list[str]) -> Act | None:
    name = _one(_("Which one"), names, f"end_{kind}")
    year = _year(_("Last year in which it exists"), f"end_year_{kind}", today().year - 1)
    if not name or year is None:
        return None
    return _by(lambda store, user: edit_names(store, user, kind, {name: {c.VALID_TO: year}}))


_FORMS: Mapping[str, Callable[[str, list[str]], Act | None]] = {
    _ADD: _add, _RENAME: _rename, _MERGE: _merge, _END: _end,
}  # fmt: skip


def _followed(year: int, successors: Mapping[str, str]) -> Act:
    planned = Reorganisation(year, {old: {new: WHOLE} for old, new in successors.items()})
    return _by(lambda store, user: reorganise(store, user, planned))


def _by(change: Callable[[Store, User], object]) -> Act:
    user = visitor.current_user()
    return lambda store: change(store, user)


def _one(label: str, names: list[str], key: str) -> str | None:
    return st.selectbox(label, names, index=None, key=key, placeholder=_("Choose"), width=420)


def _class(column: str, proposed: str, key: str) -> str:
    """The domain, pillar or task that is chosen; first the one that the name points at."""
    options = CLASSES[column]
    return st.selectbox(
        column_label(column),
        options,
        index=options.index(proposed),
        format_func=lambda value: value_label(column, value),
        key=f"add_{column}_{key}",
        width=420,
    )


def _year(label: str, key: str, start: int | None = None) -> int | None:
    year = st.number_input(label, _EARLIEST, _LATEST, start, step=1, key=key, width=260)
    return None if year is None else int(year)
