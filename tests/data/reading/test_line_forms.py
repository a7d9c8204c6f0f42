"""Lists whose lines are written in another way than Excel does, and texts that resemble them."""

from __future__ import annotations

import pytest

from data.reading import read_file
from tests.data.reading.builders import SETTINGS

TABLE = [
    ["Datum", "Afdeling", "Uren"],
    ["04-02-2019", "Vastgoed", "2,25"],
    ["05-02-2019", "Jeugd", "4"],
]


def rows(text: str) -> list[list[str]]:
    (sheet,) = read_file(text.encode(), "gebruik.txt", SETTINGS)
    return [row for row in sheet.rows if row]


def joined(before: str, between: str, after: str) -> str:
    return "".join(f"{before}{between.join(row)}{after}\n" for row in TABLE)


FORMS = {
    "single quotes": joined("'", "','", "'"),
    "curly quotes": joined("“", "”,“", "”"),
    "a space after each comma": joined('"', '", "', '"'),
    "a space after each semicolon": joined('"', '"; "', '"'),
    "spaces between quotes": joined('"', '" "', '"'),
    "formulas": joined('="', '";="', '"'),
    "formulas in quotes": joined('"=""', '""","=""', '"""'),
    "carets": joined("", "^", ""),
    "tildes": joined("", "~", ""),
    "a drawn table": "┌───┬───┐\n" + joined("│ ", " │ ", " │").replace("\n", "\n├───┼───┤\n"),
    "markdown": joined("| ", " | ", " |").replace("Uren |\n", "Uren |\n|:---|---|--:|\n"),
    "psql": joined(" ", " | ", "").replace("Uren\n", "Uren\n-----+------+---\n"),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_the_cells_are_parted(text: str) -> None:
    found = [[cell.strip() for cell in row if cell.strip()] for row in rows(text)]
    assert [row for row in found if len(row) > 1] == TABLE


def lined_up(rule: str = "") -> str:
    lines = [f"{day:<12}{name:<16}{hours:>6}" for day, name, hours in TABLE]
    return "\n".join([lines[0], *filter(None, [rule]), *lines[1:]]) + "\n"


LINED_UP = {
    "plain": lined_up(),
    "with a rule": lined_up("----------  --------------  ------"),
    "with a count below": lined_up() + "\n2 rijen geselecteerd.\n",
}


@pytest.mark.parametrize("text", LINED_UP.values(), ids=LINED_UP)
def test_columns_that_stand_below_each_other(text: str) -> None:
    assert rows(text)[:3] == TABLE


def test_a_line_that_crosses_the_columns_stays_whole() -> None:
    title = "Gebruik van Platform31 in 2019, alle afdelingen"
    assert rows(f"{title}\n{lined_up()}{lined_up()}")[:2] == [[title], TABLE[0]]


PROSE = (
    "Beste collega\n\nIn  dit bericht staat  het gebruik.\nZie  ook  hier.\nGroet  Jan  van  Dijk\n"
)


@pytest.mark.parametrize("text", [PROSE, "Afdeling\nJeugd  en  Sport\nVastgoed\n"])
def test_two_spaces_make_no_columns(text: str) -> None:
    assert all(len(row) == 1 for row in rows(text))


CELLS = "\n".join(cell for row in TABLE for cell in row)
MAILED = {
    "bare": CELLS,
    "with a line between": CELLS.replace("\n", "\n\n"),
    "between the words of a mail": f"Hoi\n\nHierbij het gebruik:\n{CELLS}\n\nGroet\nJan\n",
}


@pytest.mark.parametrize("text", MAILED.values(), ids=MAILED)
def test_a_table_with_a_cell_on_each_line(text: str) -> None:
    (sheet,) = read_file(text.encode(), "mail.txt", SETTINGS)
    assert [row for row in sheet.rows if len(row) > 1] == TABLE
    assert sheet.rows[text.split("\n").index("05-02-2019")] == TABLE[2]


@pytest.mark.parametrize(
    "text",
    [
        CELLS.replace("Vastgoed\n", "\n"),  # an empty cell left no line
        CELLS.replace("Datum\n", ""),
        CELLS.replace("Datum", "Versie 2"),
        CELLS.removesuffix("\n4"),
        "Agenda\n04-02-2019\nOverleg\nWonen\n05-02-2019\nOverleg\nZorg\n",
    ],
)
def test_days_between_other_lines_make_no_table(text: str) -> None:
    assert all(len(row) == 1 for row in rows(text))


def test_quotes_that_a_backslash_keeps() -> None:
    text = 'a,b,c\n"1","Wonen \\"nu\\", of \\"straks\\"","2"\n'
    assert rows(text.replace('", of', '" of'))[1] == ["1", 'Wonen "nu" of "straks"', "2"]
    assert rows('a,b\n"C:\\map\\","2"\n')[1] == ["C:\\map\\", "2"]


NUMBERED = "Datum;Afdeling;Uren\n1;04-02-2019;Vastgoed;2,25\n2;05-02-2019;Jeugd;4\n"


def test_numbers_of_rows_without_a_heading() -> None:
    assert rows(NUMBERED) == [
        ["", *TABLE[0]], ["1", *TABLE[1]], ["2", *TABLE[2]],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        NUMBERED.replace("Datum;", "Nr;"),  # the last cell has no heading
        NUMBERED.replace("2;05", "3;05"),
        NUMBERED.replace(";4\n", "\n"),
    ],
)
def test_other_longer_rows_are_left(text: str) -> None:
    assert rows(text)[0][0] in ("Nr", "Datum")


BROKEN = (
    "Datum;Afdeling;Onderwerp;Uren\n"
    "04-02-2019;Vastgoed;Een lang\nonderwerp;2\n05-02-2019;JOS;Kort;1\n"
)


def test_lines_that_a_mail_broke_are_joined() -> None:
    (sheet,) = read_file(BROKEN.encode(), "gebruik.txt", SETTINGS)
    assert sheet.rows[1:] == [
        ["04-02-2019", "Vastgoed", "Een lang onderwerp", "2"], [],
        ["05-02-2019", "JOS", "Kort", "1"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        BROKEN.replace("onderwerp;2", "06-02-2019;2"),  # a row of its own that lacks cells
        BROKEN.replace("onderwerp;2", "onderwerp"),
        BROKEN + "06-02-2019;JOS\n",
    ],
)
def test_rows_that_only_lack_cells_are_not_joined(text: str) -> None:
    assert rows(text)[1] == ["04-02-2019", "Vastgoed", "Een lang"]
