from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.storing.money import load_agreements, load_population_history, load_statements
from data.storing.store import Store
from tests.pages.conftest import Open
from tests.pages.stores import add_budget
from tests.pages.uses import NASTY, ONE, TYPICAL
from ui.shared.registry import page_of
from ui.shared.safe import escape_markdown

LINES = [
    (2021, "budget", "Jaarlijkse bijdrage", 20_762.0, None),
    (2021, "budget", "Projecten", 6_000.0, None),
    (2021, "actual", "Jaarlijkse bijdrage", 20_963.80, "2021-02-01"),
    *[(2021, "actual", "Projecten", 250.0, f"2021-{month:02d}-20") for month in range(1, 8)],
    (2021, "commitment", "Projecten", 500.0, None),
]


@pytest.fixture(autouse=True)
def _in_haarlem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBREDINGSMONITOR_MUNICIPALITY", "Haarlem")


@pytest.fixture
def open_budget(keep_store: Callable[..., Store]) -> Callable[..., AppTest]:
    """Run the page on a store with these uses and budget lines."""

    def run(uses: list, lines: list, **address: str) -> AppTest:
        store = keep_store(uses)
        if lines:
            add_budget(store, lines)
        at = AppTest.from_file(str(page_of("budget").path), default_timeout=30)
        for name, value in address.items():
            at.query_params[name] = value
        at = at.run()
        assert not at.exception
        return at

    return run


def plain(text: str) -> str:
    """The text without escapes and with plain spaces."""
    return text.replace("\\", "").replace("\u00a0", " ")


def texts(at: AppTest) -> str:
    kinds = (
        at.header, at.subheader, at.markdown, at.caption, at.info, at.success, at.warning, at.error,
    )  # fmt: skip
    return plain("\n".join(element.value for kind in kinds for element in kind))


def check_table(at: AppTest) -> pd.DataFrame:
    """The contribution check, as it stands on the page."""
    found = [table.value for table in at.dataframe if "Inwoners volgens factuur" in table.value]
    assert len(found) == 1
    return found[0]


def test_an_empty_store_still_shows_the_check_of_the_decision(open_page: Open) -> None:
    at = open_page("budget", [])
    assert plain(at.header[0].value).startswith(
        "De bijdrage: begroot is € 20.762 per jaar; € 0,13 × 161.260 inwoners is € 20.963,80: "
        "€ 201,80 per jaar meer. Over 2019–2022 is dat € 807,20. "
        "Bij het begrote bedrag horen 159.704 tot en met 159.711 inwoners"
    )
    assert "Er zijn nog geen budgetregels ingelezen" in texts(at)


def test_the_check_stands_in_a_table_with_its_sum(open_page: Open) -> None:
    at = open_page("budget", [])
    check = check_table(at)
    assert [plain(str(value)) for value in check.iloc[-1]][:4] == [
        "Samen", "€ 83.048,00", "€ 83.855,20", "€ 807,20",
    ]  # fmt: skip
    assert check.iloc[0, 6] == "159.704 tot en met 159.711"


def test_the_answer_is_what_was_spent_and_what_is_left(open_budget: Callable[..., AppTest]) -> None:
    at = open_budget(TYPICAL, LINES)
    # 20 963.80 + 7 x 250 + 500 = 23 213.80 of 26 762: 3 548.20 is left.
    assert plain(at.header[0].value) == (
        "In 2021 is € 23.213,80 van € 26.762 besteed of verplicht; € 3.548,20 is over."
    )
    assert [plain(metric.value) for metric in at.metric][:4] == [
        "€ 22.713,80", "€ 0", "€ 3.548,20", "€ 500",
    ]  # fmt: skip


def test_an_invoice_equal_to_the_calculation_implies_the_stated_inhabitants(
    open_budget: Callable[..., AppTest],
) -> None:
    at = open_budget([], LINES)
    row = check_table(at).set_index("Jaar").loc["2021"]
    assert plain(row["Gefactureerd"]) == "€ 20.963,80"
    assert plain(row["Gefactureerd min berekend"]) == "€ 0,00"
    assert row["Inwoners volgens factuur"] == "161.260"


@pytest.mark.parametrize(
    ("invoice", "expected"), [(21_000.0, "€ 36,20 meer"), (20_900.0, "€ 63,80 minder")]
)
def test_the_answer_says_to_which_side_the_invoice_differs(
    open_budget: Callable[..., AppTest], invoice: float, expected: str
) -> None:
    # Beside 161 260 x 0.13 = 20 963.80.
    at = open_budget([], [(2021, "actual", "Jaarlijkse bijdrage", invoice, None)])
    assert plain(at.metric[1].value) == expected


def test_the_check_rests_on_the_invoices_of_its_year(open_budget: Callable[..., AppTest]) -> None:
    earlier = [(2020, "actual", "Jaarlijkse bijdrage", 20_000.0, None)]
    (basis,) = _basis_of_the_check(open_budget([], [*LINES, *earlier], jaar="2021"))
    assert "Op basis van 1 regel. Bron: " in basis


def test_a_figure_of_the_agreement_rests_on_no_lines(open_page: Open) -> None:
    (basis,) = _basis_of_the_check(open_page("budget", []))
    assert basis.startswith("Eenheid: euro per jaar. Bron: ")


def _basis_of_the_check(at: AppTest) -> list[str]:
    return [text for text in map(plain, (caption.value for caption in at.caption))
            if text.startswith("Eenheid: euro per jaar. ")]  # fmt: skip


def test_a_person_ticks_what_is_not_certain(open_budget: Callable[..., AppTest]) -> None:
    doubtful = [(2021, "actual", "Bijdrage congres", 395.0, "2021-03-01")]
    at = open_budget([], [*LINES, *doubtful], jaar="2021")
    assert "Van 2021 is niet zeker welke regels de bijdrage zijn" in texts(at)
    assert "Open: Bijdrage congres." in texts(at)
    assert check_table(at).set_index("Jaar").loc["2021", "Gefactureerd"] == ""
    box = next(box for box in at.multiselect if "de bijdrage" in box.label)
    assert len(box.value) == 2  # the certain one, and the one that is asked
    (contribution,) = [
        number for number, name in zip(box.value, box.options, strict=False)
        if "Jaarlijkse" in plain(name)
    ]  # fmt: skip
    box.set_value([contribution])
    (button,) = [b for b in at.button if b.label.startswith("Dit is de bijdrage")]
    at = button.click().run()
    assert not at.exception
    assert "niet zeker" not in texts(at)
    assert "Telt als bijdrage: Jaarlijkse bijdrage. Telt niet: Bijdrage congres; Projecten." in (
        texts(at)
    )
    assert plain(check_table(at).set_index("Jaar").loc["2021", "Gefactureerd"]) == "€ 20.963,80"


def test_a_year_without_any_agreement_has_no_check(open_budget: Callable[..., AppTest]) -> None:
    at = open_budget([], [(2010, "actual", "Projecten", 250.0, None)], jaar="2010")
    assert "Er is geen overeenkomst bekend" in texts(at)


def test_the_year_can_be_seen_as_it_stood_after_a_month(
    open_budget: Callable[..., AppTest],
) -> None:
    at = open_budget([], LINES).selectbox(key="maand").set_value(6).run()
    # The contribution of 20 963.80 and six of 250: nothing is said of the rest of the year.
    assert "Geboekt tot en met juni 2021: € 22.463,80." in texts(at)


@pytest.mark.parametrize(("uses", "lines"), [(ONE, []), ([], LINES[:1]), (ONE, LINES[2:3])])
def test_little_is_enough_to_stand(
    open_budget: Callable[..., AppTest], uses: list, lines: list
) -> None:
    open_budget(uses, lines)


def test_the_address_gives_year_rule_city_and_count(open_budget: Callable[..., AppTest]) -> None:
    at = open_budget(TYPICAL, LINES, jaar="2022", regel="Naar aantal", gemeente="Almere",
                     telling="2023", overeenkomst="2023–2027")  # fmt: skip
    assert at.selectbox(key="jaar").value == 2022
    assert "Almere: 222.825 inwoners op 1 januari 2023 × € 0,13 = € 28.967,25." in texts(at)
    assert "Overeenkomst 2023–2027" in texts(at)
    assert "het deel dat het van het aantal keren gebruik heeft" in texts(at)


@pytest.mark.parametrize("name", ["jaar", "regel", "gemeente", "telling", "overeenkomst", "maand"])
def test_nonsense_in_the_address_is_dropped(open_budget: Callable[..., AppTest], name: str) -> None:
    open_budget(TYPICAL, LINES, **{name: "<script>"})


def test_all_cities_stand_beside_the_total_of_the_decision(open_page: Open) -> None:
    shown = texts(open_page("budget", []))
    assert (
        "40 steden × € 0,13 op de inwoners van 2019 is € 656.993. Het besluit noemt € 540.000. "
        "Dat scheelt € 116.993, en het besluit verklaart dat niet." in shown
    )


def test_the_contribution_divides_as_agreed_to_the_cent(open_page: Open) -> None:
    at = open_page("budget", [])
    tables = [frame.value for frame in at.dataframe if "Maatwerk, volgens afspraak" in frame.value]
    row = tables[0].set_index("Jaar").loc["2019"]
    assert plain(row["Algemeen, volgens afspraak"]) == "€ 8.304,80"
    assert plain(row["Maatwerk, volgens afspraak"]) == "€ 12.457,20"


def test_nothing_is_said_per_department(open_budget: Callable[..., AppTest]) -> None:
    at = open_budget(TYPICAL, LINES)
    shown = texts(at) + " ".join(str(frame.value) for frame in at.dataframe)
    assert "Werk en Inkomen" not in shown
    assert "Armoede en schulden" in shown
    assert "Regel van toerekening" in shown


def test_names_out_of_a_file_are_no_markup(open_budget: Callable[..., AppTest]) -> None:
    nasty = [(2021, kind, "<script>*x* bijdrage</script>", 5.0, None)
             for kind in ("budget", "actual")]  # fmt: skip
    at = open_budget(NASTY, nasty, jaar="2021")
    raw = "\n".join(caption.value for caption in at.caption)
    assert escape_markdown("<script>*x* bijdrage</script>") in raw
    assert "<script>*x*" not in raw


def test_a_figure_is_stated_with_its_source_and_its_history(
    keep_store: Callable[..., Store],
) -> None:
    store = keep_store([])
    at = AppTest.from_file(str(page_of("budget").path), default_timeout=30).run()
    at = at.selectbox(key="overeenkomst").set_value("2023–2027").run()
    at.text_input(key="agreement_form_2023_0_rate").set_value("€ 0,15")
    at = at.button(key="store_agreement").click().run()
    assert any("Vul de bron in" in warning.value for warning in at.warning)
    at.text_input(key="agreement_form_2023_0_source").set_value("<b>brief</b>")
    at = at.button(key="store_agreement").click().run()
    assert not at.exception
    assert "is opgeslagen" in at.success[0].value
    assert str(load_agreements(store, "GM0392")[2].rate) == "0.15"
    assert [s.source for s in load_statements(store)] == ["<b>brief</b>"]
    shown = "\n".join(element.value for element in at.markdown)
    assert escape_markdown("<b>brief</b>") in shown
    assert "<b>" not in shown


@pytest.mark.parametrize(
    ("value", "complaint"),
    [("veel", "is geen getal"), ("200", "kan hier niet kloppen")],
)
def test_a_figure_that_cannot_be_is_refused(open_page: Open, value: str, complaint: str) -> None:
    at = open_page("budget", [])
    at = at.selectbox(key="overeenkomst").set_value("2019–2022").run()
    at.text_input(key="agreement_form_2019_0_rate").set_value(value)
    at.text_input(key="agreement_form_2019_0_source").set_value("brief")
    at = at.button(key="store_agreement").click().run()
    assert any(complaint in plain(warning.value) for warning in at.warning)


def test_a_manager_sees_the_figures_and_changes_none(open_page: Open) -> None:
    at = open_page("budget", TYPICAL, address={"als": "Jeugd"})
    assert not at.exception
    assert not [box for box in at.selectbox if box.key in ("fact", "count_city")]


def test_inhabitants_are_filled_in_with_their_source(keep_store: Callable[..., Store]) -> None:
    store = keep_store([])
    at = AppTest.from_file(str(page_of("budget").path), default_timeout=30).run()
    at.selectbox(key="stated_inhabitants_0_city").set_value("GM0392")
    at.number_input(key="stated_inhabitants_0_year").set_value(2018)
    at.text_input(key="stated_inhabitants_0_value").set_value("159.709")
    at.text_input(key="stated_inhabitants_0_source").set_value("StatLine")
    at = at.button(key="save_inhabitants").click().run()
    assert not at.exception
    assert load_population_history(store)["inhabitants"].tolist() == [159_709]


def test_another_city_can_have_this_installed(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBREDINGSMONITOR_MUNICIPALITY", "Almere")
    shown = texts(open_page("budget", []))
    assert "Almere: 207.904 inwoners" in shown
    assert "€ 20.762" not in shown


@pytest.mark.parametrize("name", ["", "Zandvoort"])
def test_of_another_municipality_nothing_of_haarlem_remains(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("VERBREDINGSMONITOR_MUNICIPALITY", name)
    at = open_page("budget", TYPICAL)
    assert not at.exception
    shown = texts(at)
    assert "20.762" not in shown
    assert "161.260" not in shown
    assert at.download_button or at.button


def test_what_is_unknown_says_so(open_page: Open) -> None:
    at = open_page("budget", [], address={"jaar": "2019", "overeenkomst": "2023–2027"})
    assert "Onbekend: Tarief per inwoner; Inwoners waarop de bijdrage is gebaseerd" in texts(at)
    assert "n.v.t." not in texts(at)


def test_of_an_agreement_without_rate_an_invoice_implies_nothing(
    open_budget: Callable[..., AppTest],
) -> None:
    at = open_budget([], [(2024, "actual", "Bijdrage", 20_963.80, None)])
    row = check_table(at).set_index("Jaar").loc["2024"]
    assert plain(row["Gefactureerd"]) == "€ 20.963,80"
    assert row["Inwoners volgens factuur"] == row["Tarief × inwoners"] == ""
    assert "de bijdrage is niet te controleren" in texts(at)
