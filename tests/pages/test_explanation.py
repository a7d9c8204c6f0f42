from __future__ import annotations

import pytest

from tests.pages.conftest import Open
from ui.explanation.measures import measures


def test_every_measure_is_explained(open_page: Open) -> None:
    at = open_page("explanation", [])
    titles = [subheader.value for subheader in at.subheader]
    assert titles[: len(measures())] == [str(measure.name) for measure in measures()]
    examples = [m.value for m in at.markdown if m.value.startswith("*Voorbeeld")]
    assert len(examples) == len(measures())


def test_the_facts_of_the_decision_stand_with_their_source(open_page: Open) -> None:
    at = open_page("explanation", [])
    facts, check = (table.value.iloc[:, 0].to_dict() for table in at.table)
    assert facts["Bijdrage van Haarlem in de begroting"] == "€\u00a020.762 per jaar"
    assert facts["Tarief per inwoner"] == "€\u00a00,13"
    assert facts["Inwoners op 1 januari 2019"] == "161.260"
    assert facts["Algemene ondersteuning, via het G40-netwerk"] == "40\u00a0%"
    assert facts["Budget van alle gemeenten samen, afgerond"] == "€\u00a0540.000"
    assert check["161.260 inwoners × €\u00a00,13"] == "€\u00a020.963,80"
    assert check["Verschil"] == "€\u00a0201,80"
    assert check["Inwoners die bij het begrote bedrag horen"] == "159.704 tot en met 159.711"
    assert any("Collegebesluit Platform31" in caption.value for caption in at.caption)


@pytest.mark.parametrize("sign", ["✓", "≈", "↓", "→", "○", "×", "·", "?"])
def test_the_legend_has_every_sign(open_page: Open, sign: str) -> None:
    at = open_page("explanation", [])
    assert any(f"**{sign}" in m.value or f"**\\{sign}" in m.value for m in at.markdown)
