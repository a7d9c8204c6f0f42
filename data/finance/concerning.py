"""Which lines of a sheet with money concern Platform31: by the rule, by its words, by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from data import columns as c
from data.cells.balance_accounts import is_named_as_balance
from data.cells.cell import Cell
from data.cells.keys import plain_words
from data.cells.predicates import is_text
from data.cells.text import shorten
from data.finance import messages
from data.finance.ledger import ledger_signs
from data.finance.lines import row_cents
from data.finance.resembling import may_be_a_place, may_name_us, resembles_us
from data.values.amount_columns import CENTS_OF
from data.values.candidates import Candidates
from data.values.finance_rule import KEEPING, Rule
from data.values.found_table import Table
from data.values.grid import Sheet
from data.values.questions import AS_IT_IS, BOTH_SIDES, COUNT, LEAVE_OUT, SIGN, TURN, Questions
from texts import Money, Sentence

ALL_OURS, OTHER_PAYEE, NOT_OF_COSTS = "all_ours", "other_payee", "not_of_costs"
NAMED_OTHERWISE, PAYMENTS, COME_TO_NOTHING = "named_otherwise", "payments", "come_to_nothing"
PAYEE = "payee:{name}"  # the code of the question about one supplier
LINE = "line:{row}"  # the code under which a person ticks one line

_OF_BALANCE = re.compile(r"^[012]\d{2,}")
_SHORT_NAME = re.compile(r"\b(p ?31|pf ?31)\b")  # in a title it leaves no doubt
_PAID = re.compile(r"\b(betaling\w*|betaald|betaalrun|payments?|incasso|bank|bankafschrift\w*)\b")


class Concern:
    """Per line whether it concerns Platform31 (missing: nobody decided), and what decided it."""

    def __init__(self, lines: pd.DataFrame, kept: np.ndarray, rule: Rule) -> None:
        self.lines = lines
        self.answers = pd.Series(kept, lines.index, dtype="boolean")
        excepted = ~kept & rule.excepts(lines)
        by = np.where(excepted, c.BY_EXCEPTION, c.BY_RULE)
        self.decided_by = pd.Series(by, lines.index, dtype="str")
        self.turned = False  # whether a person says that costs are negative

    @property
    def ours(self) -> np.ndarray:
        """Which lines concern Platform31 for certain."""
        return self.answers.fillna(False).to_numpy(bool)

    def decide(self, rows: np.ndarray, answer: str | None, by: str = c.BY_PERSON) -> None:
        """Take an answer for these rows; without one it stays open whether they count."""
        self.answers[rows] = {COUNT: True, LEAVE_OUT: False}.get(answer or "", pd.NA)
        self.decided_by[rows] = by if answer else pd.NA

    def ask(
        self,
        questions: Questions,
        code: str,
        question: Sentence,
        rows: np.ndarray,
        value: str | None = None,
    ) -> None:
        """One question about these rows; `value` is what of them it quotes."""
        count = int(rows.sum())
        if count:
            example = int(self.lines.loc[rows, c.ROW].iloc[0])
            quoted = {} if value is None else {"value": shorten(value)}
            told = question(n=count, row=example, **quoted)
            self.decide(rows, questions.ask(code, told, count))

    def tick(self, questions: Questions) -> None:
        """Take what a person says of single lines."""
        ticked = self.lines[c.ROW].map(lambda row: questions.answers.get(LINE.format(row=row), ""))
        for answer in (COUNT, LEAVE_OUT):
            self.decide((ticked == answer).to_numpy(bool), answer)

    def columns(self, questions: Questions) -> dict[str, pd.Series]:
        """The two columns of the lines; while every amount depends on an open question, nothing
        counts."""
        open_ = questions.hold & (self.ours | (self.decided_by != c.BY_PERSON).to_numpy(bool))
        return {
            c.CONCERNS: self.answers.mask(open_ & self.ours, pd.NA),
            c.DECIDED_BY: self.decided_by.mask(open_, pd.NA).astype("str"),
        }


def concern_of_bookings(
    lines: pd.DataFrame, accepted: np.ndarray, rule: Rule, questions: Questions
) -> Concern:
    """Which bookings concern Platform31."""
    kept = rule.keeps(lines)
    concern = Concern(lines, kept, rule)
    words_alone = rule.meets(lines, c.DESCRIPTION) & ~rule.meets(
        lines, *(field for field in KEEPING if field != c.DESCRIPTION)
    )
    paid = lines[c.SUPPLIER].fillna("").map(lambda name: any(sign.isalpha() for sign in name))
    to_others = kept & words_alone & paid.to_numpy(bool) & accepted
    concern.ask(questions, OTHER_PAYEE, messages.OTHER_PAYEE, to_others)
    _ask_payees(concern, accepted & ~kept & ~rule.excepts(lines), questions)
    _ask_names(concern, accepted & ~paid.to_numpy(bool), words_alone, rule, questions)
    if not questions.was_asked(BOTH_SIDES):
        no_costs = _not_of_costs(lines, kept) & kept & accepted
        concern.ask(questions, NOT_OF_COSTS, messages.NOT_OF_COSTS, no_costs)
        _ask_payments(concern, accepted, questions)
    concern.tick(questions)
    return concern


def _ask_payees(concern: Concern, left: np.ndarray, questions: Questions) -> None:
    """Ask of each supplier among these lines that may be Platform31 under another name."""
    suppliers = concern.lines[c.SUPPLIER].fillna("")
    for name in dict.fromkeys(suppliers[left]):
        if resembles_us(name):
            rows = left & (suppliers == name).to_numpy(bool)
            code = PAYEE.format(name=plain_words(name))
            concern.ask(questions, code, messages.RESEMBLING_PAYEE, rows, name)


def _ask_names(
    concern: Concern,
    nobody_paid: np.ndarray,
    words_alone: np.ndarray,
    rule: Rule,
    questions: Questions,
) -> None:
    """Ask about texts that may name Platform31, or a platform of the railway."""
    texts = _texts_of(concern.lines)
    place = words_alone & concern.ours & texts.map(may_be_a_place).to_numpy(bool)
    other = ~words_alone & ~concern.ours & ~rule.excepts(concern.lines)
    rows = nobody_paid & (place | other & texts.map(may_name_us).to_numpy(bool))
    if rows.any():
        value = texts[rows].iloc[0]
        concern.ask(questions, NAMED_OTHERWISE, messages.NAMED_OTHERWISE, rows, value)


def _ask_payments(concern: Concern, accepted: np.ndarray, questions: Questions) -> None:
    """Ask about lines of Platform31 that pay others of the same, or take all of them away."""
    ours = concern.ours & accepted
    cents = pd.Series(row_cents(concern.lines))
    against = cents.isin(-cents[ours & (cents != 0).to_numpy()]).to_numpy(bool)
    rows = ours & against
    rows[rows] = [bool(_PAID.search(plain_words(x))) for x in _texts_of(concern.lines)[rows]]
    concern.ask(questions, PAYMENTS, messages.PAYMENTS, rows)
    left = ours & ~rows
    if int(cents[ours].abs().sum()) and int(cents[left].sum()) == 0 and not rows.any():
        concern.ask(questions, COME_TO_NOTHING, messages.COME_TO_NOTHING, ours)


def _texts_of(lines: pd.DataFrame) -> pd.Series:
    return lines[c.DESCRIPTION].fillna("") + " " + lines[c.BOOKING].fillna("")


def concern_of_overview(
    candidates: Candidates,
    lines: pd.DataFrame,
    table: Table,
    around: Sequence[str],
    rule: Rule,
    questions: Questions,
) -> Concern:
    """The same of a budget: `around` are the texts that hold for all of it, its sheet's name first.

    An overview with accounts or cost centres counts as far as the rule goes; of any other a person
    says once whether all of it is about Platform31.
    """
    over_all = (*around, *_heading_texts(table))
    told = next((text for text in over_all if _is_named_in(text, rule)), "")
    texts = pd.Series([_words_of(candidates, row) for row in range(len(lines))], dtype="str")
    named = rule.keeps(lines.assign(**{c.BOOKING: texts}))
    concern = Concern(lines, named, rule)
    unnamed = int((~named & candidates.accepted).sum())
    if told:
        concern.decide(np.ones(len(lines), bool), COUNT, c.BY_SHEET)
        if unnamed:
            candidates.remarks.append(messages.OVERVIEW_IS_OURS(text=told))
    elif unnamed and ledger_signs(table):
        count = {"kept": int(named.sum()), "all": len(lines)}
        candidates.remarks.append(messages.OVERVIEW_BY_RULE(**count))
    elif unnamed:
        question = messages.ALL_OURS(n=unnamed, sheet=around[0])
        concern.decide(~named, questions.ask(ALL_OURS, question, unnamed))
    concern.tick(questions)
    _ask_sign(concern, candidates.accepted, questions)
    return concern


def _ask_sign(concern: Concern, accepted: np.ndarray, questions: Questions) -> None:
    """Turn the signs of a budget where a person says that costs are negative; ask when it seems
    so.
    """
    amounts = concern.lines[list(CENTS_OF.values())].fillna(0)
    cents = amounts[accepted & concern.answers.fillna(True).to_numpy(bool)].to_numpy("int64")
    if cents.sum() >= 0 or (cents < 0).sum() <= (cents > 0).sum():
        return
    question = messages.COSTS_NEGATIVE(amount=Money(int(cents.sum())))
    concern.turned = questions.ask(SIGN, question, len(amounts), (TURN, AS_IT_IS)) == TURN


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


def _not_of_costs(lines: pd.DataFrame, kept: np.ndarray) -> np.ndarray:
    """Lines on an account of the balance or of VAT, where others of the same are on costs."""
    account = lines[c.ACCOUNT].fillna("")
    named = account.map({text: is_named_as_balance(text) for text in account.unique()}).astype(bool)
    found = (account.str.match(_OF_BALANCE) | named).to_numpy(bool)
    costs = kept & ~found & (account != "").to_numpy(bool)
    return found if costs.any() else np.zeros(len(lines), bool)


def _is_named_in(title: str, rule: Rule) -> bool:
    return rule.names(title) or bool(_SHORT_NAME.search(plain_words(title)))


def _heading_texts(table: Table) -> list[str]:
    return [heading.text for heading in table.headings if heading.text]


def _words_of(candidates: Candidates, row: int) -> str:
    return _joined(candidates.row_on_sheet(row))


def _joined(cells: Iterable[Cell]) -> str:
    return " ".join(str(cell) for cell in cells if is_text(cell))
