from __future__ import annotations

import pytest

from data.reading.delimiter import ONE_COLUMN, detect_delimiter

CASES = {
    "semicolon": ("Jaar;Afdeling;Uren\n2018;Jeugd;3\n", ";"),
    "comma": ("Jaar,Afdeling,Uren\n2018,Jeugd,3\n", ","),
    "comma between figures": ("2018,5,3\nJaar,Aantal,Uren\n2019,6,4\n", ","),
    "comma and space": ("Jaar, Afdeling, Uren\n2018, Jeugd, 3\n2019, Sport, 4\n", ","),
    "tab": ("Jaar\tAfdeling\n2018\tJeugd, onderwijs en sport\n", "\t"),
    "bar": ("Jaar|Afdeling\n2018|Jeugd\n", "|"),
    "decimal commas": ("Jaar;Uren;Dagen\n2018;1,5;2,5\n2019;3,5;4,5\n", ";"),
    "more decimal commas than semicolons": ("Uren;Dagen\n1,5;2,5\n3,5;4,5\n", ";"),
    "decimal commas without heading": ("1,5;2,5\n3,5;4,5\n", ";"),
    "decimal commas between tabs": ("Uren\tDagen\n1,5\t2,5\n", "\t"),
    "commas in the text": ("Thema;Uren\nwonen, zorg;1\nwater, groen, lucht;2\nenergie;3\n", ";"),
    "semicolons in quotes": ('Naam,Uren\n"a;b;c",1\n"d;e;f",2\n', ","),
    "semicolons in the text between commas": (
        "Nr,Jaar,Uren,Naam\n1,2019,3,a;b\n2,2019,4,c;d\n",
        ",",
    ),
    "decimal commas with a unit": ("Uren;Kosten\n1,5 uur;€ 2,50\n3,5 uur;€ 4,50\n", ";"),
    "line breaks in quotes": ('Naam;Uren\n"een\ntwee\ndrie, vier";1\nvijf;2\n', ";"),
    "titles above the table": ("Gebruik Platform31\n\nPeriode: 2018\nJaar;Uren\n2018;1\n", ";"),
    "one column": ("Afdeling\nJeugd\nSport\n", ONE_COLUMN),
    "one column of decimals": ("Uren\n1,5\n2,5\n", ONE_COLUMN),
    "one column with a comma now and then": ("Afdeling\nJeugd, sport\nBouw\nZorg\n", ONE_COLUMN),
    "nothing": ("", ONE_COLUMN),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_delimiter(text: str, expected: str) -> None:
    assert detect_delimiter(text) == expected


def test_a_record_that_is_cut_off_does_not_count() -> None:
    assert detect_delimiter("Jaar,Afdeling,Uren\nTe", whole=False) == ","
