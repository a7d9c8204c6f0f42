from __future__ import annotations

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from data.storing import reference
from data.storing.frames import load_relevance
from data.storing.store import Store
from tests.pages.conftest import Open
from tests.pages.own_tables import rows
from tests.pages.uses import ONE, TYPICAL
from tests.users import coordinator
from ui.shared.registry import page_of

CELL = {"afdeling": "Werk en Inkomen", "thema": "Jeugd en onderwijs"}


def test_the_map_comes_first_and_lists_every_cell(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL)
    cells = at.dataframe[0].value
    assert len(cells) == 5 * 5
    assert "relevante combinaties" in at.subheader[0].value


def test_a_white_spot_shows_its_reason_and_its_colleague(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL, address=CELL)
    titles = [subheader.value for subheader in at.subheader]
    assert "Werk en Inkomen × Jeugd en onderwijs" in titles
    texts = " ".join(markdown.value for markdown in at.markdown)
    assert "**○ Witte vlek** (2022)" in texts
    assert "De enige andere afdeling in het sociaal domein waarvan het gebruik bekend is" in texts
    assert "Collega\\-afdeling\\: Jeugd" in texts


def test_a_used_cell_shows_its_history_and_its_records(open_page: Open) -> None:
    at = open_page(
        "broadening", TYPICAL, address={"afdeling": "Jeugd", "thema": "Jeugd en onderwijs"}
    )
    history, records = at.table[0].value, at.dataframe[1].value
    assert history["Jaar"].tolist() == ["2021", "2022"]
    both = history["Rechtstreeks"].astype(int) + history["Via themagroep"].astype(int)
    assert both.tolist() == [6, 8]
    assert len(records) == 14


def test_a_cell_can_be_chosen_from_two_lists(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL)
    at.selectbox(key="afdeling").select("Vastgoed").run()
    at.selectbox(key="thema").select("Woningmarkt").run()
    texts = " ".join(markdown.value for markdown in at.markdown)
    assert "**↓ Eerder wel\\, nu niet** (2022)" in texts


def test_two_lists_have_a_reason_in_every_row(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL)
    lists = {name: rows(at, f"ranking_{name}") for name in ("broaden", "return")}
    for name, ranking in lists.items():
        places = [int(row[0].partition(". ")[0]) for row in ranking]
        assert places == list(range(1, len(ranking) + 1)), name
        assert all("gebruik" in row[3] and row[4] == "Bekijken" for row in ranking)
    assert all("Eerder" in row[3] for row in lists["return"])
    assert any("Deze volgorde rust op" in caption.value for caption in at.caption)


def test_a_movement_is_drawn_once_there_are_two_years(open_page: Open) -> None:
    moved = [sub.value for sub in open_page("broadening", TYPICAL).subheader]
    (title,) = [title.replace("\\", "") for title in moved if title.startswith("Gini")]
    assert re.fullmatch(r"Gini van de afdelingen: 0,\d\d in 2021 en 0,\d\d in 2022", title)


def test_of_one_year_no_movement_is_drawn(open_page: Open) -> None:
    at = open_page("broadening", ONE)
    told = "Hoe dit verliep staat hier zodra twee jaren als geheel zijn opgegeven."
    assert told in [caption.value for caption in at.caption]
    assert not any(sub.value.startswith("Gini") for sub in at.subheader)


def test_one_record_is_too_little_to_rank(open_page: Open) -> None:
    at = open_page("broadening", ONE)
    too_little = "Te weinig gegevens om te rangschikken (aantal keer: 1; minstens {} nodig)."
    assert [info.value for info in at.info] == [too_little.format(5), too_little.format(20)]


def test_who_only_comes_through_a_theme_group_is_listed(open_page: Open) -> None:
    ninth = ("2022-05-11", "Vastgoed", "Duurzaamheid")  # every ninth use is of a theme group
    at = open_page("broadening", [*TYPICAL[:8], ninth, *TYPICAL[9:]])
    (row,) = [row for row in rows(at, "through_groups") if row[0] == "Vastgoed"]
    assert row[2:] == ["Duurzaamheid", "1", "nooit", "Bekijken"]


def test_domains_narrow_the_map(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL, address={"domein": "fysiek"})
    assert set(at.dataframe[0].value["Afdeling"]) == {"Omgevingsbeleid", "Vastgoed"}


def test_nothing_is_saved_without_a_change(open_page: Open) -> None:
    at = open_page("broadening", TYPICAL)
    assert at.button(key="save_relevance").disabled


def test_what_is_stored_as_relevant_counts_at_once(keep_store: Callable[..., Store]) -> None:
    store = keep_store(TYPICAL)
    at = AppTest.from_file(str(page_of("broadening").path), default_timeout=30).run()
    before = at.dataframe[0].value.set_index(["Afdeling", "Thema"])["Stand"]
    assert before["Vastgoed", "Jeugd en onderwijs"] == "· N.v.t."
    reference.set_relevance(store, coordinator("Noor"), {("Vastgoed", "Jeugd en onderwijs"): True})
    after = at.run().dataframe[0].value.set_index(["Afdeling", "Thema"])["Stand"]
    assert after["Vastgoed", "Jeugd en onderwijs"] == "○ Witte vlek"
    assert load_relevance(store)["edited"].sum() == 1
