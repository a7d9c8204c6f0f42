"""Uw gemeente: the municipality, its departments and themes, and that these are all there are."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from data.columns import DEPARTMENT, THEME
from data.errors import NotDoneError
from data.intake.organisation_file import pasted_organisation, read_organisation, same_name
from data.money.population import municipalities
from data.storing.organisation_facts import (
    confirm_departments,
    confirm_domains,
    put_organisation,
    state_municipality,
)
from data.storing.store import Store
from data.values.organisation_input import OrganisationInput
from texts import Text, ngettext
from texts import translate as _
from ui.budget.agreement_form import show_agreement_form
from ui.management.consequences import Act, show_consequence
from ui.shared import formats, frame, loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.uploader import drop_files

_AT, _DOMAINS = "organisation", "proposed_domains"
_PLACE, _PASTED, _THEMES, _ALL, _LOOKED = (
    "name", "pasted", "themes", "all", "organisation_looked",
)  # fmt: skip
_ROUND = "organisation_round"
_ASKED = "asked"


def show_organisation() -> None:
    """What is known of the municipality, and where to state it; everything may be skipped."""
    one = draft(_AT)
    st.markdown(escape_markdown(_state()))
    st.caption(
        _("This takes about five minutes. You may skip everything; you find it again on Manage.")
    )
    st.subheader(_("1. Which municipality"), anchor=False)
    place = _ask_municipality(one)
    st.subheader(_("2. All your departments"), anchor=False)
    st.text_area(
        _("One department per line. Paste from Excel, or type."),
        key=one.field(_PASTED, ""),
        height=180,
        placeholder=_("Department; domain; function of the manager; from year; to year"),
    )
    with st.expander(_("Or as a workbook")):
        files = drop_files(
            _("Excel or CSV with the columns department, domain, from, to"),
            key=f"organisation_file_{st.session_state.get(_ROUND, 0)}",
        )
    st.checkbox(
        _("These are all our departments"),
        key=one.field(_ALL, stored=loaders.organisation().confirmed),
    )
    st.subheader(_("3. The themes on offer"), anchor=False)
    st.text_area(
        _("One theme per line. Without a list, the themes in your files count."),
        key=one.field(_THEMES, ""),
        height=110,
        placeholder=_("Theme; pillar; from year; to year"),
    )
    _store_in_two_steps(one, place, _stated(one, files))
    show_notice(_AT)
    _show_proposed_domains()
    st.subheader(_("4. The agreement with Platform31"), anchor=False)
    show_agreement_form()
    st.subheader(_("And then"), anchor=False)
    frame.link_to(
        "management",
        _("Confirm which theme suits which department"),
        part="relevance",
    )
    frame.link_to("reading_in", _("Go to Read in"))


def _ask_municipality(one: Draft) -> str:
    """A city of the G40, or any other name."""
    now = loaders.municipality()[1]
    names = list(dict.fromkeys([*([now] if now else []), *sorted(municipalities().values())]))
    chosen = st.selectbox(
        _("A city of the G40, or type another name"),
        names,
        index=None,
        accept_new_options=True,
        placeholder=_("Choose or type"),
        key=one.field(_PLACE, now or None),
        width=420,
    )
    return (chosen or "").strip()[:100]


def _state() -> str:
    """How many departments there are, and whether somebody said that they are all."""
    facts, n = loaders.organisation(), len(loaders.departments_now())
    if facts.confirmed and facts.confirmed_at is not None:
        return ngettext(
            "{n} department; on {date} {user} said that this is all of them.",
            "{n} departments; on {date} {user} said that these are all of them.",
            n,
        ).format(
            n=formats.number(n),
            date=formats.day(facts.confirmed_at),
            user=facts.confirmed_by or _("the sample"),
        )
    if not n:
        return _("The tool does not know your departments yet.")
    text = ngettext(
        "{n} department occurs in your lists.", "{n} departments occur in your lists.", n
    )
    return text.format(n=formats.number(n)) + " " + _(
        "A department that never used Platform31 does not occur in them: say here which there are."
    )  # fmt: skip


def _stated(one: Draft, files: object) -> OrganisationInput:
    """What is pasted, and what stands in a workbook."""
    typed = pasted_organisation(one.said(_PASTED) or "")
    themes = pasted_organisation(_as_themes(one.said(_THEMES) or ""))
    found = OrganisationInput()
    for file in list(files or ())[:1]:  # type: ignore[call-overload]
        try:
            found = read_organisation(file.getvalue(), file.name, loaders.settings())
        except NotDoneError as error:
            st.warning(escape_markdown(error.message))
    return OrganisationInput(
        {**found.departments, **typed.departments},
        {**found.themes, **themes.themes},
        (*found.unread, *typed.unread, *themes.unread),
    )


def _as_themes(text: str) -> str:
    """A list of themes has its heading, so that it is not taken for departments."""
    return f"Thema;Pijler;Vanaf;Tot\n{text}" if text.strip() else ""


def _store_in_two_steps(one: Draft, place: str, stated: OrganisationInput) -> None:
    """First what it would change, then the button that does it."""
    now = (place, stated, bool(one.said(_ALL)))
    act = _act(*now)
    if st.session_state.get(_LOOKED) == _ASKED:
        _look(now)
    if st.session_state.get(_LOOKED) != now:
        label = _("See what this changes")
        st.button(label, type="primary", key="organisation_look", on_click=_look, args=(_ASKED,))
        return
    lines = _in_words(stated, all_of_them=now[2])
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
    show_consequence(act)
    with st.container(horizontal=True):
        st.button(
            _("Store"),
            type="primary",
            key="organisation_store",
            on_click=_store,
            args=(one, act, now),
        )
        st.button(_("Not yet"), key="organisation_not_yet", on_click=_look, args=(None,))


def _look(at: object) -> None:
    st.session_state[_LOOKED] = at


def _act(place: str, stated: OrganisationInput, all_of_them: bool) -> Act:
    """What storing does: one act per subject, in the order in which they build on each other."""
    user, facts = visitor.current_user(), loaders.organisation()
    listed = bool(stated.departments or stated.themes)

    def change(store: Store) -> None:
        if place != (facts.municipality or ""):
            state_municipality(store, user, place)
        if listed:
            put_organisation(store, user, stated, all_of_them=all_of_them)
        elif all_of_them and not facts.confirmed:
            confirm_departments(store, user)
        if facts.confirmed and not all_of_them:
            confirm_departments(store, user, all_of_them=False)

    return change


def _store(one: Draft, act: Act, now: tuple[str, OrganisationInput, bool]) -> None:
    _place, stated, all_of_them = now
    if all_of_them and not stated.departments and loaders.all_departments().empty:
        refuse(Text("Paste the departments first."), at=_AT)
        return
    done = Text("The organisation is stored; the figures follow.")
    if attempt(lambda: act(loaders.store()), done, at=_AT):
        one.finish()
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        _look(None)


def _in_words(stated: OrganisationInput, *, all_of_them: bool) -> Iterator[str]:
    """How many names are new or known, what could not be read, and who is not in the list."""
    known = {
        DEPARTMENT: loaders.all_departments()[DEPARTMENT].tolist(),
        THEME: loaders.all_themes()[THEME].tolist(),
    }
    texts = {
        DEPARTMENT: (_("{n} departments: {new} new, {known} known already."), stated.departments),
        THEME: (_("{n} themes: {new} new, {known} known already."), stated.themes),
    }
    for kind, (text, names) in texts.items():
        if names:
            same = [same_name(name, known[kind]) for name in names]
            n, there = len(names), sum(name is not None for name in same)
            yield text.format(
                n=formats.number(n), new=formats.number(n - there), known=formats.number(there)
            )
    for where, text in stated.unread:
        yield _("Line {where}: “{text}” is no domain or pillar; the proposal holds.").format(
            where=where, text=text
        )
    if all_of_them and stated.departments:
        yield from _not_listed(stated)


def _not_listed(stated: OrganisationInput) -> Iterator[str]:
    """Who the tool knows and the list does not name, and how they count then."""
    every = loaders.all_departments()
    outside = pd.Series([same_name(n, stated.departments) is None for n in every[DEPARTMENT]])
    texts = {
        False: _(
            "Not in this list: {names}. They count only in the years in which they used Platform31."
        ),
        True: _(
            "Stated before, and not in this list: {names}. They go on counting until you end them "
            "on Departments."
        ),
    }
    for was_stated, text in texts.items():
        names = every.loc[outside & (every["stated"] == was_stated), DEPARTMENT].tolist()
        if names:
            yield text.format(names=formats.enumerated(names))


def _show_proposed_domains() -> None:
    """The domains that are only proposed, to confirm at once."""
    show_notice(_DOMAINS)
    every = loaders.all_departments()
    proposed = every[~every["domain_confirmed"]]
    if proposed.empty:
        return
    st.subheader(_("Domains that are proposed"), anchor=False)
    st.markdown(_("Until they are confirmed, these departments count as not classified."))
    lines = zip(proposed[DEPARTMENT], proposed["proposed_domain"], strict=True)
    st.markdown("\n".join(f"- {escape_markdown(f'{name}: {domain}')}" for name, domain in lines))
    st.button(_("Confirm these domains"), key="confirm_domains", on_click=_confirm_domains)


def _confirm_domains() -> None:
    attempt(
        lambda: confirm_domains(loaders.store(), visitor.current_user()),
        Text("The domains are confirmed."),
        at=_DOMAINS,
    )
