"""What stands out in a waiting file beside the same days of the year before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd
import streamlit as st

from analysis.plausibility.amounts import (
    BUDGET_FACTOR,
    MINIMUM_VALUES,
    MINUTES,
    Difference,
    compare_budgets,
    compare_values,
)
from analysis.plausibility.amounts import FACTOR as VALUE_FACTOR
from analysis.plausibility.gaps import months_without, staying_unreported
from analysis.plausibility.last_year import (
    CHANCE,
    FACTOR,
    MINIMUM_TOGETHER,
    Departments,
    compare_departments,
)
from analysis.plausibility.span import Span, spans
from data import columns as c
from data.intake.overlap_choice import records_by_kind
from data.values.report import ALL, Statement
from texts import current_language, ngettext
from texts import translate as _
from ui.reading_in import upload_words
from ui.reading_in.comparing import figures_after, once
from ui.reading_in.pending_files import OverlapChoice, Pending
from ui.shared import formats, loaders
from ui.shared.loaders import structure_in_force
from ui.shared.safe import escape_markdown

SHOWN = 8  # sentences of one sort; more would not be read


def show(item: Pending, choice: OverlapChoice, statement: Statement) -> None:
    """What is new in the file, what is far from a year before and what stays without data."""
    state = (choice.overlap, choice.replaces, statement, current_language(), structure_in_force())
    lines = once(item, f"plausible {state}", lambda: list(_remarkable(item, choice, statement)))
    if lines:
        st.markdown(
            f"**{_('What stands out; you can store the file all the same')}**", help=_rule()
        )
        st.markdown("\n".join("- " + escape_markdown(line) for line in lines))


def _rule() -> str:
    return _(
        "A department is named when it has at least {factor} times as many or as few uses as on "
        "the same days of the year before, with at least {n} in the two years together, and the "
        "chance that this is an accident is less than 1 in {chance}. Hours and amounts are named "
        "when the average per use is at least {value_factor} times as much or as little, with at "
        "least {values} values in each year; a budget from {budget_factor} times on."
    ).format(
        factor=formats.number(FACTOR),
        n=MINIMUM_TOGETHER,
        chance=formats.number(1 / CHANCE),
        value_factor=formats.number(VALUE_FACTOR),
        values=MINIMUM_VALUES,
        budget_factor=formats.number(BUDGET_FACTOR),
    )


def _remarkable(item: Pending, choice: OverlapChoice, statement: Statement) -> Iterator[str]:
    yield from _new_values(item)
    records = records_by_kind(item.preview)
    after = figures_after(item, choice)
    if c.USAGE in records:
        usage = records[c.USAGE]
        only = None if statement.departments == ALL else _listed(usage)
        for span in spans(usage):
            yield from _departments(compare_departments(after[c.USAGE], span, only=only))
            yield from map(_value_sentence, compare_values(after[c.USAGE], span))
            yield from _empty_months(months_without(usage, span))
        if only is not None:
            yield from _unreported(usage)
    if c.BUDGET in records:
        years = sorted({int(year) for year in records[c.BUDGET][c.YEAR]})
        yield from map(_budget_sentence, compare_budgets(after[c.BUDGET], years))


def _listed(usage: pd.DataFrame) -> set[str]:
    """The departments that a file names, as they are called now."""
    return {loaders.department_now(str(name)) for name in usage[c.DEPARTMENT].unique()}


def _unreported(usage: pd.DataFrame) -> Iterator[str]:
    """The departments that stay without data in a year that the file tells of."""
    found = staying_unreported(loaders.departments(), loaders.reported(), usage)
    for year, of_year in found.groupby(c.YEAR):
        names = of_year[c.DEPARTMENT].tolist()
        more = [_("{n} more").format(n=len(names) - SHOWN)] if len(names) > SHOWN else []
        yield _("Of {year} nothing is known yet of: {names}.").format(
            year=year, names=upload_words.names_listed([*names[:SHOWN], *more])
        )


def _new_values(item: Pending) -> Iterator[str]:
    """How many names nobody read in before; of a first file that goes without saying."""
    if loaders.active_batches().empty:
        return
    known = {c.DEPARTMENT: loaders.all_departments(), c.THEME: loaders.all_themes()}
    new = {
        column: {
            str(name)
            for sheet in item.tables
            if column in sheet.records
            for name in sheet.records[column].dropna().unique()
        }
        - set(stored[column])
        for column, stored in known.items()
    }
    counted = {
        c.DEPARTMENT: ngettext("{n} department", "{n} departments", len(new[c.DEPARTMENT])),
        c.THEME: ngettext("{n} theme", "{n} themes", len(new[c.THEME])),
    }
    parts = [text.format(n=len(new[column])) for column, text in counted.items() if new[column]]
    if parts:
        yield _("Never read in before: {names}.").format(names=formats.enumerated(parts))


def _departments(found: Departments) -> Iterator[str]:
    days = _days(found.span)
    for name, now, before in found.far_off.head(SHOWN).itertuples(index=False):
        yield ngettext(
            "{department}: {now} use {days}, against {before} on the same days of {year}.",
            "{department}: {now} uses {days}, against {before} on the same days of {year}.",
            int(now),
        ).format(
            department=name,
            now=formats.number(now),
            before=formats.number(before),
            days=days,
            year=found.span.year - 1,
        )
    if len(found.without):
        names = [
            f"{name} ({formats.number(before)})"
            for name, before in found.without.head(SHOWN).itertuples(index=False)
        ]
        if len(found.without) > SHOWN:
            names.append(_("{n} more").format(n=len(found.without) - SHOWN))
        yield _("No use {days}, and in {year} there was: {names}.").format(
            days=days, year=found.span.year - 1, names=upload_words.names_listed(names)
        )


def _days(span: Span) -> str:
    return _("from {first} to {last}").format(
        first=formats.date(span.first), last=formats.date(span.last)
    )


def _value_sentence(found: Difference) -> str:
    write: Callable[[float], str]
    if found.column == c.HOURS:
        text = _(
            "{total} hours in {year} over {n} uses, against {before} hours over {n_before} uses on "
            "the same days of the year before: per use on average {times}."
        )
        write = formats.hours
    else:
        text = _(
            "{total} in {year} over {n} uses, against {before} over {n_before} uses on the same "
            "days of the year before: per use on average {times}."
        )
        write = formats.money
    return " ".join([text.format(**_values(found, write)), *_hint(found)])


def _budget_sentence(found: Difference) -> str:
    text = _("{kind} {year}: {total}, against {before} the year before: {times}.")
    kind = upload_words.budget_kind_label(found.kind or "").capitalize()
    return " ".join([text.format(kind=kind, **_values(found, formats.money)), *_hint(found)])


def _values(found: Difference, write: Callable[[float], str]) -> dict[str, object]:
    return {
        "total": write(found.total),
        "before": write(found.before),
        "year": found.year,
        "n": formats.number(found.n),
        "n_before": formats.number(found.n_before),
        "times": _times(found.ratio),
    }


def _times(ratio: float) -> str:
    text = _("{n} times as much") if ratio >= 1 else _("{n} times as little")
    factor = max(ratio, 1 / ratio)
    return text.format(n=formats.number(factor, 1 if factor < 10 else 0))


def _hint(found: Difference) -> list[str]:
    if found.unit is None:
        return []
    if found.unit == MINUTES:
        return [_("Perhaps these are minutes.")] if found.ratio > 1 else []
    if found.ratio > 1:
        return [_("Perhaps the amounts are a thousand times too large.")]
    return [_("Perhaps the amounts stand in thousands (x € 1,000).")]


def _empty_months(months: list[pd.Timestamp]) -> Iterator[str]:
    if months:
        named = formats.enumerated(formats.month_label(month) for month in months)
        yield _("No row at all in {months}.").format(months=named)
