"""The questions about the rows of a file: what is answered counts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.cells.budget_versions import ORIGINAL, REVISED
from data.cleaning.messages import WHAT_IS_VALUE
from data.columns import ACTUAL, BUDGETED
from data.doubts.measures import hours_beside, hours_units, periods_across, running_totals
from data.doubts.measures.dotted_minutes import DECIMALS, MINUTES
from data.doubts.money import amounts_beside, same_amounts
from data.doubts.money.debit_credit import SECOND_IS
from data.doubts.names.name_cells import FIRST
from data.doubts.rows.messages import STATUS_COUNTS
from data.doubts.times import date_order, numbered_periods, short_years
from data.doubts.times.swapped_dates import KEEP, SWAP
from data.money.sources import BOTH, EARLIER, THIS
from data.values.questions import (
    AS_IT_IS,
    COUNT,
    EMPTY,
    FILL_DOWN,
    LEAVE_OUT,
    SIDES_AS_SIGNED,
    SIDES_TURNED,
    TURN,
    VALUE,
)
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in import pending_files
from ui.reading_in.pending_files import Pending
from ui.reading_in.question_groups import REPEATED, Asked, Group, grouped, questions_of
from ui.shared import formats
from ui.shared.labels import value_label
from ui.shared.safe import escape_label, escape_markdown

CHOICES = {
    LEAVE_OUT: Text("No, leave out"),
    COUNT: Text("Yes, count"),
    FIRST: Text("Yes, for the first name"),
    SWAP: Text("Swap day and month"),
    KEEP: Text("Leave as it is"),
    MINUTES: Text("Minutes behind the point"),
    DECIMALS: Text("Hours with decimals"),
    TURN: Text("Turn the signs round"),
    EMPTY: Text("None of these: leave it empty"),
    AS_IT_IS: Text("The signs are right"),
    REVISED: Text("The budget after changes"),
    ORIGINAL: Text("The original budget"),
    SIDES_TURNED: Text("Corrections of income"),
    SIDES_AS_SIGNED: Text("The sign already says it"),
    hours_units.MINUTES: Text("Minutes"),
    hours_units.HOURS: Text("Hours"),
    hours_units.OF_A_DAY: Text("A part of a day"),
    running_totals.EACH_ITS_OWN: Text("No, each stands for itself"),
    running_totals.ADD_UP: Text("Yes, they add up the rows above"),
    same_amounts.TOGETHER: Text("Both, together"),
    same_amounts.FIRST_ALONE: Text("Only the first"),
    same_amounts.SECOND_ALONE: Text("Only the second"),
    periods_across.UP_TO_EACH: Text("Yes, the periods before it too"),
    date_order.MONTH_FIRST: Text("The month first"),
    short_years.YEAR_FIRST: Text("The year first"),
    short_years.DAY_FIRST: Text("The day first"),
    hours_beside.ADD: Text("Yes, add them"),
    hours_beside.ALONE: Text("No, leave them out"),
    numbered_periods.IN_MONTHS: Text("Months"),
    numbered_periods.IN_QUARTERS: Text("Quarters"),
    BUDGETED: Text("Budgeted"),
    ACTUAL: Text("Spent"),
    amounts_beside.EXCLUDING: Text("The amount without VAT"),
    amounts_beside.INCLUDING: Text("The amount with VAT"),
    FILL_DOWN: Text("Yes, for the rows below it too"),
    THIS: Text("This file"),
    EARLIER: Text("What was read in before"),
    BOTH: Text("Both: it is different money"),
}


MOST_BUTTONS = 4  # more choices than these stand in a list that unfolds
MOST_GROUPS = 8  # of questions that stand open; the others are folded
FEW = 2  # questions that may be skipped stand open; more of them are folded
_EXAMPLES_OF_MANY = 1  # rows shown with each question, where there are more than `MOST_BUTTONS`

_ABOUT_COLUMN = {
    STATUS_COUNTS.code: Text("Under “{column}” stand values that may be no use. Which rows count?"),
    WHAT_IS_VALUE.code: Text("Under “{column}” stand values that are not known. What are they?"),
}


def show_questions(item: Pending) -> None:
    """What a person must say before some rows count; answered ones stay changeable."""
    asked = questions_of(item.preview)
    if not asked:
        return
    open_ = sum(one.is_open for one in asked)
    with st.container():  # comes and goes; the questions keep their place, and so the focus
        if open_:
            st.warning(
                ngettext(
                    "Answer {n} question first: until then the rows that it is about do not count.",
                    "Answer {n} questions first: until then the rows they are about do not count.",
                    open_,
                ).format(n=open_),
                icon=":material/help:",
            )
    remembered = [one for one in asked if one.question.remembered]
    groups = grouped(one for one in asked if one not in remembered)
    needed = [group for group in groups if not group[0].question.is_optional]
    spare = [group for group in groups if group[0].question.is_optional]
    of_many = len(asked) > MOST_BUTTONS
    show = partial(_show_groups, item, of_many=of_many)
    show(needed[:MOST_GROUPS])
    if rest := needed[MOST_GROUPS:]:
        n = sum(map(len, rest))
        label = ngettext("{n} more question", "{n} more questions", n).format(n=n)
        with _folded(item, "more", label, "help"):
            show(rest)
    if (n := sum(map(len, spare))) > FEW:
        label = ngettext(
            "{n} question that you may skip: its value counts as empty then",
            "{n} questions that you may skip: their values count as empty then",
            n,
        ).format(n=n)
        with _folded(item, "spare", label, "help"):
            show(spare)
    else:
        show(spare)
    if remembered:
        label = ngettext(
            "{n} answer remembered from an earlier upload",
            "{n} answers remembered from an earlier upload",
            len(remembered),
        ).format(n=len(remembered))
        with _folded(item, "answered", label, "history"):
            show(grouped(remembered))


def _folded(item: Pending, name: str, label: str, icon: str) -> DeltaGenerator:
    return st.expander(label, icon=f":material/{icon}:", key=f"upload_{name}_{item.number}")


def _show_groups(item: Pending, groups: Sequence[Group], *, of_many: bool) -> None:
    several = len({sheet.sheet for sheet in item.preview.sheets}) > 1
    for group in groups:
        about = _ABOUT_COLUMN.get(group[0].question.message.code)
        if len(group) == 1 or about is None:
            for one in group:
                _ask(item, one, _label(one, several=several), of_many=of_many)
            continue
        with st.container(gap="xsmall"):
            text = _with_sheets(_filled(about, group[0]), group[0], several=several)
            st.markdown(f"**{escape_markdown(text)}**")
            _answer_all_at_once(item, group)
            with st.grid(columns="auto", min_column_width=320):
                for one in group:
                    _ask(item, one, _short_label(one), of_many=of_many)


def _filled(about: Text, asked: Asked) -> str:
    return str(replace(about, values=asked.question.message.values))


def _short_label(asked: Asked) -> str:
    n = asked.question.rows
    text = ngettext("“{value}”, in {n} row", "“{value}”, in {n} rows", n)
    return text.format(value=asked.question.message.values["value"], n=formats.number(n))


def _answer_all_at_once(item: Pending, group: Group) -> None:
    choices, n = group[0].question.choices, len(group)
    key = f"upload_all_{item.number}_{group[0].sheets[0]}_{group[0].code}"
    if len(choices) <= MOST_BUTTONS:
        with st.container(horizontal=True):
            for choice in choices:
                said = choice_label(choice, group[0].code)
                said = said[:1].lower() + said[1:]
                st.button(
                    _("All {n}: {answer}").format(n=n, answer=said),
                    key=f"{key}_{choice}",
                    on_click=_answer_group,
                    args=(item.number, group, choice),
                )
        return
    st.session_state[key] = None
    st.selectbox(
        _("The same answer for all {n}").format(n=n),
        list(choices),
        index=None,
        format_func=partial(choice_label, code=group[0].code),
        key=key,
        placeholder=_("Choose"),
        on_change=_answer_group_by,
        args=(item.number, group, key),
        width=320,
    )


def _ask(item: Pending, asked: Asked, text: str, *, of_many: bool) -> None:
    question = asked.question
    key = f"upload_question_{item.number}_{asked.sheets[0]}_{asked.code}"
    st.session_state[key] = question.answer
    label, choices = escape_label(text), list(question.choices)
    told: dict[str, Any] = {
        "format_func": partial(choice_label, code=asked.code),
        "key": key,
        "on_change": _answer,
        "index": None,
    }
    args = (item.number, asked.sheets, asked.code, key)
    with st.container(gap="xsmall"):
        if len(choices) <= MOST_BUTTONS:
            st.radio(label, choices, horizontal=True, args=args, **told)
        else:
            placeholder = _("Counts as empty") if question.is_optional else _("Not answered yet")
            st.selectbox(label, choices, args=args, placeholder=placeholder, width=520, **told)
        examples = [
            _("Row {row}: {text}").format(row=n, text=" · ".join(map(formats.cell, texts)))
            for n, texts in question.examples[: _EXAMPLES_OF_MANY if of_many else None]
        ]
        if examples:
            # The cells of a crosstab may stand in one row.
            st.caption("  \n".join(map(escape_markdown, dict.fromkeys(examples))))


def _label(asked: Asked, *, several: bool) -> str:
    if asked.code == REPEATED:
        text = _("Sheets {sheets} seem to hold the same as sheet “{other}”. Do they count besides?")
        other = asked.question.message.values.get("other")
        return text.format(sheets=formats.enumerated(asked.names), other=other)
    return _with_sheets(str(asked.question.message), asked, several=several)


def _with_sheets(question: str, asked: Asked, *, several: bool) -> str:
    """The question, with the sheets that it is about where it does not name them."""
    if not several or all(f"“{name}”" in question for name in asked.names):
        return question
    names = formats.enumerated(dict.fromkeys(asked.names))
    return _("{sheet}: {question}").format(sheet=names, question=question)


def choice_label(choice: str, code: str = "") -> str:
    """What a choice is called on the page; `code` is that of the question."""
    if code.startswith(f"{VALUE}:") and choice != EMPTY:
        return value_label(code.split(":")[1], choice)
    if choice.startswith(SECOND_IS):
        return _("{code} is credit").format(code=choice.removeprefix(SECOND_IS))
    return str(CHOICES.get(choice, choice))


def _answer(number: int, sheets: tuple[str, ...], code: str, key: str) -> None:
    _say(number, [(sheets, code)], st.session_state[key])


def _answer_group(number: int, group: Group, answer: str) -> None:
    _say(number, [(asked.sheets, asked.code) for asked in group], answer)


def _answer_group_by(number: int, group: Group, key: str) -> None:
    if answer := st.session_state[key]:
        _answer_group(number, group, answer)


def _say(number: int, asked: Sequence[tuple[tuple[str, ...], str]], answer: str | None) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    corrections = item.corrections
    for sheets, code in asked:
        for sheet in sheets:
            said = corrections.of(sheet).with_answer(code, answer)
            corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)
