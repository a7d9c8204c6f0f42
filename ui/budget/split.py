"""40/60: how use divides over general and tailor-made support, beside the agreement."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from analysis.money.euros import in_euros
from analysis.money.split import Split, agreed_in_euro, used_in_euro
from data import columns as c
from data.money.agreements import agreement_in
from reports.money import words as money_words
from texts import translate as _
from ui.budget.budget_data import Money, ready
from ui.figures import split as split_figure
from ui.shared import formats
from ui.shared.chart import Chart, show_chart, show_table
from ui.shared.use_charts import MEASURE_NAMES


def show_split(money: Money) -> None:
    """The split of each year with its range; then the same in euro, as an allocation."""
    chart = ready(money, _split_chart)
    if chart is None:
        st.info(_("No use says yet whether it was general or tailor-made."))
    else:
        show_chart(chart)
    with st.expander(_("In euro of the contribution")):
        _show_euros(money)


def _show_euros(money: Money) -> None:
    st.caption(
        _(
            "This is an allocation: the fee is paid as a whole. That the agreed split holds for "
            "each municipality by itself is how we read the decision; it states it for all "
            "together."
        )
    )
    table = ready(money, euro_table)
    if table.empty:
        st.info(_("The contribution is not known of any year."))
    else:
        show_table(table, alt=_("The contribution divided as agreed and as used, in euro"))


def euro_table(money: Money) -> pd.DataFrame:
    """The contribution of each year divided as agreed and by use; a column is empty if unknown."""
    splits = {split.year: split for split in money.splits}
    return pd.DataFrame(
        [_euro_row(money, year, splits.get(year)) for year in sorted(money.contributions)]
    )


def _euro_row(money: Money, year: int, split: Split | None) -> dict[str, object]:
    contribution = in_euros(money.contributions[year])
    percents = agreed_percents(money, year)
    agreed = agreed_in_euro(contribution, percents) if percents else {}
    used = used_in_euro(contribution, split) if split else None
    source = _("invoiced") if year in money.invoiced else _("budgeted")
    return {
        _("Year"): str(year),
        _("Contribution"): contribution,
        _("Amount is"): source,
        _("General, as agreed"): _euros(agreed.get(c.GENERAL)),
        _("Tailor-made, as agreed"): _euros(agreed.get(c.TAILORED)),
        _("General, by use"): _euros((used or {}).get(c.GENERAL)),
        _("Tailor-made, by use"): _euros((used or {}).get(c.TAILORED)),
    }


def agreed_percents(money: Money, year: int) -> dict[str, Decimal] | None:
    """The agreed split of a year, share -> percent; None when it is unknown."""
    agreement = agreement_in(money.agreements, year)
    if not agreement or agreement.general_percent is None or agreement.tailored_percent is None:
        return None
    return {c.GENERAL: agreement.general_percent, c.TAILORED: agreement.tailored_percent}


def _split_chart(money: Money) -> Chart | None:
    splits = [split for split in money.splits if split.share is not None]
    if not splits:
        return None
    agreed = money.agreement.tailored_percent if money.agreement else None
    chosen = next((split for split in splits if split.year == money.year), splits[-1])
    together = [s for s in [money.split_together] if s is not None and s.share is not None]
    frame = pd.DataFrame(
        [
            {"label": s.period.label, "share": s.share, "low": s.low, "high": s.high,
             "k": s.tailored, "n": s.tailored + s.general, "enough": s.enough}
            for s in [*together, *reversed(splits)]
        ]
    )  # fmt: skip
    return Chart(
        key="split",
        title=" ".join(money_words.split_in_words(split, agreed) for split in [*together, chosen]),
        figure=split_figure.split(frame, agreed=None if agreed is None else float(agreed) / 100),
        table=split_table(money, splits),
        units=_("tailor-made part of the use"),
        n=sum(split.n for split in splits),
        alt=" ".join(
            [_("Dots with an interval."), *(money_words.split_in_words(s, agreed) for s in splits)]
        ),
        note=_left_out(splits),
    )


def split_table(money: Money, splits: Sequence[Split]) -> pd.DataFrame:
    """The split of each year with its counts, what was left out, and the agreed part."""
    rows = []
    for split in splits:
        percents = agreed_percents(money, split.year)
        rows.append(
            {
                _("Year"): str(split.year),
                _("Counted in"): str(MEASURE_NAMES[split.measure]),
                _("General"): round(split.general, 2),
                _("Tailor-made"): round(split.tailored, 2),
                _("Tailor-made part"): formats.percent(split.share, 1),
                _("At least (95%)"): formats.percent(split.low, 1),
                _("At most (95%)"): formats.percent(split.high, 1),
                _("Agreed"): formats.points(percents[c.TAILORED] if percents else None),
                _("Records"): split.n,
                _("Without part"): split.no_share,
                _("Without hours"): split.no_hours,
            }
        )
    return pd.DataFrame(rows)


def _left_out(splits: Sequence[Split]) -> str:
    parts = []
    in_uses = [str(split.year) for split in splits if split.measure == "uses"]
    if in_uses and len(in_uses) < len(splits):
        parts.append(
            _("{years} is counted in uses: too many records give no hours.").format(
                years=", ".join(in_uses)
            )
        )
    without = sum(split.no_share for split in splits)
    if without:
        parts.append(
            _("{n} records do not say whether they were general or tailor-made.").format(
                n=formats.number(without)
            )
        )
    return " ".join(parts)


def _euros(cents: int | None) -> Decimal | None:
    return None if cents is None else in_euros(cents)
