"""The charts of the pages: each from a frame to a finding, a figure, an alt text and a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from analysis import concentration
from analysis.findings.sentences import (
    half_in_words,
    largest_in_words,
    most_used,
    use_in_words,
    year_in_words,
)
from analysis.period import Period
from analysis.reporting import State
from analysis.shares import Share, minimums, share_of
from analysis.use import Measure, Step
from data import columns as c
from texts import Text
from texts import translate as _
from ui.figures.bars import bars
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
    frame: pd.DataFrame,
    by: str,
    place: str,
    *,
    measure: Measure = "uses",
    chosen: str | None = None,
    known: bool = True,
) -> Chart:
    """What `analysis.use.use_by` gives, per theme, department, form ...: bars, largest first.

    `place` is of what period, domains and theme, in words; `known` that all departments are known.
    """
    subject = labels.column_label(by)
    finding = _most_used(frame, by, place, measure=measure, known=known)
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


def _most_used(frame: pd.DataFrame, by: str, place: str, *, measure: Measure, known: bool) -> str:
    n = int(frame["n"].sum())
    if n < minimums().uses or not frame["value"].sum():
        return sentences.too_little(n)
    value = frame["value"].iloc[0]
    names = [labels.value_label(by, name) for name in frame.loc[frame["value"] == value, by]]
    return most_used(names, value, frame["value"].sum(), place, measure=measure, known=known)


def use_over_time_chart(
    frame: pd.DataFrame,
    by: str,
    place: str,
    *,
    per: Step = "year",
    measure: Measure = "uses",
    left_out: int = 0,
    highlighted: Period | None = None,
    finding: str | None = None,
    states: Mapping[int, State] | None = None,
) -> Chart:
    """What `analysis.use.use_over_time` gives, stacked by theme (or another column).

    `left_out` is how many records have a date too coarse for the step. The title is `finding`, or
    how much use there was in the period that stands out: the `place`, in words. `states` says of
    each year how much of it is reported.
    """
    figure = stacked_bars(
        frame, by=by, per=per, unit=sentences.unit(measure), highlighted=highlighted
    )
    totals = frame.groupby("period_start")["value"].sum()
    starts = pd.DatetimeIndex(totals.index)
    slots = {start: _slot(start, per, states or {}) for start in starts}
    named = {slots[start]: totals[start] for start in starts}
    if finding is None:
        finding = use_in_words(_total(totals, highlighted), place, measure=measure)
    table = frame.assign(period_start=[slots[start] for start in frame["period_start"]])
    marked = [slots[start] for start in starts if slots[start] != formats.period_label(start, per)]
    notes = [_not_whole(marked), _without_hours(frame, measure), _too_coarse(left_out)]
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


def _slot(start: pd.Timestamp, per: Step, states: Mapping[int, State]) -> str:
    """What a bar is called; a year that is not reported as a whole says how far it is."""
    if per != "year" or start.year not in states:
        return formats.period_label(start, per)
    return year_in_words(start.year, states[start.year])


def _total(totals: pd.Series, period: Period | None) -> float:
    years = pd.DatetimeIndex(totals.index).year
    inside = (years >= period.first) & (years <= period.last) if period else years > 0
    return float(totals[inside].sum())


def _not_whole(marked: Sequence[str]) -> str:
    if not marked:
        return ""
    return _("Not reported as a whole: {years}.").format(years=formats.enumerated(marked))


def shares_chart(key: str, title: str, shares: Mapping[str, Share], *, units: str, n: int) -> Chart:
    """Shares of what is registered, a bar each with its counts, in the order given."""
    known = {label: share for label, share in shares.items() if share.share is not None}
    frame = pd.DataFrame(
        [(label, share.share) for label, share in known.items()], columns=["label", "value"]
    )
    in_words = {label: sentences.share_in_words(share) for label, share in known.items()}
    table = pd.DataFrame(
        {
            _("What"): list(known),
            _("Number"): [share.k for share in known.values()],
            _("Out of"): [share.n for share in known.values()],
            _("Portion"): [formats.percent(share.share) for share in known.values()],
        }
    )
    told = "; ".join(f"{label}: {text}" for label, text in in_words.items())
    return Chart(
        key=key,
        title=title,
        figure=bars(frame, category="label", unit="", shown=formats.percent),
        table=table,
        units=units,
        n=n,
        alt=" ".join([_("Bar chart."), title, told]),
    )


def top_chart(usage: pd.DataFrame, place: str, *, known: bool = True) -> Chart:
    """The part of the use of the largest domains and themes; needs some use."""
    shares = {
        labels.value_label(column, row[column]): share_of(row["k"], row["n"])
        for column in (c.DOMAIN, c.THEME)
        for row in rows_of(concentration.top_shares(usage, column).head(_TOP))
    }
    name, first = next(iter(shares.items()))
    title = largest_in_words(name, first.k, first.n, place, known=known)
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

    `measures` are of years that are reported as a whole. `shown` writes a value for a reader; `top`
    is the end of the scale when that is known.
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
        note=_("Only years that are reported as a whole have a point."),
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


def lorenz_chart(usage: pd.DataFrame, departments: pd.Series, place: str) -> Chart:
    """How unequally use is spread over the departments that reported (their names)."""
    counts = usage[c.DEPARTMENT].value_counts().reindex(departments.to_list(), fill_value=0)
    curve = concentration.lorenz(counts)
    gini = concentration.corrected_gini(counts)
    title = _lorenz_finding(counts, gini, place)
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


def _lorenz_finding(counts: pd.Series, gini: float | None, place: str) -> str:
    if gini is None:
        return sentences.too_little(int(counts.sum()))
    half = (counts.sort_values(ascending=False).cumsum() * 2 >= counts.sum()).to_numpy().argmax()
    return half_in_words(int(half) + 1, len(counts), place)


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
