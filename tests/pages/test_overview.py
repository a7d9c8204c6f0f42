from __future__ import annotations

from tests.pages.conftest import Open
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


def test_four_figures_have_their_change(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    values = {metric.label: (metric.value, metric.delta) for metric in at.metric}
    assert list(values) == ["Gebruik", "Bereik", "Dekking", "Effectief aantal thema’s"]
    assert values["Gebruik"] == ("33", "+9")
    assert values["Bereik"] == ("4", "niet vergeleken")  # nobody said which departments there are


def test_without_an_earlier_period_there_is_no_change(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"van": "2021", "tot": "2021"})
    assert {metric.delta for metric in at.metric} == {"niet vergeleken"}
    assert any("2020 is niet opgegeven" in caption.value for caption in at.caption)


def test_opportunities_have_reasons_and_lead_to_the_map(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    texts = " ".join(markdown.value for markdown in at.markdown)
    assert "gebruik" in texts
    links = [link.proto.label for link in at.get("page_link")]
    assert links.count("Bekijk op de kaart") == 3
    assert "Alle witte vlekken, bij Verbreding" in links


def test_one_record_is_too_little_to_rank(open_page: Open) -> None:
    at = open_page("overview", ONE)
    assert at.header[0].value.startswith("In 2022 is Platform31 1 keer gebruikt\\: te weinig")
    assert [info.value for info in at.info] == [
        "Te weinig gegevens om te rangschikken (n = 1; minstens 10 nodig)."
    ]


def test_the_basis_is_told(open_page: Open) -> None:
    texts = [markdown.value for markdown in open_page("overview", TYPICAL).markdown]
    assert any("Rijen ingelezen\\: 57\\; afgekeurd\\: 0\\." in text for text in texts)
    assert any(text.startswith("Over 2022 is van de bekende afdelingen") for text in texts)
