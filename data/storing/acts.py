"""What can be done to what, and the right that it takes: every act that is written is one of these.

`store.writing(user, verb, subject)` asks here; the page Beheer shows the labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.users import (
    ACT,
    ADMINISTER,
    ANSWER,
    CLASSIFY,
    CONFIGURE,
    DECIDE,
    ENTER,
    READ_IN,
    STATE,
)
from texts import Text

DONE, REFUSED, FAILED = "done", "refused", "failed"
RESULTS: Mapping[str, Text] = {
    DONE: Text("done"),
    REFUSED: Text("refused"),
    FAILED: Text("did not succeed"),
}


@dataclass(frozen=True)
class Verb:
    """Something that is done."""

    name: str
    label: Text = field(compare=False)


@dataclass(frozen=True)
class Subject:
    """What something is done to; `rights` says which right each verb takes."""

    name: str
    label: Text = field(compare=False)
    rights: Mapping[Verb, str] = field(compare=False)

    def right_to(self, verb: Verb) -> str:
        """The right that it takes; `KeyError` for what cannot be done to this."""
        return self.rights[verb]


ACCEPT = Verb("accepted", Text("accepted"))
ADD = Verb("added", Text("added"))
BEGIN = Verb("began", Text("began"))
BRING_BACK = Verb("brought_back", Text("brought back"))
CHANGE = Verb("changed", Text("changed"))
CHOOSE = Verb("chose", Text("chose"))
CONFIRM = Verb("confirmed", Text("confirmed"))
DECLINE = Verb("declined", Text("declined"))
FREEZE = Verb("froze", Text("established"))
DELETE = Verb("deleted", Text("deleted for good"))
MOVE = Verb("moved", Text("gave another status"))
PROPOSE = Verb("proposed", Text("proposed"))
REMOVE = Verb("removed", Text("removed"))
REPLACE = Verb("replaced", Text("replaced"))
REVOKE = Verb("revoked", Text("ended"))
SIGN_IN = Verb("signed_in", Text("signed in"))
SIGN_OUT = Verb("signed_out", Text("signed out"))
TAKE = Verb("took", Text("downloaded"))
RESTORE = Verb("restored", Text("restored"))
STATE_FIGURE = Verb("stated", Text("stated"))
STORE = Verb("stored", Text("read in"))
UNDO = Verb("undone", Text("undone"))
WITHDRAW = Verb("withdrew", Text("withdrew"))

VERBS = {
    verb.name: verb
    for verb in (
        ACCEPT, ADD, BEGIN, BRING_BACK, CHANGE, CHOOSE, CONFIRM, DECLINE, DELETE, FREEZE, MOVE,
        PROPOSE, REMOVE, REPLACE, RESTORE, REVOKE, SIGN_IN, SIGN_OUT, STATE_FIGURE, STORE, TAKE,
        UNDO, WITHDRAW,
    )
}  # fmt: skip

DEPARTMENT = Subject(
    "department", Text("department"), {ADD: CLASSIFY, CHANGE: CLASSIFY, CONFIRM: CLASSIFY}
)
THEME = Subject("theme", Text("theme"), {ADD: CLASSIFY, CHANGE: CLASSIFY})
FORMS = Subject("form", Text("forms"), {CHANGE: CLASSIFY})
RELEVANCE = Subject(
    "relevance", Text("relevant combination"), {CHANGE: CLASSIFY, CONFIRM: CLASSIFY}
)
REORGANISATION = Subject("reorganisation", Text("reorganisation"), {ADD: CLASSIFY, UNDO: CLASSIFY})
SPELLING = Subject("name_variant", Text("spelling"), {ADD: CLASSIFY, REMOVE: READ_IN})
HEADING = Subject("heading_memory", Text("heading"), {REMOVE: READ_IN})
ANSWER_GIVEN = Subject("answer_memory", Text("answer of an earlier upload"), {REMOVE: READ_IN})
FINANCE_RULE = Subject("finance_rule", Text("rule of finance exports"), {CHANGE: CLASSIFY})
MONEY_SOURCE = Subject("money_source", Text("upload that counts"), {CHOOSE: CLASSIFY})
CONTRIBUTION = Subject(
    "contribution_line", Text("invoices of the contribution"), {STATE_FIGURE: CLASSIFY}
)
SETTING = Subject("setting", Text("setting"), {CHANGE: CONFIGURE})
MANAGED = Subject("managed", Text("workbook of all that is managed"), {REPLACE: CLASSIFY})

AGREEMENT = Subject("agreement", Text("agreement"), {STATE_FIGURE: STATE})
INHABITANTS = Subject("inhabitants", Text("inhabitants"), {STATE_FIGURE: STATE})

CONVERSATION = Subject("conversation", Text("conversation"), {BEGIN: ACT, CHANGE: ACT})
ACTION = Subject("action", Text("action"), {CHOOSE: ACT, MOVE: ACT})
DRAW = Subject("draw", Text("draw of white spots"), {ADD: ACT})
CONFIRMATION = Subject("confirmation", Text("confirmation"), {CONFIRM: ANSWER, WITHDRAW: ANSWER})
PROPOSAL = Subject(
    "proposal",
    Text("proposal"),
    {PROPOSE: ANSWER, WITHDRAW: ANSWER, ACCEPT: DECIDE, DECLINE: DECIDE},
)

UNMET_REQUEST = Subject(
    "unmet_request", Text("request not delivered"), {ADD: ACT, CHANGE: ACT, WITHDRAW: ACT}
)
MEETING_AGREEMENT = Subject(
    "meeting_agreement", Text("agreement of the meeting"), {ADD: ACT, CHANGE: ACT}
)
DOSSIER = Subject("dossier", Text("dossier of the meeting"), {CHANGE: ACT, FREEZE: ACT})
HOUSE_STYLE = Subject("house_style", Text("house style"), {CHANGE: CONFIGURE})

UPLOAD = Subject(
    "upload",
    Text("upload"),
    {STORE: READ_IN, UNDO: READ_IN, BRING_BACK: READ_IN, DELETE: READ_IN},
)
OWN_LIST = Subject(
    "own_list",
    Text("own list of a department"),
    {STORE: ANSWER, WITHDRAW: ANSWER, ACCEPT: DECIDE, DECLINE: DECIDE},
)
REPORT = Subject("report", Text("report"), {ADD: CLASSIFY, CHANGE: CLASSIFY, WITHDRAW: CLASSIFY})
ORGANISATION = Subject("organisation", Text("organisation"), {CHANGE: CLASSIFY, CONFIRM: CLASSIFY})
MOMENT = Subject("moment", Text("uploads of an earlier moment"), {RESTORE: READ_IN})
ACCOUNT = Subject(
    "account", Text("user"), {ADD: ADMINISTER, CHANGE: ADMINISTER, REMOVE: ADMINISTER}
)
VISIT = Subject("visit", Text("visit"), {SIGN_IN: ENTER, SIGN_OUT: ENTER, REVOKE: ADMINISTER})
FILE = Subject("file", Text("file"), {TAKE: ENTER})
OLD_VISITS = Subject("old_visits", Text("visits of long ago"), {REMOVE: ADMINISTER})
REJECTED_ROWS = Subject("rejected_rows", Text("rejected rows of long ago"), {REMOVE: ADMINISTER})
OLD_NAMES = Subject("old_names", Text("names of users of long ago"), {REMOVE: ADMINISTER})
LOG = Subject("log", Text("log"), {REMOVE: ADMINISTER})
STORE_ITSELF = Subject("store", Text("the store"), {RESTORE: ADMINISTER})
SAMPLE = Subject("sample", Text("sample data"), {REMOVE: READ_IN})

SUBJECTS = {
    subject.name: subject
    for subject in (
        DEPARTMENT, THEME, FORMS, RELEVANCE, REORGANISATION, SPELLING, HEADING,
        ANSWER_GIVEN, FINANCE_RULE, MONEY_SOURCE, CONTRIBUTION, SETTING, MANAGED, AGREEMENT,
        INHABITANTS, CONVERSATION, ACTION, DRAW,
        CONFIRMATION, PROPOSAL, UNMET_REQUEST, MEETING_AGREEMENT, DOSSIER, HOUSE_STYLE, UPLOAD,
        OWN_LIST, REPORT,
        ORGANISATION, MOMENT, SAMPLE, STORE_ITSELF, LOG, ACCOUNT, VISIT,
        OLD_VISITS, REJECTED_ROWS, OLD_NAMES,
        FILE,
    )
}  # fmt: skip
