"""The questions about the rows of a file: what is answered counts at once."""

from __future__ import annotations

import streamlit as st

from data.cells.budget_versions import ORIGINAL, REVISED
from data.columns import ACTUAL, BUDGETED
from data.doubts import hours_units, short_years
from data.doubts.dotted_minutes import DECIMALS, MINUTES
from data.doubts.name_cells import FIRST
from data.doubts.swapped_dates import KEEP, SWAP
from data.money.sources import BOTH, EARLIER, THIS
from data.values.questions import (
    AS_IT_IS,
    COUNT,
    LEAVE_OUT,
    SIDES_AS_SIGNED,
    SIDES_TURNED,
    TURN,
    Question,
)
from data.values.results import SheetResult
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in import pending_files, upload_words
from ui.reading_in.pending_files import Pending
from ui.shared.safe import escape_label

CHOICES = {
    LEAVE_OUT: Text("No, leave out"),
    COUNT: Text("Yes, count"),
    FIRST: Text("Count for the first"),
    SWAP: Text("Swap day and month"),
    KEEP: Text("Leave as it is"),
    MINUTES: Text("Minutes behind the point"),
    DECIMALS: Text("Hours with decimals"),
    TURN: Text("Turn the signs round"),
    AS_IT_IS: Text("The signs are right"),
    REVISED: Text("The budget after changes"),
    ORIGINAL: Text("The original budget"),
    SIDES_TURNED: Text("Corrections of income"),
    SIDES_AS_SIGNED: Text("The sign already says it"),
    hours_units.MINUTES: Text("Minutes"),
    hours_units.HOURS: Text("Hours"),
    short_years.YEAR_FIRST: Text("The year first"),
    short_years.DAY_FIRST: Text("The day first"),
    BUDGETED: Text("Budgeted"),
    ACTUAL: Text("Spent"),
    THIS: Text("This file"),
    EARLIER: Text("What was read in before"),
    BOTH: Text("Both: it is different money"),
}


def show_questions(item: Pending) -> None:
    """What a person must say before some rows count, per sheet; answered ones stay changeable."""
    asked = [(sheet, question) for sheet in item.preview.sheets for question in sheet.questions]
    if not asked:
        return
    open_ = sum(question.answer is None for _sheet, question in asked)
    if open_:
        st.warning(
            ngettext(
                "{n} question has to be answered before its rows count.",
                "{n} questions have to be answered before their rows count.",
                open_,
            ).format(n=open_),
            icon=":material/help:",
        )
    several = len({sheet.key for sheet in item.preview.sheets}) > 1
    for sheet, question in asked:
        _ask(item, sheet, question, several=several)


def _ask(item: Pending, sheet: SheetResult, question: Question, *, several: bool) -> None:
    label = str(question.message)
    if several:
        name = upload_words.sheet_name(sheet.sheet, hidden=sheet.hidden)
        label = _("{sheet}: {question}").format(sheet=name, question=label)
    key = f"upload_question_{item.number}_{sheet.key}_{question.code}"
    st.session_state[key] = question.answer
    st.selectbox(
        escape_label(label),
        list(question.choices),
        index=None,
        format_func=choice_label,
        placeholder=_("Not answered yet"),
        key=key,
        on_change=_answer,
        args=(item.number, sheet.key, question.code, key),
    )
    if question.remembered:
        st.caption(_("Remembered from an earlier upload."))


def choice_label(choice: str) -> str:
    """What a choice is called on the page."""
    return str(CHOICES.get(choice, choice))


def _answer(number: int, sheet_key: str, code: str, key: str) -> None:
    item = pending_files.find(number)
    if item:
        said = item.corrections.of(sheet_key).with_answer(code, st.session_state[key])
        pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))
