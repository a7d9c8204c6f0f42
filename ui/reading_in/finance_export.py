"""A finance export before it is stored: sign, year, its totals, and what concerns Platform31."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data import columns as c
from data.finance import sentences
from data.finance.concerning import LINE
from data.values.finance_reading import Division, FinanceReading, RuleLine
from data.values.questions import COUNT, LEAVE_OUT
from data.values.results import SheetResult
from texts import Message, ngettext
from texts import translate as _
from ui.reading_in import pending_files
from ui.reading_in.finance_rule import edit_rule
from ui.reading_in.pending_files import Pending
from ui.shared import formats
from ui.shared.labels import column_label
from ui.shared.safe import escape_label, escape_markdown

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def other_remarks(sheet: SheetResult) -> list[Message]:
    """The remarks on a sheet, without those that `show_finance` tells in its own way."""
    if sheet.finance is None:
        return list(sheet.remarks)
    told = [*map(sentences.fault, sheet.finance.faults), sentences.rule(sheet.finance)]
    return [remark for remark in sheet.remarks if remark not in told]


def show_finance(item: Pending) -> None:
    """What a person confirms or changes of each finance export; nothing for any other sheet."""
    readings = [(sheet, sheet.finance) for sheet in item.preview.sheets if sheet.finance]
    for sheet, reading in readings:
        _show(item, sheet, reading)
    for _sheet, reading in readings[:1]:
        edit_rule(item, reading)


def _show(item: Pending, sheet: SheetResult, reading: FinanceReading) -> None:
    _fill_in_year(item, sheet, reading)
    _show_totals(item, sheet, reading)
    _show_division(reading)
    label = _("Change which lines count, or the sign")
    with st.expander(label, key=f"finance_change_{item.number}_{sheet.key}"):
        _choose_sign(item, sheet, reading)
        _tick_lines(item, sheet, reading)


def _choose_sign(item: Pending, sheet: SheetResult, reading: FinanceReading) -> None:
    labels = {1: _("positive"), -1: _("negative: turn all signs round")}
    key = f"upload_sign_{item.number}_{sheet.key}"
    st.session_state[key] = reading.sign
    st.selectbox(
        _("Costs in this file are"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        on_change=_said,
        args=(item.number, sheet.key, "sign", key),
        width=280,
    )


def _fill_in_year(item: Pending, sheet: SheetResult, reading: FinanceReading) -> None:
    """The year, where no column tells it."""
    told = {h.column for h in sheet.table.headings} if sheet.table else set()
    if not told.isdisjoint((c.YEAR, c.REPORT, c.DATE)):
        return
    key = f"upload_year_{item.number}_{sheet.key}"
    st.session_state[key] = reading.year
    st.number_input(
        _("Financial year"),
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        step=1,
        key=key,
        on_change=_said,
        args=(item.number, sheet.key, "year", key),
        width=280,
        placeholder=_("for example 2019"),
    )


def _said(number: int, sheet_key: str, name: str, key: str) -> None:
    item = pending_files.find(number)
    if item:
        said = item.corrections.of(sheet_key).changed(**{name: st.session_state[key]})
        pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))


def _show_totals(item: Pending, sheet: SheetResult, reading: FinanceReading) -> None:
    """The printed totals beside the lines, and what is wrong between them in sentences."""
    for total in reading.faults:
        st.warning(escape_markdown(sentences.fault(total)), icon=":material/balance:")
    if not reading.totals:
        return
    n = len(reading.totals)
    label = ngettext("{n} printed total, checked", "{n} printed totals, checked", n)
    with st.expander(label.format(n=n), key=f"finance_totals_{item.number}_{sheet.key}"):
        table = totals_table(reading)
        alt = _("Each total that the file prints, and what its lines add up to.")
        st.dataframe(table, hide_index=True, alt=alt)


def totals_table(reading: FinanceReading) -> pd.DataFrame:
    """Each printed total: where it stands, what it says, what the lines say."""
    agrees, differs = _("agrees"), _("differs")
    return pd.DataFrame(
        {
            _("Row"): [str(total.row) for total in reading.totals],
            _("Column"): [total.column for total in reading.totals],
            _("In the file"): [formats.money(total.printed / 100) for total in reading.totals],
            _("Lines together"): [formats.money(total.counted / 100) for total in reading.totals],
            _("Outcome"): [differs if total.fault else agrees for total in reading.totals],
        },
        dtype="str",
    )


def _show_division(reading: FinanceReading) -> None:
    """What the rule keeps and leaves: how many lines, their sums, some of them."""
    if not reading.kept.rows and not reading.left.rows:
        return
    st.markdown("##### " + _("Which lines concern Platform31"))
    if reading.left.rows or not reading.kept.rows:  # else what counts stands on the fold below
        st.caption(escape_markdown(sentences.rule(reading)))
    if not reading.kept.rows:
        st.warning(
            _("By the rule no line concerns Platform31, so nothing of this will count."),
            icon=":material/filter_alt_off:",
        )
    for division, label in (
        (reading.kept, _("Lines that concern Platform31: {n} ({sums})")),
        (reading.left, _("Other lines: {n} ({sums})")),
    ):
        if division.rows:
            shown = label.format(n=formats.number(division.rows), sums=_sums(division))
            with st.expander(escape_markdown(shown)):
                st.dataframe(lines_table(division), hide_index=True, alt=shown)
                if division.rows > len(division.lines):
                    more = _("These are the first {n} lines.")
                    st.caption(more.format(n=len(division.lines)))


def _tick_lines(item: Pending, sheet: SheetResult, reading: FinanceReading) -> None:
    """Let a person say of single lines that they do, or do not, concern Platform31."""
    for answer, lines, label in (
        (COUNT, reading.closest, _("These lines count all the same")),
        (LEAVE_OUT, reading.kept.lines, _("These lines do not count")),
    ):
        ticked = ticked_rows(item.corrections.of(sheet.key).answers, answer)
        names = {row: str(row) for row in ticked}
        names |= {line.row: escape_label(_line_label(line)) for line in lines}
        if not names:
            continue
        key = f"finance_ticks_{answer}_{item.number}_{sheet.key}"
        st.session_state[key] = ticked
        st.multiselect(
            label,
            sorted(names),
            format_func=names.__getitem__,
            key=key,
            on_change=_tick,
            args=(item.number, sheet.key, answer, key),
            placeholder=_("Choose"),
        )


def ticked_rows(answers: Mapping[str, str], answer: str) -> list[int]:
    """The rows of which a person gave this answer."""
    start = LINE.format(row="")
    return [
        int(code.removeprefix(start))
        for code, said in answers.items()
        if said == answer and code.startswith(start)
    ]


def _line_label(line: RuleLine) -> str:
    words = " · ".join(text for text in line.texts if text)
    return f"{line.row}: {formats.money(line.cents / 100)} {words}"


def _tick(number: int, sheet_key: str, answer: str, key: str) -> None:
    item = pending_files.find(number)
    if item is None:
        return
    said, chosen = item.corrections.of(sheet_key), st.session_state[key]
    for row in {*ticked_rows(said.answers, answer), *chosen}:
        said = said.with_answer(LINE.format(row=row), answer if row in chosen else None)
    pending_files.correct(number, item.corrections.with_sheet(sheet_key, said))


def _sums(division: Division) -> str:
    return formats.enumerated(
        str(sentences.amount_of_kind(kind, cents)) for kind, cents in division.cents.items()
    )


def lines_table(division: Division) -> pd.DataFrame:
    """The first lines of a division; columns that hold nothing are left out."""
    columns = [c.ACCOUNT, c.SUPPLIER, c.DESCRIPTION, c.COST_CENTRE]
    shown = {_("Row"): [str(line.row) for line in division.lines]}
    for place, column in enumerate(columns):
        texts = [line.texts[place] for line in division.lines]
        if any(texts):
            shown[column_label(column)] = texts
    shown[column_label(c.AMOUNT)] = [formats.money(line.cents / 100) for line in division.lines]
    return pd.DataFrame(shown, dtype="str")
