"""Which bookings of the year are invoices of the contribution: shown, and ticked by a person."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.contribution import state_contribution
from data.users import CLASSIFY
from texts import translate as _
from ui.budget.budget_data import Money
from ui.shared import formats, loaders, visitor
from ui.shared.drafts import draft
from ui.shared.safe import escape_label, escape_markdown, shortened
from ui.shared.tables import rows_of

_LONGEST = 60


def show_contribution_lines(money: Money) -> None:
    """What counts, and what a person has yet to say; with a form for who may say it."""
    if money.open_years:
        st.warning(escape_markdown(open_in_words(money.open_years)), icon=":material/help:")
    booked = money.lines[
        (money.lines[c.YEAR] == money.year) & (money.lines[c.BUDGET_KIND] == c.ACTUAL)
    ]
    title = _("Which lines of {year} are the contribution").format(year=money.year)
    with st.expander(title, expanded=money.year in money.open_years):
        st.caption(escape_markdown(kept_in_words(money, booked)))
        if len(booked) and visitor.current_user().may(CLASSIFY):
            _tick(money, booked)


def open_in_words(years: list[int]) -> str:
    """In which years it is not certain."""
    text = _(
        "Of {years} it is not certain which lines are the contribution, so what was invoiced is "
        "unknown. Choose the year and tick them."
    )
    return text.format(years=formats.enumerated(str(year) for year in years))


def kept_in_words(money: Money, booked: pd.DataFrame) -> str:
    """What counts as contribution, what does not, and what is open."""
    of_year = money.contribution.loc[booked.index]
    kept, left = of_year.fillna(False), ~of_year.fillna(True)
    parts = [
        _("Counts as contribution: {kept}. Does not: {left}.").format(
            kept=_listed(booked[kept.astype(bool)]), left=_listed(booked[left.astype(bool)])
        )
    ]
    if of_year.isna().any():
        parts.append(_("Open: {names}.").format(names=_listed(booked[of_year.isna()])))
    return " ".join(parts)


def _tick(money: Money, booked: pd.DataFrame) -> None:
    names = {row[c.RECORD_ID]: escape_label(_label(row)) for row in rows_of(booked)}
    likely = money.contribution.loc[booked.index].fillna(True).astype(bool)
    one = draft(f"contribution_lines_{money.year}")
    kept = booked.loc[likely, c.RECORD_ID].tolist()
    chosen = st.multiselect(
        _("These lines are the contribution"),
        list(names),
        format_func=names.__getitem__,
        placeholder=_("Choose"),
        key=one.field("lines", kept, among=names),
    )
    if st.button(_("These are the contribution, the others are not"), key=one.key("save")):
        answers = {number: number in chosen for number in names}
        state_contribution(loaders.store(), visitor.current_user(), answers)
        one.finish()
        st.rerun()


def _label(row: dict[str, object]) -> str:
    amount = formats.money(row[c.AMOUNT])  # type: ignore[arg-type]
    return f"{amount} · {_described(row)} ({row[c.FILE]}, {row[c.ROW]})"


def _described(row: dict[str, object]) -> str:
    text = row[c.DESCRIPTION]
    return shortened(text, _LONGEST) if isinstance(text, str) else _("(no description)")


def _listed(lines: pd.DataFrame) -> str:
    names = sorted({_described(row) for row in rows_of(lines)})
    shown = names[:6]
    if len(names) > len(shown):
        shown.append(_("{n} more").format(n=formats.number(len(names) - len(shown))))
    return "; ".join(shown) or _("nothing")
