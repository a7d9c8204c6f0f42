from __future__ import annotations

from tests.pages.conftest import Open
from tests.pages.uses import ONE, TYPICAL


def test_the_answer_comes_first(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    # Every ninth use came through the network, which still is use of the domain: 24 + 6 of 33.
    assert at.header[0].value == (
        "In 2022 kwam 91\u00a0\\% van het gebruik uit het sociaal domein en het thema "
        "Duurzaamheid\\; 1 van de 5 afdelingen gebruikte Platform31 zelf niet\\."
    )


def test_four_figures_have_their_change(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    values = {metric.label: (metric.value, metric.delta) for metric in at.metric}
    assert list(values) == ["Gebruik", "Bereik", "Dekking", "Effectief aantal thema’s"]
    assert values["Gebruik"] == ("33", "+9")
    assert values["Bereik"] == ("80\u00a0%", "+20 procentpunt")


def test_without_an_earlier_period_there_is_no_change(open_page: Open) -> None:
    at = open_page("overview", TYPICAL, address={"van": "2021", "tot": "2021"})
    assert {metric.delta for metric in at.metric} == {"geen cijfer"}


def test_opportunities_have_reasons_and_lead_to_the_map(open_page: Open) -> None:
    at = open_page("overview", TYPICAL)
    texts = " ".join(markdown.value for markdown in at.markdown)
    assert "gebruik" in texts
    links = [link.proto.label for link in at.get("page_link")]
    assert links.count("Bekijk op de kaart") == 3
    assert "Alle witte vlekken, bij Verbreding" in links


def test_one_record_is_too_little_to_rank(open_page: Open) -> None:
    at = open_page("overview", ONE)
    assert at.header[0].value.startswith("In 2022 is Platform31 1 keer gebruikt\\, te weinig")
    assert [info.value for info in at.info] == [
        "Te weinig gegevens om te rangschikken (n = 1; minstens 20 nodig)."
    ]


def test_the_basis_is_told(open_page: Open) -> None:
    texts = [markdown.value for markdown in open_page("overview", TYPICAL).markdown]
    assert any("Rijen ingelezen\\: 57\\; afgekeurd\\: 0\\." in text for text in texts)
    assert any(text.startswith("Over 2022 is van elke afdeling") for text in texts)
