"""The one door to write: nobody writes without a user, a right, and a line in the log.

The functions that write are found by looking at the sources, so that a new one cannot be left out.
"""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.columns import DEPARTMENT
from data.intake import restoring, store_upload
from data.management import managed
from data.management.managed import Managed
from data.money.agreements import LAST_YEAR
from data.money.sources import Rivals
from data.settings import Settings
from data.storing import (
    accounts,
    actions,
    acts,
    backup,
    chosen_settings,
    confirmations,
    contribution,
    dossiers,
    downloads,
    draws,
    finance,
    log_keeping,
    meeting_agreements,
    memory,
    merging,
    money,
    money_sources,
    organisation,
    organisation_facts,
    proposals,
    reference,
    reorganising,
    reports,
    requests,
    retention,
    sign_ins,
)
from data.storing.change_log import load_changes
from data.storing.frames import load_budget
from data.storing.proposals import Proposal
from data.storing.reorganising import Reorganisation
from data.storing.store import Store, data_version, open_store
from data.users import COMMAND_LINE, COORDINATOR, MANAGER, NOBODY, NotAllowedError, User
from data.values.finance_rule import Rule
from data.values.meeting import Edits, HouseStyle, MeetingAgreement, UnmetRequest
from data.values.organisation_input import OrganisationInput, StatedName
from data.values.report import Report, Statement
from tests.data.storing.examples import (
    ARMOEDE,
    DUURZAAMHEID,
    JOS,
    VASTGOED,
    preview,
    usage_sheet,
    use,
)
from tests.pages.stores import add_budget
from tests.users import DIRECTOR_DE_WIT, NOOR, manager

ROOT = Path(__file__).parents[2]
NEW = {"date": "2019-09-01", "date_precision": "day", "theme": ARMOEDE, "hours": 2.0}
PLAN = actions.ConversationPlan("Noor", "Mailen", dt.date(2020, 2, 3))
ADDED = Proposal("add", ARMOEDE, content=NEW)
SAM = manager(VASTGOED)


def more() -> Any:
    return preview(usage_sheet([use("2020-05-06", VASTGOED, ARMOEDE)]), content="more")


def undone(store: Store) -> int:
    restoring.undo_batch(1, store=store, user=NOOR)
    return 1


def conversation(store: Store) -> int:
    return actions.choose_cells(store, NOOR, VASTGOED, {ARMOEDE: actions.Place()}, PLAN)


def proposal(store: Store) -> int:
    return proposals.propose(store, SAM, VASTGOED, ADDED)


def a_sample(store: Store) -> None:
    store_upload.store_preview(more(), store=store, user=NOOR, sample=True)


def a_budget_line(store: Store) -> int:
    add_budget(store, [(2020, "actual", "Bijdrage", 1.0, None)])
    return int(load_budget(store)["id"].iloc[0])


def another_theme(store: Store) -> None:
    rows = [use("2020-05-06", JOS, DUURZAAMHEID)]
    seen = preview(usage_sheet(rows), content="another")
    store_upload.store_preview(seen, store=store, user=NOOR)


def own_list(store: Store) -> int:
    return store_upload.store_preview(more(), store=store, user=SAM)


def a_reorganisation(store: Store) -> int:
    return reorganising.reorganise(store, NOOR, RENAMED)


def a_spelling(store: Store) -> memory.Learned:
    organisation.add_variant(store, NOOR, "department", "Jongeren", JOS)
    return memory.load_learned(store)[0]


def a_visit(store: Store) -> None:
    sign_ins.begin(store, NOOR, "k", name="Noor", hours=1)


# What everybody may who has a role at all.
OF_EVERY_ROLE = (sign_ins.begin, sign_ins.end, downloads.note_download)
WITHOUT_ROLE = User("De Wit", NOBODY)
EVERYBODY = Statement(departments="all")
RIVALS = Rivals(2019, "actual", (), frozenset(), open=True)
REPORT = Report(dt.date(2019, 1, 1), dt.date(2019, 12, 31), (VASTGOED,))
STATED = OrganisationInput({"Griffie": StatedName("bestuur")})


ASKED = UnmetRequest(dt.date(2019, 5, 6), VASTGOED, ARMOEDE, "Hulp bij een aanpak", "waiting")
AGREED = MeetingAgreement(2019, "Bellen", "Noor", dt.date(2020, 5, 1), VASTGOED, ARMOEDE)
ESTABLISHED = dossiers.Established(2019, "nl", "Dossier", "", "0.2.0", {"uses": 2})
FILES = [dossiers.frozen_file("pdf", "dossier.pdf", b"%PDF")]


def a_request(store: Store) -> int:
    return requests.note_request(store, NOOR, ASKED)


def an_agreement(store: Store) -> int:
    return meeting_agreements.make_agreement(store, NOOR, AGREED)


def aged(store: Store) -> None:
    """Let the lines of the log be of some days ago."""
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE change_log SET at = '2020-01-01 00:00:00.000000'")


RENAMED = Reorganisation(2022, {JOS: {"Jeugd": 100}})

# Function -> what has to be there first, and how it is then called by a user.
Call = tuple[Callable[[Store], Any], Callable[[Store, User, Any], Any]]
nothing = lambda store: None  # noqa: E731 (a table of small functions reads better)
CALLS: dict[Callable[..., Any], Call] = {
    store_upload.store_preview: (
        nothing, lambda s, u, x: store_upload.store_preview(more(), store=s, user=u),
    ),
    restoring.undo_batch: (nothing, lambda s, u, x: restoring.undo_batch(1, store=s, user=u)),
    restoring.bring_back_batch: (
        undone, lambda s, u, x: restoring.bring_back_batch(x, store=s, user=u),
    ),
    restoring.delete_batch: (undone, lambda s, u, x: restoring.delete_batch(x, store=s, user=u)),
    restoring.restore_moment: (
        undone, lambda s, u, x: restoring.restore_moment(1, store=s, user=u),
    ),
    reference.edit_names: (
        nothing,
        lambda s, u, x: reference.edit_names(s, u, DEPARTMENT, {JOS: {"domain": "bestuur"}}),
    ),
    reference.add_names: (
        nothing,
        lambda s, u, x: reference.add_names(s, u, DEPARTMENT, {"Griffie": {"domain": "bestuur"}}),
    ),
    reference.set_relevance: (
        nothing, lambda s, u, x: reference.set_relevance(s, u, {(JOS, ARMOEDE): False}),
    ),
    reference.remove_sample: (a_sample, lambda s, u, x: reference.remove_sample(s, u)),
    organisation.add_variant: (
        nothing, lambda s, u, x: organisation.add_variant(s, u, DEPARTMENT, "Jongeren", JOS),
    ),
    organisation.set_forms: (nothing, lambda s, u, x: organisation.set_forms(s, u, ["advies"])),
    organisation.correct_name: (
        nothing, lambda s, u, x: organisation.correct_name(s, u, DEPARTMENT, JOS, "Jeugd"),
    ),
    merging.merge_themes: (
        another_theme, lambda s, u, x: merging.merge_themes(s, u, DUURZAAMHEID, ARMOEDE),
    ),
    reorganising.reorganise: (nothing, lambda s, u, x: reorganising.reorganise(s, u, RENAMED)),
    reorganising.undo_reorganisation: (
        a_reorganisation, lambda s, u, x: reorganising.undo_reorganisation(s, u, x),
    ),
    memory.forget: (a_spelling, lambda s, u, x: memory.forget(s, u, x)),
    finance.save_rule: (
        nothing, lambda s, u, x: finance.save_rule(s, u, Rule.of([("account", "4431")])),
    ),
    money_sources.choose_sources: (
        nothing, lambda s, u, x: money_sources.choose_sources(s, u, RIVALS, [1]),
    ),
    contribution.state_contribution: (
        a_budget_line, lambda s, u, x: contribution.state_contribution(s, u, {x: True}),
    ),
    chosen_settings.choose_settings: (
        nothing, lambda s, u, x: chosen_settings.choose_settings(s, u, {"minimum_n": "20"}),
    ),
    money.state_figures: (
        nothing, lambda s, u, x: money.state_figures(s, u, 2018, {LAST_YEAR: ("2021", "bron")}),
    ),
    money.state_inhabitants: (
        nothing,
        lambda s, u, x: money.state_inhabitants(s, u, [("GM0392", 2018, 159_709, "bron")]),
    ),
    actions.choose_cells: (nothing, lambda s, u, x: actions.choose_cells(
        s, u, VASTGOED, {ARMOEDE: actions.Place()}, PLAN)),
    actions.edit_conversation: (conversation, lambda s, u, x: actions.edit_conversation(
        s, u, x, actions.ConversationPlan("Sam", "Bellen", None), version=2)),
    draws.draw_spots: (another_theme, lambda s, u, x: draws.draw_spots(
        s, u, VASTGOED, {ARMOEDE: actions.Place(), DUURZAAMHEID: actions.Place()}, PLAN)),
    confirmations.confirm_year: (
        nothing, lambda s, u, x: confirmations.confirm_year(s, u, VASTGOED, 2019, records=1),
    ),
    confirmations.withdraw_confirmation: (
        lambda s: confirmations.confirm_year(s, SAM, VASTGOED, 2019, records=1),
        lambda s, u, x: confirmations.withdraw_confirmation(s, u, VASTGOED, 2019),
    ),
    proposals.propose: (nothing, lambda s, u, x: proposals.propose(s, u, VASTGOED, ADDED)),
    proposals.accept: (proposal, lambda s, u, x: proposals.accept(s, u, x)),
    proposals.refuse: (proposal, lambda s, u, x: proposals.refuse(s, u, x)),
    proposals.withdraw: (proposal, lambda s, u, x: proposals.withdraw(s, u, x)),
    reports.add_report: (nothing, lambda s, u, x: reports.add_report(s, u, REPORT)),
    reports.edit_report: (
        nothing, lambda s, u, x: reports.edit_report(s, u, 1, {"channels": "all"}),
    ),
    reports.withdraw_report: (nothing, lambda s, u, x: reports.withdraw_report(s, u, 1)),
    reports.accept_list: (own_list, lambda s, u, x: reports.accept_list(s, u, x)),
    reports.take_list_back: (own_list, lambda s, u, x: reports.take_list_back(s, u, x)),
    organisation_facts.state_municipality: (
        nothing, lambda s, u, x: organisation_facts.state_municipality(s, u, "Zwolle"),
    ),
    organisation_facts.put_organisation: (
        nothing, lambda s, u, x: organisation_facts.put_organisation(s, u, STATED),
    ),
    organisation_facts.confirm_departments: (
        nothing, lambda s, u, x: organisation_facts.confirm_departments(s, u),
    ),
    organisation_facts.confirm_domains: (
        nothing, lambda s, u, x: organisation_facts.confirm_domains(s, u),
    ),
    organisation_facts.confirm_relevance: (
        nothing, lambda s, u, x: organisation_facts.confirm_relevance(s, u, [JOS]),
    ),
    organisation_facts.state_of_sample: (
        nothing, lambda s, u, x: organisation_facts.state_of_sample(s, u, 1, "Haarlem"),
    ),
    requests.note_request: (nothing, lambda s, u, x: requests.note_request(s, u, ASKED)),
    requests.follow_request: (
        a_request, lambda s, u, x: requests.follow_request(s, u, x, outcome="elsewhere"),
    ),
    requests.withdraw_request: (
        a_request, lambda s, u, x: requests.withdraw_request(s, u, x),
    ),
    meeting_agreements.make_agreement: (
        nothing, lambda s, u, x: meeting_agreements.make_agreement(s, u, AGREED),
    ),
    meeting_agreements.follow_agreement: (
        an_agreement, lambda s, u, x: meeting_agreements.follow_agreement(
            s, u, x, status="done", outcome="", version=1),
    ),
    dossiers.edit_dossier: (nothing, lambda s, u, x: dossiers.edit_dossier(
        s, u, 2019, "nl", Edits(left_out=frozenset({"paid"})), version=0)),
    dossiers.freeze_dossier: (
        nothing, lambda s, u, x: dossiers.freeze_dossier(s, u, ESTABLISHED, FILES),
    ),
    dossiers.set_house_style: (
        nothing, lambda s, u, x: dossiers.set_house_style(s, u, HouseStyle("#123456")),
    ),
    accounts.put_accounts: (nothing, lambda s, u, x: accounts.put_accounts(
        s, u, {"sam@example.nl": accounts.Account(MANAGER, (VASTGOED,))})),
    sign_ins.begin: (nothing, lambda s, u, x: sign_ins.begin(s, u, "k", name="Noor", hours=1)),
    sign_ins.end: (a_visit, lambda s, u, x: sign_ins.end(s, u, "k")),
    sign_ins.revoke: (a_visit, lambda s, u, x: sign_ins.revoke(s, u, "noor")),
    downloads.note_download: (nothing, lambda s, u, x: downloads.note_download(s, u, "a.xlsx")),
    log_keeping.remove_old: (aged, lambda s, u, x: log_keeping.remove_old(s, u, days=1)),
    retention._delete: (a_visit, lambda s, u, x: retention.delete_old(
        s, u, Settings(change_log_days=0), now=dt.datetime.now(dt.UTC) + dt.timedelta(400))),
    backup.mark_restored: (nothing, lambda s, u, x: backup.mark_restored(s, u, "kopie.sqlite3")),
    managed.put: (nothing, lambda s, u, x: managed.put(
        s, u, Managed(departments={"Griffie": {"domain": "bestuur"}}))),
}  # fmt: skip


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of data/, with its tree."""
    for path in sorted((ROOT / "data").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def opens_the_door(node: ast.AST) -> bool:
    """Whether it calls `something.writing(...)`."""
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "writing"
        for call in ast.walk(node)
    )


def writing_functions() -> list[Callable[..., Any]]:
    """Every function in data/ that opens the door, public or not."""
    return [
        getattr(importlib.import_module(module), node.name)
        for module, tree in sources()
        if module != "data.storing.store"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and opens_the_door(node)
    ]


WRITING = writing_functions()


def named(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    rows = [use("2019-03-04", JOS, ARMOEDE), use("2019-03-05", VASTGOED, ARMOEDE)]
    store_upload.store_preview(preview(usage_sheet(rows)), store=store, user=NOOR)
    yield store
    store.close()


def test_every_function_that_writes_is_tried_here() -> None:
    assert {named(function) for function in WRITING} == {named(function) for function in CALLS}


@pytest.mark.parametrize("function", WRITING, ids=named)
def test_a_function_that_writes_cannot_be_called_without_a_user(
    function: Callable[..., Any],
) -> None:
    user = inspect.signature(function, eval_str=True).parameters["user"]
    assert user.annotation is User
    assert user.default is inspect.Parameter.empty


@pytest.mark.parametrize("function", WRITING, ids=named)
def test_who_has_no_right_writes_nothing_and_leaves_a_line(
    function: Callable[..., Any], filled: Store
) -> None:
    prepare, call = CALLS[function]
    there = prepare(filled)
    version, lines = data_version(filled), len(load_changes(filled))
    user = WITHOUT_ROLE if function in OF_EVERY_ROLE else DIRECTOR_DE_WIT
    with pytest.raises(NotAllowedError) as caught:
        call(filled, user, there)
    assert data_version(filled) == version
    log = load_changes(filled)
    assert len(log) == lines + 1
    line = log.iloc[0]
    assert (line["user"], line["role"], line["result"]) == ("De Wit", user.role.name, "refused")
    assert line["reason"] == caught.value.message


@pytest.mark.parametrize("function", WRITING, ids=named)
def test_who_has_the_right_leaves_a_line_in_the_same_transaction(
    function: Callable[..., Any], filled: Store
) -> None:
    prepare, call = CALLS[function]
    there = prepare(filled)
    version, last = data_version(filled), load_changes(filled)["id"].max()
    user = SAM if function is proposals.withdraw else User("Noor", COORDINATOR, origin=COMMAND_LINE)
    call(filled, user, there)
    assert data_version(filled) == version + 1
    log = load_changes(filled)
    new = log[log["id"] > last]
    assert len(new) >= 1
    assert set(new["result"]) == {"done"}
    assert set(new["user"]) == {user.name}
    assert set(new["origin"]) == {user.origin}


# What goes past the door, and why that changes nothing.
PAST_THE_DOOR = {
    "data.storing.store": {"begin", "raw_connection", "trying"},  # the door itself
    "data.storing.engine": {"begin", "raw_connection"},  # what the door is made of
    "data.storing.migrating": {"begin"},  # looks at the version of the tables
    "data.storing.versions": {"raw_connection"},  # reads numbers, quickly
    "data.intake.restoring": {"trying"},  # looks at what a restore would do, and leaves nothing
}


def test_only_the_door_begins_a_transaction_that_writes() -> None:
    for module, tree in sources():
        called = {
            node.func.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        past = called & {"begin", "raw_connection", "trying"}
        assert past <= PAST_THE_DOOR.get(module, set()), module


def test_an_act_without_a_line_does_not_happen(filled: Store) -> None:
    version = data_version(filled)
    with (
        pytest.raises(RuntimeError, match="left no line"),
        filled.writing(NOOR, acts.CHANGE, acts.FORMS),
    ):
        pass
    assert data_version(filled) == version
    assert load_changes(filled)["result"].iloc[0] == "failed"


def test_what_nobody_declared_cannot_be_done(filled: Store) -> None:
    with pytest.raises(KeyError), filled.writing(NOOR, acts.CONFIRM, acts.FORMS):
        pass


def test_a_failure_in_the_middle_leaves_nothing_but_a_line(filled: Store) -> None:
    version = data_version(filled)
    with pytest.raises(MemoryError):
        begin_and_fail(filled)
    assert data_version(filled) == version
    line = load_changes(filled).iloc[0]
    assert (line["result"], line["subject_id"], line["after"]) == ("failed", 7, {})


def begin_and_fail(store: Store) -> None:
    with store.writing(NOOR, acts.CHANGE, acts.FORMS, 7) as change:
        change.note(7, after={"form": "nieuw"})
        raise MemoryError


def test_a_manager_stores_a_list_of_the_own_department_only(filled: Store) -> None:
    own = preview(usage_sheet([use("2020-05-06", VASTGOED, ARMOEDE)]), content="own")
    store_upload.store_preview(own, store=filled, user=SAM)
    assert load_changes(filled)["subject"].iloc[0] == "own_list"
    rows = [use("2020-05-07", VASTGOED, ARMOEDE), use("2020-05-07", JOS, ARMOEDE)]
    for other, choices in (
        (preview(usage_sheet(rows), content="both"), {}),
        (
            preview(usage_sheet(rows[:1]), content="all"),
            {"statement": Statement(departments="all")},
        ),
        (preview(usage_sheet(rows[:1]), content="instead"), {"overlap": "replace"}),
    ):
        with pytest.raises(NotAllowedError):
            store_upload.store_preview(other, store=filled, user=SAM, **choices)


def test_every_act_in_the_log_has_a_name_for_its_reader() -> None:
    declared = {id(verb) for subject in acts.SUBJECTS.values() for verb in subject.rights}
    assert declared <= {id(verb) for verb in acts.VERBS.values()}
