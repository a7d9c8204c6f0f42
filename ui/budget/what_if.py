"""What if: other inhabitants, another rate, more or less use. A calculation, marked as such."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from analysis.money.contribution import contribution
from analysis.money.costs import cost_per_use
from data import columns as c
from texts import translate as _
from ui.budget.money import Money
from ui.shared import formats

INHABITANTS, RATE, USES = "inwoners", "tarief", "aantal"
_FALLBACK_INHABITANTS, _FALLBACK_RATE = 100_000, Decimal("0.13")


def show_what_if(money: Money) -> None:
    """Three sliders and what they come to."""
    st.caption(_("This is a calculation with the numbers you choose, not an expectation."))
    agreement = money.agreement
    counted = money.city_population["inhabitants"].dropna()
    of_city = int(counted.iloc[-1]) if len(counted) else _FALLBACK_INHABITANTS
    base = (agreement.inhabitants if agreement else None) or of_city
    rate = (agreement.rate if agreement else None) or _FALLBACK_RATE
    uses = int((money.usage[c.YEAR] == money.year).sum())
    with st.container(horizontal=True):
        inhabitants = _slider(_("Inhabitants"), INHABITANTS, base // 2, base * 2, base, 1)
        chosen = _rate_slider(rate)
        times = _slider(_("Number of uses"), USES, 1, max(200, uses * 3), uses or 50, 1)
    amount = contribution(chosen, inhabitants) or Decimal(0)
    now = contribution(rate, base) or Decimal(0)
    grid = st.grid(3, min_column_width=220)
    figures = (
        (_("Calculated contribution"), formats.money(amount)),
        (_("More or less than now"), formats.money(amount - now)),
        (_("Calculated cost per use"), formats.money(cost_per_use(amount, times))),
    )
    for title, value in figures:
        with grid.cell(), st.container(border=True, height="stretch"):
            st.metric(title, value)
    st.caption(
        _("{inhabitants} inhabitants × {rate}; divided by {uses} uses.").format(
            inhabitants=formats.number(inhabitants),
            rate=formats.rate(chosen),
            uses=formats.number(times),
        )
    )


def _rate_slider(rate: Decimal) -> Decimal:
    """One of the rates of whole cents, or the agreed one, kept in the address."""
    rates = sorted({Decimal(cents) / 100 for cents in range(1, 51)} | {rate})
    if st.session_state.get(RATE) not in (None, *rates):
        del st.session_state[RATE]
    return st.select_slider(
        _("Rate per inhabitant"), rates, value=rate, format_func=formats.rate, key=RATE,
        bind="query-params", width=340,
    )  # fmt: skip


def _slider(label: str, key: str, least: int, most: int, value: int, step: int) -> int:
    """A whole number between two bounds, kept in the address."""
    held = st.session_state.get(key)
    if held is not None and not least <= held <= most:
        del st.session_state[key]
    return int(
        st.slider(
            label, min_value=least, max_value=most, value=min(max(value, least), most), step=step,
            key=key, format="localized", bind="query-params", width=340,
        )
    )  # fmt: skip
