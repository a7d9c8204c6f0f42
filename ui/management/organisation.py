"""Instellen: the municipality, its departments and themes, and that these are all there are."""

from __future__ import annotations

import streamlit as st

from data.columns import DEPARTMENT
from data.intake.organisation_file import pasted_organisation
from data.storing.organisation_facts import (
    confirm_departments,
    confirm_domains,
    put_organisation,
    state_municipality,
)
from texts import Text, ngettext
from texts import translate as _
from ui.shared import formats, loaders, visitor
from ui.shared.notices import attempt, refuse, show_notice
from ui.shared.safe import escape_markdown

_AT = "organisation"
_NAME, _PASTED, _THEMES, _ALL = "organisation_name", "organisation_pasted", "organisation_themes", (
    "organisation_all"
)  # fmt: skip


def show_organisation() -> None:
    """What is known of the municipality, and one form to state it; everything may be skipped."""
    show_notice(_AT)
    facts = loaders.organisation()
    st.markdown(escape_markdown(_state()))
    with st.form("organisation", border=False):
        st.text_input(_("Municipality"), facts.municipality or "", key=_NAME, max_chars=100)
        st.text_area(
            _("Departments: one per line, pasted from Excel; domain and years may stand beside it"),
            key=_PASTED,
            height=200,
            placeholder=_("Department; Domain; From; To"),
        )
        st.text_area(
            _("Themes on offer: one per line; pillar and years may stand beside it"),
            key=_THEMES,
            height=120,
        )
        st.checkbox(_("These are all our departments"), value=facts.confirmed, key=_ALL)
        st.form_submit_button(_("Store"), type="primary", on_click=_store)
    _show_proposed_domains()


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
    text = ngettext(
        "{n} department occurs in your lists.", "{n} departments occur in your lists.", n
    )
    return text.format(n=formats.number(n)) + " " + _(
        "A department that never used Platform31 does not occur in them: say here which there are."
    )  # fmt: skip


def _store() -> None:
    user, store, state = visitor.current_user(), loaders.store(), st.session_state
    pasted = pasted_organisation(state[_PASTED] or "")
    themes = pasted_organisation(_as_themes(state[_THEMES] or ""))
    facts = loaders.organisation()

    def change() -> None:
        name = (state[_NAME] or "").strip()
        if name != (facts.municipality or ""):
            state_municipality(store, user, name)
        if pasted.departments or themes.themes:
            stated = type(pasted)(pasted.departments, themes.themes)
            put_organisation(store, user, stated)
        if bool(state[_ALL]) != facts.confirmed or (state[_ALL] and pasted.departments):
            confirm_departments(store, user, all_of_them=bool(state[_ALL]))

    if state[_ALL] and not pasted.departments and loaders.all_departments().empty:
        refuse(Text("Paste the departments first."), at=_AT)
        return
    attempt(change, Text("The organisation is stored; the figures follow."), at=_AT)


def _as_themes(text: str) -> str:
    """A list of themes has its heading, so that it is not taken for departments."""
    return f"Thema;Pijler;Vanaf;Tot\n{text}" if text.strip() else ""


def _show_proposed_domains() -> None:
    """The domains that are only proposed, to confirm at once."""
    every = loaders.all_departments()
    proposed = every[~every["domain_confirmed"]]
    if proposed.empty:
        return
    st.subheader(_("Domains that are proposed"), anchor=False)
    st.markdown(_("Until they are confirmed, these departments count as not classified."))
    lines = zip(proposed[DEPARTMENT], proposed["proposed_domain"], strict=True)
    st.markdown("\n".join(f"- {escape_markdown(f'{name}: {domain}')}" for name, domain in lines))
    st.button(
        _("Confirm these domains"),
        key="confirm_domains",
        on_click=_confirm_domains,
    )


def _confirm_domains() -> None:
    attempt(
        lambda: confirm_domains(loaders.store(), visitor.current_user()),
        Text("The domains are confirmed."),
        at=_AT,
    )
