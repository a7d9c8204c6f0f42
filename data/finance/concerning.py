"""Which lines of a sheet with money concern Platform31: by the rule, by its words, by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import is_text
from data.finance import messages
from data.finance.ledger import ledger_signs
from data.values.candidates import Candidates
from data.values.finance_rule import KEEPING, Rule
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.questions import BOTH_SIDES, COUNT, LEAVE_OUT, Questions
from texts import Sentence

ALL_OURS, OTHER_PAYEE, NOT_OF_COSTS = "all_ours", "other_payee", "not_of_costs"
LINE = "line:{row}"  # the code under which a person ticks one line

_OF_BALANCE = re.compile(r"^[012]\d{2,}")
_SHORT_NAME = re.compile(r"\b(p ?31|pf ?31)\b")  # in a title it leaves no doubt
_NO_COSTS = re.compile(r"\b(btw|bcf|crediteuren|tussenrekening|balans|bank|kruisposten)\b")


def concern_of_bookings(
    lines: pd.DataFrame, accepted: np.ndarray, rule: Rule, questions: Questions
) -> pd.Series:
    """Per booking whether it concerns Platform31; missing where a question is not answered."""
    kept = rule.keeps(lines)
    concerns = pd.Series(kept, lines.index, dtype="boolean")
    words_alone = kept & ~rule.meets(lines, *(field for field in KEEPING if field != "description"))
    paid = lines[c.SUPPLIER].fillna("").map(lambda name: any(sign.isalpha() for sign in name))
    asked = _Asked(lines, concerns, questions)
    asked.ask(OTHER_PAYEE, messages.OTHER_PAYEE, words_alone & paid.to_numpy(bool) & accepted)
    if not questions.was_asked(BOTH_SIDES):
        no_costs = _not_of_costs(lines, kept) & kept & accepted
        asked.ask(NOT_OF_COSTS, messages.NOT_OF_COSTS, no_costs)
    return with_ticks(lines, concerns, questions)


def concern_of_overview(
    candidates: Candidates,
    lines: pd.DataFrame,
    table: Table,
    around: Sequence[str],
    rule: Rule,
    questions: Questions,
) -> pd.Series:
    """The same of a budget: `around` are the texts that hold for all of it, its sheet's name first.

    An overview with accounts or cost centres counts as far as the rule goes; of any other a person
    says once whether all of it is about Platform31.
    """
    over_all = (*around, *_heading_texts(table))
    told = next((text for text in over_all if _is_named_in(text, rule)), "")
    texts = pd.Series([_words_of(candidates, row) for row in range(len(lines))], dtype="str")
    named = rule.keeps(lines.assign(**{c.BOOKING: texts}))
    if told:
        everything = pd.Series(True, lines.index, dtype="boolean")
        if (~named & candidates.accepted).any():
            candidates.remarks.append(messages.OVERVIEW_IS_OURS(text=told))
        return with_ticks(lines, everything, questions)
    concerns = pd.Series(named, lines.index, dtype="boolean")
    unnamed = int((~named & candidates.accepted).sum())
    if not unnamed:
        return with_ticks(lines, concerns, questions)
    if ledger_signs(table):
        count = {"kept": int(named.sum()), "all": len(lines)}
        candidates.remarks.append(messages.OVERVIEW_BY_RULE(**count))
    else:
        question = messages.ALL_OURS(n=unnamed, sheet=around[0])
        answer = questions.ask(ALL_OURS, question, unnamed)
        concerns[~named] = {COUNT: True, LEAVE_OUT: False}.get(answer or "", pd.NA)
    return with_ticks(lines, concerns, questions)


def with_ticks(lines: pd.DataFrame, concerns: pd.Series, questions: Questions) -> pd.Series:
    """With what a person says of single lines."""
    ticked = lines[c.ROW].map(lambda row: questions.answers.get(LINE.format(row=row), ""))
    return concerns.mask(ticked == COUNT, True).mask(ticked == LEAVE_OUT, False)


def held(concerns: pd.Series, questions: Questions) -> pd.Series:
    """Nothing that counts, as long as a question is open on which every amount depends."""
    return concerns.mask(concerns.fillna(False).astype(bool), pd.NA) if questions.hold else concerns


def texts_above(sheet: Sheet, table: Table) -> list[str]:
    """The name of the sheet and the titles above the headings."""
    rows = sheet.rows[: max(table.header_row - sheet.first_row, 0)]
    return [sheet.name, *(str(cell) for row in rows for cell in row if is_text(cell))]


def with_unread_texts(lines: pd.DataFrame, candidates: Candidates) -> pd.DataFrame:
    """The lines with the texts of each row that no column is read from, to be judged by."""
    places = [h.position for h in candidates.table.headings if not h.column]
    unread = [_joined(row[p] for p in places if p < len(row)) for row in candidates.rows]
    booking = lines[c.BOOKING].fillna("") + " " + pd.Series(unread, lines.index, dtype="str")
    return lines.assign(**{c.BOOKING: booking})


class _Asked:
    """Asks about some lines of a ledger, and leaves open whether they count without an answer."""

    def __init__(self, lines: pd.DataFrame, concerns: pd.Series, questions: Questions) -> None:
        self.lines, self.concerns, self.questions = lines, concerns, questions

    def ask(self, code: str, question: Sentence, rows: np.ndarray) -> None:
        """One question about the lines of these places."""
        count = int(rows.sum())
        if not count:
            return
        example = int(self.lines.loc[rows, c.ROW].iloc[0])
        answer = self.questions.ask(code, question(n=count, row=example), count)
        if answer != COUNT:
            self.concerns[rows] = False if answer == LEAVE_OUT else pd.NA


def _not_of_costs(lines: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    """Lines on an account of the balance or of VAT, where others of the same are on costs."""
    account = lines[c.ACCOUNT].fillna("")
    balance = account.str.match(_OF_BALANCE) | _named(account, _NO_COSTS)
    found = balance.to_numpy(bool)
    costs = kept & ~found & account.str[:1].str.isdigit().to_numpy(bool)
    return found if costs.any() else np.zeros(len(lines), bool)


def _named(texts: pd.Series, words: re.Pattern[str]) -> pd.Series:
    found = {text: bool(words.search(plain_words(text))) for text in texts.unique()}
    return texts.map(found).astype(bool)


def _is_named_in(title: str, rule: Rule) -> bool:
    return rule.names(title) or bool(_SHORT_NAME.search(plain_words(title)))


def _heading_texts(table: Table) -> list[str]:
    return [heading.text for heading in table.headings if heading.text]


def _words_of(candidates: Candidates, row: int) -> str:
    return _joined(candidates.row_on_sheet(row))


def _joined(cells: Iterable[Cell]) -> str:
    return " ".join(str(cell) for cell in cells if is_text(cell))
