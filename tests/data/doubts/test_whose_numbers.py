"""Numbers that add up others, of somebody else, in another unit; lists of another city."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from data.cleaning.name_matching import KnownNames
from data.intake.read_tables import Reader
from data.settings import Settings
from data.values.corrections import Corrections
from data.values.grid import Sheet
from data.values.results import SheetResult

HEADINGS = ["Datum", "Afdeling", "Thema"]
NAMES = [("Vastgoed", "Wonen"), ("Economie", "Binnenstad"), ("Vastgoed", "Zorg")]


def read(
    *rows: list[Any], file: str = "lijst.xlsx", sheet: str = "Blad1", own: str = "", **answers: str
) -> SheetResult:
    (result,) = read_all({sheet: [*rows]}, file=file, own=own, **answers)
    return result


def read_all(
    sheets: dict[str, list[list[Any]]], *, file: str = "lijst.xlsx", own: str = "", **answers: str
) -> tuple[SheetResult, ...]:
    said = Corrections(answers={k.replace("__", ":"): v for k, v in answers.items()})
    settings = replace(Settings(), municipality=own)
    reader = Reader(KnownNames.empty(), settings, corrections=said, file_name=file)
    return reader.read([Sheet(name, rows) for name, rows in sheets.items()])


def listed(heading: str, *cells: object) -> list[list[Any]]:
    rows = [[dt.date(2023, 1 + row, 16), *NAMES[row % 3], cell] for row, cell in enumerate(cells)]
    return [[*HEADINGS, heading], *rows]


def asked(result: SheetResult) -> list[str]:
    return [question.code for question in result.questions]


def told(result: SheetResult) -> list[str]:
    return [message.code for message in result.remarks]


RUNNING = [(4.0, 6.5, 12.5, 15.5, 17.0), ("2", "3,5", "3,5", "7", "9", "12,5"), (1, 4, 6, 11)]


@pytest.mark.parametrize("cells", RUNNING)
@pytest.mark.parametrize(
    ("heading", "column"), [("Uren", "hours"), ("Totaal uren", "hours"), ("Deelnemers", None)]
)
def test_numbers_that_run_on_are_asked_about(
    cells: tuple[object, ...], heading: str, column: str | None
) -> None:
    if column is None and not all(isinstance(cell, int) for cell in cells):
        return
    column = column or "participants"
    rows, code = listed(heading, *cells), f"running_total:{column}"
    assert (read(*rows).accepted, asked(read(*rows))) == (0, [code])
    last = float(str(cells[-1]).replace(",", "."))
    answer = code.replace(":", "__")
    assert read(*rows, **{answer: "add_up"}).sums[column] == last
    each = sum(float(str(cell).replace(",", ".")) for cell in cells)
    assert read(*rows, **{answer: "each_its_own"}).sums[column] == each


def test_a_balance_that_runs_down_is_asked_about() -> None:
    rows = listed("Uren", 96, 93.5, 87.5, 84.5, 83)
    assert asked(read(*rows)) == ["running_total:hours"]
    assert read(*rows, running_total__hours="add_up").sums["hours"] == 13


OF_THEIR_OWN = [(1, 2, 3, 4), (4, 2.5, 6, 3, 1.5), (2, 2, 2, 2), (3, 3.5, 4, 4.5), (1, 4, 6)]


@pytest.mark.parametrize("cells", OF_THEIR_OWN)
def test_numbers_of_their_own_are_not(cells: tuple[float, ...]) -> None:
    result = read(*listed("Uren", *cells))
    assert (result.sums["hours"], asked(result)) == (sum(cells), [])


def test_a_list_sorted_by_its_hours_is_not_asked_about() -> None:
    head, *rows = listed("Uren", 1, 4, 6, 11, 12.5)
    for row, month in zip(rows, (5, 1, 9, 3, 7), strict=True):
        row[0] = dt.date(2023, month, 16)
    assert read(head, *rows).sums["hours"] == 34.5


MONTHS = [["Jaar", "Maand", "Omschrijving", "Realisatie"]]
MONTHS += [[2023, month, "Bijdrage Platform31", n] for month, n in enumerate((10, 25, 31, 48), 1)]


def test_a_budget_that_adds_up_its_months_is_asked_about() -> None:
    assert (read(*MONTHS).accepted, asked(read(*MONTHS))) == (0, ["running_total:actual"])
    assert read(*MONTHS, running_total__actual="add_up").sums["actual"] == 48


def test_a_budget_that_rises_every_year_is_not() -> None:
    rows = [["Jaar", "Omschrijving", "Begroot"]]
    rows += [[2019 + n, "Bijdrage Platform31", x] for n, x in enumerate((20, 45, 60, 99))]
    assert (read(*rows).sums["budget"], asked(read(*rows))) == (224, [])


NOT_SPENT = [
    "Gevraagde uren", "Toegezegde uren", "Uren gereserveerd", "Benodigde uren", "Uren (schatting)",
    "Bespaarde uren", "Uren (begroot)", "Uren (lopend totaal)", "Uren/week", "Uren collega's",
    "Onze uren", "Uren gemeente", "Uren deelnemers", "Uren intern", "Hours per person",
]  # fmt: skip


@pytest.mark.parametrize("heading", NOT_SPENT)
def test_hours_that_platform31_did_not_spend_are_left(heading: str) -> None:
    result = read(*listed(heading, 4, 2, 3, 5))
    assert (result.accepted, result.sums["hours"]) == (4, 0)
    assert told(result) == ["column_of_measures_unread"]


@pytest.mark.parametrize(
    "heading",
    ["Bestede uren", "Uren (werkelijk)", "Uren Platform31 voor gemeente", "Gefactureerde uren",
     "Aantal uren advies", "Uren inzet P31", "Uren (x)"],
)  # fmt: skip
def test_hours_that_platform31_spent_are_read(heading: str) -> None:
    assert read(*listed(heading, 4, 2, 3, 5)).sums["hours"] == 14


@pytest.mark.parametrize("heading", ["Kosten (offerte)", "Kosten (schatting)", "Bedrag (gevraagd)"])
def test_an_amount_that_was_not_spent_is_left(heading: str) -> None:
    result = read(*listed(heading, 1500, 250, 80))
    assert (result.sums["amount"], told(result)) == (0, ["column_of_measures_unread"])


@pytest.mark.parametrize("heading", ["Kosten (excl. btw)", "Bedrag (€)", "Kosten (2023)"])
def test_an_amount_with_a_word_that_leaves_it_one_is_read(heading: str) -> None:
    assert read(*listed(heading, 1500, 250, 80)).sums["amount"] == 1830


def test_years_are_no_participants() -> None:
    assert read(*listed("Aantal deelnemers", 2023, 2023, 2023)).sums["participants"] == 0


UNITS = [
    ("Eenheid", "x 1.000 euro"), ("Eenheid", "k€"), ("Maat", "duizend euro"), ("Unit", "dzd"),
    ("Schaal", "1 000 euro"), ("Valuta/eenheid", "x € 1.000"), ("Opm.", "x 1.000"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "unit"), UNITS)
def test_a_column_that_says_that_amounts_are_in_thousands(heading: str, unit: str) -> None:
    rows = [
        ["Jaar", "Omschrijving", "Begroot", heading],
        [2023, "Bijdrage Platform31", 20.762, unit],
        [2024, "Bijdrage Platform31", "21,5", unit],
    ]
    result = read(*rows)
    assert list(result.records["amount"]) == [20_762, 21_500]
    assert "unit_beside" in told(result)


def test_amounts_in_several_units_and_numbers_of_something_else() -> None:
    rows = [
        ["Jaar", "Post", "Raming", "Eenheid"],
        [2023, "Bijdrage Platform31", 20_762, "€"],
        [2023, "Projecten", 12, "k€"],
        [2023, "Inzet", 40, "uur"],
        [2023, "Leerkring", 3, "stuks"],
    ]
    result = read(*rows)
    assert (list(result.records["amount"]), result.rejected) == ([20_762, 12_000], 2)
    assert {fault.message.code for fault in result.faults} == {"other_currency"}


def test_a_unit_that_the_heading_says_too_counts_once() -> None:
    rows = [
        ["Jaar", "Omschrijving", "Begroot (x € 1.000)", "Eenheid"],
        [2023, "Bijdrage Platform31", 20.762, "x € 1.000"],
    ]
    assert list(read(*rows).records["amount"]) == [20_762]


def test_costs_of_use_in_thousands_beside_hours() -> None:
    rows = [
        [*HEADINGS, "Uren", "Kosten", "Eenheid"],
        [dt.date(2023, 1, 16), "Vastgoed", "Wonen", 4, 1.2, "x 1000 euro"],
        [dt.date(2023, 2, 16), "Economie", "Zorg", 2, 0.5, "x 1000 euro"],
    ]
    sums = read(*rows).sums
    assert (sums["hours"], sums["amount"]) == (6, 1700)


USE = listed("Uren", 4, 2, 3)
ELSEWHERE: dict[str, tuple[list[list[Any]], dict[str, str]]] = {
    "title": ([["Gebruik Platform31 gemeente Zaanstad 2023"], [], *USE], {}),
    "sheet": (USE, {"sheet": "Zaanstad"}),
    "file": (USE, {"file": "gebruik_platform31_zaanstad.xlsx"}),
    "column": ([[*USE[0], "Gemeente"], *([*row, "Zaanstad"] for row in USE[1:])], {}),
    "with a name of two words": ([["Gebruik Platform31 Den Haag"], [], *USE], {}),
}


@pytest.mark.parametrize(("rows", "names"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_list_of_another_city_is_asked_about(
    rows: list[list[Any]], names: dict[str, str]
) -> None:
    result = read(*rows, own="Haarlem", **names)
    assert (result.accepted, [code[:18] for code in asked(result)]) == (0, ["other_municipality"])
    assert read(*rows, own="GM0392", **names).accepted == 0
    unknown = read(*rows, **names)
    assert (unknown.accepted, told(unknown)) == (3, ["names_municipality"])


@pytest.mark.parametrize("own", ["Zaanstad", "GM0479", "Gemeente Zaanstad"])
@pytest.mark.parametrize(("rows", "names"), [*ELSEWHERE.values()][:4], ids=[*ELSEWHERE][:4])
def test_a_list_of_our_own_city_is_not(
    rows: list[list[Any]], names: dict[str, str], own: str
) -> None:
    result = read(*rows, own=own, **names)
    assert (result.accepted, asked(result), told(result)) == (3, [], [])


def test_a_sheet_per_city_is_asked_about() -> None:
    other = [USE[0], *([row[0], row[1], "Bodem", 9] for row in USE[1:])]
    sheets = {"Haarlem": USE, "Zaanstad": other}
    assert [r.accepted for r in read_all(sheets)] == [0, 0]
    assert [r.accepted for r in read_all(sheets, own="Haarlem")] == [3, 0]


def test_rows_below_the_name_of_another_city_are_asked_about() -> None:
    rows = [USE[0], *USE[1:3], ["Zaanstad", "", "", ""], USE[3]]
    assert read(*rows).accepted == 2
    assert read(*rows, own="Zaanstad").accepted == 3


@pytest.mark.parametrize("title", ["Wij leiden de stad", "assen van mobiliteit 2023"])
def test_a_word_that_a_city_is_called_too_is_no_city(title: str) -> None:
    assert told(read([title], [], *USE, own="Haarlem")) == []


FOUR = ["Datum", "Afdeling"]
REGISTERS = {
    "leave": (["Categorie", "Uren"], ["Ziek", "Vakantie"], "lijst"),
    "courses": (["Thema", "Opleiding"], ["Vaardigheden", "Excel"], "lijst"),
    "council": (["Thema", "Titel"], ["Wonen", "Zorg"], "raadsvragen"),
    "requests": (["Onderwerp", "Uren"], ["Woo-verzoek 1", "Woo-verzoek 2"], "lijst"),
    "rooms": (["Onderwerp", "Zaal"], ["Overleg", "Lunch"], "lijst"),
    "press": (["Onderwerp", "Uren"], ["Persbericht 1", "Persbericht 2"], "pers"),
    "nothing that says what": (["Categorie", "Uren"], ["Overleg", "Reizen"], "x"),
}


@pytest.mark.parametrize(("headings", "cells", "file"), REGISTERS.values(), ids=REGISTERS)
def test_a_register_of_something_else_is_asked_about(
    headings: list[str], cells: list[str], file: str
) -> None:
    headings = [*FOUR, *headings]
    rows = [[dt.date(2023, 1, n), "Vastgoed", cells[n % 2], 5 / n] for n in (2, 5, 4, 1)]
    result = read(headings, *rows, file=f"{file}.xlsx")
    assert (result.accepted, asked(result)) == (0, ["is_it_use"])
    ours = read(["Platform31"], [], headings, *rows, file=f"{file}.xlsx")
    assert "is_it_use" not in asked(ours)


@pytest.mark.parametrize("heading", ["Categorie", "Onderwerp", "Programma"])
@pytest.mark.parametrize("file", ["adviezen 2023.xlsx", "lijst p31.xlsx"])
def test_a_guessed_theme_in_a_list_of_advice_is_read(heading: str, file: str) -> None:
    rows = [[dt.date(2023, 1, n), "Vastgoed", ("Wonen", "Zorg")[n % 2], n] for n in (3, 8, 5, 7)]
    result = read(["Datum", "Afdeling", heading, "Uren"], *rows, file=file)
    assert (result.accepted, asked(result)) == (4, [])


LEGENDS = [
    "rood = niet doorgegaan",
    "Geel gearceerd: nog niet bevestigd",
    "Grijze regels zijn vervallen",
    "Red rows are cancelled",
]


@pytest.mark.parametrize("text", LEGENDS)
@pytest.mark.parametrize("above", [True, False])
def test_a_colour_that_says_what_was_not_held_is_asked_about(text: str, *, above: bool) -> None:
    rows = [[text], [], *USE] if above else [*USE, [], [text]]
    assert (read(*rows).accepted, asked(read(*rows))[0]) == (0, "legend")
    assert read(*rows, legend="count", is_it_use="count").accepted >= 3


def test_another_legend_is_told() -> None:
    result = read(*USE, [], ["groen = sociaal domein"])
    assert (result.accepted, told(result)) == (3, ["legend_told"])


@pytest.mark.parametrize(
    "text", ["Groen in de wijk", "Thema: groene stad", "Nog niet alle groene zijn er"]
)
def test_a_text_that_only_names_a_colour_is_none(text: str) -> None:
    assert not {"legend", "legend_told"} & {*told(read(*USE, [], [text])), *asked(read(*USE))}


@pytest.mark.parametrize("name", ["test", "Voorbeeld", "dummy", "Testrij"])
def test_a_row_to_try_is_asked_about(name: str) -> None:
    rows = [*USE, [dt.date(2023, 5, 16), name, name, 9]]
    assert (read(*rows).accepted, asked(read(*rows))) == (3, [f"no_name:{name.lower()}"])


@pytest.mark.parametrize("name", ["Transport", "Beginsaldo"])
def test_a_line_that_carries_a_sum_is_asked_about(name: str) -> None:
    assert read(*USE, [dt.date(2023, 5, 16), name, name, 9]).sums["hours"] == 9


def test_forms_where_themes_belong_are_asked_about() -> None:
    rows = [[*row] for row in USE]
    for row, form in zip(rows[1:], ("advies", "leerkring", "advies"), strict=True):
        row[2] = form
    assert read(*rows).accepted == 0
    rows[3][2] = "Wonen"
    assert read(*rows).accepted == 3


def with_column(heading: str, *cells: object) -> list[list[Any]]:
    return [[*USE[0], heading], *([*row, x] for row, x in zip(USE[1:], cells, strict=True))]


DETAILS = [
    ("Reden annulering", "ziekte spreker"), ("Annuleringsreden", "ziek"),
    ("Datum annulering", dt.date(2023, 3, 1)), ("Afgezegd op", "01-03-2023"),
    ("Reden afwijzing", "geen budget"), ("Vervangen door", "nr 14"),
    ("Cancellation reason", "ill"), ("Notitie", "dubbel met rij 2"),
    ("Notitie", "was VNG, niet Platform31"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "cell"), DETAILS)
def test_a_row_that_tells_why_it_was_called_off_is_asked_about(heading: str, cell: object) -> None:
    result = read(*with_column(heading, "", cell, ""))
    assert (result.accepted, [code[:10] for code in asked(result)]) == (2, ["called_off"])


MAY_CHANGE = [
    ("✓", ("✓", "✗", "✓")), ("Ja/nee", ("+", "-", "+")), ("Factor", (1, 2, 1)),
    ("Aantal keer", (1, 3, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "cells"), MAY_CHANGE)
def test_a_column_that_may_change_what_a_row_counts_for_is_told(
    heading: str, cells: tuple[object, ...]
) -> None:
    assert heading in str([m.values for m in read(*with_column(heading, *cells)).remarks])


def test_an_amount_of_an_offer_is_not_spent() -> None:
    day = dt.date(2023, 1, 1)
    result = read(["Datum", "Omschrijving", "Bedrag offerte"], [day, "Platform31", 500])
    assert result.accepted == 0
