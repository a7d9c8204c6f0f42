from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from texts import Message, Money, Percent, Text, messages, sentence, use_language

KINDS = {
    "whole": (12345, "12.345", "12,345"),
    "year": (2018, "2018", "2018"),
    "row": (50001, "50001", "50001"),
    "float": (1234.5, "1.234,5", "1,234.5"),
    "exact": (Decimal("0.130"), "0,13", "0.13"),
    "money": (Money(2_076_250), "€\u00a020.762,50", "€20,762.50"),
    "owed": (Money(-1), "€\u00a0-0,01", "-€0.01"),
    "percent": (Percent(Decimal("12.5")), "12,5\u00a0%", "12.5%"),
    "day": (dt.date(2019, 3, 4), "4 maart 2019", "4 March 2019"),
    "moment": (dt.datetime(2019, 7, 4, 5, 6), "4 juli 2019, 07:06", "4 July 2019, 07:06"),
    "text": ("1.234,56", "1.234,56", "1.234,56"),
    "label": (Text("Overview"), "Overzicht", "Overview"),
    "several": (["a", "b", 1000], "a, b en 1.000", "a, b and 1,000"),
    "nothing": (None, "n.v.t.", "n/a"),
}


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences of these tests, forgotten afterwards."""
    messages.all_sentences()
    monkeypatch.setattr(messages, "_sentences", dict(messages._sentences))


@pytest.mark.parametrize("name", KINDS)
def test_a_value_is_written_as_the_language_writes_it(name: str) -> None:
    value, dutch, english = KINDS[name]
    message = sentence("of_a_test", "<{" + name + "}>")(**{name: value})
    with use_language("nl"):
        assert str(message) == f"<{dutch}>"
    with use_language("en"):
        assert str(message) == f"<{english}>"


def test_a_message_in_a_message_follows_the_language() -> None:
    inner = sentence("of_a_test_inner", "{amount}")(amount=Money(123_456))
    outer = sentence("of_a_test", "({inner})")(inner=inner)
    with use_language("en"):
        assert str(outer) == "(€1,234.56)"


@pytest.mark.parametrize(("n", "said"), [(0, "0 rows."), (1, "1 row."), (2000, "2,000 rows.")])
def test_the_number_decides_on_singular_or_plural(n: int, said: str) -> None:
    rows = sentence("of_a_test", "{n} row.", "{n} rows.")
    with use_language("en"):
        assert str(rows(n=n)) == said


def test_a_declared_sentence_is_known_by_its_code() -> None:
    faulty = sentence("of_a_test", "No {value}.")
    assert faulty(value="x") == Message("of_a_test", {"value": "x"})
    assert faulty.says(Message("of_a_test"))
    assert not faulty.says(Message("another"))


@pytest.mark.parametrize("values", [{}, {"value": 1, "other": 2}])
def test_a_sentence_takes_the_values_that_it_has_places_for(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        sentence("of_a_test", "No {value}.")(**values)


def test_rewording_a_sentence_rewords_what_was_said_before() -> None:
    stored = sentence("of_a_test", "No {value}.")(value="x")
    sentence("of_a_test", "Better words for {value}.")
    with use_language("en"):
        assert str(stored) == "Better words for x."


def test_a_stored_message_may_be_older_than_a_placeholder() -> None:
    stored = Message("of_a_test", {"value": "x"})
    sentence("of_a_test", "{value} in {sheet}.")
    assert str(stored) == "x in …."


def test_an_unknown_code_says_so_and_tells_its_values() -> None:
    unknown = Message("gone_with_time", {"value": "x", "amount": Money(100)})
    with use_language("nl"):
        assert str(unknown) == (
            "De tekst bij “gone_with_time” is niet bekend in deze versie "
            "(value: x; amount: €\u00a01,00)."
        )
        assert "(" not in str(Message("gone_with_time"))


def test_a_text_with_braces_in_a_value_is_shown_as_it_is() -> None:
    assert str(sentence("of_a_test", "No {value}.")(value="{other}")) == "No {other}."
