"""What single headings are taken to mean, by their words and by what stands under them."""

from __future__ import annotations

import datetime as dt

import pytest

from data.cells.cell import Cell
from data.cells.keys import heading_key
from data.recognising import find_table
from data.values.grid import Sheet
from data.values.hints import Said

DAY = dt.date(2018, 3, 4)
REQUIRED: dict[str, Cell] = {"Datum": DAY, "Afdeling": "Jeugd", "Thema": "Wonen"}
BUDGET_REQUIRED: dict[str, Cell] = {"Jaar": 2018, "Bedrag": 20762.0}


def column_of(
    heading: str, values: list[Cell], kind: str = "usage", without: str = ""
) -> str | None:
    """What `heading` means beside the required headings, one of them left out if asked."""
    beside = REQUIRED if kind == "usage" else BUDGET_REQUIRED
    beside = {name: value for name, value in beside.items() if name != without}
    rows: list[list[Cell]] = [[heading, *beside]]
    rows += [[value, *beside.values()] for value in values]
    table = find_table(Sheet("Blad1", rows))
    if table is None or table.kind != kind:
        return None
    return next(h.column for h in table.headings if h.position == 0)


KEYS = [
    ("Afdeling", "afdeling"),
    ("  AFDELING ", "afdeling"),
    ("Afde-\nling", "afdeling"),
    ("Afde- ling", "afdeling"),
    ("Aantal\nuren", "aantal uren"),
    ("Aantal\u00a0uren", "aantal uren"),
    ("Thema's", "themas"),
    ("Thema(\u2019s)", "themas"),
    ("Verplichting(en)", "verplichtingen"),
    ("Org.onderdeel", "org onderdeel"),
    ("Bedrag (x € 1.000)", "bedrag"),
    ("Bedrag in €", "bedrag"),
    ("Bedrag (EUR)", "bedrag"),
    ("Bedrag in euro's", "bedrag"),
    ("Kosten (excl. btw)", "kosten"),
    ("€", "eur"),
    ("Datum (dd-mm-jjjj)", "datum"),
    ("Datum (verplicht)", "datum"),
    ("Verplicht", "verplicht"),
    ("aantal_uren", "aantal uren"),
    ("AantalUren", "aantal uren"),
    ("#deelnemers", "aantal deelnemers"),
    ("40%/60%", "40 60"),
    ("Thema Platform 31", "thema platform31"),
    ("1. Datum", "datum"),
    ("Coördinator", "coordinator"),
    ("Jeugd & Sport", "jeugd en sport"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_key_of_a_heading(text: str, key: str) -> None:
    assert heading_key(text) == key


MISSING_ONES = [
    # heading, values under it, the required column it replaces, what it is
    ("Dat.", [DAY], "Datum", "date"),
    ("Datum gebruik", [DAY], "Datum", "date"),
    ("Datum van het advies", [DAY], "Datum", "date"),
    ("Datum inzet", [DAY], "Datum", "date"),
    ("Wanneer", ["3 mrt 2019"], "Datum", "date"),
    ("Boekdatum", [DAY], "Datum", "date"),
    ("Gebruiks-\ndatum", [DAY], "Datum", "date"),
    ("Datm", [DAY], "Datum", "date"),
    ("Invoerdatum", [DAY], "Datum", "date"),
    ("Datum ingevoerd", [DAY], "Datum", "date"),
    ("Date", [DAY], "Datum", "date"),
    ("Date of use", [DAY], "Datum", "date"),
    ("Day", [DAY], "Datum", "date"),
    ("Periode", ["mrt-19"], "Datum", "date"),
    ("Kwartaal", ["2019 Q2"], "Datum", "date"),
    ("Maand", [dt.datetime(2019, 3, 1)], "Datum", "date"),
    ("Datum / Date", [DAY], "Datum", "date"),
    ("Jaar", [2019], "Datum", "year"),
    ("Jr.", [2019], "Datum", "year"),
    ("Boekjaar", ["2019"], "Datum", "year"),
    ("Kalenderjaar", [2019], "Datum", "year"),
    ("Year", [2019], "Datum", "year"),
    ("Periode", [2019], "Datum", "year"),
    ("Afd.", ["Jeugd"], "Afdeling", "department"),
    ("AFD", ["Jeugd"], "Afdeling", "department"),
    ("Afdeling (aanvrager)", ["Jeugd"], "Afdeling", "department"),
    ("Aanvrager (afdeling)", ["Jeugd"], "Afdeling", "department"),
    ("Aanvragende afdeling", ["Jeugd"], "Afdeling", "department"),
    ("Vakafdeling", ["Jeugd"], "Afdeling", "department"),
    ("Naam afdeling", ["Jeugd"], "Afdeling", "department"),
    ("Afdeeling", ["Jeugd"], "Afdeling", "department"),
    ("Afdelng", ["Jeugd"], "Afdeling", "department"),
    ("Organisatieonderdeel", ["Jeugd"], "Afdeling", "department"),
    ("Organisatie-\nonderdeel", ["Jeugd"], "Afdeling", "department"),
    ("Org. eenheid", ["Jeugd"], "Afdeling", "department"),
    ("Eenheid", ["Jeugd"], "Afdeling", "department"),
    ("Dienst", ["Jeugd"], "Afdeling", "department"),
    ("Team", ["Jeugd"], "Afdeling", "department"),
    ("Sector", ["Jeugd"], "Afdeling", "department"),
    ("Dept.", ["Jeugd"], "Afdeling", "department"),
    ("Requesting department", ["Jeugd"], "Afdeling", "department"),
    ("Thema P31", ["Wonen"], "Thema", "theme"),
    ("Thema Platform31", ["Wonen"], "Thema", "theme"),
    ("Platform31-thema", ["Wonen"], "Thema", "theme"),
    ("Thema's", ["Wonen"], "Thema", "theme"),
    ("Beleidsveld", ["Wonen"], "Thema", "theme"),
    ("Onderwerp", ["Wonen"], "Thema", "theme"),
    ("Thema/onderwerp", ["Wonen"], "Thema", "theme"),
    ("Tema", ["Wonen"], "Thema", "theme"),
    ("Theme", ["Wonen"], "Thema", "theme"),
    ("Topic", ["Wonen"], "Thema", "theme"),
    # What the question of a form asks for.
    ("Bij welke afdeling werk je?", ["Jeugd"], "Afdeling", "department"),
    ("Wat is jouw afdeling?", ["Jeugd"], "Afdeling", "department"),
    ("Which department do you work for?", ["Jeugd"], "Afdeling", "department"),
    ("Over welk thema ging je vraag?", ["Wonen"], "Thema", "theme"),
    ("Op welke datum was dat?", [DAY], "Datum", "date"),
    ("Wanneer was het?", [DAY], "Datum", "date"),
    ("When did you use it?", [DAY], "Datum", "date"),
    ("Start time", [dt.datetime(2019, 3, 1, 9, 12)], "Datum", "date"),
]


@pytest.mark.parametrize(("heading", "values", "without", "column"), MISSING_ONES)
def test_heading_of_a_required_column(
    heading: str, values: list[Cell], without: str, column: str
) -> None:
    assert column_of(heading, values, without=without) == column


OPTIONAL_ONES = [
    ("Vorm", ["advies"], "form"),
    ("Vorm van ondersteuning", ["iets nieuws"], "form"),
    ("Soort", ["leerkring"], "form"),
    ("Type", ["Advies", "Onderzoek"], "form"),
    ("Dienst", ["advies"], "form"),
    ("Activiteitsoort", ["advies"], "form"),
    ("Soort vraag", ["advies"], "form"),
    ("Kind of support", ["advice"], "form"),
    ("Kanaal", ["direct"], "channel"),
    ("Via", ["G40-themagroep", "rechtstreeks"], "channel"),
    ("Contact via", ["direct"], "channel"),
    ("Channel", ["network"], "channel"),
    ("40/60", [40, 60], "share"),
    ("40-60", ["40%"], "share"),
    ("Deel", ["algemeen", "maatwerk"], "share"),
    ("Algemeen/maatwerk", ["maatwerk"], "share"),
    ("Aandeel", [0.4, 0.6], "share"),
    ("Onderwerp", ["Wonen boven winkels"], "subject"),
    ("Korte omschrijving", ["Wonen boven winkels"], "subject"),
    ("Vraag", ["Hoe dan"], "subject"),
    ("Description", ["x"], "subject"),
    ("Uren", [3.0], "hours"),
    ("Aantal uren P31", [3.0], "hours"),
    ("Inzet (uren)", ["7,5"], "hours"),
    ("Ureninzet", [3.0], "hours"),
    ("Bestede\nuren", [3.0], "hours"),
    ("Tijd", ["7:30"], "hours"),
    ("Dagen", [2], "hours"),
    ("Inzet in dagen", ["2 dgn"], "hours"),
    ("Hours", [3], "hours"),
    ("Time spent", [3], "hours"),
    ("Aantal (uren)", [3], "hours"),
    ("Deelnemers", [12, 3], "participants"),
    ("Deeln.", [12], "participants"),
    ("Deelnemrs", [12], "participants"),
    ("# deelnemers", [12], "participants"),
    ("Aantal pers.", [12], "participants"),
    ("No. of participants", [12], "participants"),
    ("Bedrag €", [12.5], "amount"),
    ("Kosten excl. btw", [12.5], "amount"),
    ("Bedrag (x € 1.000)", [12.5], "amount"),
    ("Cost", [12.5], "amount"),
    ("Maand", [3], "month"),
    ("Kwartaal", ["Q1"], "quarter"),
    ("Hoeveel uur heeft Platform31 besteed?", [3], "hours"),
    ("How many hours did it take?", [3], "hours"),
    ("Hoeveel deelnemers waren er?", [12], "participants"),
    ("Welke vorm van ondersteuning was het?", ["advies"], "form"),
]


@pytest.mark.parametrize(("heading", "values", "column"), OPTIONAL_ONES)
def test_heading_of_an_optional_column(heading: str, values: list[Cell], column: str) -> None:
    assert column_of(heading, values) == column


FALSE_FRIENDS = [
    ("Opmerking afdeling", ["wil meer"]),
    ("Opmerking intern", ["wil meer"]),
    ("Datum ingevoerd", [DAY]),
    ("Invoerdatum", [DAY]),
    ("Wijzigingsdatum", [DAY]),
    ("Einddatum", [DAY]),
    ("Geboortedatum", [DAY]),
    ("Thema-eigenaar", ["Jan"]),
    ("Subthema", ["Huren"]),
    ("Contactpersoon", ["Jan"]),
    ("Contactpersoon afdeling", ["Jan"]),
    ("E-mail", ["jan@example.nl"]),
    ("Naam medewerker", ["Jan"]),
    ("Naam", ["Jan"]),
    ("Namen deelnemers", ["Jan, Piet", "Piet"]),
    ("Deelnemers", ["Jan, Piet", "Piet en Klaas"]),
    ("Aantal", [3]),
    ("Nr.", [1]),
    ("Uurtarief", [95.0]),
    ("Kosten per uur", [95.0]),
    ("Geplande uren", [4.0]),
    ("Begrote uren", [4.0]),
    ("Btw-bedrag", [21.0]),
    ("Domein", ["sociaal"]),
    ("Status", ["gereed"]),
    ("Doel", ["leren"]),
    ("Sport", ["ja"]),
    ("Via", ["Jan Jansen"]),
    ("Soort", ["intern", "extern"]),
    ("Deel", [1, 2, 3]),
    ("Tijd", ["13:00 - 15:00"]),
    ("Afdelingshoofd", ["Jan"]),
    ("Afbeelding", ["x.png"]),
    ("Wat vond u van de afdeling?", ["goed"]),
    ("Hoeveel uur verwacht u nodig te hebben?", [4]),
    ("Hoeveel uur per week werkt u?", [36]),
    ("Welke afdeling of welk thema?", ["Jeugd"]),
    ("Hoeveel deelnemers zou u willen?", [12]),
]


@pytest.mark.parametrize(("heading", "values"), FALSE_FRIENDS)
def test_false_friends_are_left_out(heading: str, values: list[Cell]) -> None:
    assert column_of(heading, values) is None


BUDGET_ONES = [
    ("Omschrijving", ["Contributie"], "description"),
    ("Omschrijving: Kopregel", ["Contributie"], "description"),
    ("Budgetpost", ["Contributie"], "description"),
    ("Soort", ["begroting", "realisatie"], "kind"),
    ("Soort bedrag", ["begroot"], "kind"),
    ("Begroting na wijziging", [20963], "budget"),
    ("Raming", [20963], "budget"),
    ("Begroot", [20963], "budget"),
    ("Begroting 2018", [20963], "budget"),
    ("Realisatie", [20963], "actual"),
    ("Werkelijk", [20963], "actual"),
    ("Realisatie t/m september", [20963], "actual"),
    ("Verplichting(en)", [20963], "commitment"),
    ("Verplicht", [20963], "commitment"),
    ("Grootboekrekening", ["4311"], "account"),
    ("Grootboeknr.", [4311], "account"),
    ("Account", ["4311"], "account"),
    ("Boekdatum", [DAY], "date"),
    ("Afdeling", ["Wonen"], "department"),
    ("Budgethouder (afdeling)", ["Wonen"], "department"),
    ("Thema", ["Wonen"], "theme"),
    ("Soort", ["Inkoop", "Memoriaal"], None),
    ("Budgethouder", ["Jan"], None),
    ("Rekeningnummer", ["NL91ABNA0417164300"], None),
    ("Saldo", [3.0], None),
    ("Restant budget", [3.0], None),
    ("Nog te besteden", [3.0], None),
    ("% Best.", [3.0], None),
    ("Begrotingswijzigingen", [3.0], None),
    ("Btw-bedrag", [3.0], None),
    ("Periode", [3], None),
]


@pytest.mark.parametrize(("heading", "values", "column"), BUDGET_ONES)
def test_heading_of_a_budget(heading: str, values: list[Cell], column: str | None) -> None:
    assert column_of(heading, values, kind="budget") == column


def columns(*headings: str, values: list[Cell] | None = None) -> dict[str, str] | None:
    rows: list[list[Cell]] = [list(headings)]
    if values:
        rows.append(values)
    table = find_table(Sheet("Blad1", rows))
    return table.columns if table else None


def test_a_column_goes_to_the_best_heading_only() -> None:
    found = columns("Team", "Afdeling", "Datum", "Invoerdatum", "Subthema", "Thema")
    assert found == {"Afdeling": "department", "Datum": "date", "Thema": "theme"}


def test_the_most_current_budget_wins() -> None:
    found = columns("Jaar", "Begroting primitief", "Begroting na wijziging", "Realisatie")
    assert found == {
        "Jaar": "year",
        "Begroting na wijziging": "budget",
        "Realisatie": "actual",
    }


def test_a_subject_stays_subject_beside_a_theme() -> None:
    found = columns("Datum", "Afdeling", "Onderwerp", "Thema", "Omschrijving")
    assert found is not None
    assert (found["Onderwerp"], found["Thema"]) == ("subject", "theme")
    assert "Omschrijving" not in found


def test_spent_hours_beat_planned_hours() -> None:
    found = columns("Datum", "Afdeling", "Thema", "Uren gepland", "Uren besteed")
    assert found is not None
    assert found["Uren besteed"] == "hours"
    assert "Uren gepland" not in found


def test_period_beside_a_year_is_a_month() -> None:
    found = columns("Jaar", "Periode", "Afdeling", "Thema", values=[2018, 3, "Jeugd", "Wonen"])
    assert found is not None
    assert found["Periode"] == "month"


def test_what_was_remembered_comes_first() -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Wie", "Thema", "Uren"],
        [DAY, "Jeugd", "Wonen", 3.0],
    ]
    remembered = {("usage", "wie"): "department", ("usage", "uren"): "", ("budget", "datum"): ""}
    table = find_table(Sheet("Blad1", rows), Said(remembered=remembered))
    assert table is not None
    assert [(h.text, h.column, h.how) for h in table.headings] == [
        ("Datum", "date", "known"),
        ("Wie", "department", "remembered"),
        ("Thema", "theme", "known"),
        ("Uren", None, "remembered"),
    ]


def test_a_column_that_a_person_leaves_out_says_so() -> None:
    rows: list[list[Cell]] = [["Datum", "Afdeling", "Thema", "Uren"], [DAY, "Jeugd", "Wonen", 3.0]]
    table = find_table(Sheet("Blad1", rows), Said(columns={3: ""}))
    assert table is not None
    assert (table.headings[3].column, table.headings[3].how) == (None, "chosen")


def test_a_table_stays_where_it_is_when_a_person_takes_a_needed_column_away() -> None:
    rows: list[list[Cell]] = [["Gebruik"], ["Datum", "Afdeling", "Thema"], [DAY, "Jeugd", "Wonen"]]
    table = find_table(Sheet("Blad1", rows), Said(columns={2: ""}))
    assert table is not None
    assert (table.kind, table.header_row) == ("usage", 2)
    assert table.columns == {"Datum": "date", "Afdeling": "department"}


def test_how_a_heading_was_recognised() -> None:
    rows: list[list[Cell]] = [
        ["Datum", "Afdeeling", "Thema", "Kleur", ""],
        [DAY, "Jeugd", "Wonen", "rood", "zonder kop"],
    ]
    table = find_table(Sheet("Blad1", rows))
    assert table is not None
    assert [(h.text, h.how) for h in table.headings] == [
        ("Datum", "known"),
        ("Afdeeling", "similar"),
        ("Thema", "known"),
        ("Kleur", "ignored"),
        ("", "ignored"),
    ]
    assert table.ignored_columns == ["Kleur"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ([dt.time(9, 0), dt.time(10, 30), dt.time(13, 0)], None),
        ([1.5, 2.0, 3.0], "hours"),
    ],
)
def test_what_a_measure_meant_before_is_judged_by_its_values(
    cells: list[Cell], column: str | None
) -> None:
    rows: list[list[Cell]] = [["Datum", "Tijd", "Afdeling", "Thema"]]
    rows += [[DAY, cell, "Jeugd", "Wonen"] for cell in cells]
    remembered = {("usage", "tijd"): "hours"}
    table = find_table(Sheet("Blad1", rows), Said(remembered=remembered))
    assert table is not None
    assert table.headings[1].column == column
