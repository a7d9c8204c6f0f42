"""Which stored name a spelling means, what is doubtful, and which names are new."""

from __future__ import annotations

import pytest

from data.cells.name_keys import name_key, same_name, slip_of, stands_for
from data.cleaning.name_matching import (
    Doubt,
    KnownNames,
    NameResolver,
    match_names,
    parse_names,
    settle_new_names,
)
from data.columns import DEPARTMENT, THEME
from data.values.results import NameMatches
from texts import Message

DEPARTMENTS = [
    "Jeugd, Onderwijs en Sport",
    "Vergunningverlening, Toezicht en Handhaving",
    "Maatschappelijke Ondersteuning",
    "Sociale Zaken",
    "Vastgoed",
    "Project- en Contractmanagement (PCM)",
    "Financiën",
    "Externe communicatie",
    "Werk en Inkomen",
    "Wonen en zorg",
    "Wijkteam 2",
    "Duurzaamheid",
]
KNOWN = KnownNames(departments={name: name for name in DEPARTMENTS})


def resolve(spelling: str, known: KnownNames = KNOWN) -> str | Doubt | None:
    """What a department's spelling means."""
    return NameResolver(DEPARTMENT, known).resolve(spelling)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Vastgoed", "Vastgoed"),
        ("vastgoed", "Vastgoed"),
        ("VASTGOED", "Vastgoed"),
        ("Afd. Vastgoed", "Vastgoed"),
        ("afdeling Vastgoed", "Vastgoed"),
        ("Department Vastgoed", "Vastgoed"),
        ("Vastgoed (VG)", "Vastgoed"),
        ("Financien", "Financiën"),
        ("Fin.", "Financiën"),
        ("jeugd onderwijs & sport", "Jeugd, Onderwijs en Sport"),
        ("Jeugd, Onderwijs + Sport", "Jeugd, Onderwijs en Sport"),
        ("Jeugd/Onderwijs/Sport", "Jeugd, Onderwijs en Sport"),
        ("Jeugd, Onderwijs and Sport", "Jeugd, Onderwijs en Sport"),
        ("JOS", "Jeugd, Onderwijs en Sport"),
        ("J.O.S.", "Jeugd, Onderwijs en Sport"),
        ("jos", "Jeugd, Onderwijs en Sport"),
        ("Jeugd, Ond. & Sport", "Jeugd, Onderwijs en Sport"),
        ("Jeugd, Onderwijs e..", "Jeugd, Onderwijs en Sport"),
        ("Jeugd, Onderwijs…", "Jeugd, Onderwijs en Sport"),
        ("VTH", "Vergunningverlening, Toezicht en Handhaving"),
        (
            "VTH - Vergunningverlening, Toezicht en Handhaving",
            "Vergunningverlening, Toezicht en Handhaving",
        ),
        (
            "Vergunningverlening, Toezicht en Handhavin",
            "Vergunningverlening, Toezicht en Handhaving",
        ),
        ("Maatsch. Ondersteuning", "Maatschappelijke Ondersteuning"),
        ("Maatschappelijk ondersteuning", "Maatschappelijke Ondersteuning"),
        ("SoZa", "Sociale Zaken"),
        ("Soc. Zaken", "Sociale Zaken"),
        ("W&I", "Werk en Inkomen"),
        ("PCM", "Project- en Contractmanagement (PCM)"),
        ("Project en Contractmanagement", "Project- en Contractmanagement (PCM)"),
        ("Duurzaamhied", "Duurzaamheid"),
        ("Vastgoet", "Vastgoed"),
    ],
)
def test_certain_match(spelling: str, name: str) -> None:
    assert resolve(spelling) == name


@pytest.mark.parametrize(
    ("spelling", "candidate"),
    [
        ("Wonen", "Wonen en zorg"),
        ("Zorg en wonen", "Wonen en zorg"),
        ("Interne communicatie", "Externe communicatie"),
        ("Maatsch Ondersteuning", "Maatschappelijke Ondersteuning"),
        ("Duurzameheidt", "Duurzaamheid"),
    ],
)
def test_close_but_not_certain_is_doubtful(spelling: str, candidate: str) -> None:
    answer = resolve(spelling)
    assert isinstance(answer, Doubt)
    assert candidate in answer.candidates
    assert candidate in str(answer.message)
    assert spelling in str(answer.message)


@pytest.mark.parametrize(
    "spelling", ["Sport", "Wijkteam 3", "Burgerzaken", "Fin", "HRM", "Decentralisatie", "Groen"]
)
def test_what_resembles_nothing_is_new(spelling: str) -> None:
    assert resolve(spelling) is None


def test_initials_of_two_names_are_doubtful() -> None:
    names = ["Wonen en Zorg", "Werk en Zekerheid"]
    answer = resolve("WZ", KnownNames(departments={name: name for name in names}))
    assert isinstance(answer, Doubt)
    assert list(answer.candidates) == names
    assert all(name in str(answer.message) for name in names)


def test_full_name_of_a_known_abbreviation() -> None:
    known = KnownNames(departments={"VTH": "VTH"})
    assert resolve("Vergunningverlening, Toezicht en Handhaving", known) == "VTH"


def test_remembered_variant_wins() -> None:
    known = KnownNames(themes={"Wonen": "Wonen", "Huisvesting": "Wonen", "Zorg": "Zorg"})
    assert NameResolver(THEME, known).resolve("Huisvesting") == "Wonen"
    assert NameResolver(THEME, known).resolve("huisvesting") == "Wonen"


def test_known_names_one_slip_apart_are_each_themselves() -> None:
    known = KnownNames(departments={name: name for name in ("Parkwerken", "Parkwerkers")})
    assert resolve("Parkwerken", known) == "Parkwerken"
    assert resolve("parkwerkers", known) == "Parkwerkers"
    doubtful = resolve("Parkwerkes", known)
    assert isinstance(doubtful, Doubt)


def test_names_new_in_this_file_match_but_never_cast_doubt() -> None:
    names = {DEPARTMENT: NameMatches({"Wonen en zorg": "Wonen en zorg"}, new=("Wonen en zorg",))}
    known = KnownNames.empty().with_new(names)
    assert resolve("wonen & zorg", known) == "Wonen en zorg"
    assert resolve("Wonen", known) is None
    assert isinstance(resolve("Wonen", KnownNames(departments=known.departments)), Doubt)


def test_variants_found_in_one_sheet_are_known_to_the_next() -> None:
    names = {THEME: NameMatches({"E. en K.": "Energie en Klimaat"}, matched={})}
    known = KnownNames(themes={"Zorg": "Zorg"}).with_new(names)
    assert known.themes == {"E. en K.": "Energie en Klimaat", "Zorg": "Zorg"}
    assert known.departments == {}


@pytest.mark.parametrize("cell", ["12", "0.10", 4310.0, True, "€ 12", "a" * 201])
def test_what_is_no_name_is_refused(cell: str | float) -> None:
    assert isinstance(parse_names([cell])[0], Message)


def settle(*spellings: str) -> dict[str, str]:
    """The name that each of these spellings (in file order) gets."""
    counts: dict[str, int] = {}
    for spelling in spellings:
        counts[spelling] = counts.get(spelling, 0) + 1
    return settle_new_names(counts)


@pytest.mark.parametrize(
    ("spellings", "canonical"),
    [
        (["JOS", "JOS", "Jeugd, Onderwijs en Sport"], "Jeugd, Onderwijs en Sport"),
        (["sport", "Sport", "Sport"], "Sport"),
        (["sport", "Sport"], "Sport"),
            (["VASTGOED", "vastgoed", "Vastgoed"], "Vastgoed"),
            (["Afdeling Vastgoed", "Vastgoed"], "Vastgoed"),
        (["Jeugd & Zorg", "Jeugd en zorg", "jeugd en Zorg", "Jeugd en zorg"], "Jeugd en zorg"),
        (["Maatsch. Ond.", "Maatsch. Ond.", "Maatschappelijke Ondersteuning"],
         "Maatschappelijke Ondersteuning"),
        (["Duurzaamhied", "Duurzaamheid", "Duurzaamheid"], "Duurzaamheid"),
        (["Vastgoed", "Vastgoed (VG)", "VG"], "Vastgoed"),
        (["Algemene uitkeringen en ov..", "Algemene uitkeringen en overige uitkeringen"],
         "Algemene uitkeringen en overige uitkeringen"),
    ],
)  # fmt: skip
def test_new_spellings_of_one_name(spellings: list[str], canonical: str) -> None:
    assert set(settle(*spellings).values()) == {canonical}


@pytest.mark.parametrize(
    "spellings",
    [
        ["Wonen", "Wonen en zorg"],
        ["Interne communicatie", "Externe communicatie"],
        ["Decentralisatie", "Centralisatie"],
        ["Wijkteam 1", "Wijkteam 2"],
        ["Beheer (ICT)", "Beheer (HRM)", "Beheer"],
        ["WZ", "Wonen en Zorg", "Werk en Zekerheid"],
        ["Regio II", "Regio III"],
        ["Werk", "Werk"],
        ["Economie", "Ecologie"],
    ],
)
def test_new_names_that_only_resemble_each_other(spellings: list[str]) -> None:
    assert settle(*spellings) == {spelling: spelling for spelling in spellings}


def test_matches_list_every_other_spelling_and_the_new_names_in_order() -> None:
    counts = {"VASTGOED": 1, "Sport": 2, "zorg": 1, "Zorg": 3, "Groen": 1}
    found = match_names(counts, {"VASTGOED": "Vastgoed", "Groen": "Groen"})
    assert found.new == ("Sport", "Zorg")
    assert dict(found.matched) == {"VASTGOED": "Vastgoed", "zorg": "Zorg"}
    assert found.canonical["zorg"] == "Zorg"
    assert found.canonical["Groen"] == "Groen"


def test_many_new_names_are_only_compared_by_their_keys() -> None:
    counts = {f"Project nummer {i}": 1 for i in range(5_000)} | {"project  nummer 7.": 1}
    settled = settle_new_names(counts)
    assert settled["project  nummer 7."] == "Project nummer 7"
    assert len(set(settled.values())) == 5_000


def test_key_parts() -> None:
    key = name_key("Afd. Jeugd & Zorg (JZ)")
    assert (key.words, key.full, key.code) == (("jeugd", "zorg"), "jeugdenzorg", "jz")
    assert name_key("Wonen (sociaal)").words == ("wonen", "sociaal")
    assert name_key("Afdeling 12").words == ("afdeling", "12")
    assert name_key("EN").compact == "en"


def test_relations_of_keys() -> None:
    full, short = name_key("Beheer van de Openbare Ruimte"), name_key("BOR")
    assert stands_for(short, full)
    assert not stands_for(full, short)
    assert same_name(name_key("O&S"), name_key("o en s"))
    assert slip_of(name_key("Gezondheidd"), name_key("Gezondheid"))
    assert not slip_of(name_key("Zorgen"), name_key("Zorg"))
