"""Use against money: the flat contribution per use and per hour, and per theme by a stated rule."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from analysis.money.costs import cost_by_theme
from analysis.money.euros import in_euros
from analysis.period import Period
from analysis.use import Measure
from data import columns as c
from reports.money import words as money_words
from texts import Text
from texts import translate as _
from ui.budget.budget_data import Money, ready
from ui.figures.bars import bars
from ui.figures.lines import lines
from ui.shared import formats
from ui.shared.chart import Chart, show_chart
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of
from ui.shared.use_charts import MEASURE_NAMES

RULES: dict[Measure, Text] = {
    "hours": Text(
        "Rule of allocation: each theme gets the part of the contribution that is its part of "
        "the hours."
    ),
    "uses": Text(
        "Rule of allocation: each theme gets the part of the contribution that is its part of "
        "the number of uses."
    ),
}


def show_costs(money: Money) -> None:
    """The municipality as a whole through the years; then the chosen year by theme."""
    st.markdown(str(money_words.WHY_FLAT))
    chart = ready(money, _years_chart)
    if chart is None:
        st.info(_("There is no year of which both the contribution and all use are known."))
        return
    grid = st.grid(2, min_column_width=380, gap="large")
    with grid.cell():
        show_chart(chart)
    with grid.cell():
        _show_themes(money)


def costs_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Contribution, use and hours of each year, and what a use and an hour come to."""
    rows = rows_of(frame)
    return pd.DataFrame(
        {
            _("Year"): [str(row["year"]) for row in rows],
            _("Contribution"): [_euros(row["cents"]) for row in rows],
            _("Uses"): [row["uses"] for row in rows],
            _("Hours"): [row["hours"] for row in rows],
            _("Without hours"): [row["without_hours"] for row in rows],
            _("Per use"): [row["per_use"] for row in rows],
            _("Per hour"): [row["per_hour"] for row in rows],
        }
    )


def themes_table(frame: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """What each theme gets of the contribution, with the weight it gets it by."""
    rows = rows_of(frame)
    return pd.DataFrame(
        {
            _("Theme"): frame[c.THEME],
            str(MEASURE_NAMES[measure]): frame["weight"],
            _("Part"): [formats.percent(row["fraction"], 1) for row in rows],
            _("Allocated"): [_euros(row["cents"]) for row in rows],
        }
    )


def _years_chart(money: Money) -> Chart | None:
    frame = money.costs[money.costs["per_use"].notna()]
    if frame.empty:
        return None
    last = rows_of(frame)[-1]
    title = money_words.cost_in_words(last["year"], last["per_use"], last["per_hour"])
    shown = frame.assign(
        **{name: frame[name].map(_place).astype("float64") for name in ("per_use", "per_hour")}
    )
    measures = {"per_use": _("Per use"), "per_hour": _("Per hour")}
    named = "; ".join(
        _("{year}: {per_use} per use").format(
            year=row["year"], per_use=formats.money(row["per_use"])
        )
        for row in rows_of(frame)
    )
    return Chart(
        key="cost_years",
        title=title,
        figure=lines(shown, measures=measures, shown=lambda v: formats.money(v, cents=v % 1 != 0)),
        table=costs_table(frame),
        units=_("euro, whole municipality"),
        n=int(frame["uses"].sum()),
        alt=" ".join([_("Line chart."), title, named]),
        note=_costs_note(money.costs),
    )


def _costs_note(costs: pd.DataFrame) -> str:
    said = [_("The contribution is what was invoiced, or else what was budgeted.")]
    years = [str(row["year"]) for row in rows_of(costs) if row["uses"] and not row["whole"]]
    if years:
        text = _("Not of {years}: not every department reported the whole year.")
        said.append(text.format(years=formats.enumerated(years)))
    return " ".join(said)


def _show_themes(money: Money) -> None:
    found = ready(money, _themes_chart)
    if found is None:
        st.info(_("Of {year} the contribution or the use is unknown.").format(year=money.year))
        return
    chart, measure = found
    show_chart(chart)
    if measure != money.rule:
        st.caption(escape_markdown(_("Too few records give hours, so uses are counted.")))


def _themes_chart(money: Money) -> tuple[Chart, Measure] | None:
    cents = money.contributions.get(money.year)
    usage = Period(money.year, money.year).select(money.usage)
    if cents is None or usage.empty:
        return None
    frame, measure = cost_by_theme(usage, cents, money.rule)
    first = rows_of(frame)[0]
    title = _("{year} by theme: {theme} has the largest part, {amount} of {whole}.").format(
        year=money.year, theme=first[c.THEME], amount=formats.money(_euros(first["cents"])),
        whole=money_words.cents(cents),
    )  # fmt: skip
    chart = Chart(
        key="cost_themes",
        title=title,
        figure=bars(
            frame.assign(value=frame["cents"] / 100), category=c.THEME, unit="",
            shown=lambda value: formats.money(value, cents=False),
        ),
        table=themes_table(frame, measure),
        units=_("euro, allocated"),
        n=int(frame["n"].sum()),
        alt=" ".join([_("Bar chart."), title]),
        note=str(RULES[measure]),
    )  # fmt: skip
    return chart, measure


def _euros(cents: object) -> Decimal | None:
    return None if pd.isna(cents) else in_euros(int(cents))  # type: ignore[call-overload]


def _place(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
