"""The choices of the visitor: period and filters, kept in the address so that a link restores them.

Every page declares a shared filter in the same way; only then does it go along to another page.
What was chosen of a record (a department, a theme: a cell of the map) stays on its page, unless a
link names it: it would be a filter that nobody sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

import pandas as pd
import streamlit as st

from analysis.findings.sentences import year_in_words
from analysis.period import Period
from analysis.reporting import State
from analysis.use import Measure, Step
from data import columns as c
from data import fields
from texts import Text
from texts import translate as _
from ui.shared import computed, loaders
from ui.shared.address import (
    follow_address,
    follow_address_of_many,
    keep_in_address,
    keep_many_in_address,
    meant,
    select_one,
    take_along,
)
from ui.shared.formats import period_label
from ui.shared.html_table import text
from ui.shared.labels import VALUES, column_label, domain_label, value_label

T = TypeVar("T", bound=str)
_LONGEST_CHOICE = 23  # characters that a choice of years has room for
FIRST_YEAR, LAST_YEAR = "van", "tot"
DOMAIN_CHOICE = "domein"
PART, PART_OF_MANAGEMENT = "blad", "onderdeel"  # of a page: its tab; of Manage: its section
STRUCTURE_CHOICE = "indeling"
MEASURE_CHOICE, STEP_CHOICE, SLOT_CHOICE = "maat", "per", "tijdvak"


def _addresses(*sorts: fields.Sort) -> dict[str, str]:
    return {field.name: field.address for field in fields.of(c.USAGE, *sorts) if field.address}


# One column of the records -> the name of its choice in the address.
CHOICES: Mapping[str, str] = {
    **_addresses(fields.Sort.NAME),
    c.PILLAR: "pijler",
    **_addresses(fields.Sort.CHOICE),
}
# The choices of the page Budget: year, rule, words, city, year of the count, month, agreement.
BUDGET_CHOICES = ("jaar", "regel", "gemeente", "telling", "maand", "overeenkomst")
IN_ADDRESS = (FIRST_YEAR, LAST_YEAR, STRUCTURE_CHOICE, DOMAIN_CHOICE, MEASURE_CHOICE, STEP_CHOICE,
              SLOT_CHOICE, *BUDGET_CHOICES, *CHOICES.values())  # fmt: skip
_OF_A_PAGE = (*CHOICES.values(), SLOT_CHOICE, PART, PART_OF_MANAGEMENT)
_MEASURES: Mapping[Measure, Text] = {"uses": Text("Uses"), "hours": Text("Hours")}
_STEPS: Mapping[Step, Text] = {
    "year": Text("Year"),
    "quarter": Text("Quarter"),
    "month": Text("Month"),
}


def keep_choices() -> None:
    """Assert what was chosen again, when the page or the language changed.

    Streamlit forgets what came from the address when the visitor goes on to another page at once,
    and what was chosen in words that are no longer there.
    """
    for key in IN_ADDRESS:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def arrive() -> None:
    """On another page: let go of what was chosen on the page before, and take the rest along.

    What a link names is in the address.
    """
    for key in _OF_A_PAGE:
        st.session_state.pop(key, None)
    keep_choices()
    take_along(IN_ADDRESS, named=(FIRST_YEAR, LAST_YEAR))


def go_along() -> dict[str, str]:
    """What of the address goes along to another page."""
    return {k: v for k, v in st.query_params.to_dict().items() if k not in _OF_A_PAGE}


def period_filter() -> Period:
    """Let the visitor choose years; without a choice it is the last complete one.

    See `computed.default_period`.
    """
    span = computed.span()
    if span is None:
        raise ValueError("a period can only be chosen when there is use")
    years = list(reversed(span.years))
    default = computed.default_period() or span
    first = _year(_("From"), years, FIRST_YEAR, default.last)
    last = _year(_("Up to and including"), years, LAST_YEAR, default.last)
    structure_filter()
    period = Period(min(first, last), max(first, last))
    _put_on_paper(period)
    return period


def _put_on_paper(period: Period) -> None:
    """The period where only paper shows it, and where a link that is copied finds it."""
    told = text(_("Period: {period}").format(period=period.label))
    years = f"{period.first},{period.last}"
    st.html(f'<p class="paper-only" data-period="{years}">{told}</p>')


def structure_filter() -> None:
    """Let the visitor choose by the departments of which year to show, once there is a choice."""
    years = computed.structure_years()
    if not years:
        return
    named = {str(year): year for year in reversed(years)}
    select_one(
        _("Departments of"),
        {"": 0, **named},
        key=STRUCTURE_CHOICE,
        default=0,
        in_words=lambda year: str(year or _("now")),
        width=160,
    )


def chosen_structure() -> int | None:
    """The year whose departments were chosen, also before the choice is shown; None is now."""
    in_address = st.query_params.get(STRUCTURE_CHOICE, "")
    asked = st.session_state.get(STRUCTURE_CHOICE, in_address)
    # The address may say anything; only a year with departments of its own can be chosen.
    return next((year for year in computed.structure_years() if str(year) == str(asked)), None)


def domain_filter() -> tuple[str, ...]:
    """Let the visitor choose domains; none chosen means all of them."""
    known = {str(domain): str(domain) for domain in loaders.departments()[c.DOMAIN].unique()}
    follow_address_of_many(DOMAIN_CHOICE, known, in_words=domain_label)
    chosen = st.multiselect(
        column_label(c.DOMAIN),
        list(known),
        format_func=domain_label,
        placeholder=_("All domains"),
        key=DOMAIN_CHOICE,
        width=260,
    )
    keep_many_in_address(DOMAIN_CHOICE, chosen, known)
    return tuple(chosen)


def one_of_few(label: str, names: Mapping[T, Text], *, key: str) -> T:
    """Let the visitor choose one of a few, kept in the address; the first is the default."""
    named = {str(choice): choice for choice in names}
    first = next(iter(names))
    follow_address(key, named, first, in_words=lambda choice: str(names[choice]))
    found: T | None = st.segmented_control(
        label,
        list(names),
        required=True,
        format_func=lambda choice: str(names[choice]),
        key=key,
    )
    chosen = found or first
    keep_in_address(key, chosen, named, first)
    return chosen


def measure_filter() -> Measure:
    """Let the visitor count uses or hours."""
    return one_of_few(_("Count"), _MEASURES, key=MEASURE_CHOICE)


def step_filter() -> Step:
    """Let the visitor choose bars per year, quarter or month."""
    return one_of_few(_("Per"), _STEPS, key=STEP_CHOICE)


def name_filter(column: str, names: Sequence[str], *, placeholder: str) -> str | None:
    """Let the visitor choose one value of a column, or none; also set by `choose`."""
    named: dict[str, str | None] = {name: name for name in names}
    return select_one(
        column_label(column),
        named,
        key=CHOICES[column],
        default=None,
        in_words=lambda name: value_label(column, name),
        placeholder=placeholder,
    )


def slot_filter(starts: Sequence[pd.Timestamp], per: Step) -> pd.Timestamp | None:
    """Let the visitor choose one quarter or month of those in which there was use, or none."""
    named: dict[str, pd.Timestamp | None] = {f"{start:%Y-%m-%d}": start for start in starts}
    return select_one(
        str(_STEPS[per]),
        named,
        key=SLOT_CHOICE,
        default=None,
        in_words=lambda start: period_label(start, per) if start is not None else "",
        placeholder=_("All"),
    )


def choose(**choices: str | None) -> None:
    """Set the choice of these columns, as if the visitor had made it; for use in callbacks."""
    for column, value in choices.items():
        st.session_state[CHOICES[column]] = value


def choose_only(**choices: str | None) -> None:
    """Set the choice of these columns, and let go of every other."""
    st.session_state[SLOT_CHOICE] = None
    choose(**{**dict.fromkeys(CHOICES), **choices})


def choose_slot(start: pd.Timestamp, per: Step) -> None:
    """Choose one bar of a chart through time: a year is a period, anything shorter a slot."""
    if per == "year":
        st.session_state[FIRST_YEAR] = st.session_state[LAST_YEAR] = start.year
    else:
        st.session_state[SLOT_CHOICE] = start


def chosen(column: str) -> str | None:
    """What was chosen of a column, also before its filter is shown on a page just opened."""
    key = CHOICES[column]
    if key in st.session_state:
        return st.session_state[key]
    asked = st.query_params.get(key)
    codes = {code: code for code in VALUES.get(column, {})}
    in_words = partial(value_label, column)
    return meant(asked, codes, asked, in_words) if asked else None


def chose_records() -> bool:
    """Whether a link or a click chose some of the records."""
    slot = st.session_state.get(SLOT_CHOICE) or st.query_params.get(SLOT_CHOICE)
    return bool(slot) or any(chosen(column) for column in CHOICES)


def _short(year: int, state: State) -> str:
    """A year to choose: how far it is reported when that fits, or that it is a part."""
    name = year_in_words(year, state)
    return name if len(name) <= _LONGEST_CHOICE else _("{year} (part)").format(year=year)


def _year(label: str, years: list[int], key: str, default: int) -> int:
    """Choose a year; one that is not reported as a whole is marked."""
    states = computed.states_of_years()
    names = {year: _short(year, states[year]) for year in years}
    return select_one(
        label,
        {str(year): year for year in years},
        key=key,
        default=default if default in years else years[0],
        in_words=names.__getitem__,
        width=160 if all(name.isdigit() for name in names.values()) else 225,
    )
