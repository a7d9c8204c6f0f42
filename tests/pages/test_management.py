"""Page Beheer, as the coordinator uses it; and what a reorganisation does to the other pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from data.storing.change_log import load_changes
from data.storing.frames import load_usage
from data.storing.money import load_statements
from data.storing.names import load_forms
from data.storing.organisation import load_all_departments
from data.storing.organisation_facts import load_organisation_facts
from data.storing.reference import remove_sample
from data.storing.reorganising import Reorganisation, load_reorganisations, reorganise
from data.storing.reports import edit_report, load_reports, withdraw_report
from data.storing.store import Store
from data.users import NotAllowedError
from tests.pages.conftest import Open
from tests.pages.uses import TYPICAL
from tests.users import coordinator, manager
from ui.shared.registry import page_of

SECTIONS = [
    "departments", "organisation", "reports", "reorganisations", "themes", "forms", "relevance",
    "learned", "settings", "log", "exchange",
]  # fmt: skip
KeepStore = Callable[..., Store]
COORDINATOR = coordinator("Noor")


def opened(section: str) -> AppTest:
    at = AppTest.from_file(str(page_of("management").path), default_timeout=30)
    at.session_state["onderdeel"] = section
    return at.run()


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("uses", [[], TYPICAL], ids=["none", "typical"])
def test_every_section_stands(keep_store: Callable[..., Store], section: str, uses: list) -> None:
    keep_store(uses)
    assert not opened(section).exception


def test_a_manager_does_not_see_it(open_page: Open) -> None:
    at = open_page("management", TYPICAL, address={"als": "Jeugd"})
    assert len(at.info) == 1
    assert not at.header


def test_the_organisation_is_pasted_and_confirmed(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = opened("organisation")
    at.selectbox(key="organisation_0_name").set_value("Zwolle")
    at.text_area(key="organisation_0_pasted").set_value(
        "Griffie;Raadsgriffier\nJuridisch;bestuur;2020"
    )
    at.checkbox(key="organisation_0_all").check()
    at.button(key="organisation_look").click().run()
    assert not at.exception
    shown = " ".join(element.value for element in at.markdown).replace("\\", "")
    assert "2 afdelingen: 2 nieuw, 0 al bekend" in shown
    assert "Niet in deze lijst: " in shown
    assert load_all_departments(store)["stated"].sum() == 0  # nothing is done yet
    at.button(key="organisation_store").click().run()
    assert not at.exception
    facts = load_organisation_facts(store)
    assert (facts.municipality, facts.confirmed) == ("Zwolle", True)
    departments = load_all_departments(store).set_index("department")
    assert departments.loc["Juridisch", "valid_from"] == 2020
    assert departments.loc["Griffie", "manager"] == "Raadsgriffier"
    assert set(departments.index[departments["stated"]]) == {"Griffie", "Juridisch"}


def test_a_report_is_corrected(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = opened("reports")
    assert "✓" in at.dataframe[0].value.to_numpy()
    (number,) = load_reports(store)["id"]
    edit_report(store, COORDINATOR, int(number), {"last_day": dt.date(2022, 9, 30)})
    again = opened("reports")
    assert not again.exception
    assert "t/m 30 september" in again.dataframe[0].value.to_numpy()
    withdraw_report(store, COORDINATOR, int(number))
    assert load_reports(store).empty


def test_forms_are_stored(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = opened("forms")
    assert at.button(key="save_forms").disabled
    area = at.text_area[0]
    area.set_value(area.value + "\nwerkbezoek").run()
    at.button(key="save_forms").click().run()
    with store.reading() as connection:
        assert load_forms(connection)[-1] == "werkbezoek"
    assert any("Opgeslagen" in message.value for message in at.success)


def test_settings_are_stored_and_count(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = opened("settings")
    (box,) = [found for found in at.number_input if "rangschikken" in found.label]
    box.set_value(400).run()
    at.button(key="save_settings").click().run()
    assert load_changes(store)["subject"].tolist()[0] == "setting"
    broadening = AppTest.from_file(str(page_of("broadening").path), default_timeout=30).run()
    assert any("minstens 400 nodig" in info.value for info in broadening.info)


def test_the_log_says_who_did_what_from_where_and_how_it_ended(
    keep_store: Callable[..., Store],
) -> None:
    store = keep_store(TYPICAL)
    shown = opened("log").dataframe[0].value
    assert shown.iloc[0][["Rol", "Waarvandaan", "Wat", "Gedaan", "Resultaat"]].tolist() == [
        "Coördinator", "pagina", "upload", "ingelezen", "gedaan",
    ]  # fmt: skip
    with pytest.raises(NotAllowedError):
        remove_sample(store, manager("Jeugd"))
    line = opened("log").dataframe[0].value.iloc[0]
    assert line[["Wie", "Rol", "Wat"]].tolist() == ["Sam", "Afdelingsmanager", "voorbeeld"]
    assert line["Resultaat"].startswith("geweigerd: In uw huidige rol mag u dit niet")


def test_a_department_is_renamed_and_back(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = opened("reorganisations")
    at.selectbox(key="new_reorganisation_0_renamed").select("Vastgoed").run()
    at.text_input(key="new_reorganisation_0_new_name").input("Vastgoed en Grond").run()
    at.button(key="store_reorganisation").click().run()
    assert load_reorganisations(store)["kind"].tolist() == ["renamed"]
    assert any("Vastgoed → Vastgoed en Grond" in m.value for m in at.markdown)
    at.button(key="undo_reorganisation_1").click().run()
    assert load_reorganisations(store).empty


def test_what_cannot_be_is_said(keep_store: Callable[..., Store]) -> None:
    keep_store(TYPICAL)
    at = opened("reorganisations")
    at.button(key="store_reorganisation").click().run()
    assert "welke afdelingen veranderen" in at.warning[0].value


def test_the_map_follows_the_departments_of_the_chosen_year(
    keep_store: Callable[..., Store],
) -> None:
    store = keep_store(TYPICAL)
    parts = {"Jeugd": {"Jeugd en Werk": 100}, "Werk en Inkomen": {"Jeugd en Werk": 100}}
    reorganise(store, COORDINATOR, Reorganisation(2022, parts, {"Jeugd en Werk": "sociaal"}))
    at = AppTest.from_file(str(page_of("broadening").path), default_timeout=30).run()
    now = at.dataframe[0].value
    assert "Jeugd" not in set(now["Afdeling"])
    merged = now[(now["Afdeling"] == "Jeugd en Werk") & (now["Thema"] == "Armoede en schulden")]
    # 8 uses of each of two departments in 2022, of which every ninth came through a theme group.
    assert (merged["Aantal keer"] + merged["Via themagroep"]).tolist() == [16]
    at.selectbox(key="indeling").select("2021").run()
    before = at.dataframe[0].value
    assert {"Jeugd", "Werk en Inkomen"} <= set(before["Afdeling"])
    assert "Jeugd en Werk" not in set(before["Afdeling"])


def test_without_reorganisation_nobody_is_asked(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL)
    assert "indeling" not in [box.key for box in at.selectbox]


def test_what_reading_in_learned_is_found_here_too(keep_store: Callable[..., Store]) -> None:
    keep_store([])
    said = [element.value for element in opened("learned").markdown]
    assert "Er is nog niets geleerd." in said


def test_what_is_relevant_is_confirmed_per_department_or_at_once(
    keep_store: Callable[..., Store],
) -> None:
    store = keep_store(TYPICAL)
    at = opened("relevance")
    assert any("Voor 5 afdelingen is dit nog een voorstel" in m.value for m in at.markdown)
    at.multiselect(key="relevance_confirmed_0_departments").set_value(["Jeugd"]).run()
    at.button(key="relevance_confirm").click().run()
    departments = load_all_departments(store).set_index("department")["relevance_confirmed"]
    assert departments[departments].index.tolist() == ["Jeugd"]
    assert any("Voor 4 afdelingen is dit nog een voorstel" in m.value for m in at.markdown)
    at.button(key="relevance_confirm").click().run()
    assert load_all_departments(store)["relevance_confirmed"].all()
    assert any(
        "Voor alle afdelingen in deze tabel is bevestigd" in element.value for element in at.success
    )


def test_a_department_is_added_and_ended_with_the_consequence_first(
    keep_store: Callable[..., Store],
) -> None:
    store = keep_store(TYPICAL)
    at = opened("departments")
    at.text_input(key="change_department_0_name").set_value("Griffie").run()
    # Nobody said that these are all departments, so that reach has no whole; the map gets a row.
    shown = " ".join(element.value for element in at.markdown).replace("\\", "")
    assert "Er verandert geen regel." in shown
    assert "N.v.t. in 2022: nu 10, daarna 15." in shown  # none of the 5 themes suits a griffie
    assert "Griffie" not in set(load_all_departments(store)["department"])
    at.button(key="change_department_store").click().run()
    at = opened("departments")
    at.segmented_control(key="change_department_0_what").set_value("end").run()
    at.selectbox(key="change_department_0_ended").set_value("Griffie").run()
    at.number_input(key="change_department_0_last_year").set_value(2021).run()
    at.button(key="change_department_store").click().run()
    ended = load_all_departments(store).set_index("department").loc["Griffie"]
    assert ended["valid_to"] == 2021


def test_a_theme_is_merged_with_the_records_told_first(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    used = load_usage(store)["theme"].astype("str").value_counts()
    old, into = used.index[0], used.index[1]
    at = opened("themes")
    at.segmented_control(key="change_theme_0_what").set_value("merge").run()
    at.selectbox(key="change_theme_0_merged").set_value(old).run()
    at.selectbox(key="change_theme_0_into").set_value(into).run()
    shown = " ".join(element.value for element in at.markdown).replace("\\", "")
    assert f"{used[old]} regels tellen voortaan onder de andere naam" in shown
    at.button(key="change_theme_store").click().run()
    assert (load_usage(store)["theme"] == into).sum() == used[old] + used[into]


def test_the_agreement_is_stored_in_one_form(keep_store: Callable[..., Store]) -> None:
    store = keep_store([])
    at = opened("organisation")
    at.number_input(key="agreement_form_0_first_year").set_value(2028).run()
    typed = {"last_year": "2031", "rate": "0,15", "inhabitants": "veel", "general_percent": "40"}
    for name, text in typed.items():
        at.text_input(key=f"agreement_form_2028_0_{name}").set_value(text)
    at.text_input(key="agreement_form_2028_0_source").set_value("besluit van 5 maart 2027")
    at.button(key="store_agreement").click().run()
    assert load_statements(store) == []  # one figure cannot be read: nothing is stored
    assert any("veel" in message.value for message in at.warning)
    at.text_input(key="agreement_form_2028_0_inhabitants").set_value("131.000")
    at.button(key="store_agreement").click().run()
    assert not at.exception
    stated = {(s.first_year, s.figure): (s.value, s.source) for s in load_statements(store)}
    assert stated == {
        (2028, name): (value, "besluit van 5 maart 2027")
        for name, value in {
            "last_year": "2031", "rate": "0.15", "inhabitants": "131000", "general_percent": "40",
        }.items()
    }  # fmt: skip


def test_setting_up_leads_on_to_what_suits_which_department(keep_store: KeepStore) -> None:
    keep_store(TYPICAL)
    links = [link.proto for link in opened("organisation").get("page_link")]
    query = next(link.query_string for link in links if "onderdeel" in link.query_string)
    at = AppTest.from_file(str(page_of("management").path), default_timeout=30)
    for name, asked in parse_qsl(query):
        at.query_params[name] = asked
    assert [header.value for header in at.run().header] == ["Relevante combinaties"]
