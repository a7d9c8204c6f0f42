"""The questions about the rows of a file: what is answered counts at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from data.cells.budget_versions import ORIGINAL, REVISED
from data.columns import ACTUAL, BUDGETED
from data.doubts import (
    amounts_beside,
    date_order,
    hours_units,
    periods_across,
    running_totals,
    short_years,
)
from data.doubts.debit_credit import SECOND_IS
from data.doubts.dotted_minutes import DECIMALS, MINUTES
from data.doubts.name_cells import FIRST
from data.doubts.swapped_dates import KEEP, SWAP
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
    Question,
)
from data.values.results import FilePreview
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in import pending_files, upload_words
from ui.reading_in.pending_files import Pending
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
    periods_across.UP_TO_EACH: Text("Yes, the periods before it too"),
    date_order.MONTH_FIRST: Text("The month first"),
    short_years.YEAR_FIRST: Text("The year first"),
    short_years.DAY_FIRST: Text("The day first"),
    BUDGETED: Text("Budgeted"),
    ACTUAL: Text("Spent"),
    amounts_beside.EXCLUDING: Text("The amount without VAT"),
    amounts_beside.INCLUDING: Text("The amount with VAT"),
    FILL_DOWN: Text("Yes, for the rows below it too"),
    THIS: Text("This file"),
    EARLIER: Text("What was read in before"),
    BOTH: Text("Both: it is different money"),
}


REPEATED = "repeated"
MOST_BUTTONS = 4  # more choices than these stand in a list that unfolds


@dataclass(frozen=True)
class Asked:
    """One question, put once for all the sheets that it comes up on."""

    sheets: tuple[str, ...]  # their keys
    names: tuple[str, ...]
    question: Question

    @property
    def code(self) -> str:
        """The code of the question; that of each sheet which repeats another is its own."""
        several = len(self.sheets) > 1 and self.question.code.startswith(f"{REPEATED}:")
        return REPEATED if several else self.question.code


def show_questions(item: Pending) -> None:
    """What a person must say before some rows count; answered ones stay changeable."""
    asked = questions_of(item.preview)
    if not asked:
        return
    open_ = sum(q.answer is None and not q.is_optional for q in (one.question for one in asked))
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
    several = len({sheet.sheet for sheet in item.preview.sheets}) > 1
    remembered = [one for one in asked if one.question.remembered]
    for one in asked:
        if one not in remembered:
            _ask(item, one, several=several)
    if remembered:
        label = ngettext(
            "{n} answer remembered from an earlier upload",
            "{n} answers remembered from an earlier upload",
            len(remembered),
        ).format(n=len(remembered))
        with st.expander(label, icon=":material/history:", key=f"upload_answered_{item.number}"):
            for one in remembered:
                _ask(item, one, several=several)


def questions_of(preview: FilePreview) -> list[Asked]:
    """Every question of a file, those about most rows first.

    What is asked of several sheets alike is one question.
    """
    found: dict[tuple[object, ...], Asked] = {}
    for sheet in preview.sheets:
        name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
        for question in sheet.questions:
            new = Asked((sheet.key,), (name,), question)
            alike: tuple[object, ...] = (question.code, question.message.code, question.choices)
            if question.code.startswith(f"{REPEATED}:"):
                alike = (REPEATED, question.message.code, question.message.values.get("other"))
            found[alike] = _together(found[alike], new) if alike in found else new
    return sorted(found.values(), key=lambda asked: -asked.question.rows)


def _together(one: Asked, other: Asked) -> Asked:
    first, second = one.question, other.question
    rows = first.rows + second.rows
    values = first.message.values
    message = replace(first.message, values={**values, "n": rows} if "n" in values else values)
    question = replace(
        first,
        message=message,
        rows=rows,
        answer=first.answer if first.answer == second.answer else None,
        remembered=first.remembered and second.remembered and first.answer == second.answer,
    )
    return Asked(one.sheets + other.sheets, one.names + other.names, question)


def _ask(item: Pending, asked: Asked, *, several: bool) -> None:
    question = asked.question
    key = f"upload_question_{item.number}_{asked.sheets[0]}_{asked.code}"
    st.session_state[key] = question.answer
    label, choices = escape_label(_label(asked, several=several)), list(question.choices)
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
            for n, texts in question.examples
        ]
        if examples:
            # The cells of a crosstab may stand in one row.
            st.caption("  \n".join(map(escape_markdown, dict.fromkeys(examples))))


def _label(asked: Asked, *, several: bool) -> str:
    question = str(asked.question.message)
    if asked.code == REPEATED:
        text = _("Sheets {sheets} seem to hold the same as sheet “{other}”. Do they count besides?")
        other = asked.question.message.values.get("other")
        return text.format(sheets=formats.enumerated(asked.names), other=other)
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
    item = pending_files.find(number)
    if item is None:
        return
    corrections = item.corrections
    for sheet in sheets:
        said = corrections.of(sheet).with_answer(code, st.session_state[key])
        corrections = corrections.with_sheet(sheet, said)
    pending_files.correct(number, corrections)
