from __future__ import annotations

from itertools import product

import pytest

from data.columns import DOMAIN, PILLAR, TASK
from data.fields.choices import CLASSES
from data.reference import default_relevance, propose_domain, propose_theme


@pytest.mark.parametrize(
    ("department", "domain"),
    [
        ("Jeugd, Onderwijs en Sport", "sociaal"),
        ("JOS", "sociaal"),
        ("Werk en Inkomen", "sociaal"),
        ("Maatschappelijke ondersteuning", "sociaal"),
        ("Economie, Cultuur, Duurzaamheid en Wonen", "fysiek"),
        ("Vergunningverlening, Toezicht en Handhaving", "fysiek"),
        ("Beheer en Beleid Openbare Ruimte", "fysiek"),
        ("VASTGOED", "fysiek"),
        ("Economische Zaken", "economie"),
        ("Bestuur & Strategie", "bestuur"),
        ("Financiën", "bedrijfsvoering"),
        ("Klantcontactcentrum", "bedrijfsvoering"),
        ("Netwerkbeheer", "onbekend"),  # "werk" inside another word says nothing
        ("Districten", "onbekend"),  # nor does "ict"
        ("", "onbekend"),
        ("?!", "onbekend"),
    ],
)
def test_domain_proposed_for_a_department(department: str, domain: str) -> None:
    assert propose_domain(department) == domain


@pytest.mark.parametrize(
    ("theme", "pillar", "task"),
    [
        ("Duurzaamheid", "fysiek", "verduurzamingsopgave"),
        ("Energietransitie", "fysiek", "verduurzamingsopgave"),
        ("Wonen, zorg en gezondheid", "sociaal", "zorg- en welzijnsopgave"),
        ("Woningmarkt", "fysiek", "woonopgave"),
        ("Transitie duurzame samenleving", "fysiek", "verduurzamingsopgave"),
        ("Armoede en Schuldhulpverlening", "sociaal", "zorg- en welzijnsopgave"),
        ("MKB en economische vernieuwing", "economie en werk", "economische opgave"),
        ("Vitale binnensteden en werklocaties", "economie en werk", "economische opgave"),
        ("Regionale economie", "economie en werk", "economische opgave"),
        ("Landelijk gebied en regio", "overstijgend", "governance-opgave"),
        ("Interbestuurlijke samenwerking", "overstijgend", "governance-opgave"),
        ("Xylofoon", "onbekend", "onbekend"),
    ],
)
def test_pillar_and_task_proposed_for_a_theme(theme: str, pillar: str, task: str) -> None:
    assert propose_theme(theme) == (pillar, task)


@pytest.mark.parametrize("task", [task for task in CLASSES[TASK] if task != "onbekend"])
def test_each_task_is_recognised_by_its_own_name(task: str) -> None:
    assert propose_theme(f"De {task}")[1] == task


def test_relevance_of_every_domain_with_every_pillar() -> None:
    relevance = default_relevance()
    assert set(relevance) == set(product(CLASSES[DOMAIN], CLASSES[PILLAR]))
    assert relevance["sociaal", "sociaal"]
    assert not relevance["bedrijfsvoering", "fysiek"]
    unknown = [value for pair, value in relevance.items() if "onbekend" in pair]
    assert all(unknown)
