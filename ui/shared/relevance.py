"""Which theme suits which department: proposed, mended where use says otherwise, and confirmed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.grouping import is_direct
from data.columns import DEPARTMENT, THEME
from data.storing.organisation_facts import confirm_relevance
from data.storing.reference import set_relevance
from texts import Text, ngettext
from texts import translate as _
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import draft
from ui.shared.editors import relevance_editor
from ui.shared.notices import attempt, show_notice
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_AT, _CONFIRM = "relevance_ticked", "relevance_confirmed"
_MOST_SHOWN = 12


def show_relevance() -> None:
    """The table of what is relevant, what use suggests, and the word that it is right."""
    _show_suggestions()
    show_notice(_AT)
    relevance_editor()
    _show_confirming()


def used_elsewhere(usage: pd.DataFrame, relevance: pd.DataFrame) -> pd.DataFrame:
    """What departments used themselves although it is not relevant for them: department, theme and
    n, the most used first."""
    direct = usage.loc[is_direct(usage), [DEPARTMENT, THEME]].astype("str")
    counts = direct.value_counts().rename("n").reset_index()
    other = relevance.loc[~relevance["relevant"], [DEPARTMENT, THEME]]
    found = counts.merge(other, on=[DEPARTMENT, THEME])
    return found.sort_values(["n", DEPARTMENT, THEME], ascending=[False, True, True]).reset_index(
        drop=True
    )


def _show_suggestions() -> None:
    """What was used and is not ticked: it suits the department, or was an exception."""
    found = used_elsewhere(loaders.usage(), loaders.relevance())
    if found.empty:
        return
    st.markdown(f"**{escape_markdown(_('Used, but not ticked'))}**")
    lines = [
        ngettext("{department} × {theme}: {n} time", "{department} × {theme}: {n} times", n).format(
            department=department, theme=theme, n=formats.number(n)
        )
        for department, theme, n in found.head(_MOST_SHOWN).itertuples(index=False)
    ]
    if len(found) > _MOST_SHOWN:
        lines.append(_("and {n} more").format(n=formats.number(len(found) - _MOST_SHOWN)))
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
    cells = {(line[DEPARTMENT], line[THEME]): True for line in rows_of(found)}
    st.button(_("Tick these"), key="relevance_tick", on_click=_tick, args=(cells,))


def _tick(cells: dict[tuple[str, str], bool]) -> None:
    attempt(
        lambda: set_relevance(loaders.store(), visitor.current_user(), cells),
        Text("The combinations are ticked; the figures follow."),
        at=_AT,
    )


def _show_confirming() -> None:
    """Of which departments it is still a proposal, and the button that says it is right."""
    every = loaders.all_departments()
    there = loaders.departments()[DEPARTMENT]
    open_ones = every.loc[
        ~every["relevance_confirmed"] & every[DEPARTMENT].isin(there), DEPARTMENT
    ].tolist()
    st.subheader(_("Is this right?"), anchor=False)
    show_notice(_CONFIRM)
    if not open_ones:
        st.success(_("What is relevant is confirmed for the departments in this table."))
        return
    st.markdown(
        ngettext(
            "For {n} department this is still a proposal; figures that rest on it say so.",
            "For {n} departments this is still a proposal; figures that rest on it say so.",
            len(open_ones),
        ).format(n=formats.number(len(open_ones)))
    )
    one = draft(_CONFIRM)
    chosen = st.multiselect(
        _("Departments (none chosen is all of them)"),
        open_ones,
        key=one.field("departments", [], among=open_ones),
        placeholder=_("All of them"),
    )
    st.button(
        _("Yes, this is right"), type="primary", key="relevance_confirm",
        on_click=_confirm, args=(chosen or open_ones,),
    )  # fmt: skip


def _confirm(names: list[str]) -> None:
    attempt(
        lambda: confirm_relevance(loaders.store(), visitor.current_user(), names),
        Text("It is confirmed; what was a proposal no longer is."),
        at=_CONFIRM,
    )
