"""A store in which all that is of another department bears a mark, for what may not leak."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

from data import columns as c
from data.storing import actions, confirmations, proposals
from data.storing.meeting_agreements import make_agreement
from data.storing.proposals import Proposal
from data.storing.requests import note_request
from data.storing.store import Store
from data.users import User
from data.values.meeting import MeetingAgreement, UnmetRequest
from tests.pages.stores import add_budget, add_uses
from tests.users import NOOR, manager

MARK = "GEHEIM"
_AMOUNT_IN_CENTS = "98765432"
MARKS = (MARK, _AMOUNT_IN_CENTS, "987.654", "987654")
OWN, OTHER = "Jeugd", "Vastgoed"
THEMES = ("Wonen", "Duurzaamheid", "Armoede")
USES = [
    (f"{year}-{month:02}-10", department, THEMES[month % 3])
    for year in (2021, 2022)
    for department in (OWN, OTHER)
    for month in range(1, 13)
]


def put_marks(store: Store) -> None:
    """Fill an empty store: use of two departments, and a mark on whatever is of the second."""
    add_uses(store, [use for use in USES if use[1] == OWN], file="eigen.xlsx")
    add_uses(store, [use for use in USES if use[1] == OTHER], file=f"{MARK}-bestand.xlsx")
    with store.engine.begin() as connection:
        for column, mark in (
            ("subject", f"'{MARK}-onderwerp'"),
            ("amount_cents", _AMOUNT_IN_CENTS),
        ):
            connection.exec_driver_sql(
                f"UPDATE usage_record SET {column} = {mark} WHERE department_id = "  # noqa: S608
                f"(SELECT id FROM department WHERE name = '{OTHER}')"
            )
        connection.exec_driver_sql("DELETE FROM usage_columns")
    plan = actions.ConversationPlan(f"{MARK}-eigenaar", f"{MARK}-stap", dt.date(2023, 1, 1))
    actions.choose_cells(store, NOOR, OTHER, {"Wonen": actions.Place()}, plan)
    confirmations.confirm_year(store, other_manager(), OTHER, 2022, records=12)
    propose_marked(store, "toelichting")
    add_budget(store, [(2022, c.BUDGET, f"{MARK}-regel", 20_762.0, None)])
    asked = UnmetRequest(dt.date(2022, 3, 1), OTHER, "Wonen", f"{MARK}-vraag", c.NOT_DELIVERED)
    note_request(store, NOOR, asked)
    agreed = MeetingAgreement(2022, f"{MARK}-afspraak", f"{MARK}-wie", dt.date(2023, 1, 1))
    make_agreement(store, NOOR, agreed)


def other_manager() -> User:
    """Whoever manages the other department; the name is a mark too."""
    return manager(OTHER, name=f"{MARK}-naam")


def propose_marked(store: Store, what: str) -> None:
    """What the manager of the other department proposes, in words with a mark."""
    new = {"date": "2022-09-01", "date_precision": "day", "theme": "Wonen", "hours": 2.0}
    proposal = Proposal("add", "Wonen", content=new, note=f"{MARK}-{what}")
    proposals.propose(store, other_manager(), OTHER, proposal)


def marks_in(text: str) -> list[str]:
    """Every mark in a text, with some of what stands around it."""
    return [text[max(0, i - 30) : i + 30] for mark in MARKS if (i := text.find(mark)) >= 0]


def content_of(file: bytes) -> str:
    """The texts in a workbook or a document, or what else a file holds."""
    if not zipfile.is_zipfile(BytesIO(file)):
        return file.decode("utf-8", "ignore")
    with zipfile.ZipFile(BytesIO(file)) as parts:
        return "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
