from __future__ import annotations

from collections.abc import Sequence

import pytest

from ui.reading_in.pasted_list import PastedList, find_list

ROWS = [
    ("Datum", "Afdeling", "Thema", "Uren"),
    ("12-03-2023", "Mobiliteit", "Deelvervoer", "4"),
    ("03-05-2023", "Wonen en Zorg", "Woningmarkt", "7,5"),
]
GREETING = ["Hoi Noor,", "", "Hierbij onze lijst van vorig jaar:", ""]
SIGNATURE = ["", "Met vriendelijke groet,", "Petra Jansen", "Gemeente Zwolle, T 038 498 00 00"]
LEFT_OUT = (GREETING[0], GREETING[2], *SIGNATURE[1:])


def in_columns(row: tuple[str, ...]) -> str:
    return "".join(cell.ljust(18) for cell in row)


@pytest.mark.parametrize("quote", ["", "> ", ">> ", "> > "])
@pytest.mark.parametrize("separator", ["\t", ";", "|", None])
def test_a_list_is_found_in_its_mail(separator: str | None, quote: str) -> None:
    rows = [separator.join(row) if separator else in_columns(row) for row in ROWS]
    mail = "\r\n".join(quote + line for line in (*GREETING, *rows, *SIGNATURE))
    parted = separator or "\t"
    assert find_list(mail) == PastedList(
        "\n".join([f"sep={parted}", *(parted.join(row) for row in ROWS)]), LEFT_OUT
    )


def test_a_title_above_the_list_stays_and_what_follows_a_signature_mark_does_not() -> None:
    rows = list(map(in_columns, ROWS))
    found = find_list("\n".join(["Afdeling: Mobiliteit", *rows, "--", "Petra   Zwolle   038 498"]))
    assert found.text.splitlines()[:2] == ["sep=\t", "Afdeling: Mobiliteit"]
    assert found.left_out == ("Petra   Zwolle   038 498",)


@pytest.mark.parametrize("text", ["Datum,Afdeling,Thema\n1-2-2023,A,B", "zomaar  een zin", "a\tb"])
def test_another_text_stays_as_it_is(text: str) -> None:
    assert find_list(text) == PastedList(text)


def test_empty_cells_at_the_end_of_a_row_are_cells() -> None:
    assert find_list("Datum\tAfdeling\tThema\n1-2-2023\tA\t").text.endswith("1-2-2023\tA\t")


def test_a_path_within_a_line_stays() -> None:
    text = "Datum\tAfdeling\tThema\n1-2-2023\tSociaal > Werk\tB\n2-2-2023\tSociaal > Zorg\tB"
    assert find_list(text).text.endswith(text.partition("\n")[2])


def in_tabs(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(["sep=\t", *("\t".join(row) for row in rows)])


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_cell_per_line_is_laid_out_in_rows(between: str) -> None:
    cells = between.join(cell for row in ROWS for cell in row)
    mail = "\n".join([*GREETING, cells, *SIGNATURE])
    assert find_list(mail) == PastedList(in_tabs(ROWS), LEFT_OUT)


def test_the_day_need_not_be_the_first_cell() -> None:
    rows = [(row[1], row[0], *row[2:]) for row in ROWS]
    cells = [cell for row in rows for cell in row]
    assert find_list("\n".join(["Hoi,", *cells, "Groet"])).text == in_tabs(rows)


def test_cells_that_do_not_come_out_even_stay_as_they_are() -> None:
    text = "\n".join([*ROWS[0], *ROWS[1][:3], *ROWS[2]])
    assert find_list(text) == PastedList(text)


def test_a_field_per_line_is_laid_out_in_rows() -> None:
    blocks = ["\n".join(map(": ".join, zip(ROWS[0], row, strict=True))) for row in ROWS[1:]]
    mail = "\n".join(["Van: Petra", "Onderwerp: lijst", "Datum: 1 mei 2024", *GREETING, blocks[0]])
    found = find_list("\n\n".join([mail, blocks[1]]))
    assert found.text == in_tabs(ROWS)
    assert found.left_out[:3] == ("Van: Petra", "Onderwerp: lijst", "Datum: 1 mei 2024")


def test_a_mail_that_names_no_theme_is_no_list() -> None:
    text = "Van: Petra\nDatum: 1 mei 2024\nOnderwerp: Wonen\nAfdeling: Wmo"
    assert find_list(text) == PastedList(text)


def test_commas_part_the_columns_when_other_text_stands_around() -> None:
    rows = [("Datum", "Thema", "Uren"), ("12-03-2023", "Wonen", "4"), ("13-03-2023", "Zorg", "2")]
    mail = "\n".join(["Dag Noor,", *map(", ".join, rows), "Groet, Petra"])
    assert find_list(mail) == PastedList(in_tabs(rows), ("Dag Noor,", "Groet, Petra"))


def test_prose_with_commas_is_no_list() -> None:
    text = "Ja, nee, misschien.\nVastgoed, Wonen, en dan nog wat.\nGroet"
    assert find_list(text) == PastedList(text)
