from __future__ import annotations

import re

from tests.pages.conftest import Open
from tests.pages.own_tables import rows
from tests.pages.uses import ONE, TYPICAL


def test_the_answer_comes_first(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    # Every ninth use came through the network, which still is use of the domain: 24 + 6 of 33.
    said = at.header[0].value.replace("\\", "")
    assert said.startswith(
        "73\u00a0% (24 van 33) van het gebruik in 2022 kwam uit het sociaal domein of ging over "
        "Armoede en schulden; bij gelijke spreiding over de relevante combinaties zou dat ongeveer "
    )
    assert said.endswith("5 afdelingen komen in uw lijsten voor. Niet gebruikt door: Vastgoed.")


def test_the_worklist_begins_with_who_does_not_use_it(open_page: Open) -> None:
    found = rows(open_page("overview", TYPICAL), "worklist")
    assert len(found) == 5
    first = found[0]
    assert first[0] == "Vastgoed Fysiek domein"
    assert first[1:4] == ["0", "2", "feb 2021"]
    assert "Duurzaamheid De enige andere afdeling in het fysiek domein" in first[5]
    assert first[6] == "Bericht Actie starten"


def test_every_theme_has_its_use_and_its_change(open_page: Open) -> None:
    found = rows(open_page("overview", TYPICAL), "themes")
    assert found[0] == ["Armoede en schulden Sociale pijler", "16", "16 → 16"]
    assert ["Duurzaamheid Fysieke pijler", "6", "0 → 6 (+6)"] in found
    assert found[-1] == ["Woningmarkt Fysieke pijler", "0", "2 → 0 (−2)"]


def test_without_an_earlier_period_there_is_no_change(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"van": "2021", "tot": "2021"})
    assert all(len(row) == 2 for row in rows(at, "themes"))
    assert {row[2] for row in rows(at, "worklist")} == {"–"}
    assert {metric.delta for metric in at.metric} == {"niet vergeleken"}
    assert any("2020 is niet opgegeven" in caption.value for caption in at.caption)


def test_four_figures_have_their_change_in_depth(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    values = {metric.label: (metric.value, metric.delta) for metric in at.metric}
    assert list(values) == ["Gebruik", "Bereik", "Dekking", "Effectief aantal thema’s"]
    assert values["Gebruik"] == ("33", "+9")
    assert values["Bereik"] == ("4", "niet vergeleken")  # nobody said which departments there are


def test_one_record_is_too_little_to_propose_anything(open_page: Open) -> None:
    at = open_page("overview", ONE)
    assert at.header[0].value.startswith("In 2022 is Platform31 1 keer gebruikt\\: te weinig")
    (row,) = rows(at, "worklist")
    assert row[5:] == ["–", "Nu niets te doen."]


def test_no_link_leads_a_manager_to_a_page_that_stays_shut(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"als": "Jeugd"})
    links = [link.proto.label for link in at.get("page_link")]
    assert links == ["Alle witte vlekken, bij Verbreding"]


def test_who_may_not_see_the_names_of_files_reads_when_they_were_read_in(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"als": "Jeugd"})
    told = [caption.value.replace("\\", "") for caption in at.caption]
    (basis,) = [text for text in told if "Op basis van" in text]
    assert re.search(r"\. Ingelezen tot en met \d+ \w+ \d{4}\.$", basis)


def test_a_manager_sees_no_buttons(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"als": "Jeugd"})
    assert all("Bericht" not in row[6] for row in rows(at, "worklist"))


def test_the_basis_is_told(open_page: Open) -> None:
    texts = [markdown.value for markdown in open_page("overview", TYPICAL).markdown]
    assert any("Rijen ingelezen\\: 57\\; afgekeurd\\: 0\\." in text for text in texts)
    assert any("\n\nOver 2022 is van de bekende afdelingen" in text for text in texts)
