"""Who is at the screen, asked anew at every run: signed in, named by the proxy, or the local user.

Whoever may see everything can look as the manager of a department would; the address can make the
rights of a visitor narrower and never wider.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import partial

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.columns import DEPARTMENT
from data.errors import NotDoneError
from data.settings import Settings
from data.storing import sign_ins
from data.storing.store import Store
from data.users import COORDINATOR, LOOK, MANAGER, OVERSEE, User
from texts import translate as _
from ui.shared import filters, loaders, scope
from ui.web import people, sign_in
from ui.web.messages import NOT_SIGNED_IN

ROLE = "als"  # in the address: the department whose manager is looking
_WIDGET = "role_choice"

_of_run: ContextVar[tuple[object, User] | None] = ContextVar("user_of_run", default=None)
_seen_as: ContextVar[tuple[object, User] | None] = ContextVar("seen_as", default=None)


class NotSignedInError(NotDoneError):
    """Nobody is signed in, or that ended meanwhile: here, elsewhere or by the clock."""

    def __init__(self) -> None:
        super().__init__(NOT_SIGNED_IN())


def current_user() -> User:
    """The user of this visit, as seen; raises `NotSignedInError`.

    Outside a visit it is the program itself.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return _local_user()
    return _once_in_run(_seen_as, lambda: _as_seen(real_user()))


def _once_in_run(kept: ContextVar[tuple[object, User] | None], find: Callable[[], User]) -> User:
    """Who it is, asked once in a run of a page: a page asks some thirty times."""
    context = get_script_run_ctx(suppress_warning=True)
    run = None if context is None else context.cursors
    asked = kept.get()
    if asked is not None and run is not None and asked[0] is run:
        return asked[1]
    user = find()
    kept.set((run, user))
    return user


def real_user() -> User:
    """Who it really is, whatever role they look as."""
    return _once_in_run(_of_run, _find_user)


def still_in() -> Callable[[], None]:
    """What raises `NotSignedInError` once this visit ended or its rights changed.

    Also outside a run.
    """
    store, ask, was = loaders.store(), _asking(), real_user()

    def check() -> None:
        if ask(store) != was:
            raise NotSignedInError

    return check


def _find_user() -> User:
    return _asking()(loaders.store())


def _asking() -> Callable[[Store], User]:
    """How to find out who this visitor is to the store, now or later."""
    if sign_in.is_configured():
        return partial(_signed_in, dict(st.user))
    if header := Settings.in_force({}).proxy_user_header:
        return partial(_named_by_proxy, st.context.headers.get(header, "").strip().casefold())
    return lambda _store: _local_user()


def _signed_in(claims: sign_in.Claims, store: Store) -> User:
    if not claims.get("is_logged_in") or not sign_in.are_for_us(claims):
        raise NotSignedInError
    found = sign_ins.find(store, sign_in.key_of(claims))
    if found is None:
        raise NotSignedInError
    return people.user_with(found.name, found.account, claims)


def _named_by_proxy(name: str, store: Store) -> User:
    if not name:
        raise NotSignedInError
    return people.user_of(store, {Settings.in_force({}).user_claim: name})


def _local_user() -> User:
    return User(loaders.settings().user_name, COORDINATOR)


def _as_seen(user: User) -> User:
    department = st.session_state.get(ROLE, st.query_params.get(ROLE))
    if not department:
        return user
    if user.role == COORDINATOR:
        return User(user.name, MANAGER, (department,))
    if department in user.departments:  # of more than one: begin with this one
        rest = tuple(name for name in user.departments if name != department)
        return User(user.name, user.role, (department, *rest))
    return user


def scope_of_visit() -> scope.Scope:
    """What of the records this visitor may see."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return scope.WHOLE
    user = current_user()
    if OVERSEE in user.role.rights:
        return scope.WHOLE
    if LOOK not in user.role.rights:
        return scope.NOTHING
    if loaders.settings().managers_see_all:
        return scope.WHOLE
    return scope.Scope(frozenset(user.departments))


scope.set_source(scope_of_visit)


def own_department() -> str | None:
    """The department that the page opens with for this user; None for who has no own one."""
    return next(iter(current_user().departments), None)


def role_label(department: str | None) -> str:
    """The role of a user, by the department that the user manages."""
    if department is None:
        return str(COORDINATOR.label)
    return _("Department manager of {department}").format(department=department)


def role_switch() -> None:
    """Let a coordinator see the tool as the manager of a department would."""
    if real_user().role != COORDINATOR:
        return
    chosen = own_department() or ""
    st.session_state[ROLE] = chosen
    known = loaders.departments()[DEPARTMENT].tolist()
    options = ["", *known, *([chosen] if chosen and chosen not in known else [])]
    st.session_state[_WIDGET] = chosen
    st.selectbox(
        _("See as"),
        options,
        format_func=lambda name: role_label(name or None),
        key=_WIDGET,
        on_change=_switch,
        label_visibility="collapsed",
        width=210,
    )
    _keep_in_address(chosen)


def _switch() -> None:
    department = st.session_state[_WIDGET]
    st.session_state[ROLE] = department
    _seen_as.set(None)
    if department:  # a manager begins with the own department
        filters.choose(department=department)


def _keep_in_address(department: str) -> None:
    if department:
        st.query_params[ROLE] = department
    elif ROLE in st.query_params:
        del st.query_params[ROLE]
