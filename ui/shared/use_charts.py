"""The charts of the pages: each from a frame to a finding, a figure, an alt text and a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from analysis import concentration
from analysis.period import Period
from analysis.shares import Share, minimums, share_of
from analysis.use import Measure, Step
from data import columns as c
from texts import Text
from texts import translate as _
from ui.figures.bars import bars
from ui.figures.intervals import intervals
from ui.figures.lines import lines
from ui.figures.lorenz import lorenz
from ui.figures.stacked_bars import stacked_bars
from ui.figures.template import ACCENT, OTHER
from ui.shared import formats, labels, sentences
from ui.shared.chart import Chart
from ui.shared.tables import rows_of

_TOP = 3  # domains and themes that the chart of the largest shows
_IN_ALT = 6  # values that an alt text names; the table has them all
MEASURE_NAMES: Mapping[str, Text] = {"uses": Text("Uses"), "hours": Text("Hours")}
SHOWN_MEASURES: Mapping[str, Text] = {
    "uses": Text("Uses"),
    "reach": Text("Reach (departments)"),
    "theme_reach": Text("Reach (themes)"),
    "coverage": Text("Coverage"),
    "effective_themes": Text("Effective number of themes"),
    "effective_departments": Text("Effective number of departments"),
    "gini_departments": Text("Gini of the departments"),
}


def use_by_chart(
    frame: pd.DataFrame, by: str, *, measure: Measure = "uses", chosen: str | None = None
) -> Chart:
    """What `analysis.use.use_by` gives, per theme, department, form ...: bars, largest first."""
    subject = labels.column_label(by)
    finding = sentences.most_used(frame, by, measure=measure)
    named = [labels.value_label(by, name) for name in frame[by]]
    return Chart(
        key=f"use_by_{by}",
        title=f"{subject}: {finding}",
        figure=bars(
            frame,
            category=by,
            unit=sentences.unit(measure),
            chosen=chosen,
            colour=ACCENT if frame["n"].sum() >= minimums().uses else OTHER,
        ),
        table=_use_table(frame, measure),
        units=sentences.unit_of_axis(measure),
        n=int(frame["n"].sum()),
        alt=_alt(_("Bar chart."), finding, dict(zip(named, frame["value"], strict=True))),
        note=_without_hours(frame, measure),
        formats={_("Portion"): "0.0%"},
    )


def use_over_time_chart(
    frame: pd.DataFrame,
    by: str,
    *,
    per: Step = "year",
    measure: Measure = "uses",
    left_out: int = 0,
    highlighted: Period | None = None,
    finding: str | None = None,
) -> Chart:
    """What `analysis.use.use_over_time` gives, stacked by theme (or another column).

    `left_out` is how many records have a date too coarse for the step. The title is `finding`, or
    how much use there was in the period that stands out.
    """
    figure = stacked_bars(
        frame, by=by, per=per, unit=sentences.unit(measure), highlighted=highlighted
    )
    totals = frame.groupby("period_start")["value"].sum()
    starts = pd.DatetimeIndex(totals.index)
    named = {formats.period_label(start, per): totals[start] for start in starts}
    if finding is None:
        finding = sentences.use_in(frame, highlighted, measure=measure)
    table = frame.assign(
        period_start=[formats.period_label(start, per) for start in frame["period_start"]]
    )
    notes = [_without_hours(frame, measure), _too_coarse(left_out)]
    return Chart(
        key=f"use_over_time_{by}",
        title=finding,
        figure=figure,
        table=_use_table(table, measure),
        units=sentences.unit_of_axis(measure),
        n=int(frame["n"].sum()),
        alt=_alt(_("Stacked bar chart."), finding, named),
        note=" ".join(note for note in notes if note),
    )


def shares_chart(key: str, title: str, shares: Mapping[str, Share], *, units: str, n: int) -> Chart:
    """Shares with their Wilson interval, a row each, in the order given."""
    known = {label: share for label, share in shares.items() if share.share is not None}
    frame = pd.DataFrame(
        [
            {
                "label": label, "share": s.share, "low": s.low, "high": s.high,
                "k": s.k, "n": s.n, "enough": s.enough,
            }
            for label, s in known.items()
        ],
        columns=["label", "share", "low", "high", "k", "n", "enough"],
    )  # fmt: skip
    in_words = "; ".join(f"{label}: {sentences.share_in_words(s)}" for label, s in known.items())
    table = pd.DataFrame(
        {
            _("What"): frame["label"],
            _("Number"): frame["k"],
            _("Out of"): frame["n"],
            _("Portion"): [formats.percent(share) for share in frame["share"]],
            _("At least (95%)"): [formats.percent(low) for low in frame["low"]],
            _("At most (95%)"): [formats.percent(high) for high in frame["high"]],
        }
    )
    return Chart(
        key=key,
        title=title,
        figure=intervals(frame),
        table=table,
        units=units,
        n=n,
        alt=" ".join([_("Dots with an interval."), title, in_words]),
        note=_("The line shows between what values the portion lies with 95% certainty; hollow "
               "and grey is too few to compare."),
    )  # fmt: skip


def top_chart(usage: pd.DataFrame) -> Chart:
    """The part of the use of the largest domains and themes, with intervals; needs some use."""
    shares = {
        labels.value_label(column, row[column]): share_of(row["k"], row["n"])
        for column in (c.DOMAIN, c.THEME)
        for row in rows_of(concentration.top_shares(usage, column).head(_TOP))
    }
    first = next(iter(shares.items()))
    title = _("Largest domain: {name}, {share}.").format(
        name=first[0], share=sentences.share_in_words(first[1])
    )
    return shares_chart("top_shares", title, shares, units=_("portion of the uses"), n=len(usage))


def moves_chart(
    measures: pd.DataFrame,
    columns: list[str],
    *,
    key: str,
    title: str,
    shown: Callable[[float], str],
    top: float | None = None,
) -> Chart:
    """Measures (columns of `measures_by_year`) through the years, as lines.

    `shown` writes a value for a reader; `top` is the end of the scale when that is known.
    """
    names = {column: str(SHOWN_MEASURES[column]) for column in columns}
    in_words = "; ".join(
        f"{names[column]}: "
        + ", ".join(
            f"{year} {shown(value)}"
            for year, value in zip(measures["year"], measures[column], strict=True)
        )
        for column in columns
    )
    figure = lines(measures, measures=names, shown=shown, top=top)
    return Chart(
        key=key,
        title=title,
        figure=figure,
        table=measures_table(measures, columns),
        units=_("value of the measure"),
        n=int(measures["uses"].sum()),
        alt=" ".join([_("Line chart."), title, in_words]),
    )


def measures_table(measures: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Measures per year for a reader, with the counts behind each share."""
    table = pd.DataFrame({_("Year"): measures["year"].astype(str)})
    for column in columns:
        name = str(SHOWN_MEASURES[column])
        table[name] = measures[column].round(3)
        if f"{column}_k" in measures:
            counts = zip(measures[f"{column}_k"], measures[f"{column}_n"], strict=True)
            table[_("{measure}: counts").format(measure=name)] = [
                _("{k} of {n}").format(k=formats.number(k), n=formats.number(n)) for k, n in counts
            ]
    return table


def lorenz_chart(usage: pd.DataFrame, departments: pd.Series) -> Chart:
    """How unequally use is spread over the departments that reported (their names)."""
    counts = usage[c.DEPARTMENT].value_counts().reindex(departments.to_list(), fill_value=0)
    curve = concentration.lorenz(counts)
    gini = concentration.corrected_gini(counts)
    title = _lorenz_finding(counts, gini)
    table = pd.DataFrame(
        {
            _("Departments, least use first"): [formats.percent(g) for g in curve["groups"]],
            _("Their part of the use"): [formats.percent(u, 1) for u in curve["uses"]],
        }
    )
    return Chart(
        key="lorenz",
        title=title,
        figure=lorenz(
            curve, groups=_("Departments, least use first"), uses=_("Their part of the use")
        ),
        table=table,
        units=_("portion of the uses"),
        n=int(counts.sum()),
        alt=" ".join([_("Lorenz curve."), title]),
        note=_("Gini {gini}: 0 is equally spread, 1 is everything with one department.").format(
            gini=formats.number(gini, 2)
        ),
    )


def _lorenz_finding(counts: pd.Series, gini: float | None) -> str:
    if gini is None:
        return sentences.too_little(int(counts.sum()))
    half = (counts.sort_values(ascending=False).cumsum() * 2 >= counts.sum()).to_numpy().argmax()
    return _("Half of the use comes from {k} of the {n} departments.").format(
        k=formats.number(int(half) + 1), n=formats.number(len(counts))
    )


def _use_table(frame: pd.DataFrame, measure: str) -> pd.DataFrame:
    value = str(MEASURE_NAMES[measure])
    kept = frame.drop(columns=["without_hours"] + (["n"] if measure == "uses" else []))
    if "fraction" in kept:
        kept["fraction"] = kept["fraction"].round(4)
    return labels.readable(kept.rename(columns={"value": value, "fraction": _("Portion")}))


def _without_hours(frame: pd.DataFrame, measure: str) -> str:
    missing = int(frame["without_hours"].sum())
    if measure != "hours" or not missing:
        return ""
    return _("{n} of the records give no hours and count as none.").format(
        n=formats.number(missing)
    )


def _too_coarse(n: int) -> str:
    if not n:
        return ""
    return _("{n} records are left out: their date is not exact enough for this step.").format(
        n=formats.number(n)
    )


def _alt(kind: str, finding: str, values: Mapping[str, float]) -> str:
    shown = [f"{name}: {formats.hours(value)}" for name, value in list(values.items())[:_IN_ALT]]
    more = len(values) - len(shown)
    if more > 0:
        shown.append(_("and {n} more").format(n=more))
    return " ".join([kind, finding, "; ".join(shown) + "."])
