"""The fields of one record of use: what a department adds or corrects."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Any

import pandas as pd
import streamlit as st

from data import columns as c
from data import fields
from data.fields import Field, Sort
from data.fields.choices import values_of
from data.storing.names import load_forms
from texts import Text
from texts import translate as _
from ui.shared import formats, loaders
from ui.shared.drafts import Draft
from ui.shared.labels import value_label
from ui.shared.notices import refuse, show_notice

Said = dict[str, Any]  # the columns of use, dates as ISO texts, what is empty as None; and `note`
Action = tuple[str, Callable[[Said], bool]]  # what the button says, and what it does
_LONGEST_TEXT = 300
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
ASKED = tuple(field for field in fields.of(c.USAGE) if field.entry and field.entry.asked)
# A manager cannot say by what part of the agreement a use is counted; it stays as it is.
_NOT_ASKED_HERE = (c.SHARE,)


def record_fields(draft: Draft, record: Mapping[str, Any], *actions: Action) -> None:
    """The fields of a record, filled with what is known, and a button for each action.

    What is filled in is kept in the draft. An action says whether it was done; then the fields are
    empty again.
    """
    said = _fields(draft, record)
    at = draft.name
    clicked = None
    with st.container(horizontal=True):
        for place, (label, act) in enumerate(actions):
            kind = "secondary" if place else "primary"
            if st.button(label, type=kind, key=draft.key(f"send_{place}")):  # type: ignore[arg-type]
                clicked = act
    show_notice(at)
    if clicked is None:
        return
    faults = [value for value in said.values() if isinstance(value, Text)]
    if faults:
        refuse(faults[0], at=at)
    elif clicked(said):
        draft.finish()
    st.rerun()


def _fields(draft: Draft, record: Mapping[str, Any]) -> Said:
    grid = st.grid(2, min_column_width=220)
    said: Said = {}
    for field in ASKED:
        known = _known(record.get(field.name))
        if field.name in _NOT_ASKED_HERE:
            said[field.name] = known
            continue
        with nullcontext() if field.sort is Sort.TEXT else grid.cell():
            value = _WIDGETS[field.sort](field, known, draft)
        said[field.name] = _READ.get(field.sort, lambda _field, value: value)(field, value)
    said.update(_date(draft, record))
    key = draft.field("note", "")
    said["note"] = st.text_input(_("Remark for the coordinator"), key=key, max_chars=500) or None
    return said


def _date(draft: Draft, record: Mapping[str, Any]) -> Said:
    """The date; one that was left as it was stays as exact as it was."""
    day, precision = draft.said(c.DATE), record.get(c.DATE_PRECISION)
    untouched = day == _day(record.get(c.DATE)) and isinstance(precision, str)
    return {
        c.DATE: day.isoformat(),
        c.DATE_PRECISION: precision if untouched else c.DAY_PRECISION,
    }


def number(typed: str, *, most: float | None, whole: bool) -> float | int | Text | None:
    """What somebody typed as a number, with a comma or a point; a sentence when it is none.

    Nothing is None, and 0 is 0.
    """
    typed = typed.strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        return Text("“{text}” is no number. Write for example 7 or 7,5.", {"text": typed})
    value = float(typed.replace(",", "."))
    if whole and value != int(value):
        return Text("“{text}” is no whole number.", {"text": typed})
    if most is not None and value > most:
        return Text("At most {n} can be filled in here.", {"n": most})
    return int(value) if whole else value


def _day_input(field: Field, value: object, draft: Draft) -> dt.date:
    settings = loaders.settings()
    return st.date_input(
        str(field.label),
        min_value=settings.earliest_date,
        max_value=settings.last_allowed_date,
        format="DD-MM-YYYY",
        key=draft.field(field.name, _day(value)),
    )


def _choice(field: Field, value: object, draft: Draft) -> str | None:
    options = _options(field)
    return st.selectbox(
        _("How did it come about?") if field.name == c.CHANNEL else str(field.label),
        options,
        index=None,
        format_func=lambda option: value_label(field.name, option),
        placeholder=_("Choose"),
        key=draft.field(field.name, value if value in options else None, among=options),
    )


def _options(field: Field) -> list[str]:
    if field.name == c.THEME:
        return sorted(loaders.themes()[c.THEME])
    if field.name == c.FORM:
        with loaders.store().reading() as connection:
            return list(load_forms(connection))
    return list(values_of(field.choices))


def _number_input(field: Field, value: float | None, draft: Draft) -> str:
    """A number as text: a browser that speaks another language takes no comma otherwise."""
    example = _("for example 7,5") if field.sort is Sort.HOURS else ""
    shown = "" if value is None else formats.hours(value)
    key = draft.field(field.name, shown)
    return st.text_input(str(field.label), key=key, max_chars=9, placeholder=example)


def _read_number(field: Field, typed: str) -> float | int | Text | None:
    """Between nothing and the most that the rules of the column allow."""
    limits = [rule.limit for rule in field.rules if isinstance(rule.limit, str)]
    most = getattr(loaders.settings(), limits[0]) if limits else None
    return number(typed, most=most, whole=field.sort is Sort.COUNT)


def _text(field: Field, value: object, draft: Draft) -> str:
    return st.text_input(
        _("{column} (no names of persons)").format(column=field.label),
        max_chars=_LONGEST_TEXT,
        key=draft.field(field.name, value if isinstance(value, str) else ""),
    )


_WIDGETS: Mapping[Sort, Callable[[Field, Any, Draft], Any]] = {
    Sort.DAY: _day_input,
    Sort.NAME: _choice,
    Sort.CHOICE: _choice,
    Sort.HOURS: _number_input,
    Sort.COUNT: _number_input,
    Sort.AMOUNT: _number_input,
    Sort.TEXT: _text,
    Sort.CODE: _text,
}
_READ: Mapping[Sort, Callable[[Field, Any], Any]] = {
    Sort.HOURS: _read_number,
    Sort.COUNT: _read_number,
    Sort.AMOUNT: _read_number,
    Sort.TEXT: lambda _field, text: text or None,
    Sort.CODE: lambda _field, text: text or None,
}


def _known(value: Any) -> Any:  # noqa: ANN401 (of any column)
    return None if value is None or pd.isna(value) else value


def _day(value: object) -> dt.date:
    return pd.Timestamp(value).date()  # type: ignore[arg-type]
