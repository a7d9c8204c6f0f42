from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO
from urllib.parse import parse_qsl

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from data.storing.confirmations import load_confirmations
from data.storing.errors import UnknownBatchError
from data.storing.frames import load_batches, load_departments, load_reports, load_usage
from data.storing.money import state_figures
from data.storing.names import load_spellings
from data.storing.proposals import Proposal, accept, load_proposals, propose
from data.storing.reorganising import Reorganisation, reorganise
from data.storing.reports import accept_list, take_list_back
from data.storing.store import Store
from data.values.report import ALL, Statement
from tests.pages.conftest import Open
from tests.pages.stores import add_uses
from tests.pages.test_actions import begun, said, visit
from tests.pages.uses import NASTY, TYPICAL
from tests.users import coordinator, manager
from texts import use_language
from ui.shared import drafts, on_offer, visitor
from ui.shared.registry import page_of

VASTGOED = {"afdeling": "Vastgoed", "als": "Vastgoed"}
Keep = Callable[..., Store]


def test_without_a_choice_the_page_asks_for_one(open_page: Open) -> None:
    at = open_page("department", TYPICAL)
    assert [info.value for info in at.info] == [
        "Kies een afdeling om te zien hoe die ervoor staat."
    ]


def test_the_answer_comes_first(open_page: Open) -> None:
    uses = [
        ("2022-03-04", "Jeugd", "Armoede en schulden"),
        ("2022-04-04", "Jeugd", "Armoede en schulden"),
        ("2022-04-04", "Vastgoed", "Jeugd en onderwijs"),
    ]
    at = open_page("department", uses, address={"afdeling": "Jeugd"})
    assert at.header[0].value == (
        "In 2022 gebruikte Jeugd Platform31 2 keer; "
        "1 van de 2 thema’s die bij het werk passen wordt gebruikt."
    ).replace(";", "\\;").replace(".", "\\.")


def test_what_there_is_to_offer_stands_in_the_letter_and_on_the_page(keep_store: Keep) -> None:
    uses = [
        ("2022-03-04", "Jeugd", "Armoede en schulden"),
        ("2022-04-04", "Jeugd", "Armoede en schulden"),
        ("2022-05-04", "Werk en Inkomen", "Jeugd en onderwijs"),
    ]
    begun(keep_store(uses), "Werk en Inkomen", "Armoede en schulden")
    at = visit("actions")
    at.session_state["message_1"] = True
    message = at.run().code[0].value
    page = visit("department", afdeling="Werk en Inkomen", als="Werk en Inkomen")
    shown = " ".join([said(page), *(caption.value for caption in page.caption)]).replace("\\", "")
    for sentence in (
        "In 2022 gebruikten andere afdelingen hiervoor: Advies (1 keer) en Leertraject (1 keer).",
        "Onze stad heeft een overeenkomst met Platform31",
    ):
        assert sentence in message
        assert sentence in shown
    assert "niets extra" not in message + shown  # of the agreement of now nobody stated the 60%


@pytest.mark.parametrize(
    ("year", "tailored", "said"),
    [(2026, None, ("heeft een overeenkomst", "")), (2040, None, ("helpt steden met advies", "")),
     (2026, "60", ("heeft een overeenkomst", "(de 60\u00a0%)"))],
)  # fmt: skip
def test_what_is_said_of_agreement_and_costs_rests_on_what_is_stated(
    keep_store: Keep, monkeypatch: pytest.MonkeyPatch, year: int, tailored: str | None, said: tuple
) -> None:
    store = keep_store(TYPICAL)
    if tailored:
        state_figures(store, coordinator(), 2023, {"tailored_percent": (tailored, "brief")})
    monkeypatch.setattr("texts.clock.today", lambda: dt.date(year, 6, 1))
    with use_language("nl"):
        assert said[0] in on_offer.support_in_words()
        costs = on_offer.costs_in_words()
    assert said[1] in costs
    assert bool(costs) is bool(said[1])


def test_the_letter_and_the_page_that_it_links_to_say_the_same(keep_store: Keep) -> None:
    begun(keep_store(TYPICAL))
    at = visit("actions")
    at.session_state["message_1"] = True
    message = at.run().code[0].value
    (link,) = re.findall(r"/afdeling\?(\S+)", message)
    page = visit("department", **dict(parse_qsl(link)))
    sentence = page.header[0].value.replace("\\", "")
    assert sentence in message
    for point in re.findall(r"^- .*? (\d+ van de \d+ andere .*?)\.", message, re.MULTILINE):
        assert point in said(page).replace("\\", "")


def test_an_unfinished_year_is_marked_and_stands_beside_no_mean(keep_store: Keep) -> None:
    store = keep_store([("2021-03-04", "Jeugd", "Wonen"), ("2021-03-04", "Zorg", "Wonen")])
    nine_months = Statement(dt.date(2022, 1, 1), dt.date(2022, 9, 30), ALL, ALL)
    add_uses(store, [("2022-03-04", "Jeugd", "Wonen"), ("2022-03-05", "Zorg", "Wonen")],
             file="later.xlsx", statement=nine_months)  # fmt: skip
    at = visit("department", afdeling="Jeugd", van="2022", tot="2022")
    assert at.selectbox(key="van").options == ["2022 (t/m 30 september)", "2021"]
    assert at.selectbox(key="van").value == 2022
    assert (
        at.header[0]
        .value.replace("\\", "")
        .startswith("In 2022 (t/m 30 september) gebruikte Jeugd Platform31 1 keer")
    )
    captions = " ".join(caption.value for caption in at.caption)
    assert "Daarom staat er geen gemiddelde naast" in captions


def test_a_manager_begins_with_the_own_department(open_page: Open) -> None:
    at = open_page("department", TYPICAL, address={"als": "Vastgoed"})
    assert at.selectbox(key="afdeling").value == "Vastgoed"
    assert "Klopt dit?" in [header.value for header in at.header]


def test_a_manager_looks_at_another_department_and_answers_nothing_there(open_page: Open) -> None:
    at = open_page("department", TYPICAL, address={"als": "Vastgoed", "afdeling": "Jeugd"})
    assert "Klopt dit?" not in [header.value for header in at.header]
    assert not at.button


def test_a_manager_of_two_departments_begins_with_the_first_and_taps_to_the_other(
    keep_store: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor, "_local_user", lambda: manager("Vastgoed", "Jeugd"))
    keep_store(TYPICAL)
    at = visit("department")
    assert at.title[0].value == "Vastgoed"
    assert "own_Vastgoed" not in [button.key for button in at.button]
    at.button(key="own_Jeugd").click().run()
    assert not at.exception
    assert at.title[0].value == "Jeugd"  # as an own page: the answer stands above the filters
    assert "Klopt dit?" in [header.value for header in at.header]
    at.button(key="own_Vastgoed").click().run()
    assert at.title[0].value == "Vastgoed"
    assert "confirm" in [button.key for button in at.button]


def test_of_a_department_of_somebody_else_nothing_leads_to_the_own_ones(
    keep_store: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor, "_local_user", lambda: manager("Vastgoed", "Jeugd"))
    keep_store(TYPICAL)
    at = visit("department", afdeling="Werk en Inkomen")
    assert at.title[0].value == "Afdeling"
    assert not at.button


def test_every_unused_theme_has_its_sign_and_who_can_tell(open_page: Open) -> None:
    at = open_page("department", TYPICAL, address={"afdeling": "Werk en Inkomen"})
    assert "○ **Jeugd en onderwijs**\\: " not in said(at)  # the name is escaped, not the colon
    assert "○ **Jeugd en onderwijs**: Witte vlek" in said(at)
    assert "Collega\\-afdeling\\: Jeugd \\(gebruikte dit" in said(at)


def test_a_long_list_is_folded_so_that_the_button_is_near(open_page: Open) -> None:
    long = open_page("department", TYPICAL, address={"afdeling": "Jeugd", "als": "Jeugd"})
    assert "Over 2022 staan er 16 regels op de lijst" in said(long)
    assert "08-08-2022" not in said(long).replace("\\", "")
    labels = [box.label for box in long.get("expander")]
    assert labels[0] == "De lijst bekijken"


def test_a_short_list_stands_there(open_page: Open) -> None:
    short = open_page(
        "department", TYPICAL, address={"afdeling": "Economische Zaken", "als": "Economische Zaken"}
    )
    assert "10-01-2022 · Vitale binnensteden" in said(short).replace("\\", "")
    assert "De lijst bekijken" not in [box.label for box in short.get("expander")]


def test_confirming_makes_the_year_reported(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = visit("department", **VASTGOED, answer_year="2022")
    at.button(key="confirm").click().run()
    assert not at.exception
    assert "Dank u" in said(at)
    (line,) = load_confirmations(store).to_dict("records")
    assert (line["department"], line["year"], line["user"]) == (
        "Vastgoed", at.selectbox(key="answer_year").value, "lokale gebruiker",
    )  # fmt: skip
    at.button(key="withdraw_confirmation").click().run()
    assert load_confirmations(store).empty


def added(field: str) -> str:
    """The key of a field of the form for a missing use, before anything was stored with it."""
    return f"add_Vastgoed_2022_0_{field}"


def opened(at: AppTest, block: str) -> AppTest:
    at.session_state[f"answer_{block}"] = True
    return at.run()


def test_a_missing_use_is_proposed_and_waits(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.selectbox(key=added("theme")).select("Woningmarkt")
    at.text_input(key=added("hours")).input("4,5")
    at.text_input(key=added("note")).input("Vergeten")
    submit(at, "Toevoeging voorstellen")
    assert not at.exception
    (row,) = load_proposals(store).to_dict("records")
    assert (row["kind"], row["theme"], row["content"]["hours"]) == ("add", "Woningmarkt", 4.5)
    assert (row["note"], row["content"]["date_precision"]) == ("Vergeten", "day")
    assert len(load_usage(store)) == len(TYPICAL)
    at.button(key="withdraw_1").click().run()
    assert load_proposals(store)["status"].tolist() == ["withdrawn"]


def test_once_it_is_proposed_the_form_is_empty(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.selectbox(key=added("theme")).select("Woningmarkt")
    submit(at, "Toevoeging voorstellen")
    assert len(load_proposals(store)) == 1
    assert at.selectbox(key="add_Vastgoed_2022_1_theme").value is None


def test_the_same_again_is_not_stored_twice_and_empties_the_form_too(
    keep_store: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "_visit", lambda: "visit")
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    for turn in range(2):
        at.selectbox(key=f"add_Vastgoed_2022_{turn}_theme").select("Woningmarkt")
        submit(at, "Toevoeging voorstellen")
    assert "Dit is al eerder verstuurd en wacht op de coördinator" in said(at)
    assert len(load_proposals(store)) == 1
    assert at.selectbox(key="add_Vastgoed_2022_2_theme").value is None
    at.selectbox(key="add_Vastgoed_2022_2_theme").select("Duurzaamheid")
    opened(at, "add")
    submit(at, "Toevoeging voorstellen")
    assert load_proposals(store)["theme"].tolist() == ["Duurzaamheid", "Woningmarkt"]


@pytest.mark.parametrize(("typed", "hours"), [("0", 0.0), ("7,5", 7.5), ("7.25", 7.25), ("", None)])
def test_hours_are_what_was_typed(keep_store: Keep, typed: str, hours: float | None) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.selectbox(key=added("theme")).select("Woningmarkt")
    at.text_input(key=added("hours")).input(typed)
    submit(at, "Toevoeging voorstellen")
    (row,) = load_proposals(store).to_dict("records")
    assert row["content"]["hours"] == hours


def test_hours_that_are_no_number_are_refused_beside_the_button(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.selectbox(key=added("theme")).select("Woningmarkt")
    at.text_input(key=added("hours")).input("een dag")
    submit(at, "Toevoeging voorstellen")
    assert [warning.value.replace("\\", "") for warning in at.warning] == [
        "“een dag” is geen getal. Schrijf bijvoorbeeld 7 of 7,5."
    ]
    assert load_proposals(store).empty
    assert at.text_input(key=added("hours")).value == "een dag"


def test_what_is_being_filled_in_stays_whatever_others_store(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.text_input(key=added("subject")).input("Half af").run()
    other = Proposal("not_wanted", "Woningmarkt", None, {"reason": "ourselves"})
    propose(store, coordinator(), "Vastgoed", other)
    at.run()
    assert at.text_input(key=added("subject")).value == "Half af"


def test_headline_and_list_give_the_same_number(keep_store: Keep) -> None:
    own = ("2022-03-04", "Vastgoed", "Woningmarkt")
    others = [("2022-03-04", "Jeugd", "Woningmarkt")] * 7
    keep_store([own, *others, own])  # every ninth use is through a theme group
    at = visit("department", **VASTGOED)
    headline = at.header[0].value.replace("\\", "")
    assert "gebruikte Vastgoed Platform31 1 keer zelf, en 1 keer via een themagroep" in headline
    assert "2 regels op de lijst: 1 van de afdeling zelf, 1 via een themagroep" in said(at)
    assert "· via een G40\\-themagroep" in said(at)


def test_without_a_theme_nothing_is_proposed(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    submit(at, "Toevoeging voorstellen")
    assert "Kies een thema" in said(at)
    assert load_proposals(store).empty


def test_a_restart_of_the_server_changes_no_field_of_a_form(keep_store: Keep) -> None:
    keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "add")
    at.selectbox(key=added("theme")).select("Woningmarkt")
    submit(at, "Toevoeging voorstellen")
    drafts._drafts.clear()
    restarted = opened(visit("department", **VASTGOED), "add")
    keys = {field.key for field in at.text_input}
    assert "add_Vastgoed_2022_1_note" in keys
    assert keys == {field.key for field in restarted.text_input}


@pytest.mark.parametrize(
    ("button", "kind"),
    [("Verbetering voorstellen", "correct"), ("Niet van ons: weghalen voorstellen", "remove")],
)
def test_a_record_is_corrected_or_taken_out(keep_store: Keep, button: str, kind: str) -> None:
    store = keep_store(TYPICAL)
    usage = load_usage(store)
    record = int(usage.loc[usage["department"] == "Vastgoed", "id"].iloc[0])
    at = opened(visit("department", **VASTGOED, answer_year="2021"), "correct")
    at.selectbox(key="correct_Vastgoed_0_record").select(record).run()
    at.text_input(key=f"correct_{record}_0_hours").input("2,5")
    submit(at, button)
    assert not at.exception
    (row,) = load_proposals(store).to_dict("records")
    assert (row["kind"], row["record_id"]) == (kind, record)
    assert row["content"].get("hours") == (2.5 if kind == "correct" else None)


def test_a_theme_that_is_not_wanted_goes_with_its_reason(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = opened(visit("department", **VASTGOED), "not_wanted")
    submit(at, "Doorgeven")
    assert "Kies eerst een thema" in said(at)
    at.selectbox(key="not_wanted_Vastgoed_0_theme").select("Woningmarkt")
    submit(at, "Doorgeven")
    assert "kies een reden" in said(at)
    at.radio(key="not_wanted_Vastgoed_0_reason").set_value("ourselves")
    submit(at, "Doorgeven")
    (row,) = load_proposals(store).to_dict("records")
    assert (row["theme"], row["content"]) == ("Woningmarkt", {"reason": "ourselves"})


def test_nasty_names_are_no_markup(open_page: Open) -> None:
    at = open_page("department", NASTY, address={"afdeling": "*x*", "van": "2020"})
    assert not at.exception
    assert "\\*x\\*" in at.header[0].value
    assert "<script>" not in said(at).replace("\\<script\\>", "")


def submit(at: AppTest, label: str) -> None:
    """Press the button of a form with this label."""
    (button,) = [button for button in at.button if button.label == label]
    button.click().run()


def own_list(*rows: tuple[object, ...]) -> bytes:
    """A workbook with a list of use."""
    book = openpyxl.Workbook()
    for row in [("Datum", "Afdeling", "Thema", "Uren"), *rows]:
        book.worksheets[0].append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def uploaded(content: bytes, **address: str) -> AppTest:
    at = opened(visit("department", **{**VASTGOED, **address}), "own_list")
    at.file_uploader[0].set_value([("lijst.xlsx", content, "application/octet-stream")])
    return at.run()


def test_the_own_list_takes_in_the_own_rows_only(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    mine = (dt.date(2022, 5, 9), "Vastgoed", "Woningmarkt", 6)
    other = (dt.date(2022, 5, 9), "Jeugd", "Jeugd en onderwijs", 6)
    at = uploaded(own_list(mine, (*mine[:3], 3), other, (dt.date(2022, 5, 9), "Elders", "X", 1)))
    assert not at.exception
    text = said(at).replace("\\", "")
    assert "4 rijen = 2 gelezen + 2 afgekeurd" in text
    assert "Rij 4: Deze rij is van Jeugd; hier worden alleen rijen van Vastgoed ingelezen." in text
    assert "Rij 5: Deze rij is van Elders;" in text
    at.button(key="own_list_store").click().run()
    assert not at.exception
    assert "De lijst is verstuurd. De lijst telt mee zodra" in said(at).replace("\\", "")
    assert len(load_usage(store)) == len(TYPICAL)
    assert "does not count yet" in _earlier_uploads()
    accept_list(store, coordinator("Noor"), int(load_batches(store).iloc[0]["batch_id"]))
    assert "does not count yet" not in _earlier_uploads()
    usage = load_usage(store)
    added = usage[usage["file"] == "lijst.xlsx"]
    assert added["department"].tolist() == ["Vastgoed", "Vastgoed"]
    assert "Elders" not in load_departments(store)["department"].tolist()
    newest = load_batches(store).iloc[0]
    assert newest["user"] == "lokale gebruiker"
    report = load_reports(store).set_index("batch_id").loc[newest["batch_id"]]
    assert (report["departments"], report["source"]) == (("Vastgoed",), "own_list")


def _earlier_uploads() -> str:
    return " ".join(part.label for part in visit("reading_in", taal="en").expander)


def test_rows_that_are_stored_already_are_not_counted_twice(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    first, second = ((dt.date(2022, 5, 9), "Vastgoed", "Woningmarkt", hours) for hours in (6, 7))
    at = uploaded(own_list(first))
    at.button(key="own_list_store").click().run()
    at = uploaded(own_list(first, second))
    at.button(key="own_list_store").click().run()
    assert len(load_usage(store)) == len(TYPICAL)
    for number in load_batches(store)["batch_id"].head(2):
        accept_list(store, coordinator("Noor"), int(number))
    assert len(load_usage(store)) == len(TYPICAL) + 2


def test_a_list_that_waits_can_be_taken_back_by_who_sent_it(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    at = uploaded(own_list((dt.date(2022, 5, 9), "Vastgoed", "Woningmarkt", 6)))
    at.button(key="own_list_store").click().run()
    number = int(load_batches(store)["batch_id"].iloc[0])
    take_list_back(store, manager("Vastgoed"), number)
    assert load_batches(store)["undone_at"].notna().iloc[0]
    with pytest.raises(UnknownBatchError):
        accept_list(store, coordinator("Noor"), number)


def test_what_is_not_certain_in_an_own_list_is_asked_there(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    unsure = "Datum;Thema;Uren\n09-05-2022;Binnensteden;7,5\n10-05-2022;Binnensteden;2\n"
    at = uploaded(unsure.encode())
    assert "2 rijen = 0 gelezen + 2 wachten op uw antwoord" in said(at).replace("\\", "")
    assert "own_list_store" not in [button.key for button in at.button]
    (question,) = [box for box in at.selectbox if "Binnensteden" in box.label]
    question.set_value("=Vitale binnensteden")
    opened(at, "own_list")
    assert not at.exception
    assert "2 rijen = 2 gelezen" in said(at).replace("\\", "")
    at.button(key="own_list_store").click().run()
    accept_list(store, coordinator("Noor"), int(load_batches(store).iloc[0]["batch_id"]))
    added = load_usage(store).query("file == 'lijst.xlsx'")
    assert added["theme"].tolist() == ["Vitale binnensteden"] * 2
    assert "Binnensteden" not in names_remembered(store)


def names_remembered(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        return load_spellings(connection, "theme")


def test_an_own_list_that_waits_is_not_among_the_files_of_reading_in(keep_store: Keep) -> None:
    keep_store(TYPICAL)
    at = uploaded(own_list((dt.date(2022, 5, 9), "Vastgoed", "Woningmarkt", 6)))
    waiting = at.session_state["upload_pending"]
    page = AppTest.from_file(str(page_of("reading_in").path), default_timeout=30)
    page.session_state["upload_pending"] = waiting
    page.run()
    assert not page.exception
    assert "lijst.xlsx" not in [heading.value for heading in page.subheader]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"nonsense \x00\x01", "kies een Excel"),
        (own_list(), "geen lijst met gebruik"),
        (own_list((dt.date(2022, 5, 9), "Jeugd", "Woningmarkt", 6)), "Geen enkele rij"),
    ],
    ids=["broken", "empty", "others only"],
)
def test_a_list_with_nothing_to_store_says_so(
    keep_store: Keep, content: bytes, expected: str
) -> None:
    keep_store(TYPICAL)
    at = uploaded(content)
    assert not at.exception
    assert expected in said(at).replace("\\", "")
    assert not [button for button in at.button if button.key == "own_list_store"]
    at.button(key="own_list_cancel").click().run()
    assert len(at.file_uploader) == 1


def test_an_old_link_leads_to_the_department_of_now(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    renamed = {"Vastgoed": {"Vastgoed en Grond": 100}}
    reorganise(store, coordinator("Noor"), Reorganisation(2022, renamed))
    at = visit("department", **VASTGOED)
    assert at.selectbox(key="afdeling").value == "Vastgoed en Grond"
    assert not at.exception


def test_after_a_reorganisation_the_list_holds_what_the_headline_counts(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    add_uses(store, [("2021-06-01", "Grondzaken", "Woningmarkt")], file="later.xlsx")
    merged = {"Vastgoed": {"Grondzaken": 100}}
    reorganise(store, coordinator("Noor"), Reorganisation(2022, merged))
    at = opened(visit("department", afdeling="Grondzaken", van="2021", tot="2021"), "correct")
    assert not at.exception
    assert "gebruikte Grondzaken Platform31 3 keer" in at.header[0].value
    assert "3 regels op de lijst" in said(at)
    told = [caption.value for caption in at.caption if "reorganisatie" in caption.value]
    assert told == ["2 hiervan staan onder de naam van vóór de reorganisatie. Klopt er iets niet? "
                    "Zeg het de coördinator."]  # fmt: skip
    assert len(at.selectbox(key="correct_Grondzaken_0_record").options) == 1


def test_a_manager_and_a_coordinator_at_the_same_record_the_second_is_told(
    keep_store: Keep,
) -> None:
    store = keep_store(TYPICAL)
    usage = load_usage(store)
    record = int(usage.loc[usage["department"] == "Vastgoed", "id"].iloc[0])
    at = opened(visit("department", **VASTGOED, answer_year="2021"), "correct")
    at.selectbox(key="correct_Vastgoed_0_record").select(record).run()
    noor = coordinator()
    content = {"date": "2021-06-06", "date_precision": "day", "theme": "Woningmarkt", "hours": 9.0}
    correction = Proposal("correct", "Woningmarkt", record, content)
    accept(store, noor, propose(store, noor, "Vastgoed", correction))
    at.text_input(key=f"correct_{record}_0_hours").input("2,5")
    submit(at, "Verbetering voorstellen")
    assert not at.exception
    assert "telt niet meer mee" in said(at)
    assert load_proposals(store)["status"].tolist() == ["accepted"]
    corrected = load_usage(store)
    assert corrected.loc[corrected["date"] == "2021-06-06", "hours"].tolist() == [9.0]
    assert len(corrected) == len(TYPICAL)


def test_an_own_list_needs_no_column_of_departments(keep_store: Keep) -> None:
    store = keep_store(TYPICAL)
    lines = "Datum;Thema;Uren\n09-05-2022;Woningmarkt;7,5\n10-05-2022;Jeugd en onderwijs;0\n"
    at = uploaded(lines.encode())
    assert "2 rijen = 2 gelezen" in said(at).replace("\\", "")
    at.button(key="own_list_store").click().run()
    accept_list(store, coordinator("Noor"), int(load_batches(store).iloc[0]["batch_id"]))
    added = load_usage(store).query("file == 'lijst.xlsx'")
    assert added["department"].tolist() == ["Vastgoed", "Vastgoed"]
    assert added["hours"].tolist() == [7.5, 0.0]
