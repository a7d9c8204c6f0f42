"""Families of lists that were read wrongly without a word; siblings of each with other words."""

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
from tests.data.one_sheet import read_sheet

HEADINGS = ["Datum", "Afdeling", "Thema", "Uren"]
ROWS = [
    [dt.date(2021, 1, 14), "Vastgoed", "Wonen", 2.0],
    [dt.date(2021, 2, 18), "Werk en Inkomen", "Mobiliteit", 3.5],
    [dt.date(2021, 3, 22), "Vastgoed", "Energietransitie", 1.5],
    [dt.date(2021, 4, 27), "Omgevingsbeleid", "Wonen", 4.0],
]
KNOWN = KnownNames(
    departments={x: x for x in ("Vastgoed", "Economie", "Werk en Inkomen")},
    themes={x: x for x in ("Wonen", "Mobiliteit")},
)


def read(
    rows: list[list[Any]], name: str = "Blad1", known: KnownNames | None = None
) -> SheetResult:
    return read_sheet(Sheet(name, rows), known=known or KnownNames.empty(), settings=Settings())


def listed(
    *, column: int | None = None, cell: object = "", more: tuple[str, Any] | None = None
) -> list[list[Any]]:
    """The list with one cell of its third row changed, or with a column more."""
    rows = [[*row] for row in ROWS]
    if column is not None:
        rows[2][column] = cell
    heads = HEADINGS.copy()
    if more:
        heads.append(more[0])
        for row, value in zip(rows, more[1], strict=True):
            row.append(value)
    return [heads, *rows]


SEVERAL = [
    "Vastgoed Omgevingsbeleid",
    "Vastgoed met Omgevingsbeleid",
    "Vastgoed • Omgevingsbeleid",
    "Vastgoed (en Omgevingsbeleid)",
    "Vastgoed\\Omgevingsbeleid",
    "Vastgoed of Omgevingsbeleid",
    "Omgevingsbeleid t.b.v. Vastgoed",
    "Vastgoed namens Werk en Inkomen",
]


@pytest.mark.parametrize("cell", SEVERAL)
def test_two_names_with_anything_between_are_asked_about(cell: str) -> None:
    result = read(listed(column=1, cell=cell))
    assert (result.accepted, result.rejected) == (3, 1)
    assert [q.code for q in result.questions] == ["several_names:department"]


@pytest.mark.parametrize("cell", ["Vastgoed Economie", "Economie Vastgoed", "Economie en Vastgoed"])
def test_two_known_names_are_no_new_name(cell: str) -> None:
    rows = [HEADINGS, [dt.date(2021, 1, 14), cell, "Wonen", 2]]
    assert read(rows, known=KNOWN).rejected == 1


@pytest.mark.parametrize("cell", ["Wonen in de wijk", "Werk en Inkomen Noord", "Vastgoed 2.0"])
def test_a_name_with_words_of_its_own_stays_whole(cell: str) -> None:
    assert read(listed(column=2, cell=cell)).rejected == 0


NOBODY = ["niet Vastgoed", "concernbreed", "zie opmerking", "ja", "stad", "geen afdeling"]


@pytest.mark.parametrize("cell", NOBODY)
def test_words_that_name_nobody_are_asked_about(cell: str) -> None:
    assert read(listed(column=1, cell=cell)).rejected == 1


@pytest.mark.parametrize("cell", ["J. de Vries", "P.J. Jansen", "dhr. Bakker", "mevr. A. Smit"])
def test_a_person_is_no_department(cell: str) -> None:
    result = read(listed(column=1, cell=cell))
    assert [q.code for q in result.questions] == ["persons:department"]


SECOND = [
    ("Met wie", ["Omgevingsbeleid", "", "", ""]),
    ("Samen met", ["", "Vastgoed", "", "Vastgoed"]),
    ("Nieuwe afdeling", ["Wonen en Zorg", "Wonen en Zorg", "Beheer", "Beheer"]),
    ("Raakvlak", ["Mobiliteit", "", "Wonen", ""]),
]


@pytest.mark.parametrize("more", SECOND, ids=lambda more: more[0])
def test_a_dropped_column_that_names_another_is_asked_about(more: tuple[str, list[str]]) -> None:
    result = read(listed(more=more))
    filled = sum(cell != "" for cell in more[1])
    assert (result.rejected, [q.code[:13] for q in result.questions]) == (filled, ["several_names"])


def test_a_code_beside_the_name_is_no_second_name() -> None:
    codes = ["VG", "WI", "VG", "OB"]
    assert read(listed(more=("Afdeling kort", codes))).accepted == 4


STATUSES = [
    ("Gekomen?", ["ja", "ja", "nee", "ja"]),
    ("Aanwezigheid", ["aanwezig", "aanwezig", "afwezig", "aanwezig"]),
    ("Telt mee", ["j", "j", "n", "j"]),
    ("Controle", ["ok", "dubbel", "dubbel", "ok"]),
    ("Akk. manager", ["akkoord", "akkoord", "geweigerd", "akkoord"]),
    ("Stadium", ["afgehandeld", "afgehandeld", "in behandeling", "afgehandeld"]),
    ("Toestand", ["klaar", "klaar", "on hold", "klaar"]),
    ("Opm.", ["", "", "foutieve invoer, niet meetellen", ""]),
]


@pytest.mark.parametrize("more", STATUSES, ids=lambda more: more[0])
def test_rows_of_which_a_column_says_that_they_do_not_count(more: tuple[str, list[str]]) -> None:
    assert 3 not in set(read(listed(more=more)).records["row"] - 1)


TEXTS = ["Uitgesteld naar 2022: leerkring", "leerkring - afgezegd", "leerkring; werd geannuleerd",
         "[DUBBEL] leerkring", "Leerkring (vervallen)", "CANCELLED leerkring"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_says_that_it_was_called_off(text: str) -> None:
    result = read(listed(more=("Onderwerp", ["a", "b", text, "c"])))
    assert (result.accepted, result.rejected) == (3, 1)


@pytest.mark.parametrize(
    "text", ["uitgesteld onderhoud", "dubbel grondgebruik", "verzet tegen hoogbouw"]
)
def test_a_subject_with_such_a_word_counts(text: str) -> None:
    assert read(listed(more=("Onderwerp", ["a", "b", text, "c"]))).rejected == 0


@pytest.mark.parametrize("name", ["Energietransitie (geannuleerd)", "Wonen - vervallen"])
def test_a_name_that_says_it(name: str) -> None:
    assert read(listed(column=2, cell=name)).rejected == 1


LINES = ["Geannuleerd:", "Vervallen", "Gepland", "Cancelled", "Planning rest van het jaar"]


@pytest.mark.parametrize("line", LINES)
def test_rows_below_a_line_that_speaks_of_something_else(line: str) -> None:
    rows = [HEADINGS, *ROWS[:2], [line, "", "", ""], *ROWS[2:]]
    result = read(rows)
    assert (result.accepted, [q.rows for q in result.questions]) == (2, [2])


def test_another_line_between_is_told() -> None:
    line = "Let op: hieronder nog niet bevestigd"
    result = read([HEADINGS, *ROWS[:2], [line, "", "", ""], *ROWS[2:]])
    assert line in str(next(r for r in result.remarks if r.code == "lines_between"))


@pytest.mark.parametrize("line", ["Afdeling: Wonen", "Afdeling Jeugd"])
def test_a_line_that_is_read_as_a_name_is_not_told_as_well(line: str) -> None:
    list_of = [["Afdeling Jeugd"], HEADINGS[:1] + HEADINGS[2:]]
    rows = [["1-2-2021", "Woningmarkt", 2], ["2-2-2021", "Energie", 3]]
    result = read([*list_of, *rows, [], [line], *rows])
    assert result.accepted == 4
    assert "lines_between" not in [r.code for r in result.remarks]


@pytest.mark.parametrize("line", ["2021", "maart 2021", "pagina 2 van 3"])
def test_a_line_with_a_period_or_page_is_not_told(line: str) -> None:
    result = read([HEADINGS, *ROWS[:2], [line, "", "", ""], *ROWS[2:]])
    assert "lines_between" not in [r.code for r in result.remarks]


@pytest.mark.parametrize("name", ["geannuleerd", "verwijderd", "voorbeeld", "Wachtlijst"])
def test_a_sheet_called_so_is_asked_about(name: str) -> None:
    assert read(listed(), name=name).accepted == 0


@pytest.mark.parametrize(("kind", "most"), [("department", 500), ("theme", 200)])
def test_twice_as_many_names_as_are_asked_about_leave_a_long_table_out_whole(
    kind: str, most: int
) -> None:
    day = dt.date(2021, 1, 14)

    def rows_with(n: int) -> list[list[Any]]:
        names = [f"naam {place % n}" for place in range(20_001)]
        is_department = kind == "department"
        return [[day, x, "Wonen", 1] if is_department else [day, "JOS", x, 1] for x in names]

    rows = rows_with(most + 1)
    sheet = Sheet("Blad1", [HEADINGS, *rows])
    reader = Reader(KnownNames.empty(), Settings())
    (result,) = reader.read([sheet])
    assert (result.kind, result.rejected_rows) == (None, ())
    assert result.reason
    assert (result.reason.code, result.reason.values["most"]) == ("names_beyond_reading", most)
    assert [q.code for q in result.questions] == [f"many_names:{kind}"]
    said = Corrections(answers={f"many_names:{kind}": "count"})
    (counted,) = replace(reader, corrections=said).read([sheet])
    assert counted.accepted == 20_001
    (asked,) = reader.read([Sheet("Blad1", [HEADINGS, *rows_with(most)])])
    assert (asked.reason, asked.rejected) == (None, 20_001)
